import Testing
import TongbaoModel

@testable import TongbaoIntake

struct SheetProposalTests {
  private func proposal(_ sheet: TestSheet) throws -> SheetProposal {
    try #require(
      SheetProposal.propose(head: sheet.batch, recordNames: nil, context: sheet.context)
    )
  }

  /// An inspection sheet with one column more.
  private func inspection(_ head: String, _ values: [String]) -> TestSheet {
    var lines = ["单号,检查日期,单位名称,考核指标,问题等级,\(head)"]
    for (index, value) in values.enumerated() {
      lines.append("A-\(index),2017-10-1\(index),盐官镇,平安巡查,一般,\(value)")
    }
    return TestSheet(lines.joined(separator: "\n"))
  }

  @Test(arguments: [
    ("检查点位", ["工人路口", "菜场"], "site"), ("隐患部位", ["工人路口", "菜场"], "site"),
    ("问题情形", ["消防通道堵塞", "探头损坏两处"], "finding"), ("扣分原因", ["消防通道堵塞", "探头损坏两处"], "finding"),
    ("整改截止日", ["2017-10-30", "2017-10-31"], "due"), ("限期", ["2017-10-30", "2017-10-31"], "due"),
    ("巡查员姓名", ["张三、李四", "王五"], "inspectors"), ("主要责任人姓名", ["张三", "李四"], "responsible"),
    ("本次减分", ["0.5", "1"], "points"), ("CheckGroup", ["第一组", "第二组"], "team"),
    ("不合规之处", ["无防鼠板", "温度不达标"], "finding"), ("几号前改好", ["2017-10-30", "2017-10-31"], "due"),
    ("限改日期", ["2017-10-30", "2017-10-31"], "due"), ("店招", ["老张面馆", "菜场3号摊"], "site"),
    ("带队及随员", ["张国强 李小红", "王大力"], "inspectors"), ("谁去看的", ["周红", "吴刚"], "inspectors"),
    ("ddl", ["20171030", "20171031"], "due"), ("desc", ["临边防护缺失", "围挡破损"], "finding"),
    ("ppl", ["高远;陆军", "马超"], "inspectors"), ("proj", ["厂房扩建", "停车场"], "site"),
    ("其他说明事项备注", ["甲", "乙"], "remark"), ("是否暂扣", ["是", "否"], "provisional"),
  ])
  func `a head that people write is taken for its field`(
    head: String,
    values: [String],
    field: String
  ) throws {
    let proposal = try proposal(inspection(head, values))
    let column = proposal.columns[5]
    #expect(column.meaning?.field == field)
    #expect(column.meaning?.sureness == .sure || column.meaning?.sureness == .likely)
    #expect(proposal.entry.headers[head] == field)
    #expect(column.examples == values)
  }

  @Test(arguments: [
    // Heads that speak for another matter, or values that the field cannot take.
    ("是否合格", ["是", "否"]), ("整改截止日", ["甲厂", "乙厂"]), ("出生日期", ["1970-01-01", "1980-02-02"]),
    ("联系电话", ["13812345678", "13812345679"]), ("本次减分", ["多", "少"]), ("录入员电话", ["1", "2"]),
    ("补充说明", ["店主电话13812345678不通", "负责人电话13812345679已通知"]),
    ("存在问题联系人", ["店主电话13812345678不通", "负责人电话13812345679已通知"]),
    ("得分", ["90", "80"]), ("统一社会信用代码", ["913909960308246281", "911909378657975432"]),
  ])
  func `nothing is taken for what it is not`(head: String, values: [String]) throws {
    let proposal = try proposal(inspection(head, values))
    #expect(proposal.columns[5].meaning == nil)
    #expect(proposal.entry.headers.isEmpty)
  }

  @Test func `without a column of numbers one is made of those that tell the rows apart`() throws {
    let heads = "检查日期,被检查单位,点位,考核指标,问题等级,问题描述"
    let distinct = try proposal(
      TestSheet("\(heads)\n2017-10-01,盐官镇,甲,平安巡查,一般,一\n2017-10-01,盐官镇,乙,平安巡查,一般,二")
    )
    #expect(distinct.entry.numberFrom == ["检查日期", "被检查单位", "点位", "考核指标"])
    #expect(distinct.open.isEmpty)
    let alike = try proposal(
      TestSheet("\(heads)\n2017-10-01,盐官镇,甲,平安巡查,一般,一\n2017-10-01,盐官镇,甲,平安巡查,一般,二")
    )
    #expect(alike.entry.numberFrom == ["检查日期", "被检查单位", "点位", "考核指标", "问题描述"])
    let same = try proposal(
      TestSheet("\(heads)\n2017-10-01,盐官镇,甲,平安巡查,一般,一\n2017-10-01,盐官镇,甲,平安巡查,突出,一")
    )
    #expect(same.entry.numberFrom.isEmpty && same.open.map(\.field) == ["record"])
  }

  @Test func `a number made of a column that is not there is proposed anew`() throws {
    var sheet = TestSheet("检查日期,被检查单位,点位,考核指标,问题等级,问题描述\n2017-10-01,盐官镇,甲,平安巡查,一般,一")
    sheet.entry.numberFrom = ["检查日期", "门牌"]
    #expect(try proposal(sheet).entry.numberFrom == ["检查日期", "被检查单位", "点位", "考核指标"])
    sheet.entry.numberFrom = ["检查日期", "点位"]
    #expect(try proposal(sheet).isNew == false)
  }

  @Test func `a follow-up sheet is numbered by the columns of the inspection`() throws {
    let proposal = try proposal(
      TestSheet("检查日期,被检查单位,点位,整改日期,整改情况\n2017-10-01,盐官镇,甲,2017-10-09,已整改")
    )
    #expect(proposal.kind == .rectification && proposal.open.isEmpty)
    #expect(proposal.entry.numberFrom == ["检查日期", "被检查单位", "点位"])
  }

  @Test func `the clerk's own heads are read as a whole`() throws {
    var sheet = TestSheet(
      """
      流水,飞检日,查到哪里（镇街）,不合规之处,轻重,补充说明
      飞-101,2017.10.9,盐官镇,后厨无防鼠板,一般,店主电话13800138000
      飞-102,2017.10.10,长安镇,冷藏柜温度不达标,没有问题,负责人电话13800138001
      飞-103,2017.10.11,长安镇,留样不足125克,一般,
      """
    )
    sheet.name = "飞检-2017年10月.csv"
    let proposal = try proposal(sheet)
    #expect(proposal.kind == .inspection)
    #expect(
      proposal.entry.headers == [
        "流水": "record", "飞检日": "date", "查到哪里（镇街）": "unit", "不合规之处": "finding",
        "轻重": "severity",
      ]
    )
    #expect(proposal.strange.map(\.text) == ["没有问题"])
    #expect(proposal.strange.map(\.nearest) == ["无"])
  }

  @Test(arguments: ["看的那天", "那一日子", "D1"])
  func `the one column of days comes before the day of the name`(head: String) throws {
    var sheet = TestSheet(
      """
      单号,\(head),镇街,考核指标,问题等级,问题描述
      A-1,2017-10-20,盐官镇,平安巡查,一般,通道堵塞
      A-2,2017-10-21,长安镇,平安巡查,一般,门窗破损
      """
    )
    sheet.name = "回访-2017年10月.csv"
    let proposal = try proposal(sheet)
    #expect(proposal.entry.headers[head] == "date")
    #expect(proposal.entry.dateFrom == nil)
    #expect(proposal.gaps.isEmpty)
  }

  @Test func `a birthday is no day of an inspection`() throws {
    var sheet = TestSheet(
      "单号,出生日期,镇街,考核指标,问题等级,问题描述\nA-1,1970-01-02,盐官镇,平安巡查,一般,通道堵塞"
    )
    sheet.name = "回访-2017年10月.csv"
    let proposal = try proposal(sheet)
    #expect(proposal.entry.headers.isEmpty)
    #expect(proposal.entry.dateFrom == .name)
  }

  @Test func `abbreviated fields of record XML are an inspection`() throws {
    var sheet = TestSheet(
      """
      id,dt,town,proj,desc,lvl,ppl,ddl,tel
      GD-1,20171012,盐官镇,安置房工地,临边防护缺失,3,高远;陆军,20171027,13666666666
      GD-2,20171013,长安镇,厂房扩建,围挡破损严重,2,高远;陆军,20171019,13555555555
      """
    )
    sheet.name = "工地检查-2017-10.xml"
    let proposal = try proposal(sheet)
    #expect(proposal.kind == .inspection)
    #expect(
      proposal.entry.headers == [
        "id": "record", "dt": "date", "town": "unit", "proj": "site", "desc": "finding",
        "lvl": "severity", "ppl": "inspectors", "ddl": "due",
      ]
    )
  }

  @Test func `an unknown figure of a wide sheet is a question, not the value`() throws {
    var sheet = TestSheet(
      """
      截至2017年10月31日
      镇街,监控点有效运行率%,老信访案件化解率,排名,联系人
      盐官镇,95.1,96.0,1,13710000000
      长安镇,95.3,96.1,2,13710000007
      """
    )
    let proposal = try proposal(sheet)
    #expect(proposal.kind == .measurement)
    #expect(proposal.entry.headers.isEmpty)
    #expect(proposal.strange.map(\.text) == ["老信访案件化解率"])
    #expect(proposal.strange.allSatisfy { $0.field == "indicator" && $0.nearest == nil })
    #expect(proposal.columns.map { $0.meaning?.field } == ["unit", "value", nil, nil, nil])
    sheet.entry.headers = ["老信访案件化解率": "value"]
    #expect(try self.proposal(sheet).entry.headers.isEmpty)
  }

  @Test func `a head that names no indicator is not the value beside other figures`() throws {
    let proposal = try proposal(TestSheet("镇街,矛盾化解率,甲乙丙\n盐官镇,38.5,28\n长安镇,39,29"))
    #expect(proposal.kind == .measurement)
    #expect(proposal.entry.headers.isEmpty)
    #expect(proposal.strange.map(\.text) == ["矛盾化解率", "甲乙丙"])
  }

  @Test func `a column that counts its rows is no record number`() throws {
    let proposal = try proposal(
      TestSheet(
        "序号,检查日期,镇街,考核指标,问题等级\n1,2017-10-11,盐官镇,平安巡查,一般\n2,2017-10-12,盐官镇,平安巡查,一般"
      )
    )
    #expect(proposal.gaps.map(\.field) == ["record", "finding"])
    #expect(
      proposal.gaps.first?.remedy == .composed(["检查日期", "镇街", "考核指标"], isUnique: true)
    )
    #expect(proposal.entry.headers.isEmpty)
  }

  @Test func `a field is taken from one column, and a column for one field`() throws {
    let sheet = TestSheet(
      """
      单号,检查日期,单位名称,考核指标,问题等级,发现的问题,问题详述,点位一,点位二
      A-1,2017-10-11,盐官镇,平安巡查,一般,消防通道堵塞,消防通道堵塞了,甲,乙
      """
    )
    let fields = try proposal(sheet).columns.compactMap { $0.meaning?.field }
    #expect(Set(fields).count == fields.count)
    #expect(fields.count == 7)
  }

  @Test func `a follow-up is taken with its own day and outcome, or not at all`() throws {
    let heads = "单号,检查日期,单位名称,考核指标,问题等级,问题描述"
    let row = "A-1,2017-10-11,盐官镇,平安巡查,一般,通道堵塞"
    let whole = TestSheet("\(heads),整改完成日期,整改落实状态\n\(row),2017-10-20,已整改")
    #expect(
      try proposal(whole).entry.headers
        == ["整改完成日期": "rectification.date", "整改落实状态": "result"]
    )
    let half = TestSheet("\(heads),整改完成日期\n\(row),2017-10-20")
    #expect(try proposal(half).entry.headers.isEmpty)
  }

  @Test(arguments: [
    ("单位名称,问题,暗访时间,类别\n盐官镇,通道堵塞,2017-10-11,平安巡查", 1...1),
    ("海宁市汇总表,,,\n单位:个,,,\n受检镇,情形,暗访时间,类别\n盐官镇,通道堵塞,2017-10-11,平安巡查", 3...3),
    ("某表,,,\n受检镇,暗访,,\n,情形,时间,类别\n盐官镇,通道堵塞,2017-10-11,平安巡查", 2...3),
    ("受检镇,情形,暗访时间,类别\n盐官镇,通道堵塞,二〇一七,甲\n长安镇,门窗破损,二〇一七,乙", 1...1),
    ("甲,乙\n1,2", 1...1),
  ])
  func `the header is found where no head is known`(text: String, lines: ClosedRange<Int>) throws {
    #expect(try proposal(TestSheet(text)).headerLines == lines)
  }

  @Test(arguments: ["", "1,2\n3,4", "2017-10-11", "\n\n\n"])
  func `rows that look like no header give no proposal`(text: String) {
    let sheet = TestSheet(text)
    let proposal = SheetProposal.propose(
      head: sheet.batch,
      recordNames: nil,
      context: sheet.context
    )
    #expect(proposal == nil)
  }

  @Test func `days that cannot be read are asked for, not taken from the title`() throws {
    let proposal = try proposal(
      TestSheet(
        """
        填报日期：2017年10月31日
        问题编码,发现日期,镇街,检查项目,问题等级,问题描述
        A-1,10月3日,盐官镇,平安巡查,一般,通道堵塞
        """
      )
    )
    #expect(proposal.entry.dateFrom == nil)
    #expect(proposal.open.map(\.field) == ["date"])
    #expect(proposal.open.map(\.remedy) == [.misfit("发现日期", "10月3日")])
  }

  @Test func `a follow-up that lacks its day is said to`() throws {
    let sheet = inspection("整改进展", ["已整改", "未整改"])
    let incomplete = try proposal(sheet).incomplete
    #expect(incomplete.map(\.kind) == [.rectification])
    #expect(incomplete.map(\.heads) == [["整改进展"]])
    #expect(incomplete.first?.missing.map(\.chinese) == ["整改日期"])
  }

  @Test(arguments: [
    ("核实结果", "不属实", "失实"), ("核实结果", "基本属实", "部分属实"), ("回头看结论", "不符", "不一致"), ("整改情况", "未完成", "未整改"),
    ("整改情况", "不合格", "复查不合格"), ("整改情况", "已完成", "已整改"),
  ])
  func `no contrary is suggested for a value`(head: String, text: String, meant: String) throws {
    let sheet = TestSheet("单号,核实时间,\(head)\nA-1,2017-10-11,\(text)\nA-2,2017-10-12,\(text)")
    for kind in [SheetKind.verification, .recheck, .rectification] {
      var sheet = sheet
      sheet.entry.kind = kind
      let nearest = try proposal(sheet).strange.compactMap(\.nearest)
      #expect(nearest.allSatisfy { $0 == meant }, "\(kind)")
    }
    #expect(SchemeNames(TestScheme.small).nearest(to: FoldedName("不属实"), in: .factual) == nil)
  }

  @Test func `figures that name no indicator are asked for one by one`() throws {
    let proposal = try proposal(TestSheet("街道（镇）,市容环境,市政设施\n盐官镇,38.5,28\n长安镇,39,29"))
    #expect(proposal.kind == .measurement)
    #expect(proposal.strange.map(\.text) == ["市容环境", "市政设施"])
    #expect(proposal.strange.allSatisfy { $0.field == "indicator" && $0.nearest == nil })
    #expect(proposal.gaps.map(\.field) == ["date"])
  }

  @Test func `examples are short and show no personal number`() throws {
    let long = String(repeating: "通道堵塞", count: 20)
    let proposal = try proposal(inspection("问题情形", ["电话13812345678", long]))
    #expect(proposal.columns[5].examples == ["电话138****5678", String(long.prefix(15)) + "…"])
  }

  @Test func `a wide column is an indicator with its unit of measure, a question where two fit`()
    throws
  {
    var sheet = TestSheet("镇街名,规上工业总产值（亿元）,监控点有效运行率%\n盐官镇,12,95")
    sheet.name = "2017年10月.csv"
    let proposal = try proposal(sheet)
    #expect(proposal.kind == .measurement)
    #expect(proposal.entry.values["indicator"]?["规上工业总产值（亿元）"] == "规上工业总产值")
    #expect(proposal.entry.dateFrom == .name)
    #expect(proposal.columns[1].meaning?.indicator == "规上工业总产值")
    #expect(proposal.columns[1].meaning?.sureness == .likely)
  }

  @Test func `what the entry says already is kept`() throws {
    var sheet = inspection("检查点位", ["甲", "乙"])
    sheet.entry = SourceEntry(
      files: "x*",
      headers: ["旧列": "remark"],
      values: ["severity": ["较重": "prominent"]],
      constants: ["team": "一组"]
    )
    let entry = try proposal(sheet).entry
    #expect(entry.headers == ["旧列": "remark", "检查点位": "site"])
    #expect(entry.values["severity"] == ["较重": "prominent"])
    #expect(entry.constants == ["team": "一组"])
  }

  @Test func `twenty thousand columns with endless heads are looked at in time`() throws {
    let long = String(repeating: "检查", count: 2_000)
    let heads = (0..<20_000)
      .map { number in
        let scalars = String(number).unicodeScalars
          .compactMap { Unicode.Scalar($0.value + 0x4E00) }
          .map(String.init)
        return number == 7 ? long + "日期" : "列" + scalars.joined()
      }
    let cells = (0..<20_000).map { "\($0 % 7)" }
    let sheet = TestSheet([heads, cells].map { $0.joined(separator: ",") }.joined(separator: "\n"))
    let proposal = try proposal(sheet)
    #expect(proposal.columns.count == 20_000)
    #expect(proposal.columns[7].meaning == nil)
  }
}
