import TongbaoModel

extension Indicator.Method {
  /// max(0, B − min(cap, Σ counted points)).
  ///
  /// Sums are exact, so nothing is rounded.
  static func findings(
    _ full: Decimal6,
    cap: Decimal6?,
    counted: Decimal6
  ) throws(ArithmeticOverflow) -> Decimal6 {
    max(.zero, try full.subtracting(cap.map { min($0, counted) } ?? counted))
  }
}
