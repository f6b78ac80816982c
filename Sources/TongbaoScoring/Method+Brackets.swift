import TongbaoModel

extension [Indicator.Bracket] {
  /// The points of the first bracket that the measure reaches, else 0.
  func score(measure: Decimal6) -> Decimal6 {
    first { measure >= $0.atLeast }?.points ?? .zero
  }
}
