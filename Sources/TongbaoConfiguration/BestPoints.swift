import TongbaoModel

// The most that a method can give.
extension Indicator {
  /// The most points that the method gives a unit to which `full` points are open, among `count`
  /// units compared; nil where there is no limit.
  ///
  /// Source: scoring.md §5.
  func best(of full: Decimal6, among count: Int) -> Decimal6? {
    switch method {
    case .findings, .best, .rank(.percentStep), .rank(.pointStep): full
    case .completion(let maxRatio):
      try? Ratio(full).multiplied(by: Ratio(maxRatio)).rounded()
    case .threshold(let threshold): threshold.best(of: full)
    case .rank(.list(let points)): points.prefix(max(1, count)).max() ?? .zero
    case .rank(.span(let high, _)): high
    case .efficacy(let efficacy): efficacy.isLimited ? full : nil
    case .brackets(let brackets): brackets.map(\.points).max() ?? .zero
    }
  }

  /// The most points of a unit, whatever is measured or missing; nil where there is no limit.
  ///
  /// `most` is what the method gives at best to the units of the category.
  func best(of full: Decimal6, among count: Int, inCategory most: () -> Decimal6?) -> Decimal6? {
    guard let own = best(of: full, among: count) else { return nil }
    switch missing {
    case .exclude, .zero: return own
    case .full: return max(own, full)
    case .groupMean: return most().map { max(own, $0) }
    }
  }

  /// Whether a unit without measure may do without the indicator.
  var isExcludable: Bool {
    if case .findings = method { return false }
    return missing == .exclude || missing == .groupMean
  }
}

extension Indicator.Threshold {
  fileprivate func best(of full: Decimal6) -> Decimal6? {
    guard let gainPer, gainPer.points.isPositive else { return full }
    return gainPer.cap.flatMap { try? full.adding($0) }
  }
}

extension Indicator.Efficacy {
  /// Whether nobody gets more than all points; without clamp a fixed value may be surpassed at will.
  fileprivate var isLimited: Bool {
    isClamped || base == .one || satisfactory == unacceptable
  }
}
