import TongbaoModel

/// Where the findings of each day stand in a list ordered by date.
struct CaseDays {
  private let range: DateRange?
  /// By day of the range, and of the day after it.
  private var starts: [Int]

  /// No findings yet on the days of `range`.
  init(_ range: DateRange?) {
    self.range = range
    starts = Array(repeating: 0, count: range.map { $0.to - $0.from + 2 } ?? 1)
  }

  /// Counts a finding; call for all, then `finish` once.
  mutating func count(_ date: CalendarDate) {
    starts[day(date) + 1] += 1
  }

  mutating func finish() {
    for day in starts.indices.dropFirst() { starts[day] += starts[day - 1] }
  }

  /// How many days there are.
  var dayCount: Int { starts.count - 1 }

  /// How many findings there are.
  var total: Int { starts[dayCount] }

  /// The number of a day of the range, from 0.
  func day(_ date: CalendarDate) -> Int {
    range.map { date - $0.from } ?? 0
  }

  /// The positions of the findings of one day.
  subscript(day: Int) -> Range<Int> { starts[day]..<starts[day + 1] }

  /// The positions of the findings dated in `days`.
  func positions(in days: DateRange?) -> Range<Int> {
    guard let range, let days = days?.intersection(range) else { return 0..<0 }
    return starts[day(days.from)]..<starts[day(days.to) + 1]
  }
}
