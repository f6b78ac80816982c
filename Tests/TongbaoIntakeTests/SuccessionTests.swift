import Testing
import TongbaoModel

@testable import TongbaoIntake

struct SuccessionTests {
  /// 盐官镇 up to June, from July on a new unit of the same name in another category.
  private func sheet(_ text: String, _ values: [String: String] = [:]) throws -> AdmittedSheet {
    var sheet = TestSheet(text)
    if !values.isEmpty { sheet.entry.values = ["unit": values] }
    var successor = Unit(id: "new", name: "盐官镇", category: Ordinal(1), aliases: ["度假区", "盐官"])
    successor.days = try #require(DateRange(from: day("2017-07-01"), to: day("2099-12-31")))
    sheet.scheme.units[0].days = try #require(
      DateRange(from: day("2000-01-01"), to: day("2017-06-30"))
    )
    sheet.scheme.units.append(successor)
    for index in sheet.scheme.indicators.indices {
      sheet.scheme.indicators[index].points.append(.one)
      sheet.scheme.indicators[index].target.append(nil)
    }
    return try #require(sheet.admitted())
  }

  @Test(arguments: [
    ("盐官镇", "2017-06-30", 0), ("盐官镇", "2017-07-01", 3), ("盐官", "2017-10-01", 3),
    ("yanguan", "2017-10-01", 0), ("度假区", "2017-06-30", 3), ("new", "2017-10-01", 3),
    ("长安镇", "2017-10-01", 1),
  ])
  func `a name that units have one after the other means the one of the day`(
    _ name: String,
    _ date: String,
    _ unit: Int
  ) throws {
    let inspected = try sheet("单号,检查日期,被检查单位,考核指标,问题等级\nA1,\(date),\(name),patrol,无")
    #expect(inspected.inspected.visits.map(\.unit.index) == [unit])
    let measured = try sheet("单位名称,考核指标,统计日期,实际值\n\(name),cameras,\(date),98")
    #expect(measured.measurements.map(\.unit.index) == [unit])
    let events = try sheet("单位名称,事项,认定日期\n\(name),迟报,\(date)")
    #expect(events.events.map(\.unit.index) == [unit])
  }

  @Test func `where the day is unknown or before all of them the first is meant`() throws {
    let early = try sheet("单位名称,事项,认定日期\n盐官镇,迟报,1999-01-01")
    #expect(early.events.map(\.unit.index) == [0])
    #expect(early.log.count(of: .unitNotExisting) == 1)
    let undated = try sheet("单位名称,事项,认定日期\n盐官镇,迟报,昨天")
    #expect(undated.log.codes == ["value.not-a-date"])
    let carried = try sheet("单位名称,指标名称,年度\n盐官镇,output,2016\n盐官镇,output,2017")
    #expect(carried.carryovers.map(\.unit.index) == [0, 3])
  }

  @Test func `values of the entry take the succession along`() throws {
    let text = "单位名称,事项,认定日期\n盐官区,迟报,2017-10-01\n盐官区,迟报,2017-01-01"
    let events = try sheet(text, ["盐官区": "盐官镇"]).events
    #expect(events.map(\.unit.index) == [3, 0])
  }
}
