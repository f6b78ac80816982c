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
    if byte < 0x80 { return byte &- 48 <= 9 }
    return switch byte {
    case 0xEF: isWideDigit(index, bytes, end)
    case 0xBC: index > start && isWideDigit(index - 1, bytes, end)
    case 0x90...0x99: index > start + 1 && isWideDigit(index - 2, bytes, end)
    default: false
    }
  }

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
      let isWide = isWideDigit(index, bytes, end)
      if isWide || bytes[index] &- 48 <= 9 {
        count += 1
        gap = 0
        if count == 10 { return true }
      } else {
        gap += 1
        if gap > FoldedDigits.longestGap * 3 || endsNumber(bytes[index]) { count = 0 }
      }
      index += isWide ? 3 : 1
    }
    return false
  }

  /// Bytes that stand in no number: first bytes of U+4000 to U+9FFF, and ASCII that neither parts
  /// digits nor belongs to an escape.
  private static func endsNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case 0xE4...0xE9: true
    case 0x80...: false
    case UInt8(ascii: "\\"), UInt8(ascii: "x"): false
    case UInt8(ascii: "A")...UInt8(ascii: "F"), UInt8(ascii: "a")...UInt8(ascii: "f"): false
    default: !FoldedDigits.isSeparator(byte)
    }
  }
}
