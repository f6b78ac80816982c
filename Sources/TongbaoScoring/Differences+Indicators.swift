import TongbaoModel

extension Accounting {
  /// What an indicator contributes, line by line.
  func indicatorLines(_ indicator: Ordinal<Indicator>) throws(ArithmeticOverflow) -> [Line] {
    guard let old = before.result(unit, indicator), let new = after.result(unit, indicator)
    else { return [] }
    if case .findings(let cap) = scheme.indicators[indicator].method, !old.isMissing,
      !new.isMissing
    {
      return try findingLines(
        indicator,
        from: Loss(before, unit, indicator, cap: cap),
        to: Loss(after, unit, indicator, cap: cap)
      )
    }
    return try measureLines(indicator, from: old, to: new)
  }

  /// The unit's own data, then the data of others with which they are compared.
  private func measureLines(
    _ indicator: Ordinal<Indicator>,
    from old: IndicatorResult,
    to new: IndicatorResult
  ) throws(ArithmeticOverflow) -> [Line] {
    let (first, last) = (old.score.actual, new.score.actual)
    guard first != last || old.measure != new.measure else { return [] }
    let between = try compared(indicator, from: old, to: new)
    let own = Line(
      .measure(
        indicator,
        .init(
          before: .init(measure: old.measure, score: first),
          after: .init(measure: new.measure, score: between)
        )
      ),
      try points(from: first, to: between),
      sources: try sources(indicator)
    )
    let others = Line(
      .comparison(indicator, .init(before: between, after: last)),
      try points(from: between, to: last)
    )
    return [own, others]
  }

  private func points(
    from first: Decimal6?,
    to last: Decimal6?
  ) throws(ArithmeticOverflow) -> Decimal6 {
    try points(Ratio((last ?? .zero).subtracting(first ?? .zero)))
  }

  /// The score of the unit's data of after among the others' data of before.
  private func compared(
    _ indicator: Ordinal<Indicator>,
    from old: IndicatorResult,
    to new: IndicatorResult
  ) throws(ArithmeticOverflow) -> Decimal6? {
    let rule = scheme.indicators[indicator]
    // Missing on both sides, a score can only be the mean of others'.
    if old.isMissing, new.isMissing { return old.score.actual }
    guard !old.isMissing, !new.isMissing, rule.comparesUnits else { return new.score.actual }
    let (earlier, later) = (
      before.rangeScores.surveys[indicator.index].parts,
      after.rangeScores.surveys[indicator.index].parts
    )
    guard !later.isEmpty else {
      return try score(
        rule,
        after.rangeScores.surveys[indicator.index].whole.readings,
        among: before.rangeScores.surveys[indicator.index].whole.readings
      )
    }
    var scores: [Decimal6] = []
    for part in later {
      let others = earlier.first { $0.range?.from == part.range?.from }?.readings
      let score = try score(
        rule,
        part.readings,
        among: others ?? Array(repeating: nil, count: part.readings.count)
      )
      if let score { scores.append(score) }
    }
    return try .mean(scores)
  }

  private func score(
    _ rule: Indicator,
    _ own: [Reading?],
    among others: [Reading?]
  ) throws(ArithmeticOverflow) -> Decimal6? {
    guard let reading = own[unit.index] else { return nil }
    var readings = others
    readings[unit.index] = reading
    let sample = after.standing.samples(of: readings, by: rule.scope)[unit.index]
    return try rule.score(rule.points[unit.index], reading, in: sample)
  }

  /// The rows that are used on one side alone; where none is, those used now.
  private func sources(
    _ indicator: Ordinal<Indicator>
  ) throws(ArithmeticOverflow) -> UnitDifference.Change<[String]> {
    let (old, new) = (
      before.usedRows(unit, indicator), after.usedRows(unit, indicator)
    )
    let (gone, come) = (Set(old).subtracting(new), Set(new).subtracting(old))
    guard !gone.isEmpty || !come.isEmpty else {
      return .init(before: old.map(\.source), after: new.map(\.source))
    }
    return .init(
      before: old.filter(gone.contains).map(\.source),
      after: new.filter(come.contains).map(\.source)
    )
  }
}

/// A row as it is compared across two sets of sheets.
struct UsedRow: Hashable {
  let source: String
  let date: CalendarDate
  let numbers: [Decimal6?]
}

extension DifferenceSide {
  /// The rows of which a measure is made, in order of date and place.
  fileprivate func usedRows(
    _ unit: Ordinal<Unit>,
    _ indicator: Ordinal<Indicator>
  ) -> [UsedRow] {
    let parts = rangeScores.surveys[indicator.index].parts.map(\.range)
    return (parts.isEmpty ? [rangeScores.range] : parts)
      .flatMap { usedRows(unit, indicator, in: $0) }
  }

  private func usedRows(
    _ unit: Ordinal<Unit>,
    _ indicator: Ordinal<Indicator>,
    in range: DateRange?
  ) -> [UsedRow] {
    let rows = standing.rows(unit, indicator, in: range).map { standing.rows[$0] }
    var used = rows
    if standing.scheme.indicators[indicator].take == .latest {
      let target = rows.lastIndex { $0.target != nil }
      used = rows.indices.filter { $0 == rows.count - 1 || $0 == target }.map { rows[$0] }
    }
    return used.map { row in
      UsedRow(
        source: standing.records.source(of: row.place),
        date: row.date,
        numbers: [row.value, row.target, row.lastYear, row.sample]
      )
    }
  }
}

extension Indicator {
  /// Whether a unit's score depends on the data of others.
  fileprivate var comparesUnits: Bool {
    switch method {
    case .best, .rank: true
    case .efficacy(let efficacy):
      efficacy.satisfactory == .sample || efficacy.unacceptable == .sample
    default: false
    }
  }
}
