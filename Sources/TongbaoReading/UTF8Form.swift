/// What well-formed UTF-8 is.
///
/// Source: Unicode 15, table 3-7.
enum UTF8Form {
  /// The length of the well-formed sequence at `index`: 1 to 4; 0 where there is none; −1 where the text
  /// ends within what may become one.
  @inline(__always)
  static func length(at index: Int, in text: ByteView, end: Int) -> Int {
    let lead = text[index]
    if lead < 0x80 { return 1 }
    let (length, low, high) = shape(of: lead)
    guard length > 0 else { return 0 }
    var offset = 1
    while offset < length {
      guard index + offset < end else { return -1 }
      let byte = text[index + offset]
      let fits = offset == 1 ? byte >= low && byte <= high : byte & 0xC0 == 0x80
      guard fits else { return 0 }
      offset += 1
    }
    return length
  }

  /// Length, and the bounds of the second byte, that a lead byte announces; length 0 for none.
  @inline(__always)
  private static func shape(of lead: UInt8) -> (Int, UInt8, UInt8) {
    switch lead {
    case 0xC2...0xDF: (2, 0x80, 0xBF)
    case 0xE0: (3, 0xA0, 0xBF)
    case 0xED: (3, 0x80, 0x9F)
    case 0xE1...0xEF: (3, 0x80, 0xBF)
    case 0xF0: (4, 0x90, 0xBF)
    case 0xF1...0xF3: (4, 0x80, 0xBF)
    case 0xF4: (4, 0x80, 0x8F)
    default: (0, 0, 0)
    }
  }

  /// Whether a text is well formed and common: no NUL, no sequence of four bytes, none that begins with E0 or ED.
  ///
  /// Most texts are; of the others nothing is said. Without branches, many bytes a step.
  static func isCommon(_ text: ByteView) -> Bool {
    let end = text.count
    guard end >= 3, text[0] != 0, text[1] != 0, text[end - 1] < 0xC0, text[end - 2] < 0xE0
    else { return false }
    let first = length(at: 0, in: text, end: end)
    guard first > 1 || first == 1 && length(at: 1, in: text, end: end) > 0 else { return false }
    return text.allSatisfy { before, last, byte in
      // A byte continues a sequence where one of two bytes or more, or of three, began before it.
      let isMissed: UInt8 =
        (Int8(bitPattern: byte) < -64 ? 1 : 0) ^ ((last >= 0xC0 ? 1 : 0) | (before >= 0xE0 ? 1 : 0))
      let isRare: UInt8 =
        (byte == 0 ? 1 : 0) | (byte == 0xE0 ? 1 : 0) | (byte == 0xED ? 1 : 0)
        | (byte >= 0xF0 ? 1 : 0) | (byte & 0xFE == 0xC0 ? 1 : 0)
      return isMissed | isRare == 0
    }
  }

  /// The first place from `start` that is not well formed; nil where all is.
  ///
  /// Runs of ASCII go in steps of eight bytes, runs of Chinese in steps of three.
  static func firstFault(in text: ByteView, from start: Int, to end: Int) -> Int? {
    var index = start
    while index < end {
      if index + 8 <= end {
        let word = text.word(at: index)
        let high = word & 0x8080_8080_8080_8080
        if high == 0 {
          index += 8
          continue
        }
        index += high.trailingZeroBitCount / 8
        index = afterCommonTriples(in: text, from: index, to: end)
        guard index < end else { return nil }
      }
      let length = length(at: index, in: text, end: end)
      guard length > 0 else { return index }
      index += length
    }
    return nil
  }

  /// Skips sequences of three bytes with leads E1 to EC, EE and EF, whose other bytes need one test.
  @inline(__always)
  private static func afterCommonTriples(in text: ByteView, from start: Int, to end: Int) -> Int {
    var index = start
    while index + 8 <= end {
      let word = text.word(at: index)
      // Two sequences at a time: 1110xxxx 10xxxxxx 10xxxxxx each.
      if word & 0x0000_C0C0_F0C0_C0F0 == 0x0000_8080_E080_80E0,
        isCommon(word & 0x0F), isCommon(word >> 24 & 0x0F)
      {
        index += 6
      } else if word & 0x00C0_C0F0 == 0x0080_80E0, isCommon(word & 0x0F) {
        index += 3
      } else {
        break
      }
    }
    return index
  }

  /// E0 and ED narrow the second byte and are left to the full test.
  @inline(__always)
  private static func isCommon(_ low: UInt64) -> Bool {
    low != 0 && low != 0x0D
  }
}
