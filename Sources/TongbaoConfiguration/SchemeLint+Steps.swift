import TongbaoModel

// Brackets and places, whose points should fall with them.
extension SchemeLint {
  /// Brackets that give as much as the one before.
  static func equalBrackets(_ scheme: Scheme) -> [LintFinding] {
    scheme.indicators.enumerated()
      .flatMap { position, indicator -> [LintFinding] in
        guard case .brackets(let brackets) = indicator.method else { return [] }
        return brackets.indices.dropFirst()
          .compactMap { index in
            let (upper, lower) = (brackets[index - 1], brackets[index])
            guard upper.points == lower.points else { return nil }
            return LintFinding(
              .schemeBracketSamePoints,
              at: "indicators[\(position)].brackets[\(index)].points",
              [
                "indicator": .text(indicator.name), "upper": .decimal(upper.atLeast),
                "lower": .decimal(lower.atLeast), "points": .points(lower.points),
              ]
            )
          }
      }
  }

  /// Steps that give more than a better one.
  static func unevenSteps(_ scheme: Scheme) -> [LintFinding] {
    scheme.indicators.enumerated()
      .flatMap { position, indicator -> [LintFinding] in
        let steps = indicator.isLowerBetter ? [] : indicator.steps
        return steps.indices.dropFirst()
          .compactMap { index in
            let (better, worse) = (steps[index - 1], steps[index])
            guard worse.points > better.points else { return nil }
            return LintFinding(
              .schemePaysMoreForLess,
              at: "indicators[\(position)].\(worse.path)",
              [
                "indicator": .text(indicator.name), "better": better.name,
                "betterPoints": .points(better.points), "worse": worse.name,
                "worsePoints": .decimal(worse.points),
              ]
            )
          }
      }
  }

  /// Steps of 0, which tell nobody apart.
  static func zeroSteps(_ scheme: Scheme) -> [LintFinding] {
    scheme.indicators.enumerated()
      .flatMap { position, indicator -> [LintFinding] in
        guard let unit = scheme.units.ordinals.first(where: indicator.applies) else { return [] }
        let (name, full) = (scheme.units[unit].name, indicator.points[unit.index])
        return indicator.zeroSteps(name, full)
          .map { key, example in
            LintFinding(
              .schemeZeroStep,
              at: "indicators[\(position)].\(key)",
              ["indicator": .text(indicator.name), "example": example]
            )
          }
      }
  }

  /// Lists of places longer than any group that is compared.
  static func placesBeyondGroup(_ scheme: Scheme) -> [LintFinding] {
    scheme.indicators.enumerated()
      .compactMap { position, indicator in
        guard case .rank(.list(let points)) = indicator.method else { return nil }
        let compared = scheme.countCompared(indicator)
        let groups = scheme.units.ordinals.filter(indicator.applies).map(compared)
        guard let most = groups.max(), points.count > most else { return nil }
        return LintFinding(
          .schemePlacesBeyondGroup,
          at: "indicators[\(position)].list[\(most)]",
          [
            "indicator": .text(indicator.name), "listed": .places(points.count),
            "most": .units(most), "first": .number(most + 1), "last": .number(most),
            "points": .points(points[most]), "lastPoints": .points(points[most - 1]),
          ]
        )
      }
  }
}

/// Points that an indicator names for a value or a place.
struct Step {
  /// The value or the place, in words.
  let name: Fact
  let points: Decimal6
  /// Where the points stand, from the indicator on.
  let path: String
}

extension Indicator {
  /// The steps that the method names, best first.
  var steps: [Step] {
    switch method {
    case .brackets(let brackets):
      brackets.enumerated()
        .map { index, bracket in
          Step(
            name: .value(bracket.atLeast),
            points: bracket.points,
            path: "brackets[\(index)].points"
          )
        }
    case .rank(.list(let points)):
      points.enumerated()
        .map { index, points in
          Step(name: .place(index + 1), points: points, path: "list[\(index)]")
        }
    case .rank(.span(let high, let low)):
      [
        Step(name: .place(1), points: high, path: "span.high"),
        Step(name: .lastPlace, points: low, path: "span.low"),
      ]
    default: []
    }
  }

  /// The keys of steps of 0 points, with what follows for a unit to which `full` points are open.
  fileprivate func zeroSteps(
    _ unit: String,
    _ full: Decimal6
  ) -> [(key: String, example: Fact)] {
    switch method {
    case .rank(.percentStep(.zero)): [("percentStep", .lastAsFirst(full))]
    case .rank(.pointStep(.zero)): [("pointStep", .lastAsFirst(full))]
    case .threshold(let threshold):
      [
        threshold.lossPer.flatMap { loss in
          loss.points == .zero ? ("lossPer.points", .noLoss(unit, loss.step, full)) : nil
        },
        threshold.gainPer.flatMap { gain in
          gain.points == .zero ? ("gainPer.points", .noGain(unit, gain.step, full)) : nil
        },
      ]
      .compactMap { $0 }
    default: []
    }
  }

  /// Whether brackets pay for low values throughout, down to 0 and below: of accidents, of complaints.
  fileprivate var isLowerBetter: Bool {
    guard case .brackets(let brackets) = method, let last = brackets.last,
      !last.atLeast.isPositive
    else { return false }
    return zip(brackets, brackets.dropFirst()).allSatisfy { $0.points <= $1.points }
  }
}
