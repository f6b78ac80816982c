import Foundation
import Testing
import TongbaoModel

@testable import TongbaoPipeline

/// What the burden table and the discipline page say of how departments send their sheets.
struct SheetHabitsTests {
  @Test func `sheets sent twice and sheets that came late are told by department`() async throws {
    let workspace = try ExampleWorkspace(
      settings: """
        format: tongbao.settings/1
        sources:
          - {files: "综治办*.csv", department: zongzhi}
          - {files: "经信局*.csv", department: jingxin}
        """
    )
    defer { workspace.remove() }
    let head = "单号,检查日期,检查人员,被检查单位,考核指标,问题描述,问题等级,证据类型,经度\n"
    let first = head + "Z1,2017-10-19,甲、乙、丙,海昌街道,平安巡查,楼道堆物,一般,现场照片,120\n"
    try workspace.drop(first, as: "综治办1.csv")
    try workspace.drop(
      head + "J1,2017-10-19,甲、乙、丙,海昌街道,低小散整治,,无,台账,120\n"
        + "J2,2017-10-20,甲、乙,海昌街道,低小散整治,违章搭建,一般,现场照片,\n",
      as: "经信局1.csv"
    )
    _ = try await Run.perform(workspace.request("2017-10"))
    func page(_ name: String) throws -> [String] {
      try #require(workspace.text("internal/2017-10/\(name).txt")).split(separator: "\n")
        .map { $0.split(separator: " ").joined(separator: " ") }
    }
    // A ledger counts as a row though nothing was found, a small team as a finding.
    #expect(try page("burden").contains { $0.hasPrefix("市经信局 0 1 ") })
    #expect(try page("burden").contains { $0.hasPrefix("市综治办 0 1 ") })
    #expect(try page("burden").contains { $0.contains("经度") })
    #expect(try page("discipline").contains("市经信局 0 0 2 0 0"))
    #expect(try page("discipline").contains("市综治办 0 1 0 0 0"))

    try workspace.drop(first, as: "综治办1(1).csv")
    try workspace.drop(
      head + "Z2,2017-10-21,甲、乙、丙,盐官镇,平安巡查,楼道堆物,一般,现场照片,\n",
      as: "综治办2.csv"
    )
    _ = try await Run.perform(workspace.request("2017-10"))
    #expect(try page("burden").contains { $0.hasPrefix("市综治办 1 1 ") })
    #expect(try page("discipline").contains("市综治办 0 1 0 0 1"))
    #expect(try page("discipline").contains("市经信局 0 0 2 0 0"))
    // Of a period whose rows came in time it says nothing.
    _ = try await Run.perform(workspace.request("2017-09"))
    let september = try #require(workspace.text("internal/2017-09/discipline.txt"))
    #expect(
      september.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
        .contains("市综治办 0 0 0 0 0")
    )
  }
}
