package import TongbaoModel

extension Scoring {
  /// The days of `period` that count under `scheme`: cut to its window; of a year the whole window.
  ///
  /// Throws `periodOutsideWindow` where none is left or the year is another scheme's.
  package static func days(
    of period: Period,
    in scheme: Scheme
  ) throws(ScoringFailure) -> DateRange {
    if case .year(let year) = period, year == scheme.year { return scheme.window }
    guard period.kind != .year, let days = period.days.intersection(scheme.window) else {
      throw .periodOutsideWindow(period, window: scheme.window)
    }
    return days
  }
}

extension DateRange {
  /// The days up to `day`; nil where there are none.
  func upTo(_ day: CalendarDate) -> DateRange? {
    DateRange(from: from, to: min(to, day))
  }

  /// The range cut into calendar months or quarters, in order; the first and last may be partial.
  func parts(by fold: Indicator.Fold) -> [DateRange] {
    let kind: Period.Kind = fold == .months ? .month : .quarter
    var parts: [DateRange] = []
    var start: CalendarDate? = from
    while let first = start {
      let end = min(Period(kind, holding: first).days.to, to)
      if let part = DateRange(from: first, to: end) { parts.append(part) }
      start = end < to ? end + 1 : nil
    }
    return parts
  }
}
