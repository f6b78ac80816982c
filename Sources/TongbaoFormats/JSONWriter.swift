package import TongbaoModel

/// Writes JSON: members in the given order, exact numbers, the same bytes for the same value.
///
/// Strings keep every character that may stand as it is; quotes, backslashes, controls (also DEL
/// and C1, which terminals obey) and U+2028/2029 are escaped.
package struct JSONWriter {
  /// How values are laid out.
  package enum Style: Sendable {
    /// One member or element per line, one space of indentation per level, a line end at the end.
    case indented
    /// Everything on one line without spaces and without a line end: JSON lines.
    case oneLine
  }

  /// What was written and not sent on, UTF-8.
  package private(set) var bytes: [UInt8] = []
  private let style: Style
  private let send: (([UInt8]) -> Void)?
  /// What stands between two members or elements of the container that is open: a comma, then a new line.
  private var separator: [UInt8]
  /// Whether nothing stands in the container that is open.
  private var isAtStart = true
  private var labels = JSONLabels()

  /// How many bytes are sent on at a time, at least.
  private static let pieceSize = 1 << 18

  /// A writer with nothing written; all stays in `bytes`.
  package init(style: Style) {
    self.style = style
    send = nil
    separator = JSONWriter.separator(style)
  }

  /// A writer that holds little: what it writes goes on to `send` in pieces of a quarter of a megabyte.
  package init(style: Style, sendingTo send: @escaping ([UInt8]) -> Void) {
    self.style = style
    self.send = send
    separator = JSONWriter.separator(style)
    bytes.reserveCapacity(JSONWriter.pieceSize + JSONWriter.pieceSize / 4)
  }

  /// Where elements stand that are written apart from the others of their array.
  package struct Nesting: Sendable {
    fileprivate let style: Style
    fileprivate let separator: [UInt8]
  }

  /// Where further elements of the array that is open are to stand.
  package var nesting: Nesting { Nesting(style: style, separator: separator) }

  /// A writer of elements that are put into their array by `append(elements:)`: several may be at work at a time.
  package init(at nesting: Nesting) {
    style = nesting.style
    send = nil
    separator = nesting.separator
    isAtStart = false
  }

  /// Puts elements that were written apart behind those of the array that is open.
  package mutating func append(elements: [UInt8]) {
    guard !elements.isEmpty else { return }
    sendFullPiece()
    // The comma before the first one.
    bytes.append(contentsOf: elements.dropFirst(isAtStart ? 1 : 0))
    isAtStart = false
  }

  private static func separator(_ style: Style) -> [UInt8] {
    Array((style == .indented ? ",\n" : ",").utf8)
  }

  /// Writes one whole value; ends the line in the indented style.
  package mutating func write(_ value: JSONValue) {
    append(value)
    endDocument()
  }

  /// Writes one whole object, member by member; ends the line in the indented style.
  package mutating func write(_ members: (inout JSONWriter) -> Void) {
    appendObject(members)
    endDocument()
  }

  private mutating func endDocument() {
    if style == .indented { bytes.append(UInt8(ascii: "\n")) }
    if let send { sendOn(to: send) }
  }

  private mutating func sendFullPiece() {
    if bytes.count >= JSONWriter.pieceSize, let send { sendOn(to: send) }
  }

  private mutating func sendOn(to send: ([UInt8]) -> Void) {
    send(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}

// Members of the object that is open.
extension JSONWriter {
  /// Writes a member.
  package mutating func member(_ name: String, _ value: JSONValue) {
    start(name)
    append(value)
  }

  /// Writes a member that is a day.
  package mutating func member(_ name: String, _ date: CalendarDate) {
    start(name)
    bytes.append(UInt8(ascii: "\""))
    date.append(to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes a member that is a text ending with a whole number not below 0.
  package mutating func member(_ name: String, _ text: String, followedBy number: UInt32) {
    start(name)
    JSONWriter.append(text, to: &bytes)
    bytes.removeLast()
    UInt64(number).appendDigits(to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes a member that is an object, member by member.
  package mutating func object(_ name: String, _ members: (inout JSONWriter) -> Void) {
    start(name)
    appendObject(members)
  }

  /// Writes a member that is an array, element by element.
  package mutating func array(_ name: String, _ elements: (inout JSONWriter) -> Void) {
    start(name)
    appendArray(elements)
  }

  /// Writes an element of the array that is open: an object, member by member.
  package mutating func element(_ members: (inout JSONWriter) -> Void) {
    startElement()
    appendObject(members)
  }

  private mutating func start(_ name: String) {
    sendFullPiece()
    let label = labels.index(of: name, after: separator, style)
    bytes.append(contentsOf: labels[label].dropFirst(isAtStart ? 1 : 0))
    isAtStart = false
  }
}

// The layout.
extension JSONWriter {
  private mutating func append(_ value: JSONValue) {
    switch value {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let truth): bytes.append(contentsOf: (truth ? "true" : "false").utf8)
    case .integer(let number): bytes.append(contentsOf: String(number).utf8)
    case .decimal(let number): number.append(to: &bytes)
    case .string(let text): JSONWriter.append(text, to: &bytes)
    case .array(let elements):
      appendArray { writer in
        for element in elements {
          writer.startElement()
          writer.append(element)
        }
      }
    case .object(let members):
      appendObject { writer in
        for member in members { writer.member(member.name, member.value) }
      }
    }
  }

  private mutating func appendObject(_ members: (inout JSONWriter) -> Void) {
    open(with: "{")
    members(&self)
    close(with: "}")
  }

  private mutating func appendArray(_ elements: (inout JSONWriter) -> Void) {
    open(with: "[")
    elements(&self)
    close(with: "]")
  }

  private mutating func open(with bracket: Unicode.Scalar) {
    bytes.append(UInt8(ascii: bracket))
    isAtStart = true
    if style == .indented { separator.append(UInt8(ascii: " ")) }
  }

  private mutating func close(with bracket: Unicode.Scalar) {
    if style == .indented { separator.removeLast() }
    if !isAtStart { bytes.append(contentsOf: separator.dropFirst()) }
    isAtStart = false
    bytes.append(UInt8(ascii: bracket))
  }

  private mutating func startElement() {
    sendFullPiece()
    bytes.append(contentsOf: separator.dropFirst(isAtStart ? 1 : 0))
    isAtStart = false
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
    if needsEscape(text.utf8.span) {
      appendEscaped(Array(text.utf8), to: &bytes)
    } else {
      bytes.append(contentsOf: text.utf8)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Appends UTF-8 bytes as a JSON string, quotes included; for rows that never become a String.
  ///
  /// O(n).
  package static func append(utf8 text: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    if needsEscape(text.span) {
      appendEscaped(text, to: &bytes)
    } else {
      bytes.append(contentsOf: text)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func needsEscape(_ text: Span<UInt8>) -> Bool {
    // No way out of the loop before its end, so that many bytes are looked at in one step.
    var found = false
    for index in text.indices where mayNeedEscape(text[index]) { found = true }
    return found
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
