/// What is no table of text or XML, told by its first bytes.
enum FileSignature: String, Sendable, CaseIterable {
  case xlsx
  case ods
  case docx
  case zip
  case xls
  case webPage
  case pdf
  case image
  case richText
  case archive
  case dbf
  case json
  case binary

  /// What the head of a file is; nil where it may be text or XML.
  static func found(in head: [UInt8]) -> FileSignature? {
    if starts(head, [0x50, 0x4B, 0x03, 0x04]) || starts(head, [0x50, 0x4B, 0x05, 0x06]) {
      return zipped(head)
    }
    for (signature, magic) in magics where starts(head, magic) { return signature }
    if looksLikeWebPage(head) { return .webPage }
    if looksLikeJSON(head) { return .json }
    guard isBinary(head) else { return nil }
    return looksLikeDBF(head) ? .dbf : .binary
  }

  private static let magics: [(FileSignature, [UInt8])] = [
    (.xls, [0xD0, 0xCF, 0x11, 0xE0]), (.xls, [0x09, 0x08, 0x10, 0x00]),
    (.xls, [0x09, 0x08, 0x08, 0x00]), (.xls, [0x09, 0x04, 0x06, 0x00]),
    (.xls, [0x09, 0x02, 0x06, 0x00]), (.xls, [0x09, 0x00, 0x04, 0x00]),
    (.pdf, Array("%PDF".utf8)), (.richText, Array("{\\rtf".utf8)),
    (.image, [0x89, 0x50, 0x4E, 0x47]), (.image, [0xFF, 0xD8, 0xFF]),
    (.image, Array("GIF8".utf8)), (.image, [0x49, 0x49, 0x2A, 0x00]),
    (.image, [0x4D, 0x4D, 0x00, 0x2A]), (.archive, [0x1F, 0x8B, 0x08]),
    (.archive, Array("Rar!".utf8)), (.archive, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
    (.archive, [0xFD, 0x37, 0x7A, 0x58, 0x5A]), (.archive, Array("BZh9".utf8)),
    (.webPage, Array("MIME-Version:".utf8)),
  ]

  private static func starts(_ bytes: [UInt8], _ magic: [UInt8]) -> Bool {
    bytes.starts(with: magic)
  }

  /// An office file names its parts near its beginning.
  private static func zipped(_ head: [UInt8]) -> FileSignature {
    let names = Array(head.prefix(8_192))
    if contains(names, "opendocument.spreadsheet") { return .ods }
    if contains(names, "xl/") { return .xlsx }
    if contains(names, "word/") || contains(names, "opendocument.text") { return .docx }
    // Writers that put the parts in another order still begin with the list of them.
    return contains(names, "[Content_Types].xml") ? .xlsx : .zip
  }

  private static func contains(_ bytes: [UInt8], _ text: String) -> Bool {
    let sought = Array(text.utf8)
    guard bytes.count >= sought.count else { return false }
    return (0...bytes.count - sought.count).contains { bytes[$0...].starts(with: sought) }
  }

  /// Whether the first element is one of HTML.
  ///
  /// Comments and an XML declaration may stand before it; a bare `table` is HTML only where it has rows as
  /// HTML has them.
  static func looksLikeWebPage(_ head: [UInt8]) -> Bool {
    let text = String(decoding: head.prefix(2_048), as: UTF8.self).lowercased()
    guard text.drop(while: { $0.isWhitespace || $0 == "\u{FEFF}" }).first == "<" else {
      return false
    }
    let tags = text.split(separator: "<")
    for tag in tags where !tag.hasPrefix("?") && !tag.hasPrefix("!--") {
      if tag.hasPrefix("!doctype html") { return true }
      if tag.hasPrefix("!") || tag.allSatisfy(\.isWhitespace) { continue }
      switch tag.prefix(while: { $0.isLetter || $0 == ":" || $0 == "-" }) {
      case "html", "head", "body", "meta", "style": return true
      case "table": return tags.contains { $0.hasPrefix("tr>") || $0.hasPrefix("tr ") }
      default: return false
      }
    }
    return false
  }

  /// An object, or a list of objects or lists, with a name in quotes near its beginning.
  private static func looksLikeJSON(_ head: [UInt8]) -> Bool {
    let text = head.prefix(2_048).filter { $0 != 0x20 && !(0x09...0x0D).contains($0) }
    guard let first = text.first, first == 0x7B || first == 0x5B, text.count > 1 else {
      return false
    }
    let isNested = text[1] == 0x22 || text[1] == 0x7B || text[1] == 0x5B
    return isNested && contains(text, "\":")
  }

  /// A dBASE table: its version, the day of its last change, and a header of 32 bytes for each field.
  private static func looksLikeDBF(_ head: [UInt8]) -> Bool {
    let versions: [UInt8] = [0x02, 0x03, 0x30, 0x31, 0x32, 0x43, 0x63, 0x83, 0x8B, 0xF5, 0xFB]
    guard head.count >= 33, versions.contains(head[0]) else { return false }
    let header = Int(head[8]) | Int(head[9]) << 8
    return (1...12).contains(head[2]) && (1...31).contains(head[3]) && header >= 33
      && (header % 32 <= 1 || (header - 263) % 32 <= 1)
  }

  /// More than two bytes, and more than one in twenty, are control characters that no text has.
  private static func isBinary(_ head: [UInt8]) -> Bool {
    let odd = head.count { $0 < 0x20 && !(0x09...0x0D).contains($0) && $0 != 0x1A && $0 != 0x1B }
    return odd > 2 && odd * 20 > head.count
  }
}
