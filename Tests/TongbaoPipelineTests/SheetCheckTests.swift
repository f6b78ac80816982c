import Foundation
import Testing
import TongbaoModel

@testable import TongbaoPipeline

struct SheetCheckTests {
  private static let fixtures = ExampleFixture.root.appending(path: "Tests/Fixtures/diagnostics")

  /// The sheets of the catalogue of diagnostics, each wrong in its own way.
  static func sheets() throws -> [String] {
    let names = FileManager.default.subpaths(atPath: fixtures.path(percentEncoded: false)) ?? []
    return
      names.filter { name in
        (name.split(separator: "/").last?.hasPrefix("input") ?? false) && !name.hasSuffix(".yaml")
      }
      .sorted()
  }

  private func check(_ paths: [String], settings: String? = nil) async throws -> SheetCheck {
    let question = try Question(
      scheme: Self.fixtures.path(percentEncoded: false) + "/scheme.yaml",
      settings: settings,
      files: paths,
      today: ExampleFixture.today
    )
    return try await SheetCheck(question)
  }

  @Test(arguments: try sheets())
  func `every row that reading gives is accepted, refused or known as no record`(
    _ name: String
  ) async throws {
    let path = Self.fixtures.appending(path: name).path(percentEncoded: false)
    guard let counts = try await check([path]).sheets.first?.counts else { return }
    #expect(counts.accepted + counts.refused + counts.nonRecords == counts.rows)
    let raw = try await RawRows.read(path, entry: SourceEntry()) { _ in }
    #expect(counts.rows == raw.count)
  }

  @Test func `rows of many chunks come out in file order`() async throws {
    let workspace = try ExampleWorkspace()
    defer { workspace.remove() }
    let head = "单号,检查日期,检查人员,被检查单位,考核指标,问题描述,问题等级\n"
    let rows = (1...30_000)
      .map { "Y\($0),2017-10-09,甲、乙、丙,盐官镇,平安巡查,消防通道堆放杂物，已当场要求清理,一般\n" }
    try workspace.drop(head + rows.joined(), as: "a.csv")
    let path = workspace.path + "/inbox/a.csv"
    var raw: [UInt8] = []
    let result = try await RawRows.read(path, entry: SourceEntry()) { raw += $0 }
    #expect(result.count == 30_001)
    var shown: [UInt8] = []
    let question = try Question(
      scheme: Self.fixtures.path(percentEncoded: false) + "/scheme.yaml",
      settings: nil,
      files: [path],
      today: ExampleFixture.today
    )
    _ = try await RecordRows.read(question) { shown += $0 }
    let lines = [raw, shown].map { $0.split(separator: UInt8(ascii: "\n")).map { $0.prefix(12) } }
    #expect(lines[0].count == 30_001 && lines[1].count == 30_001)
    for number in 1...30_000 {
      let isInOrder =
        lines[0][number].starts(with: Array("[\"Y\(number)\"".utf8))
        && lines[1][number].starts(with: Array("[\"\(number + 1)\",\"".utf8))
      guard isInOrder else {
        Issue.record("row \(number) is out of place")
        return
      }
    }
  }

  @Test func `a repeated file is noted once, and counts are exact beyond what is kept`()
    async throws
  {
    let workspace = try ExampleWorkspace()
    defer { workspace.remove() }
    let head = "单号,整改日期,整改情况\n"
    let rows = (1...1_500).map { "Y\($0),2017-10-09,已整改\n" }.joined()
    for name in ["a.csv", "b.csv"] { try workspace.drop(head + rows, as: name) }
    let paths = ["a.csv", "b.csv"].map { workspace.path + "/inbox/" + $0 }
    let result = try await check(paths)
    let counts = Dictionary(uniqueKeysWithValues: result.log.counts.map { ($0.key.code, $0.value) })
    #expect(counts == ["inbox.duplicate": 1, "intake.follow-up-unknown": 1_500])
    #expect(result.sheets.map { $0.counts?.refused } == [1_500, 1_500])
  }

  @Test func `what the archive repeats does not hide what a new sheet does`() async throws {
    let workspace = try ExampleWorkspace()
    defer { workspace.remove() }
    let head = "单号,检查日期,检查人员,被检查单位,考核指标,问题描述,问题等级\n"
    func rows(_ text: String) -> String {
      (1...1_100).map { "Y\($0),2017-10-09,甲、乙、丙,海昌街道,平安巡查,\(text),一般\n" }.joined()
    }
    try workspace.drop(head + rows("一"), as: "1.csv")
    try workspace.drop(head + rows("二"), as: "2.csv")
    _ = try await Run.perform(workspace.request("2017-10"))
    try workspace.drop(head + rows("三"), as: "3.csv")
    let result = try await workspace.check("inbox/3.csv")
    let superseded = result.log.kept.filter { $0.kind.code == "intake.superseded" }
    #expect(superseded.count == 1_000)
    #expect(Set(superseded.map { $0.location?.file }) == ["3.csv"])
    #expect(result.log.counts.first { $0.key.code == "intake.superseded" }?.value == 1_100)
  }
}
