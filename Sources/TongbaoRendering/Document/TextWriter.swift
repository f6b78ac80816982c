import TongbaoFormats

/// Writes blocks as plain text of 56 columns, 28 Chinese characters a line.
struct TextWriter {
  /// Columns of a line.
  static let width = 56
  /// Lines of a page.
  static let linesPerPage = 22

  /// What stands before every line, in details.
  private let margin: String
  private let marks: TextMarks
  private var lines: [String] = []

  private init(margin: String, marks: TextMarks) {
    self.margin = margin
    self.marks = marks
  }

  /// The text of `blocks`, each line ended.
  ///
  /// O(n).
  static func text(of blocks: [Block], marks: TextMarks = .chinese) -> String {
    var writer = TextWriter(margin: "", marks: marks)
    for block in blocks { writer.write(block) }
    return writer.lines.joined(separator: "\n") + "\n"
  }

  /// A text in pages of 22 lines with form feeds between, each with its number below.
  ///
  static func paged(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    let starts = Array(stride(from: 0, to: max(1, lines.count), by: linesPerPage))
    let pages = starts.enumerated()
      .map { index, start in
        let page = lines.dropFirst(start).prefix(linesPerPage)
        let filling = [String](repeating: "", count: linesPerPage - page.count)
        let number = "— \(index + 1) —"
        let alignment: TextAlignment = index % 2 == 0 ? .right : .left
        let foot = TextWidth.pad(number, to: width - 2, alignment)
        return (page + filling + ["", index % 2 == 0 ? foot : "  " + number])
          .joined(separator: "\n")
      }
    return pages.joined(separator: "\n\u{C}") + "\n"
  }

  private var width: Int { TextWriter.width - TextWidth.columns(of: margin) }

  private mutating func add(_ text: String, first: String = "", hanging: String = "") {
    let line = margin + first + text
    if text.utf8.count < 100, TextWidth.columns(of: line) <= TextWriter.width, !text.isEmpty {
      // Most lines are short, and finding where they could break costs more than all else.
      return lines.append(line)
    }
    let breaker = LineBreaker(
      width: TextWriter.width,
      firstIndent: margin + first,
      hangingIndent: margin + hanging
    )
    lines += breaker.lines(of: text)
  }

  /// A blank line, never two.
  private mutating func gap() {
    if let last = lines.last, !last.isEmpty { lines.append("") }
  }

  private mutating func centre(_ text: String) {
    for line in LineBreaker(width: width).lines(of: text) {
      let space = (width - TextWidth.columns(of: line)) / 2
      lines.append(margin + String(repeating: " ", count: max(0, space)) + line)
    }
  }

  private mutating func right(_ text: String) {
    for line in LineBreaker(width: width - 4).lines(of: text) {
      lines.append(margin + TextWidth.pad(line, to: width - 4, .right))
    }
  }

  /// 署名 ends two characters before the margin, and the date starts two after it; a longer date
  /// moves it to the left.
  private mutating func signature(_ office: String, _ date: String) {
    lines.append("")
    let taken = max(TextWidth.columns(of: office), 4 + TextWidth.columns(of: date))
    guard taken <= width - 4 else {
      right(office)
      return right(date)
    }
    let indent = margin + String(repeating: " ", count: width - 4 - taken)
    lines.append(indent + office)
    lines.append(indent + "    " + date)
  }

  private mutating func write(_ block: Block) {
    switch block {
    case .masthead(let mark, let number): masthead(mark, number)
    case .title(let runs):
      gap()
      centre(runs.words)
      lines.append("")
    case .heading(let level, let runs):
      if level == 1 { gap() }
      add(runs.words, first: "    ")
    case .paragraph(let runs, let isFlush): add(runs.words, first: isFlush ? "" : "    ")
    case .note(let runs):
      gap()
      add(runs.words, first: "    ")
    case .item(let runs): add("· " + runs.words, first: "    ", hanging: "      ")
    case .entry(let term, let runs):
      add(term.words + marks.colon + runs.words, hanging: "    ")
    case .table(let table): write(table)
    case .figure: break
    case .details(let summary, let inner): details(summary, inner)
    case .attached(let items): attached(items)
    case .signature(let office, let date): signature(office.words, date.words)
    case .attachment(let label, let title):
      gap()
      lines.append(margin + String(repeating: "-", count: width))
      add(label.words)
      centre(title.words)
      lines.append("")
    case .imprint(let parts): imprint(parts)
    }
  }

  private mutating func masthead(_ mark: String, _ number: String) {
    centre(mark)
    if !number.isEmpty { centre(number) }
    lines.append(margin + String(repeating: "=", count: width))
  }

  private mutating func attached(_ items: [[Run]]) {
    gap()
    guard let first = items.first else { return }
    // Western text has a blank after a colon and a number's dot.
    let blank = first.words.utf8.last.map { $0 < 0x80 ? " " : "" } ?? ""
    let label = first.words + blank
    let indent = String(repeating: " ", count: 4 + TextWidth.columns(of: label))
    for (index, item) in items.dropFirst().enumerated() {
      let number = "\(index + 1)." + blank
      let hanging = indent + String(repeating: " ", count: TextWidth.columns(of: number))
      let start = index == 0 ? "    " + label : indent
      add(number + item.words, first: start, hanging: hanging)
    }
  }

  private mutating func imprint(_ parts: [[Run]]) {
    gap()
    lines.append(margin + String(repeating: "-", count: width))
    if let copyTo = parts.first, !copyTo.isEmpty { add(copyTo.words, first: "  ", hanging: "  ") }
    add(parts.dropFirst().map(\.words).joined(separator: "  "), first: "  ", hanging: "  ")
    lines.append(margin + String(repeating: "-", count: width))
  }

  private mutating func details(_ summary: [Run], _ inner: [Block]) {
    gap()
    add(marks.brackets.0 + summary.words + marks.brackets.1)
    var writer = TextWriter(margin: margin + "  ", marks: marks)
    for block in inner { writer.write(block) }
    lines += writer.lines
  }
}

// Tables.
extension TextWriter {
  private mutating func write(_ table: Table) {
    gap()
    if !table.caption.isEmpty { centre(table.caption.words) }
    let layout = TextTable(table, width: width, marks: marks)
    if let aligned = layout.aligned {
      lines += aligned.map { margin + $0 }
    } else {
      // One call for all rows: to set up line breaking costs more than to break a row.
      let breaker = LineBreaker(width: width, hangingIndent: "  ")
      lines += breaker.lines(of: layout.blocks).map { margin + UnbrokenText.printed($0) }
    }
    lines.append("")
  }
}
