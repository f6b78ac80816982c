import TongbaoModel

/// How a department goes about its visits.
struct InspectionPlan: Sendable {
  /// The department.
  let department: HainingDepartment
  /// Its indicators, the first the usual one.
  let indicators: [HainingIndicator]
  /// Visits to each unit in a month.
  let visits: ClosedRange<Int>
  /// Rows of a visit.
  let rows: ClosedRange<Int>

  /// The departments that inspect, in the order of the scheme.
  static let all: [InspectionPlan] = [
    InspectionPlan(department: .zongzhi, indicators: [.patrol], visits: 1...2, rows: 2...3),
    InspectionPlan(department: .jingxin, indicators: [.cleanup], visits: 2...3, rows: 1...2),
    InspectionPlan(
      department: .huanbao,
      indicators: [.riverPatrol, .blackRivers],
      visits: 1...1,
      rows: 2...4
    ),
    InspectionPlan(department: .nongban, indicators: [.village], visits: 1...1, rows: 2...3),
    InspectionPlan(department: .anjian, indicators: [.safetyCheck], visits: 1...2, rows: 2...3),
    InspectionPlan(department: .chengguan, indicators: [.city], visits: 1...1, rows: 2...4),
  ]

  /// Whether the department inspects a unit in a month: no villages in the city core, no resort
  /// before it was set up in March.
  func covers(_ unit: HainingUnit, month: Int) -> Bool {
    if department == .nongban && !unit.hasVillages { return false }
    return !(unit.id == "dujiaqu" && month < 3)
  }

  /// The indicator of a row: the half-year project only while it lasts.
  func indicator(month: Int, with random: inout SplitMix64) -> HainingIndicator {
    guard indicators.count > 1, month <= 6, random.chance(400) else { return indicators[0] }
    return indicators[1]
  }

  /// The working days of a month, without the long holidays of 2017.
  static func workingDays(of month: Int) -> [CalendarDate] {
    let last = CalendarDate.daysInMonth(month, of: 2017)
    return (1...last).map { day(month, $0) }
      .filter { date in
        let isHoliday =
          (day(1, 27)...day(2, 2)).contains(date) || (day(10, 1)...day(10, 8)).contains(date)
          || [day(1, 2), day(4, 4), day(5, 1), day(5, 30)].contains(date)
        return date.weekday <= 5 && !isHoliday
      }
  }
}
