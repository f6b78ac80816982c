import TongbaoModel

extension Receipt {
  /// The bonus as it adds and the penalty as it subtracts, each with its events.
  func bonusSteps() throws(ArithmeticOverflow) -> [Explanation.Step] {
    let events = rangeScores.events[unit.index]
    let bonus = Explanation.Step(
      clause: .bonus,
      formula: formula(events.bonusItems, scheme.bonuses),
      result: "\(score.bonus)",
      parts: eventSteps {
        if case .bonus(let item) = $0 { self.scheme.bonuses.items[item].id } else { nil }
      }
    )
    let penalty = Explanation.Step(
      clause: .penalty,
      formula: "−(\(formula(events.penaltyItems, scheme.penalties)))",
      result: "\(try Decimal6.zero.subtracting(score.penalty))",
      parts: eventSteps {
        if case .penalty(let item) = $0 { self.scheme.penalties.items[item].id } else { nil }
      }
    )
    return [bonus, penalty]
  }

  /// What each veto takes from the total; a zero veto takes all that is left.
  func vetoSteps(rest: Decimal6) throws(ArithmeticOverflow) -> [Explanation.Step] {
    var steps: [Explanation.Step] = []
    var left = rest
    for veto in score.vetoes {
      let rule = scheme.vetoes[veto]
      let parts = eventSteps {
        if case .veto(let other) = $0, other == veto { rule.id } else { nil }
      }
      let count = parts.count { $0.result != "0" }
      let taken = try Decimal6.rounding(
        Int128((rule.deduct ?? .zero).millionths).times(Int128(count)),
        over: 1
      )
      left = try left.subtracting(taken)
      steps.append(
        Explanation.Step(
          clause: .veto,
          subject: rule.id,
          formula: "−\(rule.deduct ?? .zero) × \(count)",
          result: "\(try Decimal6.zero.subtracting(taken))",
          parts: parts
        )
      )
    }
    if let zeroing = score.vetoes.firstIndex(where: { scheme.vetoes[$0].zeroesTotal }),
      let own = steps[zeroing].result.flatMap({ Decimal6($0) })
    {
      let deducted = own == .zero ? "0" : steps[zeroing].formula
      steps[zeroing].formula = "\(deducted) − \(left)"
      steps[zeroing].result = "\(try own.subtracting(left))"
    }
    return steps
  }

  /// `min(5, min(1.5, 2) + 0.3)`.
  private func formula(_ sums: [Decimal6], _ group: ItemGroup) -> String {
    let parts = zip(sums, group.items).filter { $0.0 != .zero }
      .map { sum, item in
        item.cap.map { "min(\($0), \(sum))" } ?? Formula.number(sum)
      }
    let sum = parts.isEmpty ? "0" : parts.joined(separator: " + ")
    return group.cap.map { "min(\($0), \(sum))" } ?? sum
  }

  /// The unit's events in the range whose matter has an id.
  private func eventSteps(_ id: (Event.Matter) -> String?) -> [Explanation.Step] {
    standing.events.entries(of: unit)
      .compactMap { entry in
        let event = records.events[entry.event]
        guard let range = rangeScores.range, range.contains(event.date), let id = id(event.matter)
        else { return nil }
        let source = records.source(of: event.place)
        var inputs = [Explanation.Input(name: "date", value: "\(event.date)", source: source)]
        if let count = event.count {
          inputs.append(.init(name: "count", value: "\(count)", source: source))
        }
        if let points = event.points {
          inputs.append(.init(name: "points", value: "\(points)", source: source))
        }
        inputs += followUpInputs(standing.rulings.events[entry.event])
        return Explanation.Step(
          clause: .event,
          subject: event.record ?? id,
          formula: formula(event, entry.truth),
          inputs: inputs,
          result: result(event, entry)
        )
      }
  }

  private func formula(_ event: Event, _ truth: Truth) -> String {
    let share = truth == .whole ? "" : " × \(truth.share(partly: scheme.partlyFactual))"
    let count = event.count.map { " × \($0)" } ?? ""
    switch event.matter {
    case .bonus(let item):
      return (event.points.map(Formula.number) ?? "\(scheme.bonuses.items[item].points)\(count)")
        + share
    case .penalty(let item):
      return (event.points.map(Formula.number) ?? "\(scheme.penalties.items[item].points)\(count)")
        + share
    case .veto(let veto):
      let share = truth.share(partly: scheme.partlyFactual)
      // However much of it stands, a veto deducts its points whole, once.
      return share.isPositive
        ? scheme.vetoes[veto].deduct.map { "−\($0) × 1" } ?? "\(share)" : "\(share)"
    }
  }

  private func result(_ event: Event, _ entry: EventBook.Entry) -> String {
    guard case .veto(let veto) = event.matter else { return "\(entry.points)" }
    let isInEffect = entry.truth.share(partly: scheme.partlyFactual).isPositive
    return isInEffect ? scheme.vetoes[veto].deduct.map { "-\($0)" } ?? "1" : "0"
  }

  /// The ruling follow-ups of a record, each with its row.
  func followUpInputs(_ ruling: Ruling) -> [Explanation.Input] {
    [ruling.verification, ruling.appeal, ruling.rectification, ruling.recheck]
      .compactMap {
        guard let position = $0 else { return nil }
        let row = records.followUps[position]
        let (name, value): (String, String) =
          switch row.content {
          case .rectification(let result): ("rectification", result.rawValue)
          case .verification(let factuality, _, _): ("verification", factuality.rawValue)
          case .appeal(let decision): ("appeal", decision.rawValue)
          case .recheck(let isConsistent):
            ("recheck", isConsistent ? "consistent" : "inconsistent")
          }
        return Explanation.Input(
          name: name,
          value: "\(value) \(row.date)",
          source: records.source(of: row.place)
        )
      }
  }
}
