/// A text in which digits are sought: every scalar as an ASCII byte, and the runs of digits.
struct FoldedDigits {
  /// The text itself.
  let scalars: [Unicode.Scalar]
  /// A byte for every scalar: ASCII, 1 for what is not seen, 0 for all else.
  private(set) var bytes: [UInt8]
  /// The runs of digits.
  private(set) var runs: [Range<Int>] = []

  /// Scalars that may stand between two groups of one number.
  static let longestGap = 4

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    bytes = scalars.map(FoldedDigits.fold)
    blankEscapes()
    findRuns()
  }

  /// Whether a folded byte may part the groups of a number.
  static func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case 1, UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "("), UInt8(ascii: ")"):
      true
    default: false
    }
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 <= 9 }

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 32) &- 97 < 26 }

  /// The byte at a place; 0 beyond the ends.
  subscript(place: Int) -> UInt8 { bytes.indices.contains(place) ? bytes[place] : 0 }

  /// Whether one of the words, in small letters, stands in a part of the text.
  func holds(_ words: [String], in range: Range<Int>) -> Bool {
    var part = String.UnicodeScalarView()
    let near = range.clamped(to: scalars.indices)
    for place in near where bytes[place] != 1 {
      let byte = FoldedDigits.isLetter(bytes[place]) ? bytes[place] | 32 : bytes[place]
      part.append(byte == 0 ? scalars[place] : Unicode.Scalar(byte))
    }
    let text = String(part)
    return words.contains { text.contains($0) }
  }

  /// A part of the text with the middle digits as `*`, separators kept.
  func masking(_ range: Range<Int>, as kind: PersonalData.Kind) -> String {
    let (first, last) = kind.readable
    let isMarked = { (byte: UInt8) in FoldedDigits.isDigit(byte) || byte | 32 == 120 }
    let total = bytes[range].count(where: isMarked)
    var place = 0
    var result = String.UnicodeScalarView()
    for (scalar, byte) in zip(scalars[range], bytes[range]) {
      guard isMarked(byte) else {
        result.append(scalar)
        continue
      }
      result.append(place < first || place >= total - last ? scalar : "*")
      place += 1
    }
    return String(result)
  }

  private static func fold(_ scalar: Unicode.Scalar) -> UInt8 {
    switch scalar.value {
    case 0x21...0x7E: UInt8(scalar.value)
    case 0xFF01...0xFF5E: UInt8(scalar.value - 0xFEE0)
    case 0x20, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: UInt8(ascii: " ")
    case 0x2010...0x2015, 0x2212: UInt8(ascii: "-")
    case 0xB7, 0x2022, 0x30FB: UInt8(ascii: ".")
    // What is typed for the X of an identity number: ×, Cyrillic Х, Roman Ⅹ.
    case 0xD7, 0x425, 0x445, 0x2169, 0x2179: UInt8(ascii: "x")
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: 1
    default: 0
    }
  }

  /// `\x9D`, which stands for a byte that could not be decoded, is neither letter nor digit.
  private mutating func blankEscapes() {
    for place in bytes.indices.dropLast(3)
    where bytes[place] == UInt8(ascii: "\\") && bytes[place + 1] == UInt8(ascii: "x")
      && isHex(bytes[place + 2], from: 8) && isHex(bytes[place + 3], from: 0)
    {
      bytes.replaceSubrange(place..<place + 4, with: repeatElement(1, count: 4))
    }
  }

  private func isHex(_ byte: UInt8, from least: UInt8) -> Bool {
    (48 + least...57).contains(byte) || (97...102).contains(byte | 32)
  }

  private mutating func findRuns() {
    var index = 0
    while index < bytes.count {
      guard FoldedDigits.isDigit(bytes[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < bytes.count, FoldedDigits.isDigit(bytes[index]) { index += 1 }
      runs.append(start..<index)
    }
  }
}
