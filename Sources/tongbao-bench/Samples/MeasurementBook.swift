import TongbaoModel

/// One measured value.
struct Measurement: Sendable {
  /// Of which unit.
  var unit: HainingUnit
  /// Of which indicator.
  var indicator: HainingIndicator
  /// As of which day.
  var date: CalendarDate
  /// The value in hundredths.
  var value: Int
  /// The target in hundredths.
  var target: Int?
  /// Last year's value in hundredths.
  var lastYear: Int?
  /// How many were asked.
  var sample: Int?
  /// Who judged.
  var source: String?
}

/// Everything that was measured in the year.
struct MeasurementBook: Sendable {
  /// 监控点有效运行率, 信访积案化解率, 群众安全感满意率.
  private(set) var safety: [Measurement] = []
  /// 断面水质达标率.
  private(set) var water: [Measurement] = []
  /// 隐患按期整改率 and deaths.
  private(set) var hazards: [Measurement] = []
  /// Third-party surveys, demolition, communities.
  private(set) var city: [Measurement] = []
  /// 个性指标: tourism and tax per mu.
  private(set) var special: [Measurement] = []
  /// A row of the economic sheet for each unit and month.
  private(set) var economy: [EconomyRow] = []

  /// The measurements that a seed gives.
  init(seed: UInt64) {
    var random = SplitMix64(seed: seed ^ 0x6D65_6173_7572_6573)
    addSafety(&random)
    addWater(&random)
    addHazards(&random)
    addCity(&random)
    addSpecial(&random)
    economy = EconomyRow.year(with: &random)
  }

  /// The last days of the months, and of those the surveys' quarters.
  static let monthEnds = (1...12).map { day($0, CalendarDate.daysInMonth($0, of: 2017)) }
  private static let surveyEnds = [day(3, 31), day(6, 30), day(9, 30), day(11, 30)]

  /// A long table: a row per value.
  static func table(
    _ rows: [Measurement],
    name: String,
    unit: String,
    indicator: String,
    date: String,
    value: String,
    isPercentText: Bool
  ) -> SheetTable {
    let columns: [SheetColumn<Measurement>] = [
      SheetColumn(unit, "unit") { .text($0.unit.name) },
      SheetColumn(indicator, "indicator") { .text($0.indicator.name) },
      SheetColumn(date, "date") { .date($0.date) },
      SheetColumn(value, "value") {
        isPercentText ? .text(decimal($0.value) + "%") : .number(decimal($0.value))
      },
      SheetColumn("数据来源", "source") { .optional($0.source) },
    ]
    return SheetTable(name: name, columns: columns, rows: SampleInbox.cells(of: rows, columns))
  }

  private mutating func addSafety(_ random: inout SplitMix64) {
    for unit in HainingUnit.all {
      for (index, date) in MeasurementBook.monthEnds.enumerated() {
        let usual = random.within(951...984) * 10
        let value = MeasurementBook.camera(unit.id, month: index + 1) ?? usual
        safety.append(Measurement(unit: unit, indicator: .cameras, date: date, value: value))
        guard [3, 6, 9, 11, 12].contains(index + 1) else { continue }
        safety.append(
          Measurement(
            unit: unit,
            indicator: .petitions,
            date: date,
            value: random.within(905...1000) * 10
          )
        )
      }
      for date in [day(6, 20), day(11, 25)] {
        safety.append(
          Measurement(
            unit: unit,
            indicator: .safetySense,
            date: date,
            value: random.within(921...980) * 10,
            source: "第三方测评"
          )
        )
      }
    }
    safety.sort { ($0.date, $0.indicator.rawValue) < ($1.date, $1.indicator.rawValue) }
  }

  /// The monitors that the story tells of, in hundredths.
  private static func camera(_ unit: String, month: Int) -> Int? {
    let yanguan = [9610, 9630, 9580, 9590, 9640, 9570, 9520, 9590, 9560, 9420, 9640, 9690]
    switch (unit, month) {
    case ("yanguan", _): return yanguan[month - 1]
    case ("huangwan", 3): return 9470
    case ("zhouwangmiao", 11): return 9460
    case ("dingqiao", 12): return 9450
    default: return nil
    }
  }

  /// The resort has no river section.
  private mutating func addWater(_ random: inout SplitMix64) {
    let shares = [10000, 10000, 10000, 10000, 9090, 9090, 8890, 8750, 8330, 8000, 7500]
    for date in MeasurementBook.monthEnds {
      for unit in HainingUnit.all where unit.id != "dujiaqu" {
        water.append(
          Measurement(unit: unit, indicator: .water, date: date, value: random.pick(shares))
        )
      }
    }
  }

  private mutating func addHazards(_ random: inout SplitMix64) {
    for date in MeasurementBook.monthEnds {
      for unit in HainingUnit.all {
        let value = random.chance(200) ? random.within(950...979) : random.within(980...1000)
        hazards.append(
          Measurement(unit: unit, indicator: .hazard, date: date, value: value * 10)
        )
      }
    }
    let deaths = [("xucun", day(6, 30), 1), ("changan", day(9, 30), 3), ("yuanhua", day(9, 30), 1)]
    for (unit, date, count) in deaths {
      hazards.append(
        Measurement(
          unit: HainingUnit.named(unit),
          indicator: .accidents,
          date: date,
          value: count * 100
        )
      )
    }
  }

  private mutating func addCity(_ random: inout SplitMix64) {
    for unit in HainingUnit.all {
      let plan = random.within(120...480) * 10
      for (index, date) in MeasurementBook.monthEnds.enumerated() {
        let target = plan * (index + 1) / 12
        city.append(
          Measurement(
            unit: unit,
            indicator: .demolition,
            date: date,
            value: target * random.within(92...112) / 100,
            target: target
          )
        )
      }
      for date in MeasurementBook.surveyEnds {
        city.append(
          Measurement(
            unit: unit,
            indicator: .citySurvey,
            date: date,
            value: random.within(7900...9350),
            sample: random.within(80...240),
            source: "第三方测评机构"
          )
        )
        guard ["xiashi", "haizhou", "haichang"].contains(unit.id) else { continue }
        city.append(
          Measurement(
            unit: unit,
            indicator: .community,
            date: date,
            value: random.within(8400...9500),
            source: "项目业主测评"
          )
        )
      }
    }
    city.sort { ($0.date, $0.indicator.rawValue) < ($1.date, $1.indicator.rawValue) }
  }

  private mutating func addSpecial(_ random: inout SplitMix64) {
    for (index, date) in MeasurementBook.monthEnds.enumerated() {
      let lastYear = 96 * (index + 1) + random.within(0...9)
      special.append(
        Measurement(
          unit: HainingUnit.named("dujiaqu"),
          indicator: .tourism,
          date: date,
          value: lastYear * random.within(1135...1172) / 1000,
          lastYear: lastYear
        )
      )
      special.append(
        Measurement(
          unit: HainingUnit.named("kaifaqu"),
          indicator: .landTax,
          date: date,
          value: random.within(2380...2590)
        )
      )
    }
  }
}
