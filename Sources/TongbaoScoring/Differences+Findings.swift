import TongbaoModel

/// What findings take from one unit's score for one indicator: B less the mean of its parts.
struct Loss {
  let side: DifferenceSide
  /// How many parts the mean is of; 1 without fold.
  let count: Int
  /// Σ counted points over all parts.
  private(set) var counted = Decimal6.zero
  /// What of them caps keep back.
  private(set) var capped = Decimal6.zero
  /// What of the rest would go below 0.
  private(set) var floored = Decimal6.zero

  init(
    _ side: DifferenceSide,
    _ unit: Ordinal<Unit>,
    _ indicator: Ordinal<Indicator>,
    cap: Decimal6?
  ) throws(ArithmeticOverflow) {
    self.side = side
    let full = side.standing.scheme.indicators[indicator].points[unit.index]
    let parts = side.rangeScores.surveys[indicator.index].parts.map(\.range)
    count = max(1, parts.count)
    for range in parts.isEmpty ? [side.rangeScores.range] : parts {
      let counts = side.standing.cases(unit, indicator, in: range)
        .map { side.standing.cases.counts(at: $0).actual }
      let sum = try Decimal6.sum(counts)
      let taken = cap.map { min($0, sum) } ?? sum
      let rest = try full.subtracting(taken)
      counted = try counted.adding(sum)
      capped = try capped.adding(sum.subtracting(taken))
      if rest.isNegative { floored = try floored.subtracting(rest) }
    }
  }

  /// Σ over all parts of what is really taken.
  var taken: Decimal6 {
    get throws(ArithmeticOverflow) { try counted.subtracting(capped).subtracting(floored) }
  }
}

extension Accounting {
  /// Every finding by its share, then what the mean, the cap and the floor hide of it.
  func findingLines(
    _ indicator: Ordinal<Indicator>,
    from old: Loss,
    to new: Loss
  ) throws(ArithmeticOverflow) -> [Line] {
    let (first, last) = (findings(indicator, of: before), findings(indicator, of: after))
    var lines: [Line] = []
    for key in order(first, last) {
      let line = try findingLine(indicator, from: first[key], to: last[key], among: new.count)
      if let line { lines.append(line) }
    }
    lines.append(
      Line(
        .fold(indicator, .init(before: old.count, after: new.count)),
        try points(
          share(old.taken, of: old.count).subtracting(share(old.taken, of: new.count))
        )
      )
    )
    for (limit, hidden) in [
      (UnitDifference.Limit.findingsCap(indicator), (old.capped, new.capped)),
      (.findingsFloor(indicator), (old.floored, new.floored)),
    ] {
      let change = try hidden.1.subtracting(hidden.0)
      lines.append(
        Line(
          .limit(limit, .init(before: hidden.0, after: hidden.1)),
          try points(share(change, of: new.count))
        )
      )
    }
    return lines
  }

  private func share(_ sum: Decimal6, of count: Int) throws(ArithmeticOverflow) -> Ratio {
    try Ratio(sum).divided(by: Ratio(count))
  }

  private func findingLine(
    _ indicator: Ordinal<Indicator>,
    from old: FoundCase?,
    to new: FoundCase?,
    among count: Int
  ) throws(ArithmeticOverflow) -> Line? {
    guard let known = new ?? old else { return nil }
    let (first, last) = (old?.value.counted ?? .zero, new?.value.counted ?? .zero)
    guard first != last else { return nil }
    let (gone, come) = (Set(old?.rows ?? []), Set(new?.rows ?? []))
    let (rows, others) = (old?.rows ?? [], new?.rows ?? [])
    return Line(
      .finding(
        record: known.record,
        indicator,
        date: known.date,
        .init(before: old?.value, after: new?.value)
      ),
      try points(share(first.subtracting(last), of: count)),
      sources: gone == come
        ? .init(before: rows.map(\.source), after: others.map(\.source))
        : .init(
          before: rows.filter { !come.contains($0) }.map(\.source),
          after: others.filter { !gone.contains($0) }.map(\.source)
        )
    )
  }

  private func order(
    _ first: [FindingKey: FoundCase],
    _ last: [FindingKey: FoundCase]
  ) -> [FindingKey] {
    func place(_ key: FindingKey) -> (CalendarDate?, String, Int, Int) {
      let date = (last[key] ?? first[key])?.date
      return (date, key.record, key.department?.index ?? -1, key.repetition)
    }
    return Set(first.keys).union(last.keys)
      .sorted { left, right in
        let (one, other) = (place(left), place(right))
        guard let day = one.0, let otherDay = other.0, day == otherDay else {
          return (one.0?.dayNumber ?? 0) < (other.0?.dayNumber ?? 0)
        }
        return (one.1, one.2, one.3) < (other.1, other.2, other.3)
      }
  }

  private func findings(
    _ indicator: Ordinal<Indicator>,
    of side: DifferenceSide
  ) -> [FindingKey: FoundCase] {
    let standing = side.standing
    var findings: [FindingKey: FoundCase] = [:]
    for position in standing.cases(unit, indicator, in: side.rangeScores.range) {
      let found = FoundCase(standing.cases[position], standing)
      var key = FindingKey(department: found.department, record: found.record)
      while findings[key] != nil { key.repetition += 1 }
      findings[key] = found
    }
    return findings
  }
}

/// By what a finding is known in another set of records.
private struct FindingKey: Hashable {
  var department: Ordinal<Department>?
  var record: String
  var repetition = 0
}

/// A finding with the rows that decide it.
private struct FoundCase {
  let record: String
  let date: CalendarDate
  let department: Ordinal<Department>?
  let value: UnitDifference.Finding
  let rows: [UsedRow]

  init(_ decided: Case, _ standing: Standing) {
    let records = standing.records
    let row = records.inspections[decided.inspection]
    record = row.record
    date = row.date
    department = records.files[Int(row.place.file)].department
    value = .init(state: decided.state, counted: decided.counted)
    let own = UsedRow(
      source: records.source(of: row.place),
      date: row.date,
      numbers: [decided.points]
    )
    rows =
      [own] + standing.rulings.inspections[decided.inspection].rows(deciding: records)
  }
}

extension Ruling {
  /// The rows of the follow-ups that decide points.
  func rows(deciding records: Records) -> [UsedRow] {
    [rectification, verification, appeal]
      .compactMap { $0.map { records.followUps[$0] } }
      .map { UsedRow(source: records.source(of: $0.place), date: $0.date, numbers: []) }
  }
}
