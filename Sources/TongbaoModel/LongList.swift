/// A list of perhaps millions of rows, in pieces of equal length.
///
/// It grows without moving what it holds, and takes another list in piece by piece: at no time do two
/// copies of all rows lie side by side.
@usableFromInline
package struct LongList<Element: Sendable>: Sendable {
  /// How many rows a piece has, as a power of two: a piece is larger than what is in use for a short while
  /// when rows are read, so that no holes stay between pieces.
  @usableFromInline static var lengthBits: Int { 14 }
  @usableFromInline static var length: Int { 1 << lengthBits }

  /// All full but the last one, which is not empty.
  @usableFromInline var pieces: [[Element]] = []

  /// No rows.
  @inlinable package init() {}

  /// The rows `elements`.
  @inlinable package init(_ elements: some Sequence<Element>) {
    for element in elements { append(element) }
  }

  /// As many times `element`.
  @inlinable package init(repeating element: Element, count: Int) {
    append(contentsOf: repeatElement(element, count: count))
  }

  /// How many rows there is memory for; the first piece grows by doubling, every other one has its
  /// memory at once.
  package var capacity: Int { pieces.reduce(0) { $0 + $1.capacity } }

  /// Adds a row.
  @inlinable
  package mutating func append(_ element: Element) {
    append(contentsOf: CollectionOfOne(element))
  }

  /// Adds rows.
  @inlinable
  package mutating func append(contentsOf elements: some Collection<Element>) {
    var spare: [Element]?
    append(contentsOf: elements, into: &spare)
  }

  /// Moves the rows of `other` behind these; `other` is empty then.
  ///
  /// What a piece of it lay in takes up what the next one holds.
  @inlinable
  package mutating func append(moving other: inout LongList) {
    guard !pieces.isEmpty else { return swap(&self, &other) }
    var spare: [Element]?
    other.pieces.reverse()
    while var piece = other.pieces.popLast() {
      append(contentsOf: piece, into: &spare)
      piece.removeAll(keepingCapacity: true)
      spare = piece
    }
  }

  /// Adds rows; the first new piece that they need lies where `spare` did.
  @inlinable
  mutating func append(contentsOf elements: some Collection<Element>, into spare: inout [Element]?)
  {
    var rest = elements[...]
    while !rest.isEmpty {
      if pieces.last.map({ $0.count == LongList.length }) ?? true {
        var piece = spare.take() ?? []
        if !pieces.isEmpty { piece.reserveCapacity(LongList.length) }
        pieces.append(piece)
      }
      let last = pieces.count - 1
      let part = rest.prefix(LongList.length - pieces[last].count)
      pieces[last].append(contentsOf: part)
      rest = rest.dropFirst(part.count)
    }
  }

  /// Hands every row over, in order, and gives the memory of each piece back; the list is empty then.
  @inlinable
  package mutating func drain(_ body: (Element) -> Void) {
    pieces.reverse()
    while let piece = pieces.popLast() {
      for element in piece { body(element) }
    }
  }

  /// Changes every row.
  @inlinable
  package mutating func changeEach(_ change: (inout Element) -> Void) {
    for piece in pieces.indices {
      var rows = pieces[piece].mutableSpan
      for row in rows.indices { change(&rows[row]) }
    }
  }

  /// Removes the rows at sorted positions, in place.
  ///
  /// O(n).
  package mutating func removeAll(at positions: [Int]) {
    guard let first = positions.first else { return }
    var kept = first
    var next = 0
    for position in first..<count {
      if next < positions.count, positions[next] == position {
        next += 1
      } else {
        self[kept] = self[position]
        kept += 1
      }
    }
    removeLast(count - kept)
  }

  private mutating func removeLast(_ excess: Int) {
    var excess = excess
    while excess > 0 {
      let last = pieces.count - 1
      let part = Swift.min(excess, pieces[last].count)
      pieces[last].removeLast(part)
      if pieces[last].isEmpty { pieces.removeLast() }
      excess -= part
    }
  }
}

extension LongList: RandomAccessCollection, MutableCollection, ExpressibleByArrayLiteral {
  /// The rows `elements`.
  @inlinable package init(arrayLiteral elements: Element...) {
    self.init(elements)
  }

  /// 0.
  @inlinable package var startIndex: Int { 0 }

  /// How many rows there are.
  @inlinable package var endIndex: Int {
    guard let last = pieces.last else { return 0 }
    return (pieces.count - 1) << LongList.lengthBits + last.count
  }

  /// The row at a position.
  @inlinable package subscript(position: Int) -> Element {
    _read { yield pieces[position >> LongList.lengthBits][position & (LongList.length - 1)] }
    _modify { yield &pieces[position >> LongList.lengthBits][position & (LongList.length - 1)] }
  }

  /// All rows in order, piece by piece: cheaper than by position.
  @inlinable package func makeIterator() -> FlattenSequence<[[Element]]>.Iterator {
    pieces.joined().makeIterator()
  }
}

extension LongList {
  /// The rows from `position` on, one after another: cheaper than by position.
  @inlinable
  package func rows(from position: Int) -> Rows {
    Rows(
      pieces: pieces,
      piece: position >> LongList.lengthBits,
      row: position & (LongList.length - 1)
    )
  }

  /// Goes from row to row.
  @usableFromInline
  package struct Rows: IteratorProtocol {
    @usableFromInline let pieces: [[Element]]
    @usableFromInline var piece: Int
    @usableFromInline var row: Int

    @inlinable
    init(pieces: [[Element]], piece: Int, row: Int) {
      (self.pieces, self.piece, self.row) = (pieces, piece, row)
    }

    /// The next row; nil after the last one.
    @inlinable
    package mutating func next() -> Element? {
      guard piece < pieces.count else { return nil }
      if row == pieces[piece].count {
        (piece, row) = (piece + 1, 0)
        guard piece < pieces.count else { return nil }
      }
      defer { row += 1 }
      return pieces[piece][row]
    }
  }
}
