/// The columns of code points that take the same room wherever they stand, asked of ICU once.
enum SimpleWidths {
  /// No width: how wide it is depends on its neighbours, or it is half of a pair.
  private static let none: UInt8 = 255

  private static let table: [UInt8] = (0..<0x1_0000)
    .map { value in
      guard let scalar = Unicode.Scalar(UInt32(value)), !joins(scalar) else { return none }
      return UInt8(TextWidth.columns(of: scalar))
    }

  /// Emoji, and what makes emoji of other characters.
  private static func joins(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x80, 0x4E00...0x9FFF: false
    case 0x200D, 0x20E3, 0xFE00...0xFE0F: true
    default: scalar.properties.isEmoji
    }
  }

  /// The UTF-16 units of a text; nil where a code point takes two.
  ///
  /// The library's own view counts them first, through an index of the text that is thrown away.
  static func units(of text: String) -> [UInt16]? {
    var units: [UInt16] = []
    units.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      guard let unit = UInt16(exactly: scalar.value) else { return nil }
      units.append(unit)
    }
    return units
  }

  /// The columns of each UTF-16 unit; nil where one has none by itself.
  static func columns(of units: [UInt16]) -> [UInt8]? {
    let table = table
    let widths = units.map { table[Int($0)] }
    return widths.contains(none) ? nil : widths
  }

  /// The columns of a text; nil where a code point has none by itself.
  static func columns(of text: some StringProtocol) -> Int? {
    let table = table
    var columns = 0
    for scalar in text.unicodeScalars {
      guard scalar.value < 0x1_0000, table[Int(scalar.value)] != none else { return nil }
      columns += Int(table[Int(scalar.value)])
    }
    return columns
  }
}
