import Testing
import TongbaoModel

@testable import TongbaoIntake

struct RowTests {
  private let header =
    "单号,检查日期,被检查单位,考核指标,问题等级,问题描述,扣分,实测值,整改期限,是否预扣,证据类型,备注"

  private func row(_ row: String) throws -> AdmittedSheet {
    try #require(TestSheet("\(header)\n\(row)").admitted())
  }

  @Test(arguments: [
    (",2017-10-01,盐官镇,patrol,一般,脏乱", "value.missing"),
    ("1.23E+17,2017-10-01,盐官镇,patrol,一般,脏乱", "value.scientific-code"),
    ("A1,2017-02-30,盐官镇,patrol,一般,脏乱", "value.impossible-date"),
    ("A1,昨天,盐官镇,patrol,一般,脏乱", "value.not-a-date"),
    ("A1,2018-02-01,盐官镇,patrol,一般,脏乱", "value.future-date"),
    ("A1,2017-10-01,盐官真,patrol,一般,脏乱", "intake.unknown-unit"),
    ("A1,2017-10-01,盐官镇,平安巡察,一般,脏乱", "intake.unknown-indicator"),
    ("A1,2017-10-01,盐官镇,patrol,较重,脏乱", "intake.unknown-severity"),
    ("A1,2017-10-01,盐官镇,patrol,一般,", "value.missing-finding"),
    ("A1,2017-10-01,盐官镇,patrol,一般,无", "value.missing-finding"),
    ("A1,2017-10-01,盐官镇,patrol,一般,脏乱,-1", "value.negative"),
    ("A1,2017-10-01,盐官镇,patrol,一般,脏乱,1分", "value.not-a-number"),
    ("A1,2017-10-01,盐官镇,patrol,一般,脏乱,0.1234567", "value.too-many-decimals"),
    ("A1,2017-10-01,盐官镇,patrol,一般,脏乱,99999999999999", "value.too-large"),
    ("A1,2017-10-01,盐官镇,patrol,一般,脏乱,,,2017-09-30", "intake.due-before-inspection"),
    ("A1,2017-10-01,盐官镇,patrol,一般,脏乱,,,,也许", "value.unknown-choice"),
  ])
  func `a row with an error does not count`(_ text: String, _ code: String) throws {
    let sheet = try row(text)
    #expect(sheet.log.codes == [code])
    #expect(sheet.counts.refused == 1 && sheet.counts.accepted == 0 && sheet.recordCount == 0)
    let batch = TestSheet("\(header)\n\(text)").batch
    let refused = try #require(sheet.plan.refusedRows(of: [batch]).first)
    #expect(refused.row == 2 && refused.diagnostics.map(\.kind.code) == [code])
    #expect(
      refused.cells == text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    )
    #expect(sheet.log.kept[0].location?.line == 2)
    #expect(!sheet.log.kept[0].message(in: .chinese).contains("{"))
  }

  @Test(
    arguments: [
      ("A1,2016-10-01,盐官镇,patrol,一般,脏乱", ["value.outside-window", "intake.project-outside-dates"]),
      ("A1,2017-11-01,盐官镇,cleanup,一般,脏乱", ["intake.project-outside-dates"]),
      ("A1,2017-10-01,海昌街道,output,一般,脏乱", ["intake.indicator-not-applicable"]),
      ("A1,2017-10-01,盐官镇,cameras,无,,,0.98", ["value.share-for-percent"]),
      ("A1,2017-10-01,盐官镇,cameras,无,,,105.02", ["value.above-hundred"]),
      ("A1,2017-10-01,盐官镇,patrol,一般,脏乱,1.5E+0", ["value.scientific"]),
      ("A1,2017-10-01,盐官镇,patrol,一般,联系13812341234", ["value.personal-data"]),
      ("A1,2017-10-01,盐官镇,patrol,一般,脏乱,,,,,,,多出", ["value.beyond-header"]),
      ("A1,2017-10-01,盐官镇,patrol,一般,脏乱,,,,,台账", []),
      ("A1,2017-10-01,盐官镇,patrol,一般,脏乱,0,,2018-06-30,无,,/", []),
    ] as [(String, [String])]
  )
  func `a row with a warning counts`(_ text: String, _ codes: [String]) throws {
    let sheet = try row(text)
    #expect(sheet.log.codes == codes)
    #expect(sheet.counts.accepted == 1 && sheet.recordCount == 1)
    #expect(sheet.log.kept.allSatisfy { !$0.message(in: .english).contains("{") })
  }

  @Test func `all problems of a row are told, with column and excerpt`() throws {
    let sheet = try row("A1,2017-02-30,盐官真,patrol,一般,脏乱,x")
    #expect(
      sheet.log.codes == ["value.impossible-date", "intake.unknown-unit", "value.not-a-number"]
    )
    let unit = sheet.log.kept[1]
    #expect(unit.location?.description == "sheet.csv:2:15")
    #expect(unit.field == "unit" && unit.text == "盐官真")
    #expect(unit.excerpt == Excerpt(line: "A1,2017-02-30,盐官真,patrol,一般,脏乱,x", start: 14, length: 3))
    #expect(unit.message(in: .chinese).contains("盐官镇"))
  }

  @Test func `a worksheet's places are cells`() throws {
    var sheet = TestSheet("\(header)\nA1,2017-10-01,某镇,patrol,无")
    sheet.worksheet = "检查"
    let admitted = try #require(sheet.admitted())
    #expect(admitted.log.kept[0].location?.description == "sheet.csv:检查!C2")
  }

  @Test(arguments: [
    (",2017-10-01,盐官镇,patrol,无", "单号", "record", 1),
    ("A1,2017-10-01,,patrol,无", "被检查单位", "unit", 15),
    ("A1,2017-10-01,盐官镇,patrol", "问题等级", "severity", 25),
  ])
  func `an empty required cell is named and found, even behind the last cell`(
    _ text: String,
    _ head: String,
    _ field: String,
    _ column: Int
  ) throws {
    let diagnostic = try #require(try row(text).log.kept.first)
    #expect(diagnostic.message(in: .chinese) == "必填项“\(head)”为空（\(field)）。")
    #expect(diagnostic.location?.column == column)
    #expect(diagnostic.excerpt?.start == column - 1)
  }

  @Test func `of personal data only the number is marked, and it is masked`() throws {
    let log = try row("A1,2017-10-01,盐官镇,patrol,一般,电话13812341234及0573-87001234").log
    let excerpts = log.kept.compactMap(\.excerpt)
    #expect(log.kept.map { $0.location?.column } == [31, 43])
    #expect(
      excerpts.map { $0.line.dropFirst($0.start).prefix($0.length) } == [
        "138****1234", "0573-******34",
      ]
    )
    #expect(
      excerpts.allSatisfy { !$0.line.contains("13812341234") && !$0.line.contains("87001234") }
    )
  }

  @Test func `a message with a hint ends once`() throws {
    let near = try row("A1,2017-10-01,盐官真,patrol,无").log.kept[0]
    #expect(near.message(in: .english).hasSuffix("; did you mean “盐官镇”?"))
    #expect(near.message(in: .chinese).hasSuffix("，是否为“盐官镇”？"))
    let far = try row("A1,2017-10-01,某某某某,patrol,无").log.kept[0]
    #expect(far.message(in: .english).hasSuffix("is not in the scheme."))
    #expect(far.message(in: .chinese).hasSuffix("不在考核办法中。"))
  }

  @Test func `rows shorter than the header are told once, with their count`() throws {
    let short = "A1,2017-10-01,盐官镇,patrol,无"
    let whole = "\(short.replacing("A1", with: "A9")),,,,,,,"
    let sheet = TestSheet("\(header)\n\(short)\n\(whole)\n\(short.replacing("A1", with: "A2"))\n")
    for size in [1, 2, 100] {
      let log = try #require(sheet.admitted(batchesOf: size)).log
      #expect(log.codes == ["value.short-row"])
      #expect(log.kept[0].location?.description == "sheet.csv:2:27")
      #expect(log.kept[0].facts == ["rows": 2, "columns": 12])
    }
    #expect(try row(short).log.isEmpty)
    #expect(try #require(TestSheet("\(header),,\n\(whole)\n\(whole),,").admitted()).log.isEmpty)
    let total = "\(header)\n\(whole)\nA2,平安小计"
    #expect(try #require(TestSheet(total).admitted()).log.isEmpty)
    var worksheet = sheet
    worksheet.worksheet = "一月"
    #expect(try #require(worksheet.admitted()).log.isEmpty)
  }

  @Test(arguments: [
    ("A0,2017-10-01,盐官镇,patrol,无,,,,,,,", 1), ("A0,2017-10-01,盐官镇,patrol,无", 0), ("", 1),
    ("A0,2017-10-01,盐官镇,patrol,无,,,,,,,\nA9,2017-10-01,盐官镇,patrol,无", 0),
  ])
  func `a last row that is short and lacks its line end is refused as cut off`(
    _ above: String,
    _ refused: Int
  ) throws {
    let sheet = TestSheet("\(header)\n\(above)\nA1,2017-10-01,盐官镇,patrol,一般,脏乱")
    var batch = sheet.batch
    batch.rows[batch.rows.count - 1].marks = .unterminated
    let plan = try #require(
      SheetPlan.plan(head: batch, recordNames: nil, context: sheet.context).0
    )
    var admitted = AdmittedSheet(plan)
    admitted.append(plan.admit(batch))
    admitted.finish()
    #expect(admitted.counts.refused == refused)
    #expect(admitted.log.count(of: .rowCutOff) == refused)
    #expect(admitted.refused.map(\.row) == (refused == 1 ? [3] : []))
  }

  @Test func `a footer or total that ends the file without a line end is not cut off`() throws {
    for last in ["填表人：王五", "合计,,,", "平安小计"] {
      let sheet = TestSheet("\(header)\nA0,2017-10-01,盐官镇,patrol,无,,,,,,,\n\(last)")
      var batch = sheet.batch
      batch.rows[2].marks = .unterminated
      let admitted = try #require(sheet.plan().0).admit(batch)
      #expect(admitted.log.isEmpty && admitted.counts.nonRecords == 2)
    }
  }

  @Test(arguments: ["A1,2017-10-01,盐官镇,patrol,一般,脏乱", ",,,", ""])
  func `a row in which reading found an error is refused`(_ text: String) throws {
    let sheet = TestSheet("\(header)\nA0,2017-10-01,盐官镇,patrol,一般,脏乱\n\(text)")
    var batch = sheet.batch
    batch.rows[2].marks = .refused
    let admitted = try #require(sheet.plan().0).admit(batch)
    #expect(admitted.log.codes == ["value.unreadable-row"])
    #expect(admitted.counts.refused == 1 && admitted.counts.accepted == 1)
    #expect(admitted.refused.map(\.row) == [3] && admitted.counts.blank == 0)
  }

  @Test func `an undecodable cell refuses the row`() throws {
    var sheet = TestSheet("\(header)\nA1,2017-10-01,盐官镇,patrol,一般,??")
    sheet.marks = ["??": [.undecodable]]
    let admitted = try #require(sheet.admitted())
    #expect(admitted.log.codes == ["value.undecodable"] && admitted.counts.refused == 1)
  }

  @Test func `a negative 扣分 is an error, a missing one leaves the severity's points`() throws {
    let sheet = try row("A1,2017-10-01,盐官镇,patrol,无,有问题,0.3,,,是")
    #expect(sheet.inspected.inspections.map(\.points) == [decimal("0.3")])
    #expect(sheet.inspected.inspections.map(\.isProvisional) == [true])
  }

  @Test func `rows that are no records are counted apart`() throws {
    let sheet = try row(
      """
      示例：A0,2017-10-01,盐官镇,patrol,无
      A1,2017-10-01,盐官镇,patrol,无

      ,,,,
      单号,检查日期,被检查单位,考核指标,问题等级,问题描述
      合计,,,,,,3
      填表人：张三,,审核人：李四
      """
    )
    #expect(sheet.counts.examples == 1 && sheet.counts.blank == 2 && sheet.counts.headers == 2)
    #expect(sheet.counts.totals == 1 && sheet.counts.footers == 1 && sheet.counts.accepted == 1)
    #expect(sheet.log.codes == ["intake.total-mismatch"])
    #expect(sheet.counts.rows == sheet.counts.accepted + sheet.counts.nonRecords)
  }

  @Test func `totals are checked against their rows`() throws {
    func codes(_ rows: String) throws -> [String] {
      try #require(TestSheet("单位名称,考核指标,统计日期,实际值\n\(rows)").admitted()).log.codes
    }
    let rows = "盐官镇,output,2017-10-31,10\n长安镇,output,2017-10-31,12.5"
    #expect(try codes("\(rows)\n合计,,,22.5") == [])
    #expect(try codes("\(rows)\n合 计,,,22.4") == ["intake.total-mismatch"])
    #expect(try codes("合计,,,22.5\n\(rows)") == [])
    #expect(try codes("\(rows)\n重点发展类小计,,,22.5\n盐官镇,output,2017-09-30,8\n小计,,,8\n总计,,,30.5") == [])
    #expect(
      try codes("\(rows)\n小计,,,22.5\n盐官镇,output,2017-09-30,8\n小计,,,9\n总计,,,30.5") == [
        "intake.total-mismatch"
      ]
    )
    #expect(try codes("\(rows)\n平均,,,11.25") == [])
    #expect(try codes("\(rows)\n某镇,output,2017-10-31,1\n合计,,,23.5") == ["intake.unknown-unit"])
  }

  @Test func `totals of a wide sheet are checked by column`() throws {
    let head = "单位名称,统计日期,规上工业总产值/完成值,规上工业总产值/目标值,监控点有效运行率"
    let rows = "盐官镇,2017-10-31,10,20,98\n长安镇,2017-10-31,1,2,96"
    let right = try #require(TestSheet("\(head)\n\(rows)\n合计,,11,22,97").admitted())
    #expect(right.log.codes == [])
    let wrong = try #require(TestSheet("\(head)\n\(rows)\n合计,,11,23,97").admitted())
    #expect(wrong.log.codes == ["intake.total-mismatch"])
    #expect(wrong.log.kept[0].location?.description == "sheet.csv:4:8")
  }

  @Test func `a row of a wide sheet without any value is no record and is told`() throws {
    let sheet = try #require(
      TestSheet(
        """
        单位名称,统计日期,监控点有效运行率,规上工业总产值/完成值,规上工业总产值/目标值
        盐官镇,2017-10-01,98,/,5
        长安镇,2017-10-01,,,
        海昌街道,2017-10-01,/,-,6
        某某镇,2017-10-01,,,
        """
      )
      .admitted()
    )
    #expect(
      sheet.log.codes == [
        "intake.figure-without-value", "intake.row-without-value", "intake.figure-without-value",
        "intake.row-without-value", "intake.unknown-unit",
      ]
    )
    #expect(sheet.counts.accepted == 1 && sheet.counts.refused == 1)
    #expect(sheet.counts.valueless == 2 && sheet.counts.rows == 5)
    #expect(sheet.measurements.count == 1)
  }

  @Test func `a value far from all others is told`() throws {
    let rows = (1...9).map { "盐官镇,output,2017-0\($0)-28,10\($0)" }.joined(separator: "\n")
    let sheet = try #require(
      TestSheet("单位名称,考核指标,统计日期,实际值\n\(rows)\n长安镇,output,2017-10-31,150").admitted()
    )
    #expect(sheet.log.codes == ["intake.outlier"])
  }

  @Test(arguments: [
    ("/,2017-10-01,盐官镇,patrol,无,", ["value.missing"]),
    ("无,2017-10-01,盐官镇,patrol,无,", ["value.missing"]),
    ("#N/A,2017-10-01,盐官镇,patrol,无,", ["value.spreadsheet-error"]),
    ("A1,2017-10-01,盐官镇,patrol,一般,#REF!", ["value.spreadsheet-error"]),
    ("A1,2017-10-01,盐官镇,patrol,一般,########", ["value.spreadsheet-error"]),
    ("#1,2017-10-01,盐官镇,patrol,一般,#3楼堆物", []),
  ])
  func `what stands for nothing is no number and no finding`(
    _ text: String,
    _ codes: [String]
  ) throws {
    #expect(try row(text + ",,,,,,").log.codes == codes)
  }

  @Test(arguments: [
    ("A%,2017-10-01,公园%,patrol,无,脏乱,盐官镇", ["被检查单位", "点位"]),
    ("A%,2017-10-01,公园%,patrol,无,盐官镇,东门", ["被检查单位", "问题描述"]),
    ("2017-10-01,A%,盐官镇,patrol,无,脏乱,东门", ["单号", "检查日期"]),
    ("盐官镇,2017-10-01,A%,patrol,无,脏乱,东门", ["单号", "被检查单位"]),
    ("A%,无,盐官镇,patrol,2017-10-01,脏乱,东门", ["检查日期", "问题等级"]),
    // A record number may be any number, and five digits a date.
    ("1000%,1/7/2017,盐官镇,patrol,无,脏乱,东门", nil), ("A%,2017-10-01,公园%,patrol,无,脏乱,东门", nil),
  ])
  func `a column of names or dates and a free one that look swapped are told`(
    _ row: String,
    _ heads: [String]?
  ) throws {
    let rows = (1...5).map { row.replacing("%", with: "\($0)") }
    let heading = "单号,检查日期,被检查单位,考核指标,问题等级,问题描述,点位"
    let sheet = try #require(
      TestSheet("\(heading)\n\(rows.joined(separator: "\n"))").admitted()
    )
    let swapped = sheet.log.kept.filter { $0.kind == .columnsLookSwapped }
    #expect(swapped.compactMap { $0.facts["first"] } == (heads.map { [.text($0[0])] } ?? []))
    #expect(swapped.compactMap { $0.facts["second"] } == (heads.map { [.text($0[1])] } ?? []))
  }

  @Test func `columns that look swapped are told once`() throws {
    let sheet = try #require(
      TestSheet(
        "单号,检查日期,被检查单位,考核指标,问题等级\nA1,2017-10-01,patrol,盐官镇,无\nA2,2017-10-01,patrol,长安镇,无"
      )
      .admitted()
    )
    #expect(sheet.log.count(of: .columnsLookSwapped) == 1)
    #expect(sheet.log.kept.last?.facts["rows"] == .number(2))
  }

  @Test(arguments: [("2017-10-20", "2017-10-01"), ("2018-06-30", "2018-01-20")])
  func `inspection and due dates that look swapped are told once`(
    _ date: String,
    _ due: String
  ) throws {
    let rows =
      (1...3).map { "A\($0),\(date),盐官镇,patrol,无,,,,\(due)" } + [
        "A4,2017-10-01,盐官镇,patrol,无,,,,2017-10-20"
      ]
    let text = "\(header)\n\(rows.joined(separator: "\n"))"
    let log = try #require(TestSheet(text).admitted()).log
    let swapped = log.kept.filter { $0.kind == .columnsLookSwapped }
    #expect(swapped.map(\.facts["rows"]) == [.number(3)])
    #expect(swapped.map(\.facts["second"]) == ["整改期限"])
  }

  @Test func `values of the entry are understood, wrong ones reported`() throws {
    var sheet = TestSheet("\(header)\nA1,2017-10-01,盐官镇,patrol,较重,脏乱")
    sheet.entry.values = ["severity": ["较重": "prominent", "x": "y"], "finding": ["a": "b"]]
    #expect(sheet.plan().1.codes == ["header.unknown-value-field", "header.unknown-value"])
    #expect(
      try #require(sheet.admitted()).inspected.inspections.map(\.severity) == [Ordinal(2)]
    )
  }

  @Test func `是否销号 takes yes and no`() throws {
    let sheet = try #require(TestSheet("单号,销号时间,是否销号\nA1,2017-10-01,是\nA2,2017-10-01,否").admitted())
    #expect(sheet.followUps.map(\.content) == [.rectification(.done), .rectification(.notDone)])
    let other = try #require(TestSheet("单号,整改日期,整改情况\nA1,2017-10-01,是").admitted())
    #expect(other.log.codes == ["value.unknown-choice"])
  }

  @Test func `texts of chosen rows come by field`() throws {
    let sheet = TestSheet(
      "\(header)\nA1,2017-10-01,盐官镇,patrol,无\nA2,2017-10-01, 盐官镇,patrol,一般,\"脏,乱\""
    )
    let plan = try #require(sheet.plan().0)
    var state = FillState()
    let texts = plan.texts(of: [3], in: sheet.batch, state: &state)
    #expect(texts.map(\.row) == [3])
    #expect(texts[0].texts["finding"] == "脏,乱" && texts[0].texts["unit"] == "盐官镇")
    #expect(texts[0].texts["remark"] == nil)
  }
}
