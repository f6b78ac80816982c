/// A part of a document on its way to a parser.
struct XMLSegment {
  /// What the parser has not taken yet of the part before, and new bytes.
  var bytes: [UInt8]
  /// Where the new bytes begin.
  var fresh: Int
  /// Whether nothing follows.
  var isLast: Bool

  /// Bytes that a parser is given at a time.
  static let stepBytes = 131_072

  /// The new bytes as they are to be given to a parser, one range after another; none ends within a character.
  var steps: [Range<Int>] {
    var steps: [Range<Int>] = []
    var start = fresh
    var next = fresh + XMLSegment.stepBytes
    while next < bytes.count {
      var end = next
      while end > start, bytes[end] & 0xC0 == 0x80 { end -= 1 }
      if end > start {
        steps.append(start..<end)
        start = end
      }
      next += XMLSegment.stepBytes
    }
    return steps + [start..<bytes.count]
  }
}

extension ByteView {
  /// No bytes.
  static var empty: ByteView { unsafe ByteView(UnsafeRawBufferPointer(start: nil, count: 0)) }
}
