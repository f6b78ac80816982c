import TongbaoModel

extension Indicator.Threshold {
  /// How far the measure is on the wrong side of the target; below 0 on the right side.
  func shortfall(
    of measure: Decimal6,
    from target: Decimal6
  ) throws(ArithmeticOverflow) -> Ratio {
    let (better, worse) = direction == .atLeast ? (target, measure) : (measure, target)
    return try Ratio(Int128(better.millionths) - Int128(worse.millionths), 1_000_000)
  }

  /// Whether the measure misses the target.
  func isShort(_ measure: Decimal6, of target: Decimal6) -> Bool {
    direction == .atLeast ? measure < target : measure > target
  }

  /// B with the gain beyond the target, or less the loss below it.
  func score(
    _ full: Decimal6,
    measure: Decimal6,
    target: Decimal6
  ) throws(ArithmeticOverflow) -> Decimal6 {
    let shortfall = try shortfall(of: measure, from: target)
    if shortfall.numerator > 0 {
      guard let lossPer else { return .zero }
      let loss = try points(lossPer, for: shortfall)
      // Kept above 0 before it is rounded: a huge loss is no overflow.
      return try Ratio.greatest(.zero, Ratio(full).subtracting(loss)).rounded()
    }
    guard let gainPer else { return full }
    var gain = try points(gainPer, for: shortfall.magnitude)
    if let cap = gainPer.cap { gain = try .least(Ratio(cap), gain) }
    return try Ratio(full).adding(gain).rounded()
  }

  private func points(_ rate: Rate, for distance: Ratio) throws(ArithmeticOverflow) -> Ratio {
    let steps = try distance.divided(by: Ratio(rate.step))
    return try Ratio(rate.points).multiplied(by: wholeSteps ? steps.whole : steps)
  }
}
