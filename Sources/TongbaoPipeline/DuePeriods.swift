import TongbaoModel
import TongbaoPublishing

/// Which periods a run without `--period` produces.
enum DuePeriods {
  /// Every period of the kinds in `publish:` that ended at least `closeAfter` days ago and is not out yet, and every
  /// published one that holds a day of a later sheet or withdrawal.
  ///
  /// Oldest first, and of one day the shorter kind first. What else late sheets change is told by the next circular.
  /// What ended before the first record of its year is not due: an office may begin in the middle of a year.
  static func find(
    in office: Office,
    _ register: Register,
    books: [Int: YearBook],
    today: CalendarDate
  ) -> [Period] {
    let settings = office.settings
    var due: Set<Period> = []
    for rules in office.years {
      let book = books[rules.scheme.year]
      for kind in settings.publish {
        let over = periods(of: kind, in: rules.scheme)
          .filter { rules.scheme.days(of: $0).to + settings.closeAfter <= today }
        for period in known(over, to: book) {
          if let issue = register.latest(period) {
            guard book?.touches(period, since: issue.basis.journal) ?? false else { continue }
          }
          due.insert(period)
        }
      }
    }
    return due.sorted { order(of: $0) < order(of: $1) }
  }

  /// The periods that are not out yet, each with the day on which a run brings it out, soonest first: those that
  /// are due on `day`, and of each kind the next one.
  static func upcoming(
    in office: Office,
    _ register: Register,
    books: [Int: YearBook],
    on day: CalendarDate
  ) -> [(period: Period, due: CalendarDate)] {
    let due = find(in: office, register, books: books, today: day)
      .filter { register.latest($0) == nil }
    let next = office.settings.publish.compactMap { kind in
      office.years.lazy.flatMap { periods(of: kind, in: $0.scheme) }
        .first { register.latest($0) == nil && opening(of: $0, in: office) > day }
    }
    return (due + next).map { (period: $0, due: opening(of: $0, in: office)) }
      .sorted { ($0.due, order(of: $0.period).1) < ($1.due, order(of: $1.period).1) }
  }

  /// The day on which a run brings a period out.
  private static func opening(of period: Period, in office: Office) -> CalendarDate {
    let rules = try? office.rules(for: period)
    return (rules?.scheme.days(of: period) ?? period.days).to + office.settings.closeAfter
  }

  /// The periods that did not end before the first record; all where the records are not at hand.
  ///
  /// Where there is no record the last one alone is left, so that somebody hears of it.
  private static func known(_ periods: [Period], to book: YearBook?) -> [Period] {
    guard let book else { return periods }
    guard let first = book.firstDay else { return Array(periods.suffix(1)) }
    return periods.filter { book.rules.scheme.days(of: $0).to >= first }
  }

  /// The order in which a run takes periods: by their ends, and of one day the shorter kind first.
  static func order(of period: Period) -> (CalendarDate, Int, CalendarDate) {
    (period.days.to, Period.Kind.allCases.firstIndex(of: period.kind) ?? 0, period.days.from)
  }

  /// The periods of a kind that belong to a scheme: those whose last day lies in its window.
  private static func periods(of kind: Period.Kind, in scheme: Scheme) -> [Period] {
    guard kind != .year else { return [.year(scheme.year)] }
    var periods: [Period] = []
    var period = Period(kind, holding: scheme.window.from)
    while period.days.to <= scheme.window.to {
      if scheme.window.contains(period.days.to) { periods.append(period) }
      period = period.next
    }
    return periods
  }
}

extension YearBook {
  /// The earliest day of the year's window on which something is recorded; nil where nothing is.
  fileprivate var firstDay: CalendarDate? {
    let records = gathering.records
    let window = rules.scheme.window
    var first: CalendarDate?
    func see(_ date: CalendarDate) {
      if window.contains(date), first.map({ date < $0 }) ?? true { first = date }
    }
    for visit in records.visits { see(visit.date) }
    for inspection in records.inspections { see(inspection.date) }
    for measurement in records.measurements { see(measurement.date) }
    for event in records.events { see(event.date) }
    for followUp in records.followUps { see(followUp.date) }
    return first
  }

  /// Whether a sheet taken in after the journal position holds a record dated in the period, or a withdrawal
  /// noted after it takes one away.
  func touches(_ period: Period, since position: Int) -> Bool {
    let days = rules.scheme.days(of: period)
    let isWithdrawn = withdrawals.contains { withdrawal in
      withdrawal.sequence > position && withdrawal.days?.contains(where: days.contains) ?? true
    }
    let late = Set(sheets.filter { $0.sequence > position }.map(\.path))
    guard !isWithdrawn, !late.isEmpty else { return isWithdrawn }
    let records = gathering.records
    let isLate = records.files.indices.map { file in
      let path = gathering.sheet(ofFile: UInt32(file)).input.path
      return late.contains { path.hasSuffix("/" + $0) }
    }
    func isTouching(_ place: RowReference, _ date: CalendarDate) -> Bool {
      days.contains(date) && isLate[Int(place.file)]
    }
    return records.inspections.contains { isTouching($0.place, $0.date) }
      || records.measurements.contains { isTouching($0.place, $0.date) }
      || records.events.contains { isTouching($0.place, $0.date) }
      || records.followUps.contains { isTouching($0.place, $0.date) }
      || records.visits.contains { isTouching($0.place, $0.date) }
  }
}
