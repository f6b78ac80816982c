/// A text in which digits are sought: every scalar as an ASCII byte, and the runs of digits.
struct FoldedDigits {
  /// Which scalars are looked at, and what counts as a digit.
  enum Reading {
    /// All scalars, digits alone.
    case plain
    /// Without those that are not seen.
    case seen
    /// The same with circled and Chinese numerals as digits.
    case spelled
  }

  /// The scalars that are looked at.
  let scalars: [Unicode.Scalar]
  /// Where each of them stands in the text.
  private let places: [Int]
  /// All scalars of the text.
  private let text: [Unicode.Scalar]
  /// A byte for every scalar: ASCII, 1 for what is not seen, 0 for all else.
  private(set) var bytes: [UInt8]
  /// The runs of digits.
  private(set) var runs: [Range<Int>] = []

  /// Scalars that may stand between two groups of one number.
  static let longestGap = 4

  init(_ text: [Unicode.Scalar], as reading: Reading = .plain) {
    self.text = text
    places = text.indices.filter { reading == .plain || FoldedDigits.fold(text[$0]) != 1 }
    scalars = places.map { text[$0] }
    bytes = scalars.map { scalar in
      let digit = reading == .spelled ? FoldedDigits.spelled(scalar) : nil
      return digit.map { 48 + $0 } ?? FoldedDigits.fold(scalar)
    }
    blankEscapes()
    findRuns()
  }

  /// Whether a folded byte may part the groups of a number.
  static func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case 1, UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "/"):
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

  /// Whether one of the words begins at a place.
  func begins(_ words: [String], at place: Int) -> Bool {
    words.contains { word in
      let letters = word.unicodeScalars
      let end = place + letters.count
      return end <= scalars.count && scalars[place..<end].elementsEqual(letters)
    }
  }

  /// Whether the text ends at a place, or no Chinese character stands there.
  func isNoIdeograph(at place: Int) -> Bool {
    !scalars.indices.contains(place) || !(0x4E00...0x9FFF).contains(scalars[place].value)
  }

  /// A part with the middle digits as `*`, all else kept, and its place in the text.
  func masking(
    _ range: Range<Int>,
    readable: (first: Int, last: Int)
  ) -> (range: Range<Int>, masked: String) {
    let isMarked = { (byte: UInt8) in FoldedDigits.isDigit(byte) || byte | 32 == 120 }
    let marked = range.filter { isMarked(bytes[$0]) }
    let start = places[range.lowerBound]
    let whole = start..<places[range.upperBound - 1] + 1
    var result = Array(text[whole])
    for place in marked.dropFirst(readable.first).dropLast(readable.last) {
      result[places[place] - start] = "*"
    }
    return (whole, String(String.UnicodeScalarView(result)))
  }

  /// Whether the text has scalars that are not seen.
  static func hasUnseen(_ text: [Unicode.Scalar]) -> Bool { text.contains { fold($0) == 1 } }

  /// The digit that a circled or Chinese numeral stands for; nil for all else.
  static func spelled(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 0x2460...0x2468: UInt8(scalar.value - 0x245F)
    case 0x2474...0x247C: UInt8(scalar.value - 0x2473)
    case 0x2488...0x2490: UInt8(scalar.value - 0x2487)
    case 0x2776...0x277E: UInt8(scalar.value - 0x2775)
    case 0x2780...0x2788: UInt8(scalar.value - 0x277F)
    case 0x278A...0x2792: UInt8(scalar.value - 0x2789)
    case 0x3007, 0x96F6, 0x24EA, 0x24FF: 0
    case 0x4E00, 0x58F9, 0x5E7A: 1
    case 0x4E8C, 0x8D30: 2
    case 0x4E09, 0x53C1: 3
    case 0x56DB, 0x8086: 4
    case 0x4E94, 0x4F0D: 5
    case 0x516D, 0x9646: 6
    case 0x4E03, 0x67D2: 7
    case 0x516B, 0x634C: 8
    case 0x4E5D, 0x7396: 9
    default: nil
    }
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
