/// Text in UTF-8, and where bytes stood that did not decode.
struct DecodedText: Sendable {
  /// A run of bytes that did not decode, shown in the text as `\xNN` each.
  struct Fault: Sendable, Equatable {
    /// First byte of what is shown.
    var start: Int
    /// One past it.
    var end: Int
    /// Whether the bytes are NULs, which decode but are no text.
    var isNul: Bool

    /// The same fault in a text that begins `offset` bytes earlier.
    func moved(by offset: Int) -> Fault {
      Fault(start: start + offset, end: end + offset, isNul: isNul)
    }
  }

  /// The text.
  var bytes: [UInt8] = []
  /// The faults, by place.
  var faults: [Fault] = []

  /// Shows an undecodable byte; one that follows another belongs to the same fault.
  mutating func appendFault(_ byte: UInt8) {
    let start = bytes.count
    bytes += [0x5C, 0x78, DecodedText.digit(byte >> 4), DecodedText.digit(byte & 15)]
    if let last = faults.last, last.end == start, last.isNul == (byte == 0) {
      faults[faults.count - 1].end = bytes.count
    } else {
      faults.append(Fault(start: start, end: bytes.count, isNul: byte == 0))
    }
  }

  /// Appends a code point that is no surrogate.
  @inline(__always)
  mutating func append(_ point: UInt32) {
    if point < 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: point))
    } else if point < 0x800 {
      bytes.append(UInt8(truncatingIfNeeded: 0xC0 | point >> 6))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | point & 0x3F))
    } else if point < 0x10000 {
      bytes.append(UInt8(truncatingIfNeeded: 0xE0 | point >> 12))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | point >> 6 & 0x3F))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | point & 0x3F))
    } else {
      bytes.append(UInt8(truncatingIfNeeded: 0xF0 | point >> 18))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | point >> 12 & 0x3F))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | point >> 6 & 0x3F))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | point & 0x3F))
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? 0x30 + value : 0x37 + value
  }
}
