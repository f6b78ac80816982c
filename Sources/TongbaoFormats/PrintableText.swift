/// Text of an input as it may stand in a terminal.
package enum PrintableText {
  /// The text with each control, line end and direction override as `·`: one character for one
  /// character.
  ///
  /// O(n).
  package static func clean(_ text: some StringProtocol) -> String {
    guard text.unicodeScalars.contains(where: isHarmful) else { return String(text) }
    return String(
      text.map { character in
        character.unicodeScalars.contains(where: isHarmful) ? "·" : character
      }
    )
  }

  /// Whether a terminal might obey a scalar instead of showing it.
  static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069, 0x200E, 0x200F: true
    default: false
    }
  }
}
