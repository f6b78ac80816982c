import TongbaoModel

/// A unit's sums over a range. Source: scoring.md §6.
struct Totals {
  var full = Decimal6.zero
  var applicable = Decimal6.zero
  var base = Outlook(Decimal6.zero)
  var rate: Decimal6?
  var total = Outlook(Decimal6.zero)

  init(
    _ results: [IndicatorResult],
    _ events: EventTotals,
    coefficient: Decimal6,
    isZeroed: Bool
  ) throws(ArithmeticOverflow) {
    for result in results {
      full = try full.adding(result.full)
      guard let actual = result.score.actual else { continue }
      applicable = try applicable.adding(result.full)
      base.actual = try base.actual.adding(actual)
      base.best = try base.best.adding(result.score.best ?? actual)
      base.worst = try base.worst.adding(result.score.worst ?? actual)
    }
    if applicable.isPositive {
      let scaled = try Int128(base.actual.millionths).times(1_000_000)
      rate = try .rounding(scaled, over: Int128(applicable.millionths))
    }
    guard !isZeroed else { return }
    for assumption in Outlook<Decimal6>.assumptions {
      let points = try counted(base[keyPath: assumption], times: coefficient)
      total[keyPath: assumption] = try Totals.total(points, events)
    }
  }

  /// `scaled × coefficient`, rounded once; scaled is the base where nothing is excluded.
  func counted(
    _ base: Decimal6,
    times coefficient: Decimal6
  ) throws(ArithmeticOverflow) -> Decimal6 {
    guard full != applicable else {
      return try .rounding(
        Int128(base.millionths).times(Int128(coefficient.millionths)), over: 1_000_000)
    }
    guard applicable.isPositive else { return .zero }
    let scaled = try Ratio(full).multiplied(
      by: Ratio(Int128(base.millionths), Int128(applicable.millionths)))
    return try scaled.multiplied(by: Ratio(coefficient)).rounded()
  }

  /// max(0, points + bonus − penalty − veto deductions).
  static func total(
    _ points: Decimal6,
    _ events: EventTotals
  ) throws(ArithmeticOverflow) -> Decimal6 {
    let sum = try points.adding(events.bonus).subtracting(events.penalty)
    return max(.zero, try sum.subtracting(events.deducted))
  }
}
