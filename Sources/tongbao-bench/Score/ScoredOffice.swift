import TongbaoConfiguration
import TongbaoModel

/// An office with a year of records in memory, as scoring gets them once the sheets are read.
struct ScoredOffice {
  /// How large it is.
  struct Size {
    /// What the command line calls it.
    let id: String
    /// What the table calls it.
    let name: String
    let units: Int
    let findings: Int

    /// 14 units as in the sample workspace, a year of findings.
    static let city = Size(id: "city", name: "city", units: 14, findings: 100_000)
    /// A tenth of the province's findings, to see whether time grows with them.
    static let tenth = Size(
      id: "tenth",
      name: "a tenth of the province",
      units: 1400,
      findings: 1_000_000
    )
    /// 100 cities.
    static let province = Size(id: "province", name: "province", units: 1400, findings: 10_000_000)
  }

  /// Indicators of every office: 30 scored by findings, 10 measured each month.
  static let indicators = 40
  private static let foundIndicators = 30
  private static let ledgers = 10

  let scheme: Scheme
  let records: Records

  /// The office of a size, always the same; nil where its scheme does not read.
  init?(_ size: Size) {
    guard
      let scheme =
        SchemeReader.read(
          Array(ScoredOffice.text(units: size.units).utf8),
          file: "scheme.yaml"
        )
        .scheme
    else { return nil }
    self.scheme = scheme
    records = ScoredOffice.records(size, under: scheme)
  }

  /// Every method but `findings` and every fold, warnings by rank, quotas.
  private static func text(units: Int) -> String {
    var text = """
      format: tongbao.scheme/1
      title: 性能测试考核办法
      year: 2017
      office: {name: 督查考评室, code: 海考评}
      categories: [{id: c0, name: 一类}, {id: c1, name: 二类}, {id: c2, name: 三类}, {id: c3, name: 四类}]
      departments: [{id: ducha, name: 督查考评室}]
      projects: [{id: p, name: 督查项目, department: ducha}]
      severities:
        - {id: general, names: [一般], points: 0.001, dueDays: 15}
        - {id: prominent, names: [突出], points: 0.002, dueDays: 30, provisional: true, named: true}
      grades: [{name: 优秀, atLeast: 90, quota: 0.3}, {name: 良好, atLeast: 80}, {name: 合格}]
      warnings: {red: {rateBelow: 0.8}, yellow: {rateBelow: 0.9, rankDrop: 3}}
      units:

      """
    for unit in 0..<units {
      text += "  - {id: u\(unit), name: 单位\(unit), category: c\(unit % 4)}\n"
    }
    text += "indicators:\n"
    let folds = ["", ", fold: months", ", fold: quarters"]
    for indicator in 0..<indicators {
      let method =
        indicator < foundIndicators
        ? "method: findings" : methods[(indicator - foundIndicators) % methods.count]
      text += "  - {id: i\(indicator), name: 指标\(indicator), project: p, points: 2.5, "
      text += method + folds[indicator % 3] + "}\n"
    }
    return text
  }

  private static let methods = [
    "method: completion, target: 100, take: sum",
    "method: threshold, target: 95, lossPer: {points: 0.1, step: 1}, missing: groupMean",
    "method: best", "method: rank, percentStep: 0.02, scope: all",
    "method: efficacy, satisfactory: sample, unacceptable: sample, take: mean",
    "method: brackets, brackets: [{atLeast: 95, points: 2.5}, {atLeast: 90, points: 2}]",
  ]

  /// Ten ledgers, each in the order of its days and numbers; two thirds of the findings are rectified, a
  /// fifth verified.
  private static func records(_ size: Size, under scheme: Scheme) -> Records {
    var random = SplitMix64(seed: 2017)
    var records = Records()
    records.files = (0..<ledgers).map { SheetFile(name: "findings-\($0).csv") }
    records.files += ["follow-ups.csv", "measurements.csv"].map { SheetFile(name: $0) }
    let (first, days) = (scheme.window.from, scheme.window.to - scheme.window.from + 1)
    let each = size.findings / ledgers
    for number in 0..<(each * ledgers) {
      let row = number % each
      let date = first + row * days / each
      let place = RowReference(file: UInt32(number / each), row: UInt32(row + 2))
      records.inspections.append(
        TongbaoModel.Inspection(
          record: "N\(10_000_000 + number)",
          points: nil,
          value: nil,
          date: date,
          due: nil,
          place: place,
          content: 0,
          unit: Ordinal(index: random.below(size.units)),
          indicator: Ordinal(index: random.below(foundIndicators)),
          severity: Ordinal(index: random.chance(300) ? 1 : 0),
          team: 0,
          inspectors: 3,
          isEvidenceRefused: false,
          isProvisional: nil
        )
      )
      let subject = FollowUp.Subject.inspection(number)
      let later = RowReference(file: UInt32(ledgers), row: UInt32(number + 2))
      if random.chance(667) {
        records.followUps.append(
          FollowUp(
            content: .rectification(random.chance(900) ? .done : .partly),
            subject: subject,
            date: date + random.below(40),
            place: later
          )
        )
      }
      if random.chance(200) {
        records.followUps.append(
          FollowUp(
            content: .verification(.factual, hasReply: true, approval: nil),
            subject: subject,
            date: date + 3,
            place: later
          )
        )
      }
    }
    records.measurements = measurements(size, first, &random)
    return records
  }

  /// One row a month for nine in ten units and indicators.
  private static func measurements(
    _ size: Size,
    _ first: CalendarDate,
    _ random: inout SplitMix64
  ) -> [TongbaoModel.Measurement] {
    var list: [TongbaoModel.Measurement] = []
    for month in 0..<12 {
      for unit in 0..<size.units {
        for indicator in foundIndicators..<indicators where random.chance(900) {
          list.append(
            TongbaoModel.Measurement(
              unit: Ordinal(index: unit),
              indicator: Ordinal(index: indicator),
              date: first + (month * 30 + 20),
              value: Decimal6(millionths: Int64(random.within(80_000_000...100_000_000))),
              place: RowReference(file: UInt32(ledgers + 1), row: UInt32(list.count + 2))
            )
          )
        }
      }
    }
    return list
  }
}
