import TongbaoModel

/// The measures among which units are compared, in ascending order.
struct Sample {
  private let measures: [Decimal6]

  init(_ measures: [Decimal6]) {
    self.measures = measures.sorted()
  }

  /// How many units have a measure.
  var count: Int { measures.count }

  /// The best measure; nil of an empty sample.
  func best(_ direction: Indicator.Direction) -> Decimal6? {
    direction == .higher ? measures.last : measures.first
  }

  /// The worst measure; nil of an empty sample.
  func worst(_ direction: Indicator.Direction) -> Decimal6? {
    direction == .higher ? measures.first : measures.last
  }

  /// The place of a measure, ties sharing one: 1, 1, 3.
  ///
  /// O(log n).
  func rank(of measure: Decimal6, _ direction: Indicator.Direction) -> Int {
    switch direction {
    case .higher: 1 + count - firstIndex { $0 > measure }
    case .lower: 1 + firstIndex { $0 >= measure }
    }
  }

  private func firstIndex(where predicate: (Decimal6) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      if predicate(measures[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
