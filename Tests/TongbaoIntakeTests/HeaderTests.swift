import Testing
import TongbaoModel

@testable import TongbaoIntake

struct HeaderTests {
  @Test func `the columns that quarantine adds are known`() throws {
    let heads = "record,date,unit,indicator,severity,code,message,remedy,code,message,remedy"
    let (plan, log) = TestSheet("\(heads)\nA1,2017-10-01,盐官镇,patrol,无,a,b,c,d,e,f").plan()
    #expect(log.isEmpty)
    #expect(try #require(plan).unusedColumns.isEmpty)
    let other = TestSheet("record,date,unit,indicator,severity,code,message").plan()
    #expect(other.1.codes == ["header.unknown", "header.unknown"])
    #expect(try #require(other.0).unusedColumns == ["code", "message"])
  }

  @Test func `titles above the header are skipped and counted`() throws {
    let sheet = try #require(
      TestSheet("平安建设督查情况\n截至2017年10月31日,,单位：个\n单号,检查日期,镇街,检查项目,严重程度\nA1,2017-10-01,盐官,平安巡查,无")
        .admitted()
    )
    #expect(sheet.plan.headerLines == 3...3)
    #expect(sheet.counts.titles == 2)
    #expect(sheet.counts.accepted == 1)
    #expect(sheet.log.codes == [])
    #expect(
      TestSheet("标题\n单号,整改日期,整改情况").plan().1.codes == ["header.rows-above"]
    )
  }

  @Test(
    arguments: [
      ("单号,检查日期,被检查单位,考核指标,问题等级", SheetKind.inspection),
      ("record,date,unit,indicator,severity", .inspection),
      ("Record,DATE,Unit,indicator,severity", .inspection),
      ("原单号,复查日期,是否销号", .rectification), ("单号,沟通日期,属实情况", .verification),
      ("单号,申诉日期,复核结论", .appeal), ("单位名称,考核指标,统计日期,实际值", .measurement),
      ("单位名称,事项,认定日期", .event), ("单号,抽查日期,抽查结果", .recheck), ("单位名称,指标名称,年度", .carryover),
      ("编号,检查时间,镇(街道),检查内容,隐患级别,隐患内容,整改日期,整改情况", .inspection),
      ("单位名称,截止日期,规上工业总产值,监控点有效运行率", .measurement),
    ] as [(String, SheetKind)]
  )
  func `the kind is found from the heads`(_ header: String, _ kind: SheetKind) throws {
    #expect(try #require(TestSheet(header).plan().0).kind == kind)
  }

  @Test func `a sheet that lacks a required field names it and the closest kind`() throws {
    let (plan, log) = TestSheet("单号,检查日期,被检查单位,考核指标,问题等机").plan()
    #expect(plan == nil)
    #expect(log.codes == ["header.missing-field", "header.near-miss"])
    let first = try #require(log.kept.first)
    #expect(first.field == "severity")
    #expect(first.message(in: .chinese).contains("问题等级"))
  }

  @Test func `a sheet that fits two kinds alike is refused`() {
    let (plan, log) = TestSheet("单号,整改日期,整改情况,沟通日期,属实情况").plan()
    #expect(plan == nil)
    #expect(log.codes == ["header.ambiguous-kind"])
    var named = TestSheet("单号,整改日期,整改情况,沟通日期,属实情况")
    named.entry.kind = .verification
    #expect(named.plan().0?.kind == .verification)
  }

  @Test func `nothing known is an error of its own, so is an empty sheet`() {
    #expect(TestSheet("甲甲,乙乙\n1,2").plan().1.codes == ["header.unknown-kind"])
    let (plan, log) = SheetPlan.plan(
      head: RowBatch(),
      recordNames: nil,
      context: TestSheet("").context
    )
    #expect(plan == nil && log.codes == ["intake.empty-sheet"])
  }

  @Test func `repeated, blank, unknown and nearly known heads are reported`() throws {
    let (plan, log) = TestSheet(
      "单号,整改日期,整改情况,整改情况,,去向,复查入\nA1,2017-10-01,已整改,未整改,x,y,z"
    )
    .plan()
    #expect(plan != nil)
    #expect(
      log.codes == [
        "header.repeated", "header.blank", "header.unknown", "header.unknown", "header.near-miss",
      ]
    )
    let near = try #require(log.kept.last)
    #expect(near.text == "复查入" && near.location?.description == "sheet.csv:1:23")
  }

  @Test func `heads of the entry rule, and two columns for one field are told`() throws {
    var sheet = TestSheet("单号,督查日,检查日期,镇,考核指标,问题等级\nA1,2017-10-02,2017-10-01,盐官镇,patrol,none")
    sheet.entry.headers = ["督查日": "date", "镇": "unit"]
    #expect(sheet.plan().1.codes == ["header.spare"])
    let admitted = try #require(sheet.admitted())
    #expect(admitted.inspected.visits.map(\.date) == [day("2017-10-02")])
  }

  @Test func `a header of two rows is joined with a slash`() throws {
    let sheet = try #require(
      TestSheet(
        """
        2017年10月指标完成情况,,,,
        单位名称,统计日期,规上工业总产值,,
        ,,完成值,目标值,上年同期
        盐官镇,2017-10-31,120.5,100,101.3
        """
      )
      .admitted()
    )
    #expect(sheet.plan.heads == ["单位名称", "统计日期", "规上工业总产值/完成值", "规上工业总产值/目标值", "规上工业总产值/上年同期"])
    #expect(sheet.plan.headerLines == 2...3)
    let measurement = try #require(sheet.measurements.first)
    #expect(measurement.value == decimal("120.5") && measurement.target == decimal("100"))
    #expect(measurement.lastYear == decimal("101.3"))
    #expect(sheet.counts.headers == 2 && sheet.counts.titles == 1)
  }

  @Test func `joined heads in one row mean the same`() throws {
    let sheet = try #require(
      TestSheet("unit,date,规上工业总产值,规上工业总产值/目标值,output/上年同期\n盐官镇,2017-10-31,1,2,3").admitted()
    )
    let measurement = try #require(sheet.measurements.first)
    #expect(measurement.target == decimal("2") && measurement.lastYear == decimal("3"))
  }

  @Test func `record XML has no header row`() throws {
    var sheet = TestSheet("A1,2017-10-01,已整改")
    sheet.worksheet = nil
    let (plan, _) = SheetPlan.plan(
      head: sheet.batch,
      recordNames: ["单号", "整改日期", "反馈/整改情况"],
      context: sheet.context
    )
    let found = try #require(plan)
    #expect(found.headerLines == nil)
    #expect(found.admit(sheet.batch).counts.accepted == 1)
  }

  @Test func `constants stand in for columns, and the date may come from title or name`() throws {
    var sheet = TestSheet("截至2017年10月31日\n单位名称,监控点有效运行率\n盐官镇,98")
    sheet.entry.dateFrom = .title
    #expect(try #require(sheet.admitted()).measurements.map(\.date) == [day("2017-10-31")])
    sheet.entry.dateFrom = .name
    #expect(sheet.plan().1.codes.last == "header.no-date-in-name")
    sheet.name = "监控 2017-09.csv"
    #expect(try #require(sheet.admitted()).measurements.map(\.date) == [day("2017-09-30")])
    sheet.entry.dateFrom = nil
    sheet.entry.constants = ["date": "2017-08-31"]
    #expect(try #require(sheet.admitted()).measurements.map(\.date) == [day("2017-08-31")])
    sheet.entry.constants = ["dates": "2017-08-31"]
    sheet.entry.dateFrom = .title
    #expect(sheet.plan().1.codes.last == "header.unknown-constant")
  }

  @Test
  func `a known column that gives nothing is reported like an unknown one`() {
    // No 整改情况: 整改日期 alone makes no follow-up.
    let inspection = TestSheet("单号,检查日期,被检查单位,考核指标,问题等级,整改日期\nA1,2017-10-01,盐官镇,patrol,无,")
    #expect(inspection.plan().1.codes == ["header.unknown"])
    // The same indicator twice, and a target without a value.
    let wide = TestSheet("unit,date,规上工业总产值,output,cleanup/目标值\n盐官镇,2017-10-31,1,2,3")
    #expect(wide.plan().1.codes == ["header.unknown", "header.unknown"])
    // A head written over each of its columns, instead of merged or once.
    let repeated = TestSheet("unit,date,规上工业总产值,规上工业总产值\n,,完成值,目标值\n盐官镇,2017-10-31,1,2")
    #expect(repeated.plan().0?.headerLines == 1...2 && repeated.plan().1.isEmpty)
  }

  @Test func `a column that the entry names and that is not used is warned of`() {
    var wide = TestSheet("镇街,统计日期,规上工业总产值,老信访案件化解率\n盐官镇,2017-10-31,12,96")
    wide.entry.headers = ["老信访案件化解率": "value", "别的列": "target"]
    #expect(wide.plan().1.codes == ["header.alias-unused"])
    let warning = wide.plan().1.kept.first
    #expect(warning?.text == "老信访案件化解率")
    #expect(warning?.kind.severity == .warning)
    wide.entry.headers = ["镇街": "unit"]
    #expect(wide.plan().1.codes == ["header.unknown"])
  }
}
