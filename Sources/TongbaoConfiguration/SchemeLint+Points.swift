import TongbaoModel

// Points of indicators against what can be had.
extension SchemeLint {
  /// Steps worth more than the indicator is to some unit.
  static func pointsAboveFull(_ scheme: Scheme) -> [LintFinding] {
    scheme.indicators.enumerated()
      .compactMap { position, indicator in
        guard let step = indicator.steps.max(by: { $0.points < $1.points }),
          let unit = scheme.units.ordinals.filter(indicator.applies)
            .min(by: { indicator.points[$0.index] < indicator.points[$1.index] }),
          step.points > indicator.points[unit.index]
        else { return nil }
        return LintFinding(
          .schemePointsAboveFull,
          at: "indicators[\(position)].\(step.path)",
          [
            "indicator": .text(indicator.name), "unit": .text(scheme.units[unit].name),
            "full": .points(indicator.points[unit.index]), "step": step.name,
            "points": .decimal(step.points),
          ]
        )
      }
  }

  /// Indicators whose full points some unit cannot get, whatever it does.
  static func fullPointsOutOfReach(_ scheme: Scheme) -> [LintFinding] {
    scheme.indicators.enumerated()
      .compactMap { position, indicator in
        let compared = scheme.countCompared(indicator)
        for unit in scheme.units.ordinals where indicator.applies(to: unit) {
          let full = indicator.points[unit.index]
          guard let best = indicator.best(of: full, among: compared(unit)), best < full else {
            continue
          }
          return LintFinding(
            .schemeFullPointsOutOfReach,
            at: "indicators[\(position)].points",
            [
              "indicator": .text(indicator.name), "unit": .text(scheme.units[unit].name),
              "full": .points(full), "best": .decimal(best),
            ]
          )
        }
        return nil
      }
  }

  /// Gains beyond the target that nothing caps.
  static func unlimitedGains(_ scheme: Scheme) -> [LintFinding] {
    scheme.indicators.enumerated()
      .compactMap { position, indicator in
        guard case .threshold(let threshold) = indicator.method, let gain = threshold.gainPer,
          gain.cap == nil, gain.points.isPositive,
          let unit = scheme.units.ordinals.first(where: indicator.applies),
          let example = gain.doubling(indicator.points[unit.index])
        else { return nil }
        return LintFinding(
          .schemeUnlimitedGain,
          at: "indicators[\(position)].gainPer",
          [
            "indicator": .text(indicator.name), "unit": .text(scheme.units[unit].name),
            "full": .decimal(indicator.points[unit.index]),
            "distance": .decimal(example.distance), "score": .decimal(example.score),
          ]
        )
      }
  }

  /// Full marks that add up to other than 100 or 1000, one unit of each category; not where units
  /// that are compared differ, which is said already.
  static func unusualFullMarks(_ scheme: Scheme) -> [LintFinding] {
    let full = scheme.units.ordinals.map(scheme.fullMark)
    return scheme.categories.ordinals.compactMap { category in
      let members = scheme.units.ordinals.filter { scheme.units[$0].category == category }
      let compared = Set(members.filter { scheme.units[$0].isRanked }.map { full[$0.index] })
      guard scheme.rankBy == .rate || compared.count < 2,
        let unit = members.first(where: { full[$0.index].map(isUsual) == false }),
        let sum = full[unit.index]
      else { return nil }
      return LintFinding(
        .schemeUnusualFullMarks,
        at: "categories[\(category.index)]",
        [
          "category": .text(scheme.categories[category].name),
          "unit": .text(scheme.units[unit].name), "full": .decimal(sum),
        ]
      )
    }
  }

  private static func isUsual(_ full: Decimal6) -> Bool {
    full == Decimal6(millionths: 100_000_000) || full == Decimal6(millionths: 1_000_000_000)
  }
}

extension Scheme {
  /// The points of all indicators of a unit; nil beyond all numbers.
  fileprivate func fullMark(of unit: Ordinal<Unit>) -> Decimal6? {
    try? indicators.reduce(Decimal6.zero) { try $0.adding($1.points[unit.index]) }
  }
}

extension Indicator.Threshold.Rate {
  /// So many whole steps beyond the target that the gain is at least `full` points, and the score
  /// then.
  fileprivate func doubling(_ full: Decimal6) -> (distance: Decimal6, score: Decimal6)? {
    let steps = (full.millionths + points.millionths - 1) / points.millionths
    let (distance, isFar) = step.millionths.multipliedReportingOverflow(by: steps)
    let (gain, isHuge) = points.millionths.multipliedReportingOverflow(by: steps)
    guard !isFar, !isHuge, let score = try? full.adding(Decimal6(millionths: gain)) else {
      return nil
    }
    return (Decimal6(millionths: distance), score)
  }
}
