/// Writes blocks as the body of an HTML page.
struct HTMLWriter {
  /// Charts by key; a figure without one is left out, for its table is there.
  let charts: [String: Markup]
  private var bytes: [UInt8] = []
  private var isList = false
  private var isEntries = false

  private init(charts: [String: Markup]) {
    self.charts = charts
  }

  /// The markup of `blocks`.
  ///
  /// O(n).
  static func markup(of blocks: [Block], charts: [String: Markup] = [:]) -> Markup {
    var writer = HTMLWriter(charts: charts)
    writer.write(blocks)
    return Markup(String(decoding: writer.bytes, as: UTF8.self))
  }

  private mutating func write(_ blocks: [Block]) {
    var isInPart = false
    for (index, block) in blocks.enumerated() {
      group(block)
      if case .attachment = block {
        if isInPart { raw("</section>\n") }
        isInPart = true
        part(isWide: HTMLWriter.isWide(blocks[(index + 1)...]))
      }
      write(block)
    }
    endGroups()
    if isInPart { raw("</section>\n") }
  }

  /// Opens an attachment; a wide one is printed on pages turned on their side.
  private mutating func part(isWide: Bool) {
    raw("<section class=\"part\(isWide ? " wide" : "")\">\n")
  }

  /// Whether a table has more columns than a page is wide.
  private static func isWide(_ table: Table) -> Bool { table.columns.count > 8 }

  /// Whether a wide table stands before the next attachment.
  private static func isWide(_ blocks: ArraySlice<Block>) -> Bool {
    for block in blocks {
      switch block {
      case .attachment: return false
      case .table(let table): if isWide(table) { return true }
      default: continue
      }
    }
    return false
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
    element("p", " class=\"mark\"", [.text(mark)])
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
      let attribute = index < classes.count ? classes[index] : ""
      if index == headed {
        element("th", " scope=\"row\"" + attribute, cell, ending: "")
      } else {
        element("td", attribute, cell, ending: "")
      }
    }
    raw("</tr>\n")
  }

  /// `n` for numbers, `k` for codes, dates and short words, which are kept in one line, `w` for
  /// texts that are wrapped.
  private static func classes(of table: Table) -> [String] {
    table.columns.enumerated()
      .map { index, column in
        guard !column.isNumeric else { return " class=\"n\"" }
        let keeps = table.rows.allSatisfy { $0.count <= index || isShort($0[index]) }
        return keeps ? " class=\"k\"" : " class=\"w\""
      }
  }

  /// Seven Chinese characters, or as many letters as take their room.
  private static func isShort(_ cell: [Run]) -> Bool {
    cell.reduce(0) { $0 + $1.words.utf8.count } <= 21
  }

  private mutating func figure(_ key: String) {
    guard let chart = charts[key] else { return }
    raw("<figure tabindex=\"0\">\n\(chart.renderText)</figure>\n")
  }

  private mutating func details(_ summary: [Run], _ inner: [Block]) {
    raw("<details>\n")
    element("summary", summary)
    let inner = HTMLWriter.markup(of: inner, charts: charts)
    raw("<div class=\"inner\">\n\(inner.renderText)</div>\n</details>\n")
  }

  private mutating func entry(_ term: [Run], _ runs: [Run]) {
    raw("<div>")
    element("dt", "", term, ending: "")
    element("dd", "", runs, ending: "")
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
      case .text(let text): HTMLEscaping.append(text, to: &bytes)
      case .link(let address, let label):
        raw("<a href=\"\(HTMLEscaping.escape(address))\">")
        HTMLEscaping.append(label, to: &bytes)
        raw("</a>")
      case .mark(let kind, let label):
        raw("<span class=\"mark \(HTMLEscaping.escape(kind))\">")
        HTMLEscaping.append(label, to: &bytes)
        raw("</span>")
      }
    }
  }

  private mutating func element(_ name: String, _ runs: [Run]) {
    element(name, "", runs)
  }
}
