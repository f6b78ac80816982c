import Testing
import TongbaoModel

@testable import TongbaoIntake

struct SheetPlanRecordsTests {
  /// What `tongbao rows` prints of a sheet.
  private func shown(_ text: String, batchesOf size: Int = 100) throws -> [[String]] {
    let sheet = TestSheet(text)
    let plan = try #require(sheet.plan().0)
    var state = FillState()
    let width = plan.recordFields.count
    return [["row"] + plan.recordFields]
      + sheet.batches(of: size)
      .flatMap { batch in
        let found = plan.recordCells(in: plan.filledAgain(batch, &state))
        return found.rows.enumerated()
          .map { record, row in
            let cells = found.cells[record * width..<(record + 1) * width]
            return [String(row)] + cells.map { String(decoding: found.bytes[$0], as: UTF8.self) }
          }
      }
  }

  @Test(arguments: [1, 2, 100])
  func `a wide sheet shows a record for each indicator that has a value`(size: Int) throws {
    let text = """
      单位名称,统计日期,监控点有效运行率,,规上工业总产值,
      ,,完成值,目标值,完成值,上年同期
      盐官镇,2017-03-31,98,97,1200,1000
      长安镇,2017-03-31,/,97,1100,
      海昌街道,2017-03-31,,,,
      合计,,,,2300,
      """
    #expect(
      try shown(text, batchesOf: 100) == [
        ["row", "date", "unit", "indicator", "value", "target", "lastYear"],
        ["3", "2017-03-31", "盐官镇", "监控点有效运行率", "98", "97", ""],
        ["3", "2017-03-31", "盐官镇", "规上工业总产值", "1200", "", "1000"],
        ["4", "2017-03-31", "长安镇", "规上工业总产值", "1100", "", ""],
      ]
    )
    #expect(try shown(text, batchesOf: size) == shown(text))
  }

  @Test func `a refused row of a wide sheet is shown though it has no figure`() throws {
    let text = "单位名称,统计日期,监控点有效运行率,规上工业总产值\n某镇,2017-03-31,,\n盐官镇,2017-03-31,,\n某镇,2017-03-31,9,"
    #expect(
      try shown(text) == [
        ["row", "date", "unit", "indicator", "value"], ["2", "2017-03-31", "某镇", "", ""],
        ["4", "2017-03-31", "某镇", "监控点有效运行率", "9"],
      ]
    )
  }

  @Test func `what an inspection row carries is shown beside it, refused rows too`() throws {
    let text = """
      2017年10月检查情况
      单号,检查日期,被检查单位,考核指标,问题等级,问题描述,整改情况,整改日期
      示例1,2017-10-01,盐官镇,patrol,一般,脏乱,已整改,2017-10-09
      A1,2017-10-01,盐官镇,patrol,一般,脏乱,已整改,2017-10-09
      ,,,,,,,
      A2,2017-10-01,某镇,patrol,一般,脏乱,,
      填表人：王五,,,,,,,
      """
    #expect(
      try shown(text) == [
        [
          "row", "record", "date", "unit", "indicator", "severity", "finding",
          "rectification.result", "rectification.date",
        ], ["4", "A1", "2017-10-01", "盐官镇", "patrol", "一般", "脏乱", "已整改", "2017-10-09"],
        ["6", "A2", "2017-10-01", "某镇", "patrol", "一般", "脏乱", "", ""],
      ]
    )
  }
}
