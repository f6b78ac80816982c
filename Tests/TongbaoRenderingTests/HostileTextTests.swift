import Testing
import TongbaoFormats
import TongbaoModel

@testable import TongbaoRendering

/// What stands in cells, names and titles is text on every page, whatever it looks like.
struct HostileTextTests {
  static let pieces = [
    "<img src=x onerror=alert(1)>", "{{title}}", "{{{body}}}", "{{>page.html}}", "{{#categories}}",
    "# ", "## ", "| ", " | a | b |", "|= x", "|! x> | y", "%masthead a | b", "%imprint", "+++",
    "+++ x",
    "[[x]y]]", "[[!red]z]]", "]]", "]", "[[", "\\", "\\\\", "\\|", "~ ", "> ", "- ", ": a | b",
    "@figure heat-growth", "\u{202E}", "\u{2066}", "\u{61C}", "\u{0}", "\u{8}", "\u{C}",
    "\u{1B}[31m",
    "\u{85}", "\u{9B}", "\n", "\r\n", "\t", " ", "\u{2028}", "\u{2029}", "\u{301}", "\u{338}",
    "\u{20DD}",
    "\u{600}", "\u{200D}", "\u{FE0F}", "\u{FFFE}", "\u{E0041}", "&amp;", "&#60;", "\"", "'",
    "\"\u{301}",
    "' onclick='x", "</td></tr></table><script>x</script>", "<!--", "-->", "]]>", "<![CDATA[",
    "</title><svg onload=x>", "</style>", ">", "<", "&", "javascript:alert(1)", "盐官镇", "a", "é",
    String(repeating: "长", count: 200), String(repeating: "w", count: 300),
  ]

  /// The November sample with `text()` in every place that a sheet or a scheme fills.
  ///
  /// A text of blanks alone gets a letter: no scheme has such a name, and an absent value leaves out its
  /// section.
  static func input(_ anyText: () -> String) -> CircularInput {
    func text() -> String {
      let text = anyText()
      return Sanitised.text(text).allSatisfy { $0 == " " } ? text + "甲" : text
    }
    var input = Sample.input(november: true)
    input.texts = input.texts.mapTexts { _ in text() }
    for index in input.records.files.indices { input.records.files[index].name = text() }
    for index in input.records.teams.indices { input.records.teams[index] = text() }
    for index in input.sheets.indices { input.sheets[index].file = text() }
    input.scheme.title = text()
    input.scheme.office.name = text()
    input.scheme.office.sendTo = text()
    input.scheme.office.copyTo = "x" + text()
    input.number = "x" + text()
    for index in input.scheme.units.indices { input.scheme.units[index].name = text() }
    for index in input.scheme.indicators.indices { input.scheme.indicators[index].name = text() }
    for index in input.scheme.categories.indices { input.scheme.categories[index].name = text() }
    for index in input.scheme.departments.indices { input.scheme.departments[index].name = text() }
    for index in input.scheme.projects.indices { input.scheme.projects[index].name = text() }
    return input
  }

  /// Text is searched for what must go without decoding all of it: nothing may slip through.
  @Test func `every character that must not reach a page is replaced wherever it stands`() {
    let harmful: [ClosedRange<UInt32>] = [
      0x0...0x1F, 0x7F...0x9F, 0x61C...0x61C, 0x200B...0x200B, 0x200E...0x200F, 0x2028...0x202E,
      0x2060...0x206F, 0xFDD0...0xFDEF, 0xFEFF...0xFEFF, 0xFFF9...0xFFFB, 0xFFFE...0xFFFF,
      0xE0000...0xE007F,
    ]
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let isHarmful = harmful.contains { $0.contains(value) }
      let isReplaced = ["甲\(scalar)a", "a\(scalar)", "\(scalar)甲"]
        .map { !Sanitised.text($0).unicodeScalars.contains(scalar) }
      #expect(isReplaced == [isHarmful, isHarmful, isHarmful], "U+\(String(value, radix: 16))")
    }
    #expect(Sanitised.text("甲（乙）：“丙”—丁－1·é") == "甲（乙）：“丙”—丁－1·é")
  }

  private static func pages(_ input: CircularInput, _ templates: Templates) -> [Page] {
    let renderer = Renderer(templates: templates) { $0 }
    return renderer.issue(input).pages + renderer.summary(input).pages.prefix(2)
      + renderer.correction(
        of: input,
        Correction(
          of: Sample.input(november: true),
          previous: .init(title: input.scheme.title, address: "../r1/circular.html"),
          current: .init(title: input.scheme.title, address: "circular.html")
        )
      )
  }

  /// The same places filled with a plain word: what the structure of the pages must be.
  private static func plain(_ templates: Templates) -> [String: [String]] {
    Dictionary(
      pages(input { "甲" }, templates).filter { $0.path.hasSuffix(".html") }
        .map { ($0.path, StrictHTML.structure(of: text($0))) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  private static func text(_ page: Page) -> String { String(decoding: page.bytes, as: UTF8.self) }

  @Test(arguments: ["zh-Hans", "en"])
  func `random names and cells change no tag of any page`(locale: String) {
    let templates = locale == "en" ? Sample.english : Sample.templates
    let plain = Self.plain(templates)
    for seed in UInt64(1)...4 {
      var random = SeededRandom(seed: seed)
      let input = Self.input {
        (0..<Int.random(in: 1...4, using: &random))
          .map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
      }
      for page in Self.pages(input, templates) { check(page, plain, "seed \(seed)") }
    }
  }

  @Test(arguments: [0, 19, 38])
  func `each piece alone is text wherever it stands`(first: Int) {
    var turn = first
    let input = Self.input {
      turn += 1
      return Self.pieces[turn % Self.pieces.count]
    }
    let plain = Self.plain(Sample.templates)
    for page in Self.pages(input, Sample.templates) { check(page, plain, "from \(first)") }
  }

  private func check(_ page: Page, _ plain: [String: [String]], _ what: String) {
    let text = Self.text(page)
    guard page.path.hasSuffix(".html") || page.path.hasSuffix(".txt") else { return }
    let bad = text.unicodeScalars.first {
      ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value)
        || (0x2028...0x202E).contains($0.value) || (0x2060...0x206F).contains($0.value)
        || (0xE0000...0xE007F).contains($0.value) || $0.value == 0x61C || $0.value == 0xFFFE
    }
    #expect(bad == nil, "\(page.path): \(what)")
    if page.path.hasSuffix(".html") {
      let found = Self.withoutLayout(StrictHTML.structure(of: text))
      let wanted = Self.withoutLayout(plain[page.path] ?? [])
      let place = zip(found, wanted).prefix { $0 == $1 }.count
      let around = found.dropFirst(max(0, place - 3)).prefix(6)
      #expect(found == wanted, "\(page.path): \(what): \(Array(around))")
    } else {
      let widest = text.split(separator: "\n").map { TextWidth.columns(of: $0) }.max() ?? 0
      #expect(widest <= 56, "\(page.path): \(what)")
    }
  }

  /// The tags without those that the words themselves decide: a language for Chinese on English pages, and
  /// the lines into which a chart puts a long name.
  private static func withoutLayout(_ tags: [String]) -> [String] {
    var kept: [String] = []
    var spans: [Bool] = []
    for tag in tags {
      if tag.hasPrefix("<span") { spans.append(tag == "<span lang>") }
      if tag == "<span lang>" { continue }
      if tag == "</span>", spans.popLast() == true { continue }
      if tag.hasPrefix("<text "), kept.suffix(2).elementsEqual([tag, "</text>"]) {
        kept.removeLast(2)
      }
      kept.append(tag)
    }
    return kept
  }

  @Test(arguments: pieces)
  func `what the register holds is text on the indexes`(piece: String) {
    let renderer = Renderer(templates: Sample.templates) { $0 }
    func structures(_ text: String) -> [[String]] {
      let period = Period.month(year: 2017, month: 10)
      let entry = IssueEntry(
        period: period,
        revision: 1,
        number: "x" + text,
        title: "x" + text,
        date: Sample.day("2017-11-03"),
        files: ["circular.html", "units/a.html"],
        summary: IssueSummary(
          units: [.init(id: "a", name: text + "x")],
          findings: 1,
          red: 0,
          yellow: 0
        )
      )
      let pages =
        renderer.siteIndex(office: text, issues: [entry], notices: [])
        + renderer.periodIndex(office: text, revisions: [entry], notices: [])
      return pages.map { StrictHTML.structure(of: Self.text($0)) }
    }
    #expect(structures(piece) == structures("甲"))
  }

  @Test func `the reader of these tests sees what it is to see`() {
    #expect(StrictHTML.structure(of: "<p class=\"a\">x &lt; y</p>") == ["<p class>", "</p>"])
    #expect(
      StrictHTML.structure(of: "<p>a<b></p>") != StrictHTML.structure(of: "<p>a&lt;b&gt;</p>")
    )
    #expect(StrictHTML.structure(of: "<p title=\"a\" b=\"c\">") == ["<p title b>"])
    for text in [
      "a < b", "a > b", "a & b", "<p a=b>", "<p a='b'>", "<p a=\"b\"c=\"d\">", "<p", "&x;",
    ] {
      #expect(StrictHTML.structure(of: text).contains { $0.hasPrefix("!") }, "\(text)")
    }
  }

  @Test func `a value at the start of a line is never a mark`() {
    for piece in Self.pieces + ["  # x", "\u{2028}# x", "\t| x", " \u{301}# x"] {
      let blocks = Outline.blocks(of: OutlineEscaping().escapeText(piece) + "\n")
      let isText = blocks.allSatisfy { if case .paragraph = $0 { true } else { false } }
      #expect(isText && blocks.count <= 1, "\(piece)")
    }
  }

  @Test func `a value says in an outline what it says`() {
    for piece in Self.pieces {
      let wanted = Sanitised.text(piece).split(separator: " ").joined(separator: " ")
      guard !wanted.isEmpty else { continue }
      for line in ["%masthead x | ", "|= ", "# ", ": a | ", "> "] {
        let blocks = Outline.blocks(of: line + OutlineEscaping().escapeText(piece) + "\n| y\n")
        let words = blocks.first.map(Self.words) ?? ""
        #expect(words.split(separator: " ").joined(separator: " ") == wanted, "\(line)\(piece)")
      }
      let table = Outline.blocks(of: "|! \(OutlineEscaping().escapeText(piece))> | b\n| 1 | 2\n")
      guard case .table(let read) = table.first else {
        Issue.record("no table for \(piece)")
        continue
      }
      #expect(read.columns.map(\.isNumeric) == [true, false], "\(piece)")
    }
  }

  private static func words(_ block: Block) -> String {
    switch block {
    case .masthead(_, let number): number
    case .title(let runs), .note(let runs): runs.words
    case .entry(_, let runs): runs.words
    case .table(let table): table.caption.words
    default: "?"
    }
  }
}

/// A reader of HTML that knows only what our pages may have.
///
/// That is tags with quoted attributes, and text whose special characters are references; anything
/// else is an entry that begins with `!`.
enum StrictHTML {
  private static let references = ["amp;", "lt;", "gt;", "quot;", "#39;"]

  /// Every tag with the names of its attributes, in order, without styles.
  static func structure(of html: String) -> [String] {
    var found: [String] = []
    var rest = Array(html.utf8)[...]
    while let byte = rest.first {
      rest = rest.dropFirst()
      switch byte {
      case UInt8(ascii: "<"): found.append(tag(&rest))
      case UInt8(ascii: ">"): found.append("!>")
      case UInt8(ascii: "&"):
        if !references.contains(where: { rest.starts(with: $0.utf8) }) { found.append("!&") }
      default: break
      }
      guard found.last == "<style>" else { continue }
      while !rest.isEmpty, !rest.starts(with: "</style>".utf8) { rest = rest.dropFirst() }
      found.append("</style>")
      rest = rest.dropFirst(8)
    }
    return found
  }

  private static func tag(_ rest: inout ArraySlice<UInt8>) -> String {
    if rest.starts(with: "!DOCTYPE html>".utf8) {
      rest = rest.dropFirst(14)
      return "<!DOCTYPE html>"
    }
    var tag = "<"
    if rest.first == UInt8(ascii: "/") {
      tag += "/"
      rest = rest.dropFirst()
    }
    tag += name(&rest)
    while rest.first == UInt8(ascii: " ") {
      rest = rest.dropFirst()
      tag += " " + name(&rest)
      guard rest.first == UInt8(ascii: "=") else { continue }
      rest = rest.dropFirst()
      guard rest.popFirst() == UInt8(ascii: "\"") else { return "!" + tag }
      while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
        if byte == UInt8(ascii: "<") { return "!" + tag }
        let isBare =
          byte == UInt8(ascii: "&")
          && !references.contains { rest.starts(with: $0.utf8) }
        if isBare { return "!" + tag }
      }
    }
    guard rest.popFirst() == UInt8(ascii: ">"), tag.count > 1 else { return "!" + tag }
    return tag + ">"
  }

  private static func name(_ rest: inout ArraySlice<UInt8>) -> String {
    var name: [UInt8] = []
    while let byte = rest.first,
      (97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte)
        || byte == UInt8(ascii: "-")
    {
      name.append(byte)
      rest = rest.dropFirst()
    }
    return String(decoding: name, as: UTF8.self)
  }
}
