extension Score {
  /// What the indicators bring to the total: `scaled` × coefficient, rounded once.
  ///
  /// Source: scoring.md §6. Throws where the product is beyond exact arithmetic.
  package func points() throws(ArithmeticOverflow) -> Decimal6 {
    var scaled = Ratio(base)
    if full != applicable {
      guard applicable.isPositive else { return .zero }
      scaled = try Ratio(full).multiplied(by: Ratio(base)).divided(by: Ratio(applicable))
    }
    return try scaled.multiplied(by: Ratio(coefficient)).rounded()
  }

  /// What is missing between the parts and the total: what vetoes take, less what the floor at 0 gives back.
  package func vetoed() throws(ArithmeticOverflow) -> Decimal6 {
    try points().adding(bonus).subtracting(penalty).subtracting(total)
  }
}
