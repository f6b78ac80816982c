/// Positions in a list, ascending, four bytes each; a part shares the memory of the whole.
package struct Positions: Sendable {
  private let numbers: ArraySlice<UInt32>

  /// The positions `numbers`.
  package init(_ numbers: ArraySlice<UInt32>) {
    self.numbers = numbers
  }
}

extension Positions: RandomAccessCollection, ExpressibleByArrayLiteral {
  /// The positions `elements`, each below 2³².
  package init(arrayLiteral elements: Int...) {
    self.init(elements)
  }

  /// The positions `elements`, each below 2³².
  package init(_ elements: [Int]) {
    numbers = elements.map { UInt32($0) }[...]
  }

  /// Index of the first position; not always 0.
  package var startIndex: Int { numbers.startIndex }
  /// Index after the last position.
  package var endIndex: Int { numbers.endIndex }

  /// The position at an index.
  package subscript(index: Int) -> Int { Int(numbers[index]) }

  /// The positions at some indices.
  package subscript(indices: Range<Int>) -> Positions { Positions(numbers[indices]) }
}
