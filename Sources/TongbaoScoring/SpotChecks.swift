package import TongbaoModel

extension Scoring {
  /// How often rechecks dated up to `asOf` agree with the records inspected on `days`, for every
  /// department with a recheck, in scheme order.
  ///
  /// Of several rechecks of a record the latest rules.
  package static func accuracy(
    of records: Records,
    under scheme: Scheme,
    inspectedOn days: DateRange,
    asOf: CalendarDate
  ) -> [SpotCheckAccuracy] {
    var visits: [Int: Ruling] = [:]
    var inspections: [Int: Ruling] = [:]
    for (position, followUp) in records.followUps.enumerated() where followUp.date <= asOf {
      guard case .recheck = followUp.content else { continue }
      switch followUp.subject {
      case .visit(let index):
        visits[index, default: Ruling()].consider(position, in: records.followUps)
      case .inspection(let index):
        inspections[index, default: Ruling()].consider(position, in: records.followUps)
      case .event, .carryover: break
      }
    }
    var tallies: [(checked: Int, consistent: Int)] =
      Array(repeating: (0, 0), count: scheme.departments.count)
    func count(_ ruling: Ruling, _ indicator: Ordinal<Indicator>, _ date: CalendarDate) {
      guard days.contains(date), date <= asOf else { return }
      let department = scheme.department(of: indicator).index
      tallies[department].checked += 1
      if !records.isRecheckInconsistent(ruling) { tallies[department].consistent += 1 }
    }
    for (index, ruling) in visits {
      count(ruling, records.visits[index].indicator, records.visits[index].date)
    }
    for (index, ruling) in inspections {
      count(ruling, records.inspections[index].indicator, records.inspections[index].date)
    }
    return scheme.departments.ordinals.compactMap { department in
      accuracy(of: department, tallies[department.index], scheme.spotCheck?.threshold)
    }
  }

  private static func accuracy(
    of department: Ordinal<Department>,
    _ tally: (checked: Int, consistent: Int),
    _ threshold: Decimal6?
  ) -> SpotCheckAccuracy? {
    guard tally.checked > 0 else { return nil }
    let wilson = Wilson(tally.consistent, of: tally.checked)
    let isBelow = threshold.map {
      Int128(tally.consistent) * 1_000_000 < Int128($0.millionths) * Int128(tally.checked)
    }
    return SpotCheckAccuracy(
      department: department,
      checked: tally.checked,
      consistent: tally.consistent,
      accuracy: wilson.share,
      lower: wilson.lower,
      upper: wilson.upper,
      isBelowThreshold: isBelow ?? false
    )
  }
}

extension Scheme {
  /// The department that answers for an indicator's project.
  func department(of indicator: Ordinal<Indicator>) -> Ordinal<Department> {
    projects[indicators[indicator].project].department
  }
}
