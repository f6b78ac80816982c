extension PersonalData {
  /// Whether bytes of UTF-8 may hold such a number: false means surely not.
  ///
  /// Looks at every fourth byte, and at all of them only where a digit is met.
  package static func mayContain(
    _ bytes: borrowing Span<UInt8>,
    from start: Int,
    to end: Int
  ) -> Bool {
    // Every number has four digits side by side at least once.
    var index = start + 3
    while index < end {
      if isPartOfDigit(index, bytes, start, end) { return hasManyDigits(bytes, start, end) }
      index += 4
    }
    return false
  }

  /// Whether a byte is a digit or one of the three bytes of a full-width one.
  @inline(__always)
  private static func isPartOfDigit(
    _ index: Int,
    _ bytes: borrowing Span<UInt8>,
    _ start: Int,
    _ end: Int
  ) -> Bool {
    let byte = bytes[index]
    if byte &- 48 <= 9 { return true }
    if byte &- 0x90 <= 9 {
      return index > start + 1 && bytes[index - 1] == 0xBC && bytes[index - 2] == 0xEF
    }
    if byte == 0xEF { return isWideDigit(index, bytes, end) }
    return byte == 0xBC && index > start && isWideDigit(index - 1, bytes, end)
  }

  @inline(__always)
  private static func isWideDigit(
    _ index: Int,
    _ bytes: borrowing Span<UInt8>,
    _ end: Int
  ) -> Bool {
    index + 2 < end && bytes[index] == 0xEF && bytes[index + 1] == 0xBC
      && (0x90...0x99).contains(bytes[index + 2])
  }

  /// Whether ten digits stand together, with nothing between that a number could not have.
  private static func hasManyDigits(
    _ bytes: borrowing Span<UInt8>,
    _ start: Int,
    _ end: Int
  ) -> Bool {
    var index = start
    var count = 0
    var gap = 0
    while index < end {
      let byte = bytes[index]
      let isWide = byte == 0xEF && isWideDigit(index, bytes, end)
      if isWide || byte &- 48 <= 9 {
        count += 1
        gap = 0
        if count == 10 { return true }
        index += isWide ? 3 : 1
        continue
      }
      gap += 1
      if gap > FoldedDigits.longestGap * 3 || endsNumber(byte) { count = 0 }
      // Most text is made of such characters of three bytes.
      let isIdeograph =
        byte &- 0xE4 <= 5 && index + 2 < end && bytes[index + 1] >= 0x80
        && bytes[index + 2] >= 0x80
      index += isIdeograph ? 3 : 1
    }
    return false
  }

  /// Bytes that stand in no number: first bytes of U+4000 to U+9FFF, and ASCII that neither parts
  /// digits nor belongs to an escape.
  @inline(__always)
  private static func endsNumber(_ byte: UInt8) -> Bool {
    if byte >= 0x80 { return byte &- 0xE4 <= 5 }
    return switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "x"): false
    case UInt8(ascii: "A")...UInt8(ascii: "F"), UInt8(ascii: "a")...UInt8(ascii: "f"): false
    default: !FoldedDigits.isSeparator(byte)
    }
  }
}
