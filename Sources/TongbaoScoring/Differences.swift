package import TongbaoModel

extension Scoring {
  /// What changed from `before` to `after`, both under `scheme`, for every unit, in scheme order.
  ///
  /// Findings are told apart by the department of their sheet and their number, events by number, or by
  /// item, day and basis; causes are those of the cumulative score.
  package static func difference(
    from before: (assessment: Assessment, records: Records),
    to after: (assessment: Assessment, records: Records),
    under scheme: Scheme
  ) throws(ScoringFailure) -> [UnitDifference] {
    let (old, new) = (
      try DifferenceSide(before, scheme), try DifferenceSide(after, scheme)
    )
    return scheme.units.ordinals.map { unit in
      let (first, second) = (
        before.assessment.units[unit.index], after.assessment.units[unit.index]
      )
      return UnitDifference(
        unit: unit,
        periodTotal: .init(before: first.period.total, after: second.period.total),
        periodRank: .init(before: first.period.rank, after: second.period.rank),
        total: .init(before: first.cumulative.total, after: second.cumulative.total),
        rank: .init(before: first.cumulative.rank, after: second.cumulative.rank),
        causes: old.findingCauses(unit, to: new) + old.indicatorCauses(unit, to: new)
          + old.eventCauses(unit, to: new)
      )
    }
  }
}

/// One of two assessments, its causes ready to be looked up.
private struct DifferenceSide {
  struct FindingKey: Hashable {
    var department: Ordinal<Department>?
    var record: String
  }

  enum EventKey: Hashable {
    case numbered(Ordinal<Department>?, String)
    case plain(Event.Matter, CalendarDate, basis: String)
  }

  let assessment: Assessment
  let records: Records
  let scheme: Scheme
  private let book: EventBook

  init(
    _ side: (assessment: Assessment, records: Records),
    _ scheme: Scheme
  ) throws(ScoringFailure) {
    assessment = side.assessment
    records = side.records
    self.scheme = scheme
    book = try EventBook(
      of: records,
      under: scheme,
      Rulings(of: records, asOf: assessment.asOf),
      range: scheme.window.upTo(assessment.asOf)
    )
  }

  func findingCauses(_ unit: Ordinal<Unit>, to other: DifferenceSide) -> [UnitDifference.Cause] {
    let (old, new) = (findings(of: unit), other.findings(of: unit))
    let keys = Set(old.keys).union(new.keys)
      .sorted {
        order(old[$0] ?? new[$0], $0) < order(old[$1] ?? new[$1], $1)
      }
    return keys.compactMap { key in
      let change = UnitDifference.Change(
        before: old[key]?.value,
        after: new[key]?.value
      )
      guard change.isChanged, let indicator = (new[key] ?? old[key])?.indicator else { return nil }
      return .finding(record: key.record, indicator: indicator, change)
    }
  }

  private typealias Finding = (
    date: CalendarDate, indicator: Ordinal<Indicator>, value: UnitDifference.Finding
  )

  private func order(_ finding: Finding?, _ key: FindingKey) -> (Int32, String, Int) {
    (finding?.date.dayNumber ?? 0, key.record, key.department?.index ?? -1)
  }

  private func findings(of unit: Ordinal<Unit>) -> [FindingKey: Finding] {
    var findings: [FindingKey: Finding] = [:]
    for position in assessment.units[unit.index].cumulative.indicators.flatMap(\.cases) {
      let decided = assessment.cases[position]
      let row = records.inspections[decided.inspection]
      let key = FindingKey(
        department: records.files[Int(row.place.file)].department,
        record: row.record
      )
      let value = UnitDifference.Finding(
        state: decided.state,
        counted: decided.counted,
        handling: decided.handling
      )
      findings[key] = (row.date, row.indicator, value)
    }
    return findings
  }

  func indicatorCauses(
    _ unit: Ordinal<Unit>,
    to other: DifferenceSide
  ) -> [UnitDifference.Cause] {
    let (old, new) = (results(of: unit), other.results(of: unit))
    return scheme.indicators.ordinals.compactMap { indicator in
      let change = UnitDifference.Change(
        before: old[indicator.index],
        after: new[indicator.index]
      )
      return change.isChanged ? .indicator(indicator, change) : nil
    }
  }

  private func results(of unit: Ordinal<Unit>) -> [UnitDifference.Result?] {
    var results: [UnitDifference.Result?] = Array(
      repeating: nil,
      count: scheme.indicators.count
    )
    for score in assessment.units[unit.index].cumulative.indicators {
      results[score.indicator.index] = .init(measure: score.measure, score: score.score)
    }
    return results
  }

  func eventCauses(_ unit: Ordinal<Unit>, to other: DifferenceSide) -> [UnitDifference.Cause] {
    let (old, new) = (events(of: unit), other.events(of: unit))
    var seen: Set<EventKey> = []
    return (old.order + new.order)
      .compactMap { key in
        let (before, after) = (old.values[key], new.values[key])
        let change = UnitDifference.Change(before: before?.points, after: after?.points)
        guard seen.insert(key).inserted, change.isChanged, let event = (after ?? before)?.event
        else { return nil }
        return .event(event.matter, date: event.date, change)
      }
  }

  private func events(
    of unit: Ordinal<Unit>
  ) -> (order: [EventKey], values: [EventKey: (event: Event, points: Decimal6)]) {
    var order: [EventKey] = []
    var values: [EventKey: (event: Event, points: Decimal6)] = [:]
    for entry in book.entries(of: unit) {
      let event = records.events[entry.event]
      let key: EventKey =
        event.record.map {
          .numbered(records.files[Int(event.place.file)].department, $0)
        } ?? .plain(event.matter, event.date, basis: event.basis)
      order.append(key)
      values[key] = (event, points(of: entry, event))
    }
    return (order, values)
  }

  private func points(of entry: EventBook.Entry, _ event: Event) -> Decimal6 {
    guard case .veto(let veto) = event.matter else { return entry.points }
    return entry.truth == .none ? .zero : scheme.vetoes[veto].deduct ?? .zero
  }
}
