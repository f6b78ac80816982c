/// Reads the outline that a document's template makes, block by block.
///
/// | line | block |
/// |---|---|
/// | `# …` `## …` `### …` | title, 一、 heading, （一） heading |
/// | `~ …` | paragraph without indent |
/// | `> …` `- …` | note, list item |
/// | `: term \| …` | entry |
/// | `\|= …` `\|! a \| b> \| …` `\| 1 \| 2 \| …` | caption, heads (`>`: numbers), row |
/// | `@figure key` | chart |
/// | `+++ …` to `+++` | details |
/// | `%masthead` `%attached` `%signature` `%attachment` `%imprint` | parts of an official document |
/// | anything else | paragraph; lines that follow each other are joined |
///
/// Within a line `[[address]label]]` is a link and `[[!kind]label]]` a mark. A backslash takes the
/// next character as it is; every value that a template inserts is escaped so.
struct Outline {
  /// A line or a piece of one, in UTF-8: all that means something in an outline is one byte.
  typealias Line = ArraySlice<UInt8>

  private var blocks: [[Block]] = [[]]
  private var summaries: [[Run]] = []
  private var paragraph: [UInt8] = []
  private var table: Table?

  /// The blocks of `text`.
  ///
  /// O(n).
  static func blocks(of text: String) -> [Block] {
    var outline = Outline()
    let bytes = Array(text.utf8)
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      outline.read(Outline.trimmedAtStart(line))
    }
    outline.endAll()
    return outline.blocks[0]
  }

  private mutating func read(_ line: Line) {
    switch line.first {
    case nil: end()
    case UInt8(ascii: "#"): heading(line)
    case UInt8(ascii: "|"): row(line)
    case UInt8(ascii: "%"): part(line)
    case UInt8(ascii: "+") where line.starts(with: "+++".utf8): fold(line.dropFirst(3))
    case UInt8(ascii: "@") where line.starts(with: "@figure ".utf8):
      add(.figure(Outline.runs(line.dropFirst(8)).words))
    case UInt8(ascii: "~"): add(.paragraph(Outline.runs(line.dropFirst()), isFlush: true))
    case UInt8(ascii: ">"): add(.note(Outline.runs(line.dropFirst())))
    case UInt8(ascii: "-"): add(.item(Outline.runs(line.dropFirst())))
    case UInt8(ascii: ":"): entry(line)
    default: extend(line)
    }
  }

  private mutating func add(_ block: Block) {
    end()
    blocks[blocks.count - 1].append(block)
  }

  private mutating func heading(_ line: Line) {
    let level = line.prefix { $0 == UInt8(ascii: "#") }.count
    let runs = Outline.runs(line.dropFirst(level))
    add(level == 1 ? .title(runs) : .heading(level: level - 1, runs))
  }

  /// Lines of one paragraph are joined; a blank stands between them only where both sides need one.
  ///
  ///
  private mutating func extend(_ line: Line) {
    if table != nil { end() }
    if let last = paragraph.last, let first = line.first, last < 0x80,
      first < 0x80 || ".,;:".utf8.contains(last)
    {
      paragraph.append(UInt8(ascii: " "))
    }
    paragraph += line
  }

  private mutating func entry(_ line: Line) {
    let cells = Outline.cells(line.dropFirst())
    guard cells.count > 1 else { return extend(line) }
    add(.entry(term: cells[0], cells[1]))
  }

  private mutating func row(_ line: Line) {
    if !paragraph.isEmpty { end() }
    let rest = line.dropFirst()
    // The rows are appended in place: a copy per row would make long tables quadratic.
    if table == nil { table = Table() }
    if rest.first == UInt8(ascii: "=") {
      end()
      table = Table(caption: Outline.runs(rest.dropFirst()))
    } else if rest.first == UInt8(ascii: "!") {
      table?.columns = Outline.parts(rest.dropFirst())
        .map { part in
          let isNumeric = Outline.endsInMark(part)
          return Table.Column(
            head: Outline.runs(isNumeric ? part.dropLast() : part),
            isNumeric: isNumeric
          )
        }
    } else {
      var cells = Outline.cells(rest)
      // An empty last cell is not seen; the row gets it back.
      while cells.count < table?.columns.count ?? 0 { cells.append([]) }
      table?.rows.append(cells)
    }
  }

  private mutating func part(_ line: Line) {
    let name = line.prefix { $0 != UInt8(ascii: " ") }
    let cells = Outline.cells(line.dropFirst(name.count))
    func cell(_ index: Int) -> [Run] { index < cells.count ? cells[index] : [] }
    switch String(decoding: name, as: UTF8.self) {
    case "%masthead": add(.masthead(mark: cell(0).words, number: cell(1).words))
    case "%attached": add(.attached(cells))
    case "%signature": add(.signature(office: cell(0), date: cell(1)))
    case "%attachment": add(.attachment(label: cell(0), title: cell(1)))
    case "%imprint": add(.imprint(cells))
    default: extend(line)
    }
  }

  private mutating func fold(_ rest: Line) {
    end()
    let summary = Outline.runs(rest)
    if !summary.isEmpty {
      summaries.append(summary)
      blocks.append([])
    } else if let open = summaries.popLast() {
      let inner = blocks.removeLast()
      if !inner.isEmpty { blocks[blocks.count - 1].append(.details(summary: open, inner)) }
    }
  }

  /// Ends the paragraph or table that is being read.
  ///
  /// A table without rows is left out.
  private mutating func end() {
    if !paragraph.isEmpty {
      blocks[blocks.count - 1].append(.paragraph(Outline.runs(paragraph[...]), isFlush: false))
      paragraph = []
    }
    if let table, !table.rows.isEmpty { blocks[blocks.count - 1].append(.table(table)) }
    table = nil
  }

  private mutating func endAll() {
    end()
    while !summaries.isEmpty { fold([]) }
  }
}

// Parts of a line.
extension Outline {
  /// The pieces of a line between bars that are not escaped, trimmed, still escaped.
  ///
  private static func parts(_ line: Line) -> [Line] {
    var parts: [Line] = []
    var start = line.startIndex
    var index = line.startIndex
    while index < line.endIndex {
      switch line[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "|"):
        parts.append(trimmed(line[start..<index]))
        start = index + 1
      default: break
      }
      index += 1
    }
    let last = trimmed(line[start...])
    // A bar at the end closes the row as in other notations.
    if !last.isEmpty || parts.isEmpty { parts.append(last) }
    return parts
  }

  private static func cells(_ line: Line) -> [[Run]] {
    parts(line).map { runs($0) }
  }

  private static func trimmed(_ text: Line) -> Line {
    var bytes = trimmedAtStart(text)
    while bytes.last == 0x20 { bytes.removeLast() }
    return bytes
  }

  /// Byte by byte: a blank with a mark on it is one character, and no blank to `Character`.
  private static func trimmedAtStart(_ text: Line) -> Line { text.drop { $0 == 0x20 } }

  /// Whether a head ends in a `>` that no backslash takes for a character of the text.
  private static func endsInMark(_ part: Line) -> Bool {
    guard part.last == UInt8(ascii: ">") else { return false }
    let slashes = part.dropLast().reversed().prefix { $0 == UInt8(ascii: "\\") }.count
    return slashes.isMultiple(of: 2)
  }

  /// The runs of a line: escapes resolved, links and marks found.
  static func runs(_ line: Line) -> [Run] {
    var bytes = trimmed(line)
    guard bytes.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "[") }) else {
      return bytes.isEmpty ? [] : [.text(String(decoding: bytes, as: UTF8.self))]
    }
    var runs: [Run] = []
    var text: [UInt8] = []
    while let byte = bytes.first {
      if byte == UInt8(ascii: "["), bytes.dropFirst().first == byte,
        let (run, rest) = bracketed(bytes.dropFirst(2))
      {
        if !text.isEmpty { runs.append(.text(String(decoding: text, as: UTF8.self))) }
        text = []
        runs.append(run)
        bytes = rest
        continue
      }
      bytes = bytes.dropFirst()
      if byte == UInt8(ascii: "\\"), let next = bytes.popFirst() {
        text.append(next)
      } else {
        text.append(byte)
      }
    }
    if !text.isEmpty { runs.append(.text(String(decoding: text, as: UTF8.self))) }
    return runs
  }

  /// Reads `address]label]]`; without an address the label is plain text.
  private static func bracketed(_ bytes: Line) -> (Run, rest: Line)? {
    guard let (address, afterAddress) = piece(bytes, upTo: 1),
      let (label, rest) = piece(afterAddress, upTo: 2)
    else { return nil }
    if address.isEmpty { return (.text(label), rest) }
    return address.hasPrefix("!")
      ? (.mark(kind: String(address.dropFirst()), label: label), rest)
      : (.link(address: address, label: label), rest)
  }

  /// The text before `count` closing brackets, escapes resolved, and what follows them.
  private static func piece(_ bytes: Line, upTo count: Int) -> (String, rest: Line)? {
    var text: [UInt8] = []
    var bytes = bytes
    while let byte = bytes.popFirst() {
      if byte == UInt8(ascii: "]"), bytes.prefix(count - 1).allSatisfy({ $0 == byte }) {
        return (String(decoding: text, as: UTF8.self), bytes.dropFirst(count - 1))
      }
      if byte == UInt8(ascii: "\\"), let next = bytes.popFirst() {
        text.append(next)
      } else {
        text.append(byte)
      }
    }
    return nil
  }
}
