/// The position of an element in its list of the scheme: two bytes instead of a name, and no mix-up of lists.
@usableFromInline
package struct Ordinal<Element>: Sendable, Hashable, Comparable {
  /// Position from 0.
  @usableFromInline package let rawValue: UInt16

  /// The position `rawValue`.
  @inlinable package init(_ rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// The position `index`, which must fit: the scheme's reader refuses lists of more than 65,000 elements.
  @inlinable package init(index: Int) {
    rawValue = UInt16(index)
  }

  /// The position as an index.
  @inlinable package var index: Int { Int(rawValue) }

  @inlinable package static func < (left: Ordinal, right: Ordinal) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension Array {
  /// The element at `ordinal`.
  @inlinable package subscript(_ ordinal: Ordinal<Element>) -> Element {
    _read { yield self[ordinal.index] }
  }

  /// All positions of the list, in order.
  @inlinable package var ordinals: [Ordinal<Element>] {
    indices.map { Ordinal(index: $0) }
  }
}
