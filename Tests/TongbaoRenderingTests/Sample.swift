import Foundation
import TongbaoModel

@testable import TongbaoRendering

/// A made-up year of four units, written by hand: October with an open provisional deduction of
/// 盐官镇, November with the same one restored.
enum Sample {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
  static let templates = Templates(folders: [root + "/templates"], locale: "zh-Hans")
  static let english = Templates(folders: [root + "/templates"], locale: "en")

  static func day(_ text: String) -> CalendarDate {
    CalendarDate(iso: text) ?? CalendarDate(dayNumber: 0)
  }

  static func number(_ text: String) -> Decimal6 { Decimal6(text) ?? .zero }

  static let window =
    DateRange(from: day("2017-01-01"), to: day("2017-12-31")) ?? DateRange.always

  static func scheme() -> Scheme {
    let five = number("5")
    let ten = number("10")
    return Scheme(
      title: "海宁市2017年度目标责任制考核办法",
      year: 2017,
      window: window,
      display: 2,
      office: Office(
        name: "海宁市督查考评室",
        code: "海考评",
        number: "海考评通报〔{year}〕{n}号",
        sendTo: "各镇党委、政府，各街道党工委、办事处",
        copyTo: "市委办公室，市政府办公室"
      ),
      categories: [
        Category(id: "growth", name: "重点发展类"), Category(id: "core", name: "城市核心类"),
      ],
      units: [
        Unit(id: "yanguan", name: "盐官镇", category: Ordinal(0)),
        Unit(id: "changan", name: "长安镇", category: Ordinal(0), coefficient: number("1.1")),
        Unit(id: "yuanhua", name: "袁花镇", category: Ordinal(0)),
        Unit(id: "haichang", name: "海昌街道", category: Ordinal(1)),
      ],
      departments: [
        Department(id: "zongzhi", name: "市综治办"), Department(id: "jingxin", name: "市经信局"),
      ],
      projects: [
        Project(
          id: "pingan",
          name: "平安建设",
          department: Ordinal(0),
          approval: "海考评〔2017〕2号",
          days: window
        ),
        Project(
          id: "dixiaosan",
          name: "低小散整治",
          department: Ordinal(1),
          approval: nil,
          days: window
        ),
      ],
      severities: [
        SeverityLevel(id: "none", names: ["无"], points: .zero),
        SeverityLevel(id: "general", names: ["一般"], points: number("0.5"), dueDays: 15),
        SeverityLevel(
          id: "prominent",
          names: ["突出"],
          points: .one,
          dueDays: 30,
          isProvisional: true,
          isNamed: true
        ),
      ],
      indicators: [
        Indicator(
          id: "patrol",
          name: "平安巡查",
          project: Ordinal(0),
          points: [ten, ten, ten, ten],
          target: [nil, nil, nil, nil],
          method: .findings(cap: nil)
        ),
        Indicator(
          id: "cameras",
          name: "监控点有效运行率",
          project: Ordinal(0),
          points: [five, five, five, five],
          unit: "%",
          target: [number("95"), number("95"), number("95"), number("95")],
          method: .threshold(
            .init(lossPer: .init(points: .one, step: .one), isDynamic: true)
          )
        ),
        Indicator(
          id: "output",
          name: "规上工业总产值",
          project: Ordinal(1),
          points: [ten, ten, ten, .zero],
          measure: .growth,
          target: [nil, nil, nil, nil],
          method: .rank(.pointStep(.one))
        ),
      ],
      bonuses: ItemGroup(items: [Item(id: "praise", name: "获省肯定", points: .one)]),
      penalties: ItemGroup(),
      vetoes: [Veto(id: "accident", name: "发生较大以上安全生产事故", capGrade: Ordinal(1))],
      provisional: ProvisionalShares(
        onTime: .one,
        late: number("0.5"),
        partial: number("0.5"),
        failed: number("2")
      ),
      partlyFactual: number("0.5"),
      refusedEvidence: ["台账"],
      minimumTeam: 3,
      rankBy: .total,
      grades: [
        Grade(name: "优秀", atLeast: number("20")), Grade(name: "良好", atLeast: number("15")),
        Grade(name: "不合格"),
      ],
      warnings: WarningRules(),
      spotCheck: SpotCheckRules(rate: number("0.05"), threshold: number("0.95")),
      visitsPerMonth: 8,
      notices: NoticeRules()
    )
  }
}

// Records: five findings and their follow-ups.
extension Sample {
  static func records() -> Records {
    var records = Records()
    records.files = [SheetFile(name: "综治办-10月.csv"), SheetFile(name: "沟通核实.csv")]
    records.teams = ["", "第1组"]
    records.inspections = [
      inspection("X1", "2017-10-12", row: 2, unit: 0, severity: 2),
      inspection("X2", "2017-10-13", row: 3, unit: 0, severity: 1),
      inspection("X3", "2017-10-16", row: 4, unit: 1, severity: 2),
      inspection("X4", "2017-10-18", row: 5, unit: 3, severity: 1),
      inspection("X5", "2017-11-08", row: 6, unit: 2, severity: 1),
    ]
    records.followUps = [
      FollowUp(
        content: .verification(
          .factual,
          hasReply: true,
          approval: .init(date: day("2017-10-20"))
        ),
        subject: .inspection(0),
        date: day("2017-10-14"),
        place: place(2, file: 1)
      ),
      FollowUp(
        content: .rectification(.done),
        subject: .inspection(0),
        date: day("2017-11-06"),
        place: place(3, file: 1)
      ),
    ]
    return records
  }

  static func place(_ row: UInt32, file: UInt32 = 0) -> RowReference {
    RowReference(file: file, row: row)
  }

  static func inspection(
    _ record: String,
    _ date: String,
    row: UInt32,
    unit: UInt16,
    severity: UInt16,
    indicator: UInt16 = 0
  ) -> Inspection {
    Inspection(
      record: record,
      points: nil,
      value: nil,
      date: day(date),
      due: nil,
      place: place(row),
      content: row,
      unit: Ordinal(unit),
      indicator: Ordinal(indicator),
      severity: Ordinal(severity),
      team: 1,
      inspectors: 3,
      isEvidenceRefused: false,
      isProvisional: nil
    )
  }

  static let texts: RowTextIndex = [
    place(2): [
      "site": "盐官镇区", "finding": "监控有效运行率低于95%", "responsible": "张海宁", "duty": "副镇长",
      "evidence": "现场照片",
    ],
    place(3): ["site": "景区", "finding": "消防通道堆放杂物，联系电话13812345678"],
    place(4): [
      "site": "长安工业园", "finding": "无证作坊未清退", "responsible": "李长安", "duty": "站长",
      "evidence": "现场照片",
    ],
    place(5): ["site": "社区", "finding": "台账不全"],
    place(6): ["site": "袁花集镇", "finding": "消防栓被遮挡"],
    place(2, file: 1): ["reply": "属实，立即整改"],
  ]
}
