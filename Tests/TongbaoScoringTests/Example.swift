import TongbaoModel

/// The example beside the design page, as values.
enum Example {
  static func date(_ text: String) -> CalendarDate {
    guard let date = CalendarDate(iso: text) else { fatalError("no date: \(text)") }
    return date
  }

  static func range(_ from: String, _ to: String) -> DateRange {
    guard let range = DateRange(from: date(from), to: date(to)) else { fatalError("no range") }
    return range
  }

  static func number(_ text: String) -> Decimal6 {
    guard let number = Decimal6(text) else { fatalError("no number: \(text)") }
    return number
  }

  static let window = range("2017-01-01", "2017-12-31")

  static func points(_ texts: String...) -> [Decimal6] { texts.map(number) }

  static func indicator(
    _ id: String,
    project: Int = 0,
    points: [Decimal6],
    target: Decimal6? = nil,
    method: Indicator.Method
  ) -> Indicator {
    Indicator(
      id: id,
      name: id,
      project: Ordinal(index: project),
      points: points,
      target: Array(repeating: target, count: points.count),
      method: method
    )
  }

  static var indicators: [Indicator] {
    var output = indicator(
      "output",
      project: 1,
      points: points("20", "20", "0"),
      method: .efficacy(
        .init(
          base: number("0.6"),
          satisfactory: .sample,
          unacceptable: .sample,
          isClamped: true
        )
      )
    )
    output.measure = .growth
    return [
      indicator("patrol", points: points("10", "10", "10"), method: .findings(cap: nil)),
      indicator(
        "cameras",
        points: points("5", "5", "4"),
        target: number("95"),
        method: .threshold(.init(lossPer: .init(points: .one, step: .one), isDynamic: true))
      ),
      indicator(
        "cleanup",
        project: 1,
        points: points("10", "10", "10"),
        method: .findings(cap: number("6"))
      ),
      output,
    ]
  }

  static var scheme: Scheme {
    Scheme(
      title: "示例考核办法",
      year: 2017,
      window: window,
      display: 2,
      office: Office(name: "", code: "", number: "", sendTo: "", copyTo: ""),
      categories: [
        Category(id: "growth", name: "重点发展类"), Category(id: "core", name: "城市核心类"),
      ],
      units: [
        Unit(id: "yanguan", name: "盐官镇", category: Ordinal(0)),
        Unit(id: "changan", name: "长安镇", category: Ordinal(0), coefficient: number("1.1")),
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
          approval: nil,
          days: window
        ),
        Project(
          id: "dixiaosan",
          name: "低小散整治",
          department: Ordinal(1),
          approval: nil,
          days: range("2017-01-01", "2017-10-31")
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
      indicators: indicators,
      bonuses: ItemGroup(
        cap: number("2"),
        items: [Item(id: "praise", name: "获省肯定", points: .one, cap: number("1.5"))]
      ),
      penalties: ItemGroup(
        cap: number("5"),
        items: [Item(id: "late", name: "迟报", points: number("0.3"), cap: .one)]
      ),
      vetoes: [Veto(id: "accident", name: "事故", capGrade: Ordinal(1))],
      provisional: ProvisionalShares(
        onTime: .one,
        late: number("0.5"),
        partial: number("0.5"),
        failed: number("2")
      ),
      partlyFactual: number("0.5"),
      refusedEvidence: ["台账"],
      minimumTeam: 3,
      rankBy: .rate,
      grades: [
        Grade(name: "优秀", atLeast: number("90"), quota: .count(1)),
        Grade(name: "良好", atLeast: number("80")), Grade(name: "合格", atLeast: number("60")),
        Grade(name: "不合格"),
      ],
      warnings: WarningRules(
        red: .init(rateBelow: number("0.8"), overdue: 1),
        yellow: .init(rateBelow: number("0.9"), open: 1)
      ),
      spotCheck: SpotCheckRules(rate: number("0.05"), threshold: number("0.95")),
      visitsPerMonth: nil,
      notices: NoticeRules()
    )
  }

  /// An inspection at row `row` of the first sheet.
  static func inspection(
    _ record: String,
    _ day: String,
    unit: Int,
    indicator: Int,
    severity: Int,
    row: Int,
    points: String? = nil,
    inspectors: UInt8 = 3,
    refused: Bool = false,
    value: String? = nil,
    due: String? = nil,
    provisional: Bool? = nil
  ) -> Inspection {
    Inspection(
      record: record,
      points: points.map(number),
      value: value.map(number),
      date: date(day),
      due: due.map(date),
      place: RowReference(file: 0, row: UInt32(row)),
      content: 0,
      unit: Ordinal(index: unit),
      indicator: Ordinal(index: indicator),
      severity: Ordinal(index: severity),
      team: 0,
      inspectors: inspectors,
      isEvidenceRefused: refused,
      isProvisional: provisional
    )
  }

  static func followUp(
    _ subject: FollowUp.Subject,
    _ day: String,
    _ content: FollowUp.Content,
    row: Int = 2
  ) -> FollowUp {
    let file: UInt32 =
      switch content {
      case .rectification: 2
      case .verification: 3
      case .appeal: 4
      case .recheck: 5
      }
    return FollowUp(
      content: content,
      subject: subject,
      date: date(day),
      place: RowReference(file: file, row: UInt32(row))
    )
  }

  static func measurement(
    _ unit: Int,
    _ indicator: Int,
    _ day: String,
    _ value: String,
    last: String? = nil,
    target: String? = nil,
    sample: String? = nil,
    row: Int = 2
  ) -> Measurement {
    Measurement(
      unit: Ordinal(index: unit),
      indicator: Ordinal(index: indicator),
      date: date(day),
      value: number(value),
      target: target.map(number),
      lastYear: last.map(number),
      sample: sample.map(number),
      place: RowReference(file: 1, row: UInt32(row))
    )
  }

  static func event(
    _ unit: Int,
    _ matter: Event.Matter,
    _ day: String,
    count: String? = nil,
    points: String? = nil,
    record: String? = nil,
    row: Int = 2
  ) -> Event {
    Event(
      record: record,
      unit: Ordinal(index: unit),
      matter: matter,
      date: date(day),
      count: count.map(number),
      points: points.map(number),
      basis: "",
      place: RowReference(file: 6, row: UInt32(row))
    )
  }

  static var files: [SheetFile] {
    [
      "inspections.csv", "measurements.csv", "rectifications.csv", "verifications.csv",
      "appeals.csv", "rechecks.csv", "events.csv",
    ]
    .map { SheetFile(name: $0) }
  }

  static var records: Records {
    var records = Records()
    records.files = files
    records.inspections = [
      inspection("X1", "2017-10-12", unit: 0, indicator: 0, severity: 2, row: 2, points: "1"),
      inspection("X2", "2017-10-13", unit: 0, indicator: 0, severity: 1, row: 3),
      inspection("X3", "2017-10-16", unit: 1, indicator: 2, severity: 2, row: 4),
      inspection(
        "X4",
        "2017-10-18",
        unit: 2,
        indicator: 2,
        severity: 1,
        row: 5,
        inspectors: 2
      ),
      inspection("X5", "2017-11-08", unit: 2, indicator: 2, severity: 1, row: 6),
      inspection(
        "X6",
        "2017-10-20",
        unit: 2,
        indicator: 0,
        severity: 1,
        row: 7,
        refused: true
      ),
      inspection("X8", "2017-09-05", unit: 1, indicator: 2, severity: 2, row: 9, points: "2"),
    ]
    records.followUps = LongList(followUps)
    records.measurements = [
      measurement(0, 1, "2017-10-31", "94", row: 2),
      measurement(0, 1, "2017-11-30", "96.5", row: 3),
      measurement(1, 1, "2017-10-31", "95", row: 4),
      measurement(2, 1, "2017-10-31", "93.25", row: 5),
      measurement(0, 3, "2017-10-31", "120.5", last: "101.3", row: 6),
      measurement(1, 3, "2017-10-31", "233.1", last: "205", row: 7),
      measurement(1, 3, "2017-11-30", "260.4", last: "222.2", row: 8),
    ]
    records.events = [
      event(0, .bonus(Ordinal(0)), "2017-10-09", count: "2", row: 2),
      event(2, .penalty(Ordinal(0)), "2017-10-11", row: 3),
      event(1, .veto(Ordinal(0)), "2017-11-02", row: 4),
    ]
    return records
  }

  private static var followUps: [FollowUp] {
    let approval = FollowUp.Approval(date: date("2017-10-20"))
    return [
      followUp(.inspection(0), "2017-11-06", .rectification(.done), row: 2),
      followUp(.inspection(2), "2017-11-20", .rectification(.done), row: 3),
      followUp(.inspection(6), "2017-10-20", .rectification(.partly), row: 4),
      followUp(.inspection(6), "2017-11-15", .rectification(.failed), row: 5),
      followUp(
        .inspection(0),
        "2017-10-14",
        .verification(.factual, hasReply: true, approval: approval),
        row: 2
      ),
      followUp(
        .inspection(2),
        "2017-10-19",
        .verification(.partly, hasReply: true, approval: approval),
        row: 3
      ),
      followUp(.inspection(1), "2017-10-20", .appeal(.pending), row: 2),
      followUp(.inspection(1), "2017-11-03", .appeal(.rejected), row: 3),
    ]
  }
}
