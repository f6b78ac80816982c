import TongbaoModel

extension Indicator.Efficacy {
  /// 功效系数法: from `base` at the unacceptable value to all points at the satisfactory one.
  func score(
    _ full: Decimal6,
    measure: Decimal6,
    in sample: Sample,
    _ direction: Indicator.Direction
  ) throws(ArithmeticOverflow) -> Decimal6 {
    let good = satisfactory.value(sample.best(direction) ?? measure)
    let bad = unacceptable.value(sample.worst(direction) ?? measure)
    guard good != bad else { return full }
    let progress = try Ratio(
      Int128(measure.millionths) - Int128(bad.millionths),
      Int128(good.millionths) - Int128(bad.millionths)
    )
    let rest = try Ratio.one.subtracting(Ratio(base))
    let share = try Ratio(base).adding(rest.multiplied(by: progress))
    let kept = isClamped ? try Ratio.greatest(.zero, .least(share, .one)) : share
    return try Ratio(full).multiplied(by: kept).rounded()
  }
}

extension Indicator.Efficacy.Bound {
  /// The fixed value, or what the sample says.
  func value(_ sample: Decimal6) -> Decimal6 {
    switch self {
    case .fixed(let value): value
    case .sample: sample
    }
  }
}
