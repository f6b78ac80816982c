/// A part of a document on its way to a parser.
struct XMLSegment: Sendable {
  /// Room, what the parser has not taken yet of the part before, and new bytes.
  private(set) var bytes: [UInt8]
  /// Where the new bytes begin.
  private(set) var fresh: Int
  /// Where the bytes begin that the parser has not taken.
  private(set) var start: Int
  /// Whether nothing follows.
  let isLast: Bool
  /// Whether bytes that did not decode are marked, here or before.
  let holdsFaults: Bool

  /// Bytes that a parser is given at a time.
  static let stepBytes = 131_072

  /// The bytes from `fresh` on, after room for what the parser leaves of the part before.
  init(_ bytes: [UInt8], from fresh: Int, isLast: Bool, holdsFaults: Bool) {
    self.bytes = bytes
    self.fresh = fresh
    start = fresh
    self.isLast = isLast
    self.holdsFaults = holdsFaults
  }

  /// Takes the bytes out.
  mutating func takeBytes() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  /// Puts what the parser has not taken of the part before in front.
  mutating func prepend(_ pending: [UInt8]) {
    if pending.count > fresh {
      bytes.replaceSubrange(..<fresh, with: pending)
      fresh = pending.count
      start = 0
    } else {
      start = fresh - pending.count
      for (index, byte) in pending.enumerated() { bytes[start + index] = byte }
    }
  }

  /// The new bytes as they are to be given to a parser, one range after another; none ends within a character.
  var steps: [Range<Int>] {
    var steps: [Range<Int>] = []
    var start = fresh
    // A few bytes more are no step of their own.
    while bytes.count - start > XMLSegment.stepBytes + 8 {
      var end = start + XMLSegment.stepBytes
      while end > start + 1, bytes[end] & 0xC0 == 0x80 { end -= 1 }
      steps.append(start..<end)
      start = end
    }
    return steps + [start..<bytes.count]
  }
}

extension ByteView {
  /// No bytes.
  static var empty: ByteView { unsafe ByteView(UnsafeRawBufferPointer(start: nil, count: 0)) }
}
