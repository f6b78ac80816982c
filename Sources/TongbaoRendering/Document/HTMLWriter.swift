import TongbaoFormats

/// Writes blocks as the body of an HTML page.
struct HTMLWriter {
  /// Charts by key; a figure without one is left out, for its table is there.
  let charts: [String: Markup]
  /// Whether the page is in another language than the office's records, which are Chinese.
  let isForeign: Bool
  private var bytes: [UInt8] = []
  private var isList = false
  private var isEntries = false

  private init(charts: [String: Markup], isForeign: Bool) {
    self.charts = charts
    self.isForeign = isForeign
  }

  /// The markup of `blocks`.
  ///
  /// O(n).
  static func markup(
    of blocks: [Block],
    charts: [String: Markup] = [:],
    isForeign: Bool = false
  ) -> Markup {
    var writer = HTMLWriter(charts: charts, isForeign: isForeign)
    writer.write(blocks)
    return Markup(String(decoding: writer.bytes, as: UTF8.self))
  }

  private mutating func write(_ blocks: [Block]) {
    for part in HTMLWriter.parts(of: blocks) {
      let name = open(part)
      for block in part {
        group(block)
        write(block)
      }
      endGroups()
      if !name.isEmpty { raw("</\(name)>\n") }
    }
  }

  /// The body and the attachments.
  ///
  /// Below a wide attachment the imprint is a part of its own, for it stands on an upright page.
  private static func parts(of blocks: [Block]) -> [ArraySlice<Block>] {
    var starts = [0]
    for (index, block) in blocks.enumerated() {
      switch block {
      case .attachment: starts.append(index)
      case .imprint:
        let part = blocks[starts[starts.count - 1]..<index]
        if isAttachment(part), isWide(part) { starts.append(index) }
      default: continue
      }
    }
    return zip(starts, starts.dropFirst() + [blocks.count]).map { blocks[$0..<$1] }
  }

  /// Opens what a part needs around it, and gives the element's name; empty for none.
  ///
  /// An attachment starts a page, a wide one is printed on pages turned on their side, and the
  /// part with the imprint is printed down to the foot of its last page.
  private mutating func open(_ part: ArraySlice<Block>) -> String {
    let last = part.contains { if case .imprint = $0 { true } else { false } } ? " last" : ""
    if HTMLWriter.isAttachment(part) {
      raw("<section class=\"part\(HTMLWriter.isWide(part) ? " wide" : "")\(last)\">\n")
      return "section"
    }
    guard !last.isEmpty else { return "" }
    raw("<div class=\"\(part.count == 1 ? "part" : "whole")\(last)\">\n")
    return "div"
  }

  private static func isAttachment(_ part: ArraySlice<Block>) -> Bool {
    if case .attachment = part.first { true } else { false }
  }

  /// Whether a table does not fit on an upright page: it has many columns, or cells that need more
  /// than the 84 half-width characters of 10.5 pt that fill a line, 1.5 of them around each cell.
  private static func isWide(_ table: Table) -> Bool {
    let count = table.columns.count
    guard count <= 8 else { return true }
    let least = table.columns.indices.reduce(0) { $0 + leastWidth(of: $1, in: table) }
    return 2 * least + 3 * count > 2 * 84
  }

  /// The half-width characters that a column takes when its texts are wrapped.
  private static func leastWidth(of column: Int, in table: Table) -> Int {
    let cells = table.rows.lazy.filter { $0.count > column }.map { $0[column] }
    let widest = cells.reduce(0) { max($0, width(of: $1)) }
    if table.columns[column].isNumeric { return max(6, widest) }
    let isKept = cells.allSatisfy { isShort($0) && !isPhrase($0) }
    return isKept ? max(width(of: table.columns[column].head), widest) : 10
  }

  /// About as wide as the text is; a Chinese character has three bytes.
  private static func width(of cell: [Run]) -> Int {
    cell.reduce(0) { width, run in
      let ascii = run.words.utf8.count { $0 < 0x80 }
      return width + ascii + (run.words.utf8.count - ascii) * 2 / 3
    }
  }

  private static func isWide(_ part: ArraySlice<Block>) -> Bool {
    part.contains { if case .table(let table) = $0 { isWide(table) } else { false } }
  }

  /// Opens and closes the elements around items and entries.
  ///
  private mutating func group(_ block: Block) {
    var isItem = false
    var isEntry = false
    if case .item = block { isItem = true }
    if case .entry = block { isEntry = true }
    if isList, !isItem { raw("</ul>\n") }
    if isEntries, !isEntry { raw("</dl>\n") }
    if !isList, isItem { raw("<ul>\n") }
    if !isEntries, isEntry { raw("<dl>\n") }
    isList = isItem
    isEntries = isEntry
  }

  private mutating func endGroups() {
    if isList { raw("</ul>\n") }
    if isEntries { raw("</dl>\n") }
    isList = false
    isEntries = false
  }

  private mutating func write(_ block: Block) {
    switch block {
    case .masthead(let mark, let number): masthead(mark, number)
    case .title(let runs): element("h1", runs)
    case .heading(let level, let runs): element(level == 1 ? "h2" : "h3", runs)
    case .paragraph(let runs, let isFlush): element("p", isFlush ? " class=\"flush\"" : "", runs)
    case .note(let runs): element("p", " class=\"note\"", runs)
    case .item(let runs): element("li", runs)
    case .entry(let term, let runs): entry(term, runs)
    case .table(let table): write(table)
    case .figure(let key): figure(key)
    case .details(let summary, let inner): details(summary, inner)
    case .attached(let items): attached(items)
    case .signature(let office, let date): signature(office, date)
    case .attachment(let label, let title): attachment(label, title)
    case .imprint(let parts): imprint(parts)
    }
  }
}

// Parts of an official document.
extension HTMLWriter {
  private mutating func masthead(_ mark: String, _ number: String) {
    raw("<header class=\"masthead\">\n")
    // It stands in one line, however long: its size goes by the room of its characters.
    let characters = max(1, (TextWidth.columns(of: mark) + 1) / 2)
    element("p", " class=\"mark\" style=\"--characters: \(characters)\"", [.text(mark)])
    if !number.isEmpty { element("p", " class=\"number\"", [.text(number)]) }
    raw("<hr class=\"rule\">\n</header>\n")
  }

  private mutating func attached(_ items: [[Run]]) {
    guard let first = items.first else { return }
    raw("<div class=\"attached\"><p class=\"flush\">")
    write(first)
    raw("</p>\n<ol>\n")
    for item in items.dropFirst() { element("li", item) }
    raw("</ol></div>\n")
  }

  private mutating func signature(_ office: [Run], _ date: [Run]) {
    raw("<div class=\"signature\">\n")
    element("p", office)
    element("p", date)
    raw("</div>\n")
  }

  private mutating func attachment(_ label: [Run], _ title: [Run]) {
    raw("<div class=\"attachment\">\n")
    element("p", " class=\"label\"", label)
    element("h2", " class=\"center\"", title)
    raw("</div>\n")
  }

  private mutating func imprint(_ parts: [[Run]]) {
    raw("<footer class=\"imprint\">\n")
    if let copyTo = parts.first, !copyTo.isEmpty { element("p", " class=\"copy\"", copyTo) }
    raw("<p class=\"issued\">")
    for part in parts.dropFirst() { element("span", part) }
    raw("</p>\n</footer>\n")
  }
}

// Tables, charts and details.
extension HTMLWriter {
  private mutating func write(_ table: Table) {
    let label = HTMLEscaping.escape(table.caption.words)
    let many = HTMLWriter.isWide(table) ? " many" : ""
    raw("<div class=\"scroll\(many)\" role=\"region\" tabindex=\"0\" aria-label=\"\(label)\">\n")
    raw("<table>\n")
    if !table.caption.isEmpty { element("caption", table.caption) }
    let classes = HTMLWriter.classes(of: table)
    if !table.columns.isEmpty {
      raw("<thead><tr>")
      for (column, attribute) in zip(table.columns, classes) {
        element("th", " scope=\"col\"" + attribute, column.head)
      }
      raw("</tr></thead>\n")
    }
    raw("<tbody>\n")
    let headed = table.columns.firstIndex { !$0.isNumeric } ?? 0
    for row in table.rows { write(row, headed: headed, classes) }
    raw("</tbody>\n</table>\n</div>\n")
  }

  private mutating func write(_ row: [[Run]], headed: Int, _ classes: [String]) {
    raw("<tr>")
    for (index, cell) in row.enumerated() {
      var attribute = index < classes.count ? classes[index] : ""
      // A code among phrases stays whole, though it has a hyphen.
      if attribute == HTMLWriter.phrases, !HTMLWriter.isPhrase(cell) { attribute = HTMLWriter.kept }
      if index == headed {
        element("th", " scope=\"row\"" + attribute, cell, ending: "")
      } else {
        element("td", attribute, cell, ending: "")
      }
    }
    raw("</tr>\n")
  }

  private static let kept = " class=\"k\""
  private static let phrases = " class=\"p\""

  /// `n` for numbers, `k` for codes, dates and short words, which are kept in one line, `w` for
  /// texts that are wrapped anywhere, `p` for short phrases, which are wrapped at their blanks.
  private static func classes(of table: Table) -> [String] {
    table.columns.enumerated()
      .map { index, column in
        guard !column.isNumeric else { return " class=\"n\"" }
        let cells = table.rows.lazy.filter { $0.count > index }.map { $0[index] }
        guard cells.allSatisfy(isShort) else { return " class=\"w\"" }
        return cells.contains(where: isPhrase) ? phrases : kept
      }
  }

  /// Seven Chinese characters, or as many letters as take their room.
  private static func isShort(_ cell: [Run]) -> Bool { length(of: cell) <= 21 }

  /// Words of which each may stand in a line of its own, unlike a number and its unit.
  private static func isPhrase(_ cell: [Run]) -> Bool {
    length(of: cell) > 11 && cell.contains { $0.words.utf8.contains(UInt8(ascii: " ")) }
  }

  private static func length(of cell: [Run]) -> Int {
    cell.reduce(0) { $0 + $1.words.utf8.count }
  }

  private mutating func figure(_ key: String) {
    guard let chart = charts[key] else { return }
    raw(chart.renderText)
  }

  private mutating func details(_ summary: [Run], _ inner: [Block]) {
    raw("<details>\n")
    element("summary", summary)
    let inner = HTMLWriter.markup(of: inner, charts: charts, isForeign: isForeign)
    raw("<div class=\"inner\">\n\(inner.renderText)</div>\n</details>\n")
  }

  private mutating func entry(_ term: [Run], _ runs: [Run]) {
    raw("<div>")
    element("dt", "", term, ending: "")
    // A line to write on is drawn: one of underscores would break.
    let isBlank = !runs.words.isEmpty && runs.words.utf8.allSatisfy { $0 == UInt8(ascii: "_") }
    element("dd", isBlank ? " class=\"blank\"" : "", isBlank ? [] : runs, ending: "")
    raw("</div>\n")
  }
}

// Elements and text.
extension HTMLWriter {
  private mutating func raw(_ markup: String) {
    bytes.append(contentsOf: markup.utf8)
  }

  private mutating func element(
    _ name: String,
    _ attributes: String = "",
    _ runs: [Run],
    ending: String = "\n"
  ) {
    raw("<\(name)\(attributes)>")
    write(runs)
    raw("</\(name)>\(ending)")
  }

  private mutating func write(_ runs: [Run]) {
    for run in runs {
      switch run {
      case .text(let text): write(text)
      case .link(let address, let label):
        raw("<a href=\"\(HTMLEscaping.escape(address))\">")
        write(label)
        raw("</a>")
      case .mark(let kind, let label):
        raw("<span class=\"mark \(HTMLEscaping.escape(kind))\">")
        write(label)
        raw("</span>")
      }
    }
  }

  /// Text; on a foreign page what is Chinese in it says so.
  private mutating func write(_ text: String) {
    guard isForeign else { return HTMLEscaping.append(text, to: &bytes) }
    var rest = text.unicodeScalars[...]
    while let first = rest.first {
      let isChinese = HTMLWriter.isChinese(first)
      let run = rest.prefix { HTMLWriter.isChinese($0) == isChinese }
      rest = rest.dropFirst(run.count)
      if isChinese { raw("<span lang=\"zh-Hans\">") }
      HTMLEscaping.append(String(run), to: &bytes)
      if isChinese { raw("</span>") }
    }
  }

  /// Han characters, and the punctuation and full-width forms that stand among them.
  private static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
    (0x2E80...0x9FFF).contains(scalar.value) || (0xF900...0xFAFF).contains(scalar.value)
      || (0xFF00...0xFFEF).contains(scalar.value) || scalar.value >= 0x20000
  }

  private mutating func element(_ name: String, _ runs: [Run]) {
    element(name, "", runs)
  }
}
