import Foundation
import Testing
import TongbaoModel
import TongbaoPublishing

@testable import TongbaoPipeline

/// The sheets to units of a week, written by every run.
struct WeekSheetsTests {
  private static let folder = "internal/sheets/2017-W41/"
  private static let head =
    "单号,检查日期,检查人员,被检查单位,点位,考核指标,问题描述,问题等级,证据类型\n"

  private func workspace() throws -> ExampleWorkspace {
    let workspace = try ExampleWorkspace(
      settings: "format: tongbao.settings/1\npublish: []\n"
    )
    try FileManager.default.removeItem(at: workspace.url.appending(path: "inbox"))
    try FileManager.default.createDirectory(
      at: workspace.url.appending(path: "inbox"),
      withIntermediateDirectories: true
    )
    try workspace.drop(
      Self.head
        + "X1,2017-10-12,甲、乙、丙,盐官镇,镇区,平安巡查,联系人13812345678拒绝整改,突出,现场照片\n"
        + "X2,2017-10-13,甲、乙、丙,盐官镇,景区,平安巡查,消防通道堆放杂物,一般,现场照片\n"
        + "X3,2017-10-13,甲、乙、丙,长安镇,园区,平安巡查,台账不全,突出,台账\n",
      as: "检查.csv"
    )
    return workspace
  }

  private func run(_ workspace: ExampleWorkspace, on day: String) async throws -> RunReport {
    var request = try workspace.request(nil)
    request.today = try #require(CalendarDate(iso: day))
    request.date = request.today
    return try await Run.perform(request)
  }

  private func text(_ workspace: ExampleWorkspace, _ name: String) -> String? {
    workspace.text(Self.folder + name + ".txt")?.filter { !$0.isWhitespace }
  }

  @Test func `a run that publishes nothing writes the sheets of the week`() async throws {
    let workspace = try workspace()
    defer { workspace.remove() }
    let report = try await run(workspace, on: "2017-10-16")
    #expect(report.published.isEmpty)
    let asked = try #require(text(workspace, "yanguan-communication"))
    for part in [
      "盐官镇：", "问题1项", "问题编号：X1", "2017年10月12日", "点位：镇区", "佐证材料：现场照片", "预扣1.00分",
      "《示例考核办法》", "平安建设", "反馈期限：2017年10月21日", "138****5678", "回执", "单位意见", "签收人", "签收日期",
      "2017年10月16日",
    ] {
      #expect(asked.contains(part), "\(part)")
    }
    #expect(!asked.contains("X2") && !asked.contains("13812345678"))
    let assigned = try #require(text(workspace, "yanguan-assignment"))
    for part in ["问题2项", "X1", "X2", "整改期限：2017年11月11日", "整改期限：2017年10月28日", "扣0.50分"] {
      #expect(assigned.contains(part), "\(part)")
    }
    // What does not count is put to nobody.
    #expect(text(workspace, "changan-communication") == nil)
    #expect(text(workspace, "changan-assignment") == nil)
    #expect(workspace.text(Self.folder + "yanguan-communication.html")?.contains("<table") == true)
  }

  @Test func `a sheet changes with its matters alone, and says when nothing is left`() async throws
  {
    let workspace = try workspace()
    defer { workspace.remove() }
    _ = try await run(workspace, on: "2017-10-16")
    let file = workspace.url.appending(path: Self.folder + "yanguan-communication.txt")
    let old = Date(timeIntervalSince1970: 1_000_000_000)
    try FileManager.default.setAttributes(
      [.modificationDate: old],
      ofItemAtPath: file.path(percentEncoded: false)
    )
    _ = try await run(workspace, on: "2017-11-20")
    let after = try file.resourceValues(forKeys: [.contentModificationDateKey])
    #expect(after.contentModificationDate == old)

    // The talk is recorded without the unit's word: its day counts.
    let verification = "单号,沟通日期,属实情况,单位意见,批准人,批准日期\n"
    try workspace.drop(verification + "X1,2017-11-18,属实,,,\n", as: "核实1.csv")
    _ = try await run(workspace, on: "2017-11-21")
    let talked = try #require(text(workspace, "yanguan-communication"))
    #expect(talked.contains("反馈期限：2017年11月23日") && talked.contains("沟通日期：2017年11月18日"))
    // A run that is dated back leaves what a later one wrote.
    _ = try await run(workspace, on: "2017-10-17")
    #expect(text(workspace, "yanguan-communication") == talked)

    try workspace.drop(verification + "X1,2017-11-22,属实,无异议,,\n", as: "核实2.csv")
    _ = try await run(workspace, on: "2017-11-23")
    let settled = try #require(text(workspace, "yanguan-communication"))
    #expect(settled.contains("均已办结") && settled.contains("X1") && !settled.contains("回执"))
    // A settled matter that was never on a sheet does not make one.
    let rectified = "单号,整改日期,整改情况\nX2,2017-10-20,已整改\n"
    try workspace.drop(rectified, as: "整改.csv")
    _ = try await run(workspace, on: "2017-11-24")
    let assigned = try #require(text(workspace, "yanguan-assignment"))
    #expect(assigned.contains("问题1项") && assigned.contains("现已办结的事项：X2"))
  }

  @Test func `a sheet whose findings were retracted goes with a note`() async throws {
    let workspace = try workspace()
    defer { workspace.remove() }
    _ = try await run(workspace, on: "2017-10-16")
    try workspace.withdraw(.record("X1"))
    let report = try await run(workspace, on: "2017-10-17")
    let gone = report.log.kept.filter { $0.kind == .runSheetGone }
    #expect(
      gone.map(\.text) == [
        "2017-W41/yanguan-communication.html", "2017-W41/yanguan-communication.txt",
      ]
    )
    #expect(text(workspace, "yanguan-communication") == nil)
    #expect(text(workspace, "yanguan-assignment")?.contains("X1") == false)
  }

  @Test(arguments: ["zh-Hans", "en"])
  func `a preview of a week gives its sheets without a workspace`(locale: String) async throws {
    let figures = try await ExampleFixture.figures(
      "2017-W42",
      settings: "format: tongbao.settings/1\nlocale: \(locale)\n",
      sheets: ["inspections.csv"]
    )
    let rendition = try await Rendition(
      figures,
      date: try #require(CalendarDate(iso: "2017-10-23")),
      templates: ExampleFixture.templates
    )
    let sheets = rendition.pages.filter { $0.path.hasPrefix("internal/sheets/") }
    #expect(sheets.allSatisfy { $0.path.hasPrefix("internal/sheets/2017-W42/") })
    let page = try #require(sheets.first { $0.path.hasSuffix("/changan-communication.txt") })
    let text = String(decoding: page.bytes, as: UTF8.self)
    #expect(text.contains("X3"))
    #expect(text.contains(locale == "en" ? "28 October 2017" : "2017年10月28日"))
  }
}
