extension EncodingChoice {
  /// Whether ASCII holds Chinese in UTF-7: `+` and base64 of UTF-16BE, three runs of it at least and
  /// nothing else behind a `+`.
  static func looksLikeUTF7(_ head: [UInt8]) -> Bool {
    var runs = 0
    var index = 0
    while let plus = head[index...].firstIndex(of: 0x2B) {
      let run = head[(plus + 1)...].prefix { digit(of: $0) != nil }
      index = run.endIndex
      // `+-` is a plus sign; what the head cuts off says nothing.
      if index == head.count || run.isEmpty && head[index] == 0x2D { continue }
      guard isChinese(run) else { return false }
      runs += 1
    }
    return runs >= 3
  }

  /// Whether base64 gives nothing but Chinese characters and full-width signs.
  private static func isChinese(_ run: ArraySlice<UInt8>) -> Bool {
    guard run.count >= 3 else { return false }
    var bits: UInt32 = 0
    var width = 0
    var units = 0
    for byte in run {
      bits = bits << 6 | (digit(of: byte) ?? 0)
      width += 6
      guard width >= 16 else { continue }
      width -= 16
      let unit = bits >> UInt32(width)
      bits &= 1 << UInt32(width) - 1
      guard (0x3000...0x9FFF).contains(unit) || (0xFF00...0xFFEF).contains(unit) else {
        return false
      }
      units += 1
    }
    return units > 0 && bits == 0
  }

  /// The value of a base64 digit.
  private static func digit(of byte: UInt8) -> UInt32? {
    switch byte {
    case 0x41...0x5A: UInt32(byte) - 0x41
    case 0x61...0x7A: UInt32(byte) - 0x61 + 26
    case 0x30...0x39: UInt32(byte) - 0x30 + 52
    case 0x2B: 62
    case 0x2F: 63
    default: nil
    }
  }
}
