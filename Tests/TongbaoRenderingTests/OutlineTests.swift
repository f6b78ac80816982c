import Testing

@testable import TongbaoRendering

/// Outlines become blocks, and escaped values stay values.
struct OutlineTests {
  @Test func `lines become blocks`() {
    let blocks = Outline.blocks(of: "# 题\n~ 各镇：\n一\n二\n\n- a\n: k | v\n+++ s\nx\n+++\n")
    #expect(
      blocks == [
        .title([.text("题")]), .paragraph([.text("各镇：")], isFlush: true),
        .paragraph([.text("一二")], isFlush: false), .item([.text("a")]),
        .entry(term: [.text("k")], [.text("v")]),
        .details(summary: [.text("s")], [.paragraph([.text("x")], isFlush: false)]),
      ]
    )
  }

  @Test func `a table has heads, numbers and padded rows`() throws {
    let blocks = Outline.blocks(of: "|= 表\n|! a | b>\n| 1 | 2\n| [[x.html]y]] |\n")
    guard case .table(let table) = try #require(blocks.first) else {
      Testing.Issue.record("no table")
      return
    }
    #expect(table.columns.map(\.isNumeric) == [false, true])
    #expect(table.rows[1] == [[.link(address: "x.html", label: "y")], []])
  }

  @Test func `a table without rows is left out`() {
    #expect(Outline.blocks(of: "|= 表\n|! a | b\n\nx") == [.paragraph([.text("x")], isFlush: false)])
  }

  @Test(arguments: PageTests.hostile)
  func `an escaped value is one run of text wherever it stands`(value: String) {
    let escaped = OutlineEscaping().escapeText(value)
    let clean = Sanitised.text(value).split(separator: " ").joined(separator: " ")
    func words(_ runs: [Run]) -> String {
      runs.words.split(separator: " ").joined(separator: " ")
    }
    #expect(Outline.blocks(of: escaped).count == 1)
    guard case .paragraph(let runs, false) = Outline.blocks(of: escaped).first else {
      Testing.Issue.record("\(value) became another block")
      return
    }
    #expect(words(runs) == clean)
    guard case .table(let table) = Outline.blocks(of: "|! a | b\n| \(escaped) | x").first else {
      Testing.Issue.record("\(value) broke the table")
      return
    }
    #expect(words(table.rows[0][0]) == clean && table.rows[0].count == 2)
  }
}
