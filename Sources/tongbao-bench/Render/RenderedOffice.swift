import TongbaoModel

/// The findings of a year with all that became of them, as one sheet of combined rows.
struct RenderedOffice: Sendable {
  /// How many findings.
  var findings: Int
  /// How many of them come out as named notices.
  var notices: Int

  private static let headers = [
    "单号", "检查日期", "督查组", "检查人员", "被检查单位", "点位", "考核指标", "问题描述", "问题等级", "责任人", "职务", "证据类型",
    "沟通日期", "属实情况", "单位意见", "批准人", "批准日期", "整改日期", "整改情况",
  ]

  /// The sheet as CSV; the same bytes for the same numbers.
  var sheet: String {
    var random = SplitMix64(seed: 5)
    var text = RenderedOffice.headers.joined(separator: ",") + "\n"
    for number in 0..<findings {
      // Evenly spread, so that the first finding and every so many after it are serious.
      let isNamed = number * notices / findings != (number + 1) * notices / findings
      let row = BenchRow(number: number + 1, findings: 1000, with: &random)
      text += cells(of: row, isNamed: isNamed, &random).joined(separator: ",") + "\n"
    }
    return text
  }

  private func cells(
    of row: BenchRow,
    isNamed: Bool,
    _ random: inout SplitMix64
  ) -> [String] {
    let found = min(row.day, 290)
    let verified =
      isNamed
      ? [date(found + 2), "属实", "情况属实，立即落实整改", "王主任", date(found + 4)] : ["", "", "", "", ""]
    let rectified = random.chance(800) ? [date(found + 3 + random.below(20)), "已整改"] : ["", ""]
    let finding = BenchCatalogue.findings[row.finding ?? 0].filter { $0 != "," && $0 != "\"" }
    return [
      "B-\(row.number)", date(found), BenchCatalogue.teams[row.team],
      BenchCatalogue.inspectors[row.team],
      BenchCatalogue.units[row.unit], BenchCatalogue.sites[row.site],
      BenchCatalogue.indicators[row.indicator], finding, isNamed ? "比较突出" : "一般",
      BenchCatalogue.people[row.person],
      BenchCatalogue.duties[row.person % BenchCatalogue.duties.count],
      "现场照片",
    ] + verified + rectified
  }

  /// The day so many days after the year's first.
  private func date(_ days: Int) -> String { (day(1, 1) + days).description }
}
