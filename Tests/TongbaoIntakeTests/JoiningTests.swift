import Testing
import TongbaoModel

@testable import TongbaoIntake

struct JoiningTests {
  private let header = "单号,检查日期,被检查单位,考核指标,问题等级,问题描述,扣分"

  private func sheet(
    _ text: String,
    _ name: String = "a.csv",
    department: UInt16? = nil
  ) throws -> AdmittedSheet {
    var sheet = TestSheet(text)
    sheet.name = name
    sheet.department = department.map { Ordinal($0) }
    return try #require(sheet.admitted())
  }

  @Test func `the same content again is a note, other content replaces with a warning`() throws {
    let first = try sheet(
      "\(header)\nA1,2017-10-01,盐官镇,patrol,一般,堆放杂物,\nA2,2017-10-01,盐官镇,patrol,无,,"
    )
    let again = try sheet(
      "\(header)\nA1,2017/10/1,盐官,平安巡查,一般,堆放杂物,\nA2,2017-10-01,盐官镇,patrol,突出,起火,2",
      "b.csv"
    )
    let joined = Records.joining([first, again])
    #expect(joined.log.codes == ["intake.repeated", "intake.superseded"])
    #expect(joined.records.inspections.map(\.record) == ["A1", "A2"])
    #expect(joined.records.visits.isEmpty)
    let replaced = try #require(joined.log.kept.last)
    #expect(replaced.location?.sourceText == "b.csv:3")
    #expect(replaced.message(in: .english).contains("a.csv:3"))
  }

  @Test func `departments count their numbers from one`() throws {
    let one = try sheet("\(header)\nA1,2017-10-01,盐官镇,patrol,一般,一,", "a.csv", department: 0)
    let two = try sheet("\(header)\nA1,2017-10-01,长安镇,patrol,一般,二,", "b.csv", department: 1)
    let follow = "单号,整改日期,整改情况\nA1,2017-10-05,已整改"
    let own = try sheet(follow, "c.csv", department: 1)
    let joined = Records.joining([one, two, own])
    #expect(joined.log.isEmpty)
    #expect(joined.records.followUps.map(\.subject) == [.inspection(1)])
    let ambiguous = Records.joining([one, two, try sheet(follow, "d.csv")])
    #expect(ambiguous.log.codes == ["intake.follow-up-ambiguous"])
    #expect(ambiguous.unbound[2]?.map(\.row) == [2])
    let unique = Records.joining([one, try sheet(follow, "d.csv")])
    #expect(unique.records.followUps.map(\.subject) == [.inspection(0)])
    let unknown = Records.joining([try sheet(follow, "d.csv")])
    #expect(unknown.log.codes == ["intake.follow-up-unknown"])
  }

  @Test func `a follow-up dated before its inspection counts, with a warning`() throws {
    let one = try sheet("\(header)\nA1,2017-10-01,盐官镇,patrol,一般,一,")
    let joined = Records.joining([one, try sheet("单号,整改日期,整改情况\nA1,2017-09-05,已整改", "b.csv")])
    #expect(joined.log.codes == ["intake.follow-up-before-record"])
    #expect(joined.records.followUps.count == 1)
  }

  @Test func `a recheck may follow a visit without finding`() throws {
    let one = try sheet("\(header)\nA1,2017-10-01,盐官镇,patrol,无,,")
    let joined = Records.joining([one, try sheet("单号,抽查日期,抽查结果\nA1,2017-10-05,不一致", "b.csv")])
    #expect(joined.records.followUps.map(\.subject) == [.visit(0)])
    #expect(joined.records.followUps.map(\.content) == [.recheck(isConsistent: false)])
  }

  @Test func `one row carries the whole case`() throws {
    let one = try sheet(
      """
      \(header),整改日期,整改情况,沟通日期,属实情况,单位意见,批准人,批准日期,申诉日期,复核结论,抽查日期,抽查结果
      A1,2017-10-01,盐官镇,patrol,一般,一,,2017-10-09,已整改,2017-10-02,属实,同意,赵一,2017-10-03,,,2017-10-20,一致
      A2,2017-10-01,盐官镇,patrol,一般,二,,,未整改,,,,,,2017-10-04,受理中,,
      """
    )
    let joined = Records.joining([one])
    #expect(joined.log.isEmpty && one.log.codes == ["intake.follow-up-open"])
    #expect(
      joined.records.followUps.map(\.content) == [
        .rectification(.done),
        .verification(.factual, hasReply: true, approval: .init(date: day("2017-10-03"))),
        .recheck(isConsistent: true), .appeal(.pending),
      ]
    )
    #expect(
      joined.records.followUps.map(\.subject) == [
        .inspection(0), .inspection(0), .inspection(0), .inspection(1),
      ]
    )
  }

  @Test func `what a replaced row carried goes with it`() throws {
    let wide = "\(header),整改日期,整改情况"
    let one = try sheet(
      "\(wide)\nA0,2017-10-01,盐官镇,patrol,一般,零,,,\nA1,2017-10-01,盐官镇,patrol,一般,一,,2017-10-09,已整改"
    )
    let two = try sheet(
      "\(wide)\nA1,2017-10-01,盐官镇,patrol,一般,一,,2017-11-09,复查不合格\nA2,2017-10-01,盐官镇,patrol,一般,零,,2017-10-04,部分整改",
      "b.csv"
    )
    let joined = Records.joining([one, two])
    #expect(joined.records.inspections.map(\.record) == ["A0", "A1", "A2"])
    #expect(
      joined.records.followUps.map(\.content) == [.rectification(.failed), .rectification(.partly)]
    )
    #expect(joined.records.followUps.map(\.subject) == [.inspection(1), .inspection(2)])
  }

  @Test(arguments: [
    ("A1,2017-10-01,盐官镇,patrol,一般,一,", "A1,2017-10-02,盐官镇,patrol,无,,", 0),
    ("A1,2017-10-01,盐官镇,patrol,无,,", "A1,2017-10-02,盐官镇,patrol,一般,一,", 1),
  ])
  func `of two records on one line of XML the later one rules`(
    _ first: String,
    _ second: String,
    _ findings: Int
  ) throws {
    let sheet = TestSheet("\(header)\n\(first)\n\(second)")
    var batch = sheet.batch
    batch.rows[2].line = batch.rows[1].line
    let plan = try #require(sheet.plan().0)
    var admitted = AdmittedSheet(plan)
    admitted.append(plan.admit(batch))
    let joined = Records.joining([admitted])
    #expect(joined.log.codes == ["intake.superseded"])
    #expect(joined.records.inspections.count == findings)
    #expect(joined.records.visits.count == 1 - findings)
  }

  @Test func `of several records on one line only the unbound one is refused`() throws {
    let records = try self.sheet("\(header)\nA1,2017-10-01,盐官镇,patrol,一般,一,")
    let sheet = TestSheet("单号,整改日期,整改情况\nA1,2017-10-05,已整改\nA9,2017-10-05,已整改")
    var batch = sheet.batch
    batch.rows[2].line = batch.rows[1].line
    let plan = try #require(sheet.plan().0)
    var admitted = AdmittedSheet(plan)
    admitted.append(plan.admit(batch))
    let unbound = try #require(Records.joining([records, admitted]).unbound[1])
    var state = FillState()
    let refused = plan.refusedRows([2: unbound], in: batch, state: &state)
    #expect(refused.map(\.cells) == [["A9", "2017-10-05", "已整改"]])
  }

  @Test func `withdrawn sheets and records are left out with a note`() throws {
    let one = try sheet("\(header)\nA1,2017-10-01,盐官镇,patrol,一般,一,\nA2,2017-10-01,盐官镇,patrol,一般,一,")
    let follow = try sheet("单号,整改日期,整改情况\nA1,2017-10-05,已整改", "b.csv")
    let joined = Records.joining(
      [one, follow],
      withdrawn: [.record("A1", department: nil, before: 1)]
    )
    #expect(joined.log.codes == ["intake.withdrawn-record", "intake.follow-up-of-withdrawn"])
    #expect(joined.records.inspections.map(\.record) == ["A2"])
    let without = Records.joining([one, follow], withdrawn: [.sheet(0)])
    #expect(without.log.codes == ["intake.withdrawn-sheet", "intake.follow-up-of-withdrawn"])
    #expect(without.records.inspections.isEmpty && without.unbound.isEmpty)
  }

  @Test func `events and measurements have identities of their own`() throws {
    let events = "单位名称,加扣分事项,发生日期,次数,依据,单号"
    let one = try sheet("\(events)\n盐官镇,获省肯定,2017-10-09,2,省级文件,\n长安镇,迟报,2017-10-09,1,,E1")
    let two = try sheet(
      "\(events)\n盐官镇,praise,2017-10-09,2,省级文件,\n长安镇,迟报,2017-10-10,3,,E1\n盐官镇,praise,2017-10-09,2,另一文件,",
      "b.csv"
    )
    let appeal = try sheet("单号,申诉日期,复核结论\nE1,2017-11-01,成立", "c.csv")
    let joined = Records.joining([one, two, appeal])
    #expect(joined.log.codes == ["intake.repeated", "intake.superseded"])
    #expect(joined.records.events.map(\.count) == [decimal("2"), decimal("3"), decimal("2")])
    #expect(joined.records.followUps.map(\.subject) == [.event(1)])
    let figures = "单位名称,考核指标,统计日期,实际值"
    let first = try sheet("\(figures)\n盐官镇,output,2017-09-30,100\n盐官镇,output,2017-10-31,100")
    let second = try sheet(
      "\(figures)\n盐官镇,output,2017-10-31,1001\n盐官镇,output,2017-09-30,100",
      "b.csv"
    )
    let measured = Records.joining([first, second])
    #expect(
      measured.log.codes == ["intake.superseded", "intake.repeated", "intake.measurement-jump"]
    )
    #expect(measured.records.measurements.map(\.value) == [decimal("100"), decimal("1001")])
    #expect(measured.log.kept.first?.text == "盐官镇 规上工业总产值 2017-10-31")
  }

  @Test(arguments: [
    ("unit,indicator,date,value", "盐官镇,output,2017-10-31,", ["x", "200"], "100"),
    ("unit,item,date,basis,count", "盐官镇,praise,2017-10-09,甲,", ["x", "2"], "1"),
    ("unit,indicator,year,target,value", "盐官镇,output,2016,100,", ["x", "80"], "70"),
    ("record,unit,item,date,count", "E1,盐官镇,praise,2017-10-09,", ["x", "2"], "1"),
  ])
  func `a mended row without rank of its own counts where it stood`(
    header: String,
    row: String,
    values: [String],
    mended: String
  ) throws {
    // A is refused, B with the same identity is accepted: A, mended late, must not rule over B.
    let original = try sheet("\(header)\n" + values.map { row + $0 }.joined(separator: "\n"))
    let late = try sheet("\(header)\n\(row)\(mended)", "mended.csv")
    let places = { (joined: JoinedRecords) in
      joined.records.measurements.map(\.place) + joined.records.events.map(\.place)
        + joined.records.carryovers.map(\.place)
    }
    let joined = Records.joining([original, late], mending: [1: 0])
    #expect(joined.log.codes == ["intake.superseded"])
    #expect(places(joined) == [RowReference(file: 0, row: 3)])
    // Said of the mended sheet, whatever was said of the original before.
    let checked = Records.joining([original, late], silent: [0], mending: [1: 0])
    #expect(checked.log.codes == ["intake.superseded"])
    let newer = try sheet("\(header)\n\(row)60", "newer.csv")
    let all = [original, late, newer]
    #expect(Records.joining(all, silent: [0, 1], mending: [1: 0]).log.codes == checked.log.codes)
    #expect(Records.joining(all, silent: [0, 1, 2], mending: [1: 0]).log.isEmpty)
    // B first: then A rules, as it would have done at once.
    let turned = try sheet(
      "\(header)\n" + values.reversed().map { row + $0 }.joined(separator: "\n")
    )
    #expect(
      places(Records.joining([turned, late], mending: [1: 0])) == [RowReference(file: 1, row: 2)]
    )
    // A sheet that came between the two rules over both.
    let between = try sheet("\(header)\n\(row)50", "between.csv")
    #expect(
      places(Records.joining([original, between, late], mending: [2: 0]))
        == [RowReference(file: 1, row: 2)]
    )
  }

  @Test func `a mended row among several stands at the first place that it can have had`() throws {
    let header = "unit,indicator,date,value"
    let original = try sheet(
      """
      \(header)
      长安镇,output,2017-10-31,x
      盐官镇,output,2017-10-31,200
      盐官镇,output,2017-10-31,y
      """
    )
    let both = try sheet(
      "\(header)\n长安镇,output,2017-10-31,1\n盐官镇,output,2017-10-31,100",
      "mended.csv"
    )
    let values = { (sheet: AdmittedSheet) in
      Records.joining([original, sheet], mending: [1: 0]).records.measurements.map(\.value)
    }
    #expect(values(both) == [decimal("1"), decimal("100")])
    // With the first row left out the second may have been either.
    let one = try sheet("\(header)\n盐官镇,output,2017-10-31,100", "mended.csv")
    #expect(values(one) == [decimal("200")])
  }

  @Test func `a carried-over finding is closed by a rectification`() throws {
    let one = try sheet(
      "unit,indicator,year,target,value,status,record\n盐官镇,patrol,2016,,,整改中,B7\n盐官镇,output,2016,100,90,,"
    )
    let joined = Records.joining([one, try sheet("单号,整改日期,整改情况\nB7,2017-02-05,已整改", "b.csv")])
    #expect(joined.records.carryovers.count == 2)
    #expect(joined.records.followUps.map(\.subject) == [.carryover(0)])
  }

  @Test
  func `no message of joining leaves a placeholder unfilled`() throws {
    let visits = "\(header)\nA1,2017-10-01,盐官镇,patrol,无,,\nA1,2017-10-02,盐官镇,patrol,无,,"
    let figures = "单位名称,考核指标,统计日期,实际值\n盐官镇,output,2017-09-30,1\n盐官镇,output,2017-09-30,1"
    let follow = "单号,整改日期,整改情况\nA1,2017-09-05,已整改\nA9,2017-09-05,已整改"
    let jump = "单位名称,考核指标,统计日期,实际值\n盐官镇,output,2017-10-30,11"
    let sheets = [try sheet(visits), try sheet(figures), try sheet(follow), try sheet(jump)]
    let joined = Records.joining(sheets, withdrawn: [.record("A8", department: nil, before: 9)])
    #expect(
      Set(joined.log.codes) == [
        "intake.superseded", "intake.repeated", "intake.follow-up-before-record",
        "intake.follow-up-unknown", "intake.measurement-jump",
      ]
    )
    for diagnostic in joined.log.kept {
      for language in Language.allCases {
        #expect(!diagnostic.message(in: language).contains("{"))
        #expect(!diagnostic.remedy(in: language).contains("{"))
      }
    }
  }
}
