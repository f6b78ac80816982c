import TongbaoModel

/// Writes JSON: members in the given order, exact numbers, the same bytes for the same value.
///
/// Strings keep every character that may stand as it is; quotes, backslashes, controls (also DEL
/// and C1, which terminals obey) and U+2028/2029 are escaped.
package struct JSONWriter: Sendable {
  /// How values are laid out.
  package enum Style: Sendable {
    /// One member or element per line, one space of indentation per level, a line end at the end.
    case indented
    /// Everything on one line without spaces and without a line end: JSON lines.
    case oneLine
  }

  /// What was written so far, UTF-8.
  package private(set) var bytes: [UInt8] = []
  private let style: Style

  /// A writer with nothing written.
  package init(style: Style) {
    self.style = style
  }

  /// Writes one whole value; ends the line in the indented style.
  package mutating func write(_ value: JSONValue) {
    append(value, depth: 0)
    if style == .indented { bytes.append(UInt8(ascii: "\n")) }
  }

  private mutating func append(_ value: JSONValue, depth: Int) {
    switch value {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let truth): bytes.append(contentsOf: (truth ? "true" : "false").utf8)
    case .integer(let number): bytes.append(contentsOf: String(number).utf8)
    case .decimal(let number): bytes.append(contentsOf: number.description.utf8)
    case .string(let text): JSONWriter.append(text, to: &bytes)
    case .array(let elements):
      append(elements, between: ("[", "]"), depth: depth) { writer, element in
        writer.append(element, depth: depth + 1)
      }
    case .object(let members):
      append(members, between: ("{", "}"), depth: depth) { writer, member in
        JSONWriter.append(member.name, to: &writer.bytes)
        writer.bytes.append(contentsOf: (writer.style == .indented ? ": " : ":").utf8)
        writer.append(member.value, depth: depth + 1)
      }
    }
  }

  private mutating func append<Element>(
    _ elements: [Element],
    between brackets: (Unicode.Scalar, Unicode.Scalar),
    depth: Int,
    each: (inout JSONWriter, Element) -> Void
  ) {
    bytes.append(UInt8(ascii: brackets.0))
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      startLine(depth: depth + 1)
      each(&self, element)
    }
    if !elements.isEmpty { startLine(depth: depth) }
    bytes.append(UInt8(ascii: brackets.1))
  }

  private mutating func startLine(depth: Int) {
    guard style == .indented else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth))
  }
}

extension JSONValue {
  /// The value as UTF-8 JSON.
  package func rendered(_ style: JSONWriter.Style) -> [UInt8] {
    var writer = JSONWriter(style: style)
    writer.write(self)
    return writer.bytes
  }

  /// The value as JSON text.
  package func text(_ style: JSONWriter.Style) -> String {
    String(decoding: rendered(style), as: UTF8.self)
  }
}

extension JSONWriter {
  /// Appends `text` as a JSON string, quotes included.
  ///
  /// O(n).
  package static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    let utf8 = text.utf8
    if utf8.contains(where: mayNeedEscape) {
      appendEscaped(Array(utf8), to: &bytes)
    } else {
      bytes.append(contentsOf: utf8)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Appends UTF-8 bytes as a JSON string, quotes included; for rows that never become a String.
  ///
  /// O(n).
  package static func append(utf8 text: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    if text.contains(where: mayNeedEscape) {
      appendEscaped(text, to: &bytes)
    } else {
      bytes.append(contentsOf: text)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether a byte is, or may begin, a character that is escaped: 0xC2 leads the C1 controls, 0xE2
  /// the separators U+2028 and U+2029.
  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
      || byte == 0x7F || byte == 0xC2 || byte == 0xE2
  }

  private static func appendEscaped<Bytes: RandomAccessCollection<UInt8>>(
    _ text: Bytes,
    to bytes: inout [UInt8]
  ) where Bytes.Index == Int {
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      let rest = text.endIndex - index
      if byte == 0xC2, rest > 1, text[index + 1] < 0xA0 {
        appendCode(UInt16(text[index + 1]), to: &bytes)
        index += 2
      } else if byte == 0xE2, rest > 2, text[index + 1] == 0x80,
        text[index + 2] == 0xA8 || text[index + 2] == 0xA9
      {
        appendCode(0x2000 + UInt16(text[index + 2] - 0x80), to: &bytes)
        index += 3
      } else {
        appendEscaped(byte, to: &bytes)
        index += 1
      }
    }
  }

  private static func appendEscaped(_ byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""): bytes.append(contentsOf: #"\""#.utf8)
    case UInt8(ascii: "\\"): bytes.append(contentsOf: #"\\"#.utf8)
    case 0x08: bytes.append(contentsOf: #"\b"#.utf8)
    case 0x09: bytes.append(contentsOf: #"\t"#.utf8)
    case 0x0A: bytes.append(contentsOf: #"\n"#.utf8)
    case 0x0C: bytes.append(contentsOf: #"\f"#.utf8)
    case 0x0D: bytes.append(contentsOf: #"\r"#.utf8)
    case 0..<0x20, 0x7F: appendCode(UInt16(byte), to: &bytes)
    default: bytes.append(byte)
    }
  }

  private static func appendCode(_ code: UInt16, to bytes: inout [UInt8]) {
    let digits = Array("0123456789abcdef".utf8)
    bytes.append(contentsOf: #"\u"#.utf8)
    for shift in [12, 8, 4, 0] { bytes.append(digits[Int(code >> UInt16(shift)) & 15]) }
  }
}
