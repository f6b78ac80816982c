import TongbaoModel
import TongbaoPublishing

/// Which periods a run without `--period` produces.
enum DuePeriods {
  /// Every period of the kinds in `publish:` that ended at least `closeAfter` days ago and is not out yet, and every
  /// published one that a later sheet touches or that came out before the last `withdrawal`, an entry of the journal;
  /// oldest first, and of one day the shorter kind first.
  static func find(
    in office: Office,
    _ register: Register,
    books: [Int: YearBook],
    withdrawal: Int,
    today: CalendarDate
  ) -> [Period] {
    let settings = office.settings
    var due: Set<Period> = []
    for rules in office.years {
      for kind in settings.publish {
        for period in periods(of: kind, in: rules.scheme)
        where rules.scheme.days(of: period).to + settings.closeAfter <= today {
          if let issue = register.latest(period) {
            let isTouched =
              issue.basis.journal < withdrawal
              || books[rules.scheme.year]?.touches(period, since: issue.basis.journal) ?? false
            guard isTouched else { continue }
          }
          due.insert(period)
        }
      }
    }
    return due.sorted { order(of: $0) < order(of: $1) }
  }

  private static func order(of period: Period) -> (CalendarDate, Int, CalendarDate) {
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
  /// Whether a sheet taken in after the journal position holds a record dated in the period.
  func touches(_ period: Period, since position: Int) -> Bool {
    let late = Set(sheets.filter { $0.sequence > position }.map(\.path))
    guard !late.isEmpty else { return false }
    let days = rules.scheme.days(of: period)
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
