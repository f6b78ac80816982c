/// A day of the proleptic Gregorian calendar, without time or zone.
@usableFromInline
package struct CalendarDate: Sendable, Hashable, Comparable {
  /// Days since 1970-01-01.
  @usableFromInline package let dayNumber: Int32

  /// The day `dayNumber` days after 1970-01-01.
  @inlinable package init(dayNumber: Int32) {
    self.dayNumber = dayNumber
  }

  /// The day with these numbers; nil where the calendar has no such day or the year is outside 1…9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= CalendarDate.daysInMonth(month, of: year)
    else { return nil }
    self.init(validYear: year, month: month, day: day)
  }

  /// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
  private init(validYear year: Int, month: Int, day: Int) {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    dayNumber = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Reads `2018-01-07` and nothing else.
  package init?(iso text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      parts[2].utf8.count == 2, text.utf8.allSatisfy({ $0 == 45 || (48...57).contains($0) }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Year, month and day.
  package var components: (year: Int, month: Int, day: Int) {
    let shifted = Int(dayNumber) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The calendar year.
  package var year: Int { components.year }
  /// The month, 1 to 12.
  package var month: Int { components.month }
  /// The day of the month, from 1.
  package var day: Int { components.day }

  /// ISO 8601 weekday: 1 Monday to 7 Sunday.
  package var weekday: Int {
    let offset = (Int(dayNumber) + 3) % 7
    return (offset < 0 ? offset + 7 : offset) + 1
  }

  /// ISO 8601 week: the year that the week belongs to, and its number from 1.
  package var isoWeek: (year: Int, week: Int) {
    let thursday = self + (4 - weekday)
    let year = thursday.year
    let first = CalendarDate(validYear: year, month: 1, day: 1)
    return (year, Int(thursday.dayNumber - first.dayNumber) / 7 + 1)
  }

  /// The number of days of a month.
  package static func daysInMonth(_ month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  @inlinable package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.dayNumber < right.dayNumber
  }

  /// The day `days` later.
  package static func + (date: CalendarDate, days: Int) -> CalendarDate {
    CalendarDate(dayNumber: Int32(clamping: Int(date.dayNumber) + days))
  }

  /// The day `days` earlier.
  package static func - (date: CalendarDate, days: Int) -> CalendarDate {
    CalendarDate(dayNumber: Int32(clamping: Int(date.dayNumber) - days))
  }

  /// The days from `right` to `left`.
  @inlinable package static func - (left: CalendarDate, right: CalendarDate) -> Int {
    Int(left.dayNumber - right.dayNumber)
  }
}

extension CalendarDate: CustomStringConvertible {
  /// `2018-01-07`.
  @usableFromInline package var description: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends `2018-01-07` in ASCII.
  package func append(to bytes: inout [UInt8]) {
    let (year, month, day) = components
    UInt64(clamping: year).appendDigits(to: &bytes, width: 4)
    bytes.append(UInt8(ascii: "-"))
    UInt64(clamping: month).appendDigits(to: &bytes, width: 2)
    bytes.append(UInt8(ascii: "-"))
    UInt64(clamping: day).appendDigits(to: &bytes, width: 2)
  }

  /// `2018年1月7日`, the form of official documents: no leading zeros.
  package var chinese: String {
    let (year, month, day) = components
    return "\(year)年\(month)月\(day)日"
  }
}

extension CalendarDate {
  /// A day or none in four bytes.
  struct Packed: Sendable, Hashable {
    private var dayNumber: Int32

    init(_ date: CalendarDate?) {
      dayNumber = date?.dayNumber ?? .min
    }

    var date: CalendarDate? {
      dayNumber == .min ? nil : CalendarDate(dayNumber: dayNumber)
    }
  }
}

/// A range of days, both ends included; never empty.
@usableFromInline
package struct DateRange: Sendable, Hashable {
  /// First day.
  @usableFromInline package let from: CalendarDate
  /// Last day.
  @usableFromInline package let to: CalendarDate

  /// The days `from` to `to`; nil where `to` is before `from`.
  package init?(from: CalendarDate, to: CalendarDate) {
    guard from <= to else { return nil }
    self.from = from
    self.to = to
  }

  /// Every day that can be written: 0001-01-01 to 9999-12-31.
  package static let always = DateRange(
    unchecked: CalendarDate(dayNumber: -719_162),
    CalendarDate(dayNumber: 2_932_896)
  )

  private init(unchecked from: CalendarDate, _ to: CalendarDate) {
    self.from = from
    self.to = to
  }

  /// Whether `date` is one of the days.
  @inlinable package func contains(_ date: CalendarDate) -> Bool {
    from <= date && date <= to
  }

  /// The days in both ranges, if any.
  package func intersection(_ other: DateRange) -> DateRange? {
    DateRange(from: max(from, other.from), to: min(to, other.to))
  }
}
