import TongbaoModel

/// The steps of one unit's score.
struct Receipt {
  let unit: Ordinal<Unit>
  let isCumulative: Bool
  let score: Score
  let rangeScores: RangeScores
  let warning: WarningColour?
  let standing: Standing

  var scheme: Scheme { standing.scheme }
  var records: Records { standing.records }

  /// Total, rank, grade and warning.
  func steps() throws(ArithmeticOverflow) -> [Explanation.Step] {
    [try totalStep(), rankStep(), gradeStep()] + (isCumulative ? [warningStep()] : [])
  }

  /// The total; its parts add up to it unless it stands at the floor of 0.
  private func totalStep() throws(ArithmeticOverflow) -> Explanation.Step {
    let totals = rangeScores.totals[unit.index]
    let events = rangeScores.events[unit.index]
    let points = try totals.counted(score.base, times: score.coefficient)
    let sum = try points.adding(score.bonus).subtracting(score.penalty)
    let parts =
      [try scaledStep(points)] + (try bonusSteps()) + (try vetoSteps(rest: sum))
    let deducted = events.deducted.isPositive ? " − \(events.deducted)" : ""
    let formula =
      "\(Formula.number(points)) + \(Formula.number(score.bonus)) − \(Formula.number(score.penalty))"
    return Explanation.Step(
      clause: .total,
      formula: events.isZeroed ? "0" : "max(0, \(formula)\(deducted))",
      result: "\(score.total)",
      parts: parts
    )
  }

  /// scaled × coefficient; its parts add up to the base.
  private func scaledStep(_ points: Decimal6) throws(ArithmeticOverflow) -> Explanation.Step {
    let coefficient = Formula.number(score.coefficient)
    let base = Formula.number(score.base)
    let formula: String
    if score.full == score.applicable {
      formula = "\(base) × \(coefficient)"
    } else if score.applicable.isPositive {
      formula = "\(score.full) × \(base) ÷ \(score.applicable) × \(coefficient)"
    } else {
      formula = "0"
    }
    var inputs = [
      Explanation.Input(name: "full", value: "\(score.full)"),
      Explanation.Input(name: "applicable", value: "\(score.applicable)"),
      Explanation.Input(name: "base", value: "\(score.base)"),
      Explanation.Input(name: "coefficient", value: "\(score.coefficient)"),
    ]
    if let rate = score.rate { inputs.append(.init(name: "rate", value: "\(rate)")) }
    return Explanation.Step(
      clause: .scaled,
      formula: formula,
      inputs: inputs,
      result: "\(points)",
      parts: try indicatorSteps()
    )
  }

  private func rankStep() -> Explanation.Step {
    let category = scheme.units[unit].category
    let own = rangeScores.printed[unit.index]
    let others = scheme.units.ordinals.filter { scheme.units[$0].category == category }
    return Explanation.Step(
      clause: .rank,
      formula: score.rank.map { "1 + \($0 - 1)" } ?? "∅",
      inputs: [.init(name: "printed", value: own.formatted(places: scheme.display))]
        + others.filter { $0 != unit }
        .map {
          Explanation.Input(
            name: scheme.units[$0].id,
            value: rangeScores.printed[$0.index].formatted(places: scheme.display)
          )
        },
      result: score.rank.map(String.init)
    )
  }

  private func gradeStep() -> Explanation.Step {
    let printed = rangeScores.printed[unit.index].formatted(places: scheme.display)
    let least = score.grade.flatMap { scheme.grades[$0].atLeast }
    var inputs = [Explanation.Input(name: "printed", value: printed)]
    if let rank = score.rank { inputs.append(.init(name: "rank", value: "\(rank)")) }
    if let least { inputs.append(.init(name: "atLeast", value: "\(least)")) }
    inputs += score.vetoes.compactMap { veto in
      scheme.vetoes[veto].capGrade
        .map {
          Explanation.Input(name: scheme.vetoes[veto].id, value: scheme.grades[$0].name)
        }
    }
    return Explanation.Step(
      clause: .grade,
      formula: score.grade == nil ? "∅" : least.map { "\(printed) ≥ \($0)" } ?? printed,
      inputs: inputs,
      result: score.grade.map { scheme.grades[$0].name }
    )
  }

  private func warningStep() -> Explanation.Step {
    let states = score.indicators.flatMap(\.cases).map { standing.cases.state(at: $0) }
    var inputs = [
      Explanation.Input(name: "open", value: "\(states.count { $0 == .open })"),
      Explanation.Input(name: "overdue", value: "\(states.count { $0 == .overdue })"),
    ]
    if let rate = score.rate { inputs.insert(.init(name: "rate", value: "\(rate)"), at: 0) }
    return Explanation.Step(
      clause: .warning,
      formula: "",
      inputs: inputs,
      result: warning?.rawValue
    )
  }
}
