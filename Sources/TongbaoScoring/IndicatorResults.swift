import TongbaoModel

/// A number under each of the three assumptions about open matters.
struct Outlook<Value> {
  /// As things stand.
  var actual: Value
  /// Every open matter settled well.
  var best: Value
  /// Every open matter failed.
  var worst: Value

  /// The same under each assumption.
  init(_ value: Value) {
    (actual, best, worst) = (value, value, value)
  }

  init(actual: Value, best: Value, worst: Value) {
    self.actual = actual
    self.best = best
    self.worst = worst
  }

  /// Computes each number anew.
  func map<Result>(
    _ transform: (Value) throws(ArithmeticOverflow) -> Result
  ) throws(ArithmeticOverflow) -> Outlook<Result> {
    Outlook<Result>(
      actual: try transform(actual),
      best: try transform(best),
      worst: try transform(worst)
    )
  }
}

/// What one unit has of one indicator over a range.
struct IndicatorResult {
  /// B.
  var full: Decimal6
  /// x; nil where missing and under method `findings`.
  var measure: Decimal6?
  /// Whether the measure is missing; under a fold, whether every part's is.
  var isMissing: Bool
  /// S; nil where excluded.
  var score: Outlook<Decimal6?>
}
