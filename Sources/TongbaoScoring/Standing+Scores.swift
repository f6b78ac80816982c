import TongbaoModel

extension Standing {
  /// An indicator surveyed over a range, and the results of all units for it.
  ///
  /// With `folding` the indicator's fold applies, as it does to the cumulative score.
  func results(
    _ indicator: Ordinal<Indicator>,
    in range: DateRange?,
    folding: Bool,
    _ deductions: Deductions
  ) throws(ScoringFailure) -> FoldedSurvey {
    let whole = try survey(indicator, in: range, deductions)
    var parts: [Survey] = []
    var results = whole.results
    if folding, let fold = scheme.indicators[indicator].fold {
      for part in range?.parts(by: fold) ?? [] {
        parts.append(try survey(indicator, in: part, deductions))
      }
      try replaceByMeans(&results, indicator, parts)
    }
    try fillMissing(&results, indicator)
    return FoldedSurvey(whole: whole, parts: parts, results: results)
  }

  /// Measures and scores all units over a range; nothing is done about missing measures yet.
  func survey(
    _ indicator: Ordinal<Indicator>,
    in range: DateRange?,
    _ deductions: Deductions
  ) throws(ScoringFailure) -> Survey {
    let readings = try readings(indicator, in: range)
    let samples = samples(of: readings, by: scheme.indicators[indicator].scope)
    var results: [IndicatorResult?] = []
    for unit in scheme.units.ordinals {
      do {
        results.append(
          try result(
            unit,
            indicator,
            in: range,
            readings[unit.index],
            samples[unit.index],
            deductions
          )
        )
      } catch {
        throw overflow(unit, indicator, in: range, deductions)
      }
    }
    return Survey(range: range, readings: readings, samples: samples, results: results)
  }

  private func result(
    _ unit: Ordinal<Unit>,
    _ indicator: Ordinal<Indicator>,
    in range: DateRange?,
    _ reading: Reading?,
    _ sample: Sample,
    _ deductions: Deductions
  ) throws(ArithmeticOverflow) -> IndicatorResult? {
    let rule = scheme.indicators[indicator]
    guard rule.applies(to: unit) else { return nil }
    let full = rule.points[unit.index]
    if case .findings(let cap) = rule.method {
      let score = try deductions.sum(unit, indicator, in: range)
        .map {
          counted throws(ArithmeticOverflow) -> Decimal6? in
          try Indicator.Method.findings(full, cap: cap, counted: counted)
        }
      return IndicatorResult(full: full, measure: nil, isMissing: false, score: score)
    }
    guard let reading else {
      return IndicatorResult(full: full, measure: nil, isMissing: true, score: Outlook(nil))
    }
    return IndicatorResult(
      full: full,
      measure: reading.measure,
      isMissing: false,
      score: try outlook(rule, full, reading, sample)
    )
  }

  /// A dynamic indicator's shortfall is provisional, so that `best` has all points.
  private func outlook(
    _ rule: Indicator,
    _ full: Decimal6,
    _ reading: Reading,
    _ sample: Sample
  ) throws(ArithmeticOverflow) -> Outlook<Decimal6?> {
    var outlook = Outlook<Decimal6?>(try rule.score(full, reading, in: sample))
    if isProvisionallyShort(rule, reading) { outlook.best = full }
    return outlook
  }

  private func readings(
    _ indicator: Ordinal<Indicator>,
    in range: DateRange?
  ) throws(ScoringFailure) -> [Reading?] {
    let rule = scheme.indicators[indicator]
    var readings: [Reading?] = Array(repeating: nil, count: scheme.units.count)
    if case .findings = rule.method { return readings }
    for unit in scheme.units.ordinals where rule.applies(to: unit) {
      do {
        readings[unit.index] = try reading(unit, indicator, in: range)
      } catch {
        throw overflow(unit, indicator, in: range)
      }
    }
    return readings
  }

  /// The sample in which each unit stands, by unit.
  func samples(of readings: [Reading?], by scope: Indicator.Scope) -> [Sample] {
    let groups = scheme.units.map { scope == .all ? 0 : $0.category.index }
    var measures: [[Decimal6]] = Array(repeating: [], count: max(1, scheme.categories.count))
    for (group, reading) in zip(groups, readings) {
      if let reading { measures[group].append(reading.measure) }
    }
    let samples = measures.map(Sample.init)
    return groups.map { samples[$0] }
  }
}

/// An indicator over a range, by unit, before anything is done about missing measures.
struct Survey {
  let range: DateRange?
  /// What the rows say; nil where missing, not applicable or under method `findings`.
  let readings: [Reading?]
  /// Among which measures each unit stands.
  let samples: [Sample]
  /// The results; nil where the indicator does not apply.
  ///
  /// The score of a missing measure is nil.
  let results: [IndicatorResult?]
}

/// An indicator over a range, whole and in the parts of its fold.
struct FoldedSurvey {
  let whole: Survey
  /// Empty where nothing is folded.
  let parts: [Survey]
  /// By unit, with fold and missing policy applied; nil where the indicator does not apply.
  let results: [IndicatorResult?]
}

extension Indicator {
  /// S by the indicator's method; not for method `findings`, which measures nothing.
  func score(
    _ full: Decimal6,
    _ reading: Reading,
    in sample: Sample
  ) throws(ArithmeticOverflow) -> Decimal6 {
    switch method {
    case .findings: return full
    case .completion(let maxRatio):
      return try Method.completion(
        full,
        maxRatio: maxRatio,
        value: reading.value,
        target: reading.target ?? .one
      )
    case .threshold(let threshold):
      return try threshold.score(
        full,
        measure: reading.measure,
        target: reading.target ?? reading.measure
      )
    case .best: return try Method.best(full, measure: reading.measure, in: sample, direction)
    case .rank(let steps):
      let rank = sample.rank(of: reading.measure, direction)
      return try steps.score(full, rank: rank, among: sample.count)
    case .efficacy(let efficacy):
      return try efficacy.score(full, measure: reading.measure, in: sample, direction)
    case .brackets(let brackets): return brackets.score(measure: reading.measure)
    }
  }
}
