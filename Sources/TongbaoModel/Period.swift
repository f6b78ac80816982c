/// A period for which circulars come out.
package enum Period: Sendable, Hashable {
  /// ISO week `2017-W45`.
  case week(year: Int, week: Int)
  /// Month `2017-11`.
  case month(year: Int, month: Int)
  /// Quarter `2017-Q4`.
  case quarter(year: Int, quarter: Int)
  /// Assessment year `2017`: the window of the scheme of that year.
  case year(Int)

  /// The kinds of period, as named in `publish:`.
  package enum Kind: String, Sendable, CaseIterable {
    case week
    case month
    case quarter
    case year
  }

  /// The kind of this period.
  package var kind: Kind {
    switch self {
    case .week: .week
    case .month: .month
    case .quarter: .quarter
    case .year: .year
    }
  }

  /// Reads `2017-W45`, `2017-11`, `2017-Q4` or `2017`; nil for anything else, for periods that do not
  /// exist and for years outside `years`.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let yearText = parts.first, yearText.utf8.count == 4, Period.isDigits(yearText),
      let year = Int(yearText), Period.years.contains(year)
    else { return nil }
    switch parts.count {
    case 1: self = .year(year)
    case 2:
      guard let rest = Period(year: year, part: parts[1]) else { return nil }
      self = rest
    default: return nil
    }
  }

  /// The years that a period may name: far enough from the calendar's ends that every period has neighbours.
  package static let years = 1900...9000

  private init?(year: Int, part: some StringProtocol) {
    switch part.first {
    case "W":
      guard let week = Period.number(part.dropFirst(), digits: 2),
        (1...Period.weeks(in: year)).contains(week)
      else { return nil }
      self = .week(year: year, week: week)
    case "Q":
      guard let quarter = Period.number(part.dropFirst(), digits: 1), (1...4).contains(quarter)
      else { return nil }
      self = .quarter(year: year, quarter: quarter)
    default:
      guard let month = Period.number(part, digits: 2), (1...12).contains(month) else { return nil }
      self = .month(year: year, month: month)
    }
  }

  private static func number(_ text: some StringProtocol, digits: Int) -> Int? {
    text.utf8.count == digits && isDigits(text) ? Int(text) : nil
  }

  private static func isDigits(_ text: some StringProtocol) -> Bool {
    text.utf8.allSatisfy { (48...57).contains($0) }
  }

  /// The number of ISO weeks of a year: 28 December is always in the last one.
  private static func weeks(in year: Int) -> Int {
    CalendarDate(year: year, month: 12, day: 28)?.isoWeek.week ?? 52
  }

  /// The period of `kind` that holds `date`; for a year its calendar year.
  package init(_ kind: Kind, holding date: CalendarDate) {
    switch kind {
    case .week:
      let (year, week) = date.isoWeek
      self = .week(year: year, week: week)
    case .month: self = .month(year: date.year, month: date.month)
    case .quarter: self = .quarter(year: date.year, quarter: (date.month + 2) / 3)
    case .year: self = .year(date.year)
    }
  }

  /// The calendar days of the period.
  ///
  /// A year's are the calendar year's; its scheme's window rules instead.
  package var days: DateRange {
    let (from, to): (CalendarDate?, CalendarDate?)
    switch self {
    case .week(let year, let week):
      let fourth = CalendarDate(year: year, month: 1, day: 4)
      from = fourth.map { $0 - ($0.weekday - 1) + (week - 1) * 7 }
      to = from.map { $0 + 6 }
    case .month(let year, let month):
      from = CalendarDate(year: year, month: month, day: 1)
      to = CalendarDate(
        year: year,
        month: month,
        day: CalendarDate.daysInMonth(month, of: year)
      )
    case .quarter(let year, let quarter):
      from = CalendarDate(year: year, month: quarter * 3 - 2, day: 1)
      to = CalendarDate(
        year: year,
        month: quarter * 3,
        day: CalendarDate.daysInMonth(quarter * 3, of: year)
      )
    case .year(let year):
      from = CalendarDate(year: year, month: 1, day: 1)
      to = CalendarDate(year: year, month: 12, day: 31)
    }
    guard let from, let to, let days = DateRange(from: from, to: to) else {
      preconditionFailure("a Period is made only of numbers that the calendar has")
    }
    return days
  }

  /// The period of the same kind before this one.
  package var previous: Period {
    if case .year(let year) = self { return .year(year - 1) }
    return Period(kind, holding: days.from - 1)
  }

  /// The period of the same kind after this one.
  package var next: Period {
    if case .year(let year) = self { return .year(year + 1) }
    return Period(kind, holding: days.to + 1)
  }
}

extension Period: CustomStringConvertible {
  /// The name by which commands and folders know the period.
  package var description: String {
    switch self {
    case .week(let year, let week): "\(Period.four(year))-W\(Period.two(week))"
    case .month(let year, let month): "\(Period.four(year))-\(Period.two(month))"
    case .quarter(let year, let quarter): "\(Period.four(year))-Q\(quarter)"
    case .year(let year): Period.four(year)
    }
  }

  private static func two(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }

  private static func four(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
