import Testing

@testable import TongbaoRendering

/// Blocks become the markup that screen and printer lay out.
struct HTMLWriterTests {
  private func html(_ outline: String, isForeign: Bool = false) -> String {
    HTMLWriter.markup(of: Outline.blocks(of: outline), isForeign: isForeign).renderText
  }

  private static let wide = "|! a | b | c | d | e | f | g | h | i\n| 1\n\n"
  private static let imprint = "%imprint 抄送：甲。 | 乙 | 丙\n"

  @Test func `a document without attachments is printed down to the imprint as one part`() {
    let html = html("# 题\n\n正文\n\n" + HTMLWriterTests.imprint)
    #expect(html.hasPrefix("<div class=\"whole last\">\n<h1>"))
    #expect(html.hasSuffix("</footer>\n</div>\n"))
  }

  @Test func `the imprint stands in the last attachment`() {
    let parts = "%attachment 附件1 | 一\n\n\(HTMLWriterTests.wide)%attachment 附件2 | 二\n\n字\n\n"
    let html = html("正文\n\n" + parts + HTMLWriterTests.imprint)
    #expect(html.contains("<section class=\"part wide\">"))
    #expect(html.contains("<section class=\"part last\">"))
    #expect(html.hasSuffix("</footer>\n</section>\n"))
  }

  @Test func `below a wide attachment the imprint has an upright page of its own`() {
    let part = "%attachment 附件1 | 一\n\n\(HTMLWriterTests.wide)"
    let html = html("正文\n\n" + part + HTMLWriterTests.imprint)
    #expect(html.contains("<section class=\"part wide\">"))
    #expect(html.contains("</section>\n<div class=\"part last\">\n<footer class=\"imprint\">"))
  }

  @Test func `only what is Chinese is marked so on a foreign page`() {
    let line = "Units: 盐官镇, [[x.html]长安镇]] & 3\n"
    #expect(
      html(line, isForeign: true)
        == "<p>Units: <span lang=\"zh-Hans\">盐官镇</span>, <a href=\"x.html\">"
        + "<span lang=\"zh-Hans\">长安镇</span></a> &amp; 3</p>\n"
    )
    #expect(!html(line).contains("<span"))
  }

  @Test func `phrases are wrapped at their blanks and codes among them stay whole`() {
    let html = html("|! Unit | State\n| a | re-check failed\n| b | ZZ-01042\n")
    #expect(html.contains("<td class=\"p\">re-check failed</td>"))
    #expect(html.contains("<td class=\"k\">ZZ-01042</td>"))
    #expect(!self.html("|! Unit | Change\n| a | down 12\n").contains("class=\"p\""))
  }

  @Test func `a table whose cells need more than a page is wide lies on its side`() {
    let heads = "%attachment 附件1 | 一\n\n|! a | b | c | d | e | f | g | h\n"
    let cells = [String](repeating: "2017-11-09", count: 8)
    #expect(html(heads + "| " + cells.joined(separator: " | ")).contains("class=\"part wide\""))
    #expect(!html(heads + "| 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8").contains("class=\"part wide\""))
  }

  @Test func `a line to write on is drawn`() {
    #expect(html(": 签字 | \\_\\_\\_").contains("<dd class=\"blank\"></dd>"))
    #expect(html(": 签字 | \\_a").contains("<dd>_a</dd>"))
  }

  @Test(arguments: [("海宁市文件", 5), ("AB", 1), ("海A", 2)])
  func `the mark says how many characters it has room for`(mark: String, characters: Int) {
    #expect(html("%masthead \(mark) | 1").contains("style=\"--characters: \(characters)\""))
  }
}
