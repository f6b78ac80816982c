import TongbaoModel

/// An inspection row as positions in the catalogue.
struct BenchRow {
  /// Its number, from 1.
  var number: Int
  /// The day, from 0 for 2017-01-01.
  var day: Int
  /// Position of the unit.
  var unit: Int
  /// Position of the indicator.
  var indicator: Int
  /// Position of the site.
  var site: Int
  /// Position of the team and of its inspectors.
  var team: Int
  /// Position of the finding; nil for a visit without one.
  var finding: Int?
  /// Whether the finding is a serious one.
  var isProminent: Bool
  /// Position of the person and the post.
  var person: Int
  /// Position of the remark.
  var remark: Int

  /// A row; `findings` in a thousand have one.
  init(number: Int, findings: Int, with random: inout SplitMix64) {
    self.number = number
    day = random.below(334)
    unit = random.below(BenchCatalogue.units.count)
    indicator = random.below(BenchCatalogue.indicators.count)
    site = random.below(BenchCatalogue.sites.count)
    team = random.below(BenchCatalogue.teams.count)
    finding = random.chance(findings) ? random.below(BenchCatalogue.findings.count) : nil
    isProminent = random.chance(30)
    person = random.below(BenchCatalogue.people.count)
    remark = random.below(BenchCatalogue.remarks.count)
  }
}

/// The cells of rows as bytes, in the order of the columns.
struct BenchCells {
  /// The columns.
  static let headers = [
    "单号", "检查日期", "督查组", "检查人员", "被检查单位", "点位", "考核指标", "问题描述", "问题等级", "扣分", "是否预扣",
    "整改期限", "责任人", "职务", "证据类型", "备注",
  ]

  private let days: [[UInt8]]
  private let units = BenchCells.bytes(BenchCatalogue.units)
  private let indicators = BenchCells.bytes(BenchCatalogue.indicators)
  private let sites = BenchCells.bytes(BenchCatalogue.sites)
  private let teams = BenchCells.bytes(BenchCatalogue.teams)
  private let inspectors = BenchCells.bytes(BenchCatalogue.inspectors)
  private let findings = BenchCells.bytes(BenchCatalogue.findings)
  private let people = BenchCells.bytes(BenchCatalogue.people)
  private let duties = BenchCells.bytes(BenchCatalogue.duties)
  private let remarks = BenchCells.bytes(BenchCatalogue.remarks)
  private let severities = BenchCells.bytes(["无", "一般", "比较突出"])
  private let points = BenchCells.bytes(["0.001", "0.002"])
  private let yesNo = BenchCells.bytes(["否", "是"])
  private let evidence = BenchCells.bytes(["现场照片", "现场照片、视频"])
  private let empty: [UInt8] = []

  /// The cells' byte forms.
  init() {
    let first = day(1, 1)
    days = (0..<400).map { Array((first + $0).description.utf8) }
  }

  private static func bytes(_ texts: [String]) -> [[UInt8]] {
    texts.map { Array($0.utf8) }
  }

  /// Calls `body` with each cell after the number.
  func forEach(of row: BenchRow, _ body: (Int, [UInt8]) -> Void) {
    let has = row.finding != nil
    let level = row.isProminent ? 2 : 1
    body(1, days[row.day])
    body(2, teams[row.team])
    body(3, inspectors[row.team])
    body(4, units[row.unit])
    body(5, sites[row.site])
    body(6, indicators[row.indicator])
    body(7, row.finding.map { findings[$0] } ?? empty)
    body(8, severities[has ? level : 0])
    body(9, has ? points[level - 1] : empty)
    body(10, has ? yesNo[level - 1] : empty)
    body(11, has ? days[row.day + 15] : empty)
    body(12, has ? people[row.person] : empty)
    body(13, has ? duties[row.person % duties.count] : empty)
    body(14, has ? evidence[row.person & 1] : empty)
    body(15, remarks[row.remark])
  }
}
