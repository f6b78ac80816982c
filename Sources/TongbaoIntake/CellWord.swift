import TongbaoModel

/// Words with a meaning of their own in cells.
///
/// Source: sheets.md §3.
enum CellWord {
  private static let absent = ["无", "/", "-", "—", "——", "--", "N/A", "n/a", "NA", "－"]
    .map { FoldedName($0) }
  private static let yes = [
    "是", "有", "1", "√", "✓", "✔", "Y", "y", "YES", "Yes", "yes", "TRUE", "true",
  ]
  .map { FoldedName($0) }
  private static let no = [
    "否", "无", "0", "×", "✗", "✘", "X", "x", "N", "n", "NO", "No", "no", "FALSE", "false",
  ]
  .map { FoldedName($0) }

  /// Whether an optional field with this text is left out: empty, 无, `/`, `-`, `—`, `N/A`.
  @inline(__always)
  static func isAbsent(_ text: ByteText, _ bytes: borrowing Bytes) -> Bool {
    text.isEmpty || (text.count <= 9 && isAbsentWord(text, bytes))
  }

  private static func isAbsentWord(_ text: ByteText, _ bytes: borrowing Bytes) -> Bool {
    // The first bytes that a word of the list can have, and its lengths: names begin like 无 too.
    let mayBe =
      switch bytes[text.start] {
      case 0x2D, 0x2F, 0x4E, 0x6E: text.count <= 3
      case 0xE6: text.count == 3
      case 0xE2, 0xEF: true
      default: false
      }
    return mayBe && absent.contains(FoldedName(text, in: bytes))
  }

  private static let spreadsheetErrors = [
    "#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!",
  ]

  /// Whether a text is what a spreadsheet shows where a formula failed, or a column was too narrow.
  static func isSpreadsheetError(_ text: ByteText, _ bytes: borrowing Bytes) -> Bool {
    guard text.count >= 4 else { return false }
    let string = text.string(bytes)
    return spreadsheetErrors.contains(string) || string.utf8.allSatisfy { $0 == UInt8(ascii: "#") }
  }

  /// The meaning of a yes/no cell; nil where it has none.
  static func yesNo(_ name: FoldedName) -> Bool? {
    if yes.contains(name) { return true }
    return no.contains(name) ? false : nil
  }
}

/// Lists in one cell: 张三、李四 王五.
///
/// Source: sheets.md §3.
enum CellList {
  /// The entries, trimmed; empty ones are dropped.
  ///
  /// A blank parts entries too, but between two single characters it belongs to the name (张 三).
  static func entries(_ text: ByteText, _ bytes: borrowing Bytes) -> [String] {
    let scalars = text.string(bytes).unicodeScalars
    return scalars.split(whereSeparator: isSeparator).flatMap { entries(inPart: $0) }
  }

  /// How many entries there are.
  ///
  /// Without blanks they are counted from the bytes; a String for each row would cost more than all its other cells.
  static func count(_ text: ByteText, _ bytes: borrowing Bytes) -> Int {
    var count = 0
    var isWithin = false
    var index = text.start
    while index < text.end {
      guard ByteText.blankWidth(at: index, until: text.end, bytes) == 0 else {
        return entries(text, bytes).count
      }
      let width = separatorWidth(at: index, until: text.end, bytes)
      if width == 0, !isWithin { count += 1 }
      isWithin = width == 0
      index += max(1, width)
    }
    return count
  }

  /// How many bytes the separator at `index` takes, 0 where none begins there.
  private static func separatorWidth(
    at index: Int,
    until end: Int,
    _ bytes: borrowing Bytes
  ) -> Int {
    switch bytes[index] {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "/"): return 1
    case 0xE3 where index + 2 < end:
      return bytes[index + 1] == 0x80 && bytes[index + 2] == 0x81 ? 3 : 0
    case 0xEF where index + 2 < end && bytes[index + 1] == 0xBC:
      return [0x8C, 0x8F, 0x9B].contains(bytes[index + 2]) ? 3 : 0
    default: return 0
    }
  }

  private static func entries(inPart part: Substring.UnicodeScalarView) -> [String] {
    var result: [String] = []
    var lastIsSingle = false
    for token in part.split(whereSeparator: isBlank) {
      let isSingle = token.count == 1
      if isSingle, lastIsSingle, let last = result.popLast() {
        result.append(last + " " + String(token))
      } else {
        result.append(String(token))
      }
      lastIsSingle = isSingle
    }
    return result
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "、", "，", ",", "；", ";", "/", "／": true
    default: false
    }
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x20, 0xA0, 0x200B, 0x3000, 0xFEFF: true
    default: false
    }
  }
}
