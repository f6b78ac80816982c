extension PersonalData {
  /// Whether bytes of UTF-8 may hold such a number: false means surely not.
  ///
  /// Looks at every third or fourth byte, and at all of them only where a digit is met.
  package static func mayContain(
    _ bytes: borrowing Span<UInt8>,
    from start: Int,
    to end: Int
  ) -> Bool {
    // Every number has four digits side by side at least once, but for what is not seen: that takes
    // two or three bytes, so that steps of both lengths meet a digit.
    var index = start
    var step = 3
    while index < end {
      if isPartOfDigit(index, bytes, start, end) {
        return hasManyDigits(bytes, start, end) || hasSpelledDigits(bytes, start, end)
      }
      index += step
      step = 7 - step
    }
    return hasSpelledDigits(bytes, start, end)
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

  /// Whether ten digits stand together, with nothing between that a number could not have, or seven
  /// where a telephone is named.
  private static func hasManyDigits(
    _ bytes: borrowing Span<UInt8>,
    _ start: Int,
    _ end: Int
  ) -> Bool {
    var index = start
    var count = 0
    var most = 0
    var gap = 0
    while index < end {
      let byte = bytes[index]
      let isWide = byte == 0xEF && isWideDigit(index, bytes, end)
      if isWide || byte &- 48 <= 9 {
        count += 1
        gap = 0
        if count == 10 { return true }
        most = max(most, count)
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
    return most >= 7 && namesTelephone(bytes, start, end)
  }

  /// The words beside which seven digits are a telephone's number, as bytes in small letters.
  private static let telephone: [[UInt8]] = [
    "电话", "座机", "固话", "热线", "传真", "tel", "phone", "fax", "ｔｅｌ", "ＴＥＬ",
  ]
  .map { Array($0.utf8) }

  private static func namesTelephone(
    _ bytes: borrowing Span<UInt8>,
    _ start: Int,
    _ end: Int
  ) -> Bool {
    for index in start..<end {
      for word in telephone where index + word.count <= end {
        var place = 0
        while place < word.count, small(bytes[index + place]) == word[place] { place += 1 }
        if place == word.count { return true }
      }
    }
    return false
  }

  private static func small(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 32 : byte }

  /// Whether four circled or Chinese numerals stand side by side: each has three bytes.
  private static func hasSpelledDigits(
    _ bytes: borrowing Span<UInt8>,
    _ start: Int,
    _ end: Int
  ) -> Bool {
    var index = start + 2
    while index < end {
      var first = index
      while first > start, index - first < 2, bytes[first] & 0xC0 == 0x80 { first -= 1 }
      if isSpelledDigit(first, bytes, end), hasFourSpelled(around: first, bytes, start, end) {
        return true
      }
      index += 9
    }
    return false
  }

  /// Whether four stand around one of them, with nothing between but digits and what is not seen.
  private static func hasFourSpelled(
    around index: Int,
    _ bytes: borrowing Span<UInt8>,
    _ start: Int,
    _ end: Int
  ) -> Bool {
    var first = index
    while let length = numeral(before: first, bytes, start, end) { first -= length }
    var count = 0
    while first < end, let length = numeral(first, bytes, end) {
      if length == 3, isSpelledDigit(first, bytes, end) { count += 1 }
      if count == 4 { return true }
      first += length
    }
    return false
  }

  private static func numeral(
    before index: Int,
    _ bytes: borrowing Span<UInt8>,
    _ start: Int,
    _ end: Int
  ) -> Int? {
    for length in 1...3 where index - length >= start {
      if numeral(index - length, bytes, end) == length { return length }
    }
    return nil
  }

  /// How many bytes a numeral, a digit or what is not seen takes; nil for all else.
  private static func numeral(
    _ index: Int,
    _ bytes: borrowing Span<UInt8>,
    _ end: Int
  ) -> Int? {
    if bytes[index] &- 48 <= 9 { return 1 }
    if bytes[index] == 0xC2, index + 1 < end, bytes[index + 1] == 0xAD { return 2 }
    guard index + 2 < end, bytes[index] &- 0xE2 <= 13 else { return nil }
    if isSpelledDigit(index, bytes, end) || isWideDigit(index, bytes, end) { return 3 }
    return switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
    case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA0...0xA9),
      (0xEF, 0xBB, 0xBF):
      3
    default: nil
    }
  }

  @inline(__always)
  private static func isSpelledDigit(
    _ index: Int,
    _ bytes: borrowing Span<UInt8>,
    _ end: Int
  ) -> Bool {
    guard index + 2 < end, bytes[index] &- 0xE2 <= 7 else { return false }
    let value =
      UInt32(bytes[index] & 15) << 12 | UInt32(bytes[index + 1] & 63) << 6
      | UInt32(bytes[index + 2] & 63)
    return Unicode.Scalar(value).map { FoldedDigits.spelled($0) != nil } ?? false
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
