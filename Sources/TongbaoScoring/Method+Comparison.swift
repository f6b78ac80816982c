import TongbaoModel

extension Indicator.Method {
  /// B × x ÷ x_best, or B × x_best ÷ x; 0 where either is not above 0.
  static func best(
    _ full: Decimal6,
    measure: Decimal6,
    in sample: Sample,
    _ direction: Indicator.Direction
  ) throws(ArithmeticOverflow) -> Decimal6 {
    guard let best = sample.best(direction), best.isPositive, measure.isPositive else {
      return .zero
    }
    let (part, whole) = direction == .higher ? (measure, best) : (best, measure)
    return try .rounding(
      Int128(full.millionths).times(Int128(part.millionths)),
      over: Int128(whole.millionths)
    )
  }
}

extension Indicator.RankSteps {
  /// The points of place `rank` among `count`.
  func score(
    _ full: Decimal6,
    rank: Int,
    among count: Int
  ) throws(ArithmeticOverflow) -> Decimal6 {
    switch self {
    case .percentStep(let step):
      let lost = try Ratio(step).multiplied(by: Ratio(rank - 1))
      let kept = try Ratio.one.subtracting(lost)
      return max(.zero, try Ratio(full).multiplied(by: kept).rounded())
    case .pointStep(let step):
      let lost = try Ratio(step).multiplied(by: Ratio(rank - 1))
      return max(.zero, try Ratio(full).subtracting(lost).rounded())
    case .list(let points):
      return points.isEmpty ? .zero : points[min(rank, points.count) - 1]
    case .span(let high, let low):
      guard count > 1 else { return high }
      let width = try Ratio(Int128(high.millionths) - Int128(low.millionths), 1_000_000)
      let share = try Ratio(Int128(rank - 1), Int128(count - 1))
      return try Ratio(high).subtracting(width.multiplied(by: share)).rounded()
    }
  }
}
