import Testing
import TongbaoFormats

@testable import TongbaoRendering

/// What stays whole in tables of plain text.
struct TextTableTests {
  private static func text(_ heads: [String], _ rows: [[String]]) -> String {
    var table = Table()
    table.columns = heads.map { Table.Column(head: [.text($0)], isNumeric: $0.hasSuffix("分")) }
    table.rows = rows.map { $0.map { [.text($0)] } }
    return TextWriter.text(of: [.table(table)])
  }

  @Test func `codes and dates stay whole where names are wrapped`() {
    let text = TextTableTests.text(
      ["通报", "单位", "指标", "日期", "扣分", "状态"],
      [["2017-0001", "盐官度假区", "低小散整治督查", "2017-01-26", "1.00", "逾期未改"]]
    )
    for whole in ["2017-0001", "2017-01-26", "逾期未改"] { #expect(text.contains(whole)) }
    #expect(!text.contains("【"))
  }

  @Test func `long texts become blocks whose labels stay with their cells`() {
    let problem = String(repeating: "离线点位长期未报修，", count: 8)
    let text = TextTableTests.text(
      ["单位", "通报", "问题", "扣分", "状态"],
      [["盐官镇", "2017-0029", problem, "1.00", "整改中"]]
    )
    #expect(text.contains("【盐官镇】"))
    #expect(text.contains("通报：2017-0029；") && text.contains("状态：整改中。"))
    #expect(!text.contains("\u{2060}"))
  }

  @Test func `heads are wrapped evenly`() {
    let cells = ["庄史村集中加工点", "城市管理第三方测评结果", "1.00", "2.00", "88.58～90.58"]
    let text = TextTableTests.text(["点位", "指标", "本期得分", "模拟得分", "区间"], [cells])
    #expect(text.contains("本期") && text.contains("得分") && !text.contains("本期得 "))
  }
}
