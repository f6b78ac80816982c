import Foundation
import Testing
import TongbaoFormats
import TongbaoModel

@testable import TongbaoRendering

/// What holds of every page: the same numbers everywhere, no markup from data, narrow text.
struct PageTests {
  private static func issue(
    _ input: CircularInput,
    _ templates: Templates = Sample.templates
  ) -> [Page] {
    let renderer = Renderer(templates: templates, mask: Sample.mask)
    return renderer.issue(input).pages + renderer.summary(input).pages.prefix(2)
  }

  private static func text(_ page: Page) -> String { String(decoding: page.bytes, as: UTF8.self) }

  /// The text of an HTML page without styles, charts and tags.
  private static func visible(_ html: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(html.utf8)[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
      bytes += rest[..<open]
      rest = rest[open...]
      let hidden = ["<style", "<svg", "<figcaption", "<title"].first { rest.starts(with: $0.utf8) }
      let end = Array((hidden.map { "</" + $0.dropFirst() + ">" } ?? ">").utf8)
      while !rest.isEmpty, !rest.starts(with: end) { rest = rest.dropFirst() }
      rest = rest.dropFirst(end.count)
      bytes.append(UInt8(ascii: " "))
    }
    return String(decoding: bytes + rest, as: UTF8.self)
  }

  private static func numbers(_ text: String) -> [String] {
    text.split { !$0.isASCII || !($0.isNumber || $0 == "." || $0 == "%") }.map(String.init)
      .filter { $0.contains(".") && $0.first?.isNumber == true && !$0.hasSuffix(".") }.sorted()
  }

  @Test(arguments: [false, true])
  func `HTML and text say the same numbers`(isNovember: Bool) {
    let pages = PageTests.issue(Sample.input(november: isNovember))
    for page in pages where page.path.hasSuffix(".html") {
      let twin = pages.first { $0.path == page.path.dropLast(5) + ".txt" }
      #expect(twin != nil, "\(page.path) has no text")
      let (html, text) = (PageTests.visible(PageTests.text(page)), twin.map(PageTests.text) ?? "")
      #expect(PageTests.numbers(html) == PageTests.numbers(text), "\(page.path)")
    }
  }

  @Test func `the tables print the scores as scores.json has them`() throws {
    let input = Sample.input()
    let pages = PageTests.issue(input)
    let json = try #require(pages.first { $0.path == "scores.json" })
    let html = PageTests.text(try #require(pages.first { $0.path == "circular.html" }))
    let value = try JSONValue(parsing: json.bytes)
    for unit in try #require(value["units"]?.array) {
      let name = try #require(unit["name"]?.string)
      let row = try #require(
        html.firstMatch(
          of: try Regex(
            "<tr><td class=\"n\">(\\d+)</td><th[^>]*><a[^>]*>\(name)</a></th>(.*?)</tr>"
          )
        )
      )
      let cells = String(row.output[2].substring ?? "").replacing(/<[^>]*>/, with: " ")
        .split(separator: " ").map(String.init)
      let score = try #require(unit["cumulative"])
      #expect(row.output[1].substring.map(String.init) == score["rank"]?.integer.map(String.init))
      #expect(cells[0] == unit["period"]?["total"]?.decimal?.formatted(places: 2))
      #expect(cells[1] == score["total"]?.decimal?.formatted(places: 2))
    }
  }

  @Test(arguments: ["zh-Hans", "en"])
  func `no line of text is wider than 56 columns`(locale: String) {
    let templates = Templates(folders: [Sample.root + "/templates"], locale: locale)
    for page in PageTests.issue(Sample.input(november: true), templates)
    where page.path.hasSuffix(".txt") {
      for line in PageTests.text(page).split(separator: "\n") {
        #expect(TextWidth.columns(of: line) <= 56, "\(page.path): \(line)")
      }
    }
  }

  @Test func `October lists the open provisional deduction and November its return`() throws {
    let october = PageTests.section(try circular(november: false))
    #expect(october.contains("整改中的预扣分"))
    #expect(october.contains("盐官镇 监控点有效运行率 动态指标 1.00 2017-12-31"))
    let november = PageTests.section(try circular(november: true))
    #expect(november.contains("本期返还"))
    #expect(november.contains("盐官镇 平安巡查 X1 1.00 1.00 0.00"))
    #expect(november.contains("盐官镇 监控点有效运行率 动态指标 1.00 1.00 0.00"))
  }

  private func circular(november: Bool) throws -> String {
    let pages = PageTests.issue(Sample.input(november: november))
    return PageTests.text(try #require(pages.first { $0.path == "circular.html" }))
  }

  private static func section(_ html: String) -> String {
    let part = html.firstMatch(of: /三、预扣分情况([\s\S]*?)四、突出问题/)?.output.1 ?? ""
    return visible(String(part)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  static let hostile = [
    "<img src=x onerror=alert(1)>", "{{office}}", "{{{body}}}", "{{> circular}}",
    "\"\u{301} onmouseover=x",
    "' onclick='x", "]] [[javascript:x]y]]", "| a | b |", "# 标题", "%masthead a | b", "+++ x", "\\",
    "a\u{202E}b\u{2066}c", "a\u{0}b\u{1B}[31m\nc\r\n# d", "</td></tr></table><script>x</script>",
    "&amp;",
    "@figure heat-growth", "\u{0600}<b>x</b>",
  ]

  @Test(arguments: hostile)
  func `a cell never acts`(cell: String) throws {
    var input = Sample.input(november: true)
    input.texts = input.texts.mapTexts { _ in cell }
    input.records.files[0].name = cell
    input.sheets[0].file = cell
    input.scheme.units[0].name = cell
    let plain = PageTests.issue(Sample.input(november: true))
    for (page, usual) in zip(PageTests.issue(input), plain) {
      let text = PageTests.text(page)
      #expect(page.path == usual.path)
      guard !page.path.hasSuffix(".json") else { continue }
      #expect(!text.contains("\u{202E}") && !text.contains("\u{0}") && !text.contains("\u{1B}"))
      guard page.path.hasSuffix(".html") else { continue }
      #expect(PageTests.tags(text) == PageTests.tags(PageTests.text(usual)), "\(page.path)")
    }
  }

  /// All tags as they stand, in order; what is quoted in them is left out but for its quotes.
  ///
  /// Labels of charts are left out: a name takes as many lines as it needs.
  private static func tags(_ html: String) -> [String] {
    var tags: [String] = []
    var tag: [UInt8]?
    var isQuoted = false
    for byte in html.utf8 {
      switch byte {
      case UInt8(ascii: "<") where tag == nil: tag = []
      case UInt8(ascii: ">") where tag != nil && !isQuoted:
        tags.append(String(decoding: tag ?? [], as: UTF8.self))
        tag = nil
      case UInt8(ascii: "\"") where tag != nil:
        isQuoted.toggle()
        tag?.append(byte)
      default: if !isQuoted { tag?.append(byte) }
      }
    }
    return tags.filter { $0 != "text x=\"\" y=\"\" text-anchor=\"\"" && $0 != "/text" }
  }

  @Test func `the pages ask for nothing from elsewhere`() {
    for page in PageTests.issue(Sample.input(november: true)) where page.path.hasSuffix(".html") {
      let text = PageTests.text(page)
      #expect(!text.contains("http:") && !text.contains("https:") && !text.contains("<script"))
      #expect(text.matches(of: /<h1[ >]/).count == 1)
      #expect(text.contains("<html lang=\"zh-Hans\">") && text.contains("<main id=\"main\">"))
    }
  }

  @Test func `free text is masked in public and the place reported`() throws {
    let input = Sample.input()
    let issue = Renderer(templates: Sample.templates, mask: Sample.mask).issue(input)
    for page in issue.pages where page.audience == .public {
      #expect(!PageTests.text(page).contains("13812345678"))
    }
    let found = issue.diagnostics.filter { $0.kind == .personalDataMasked }
    #expect(found.map { $0.location?.description } == ["综治办-10月.csv:3"])
  }

  @Test func `text comes in pages of 22 lines on demand`() {
    let text = (1...50).map(String.init).joined(separator: "\n") + "\n"
    let pages = Renderer.paged(text).split(separator: "\u{C}")
    #expect(pages.count == 3)
    #expect(pages[0].contains("— 1 —") && pages[2].contains("— 3 —"))
    #expect(
      pages.allSatisfy { $0.split(separator: "\n", omittingEmptySubsequences: false).count >= 24 }
    )
  }
}
