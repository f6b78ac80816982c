import TongbaoModel

extension Receipt {
  /// A step for every applicable indicator, in scheme order.
  func indicatorSteps() throws(ArithmeticOverflow) -> [Explanation.Step] {
    var steps: [Explanation.Step] = []
    for own in score.indicators { steps.append(try step(own)) }
    return steps
  }

  private func step(_ own: IndicatorScore) throws(ArithmeticOverflow) -> Explanation.Step {
    let parts = rangeScores.surveys[own.indicator.index].parts
    if own.isMissing { return try missingStep(own) }
    guard !parts.isEmpty else {
      return try plainStep(own.indicator, rangeScores.surveys[own.indicator.index].whole)
    }
    var steps: [Explanation.Step] = []
    var scores: [Decimal6] = []
    for part in parts {
      guard let score = part.results[unit.index]?.score.actual else { continue }
      steps.append(try plainStep(own.indicator, part))
      scores.append(score)
    }
    return Explanation.Step(
      clause: .fold,
      subject: scheme.indicators[own.indicator].id,
      formula: try Formula.mean(scores),
      inputs: fullInput(own.indicator),
      result: own.score.map { "\($0)" },
      parts: steps
    )
  }

  /// What the policy says in place of a measure.
  private func missingStep(_ own: IndicatorScore) throws(ArithmeticOverflow) -> Explanation.Step {
    let rule = scheme.indicators[own.indicator]
    let formula: String
    switch rule.missing {
    case .exclude: formula = "∅"
    case .zero: formula = "0"
    case .full: formula = "\(own.full)"
    case .groupMean:
      let category = scheme.units[unit].category
      let scores = scheme.units.ordinals.compactMap { other -> Decimal6? in
        guard scheme.units[other].category == category,
          let result = rangeScores.results[own.indicator.index][other.index], !result.isMissing
        else { return nil }
        return result.score.actual
      }
      formula = scores.isEmpty ? "∅" : try Formula.mean(scores)
    }
    return Explanation.Step(
      clause: .indicator,
      subject: rule.id,
      formula: formula,
      inputs: fullInput(own.indicator) + [.init(name: "missing", value: rule.missing.rawValue)],
      result: own.score.map { "\($0)" }
    )
  }

  /// The score over one range.
  private func plainStep(
    _ indicator: Ordinal<Indicator>,
    _ survey: Survey
  ) throws(ArithmeticOverflow) -> Explanation.Step {
    let rule = scheme.indicators[indicator]
    let full = rule.points[unit.index]
    var inputs = fullInput(indicator)
    if let range = survey.range {
      inputs.append(.init(name: "from", value: "\(range.from)"))
      inputs.append(.init(name: "to", value: "\(range.to)"))
    }
    let score = survey.results[unit.index]?.score.actual
    let findings = standing.cases(unit, indicator, in: survey.range).map { $0 }
    let formula: String
    var parts: [Explanation.Step] = []
    if case .findings(let cap) = rule.method {
      let counted = findings.map { standing.cases.counts(at: $0).actual }.filter { $0 != .zero }
      formula = try Formula.findings(full, cap: cap, counted)
      parts = findings.map(findingStep)
    } else if let reading = survey.readings[unit.index] {
      formula = Formula.score(rule, full, reading, in: survey.samples[unit.index])
      parts = [measureStep(indicator, reading, in: survey.range)]
    } else {
      formula = "∅"
    }
    return Explanation.Step(
      clause: .indicator,
      subject: rule.id,
      formula: formula,
      inputs: inputs,
      result: score.map { "\($0)" },
      parts: parts
    )
  }

  private func fullInput(_ indicator: Ordinal<Indicator>) -> [Explanation.Input] {
    [.init(name: "full", value: "\(scheme.indicators[indicator].points[unit.index])")]
  }

  /// The points of a finding, with every row that decides them.
  private func findingStep(_ position: Int) -> Explanation.Step {
    let finding = standing.cases[position]
    let row = records.inspections[finding.inspection]
    let source = records.source(of: row.place)
    var inputs = [
      Explanation.Input(name: "date", value: "\(row.date)", source: source),
      Explanation.Input(name: "points", value: "\(finding.points)", source: source),
      Explanation.Input(name: "state", value: finding.state.rawValue),
    ]
    if let due = finding.due {
      inputs.append(
        .init(name: "due", value: "\(due)", source: row.due == nil ? nil : source)
      )
    }
    inputs += finding.reasons.map { .init(name: "reason", value: $0.rawValue) }
    inputs += followUpInputs(standing.rulings.inspections[finding.inspection])
    return Explanation.Step(
      clause: .finding,
      subject: row.record,
      formula: formula(finding),
      inputs: inputs,
      result: "\(finding.counted)"
    )
  }

  /// `p × partlyFactual × share`, as the table of scoring.md §3 multiplies.
  private func formula(_ finding: Case) -> String {
    guard finding.state != .inadmissible, finding.state != .withdrawn else { return "0" }
    let ruling = standing.rulings.inspections[finding.inspection]
    let partly = records.truth(ruling) == .partly ? " × \(scheme.partlyFactual)" : ""
    let result = records.rectification(ruling)?.result
    let shares = scheme.provisional
    let share =
      switch (finding.state, result) {
      case (.confirmed, .failed): " × \(shares.failed)"
      case (.restored, _): " × (1 − \(shares.onTime))"
      case (.reduced, .done): " × (1 − \(shares.late))"
      case (.reduced, _): " × (1 − \(shares.partial))"
      default: ""
      }
    return Formula.number(finding.points) + partly + share
  }
}
