import Testing
import TongbaoModel

@testable import TongbaoIntake

struct ComposedNumberTests {
  private let header = "检查日期,被检查单位,点位,考核指标,问题等级,问题描述"

  private func source(
    _ text: String,
    _ name: String = "a.csv",
    from parts: [String] = ["检查日期", "被检查单位", "点位"]
  ) -> TestSheet {
    var sheet = TestSheet(text)
    sheet.name = name
    sheet.entry = SourceEntry(numberFrom: parts)
    return sheet
  }

  private func sheet(
    _ text: String,
    _ name: String = "a.csv",
    from parts: [String] = ["检查日期", "被检查单位", "点位"],
    batchesOf size: Int = .max
  ) throws -> AdmittedSheet {
    try #require(source(text, name, from: parts).admitted(batchesOf: size))
  }

  @Test(arguments: [1, 2, .max])
  func `a row's number is made of its trimmed texts, in every batch`(size: Int) throws {
    let text = """
      \(header)
      2017-10-01, 盐官镇 ,菜场,patrol,一般,一
      2017/10/1,盐官镇,,patrol,一般,二
      2017-10-02,长安镇,="003",patrol,一般,三
      """
    let admitted = try sheet(text, batchesOf: size)
    #expect(admitted.log.isEmpty)
    let joined = Records.joining([admitted])
    #expect(
      joined.records.inspections.map(\.record) == [
        "2017-10-01·盐官镇·菜场", "2017/10/1·盐官镇·", "2017-10-02·长安镇·003",
      ]
    )
    var state = FillState()
    let texts = source(text).batches(of: size)
      .flatMap { admitted.plan.texts(of: [2, 4], in: $0, state: &state) }
    #expect(texts.map { $0.texts["record"] } == ["2017-10-01·盐官镇·菜场", "2017-10-02·长安镇·003"])
  }

  @Test func `the same number with other content is refused, never replaced`() throws {
    let first = try sheet(
      """
      \(header)
      2017-10-01,盐官镇,菜场,patrol,一般,一
      2017-10-01,盐官镇,菜场,patrol,一般,一
      2017-10-01,盐官镇,菜场,patrol,一般,二
      2017-10-01,长安镇,,patrol,无,
      2017-10-01,长安镇,,patrol,一般,三
      """
    )
    let joined = Records.joining([first])
    #expect(
      joined.log.codes == [
        "intake.repeated", "intake.number-repeated", "intake.number-repeated",
      ]
    )
    #expect(joined.records.inspections.map(\.place.row) == [2])
    #expect(joined.records.visits.map(\.place.row) == [5])
    #expect(joined.unbound[0]?.map(\.row) == [4, 6])
    let refused = first.plan.refusedRows(
      Dictionary(grouping: try #require(joined.unbound[0]), by: \.row),
      in: source("\(header)\n,,,,,\n,,,,,\n2017-10-01,盐官镇,菜场,patrol,一般,二").batch
    )
    #expect(refused.map(\.row) == [4])
    #expect(refused.first?.diagnostics.map(\.kind.code) == ["intake.number-repeated"])
  }

  @Test func `a later sheet corrects a record, with a warning`() throws {
    let first = try sheet("\(header)\n2017-10-01,盐官镇,菜场,patrol,一般,一")
    let later = try sheet("\(header)\n2017-10-01,盐官镇,菜场,patrol,突出,一", "b.csv")
    let joined = Records.joining([first, later])
    #expect(joined.log.codes == ["intake.superseded"])
    #expect(joined.records.inspections.map(\.place.file) == [1])
  }

  @Test func `a mended row does not push out the row that counts already`() throws {
    let original = try sheet(
      """
      \(header)
      2017-10-01,盐官镇,菜场,patrol,严重,一
      2017-10-01,盐官镇,菜场,patrol,一般,二
      """
    )
    let mended = try sheet(
      "date,unit,site,indicator,severity,finding\n2017-10-01,盐官镇,菜场,patrol,突出,一",
      "mended.csv"
    )
    let joined = Records.joining([original, mended], mending: [1: 0])
    #expect(joined.log.codes == ["intake.number-repeated"])
    #expect(joined.records.inspections.map(\.place) == [RowReference(file: 0, row: 3)])
    #expect(joined.unbound[1]?.map(\.row) == [2])
  }

  @Test func `a row whose parts are all blank is refused`() throws {
    let admitted = try sheet("\(header)\n,-,无,patrol,一般,一")
    #expect(admitted.counts.refused == 1)
    #expect(admitted.log.codes.first == "value.number-blank")
  }

  @Test(arguments: [
    // The inspection's own head, a field's name, and another head of the field.
    ["检查日期", "被检查单位", "点位"], ["date", "unit", "site"], ["检查时间", "镇街", "地点"],
  ])
  func `follow-ups of the same row and of other sheets find their record`(
    parts: [String]
  ) throws {
    let inspections = try sheet(
      """
      检查日期,被检查单位,点位,考核指标,问题等级,问题描述,整改日期,整改情况
      2017-10-01,盐官镇,菜场,patrol,一般,一,2017-10-03,未整改
      2017-10-02,盐官镇,菜场,patrol,一般,二,,
      """,
      from: parts
    )
    let followUps = try sheet(
      "督查日期,责任单位,位置,整改日期,整改情况\n2017-10-01,盐官镇,菜场,2017-10-05,已整改",
      "b.csv",
      from: parts
    )
    #expect(followUps.log.isEmpty && followUps.plan.unusedColumns.isEmpty)
    let joined = Records.joining([inspections, followUps])
    #expect(joined.log.isEmpty)
    #expect(joined.records.followUps.map(\.subject) == [.inspection(0), .inspection(0)])
    #expect(
      joined.records.followUps.map(\.content) == [.rectification(.notDone), .rectification(.done)]
    )
  }

  @Test func `constants may be parts of a number`() throws {
    var sheet = source(
      "检查日期,点位,考核指标,问题等级,问题描述\n2017-10-01,菜场,patrol,一般,一",
      from: ["unit", "检查日期", "点位"]
    )
    sheet.entry.constants = ["unit": "盐官镇"]
    let admitted = try #require(sheet.admitted())
    let records = Records.joining([admitted]).records
    #expect(records.inspections.map(\.record) == ["盐官镇·2017-10-01·菜场"])
  }

  @Test func `a part that the sheet does not have refuses it, and names its columns`() throws {
    let (plan, log) = source("\(header)\n", from: ["检查日期", "门牌"]).plan()
    #expect(plan == nil && log.codes == ["header.number-unknown"])
    let diagnostic = try #require(log.kept.first)
    #expect(diagnostic.location?.sourceText == "a.csv:1" && diagnostic.text == "门牌")
    #expect(diagnostic.remedy(in: .chinese).contains("检查日期、被检查单位、点位"))
  }

  @Test func `a column of numbers rules over composed ones`() throws {
    let numbered = source("单号,\(header)\nA1,2017-10-01,盐官镇,菜场,patrol,一般,一")
    #expect(numbered.plan().1.codes == ["header.number-unused"])
    let admitted = try #require(numbered.admitted())
    #expect(Records.joining([admitted]).records.inspections.map(\.record) == ["A1"])
  }

  @Test func `a composed number is withdrawn like any other`() throws {
    let admitted = try sheet("\(header)\n2017-10-01,盐官镇,菜场,patrol,一般,一")
    let withdrawal = Withdrawal.record("2017-10-01·盐官镇·菜场", department: nil, before: 1)
    let joined = Records.joining([admitted], withdrawn: [withdrawal])
    #expect(joined.log.codes == ["intake.withdrawn-record"])
    #expect(joined.records.inspections.isEmpty)
  }
}

extension SheetPlan {
  fileprivate func refusedRows(
    _ unbound: [Int: [UnboundRow]],
    in batch: RowBatch
  ) -> [RefusedRows.Row] {
    var state = FillState()
    return refusedRows(unbound, in: batch, state: &state)
  }
}
