import TongbaoModel

extension Standing {
  /// Whether a reading misses the target of a dynamic indicator while that is still provisional.
  func isProvisionallyShort(_ rule: Indicator, _ reading: Reading) -> Bool {
    guard case .threshold(let threshold) = rule.method, threshold.isDynamic,
      asOf < scheme.window.to, let target = reading.target
    else { return false }
    return threshold.isShort(reading.measure, of: target)
  }

  /// The state of a dynamic indicator over the window up to the day; nil where it has none.
  func dynamicState(
    _ unit: Ordinal<Unit>,
    _ indicator: Ordinal<Indicator>
  )
    throws(ArithmeticOverflow) -> CaseState?
  {
    guard case .threshold(let threshold) = scheme.indicators[indicator].method,
      threshold.isDynamic, let reading = try reading(unit, indicator, in: range),
      let target = reading.target
    else { return nil }
    if threshold.isShort(reading.measure, of: target) {
      return asOf < scheme.window.to ? .open : .confirmed
    }
    let wasShort = rows(unit, indicator, in: range)
      .contains {
        threshold.isShort(rows[$0].value, of: target)
      }
    return wasShort ? .restored : nil
  }
}
