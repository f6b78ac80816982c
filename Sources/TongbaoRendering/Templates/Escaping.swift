import Mustache

/// How values are written into outlines: nothing in a value can start a block or close an inline.
struct OutlineEscaping: MustacheContentType {
  func escapeText(_ text: String) -> String {
    let clean = Sanitised.text(text)
    guard OutlineEscaping.needsEscape(clean) else { return clean }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(clean.utf8.count + 8)
    // Blanks at a line's start are not seen, so what follows them stands at the start too.
    var isAtStart = true
    for byte in clean.utf8 {
      if OutlineEscaping.isMark(byte) || isAtStart && OutlineEscaping.isMarkAtStart(byte) {
        bytes.append(UInt8(ascii: "\\"))
      }
      if byte != UInt8(ascii: " ") { isAtStart = false }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Most values have nothing that means anything.
  private static func needsEscape(_ text: String) -> Bool {
    let bytes = text.utf8.span
    var isAtStart = true
    for index in bytes.indices {
      let byte = bytes[index]
      if isMark(byte) || isAtStart && isMarkAtStart(byte) { return true }
      if byte != UInt8(ascii: " ") { isAtStart = false }
    }
    return false
  }

  /// Whether a byte means something wherever it stands.
  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "|"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: ">"):
      true
    default: false
    }
  }

  /// Whether a byte means something at a line's start, where a value may stand.
  private static func isMarkAtStart(_ byte: UInt8) -> Bool {
    switch byte {
    case 33...47, 58...64, 94...96, 123...126: true
    default: false
    }
  }
}

/// How values are written into HTML, byte by byte: the library's own escaping compares characters,
/// and a quote followed by a combining mark is another character to it.
struct HTMLEscaping: MustacheContentType {
  func escapeText(_ text: String) -> String {
    HTMLEscaping.escape(Sanitised.text(text))
  }

  /// `text` with the five characters that mean something in HTML written as references.
  ///
  /// O(n).
  static func escape(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 8)
    append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends `text` escaped.
  ///
  static func append(_ text: String, to bytes: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
      case UInt8(ascii: "'"): bytes.append(contentsOf: "&#39;".utf8)
      default: bytes.append(byte)
      }
    }
  }
}

/// Text of sheets made harmless for readers: no controls, no characters that turn the direction, none
/// that join what stands before.
enum Sanitised {
  /// Line breaks and tabs become blanks; other controls, direction marks and invisible tags a visible
  /// `·`; a mark at the start, which would sit on a character of the template, gets a `◌` to sit on.
  ///
  /// O(n).
  static func text(_ text: String) -> String {
    let isLoose = text.unicodeScalars.first.map(joinsBefore) ?? false
    guard isLoose || hasReplaced(text) else { return text }
    var scalars = String.UnicodeScalarView()
    if isLoose { scalars.append("\u{25CC}") }
    for scalar in text.unicodeScalars { scalars.append(replacement(of: scalar)) }
    return String(scalars)
  }

  /// Whether a character of the text is replaced: hardly any is, and most need not be decoded to see that.
  private static func hasReplaced(_ text: String) -> Bool {
    let bytes = text.utf8.span
    for index in bytes.indices {
      let byte = bytes[index]
      let length: Int
      switch byte {
      case 0..<0x20, 0x7F: return true
      // First bytes of U+0080–00BF and U+0600–063F, of U+2000–2FFF and U+F000–FFFF, of U+C0000–FFFFF.
      case 0xC2, 0xD8: length = 2
      case 0xE2, 0xEF: length = 3
      case 0xF3: length = 4
      default: continue
      }
      var value = UInt32(byte) & (0x7F >> UInt32(length))
      for next in index + 1..<index + length { value = value << 6 | UInt32(bytes[next] & 0x3F) }
      guard let scalar = Unicode.Scalar(value), replacement(of: scalar) == scalar else {
        return true
      }
    }
    return false
  }

  /// Whether a character is drawn onto the one before it.
  private static func joinsBefore(_ scalar: Unicode.Scalar) -> Bool {
    // Most texts begin with a Latin letter, a digit or a Chinese character.
    guard scalar.value >= 0x300, !(0x4E00...0x9FFF).contains(scalar.value) else { return false }
    return scalar.value == 0x200D || scalar.properties.isGraphemeExtend
      || scalar.properties.generalCategory == .spacingMark
  }

  private static func replacement(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: " "
    case 0x00...0x1F, 0x7F...0x9F, 0x61C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E,
      0x2060...0x206F, 0xFDD0...0xFDEF, 0xFEFF, 0xFFF9...0xFFFB, 0xFFFE, 0xFFFF,
      0xE0000...0xE007F:
      "·"
    default: scalar
    }
  }
}
