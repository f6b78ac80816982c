import Foundation
import Testing
import TongbaoModel
import TongbaoPublishing

@testable import TongbaoPipeline

/// What becomes of a draft between signature and release.
struct DraftTests {
  private static let october = Period.month(year: 2017, month: 10)
  private static let verified = "MKREC,2017-10-14,属实,MK意见,MK批准,2017-10-20\n"

  /// A workspace with a draft of October, dated 6 November, that names a finding.
  private func workspace() async throws -> ExampleWorkspace {
    let workspace = try ExampleWorkspace(
      settings: """
        format: tongbao.settings/1
        release: manual
        publish: [month]
        guards: {shrink: 0}
        """
    )
    let finding = NamingTests.findings[0]
    try workspace.drop(NamingTests.Finding.inspectionHead + finding.row, as: "MK检查.csv")
    try workspace.drop(NamingTests.Finding.verificationHead + Self.verified, as: "MK核实.csv")
    let report = try await Run.perform(workspace.request("2017-10", "2017-11-06"))
    #expect(report.drafts.map(\.period) == [Self.october])
    return workspace
  }

  /// Whether a public file names the person.
  private func isNamed(_ workspace: ExampleWorkspace) throws -> Bool {
    try workspace.publicTree().values.contains { $0.range(of: Data("MK责任".utf8)) != nil }
  }

  private func codes(_ report: RunReport) -> [String] {
    report.log.kept.filter { $0.kind.severity == .error }.map(\.kind.code)
  }

  @Test(arguments: ["record", "unfounded", "upheld"])
  func `draft.not-named, draft.withdrawn: what was cleared after the signature is not named`(
    cause: String
  ) async throws {
    let workspace = try await workspace()
    defer { workspace.remove() }
    let heads = (NamingTests.Finding.verificationHead, NamingTests.Finding.appealHead)
    switch cause {
    case "record":
      let done = try await Withdrawing.perform(
        WithdrawingRequest(
          workspace: workspace.path,
          subject: "MKREC",
          department: nil,
          reason: "认定有误",
          now: 1_520_000_000,
          isDryRun: false
        )
      )
      #expect(done.restated.isEmpty && done.drafts == [Self.october])
      #expect(done.text(in: .chinese).contains { $0.hasSuffix("再送签：2017-10") })
    case "unfounded": try workspace.drop(heads.0 + "MKREC,2017-11-07,失实,MK查无此事,,\n", as: "再核.csv")
    default: try workspace.drop(heads.1 + "MKREC,2017-11-07,MK理由,成立\n", as: "申诉.csv")
    }
    if cause != "record" {
      // Another period's run takes the sheet in; the draft of October is as it was signed.
      _ = try await Run.perform(workspace.request("2017-09", "2017-11-07"))
    }
    let released = try await Run.perform(workspace.release("2017-10", "2017-11-08"))
    #expect(released.refused == [Self.october] && released.exitStatus == .guardRefused)
    let expected = ["run.draft-changed", "draft.not-named"]
    #expect(codes(released) == expected + (cause == "record" ? ["draft.withdrawn"] : []))
    #expect(released.log.kept.first { $0.kind == .draftNotNamed }?.text == "MKREC")
    #expect(try !isNamed(workspace))
    let status = try #require(workspace.text("public/status.json"))
    #expect(status.contains("draft.not-named") && !status.contains("MK"))

    // A new draft, made with what is known now, comes out and names nobody.
    _ = try await Run.perform(workspace.request("2017-10", "2017-11-08"))
    let again = try await Run.perform(workspace.release("2017-10", "2017-11-08"))
    #expect(again.published.map(\.folder) == ["2017-10/r1"])
    #expect(try !isNamed(workspace))
    try await workspace.expectProof(of: 1)
  }

  /// Every file of the draft of October.
  private func files(_ workspace: ExampleWorkspace) throws -> [String: Data] {
    let folder = workspace.url.appending(path: "internal/drafts/2017-10")
    let paths = FileManager.default.subpaths(atPath: folder.path(percentEncoded: false)) ?? []
    var files: [String: Data] = [:]
    for path in paths { files[path] = try? Data(contentsOf: folder.appending(path: path)) }
    return files
  }

  @Test func `draft.renewed: an unchanged draft stays as it is, a changed one voids it`()
    async throws
  {
    let workspace = try await workspace()
    defer { workspace.remove() }
    let first = try files(workspace)
    #expect(first.keys.contains("circular.txt") && first.keys.contains("MANIFEST.sha256"))
    // A later day, and a sheet that came twice: nothing of it is in what was signed.
    try workspace.drop(NamingTests.Finding.verificationHead + Self.verified, as: "再报.csv")
    let same = try await Run.perform(workspace.request(nil, "2017-11-09"))
    let code = try #require(same.drafts.first { $0.period == Self.october }?.code)
    #expect(same.duplicates == 1 && same.log.count(of: .draftRenewed) == 0)
    #expect(try files(workspace) == first)
    #expect(first["draft.txt"].map { String(decoding: $0, as: UTF8.self).contains(code) } == true)

    let late = "X90,2017-10-19,,甲、乙、丙,海昌街道,,平安巡查,楼道堆物,一般,,,现场照片,\n"
    try workspace.drop(NamingTests.Finding.inspectionHead + late, as: "补报.csv")
    let renewed = try await Run.perform(workspace.request(nil, "2017-11-10"))
    let other = try #require(renewed.drafts.first { $0.period == Self.october }?.code)
    let said = renewed.log.kept.first { $0.kind == .draftRenewed }
    #expect(other != code && said?.facts == ["old": .text(code), "new": .text(other)])
    #expect(try files(workspace) != first)
  }

  @Test func `run.draft-code: only the draft whose code is given comes out`() async throws {
    let workspace = try await workspace()
    defer { workspace.remove() }
    let code = try #require(try Office(path: workspace.path).workspace.drafts().first?.code)
    var request = try workspace.release("2017-10", "2017-11-08")
    request.draftCode = "00000000"
    let refused = try await Run.perform(request)
    #expect(refused.exitStatus == .guardRefused && codes(refused) == ["run.draft-code"])
    let facts: [String: Fact] = ["found": .text(code), "given": "00000000"]
    #expect(refused.log.kept.first?.facts == facts)
    request.draftCode = code
    let released = try await Run.perform(request)
    #expect(released.published.map(\.code) == [code])
    #expect(try isNamed(workspace))
  }

  @Test func `a draft with a page that somebody changed does not come out`() async throws {
    let workspace = try await workspace()
    defer { workspace.remove() }
    let page = workspace.url.appending(path: "internal/drafts/2017-10/circular.html")
    let bytes = try Data(contentsOf: page)
    try (bytes + Data("x".utf8)).write(to: page)
    let refused = try await Run.perform(workspace.release("2017-10", "2017-11-08"))
    #expect(codes(refused) == ["run.draft-changed"])
    _ = try await Run.perform(workspace.request("2017-10", "2017-11-08"))
    let released = try await Run.perform(workspace.release("2017-10", "2017-11-08"))
    #expect(released.published.map(\.folder) == ["2017-10/r1"])
  }

  @Test func `a run tells once of what several of its issues mask`() async throws {
    let workspace = try await workspace()
    defer { workspace.remove() }
    let row = "X91,2017-10-19,,甲、乙、丙,海昌街道,,平安巡查,房东13812345678拒不配合,一般,,,现场照片,\n"
    try workspace.drop(NamingTests.Finding.inspectionHead + row, as: "检查.csv")
    let report = try await Run.perform(workspace.request(nil, "2017-12-06"))
    #expect(report.drafts.count > 1)
    let masked = report.log.kept.filter { $0.kind.code == "rendering.personal-data-masked" }
    #expect(masked.map(\.location?.line) == [2])
  }

  @Test func `drafts of two months come out one after the other`() async throws {
    let workspace = try await workspace()
    defer { workspace.remove() }
    _ = try await Run.perform(workspace.request("2017-11", "2017-12-06"))
    let october = try await Run.perform(workspace.release("2017-10", "2017-12-07"))
    #expect(october.published.map(\.number) == ["海考评通报〔2017〕1号"])
    let november = try await Run.perform(workspace.release("2017-11", "2017-12-07"))
    #expect(november.published.map(\.number) == ["海考评通报〔2017〕2号"])
    try await workspace.expectProof(of: 2)
  }

  @Test func `draft.dropped: a draft of what is published already goes with a notice`() async throws
  {
    let workspace = try await workspace()
    defer { workspace.remove() }
    _ = try await Run.perform(workspace.release("2017-10", "2017-11-08"))
    let late = "X90,2017-10-19,,甲、乙、丙,海昌街道,,平安巡查,楼道堆物,一般,,,现场照片,\n"
    try workspace.drop(NamingTests.Finding.inspectionHead + late, as: "补报.csv")
    let draft = try await Run.perform(workspace.request("2017-10", "2017-11-10"))
    #expect(draft.drafts.map(\.folder) == ["2017-10/r2"])
    try workspace.withdraw(.record("X90"))
    let report = try await Run.perform(workspace.request(nil, "2017-11-11"))
    #expect(report.log.kept.filter { $0.kind == .draftDropped }.map(\.text) == ["2017-10"])
    #expect(try files(workspace).isEmpty)
    let status = try #require(workspace.text("public/status.json"))
    await #expect(throws: PipelineFailure.self) {
      try await Run.perform(workspace.release("2017-10", "2017-11-12"))
    }
    // That somebody asked for what is not there is no failure that a monitor should hear of.
    #expect(workspace.text("public/status.json") == status)
  }

  @Test func `a release dated before the draft does not name whom the draft held back`()
    async throws
  {
    let workspace = try await workspace()
    defer { workspace.remove() }
    let head = NamingTests.Finding.appealHead
    try workspace.drop(head + "MKREC,2017-11-10,MK理由,成立\n", as: "申诉.csv")
    _ = try await Run.perform(workspace.request("2017-10", "2017-11-15"))
    let early = try await Run.perform(workspace.release("2017-10", "2017-11-08"))
    #expect(codes(early) == ["run.draft-changed"])
    let released = try await Run.perform(workspace.release("2017-10", "2017-11-16"))
    #expect(released.published.map(\.folder) == ["2017-10/r1"])
    #expect(try !isNamed(workspace))
  }
}

extension ExampleWorkspace {
  /// A request to run for a period on a day.
  func request(_ period: String?, _ date: String) throws -> RunRequest {
    var request = try request(period)
    request.date = try #require(CalendarDate(iso: date))
    return request
  }

  /// A request to release the draft of a period on a day.
  func release(_ period: String, _ date: String) throws -> RunRequest {
    var request = try request(period, date)
    request.isRelease = true
    return request
  }
}
