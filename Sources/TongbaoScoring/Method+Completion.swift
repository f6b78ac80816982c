import TongbaoModel

extension Indicator.Method {
  /// B × min(X ÷ T, maxRatio), at least 0; T is not 0.
  static func completion(
    _ full: Decimal6,
    maxRatio: Decimal6,
    value: Decimal6,
    target: Decimal6
  ) throws(ArithmeticOverflow) -> Decimal6 {
    let ratio = try Ratio(Int128(value.millionths), Int128(target.millionths))
    let share = try Ratio.least(ratio, Ratio(maxRatio))
    return try Ratio.greatest(.zero, Ratio(full).multiplied(by: share)).rounded()
  }
}
