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
      title: "海宁市2017年度目标责任制考核办法", year: 2017, window: window, display: 2,
      office: Office(
        name: "海宁市督查考评室", code: "海考评", number: "海考评通报〔{year}〕{n}号",
        sendTo: "各镇党委、政府，各街道党工委、办事处", copyTo: "市委办公室，市政府办公室"),
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
          id: "pingan", name: "平安建设", department: Ordinal(0), approval: "海考评〔2017〕2号",
          days: window),
        Project(
          id: "dixiaosan", name: "低小散整治", department: Ordinal(1), approval: nil, days: window),
      ],
      severities: [
        SeverityLevel(id: "none", names: ["无"], points: .zero),
        SeverityLevel(id: "general", names: ["一般"], points: number("0.5"), dueDays: 15),
        SeverityLevel(
          id: "prominent", names: ["突出"], points: .one, dueDays: 30, isProvisional: true,
          isNamed: true),
      ],
      indicators: [
        Indicator(
          id: "patrol", name: "平安巡查", project: Ordinal(0), points: [ten, ten, ten, ten],
          target: [nil, nil, nil, nil], method: .findings(cap: nil)),
        Indicator(
          id: "cameras", name: "监控点有效运行率", project: Ordinal(0),
          points: [five, five, five, five], unit: "%",
          target: [number("95"), number("95"), number("95"), number("95")],
          method: .threshold(
            .init(lossPer: .init(points: .one, step: .one), isDynamic: true))),
        Indicator(
          id: "output", name: "规上工业总产值", project: Ordinal(1),
          points: [ten, ten, ten, .zero], measure: .growth, target: [nil, nil, nil, nil],
          method: .rank(.pointStep(.one))),
      ],
      bonuses: ItemGroup(items: [Item(id: "praise", name: "获省肯定", points: .one)]),
      penalties: ItemGroup(),
      vetoes: [Veto(id: "accident", name: "发生较大以上安全生产事故", capGrade: Ordinal(1))],
      provisional: ProvisionalShares(
        onTime: .one, late: number("0.5"), partial: number("0.5"), failed: number("2")),
      partlyFactual: number("0.5"), refusedEvidence: ["台账"], minimumTeam: 3, rankBy: .total,
      grades: [
        Grade(name: "优秀", atLeast: number("20")), Grade(name: "良好", atLeast: number("15")),
        Grade(name: "不合格"),
      ],
      warnings: WarningRules(), spotCheck: SpotCheckRules(rate: number("0.05"), threshold: number("0.95")),
      visitsPerMonth: 8, notices: NoticeRules())
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
          .factual, hasReply: true, approval: .init(date: day("2017-10-20"))),
        subject: .inspection(0), date: day("2017-10-14"), place: place(2, file: 1)),
      FollowUp(
        content: .rectification(.done), subject: .inspection(0), date: day("2017-11-06"),
        place: place(3, file: 1)),
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
      record: record, points: nil, value: nil, date: day(date), due: nil, place: place(row),
      content: row, unit: Ordinal(unit), indicator: Ordinal(indicator),
      severity: Ordinal(severity), team: 1, inspectors: 3, isEvidenceRefused: false,
      isProvisional: nil)
  }

  static let texts: [RowReference: RowTexts] = [
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

// Assessments, as the scoring stage would give them.
extension Sample {
  static func october() -> Assessment {
    assessment(
      .month(year: 2017, month: 10), "2017-10-01", "2017-10-31",
      cases: [
        finding(0, .open, counted: "1", gate: [], handling: .open, due: "2017-11-11"),
        finding(1, .confirmed, counted: "0.5", handling: .open, due: "2017-10-28", isContested: true),
        finding(
          2, .open, counted: "1", gate: [.notVerified, .replyPending(until: nil), .notApproved],
          handling: .open, due: "2017-11-15"),
        finding(3, .inadmissible, counted: "0", reasons: [.evidenceRefused]),
      ],
      units: [
        unit(
          0, "22.5", "24.5", "20.5", rank: 2, overall: 2, grade: 0, warning: .yellow,
          scores: [("8.5", nil, nil), ("4", "94", .open), ("10", "18.953603", nil)],
          cases: [[0, 1], [], []]),
        unit(
          1, "25.3", "26.4", "24.2", rank: 1, overall: 1, grade: 1, warning: nil,
          scores: [("9", nil, nil), ("5", "95", nil), ("9", "13.707317", nil)],
          cases: [[2], [], []]),
        unit(
          2, "20", "20", "20", rank: 3, overall: 3, grade: 1, warning: .red,
          scores: [("10", nil, nil), (nil, nil, nil), ("8", "2.5", nil)], cases: [[], [], []]),
        unit(
          3, "15", "15", "15", rank: 1, overall: 4, grade: 0, warning: nil,
          scores: [("10", nil, nil), ("5", "98.25", nil)], cases: [[3], []]),
      ])
  }

  static func november() -> Assessment {
    var cases = october().cases
    cases[0] = finding(0, .restored, counted: "0", gate: [], handling: .closed, due: "2017-11-11")
    cases[0].rectification = 1
    cases[1].handling = .overdue
    cases[2].state = .overdue
    cases[2].handling = .overdue
    cases.append(finding(4, .confirmed, counted: "0.5", handling: .open, due: "2017-11-23"))
    return assessment(
      .month(year: 2017, month: 11), "2017-11-01", "2017-11-30", cases: cases,
      units: [
        unit(
          0, "25.5", "25.5", "25.5", rank: 1, overall: 1, grade: 0, warning: nil,
          scores: [("9.5", nil, nil), ("5", "96.5", .restored), ("10", "18.953603", nil)],
          cases: [[0, 1], [], []]),
        unit(
          1, "25.3", "26.4", "24.2", rank: 2, overall: 2, grade: 1, warning: .red,
          scores: [("9", nil, nil), ("5", "95", nil), ("9", "13.707317", nil)],
          cases: [[2], [], []]),
        unit(
          2, "19.5", "19.5", "19.5", rank: 3, overall: 3, grade: 1, warning: .red,
          scores: [("9.5", nil, nil), (nil, nil, nil), ("8", "2.5", nil)], cases: [[4], [], []]),
        unit(
          3, "15", "15", "15", rank: 1, overall: 4, grade: 0, warning: nil,
          scores: [("10", nil, nil), ("5", "98.25", nil)], cases: [[3], []]),
      ])
  }

  static func assessment(
    _ period: Period,
    _ from: String,
    _ to: String,
    cases: [Case],
    units: [UnitAssessment]
  ) -> Assessment {
    Assessment(
      period: period, days: DateRange(from: day(from), to: day(to)) ?? .always, asOf: day(to),
      units: units, cases: cases)
  }

  static func finding(
    _ inspection: Int,
    _ state: CaseState,
    counted: String,
    gate: [GateCondition]? = nil,
    handling: Handling? = nil,
    due: String? = nil,
    isContested: Bool = false,
    reasons: [InadmissibleReason] = []
  ) -> Case {
    let isProvisional = gate != nil
    let points = isProvisional ? Decimal6.one : number("0.5")
    return Case(
      inspection: inspection, state: state, points: points, counted: number(counted),
      best: number(counted), worst: number(counted), due: due.map(day),
      isProvisional: isProvisional, handling: handling, isContested: isContested,
      reasons: reasons, rectification: nil, verification: inspection == 0 ? 0 : nil, appeal: nil,
      recheck: nil, gate: gate)
  }

  static func unit(
    _ ordinal: UInt16,
    _ total: String,
    _ best: String,
    _ worst: String,
    rank: Int,
    overall: Int,
    grade: UInt16,
    warning: WarningColour?,
    scores: [(score: String?, measure: String?, dynamic: CaseState?)],
    cases: [[Int]]
  ) -> UnitAssessment {
    func score(dynamic: Bool) -> Score {
      let fulls = ["10", "5", "10"]
      let indicators = scores.enumerated().map { index, score in
        IndicatorScore(
          indicator: Ordinal(index: index), full: number(fulls[index]),
          score: score.score.map(number), measure: score.measure.map(number),
          isMissing: score.score == nil, dynamic: dynamic ? score.dynamic : nil,
          cases: cases[index])
      }
      let full = number(scores.count == 3 ? "25" : "15")
      return Score(
        total: number(total), best: number(best), worst: number(worst), full: full,
        applicable: scores.contains { $0.score == nil } ? number("20") : full,
        base: number(total), rate: number("0.912345"), bonus: .zero, penalty: .zero,
        coefficient: ordinal == 1 ? number("1.1") : .one, rank: rank, overallRank: overall,
        grade: Ordinal(grade), vetoes: [], indicators: indicators)
    }
    return UnitAssessment(
      unit: Ordinal(ordinal), warning: warning, period: score(dynamic: false),
      cumulative: score(dynamic: true))
  }
}

// Inputs.
extension Sample {
  static func input(november isNovember: Bool = false) -> CircularInput {
    var input = CircularInput(
      scheme: scheme(), assessment: isNovember ? november() : october(),
      previous: isNovember ? october() : nil, records: records(),
      date: day(isNovember ? "2017-12-04" : "2017-11-03"))
    input.texts = texts
    input.number = isNovember ? "海考评通报〔2017〕11号" : "海考评通报〔2017〕10号"
    input.previousIssue = isNovember
      ? IssueLink(title: "海考评通报〔2017〕10号", address: "../../2017-10/index.html") : nil
    if isNovember {
      input.trend = [
        TrendPoint(
          period: .month(year: 2017, month: 10),
          totals: [number("22.5"), number("25.3"), number("20"), number("15")],
          ranks: [2, 1, 3, 1])
      ]
    }
    let october = [
      Counterfactual(unit: Ordinal(0), subject: .finding(0), returned: .one,
        total: number("23.5"), rank: 2, obstacle: nil),
      Counterfactual(unit: Ordinal(0), subject: .dynamic(Ordinal(1)), returned: .one,
        total: number("23.5"), rank: 2, obstacle: nil),
    ]
    input.counterfactuals = (isNovember ? [] : october) + [
      Counterfactual(unit: Ordinal(1), subject: .finding(2), returned: number("1.1"),
        total: number("26.4"), rank: 1, obstacle: nil),
    ]
    input.spotChecks = [
      SpotCheckAccuracy(
        department: Ordinal(0), checked: 20, consistent: 19, accuracy: 950, lower: 764, upper: 991,
        isBelowThreshold: false)
    ]
    input.draws = [
      SpotCheckDraw(
        department: Ordinal(0), population: 20,
        entries: [
          .init(
            record: "X2", date: day("2017-10-13"), unit: Ordinal(0), indicator: Ordinal(0),
            place: place(3))
        ])
    ]
    input.unitBurdens = [
      Burden(
        unit: Ordinal(0), year: 2017, month: 10, visits: 9, records: 31, isAboveLimit: true)
    ]
    input.departmentBurdens = [
      DepartmentBurden(
        department: Ordinal(0), unusedColumns: ["经度", "纬度"], repeatedSheets: 1,
        refusedAsLedger: 1, lateSheets: 2)
    ]
    input.sheets = [
      SheetQuality(
        file: "综治办-10月.csv", department: Ordinal(0), rows: 120, refused: 2, errors: 2,
        warnings: 5)
    ]
    input.explanations = [explanation(0, record: "X1"), explanation(1, record: "X3")]
    return input
  }

  static func explanation(_ unit: UInt16, record: String) -> Explanation {
    let finding = Explanation.Step(
      clause: .finding, subject: record, formula: "1", inputs: [
        .init(name: "points", value: "1", source: "综治办-10月.csv:\(unit == 0 ? 2 : 4)")
      ], result: "1")
    let indicator = Explanation.Step(
      clause: .indicator, subject: "patrol", formula: "max(0, 10 − 1)", result: "9",
      parts: [finding])
    return Explanation(
      unit: Ordinal(unit), isCumulative: true,
      steps: [
        .init(clause: .total, formula: "max(0, 9 × 1)", result: "9", parts: [indicator])
      ])
  }

  /// Masks what looks like a mobile number, as the real masker does.
  static let mask: @Sendable (String) -> String = { text in
    text.replacing("13812345678", with: "138****5678")
  }
}
