package import TongbaoModel

extension Scoring {
  /// Visits (distinct team and day) and inspection rows by unit and month of `days`, in that order;
  /// months without a row are left out.
  ///
  /// Admissible or not, every row is a burden.
  ///
  /// O(n log n) in the rows of `days`.
  package static func burden(
    of records: Records,
    under scheme: Scheme,
    on days: DateRange
  ) -> [Burden] {
    var stops: [Stop] = []
    for row in records.visits where days.contains(row.date) {
      stops.append(Stop(unit: row.unit, date: row.date, team: row.team))
    }
    for row in records.inspections where days.contains(row.date) {
      stops.append(Stop(unit: row.unit, date: row.date, team: row.team))
    }
    stops.sort()
    var burdens: [Burden] = []
    var last: Stop?
    for stop in stops {
      let isVisit = stop != last
      defer { last = stop }
      let (year, month, _) = stop.date.components
      if let row = burdens.last, (row.unit, row.year, row.month) == (stop.unit, year, month) {
        burdens[burdens.count - 1].visits += isVisit ? 1 : 0
        burdens[burdens.count - 1].records += 1
      } else {
        burdens.append(
          Burden(
            unit: stop.unit,
            year: year,
            month: month,
            visits: 1,
            records: 1,
            isAboveLimit: false
          )
        )
      }
    }
    for index in burdens.indices {
      burdens[index].isAboveLimit =
        scheme.visitsPerMonth.map { burdens[index].visits > $0 } ?? false
    }
    return burdens
  }
}

/// A team at a unit on a day, in the order of the burden table.
private struct Stop: Comparable {
  var unit: Ordinal<Unit>
  var date: CalendarDate
  var team: UInt16

  static func < (left: Stop, right: Stop) -> Bool {
    (left.unit, left.date, left.team) < (right.unit, right.date, right.team)
  }
}
