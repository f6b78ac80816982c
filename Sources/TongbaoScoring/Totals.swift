import TongbaoModel

/// A unit's sums over a range.
///
/// Source: scoring.md §6.
struct Totals {
  var full = Decimal6.zero
  var applicable = Decimal6.zero
  var base = Outlook(Decimal6.zero)
  var rate: Decimal6?
  var total = Outlook(Decimal6.zero)

  init(
    _ results: [IndicatorResult],
    _ events: EventTotals,
    of unit: Unit
  ) throws(ArithmeticOverflow) {
    for result in results {
      full = try full.adding(result.full)
      guard let actual = result.score.actual else { continue }
      applicable = try applicable.adding(result.full)
      base.actual = try base.actual.adding(actual)
      base.best = try base.best.adding(result.score.best ?? actual)
      base.worst = try base.worst.adding(result.score.worst ?? actual)
    }
    rate = try rate(of: base.actual)
    total = try base.map { base throws(ArithmeticOverflow) -> Decimal6 in
      try total(of: base, events, unit)
    }
  }

  /// base ÷ applicable; nil with nothing applicable.
  func rate(of base: Decimal6) throws(ArithmeticOverflow) -> Decimal6? {
    guard applicable.isPositive else { return nil }
    let numerator = try Int128(base.millionths).times(1_000_000)
    return try .rounding(numerator, over: Int128(applicable.millionths))
  }

  /// max(0, scaled × coefficient + bonus − penalty − veto deductions), or 0 under a zero veto.
  func total(
    of base: Decimal6,
    _ events: EventTotals,
    _ unit: Unit
  ) throws(ArithmeticOverflow) -> Decimal6 {
    guard !events.isZeroed else { return .zero }
    let points = try counted(base, times: unit.coefficient)
    let sum = try points.adding(events.bonus).subtracting(events.penalty)
    return max(.zero, try sum.subtracting(events.deducted))
  }

  /// `scaled × coefficient`, rounded once; scaled is the base where nothing is excluded.
  func counted(
    _ base: Decimal6,
    times coefficient: Decimal6
  ) throws(ArithmeticOverflow) -> Decimal6 {
    guard full != applicable else {
      return try .rounding(
        Int128(base.millionths).times(Int128(coefficient.millionths)),
        over: 1_000_000
      )
    }
    guard applicable.isPositive else { return .zero }
    let scaled = try Ratio(full)
      .multiplied(
        by: Ratio(Int128(base.millionths), Int128(applicable.millionths))
      )
    return try scaled.multiplied(by: Ratio(coefficient)).rounded()
  }
}
