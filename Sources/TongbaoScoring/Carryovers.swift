package import TongbaoModel

extension Scoring {
  /// Where each carried-over target and finding stands as of `asOf`, in the order of the records.
  ///
  /// A target is met on the first day on which the new year's measure meets it, in the indicator's
  /// direction; whatever is carried is closed by a ruling rectification 已整改.
  package static func tracking(
    _ records: Records,
    under scheme: Scheme,
    asOf: CalendarDate
  ) throws(ScoringFailure) -> [CarryoverTracking] {
    guard !records.carryovers.isEmpty else { return [] }
    let standing = try Standing(records, under: scheme, asOf: asOf, undecided: nil)
    var list: [CarryoverTracking] = []
    for position in records.carryovers.indices {
      do {
        list.append(try standing.tracking(position))
      } catch {
        let carryover = records.carryovers[position]
        throw .overflow(
          .init(unit: carryover.unit, indicator: carryover.indicator, row: carryover.place)
        )
      }
    }
    return list
  }

  /// What goes into the carry-over sheet of the next year: every measured indicator short of its
  /// target, then every finding whose handling is open, overdue or failed; unit by unit.
  package static func unfinished(
    in assessment: Assessment,
    _ records: Records,
    under scheme: Scheme
  ) throws(ScoringFailure) -> [Unfinished] {
    let standing = try Standing(records, under: scheme, for: assessment)
    var list: [Unfinished] = []
    for unit in scheme.units.ordinals {
      for indicator in scheme.indicators.ordinals {
        do {
          if let target = try standing.missedTarget(unit, indicator) { list.append(target) }
        } catch {
          throw .overflow(.init(unit: unit, indicator: indicator))
        }
      }
      list += standing.unclosedFindings(of: unit)
    }
    return list
  }
}

extension Standing {
  fileprivate func tracking(_ position: Int) throws(ArithmeticOverflow) -> CarryoverTracking {
    let carryover = records.carryovers[position]
    var tracking = CarryoverTracking(
      carryover: position,
      metOn: nil,
      proof: nil,
      value: nil
    )
    let ruling = rulings.carryovers[position]
    if let (result, date) = records.rectification(ruling), result == .done,
      let followUp = ruling.rectification
    {
      tracking.metOn = date
      tracking.proof = .rectified(followUp)
    }
    guard carryover.record == nil, let target = carryover.target, let range else {
      return tracking
    }
    let rule = scheme.indicators[carryover.indicator]
    let positions = rows(carryover.unit, carryover.indicator, in: range)
    for (index, row) in zip(positions.indices, positions) {
      // Only the last row of a day ends a reading: the window has few days, a sheet may have many rows.
      let next = index + 1
      if next < positions.endIndex, rows[positions[next]].date == rows[row].date { continue }
      let read = positions[...index].map { rows[$0] }
      guard
        let reading = try Measuring(rule)
          .read(
            read,
            schemeTarget: rule.target[carryover.unit.index]
          )
      else { continue }
      let value = rule.compared(reading)
      tracking.value = value
      guard rule.meets(target, value), tracking.metOn.map({ rows[row].date < $0 }) ?? true
      else { continue }
      tracking.metOn = rows[row].date
      tracking.proof = .measured(value, rows[row].place)
    }
    return tracking
  }

  fileprivate func missedTarget(
    _ unit: Ordinal<Unit>,
    _ indicator: Ordinal<Indicator>
  ) throws(ArithmeticOverflow) -> Unfinished? {
    let rule = scheme.indicators[indicator]
    if case .findings = rule.method { return nil }
    guard rule.applies(to: unit), let reading = try reading(unit, indicator, in: range),
      let target = reading.target, !rule.meets(target, rule.compared(reading))
    else { return nil }
    return Unfinished(
      record: nil,
      unit: unit,
      indicator: indicator,
      year: scheme.year,
      target: target,
      value: rule.compared(reading),
      handling: nil,
      place: nil
    )
  }

  /// Withdrawn findings have no handling, so that what is left stands after verification (经核实).
  fileprivate func unclosedFindings(of unit: Ordinal<Unit>) -> [Unfinished] {
    scheme.indicators.ordinals
      .flatMap { cases(unit, $0, in: range) }
      .sorted()
      .compactMap { position in
        guard let handling = cases[position].handling, handling != .closed else { return nil }
        let row = records.inspections[cases[position].inspection]
        return Unfinished(
          record: row.record,
          unit: unit,
          indicator: row.indicator,
          year: scheme.year,
          target: nil,
          value: nil,
          handling: handling,
          place: row.place
        )
      }
  }
}
