package import TongbaoModel

extension Scoring {
  /// What every unit reached in every measured indicator, indicator by indicator, then in scheme order.
  ///
  /// Units and indicators without a measure are left out. Each percentage is rounded once, to 6 decimals.
  package static func achievements(
    in assessment: Assessment,
    _ records: Records,
    under scheme: Scheme
  ) throws(ScoringFailure) -> [Achievement] {
    let standing = try Standing(records, under: scheme, for: assessment)
    var list: [Achievement] = []
    for indicator in scheme.indicators.ordinals {
      for unit in scheme.units.ordinals {
        do {
          if let reached = try standing.achievement(unit, indicator) { list.append(reached) }
        } catch {
          throw .overflow(.init(unit: unit, indicator: indicator))
        }
      }
    }
    return list
  }
}

extension Standing {
  fileprivate func achievement(
    _ unit: Ordinal<Unit>,
    _ indicator: Ordinal<Indicator>
  ) throws(ArithmeticOverflow) -> Achievement? {
    let rule = scheme.indicators[indicator]
    if case .findings = rule.method { return nil }
    guard rule.applies(to: unit), let reading = try reading(unit, indicator, in: range) else {
      return nil
    }
    let last = try Measuring(rule).lastYear(of: rows(unit, indicator, in: range).map { rows[$0] })
    return Achievement(
      unit: unit,
      indicator: indicator,
      value: reading.value,
      target: reading.target,
      completion: try rule.completion(reading),
      growth: try last.flatMap { last throws(ArithmeticOverflow) in
        try Measuring.growth(of: reading.value, since: last)
      },
      isMet: reading.target.map { rule.meets($0, rule.compared(reading)) }
    )
  }
}

extension Indicator {
  /// X ÷ T × 100 where more is better and the target is one of X itself.
  fileprivate func completion(_ reading: Reading) throws(ArithmeticOverflow) -> Decimal6? {
    guard measure != .growth, isHigherBetter, let target = reading.target else { return nil }
    return try Measuring.completion(of: reading.value, target: target)
  }

  /// Whether more is better, for the target of any method.
  var isHigherBetter: Bool {
    if case .threshold(let threshold) = method { return threshold.direction == .atLeast }
    return direction == .higher
  }

  /// What is compared with the target: x under `threshold`, else X.
  func compared(_ reading: Reading) -> Decimal6 {
    if case .threshold = method { return reading.measure }
    return reading.value
  }

  /// Whether a value meets a target, in the indicator's direction.
  func meets(_ target: Decimal6, _ value: Decimal6) -> Bool {
    isHigherBetter ? value >= target : value <= target
  }
}
