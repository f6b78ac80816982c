/// What a unit reached in a measured indicator, from the window's start to the day of the scores.
package struct Achievement: Sendable, Hashable {
  /// The unit.
  package var unit: Ordinal<Unit>
  /// The indicator.
  package var indicator: Ordinal<Indicator>
  /// X, in the indicator's unit.
  package var value: Decimal6
  /// T, of the latest row that has one, else the scheme's; nil where there is none.
  package var target: Decimal6?
  /// X ÷ T × 100, in percent; nil where more is not better or T says nothing of X.
  package var completion: Decimal6?
  /// (X − L) ÷ |L| × 100, in percent; nil where last year's value is absent or 0.
  package var growth: Decimal6?
  /// Whether the target is met, in the indicator's direction; nil where there is none.
  package var isMet: Bool?

  /// An achievement with every part given.
  package init(
    unit: Ordinal<Unit>,
    indicator: Ordinal<Indicator>,
    value: Decimal6,
    target: Decimal6?,
    completion: Decimal6?,
    growth: Decimal6?,
    isMet: Bool?
  ) {
    self.unit = unit
    self.indicator = indicator
    self.value = value
    self.target = target
    self.completion = completion
    self.growth = growth
    self.isMet = isMet
  }
}
