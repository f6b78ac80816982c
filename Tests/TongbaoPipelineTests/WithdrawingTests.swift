import Foundation
import Testing
import TongbaoModel
import TongbaoPublishing

@testable import TongbaoPipeline

struct WithdrawingTests {
  private static let head = "单号,检查日期,检查人员,被检查单位,考核指标,问题描述,问题等级\n"

  private func withdraw(
    _ subject: String,
    department: String? = nil,
    isDryRun: Bool = false,
    in workspace: ExampleWorkspace
  ) async throws -> Withdrawing {
    try await Withdrawing.perform(
      WithdrawingRequest(
        workspace: workspace.path,
        subject: subject,
        department: department,
        reason: "误报",
        now: 1_520_000_000,
        isDryRun: isDryRun
      )
    )
  }

  private func archived(in workspace: ExampleWorkspace) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: workspace.path + "/archive/2017")
  }

  private func code(of failure: PipelineFailure?) -> String? {
    failure?.diagnostics.first?.kind.code
  }

  @Test func `a sheet that is withdrawn goes from what is published, once`() async throws {
    let workspace = try ExampleWorkspace()
    defer { workspace.remove() }
    _ = try await Run.perform(workspace.request("2017-10"))
    let before = try #require(workspace.text("public/2017-10/r1/scores.json"))
    try workspace.drop(Self.head + "X90,2017-10-19,甲、乙、丙,海昌街道,平安巡查,楼道堆物,一般\n", as: "补报.csv")
    _ = try await Run.perform(workspace.request(nil))
    let journal = try #require(workspace.text("archive/journal.jsonl"))

    let look = try await withdraw("补报.csv", isDryRun: true, in: workspace)
    #expect(look.restated.map(\.description) == ["2017-10", "2017-Q4", "2017"])
    #expect(workspace.text("archive/journal.jsonl") == journal)

    let done = try await withdraw("补报.csv", in: workspace)
    #expect(done.rows == 1 && done.days.map(\.description) == ["2017-10-19"])
    #expect(done.restated.map(\.description).contains("2017-10"))
    let after = try #require(workspace.text("archive/journal.jsonl"))
    #expect(after.hasPrefix(journal) && after.contains(#""days":["2017-10-19"]"#))
    let names = try archived(in: workspace)
    #expect(names.contains { $0.hasSuffix("补报.csv") })

    let again = try await withdraw("补报.csv", in: workspace)
    #expect(again.log.count(of: .withdrawAlready) == 1)
    #expect(workspace.text("archive/journal.jsonl") == after)

    // A plain run, which nobody told of the period, brings the correction.
    let report = try await Run.perform(workspace.request(nil))
    let corrected = try #require(report.published.first { $0.period == look.restated[0] })
    #expect(workspace.text("public/\(corrected.folder)/scores.json") == before)
    #expect(workspace.text("public/\(corrected.folder)/correction.html") != nil)
  }

  @Test func `the archived name and digits of the digest name a sheet too`() async throws {
    let workspace = try ExampleWorkspace()
    defer { workspace.remove() }
    _ = try await Run.perform(workspace.request("2017-10"))
    let names = try archived(in: workspace)
    let name = try #require(names.first { $0.hasSuffix("events.csv") })
    for subject in [name, String(name.prefix(6)), name.prefix(12).uppercased(), "events.csv"] {
      let look = try await withdraw(subject, isDryRun: true, in: workspace)
      #expect(look.rows == 3, "\(subject)")
      #expect(look.days.map(\.description) == ["2017-10-09", "2017-10-11", "2017-11-02"])
    }
  }

  @Test func `a record takes what follows it along, and what it had corrected comes back`()
    async throws
  {
    let workspace = try ExampleWorkspace()
    defer { workspace.remove() }
    let row = "甲、乙、丙,海昌街道,平安巡查,楼道堆物"
    try workspace.drop(Self.head + "X91,2017-09-19,\(row),一般\n", as: "先报.csv")
    _ = try await Run.perform(workspace.request("2017-10"))
    try workspace.drop(Self.head + "X91,2017-10-19,\(row),一般\n", as: "更正.csv")
    _ = try await Run.perform(workspace.request("2017-10"))
    let sheet = try await withdraw("更正.csv", isDryRun: true, in: workspace)
    #expect(sheet.days.map(\.description) == ["2017-09-19", "2017-10-19"])

    let record = try await withdraw("X1", in: workspace)
    #expect(record.days.map(\.description).contains("2017-11-06"))
    #expect(record.rows > 1)
    let report = try await Run.perform(workspace.request("2017-10"))
    #expect(report.published.count == 1)
    let scores = try #require(workspace.text("public/2017-10/r3/scores.json"))
    #expect(!scores.contains("\"X1\""))
  }

  @Test func `what is not one thing that counts is refused with the nearest name`() async throws {
    let workspace = try ExampleWorkspace()
    defer { workspace.remove() }
    for level in ["一般", "突出"] {
      try workspace.drop(Self.head + "X95,2017-10-19,甲、乙、丙,海昌街道,平安巡查,堆物,\(level)\n", as: "补报.csv")
      _ = try await Run.perform(workspace.request("2017-10"))
    }
    let journal = workspace.text("archive/journal.jsonl")
    for (subject, expected, hint) in [
      ("补报.csv", "withdraw.ambiguous-sheet", "补报.csv、"),
      ("events.cvs", "withdraw.unknown", "events.csv"),
      ("X999", "withdraw.unknown", "X9"),
    ] {
      let failure = await #expect(throws: PipelineFailure.self) {
        try await withdraw(subject, in: workspace)
      }
      #expect(code(of: failure) == expected)
      #expect(failure?.diagnostics.first?.message(in: .chinese).contains(hint) == true)
      #expect(failure?.exitStatus == .usage)
    }
    #expect(workspace.text("archive/journal.jsonl") == journal)
  }

  @Test func `a number of several departments needs the department`() async throws {
    let workspace = try ExampleWorkspace(
      settings: """
        format: tongbao.settings/1
        sources: [{files: "综治*", department: zongzhi}, {files: "经信*", department: jingxin}]
        """
    )
    defer { workspace.remove() }
    let row = "1,2017-10-19,甲、乙、丙,海昌街道,平安巡查,堆物,一般\n"
    try workspace.drop(Self.head + row, as: "综治1.csv")
    try workspace.drop(Self.head + row.replacing("10-19", with: "10-20"), as: "经信1.csv")
    _ = try await Run.perform(workspace.request("2017-10"))
    let failure = await #expect(throws: PipelineFailure.self) {
      try await withdraw("1", in: workspace)
    }
    #expect(code(of: failure) == "withdraw.ambiguous-record")
    let done = try await withdraw("1", department: "市经信局", in: workspace)
    #expect(done.days.map(\.description) == ["2017-10-20"])
    #expect(try await withdraw("1", isDryRun: true, in: workspace).days.first?.day == 19)
    await #expect(throws: PipelineFailure.self) {
      try await withdraw("1", department: "某局", in: workspace)
    }
  }
}
