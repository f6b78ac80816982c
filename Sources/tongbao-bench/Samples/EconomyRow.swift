import TongbaoModel

/// What the statistics say of a unit at the end of a month; everything but the last three in hundredths.
///
/// The totals of November are those of the newspaper: output 1468 (+19.2 %), value added 286 (+10.2 %).
struct EconomyRow: Sendable {
  var unit: HainingUnit
  var date: CalendarDate
  var output: Int
  var outputTarget: Int
  var outputLastYear: Int
  var valueAdded: Int
  var valueAddedLastYear: Int
  var investment: Int
  var investmentTarget: Int
  var energy: Int
  var eliminated: Int
  var eliminateTarget: Int
  var recruited: Int

  /// January to November of this year and last: output, output, value added, value added; in hundredths.
  private static let november: [String: (Int, Int, Int, Int)] = [
    "kaifaqu": (33000, 26830, 6620, 5884), "dujiaqu": (1800, 1590, 360, 333),
    "xucun": (16500, 14020, 3150, 2887), "changan": (17200, 14260, 3310, 2982),
    "maqiao": (12000, 9980, 2300, 2054), "yanguan": (6200, 5410, 1210, 1140),
    "yuanhua": (8400, 7130, 1620, 1478), "zhouwangmiao": (7000, 6020, 1350, 1235),
    "dingqiao": (6600, 5690, 1280, 1180), "xieqiao": (9800, 8370, 1890, 1717),
    "huangwan": (9500, 7750, 1860, 1640), "xiashi": (5800, 5060, 1140, 1067),
    "haizhou": (6200, 5420, 1220, 1137), "haichang": (6800, 5624, 1290, 1219),
  ]

  /// The year, month by month.
  static func year(with random: inout SplitMix64) -> [EconomyRow] {
    var rows: [EconomyRow] = []
    for unit in HainingUnit.all {
      guard let november = november[unit.id] else {
        preconditionFailure("no figures for \(unit.id)")
      }
      let pace = random.within(88...107)
      let plan = random.within(18...70)
      let saving = random.within(34...56)
      for date in MeasurementBook.monthEnds {
        rows.append(
          row(of: unit, on: date, november, pace: pace, plan: plan, saving: saving, &random)
        )
      }
    }
    return rows.sorted { $0.date < $1.date }
  }

  private static func row(
    of unit: HainingUnit,
    on date: CalendarDate,
    _ november: (Int, Int, Int, Int),
    pace: Int,
    plan: Int,
    saving: Int,
    _ random: inout SplitMix64
  ) -> EconomyRow {
    let month = date.month
    // Other months stray from the straight line by half a percent.
    let stray = month == 11 ? 1000 : random.within(995...1005)
    let target = november.1 * 118 / 100 * month / 11
    let planned = (plan * month + 11) / 12
    return EconomyRow(
      unit: unit,
      date: date,
      output: november.0 * month / 11 * stray / 1000,
      outputTarget: target,
      outputLastYear: november.1 * month / 11,
      valueAdded: november.2 * month / 11 * stray / 1000,
      valueAddedLastYear: november.3 * month / 11,
      investment: november.0 / 5 * month / 11 * (pace + random.within(-2...2)) / 100,
      investmentTarget: november.0 / 5 * month / 11,
      energy: (saving + random.within(-4...4)) * 10,
      eliminated: planned * (pace + 4) / 100,
      eliminateTarget: planned,
      recruited: random.within(0...2) + (unit.hasVillages ? 0 : 1)
    )
  }
}
