import Testing
import TongbaoModel

@testable import TongbaoIntake

private let header = "单号,检查日期,被检查单位,考核指标,问题等级,问题描述"

struct OpenFollowUpsTests {
  private func admitted(_ heads: String, _ rows: String...) throws -> AdmittedSheet {
    let lines = rows.map { "2017-10-01,盐官镇,patrol,一般,脏乱,\($0)" }
    let text = lines.enumerated().map { "A\($0),\($1)" }.joined(separator: "\n")
    return try #require(TestSheet("\(header),\(heads)\n\(text)").admitted())
  }

  @Test(arguments: [
    ("整改情况,整改日期", "已整改,", "整改日期", "rectification.result", 32),
    ("整改情况,整改日期", ",2017-10-09", "整改情况", "rectification.date", 33),
    ("整改情况,整改日期", "/,2017-10-09", "整改情况", "rectification.date", 34),
    ("属实情况,沟通日期", "失实,", "沟通日期", "verification.factual", 32),
    ("属实情况,沟通日期", ",2017-10-09", "属实情况", "verification.date", 33),
    ("属实情况,沟通日期,单位意见", ",,同意", "沟通日期”和“属实情况", "verification.reply", 34),
    ("属实情况,沟通日期,批准人", ",,王五", "沟通日期”和“属实情况", "verification.approvedBy", 34),
    ("复核结论,申诉日期", "受理中,", "申诉日期", "appeal.decision", 32),
    ("复核结论,申诉日期,申诉理由", ",,不是本镇", "申诉日期”和“复核结论", "appeal.grounds", 34),
    ("抽查结果,抽查日期", "不一致,", "抽查日期", "recheck.consistent", 32),
    ("整改情况,整改日期", "正在整改,", "整改日期", "rectification.result", 32),
  ])
  func `a follow-up without its date or its outcome is told, and its row counts`(
    _ heads: String,
    _ cells: String,
    _ missing: String,
    _ field: String,
    _ column: Int
  ) throws {
    let sheet = try admitted(heads, cells)
    #expect(sheet.log.codes == ["intake.follow-up-incomplete"])
    #expect(sheet.log.kept[0].field == field)
    #expect(sheet.log.kept[0].location?.description == "sheet.csv:2:\(column)")
    #expect(sheet.log.kept[0].message(in: .chinese).contains("“\(missing)”为空"))
    #expect(sheet.counts.accepted == 1 && sheet.recordCount == 1)
    #expect(sheet.carried.isEmpty)
  }

  @Test func `rows that say nothing is rectified yet are told once, with their count`() throws {
    let heads = "整改情况,整改日期,复查人"
    let rows = ["未整改,,", ",,", "未整改,,李四", "无,/,-", "已整改,2017-10-09,李四", ",,李四"]
    let lines = rows.enumerated().map { "A\($0),2017-10-01,盐官镇,patrol,一般,脏乱,\($1)" }
    let sheet = TestSheet("\(header),\(heads)\n\(lines.joined(separator: "\n"))")
    for size in [1, 2, 100] {
      let admitted = try #require(sheet.admitted(batchesOf: size))
      #expect(admitted.log.codes == ["intake.follow-up-open", "intake.follow-up-open"])
      #expect(admitted.log.kept.map(\.text) == ["未整改", "李四"])
      #expect(admitted.log.kept.map { $0.facts["rows"] } == [2, 1])
      #expect(admitted.log.kept.map { $0.location?.line } == [2, 7])
      #expect(admitted.counts.accepted == 6 && admitted.carried.count == 1)
    }
  }

  @Test func `a refused row is not counted among the open ones`() throws {
    let sheet = try #require(
      TestSheet("\(header),整改情况,整改日期\nA1,2017-10-01,某镇,patrol,一般,脏乱,未整改,").admitted()
    )
    #expect(sheet.log.codes == ["intake.unknown-unit"] && sheet.counts.refused == 1)
  }

  @Test func `a column of outcomes without one of dates is told`() throws {
    let (plan, log) = TestSheet("\(header),整改情况,复查人\nA1,2017-10-01,盐官镇,patrol,一般,脏乱,已整改,李四")
      .plan()
    #expect(plan != nil && log.codes == ["header.follow-up-incomplete", "header.unknown"])
    #expect(log.kept[0].text == "整改情况" && log.kept[1].text == "复查人")
    #expect(log.kept[0].message(in: .chinese).contains("date (整改日期"))
  }
}
