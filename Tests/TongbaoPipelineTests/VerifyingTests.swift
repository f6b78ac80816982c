import Foundation
import Testing
import TongbaoFormats
import TongbaoModel
import TongbaoPublishing

@testable import TongbaoPipeline

/// What is published can be proved, and whatever was altered since is found and named.
struct VerifyingTests {
  /// October published, corrected by a late sheet, and the year closed over an undecided deduction.
  private func published() async throws -> ExampleWorkspace {
    let workspace = try ExampleWorkspace(
      settings: "format: tongbao.settings/1\nguards: {shrink: 0}\n"
    )
    _ = try await Run.perform(workspace.request("2017-10"))
    try workspace.drop(
      """
      单号,检查日期,检查人员,被检查单位,考核指标,问题描述,问题等级
      X90,2017-10-19,甲、乙、丙,海昌街道,平安巡查,楼道堆物,一般
      X77,2017-12-19,甲、乙、丙,海昌街道,平安巡查,消防通道堵塞,突出

      """,
      as: "补报.csv"
    )
    _ = try await Run.perform(workspace.request("2017-10"))
    var year = try workspace.request("2017")
    year.undecided = .restore
    _ = try await Run.perform(year)
    return workspace
  }

  private func alter(
    _ workspace: ExampleWorkspace,
    _ path: String,
    _ part: String,
    _ other: String
  )
    throws
  {
    let text = try #require(workspace.text(path))
    let changed = text.replacing(part, with: other, maxReplacements: 1)
    #expect(changed != text)
    try Data(changed.utf8).write(to: workspace.url.appending(path: path))
  }

  private func digest(_ workspace: ExampleWorkspace, _ path: String) throws -> String {
    let bytes = try Data(contentsOf: workspace.url.appending(path: path))
    return ContentDigest(of: Array(bytes)).hex
  }

  @Test func `a year that was closed stays closed when it is corrected`() async throws {
    let workspace = try await published()
    defer { workspace.remove() }
    try workspace.drop(
      """
      单号,检查日期,检查人员,被检查单位,考核指标,问题描述,问题等级
      X92,2017-12-20,甲、乙、丙,海昌街道,平安巡查,楼道堆物,一般

      """,
      as: "再补报.csv"
    )
    let report = try await Run.perform(workspace.request("2017"))
    #expect(report.published.map(\.folder) == ["2017/r2"])
    #expect(report.log.counts.keys.contains { $0.code == "run.closed-as-before" })
    let correction = try #require(workspace.text("public/2017/r2/correction.txt"))
    #expect(correction.contains("X92") && !correction.contains("处理方式"))
    try await workspace.expectProof(of: 4)

    var otherwise = try workspace.request("2017")
    otherwise.undecided = .confirm
    #expect(try await Run.perform(otherwise).published.map(\.folder) == ["2017/r3"])
    let again = try #require(workspace.text("public/2017/r3/correction.txt"))
    #expect(again.filter { !$0.isWhitespace }.contains("处理方式作了调整"))
    try await workspace.expectProof(of: 5)
  }

  @Test func `every issue is made again byte for byte, whatever the settings are by now`()
    async throws
  {
    let workspace = try await published()
    defer { workspace.remove() }
    try await workspace.expectProof(of: 3)
    let register = try #require(workspace.text("public/register.json"))
    #expect(register.contains("\"undecided\": \"restore\""))
    // Rules, settings and templates of the time are kept with the sheets.
    try alter(workspace, "schemes/2017.yaml", "points: 0.5,", "points: 0.6,")
    let proof = try await workspace.verify()
    #expect(proof.isWhole)
    #expect(proof.text(in: .chinese).last == "全部一致：存档 7 份，已发布 3 期")
  }

  @Test func `verify.differs: a forged number is named though every digest was made to fit`()
    async throws
  {
    let workspace = try await published()
    defer { workspace.remove() }
    let scores = "public/2017-10/r2/scores.json"
    let manifest = "public/2017-10/r2/MANIFEST.sha256"
    let before = try (digest(workspace, scores), digest(workspace, manifest))
    let text = try #require(workspace.text(scores))
    let total = try #require(text.firstMatch(of: /"total": ([0-9.]+)/)).output.1
    try alter(workspace, scores, "\"total\": \(total)", "\"total\": 12.5")
    try alter(workspace, manifest, before.0, digest(workspace, scores))
    for register in ["public/register.json", "internal/register.json"] {
      try alter(workspace, register, before.0, digest(workspace, scores))
      let text = try #require(workspace.text(register))
      try Data(
        text.replacing(before.0, with: try digest(workspace, scores))
          .replacing(before.1, with: try digest(workspace, manifest)).utf8
      )
      .write(to: workspace.url.appending(path: register))
    }
    let proof = try await workspace.verify()
    let first = try #require(proof.log.kept.first)
    #expect(first.kind == .verifyDiffers && first.location?.file == scores)
    #expect(first.text?.hasSuffix("].period.total") == true, "\(first)")
    #expect(first.facts["published"] == "12.5" && first.facts["made"] == .text(String(total)))
    #expect(proof.proofs.map(\.outcome) == [.identical, .different, .identical])
  }

  @Test func `a sheet altered together with its digest changes a number that is named`()
    async throws
  {
    let workspace = try await published()
    defer { workspace.remove() }
    let archive = workspace.path + "/archive/2017/"
    let names = try FileManager.default.contentsOfDirectory(atPath: archive)
    let sheet = "archive/2017/" + (try #require(names.first { $0.hasSuffix("-inspections.csv") }))
    let before = try digest(workspace, sheet)
    try alter(workspace, sheet, ",突出", ",一般")
    let damaged = try await workspace.verify()
    #expect(damaged.log.kept.first?.kind.code == "archive.changed")
    #expect(damaged.log.kept.first?.location?.file == sheet)
    let found = damaged.log.kept.filter { $0.kind == .verifyDiffers }
    #expect(found.first?.location?.file == "public/2017-10/r1/scores.json")
    #expect(damaged.text(in: .english).contains { $0.contains("DIFFERS") })
    #expect(before != (try digest(workspace, sheet)))
  }

  @Test func `verify.other-program: of another version's issues the figures are compared`()
    async throws
  {
    let workspace = try await published()
    defer { workspace.remove() }
    // A page that another version made differently is its own affair; the register names the altered bytes.
    let other = try await workspace.verify(program: "other")
    #expect(other.isWhole && other.proofs.allSatisfy { $0.outcome == .figures })
    #expect(other.log.count(of: .verifyOtherProgram) == 4)
    let scores = "public/2017-10/r1/scores.json"
    try alter(workspace, scores, "\"rank\": 1", "\"rank\": 2")
    let altered = try await workspace.verify(program: "other")
    let found = altered.log.kept.filter { $0.kind == .verifyDiffers }
    #expect(found.map(\.location?.file) == [scores])
    #expect(found.first?.text?.hasSuffix(".rank") == true)
  }

  @Test func `verify.derived: an index page that was altered is named with the line`() async throws
  {
    let workspace = try await published()
    defer { workspace.remove() }
    for path in ["public/index.html", "public/2017-10/index.html", "public/register.csv"] {
      let bytes = try Data(contentsOf: workspace.url.appending(path: path))
      try (bytes + Data("x".utf8)).write(to: workspace.url.appending(path: path))
      let log = try await workspace.verify().log
      #expect(log.kept.map(\.kind) == [.verifyDerived])
      #expect(log.kept.first?.location?.file == path)
      let lines = bytes.count { $0 == 0x0A } + 1
      let message = log.kept.first?.message(in: .chinese) ?? ""
      #expect(message.hasSuffix("最先不同之处为 第\(lines)行：现为 x，应为 （无）"), "\(message)")
      try bytes.write(to: workspace.url.appending(path: path))
    }
    try await workspace.expectProof(of: 3)
  }

  @Test func `a status that is damaged is told without an empty version`() async throws {
    let workspace = try await published()
    defer { workspace.remove() }
    for path in ["public/status.json", "internal/status.json"] {
      try Data("{".utf8).write(to: workspace.url.appending(path: path))
    }
    let told = try await workspace.verify().log.kept.first { $0.kind == .verifyOtherProgram }
    #expect(told?.message(in: .chinese).contains("由版本 （不详） 生成") == true)
  }

  @Test func `verify.entry-differs: an entry of the register that does not fit is named`()
    async throws
  {
    let workspace = try await published()
    defer { workspace.remove() }
    for register in ["public/register.json", "internal/register.json"] {
      try alter(workspace, register, "\"title\": \"", "\"title\": \"新")
      // The index shows the title too, and is made to fit.
      try? FileManager.default.removeItem(at: workspace.url.appending(path: "public/status.json"))
      try? FileManager.default.removeItem(at: workspace.url.appending(path: "internal/status.json"))
    }
    let proof = try await workspace.verify()
    #expect(
      proof.log.kept.filter { $0.kind.severity == .error }.map(\.kind) == [.verifyEntryDiffers]
    )
    #expect(proof.log.kept.last?.text == "2017-10/r1")
  }

  @Test func `verify.not-made: without its rules an issue cannot be proved`()
    async throws
  {
    let workspace = try await published()
    defer { workspace.remove() }
    let register = try #require(workspace.text("public/register.json"))
    let scheme = try #require(register.firstMatch(of: /"scheme": "([0-9a-f]+)"/)).output.1
    try FileManager.default.removeItem(at: workspace.url.appending(path: "archive/rules/\(scheme)"))
    let proof = try await workspace.verify()
    #expect(proof.log.kept.first?.kind.code == "archive.digest-mismatch")
    #expect(proof.log.count(of: .verifyNotMade) == 3)
    #expect(proof.proofs.allSatisfy { $0.outcome == .different })
  }

  @Test func `verify.file-differs: a file that is gone is named`() async throws {
    let workspace = try await published()
    defer { workspace.remove() }
    let scores = workspace.url.appending(path: "public/2017-10/r1/scores.json")
    try FileManager.default.removeItem(at: scores)
    let kinds = try await workspace.verify(program: "other").log.kept
      .filter { $0.location?.file == "public/2017-10/r1/scores.json" }.map(\.kind.code)
    #expect(kinds == ["publish.missing", "verify.file-differs"])
  }

  @Test func `nothing published is nothing to prove`() async throws {
    let workspace = try ExampleWorkspace()
    defer { workspace.remove() }
    let proof = try await workspace.verify()
    #expect(proof.isWhole && proof.proofs.isEmpty)
    #expect(proof.text(in: .chinese) == ["尚未发布任何通报"])
    _ = try await Run.perform(workspace.request("2017-10"))
    try FileManager.default.removeItem(at: workspace.url.appending(path: "public"))
    await #expect(throws: PipelineFailure.self) { try await workspace.verify() }
  }

  @Test(arguments: [
    (
      #"{"a": [{"id": "x", "n": 1.5}]}"#, #"{"a": [{"id": "x", "n": 1.6}]}"#, "a[x].n", "1.5", "1.6"
    ),
    (#"{"a": [1, 2]}"#, #"{"a": [1]}"#, "a[1]", "2", "—"),
    (#"{"a": [1]}"#, #"{"a": [1, 2]}"#, "a[1]", "—", "2"),
    (#"{"a": 1}"#, #"{"b": 1}"#, "a", "1", "—"),
    ("一\n二三\n", "一\n二四\n", "2", "二三", "二四"),
    ("一\n", "一", "2", "", "—"),
  ])
  func `the first difference has a place`(
    before: String,
    after: String,
    place: String,
    one: String,
    other: String
  ) {
    let found = FirstDifference.between(Array(before.utf8), Array(after.utf8))
    #expect(found?.place == place && found?.before == one && found?.after == other)
    #expect(FirstDifference.between(Array(before.utf8), Array(before.utf8)) == nil)
  }

  @Test func `what another version adds is no difference`() throws {
    let (old, new) = (
      try JSONValue(parsing: #"{"a": 1}"#), try JSONValue(parsing: #"{"a": 1, "b": 2}"#)
    )
    #expect(FirstDifference.between(old, new) == nil)
    #expect(FirstDifference.between(new, old)?.place == "b")
  }
}
