import Foundation
import Testing
import TongbaoModel
import TongbaoPublishing

@testable import TongbaoPipeline

/// The gate from sheets to bytes: what lacks a condition is in no public file, and what is withdrawn leaves them.
struct NamingTests {
  /// A finding with a marker in every text, and what follows it.
  ///
  /// Every text begins with MK, the names of the sheets too.
  struct Finding: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var evidence = "MK照片"
    var verification: String? = "MKREC,2017-10-14,属实,MK意见,MK批准,2017-10-20"
    var appeals: [String] = []
    /// Lines of `notices:` in the scheme.
    var notices = ""
    var isNamed = false

    static let inspectionHead =
      "单号,检查日期,督查组,检查人员,被检查单位,点位,考核指标,问题描述,问题等级,责任人,职务,证据类型,备注\n"
    static let verificationHead = "单号,沟通日期,属实情况,单位意见,批准人,批准日期\n"
    static let appealHead = "单号,申诉日期,申诉理由,复核结论\n"

    var row: String {
      "MKREC,2017-10-12,MK组,MK甲、MK乙、MK丙,盐官镇,MK点位,平安巡查,MK问题,突出,MK责任,MK职务,\(evidence),MK备注\n"
    }
  }

  static let findings: [Finding] = [
    Finding(testDescription: "all", isNamed: true),
    Finding(testDescription: "inadmissible", evidence: "台账"),
    Finding(
      testDescription: "unfounded",
      verification: "MKREC,2017-10-14,失实,MK意见,MK批准,2017-10-20"
    ),
    Finding(testDescription: "appeal upheld", appeals: ["MKREC,2017-10-22,MK理由,成立"]),
    Finding(testDescription: "appeal pending", appeals: ["MKREC,2017-10-22,MK理由,受理中"]),
    Finding(testDescription: "not verified", verification: nil),
    Finding(
      testDescription: "reply pending",
      verification: "MKREC,2017-10-29,属实,,MK批准,2017-10-30"
    ),
    Finding(testDescription: "not approved", verification: "MKREC,2017-10-14,属实,MK意见,,"),
    Finding(
      testDescription: "approved later",
      verification: "MKREC,2017-10-14,属实,MK意见,MK批准,2017-11-01"
    ),
    Finding(
      testDescription: "not communicated, verification not required",
      verification: nil,
      notices: "notices: {verification: optional, approval: optional}"
    ),
    Finding(
      testDescription: "not approved, verification not required",
      verification: "MKREC,2017-10-14,属实,MK意见,,",
      notices: "notices: {verification: optional}"
    ),
    Finding(
      testDescription: "unfounded, nothing required",
      verification: "MKREC,2017-10-14,失实,MK意见,,",
      notices: "notices: {verification: optional, approval: optional}"
    ),
    Finding(
      testDescription: "approval not required",
      verification: "MKREC,2017-10-14,属实,MK意见,,",
      notices: "notices: {approval: optional}",
      isNamed: true
    ),
  ]

  private func workspace(_ finding: Finding, locale: String = "zh-Hans") throws -> ExampleWorkspace
  {
    let workspace = try ExampleWorkspace(
      settings: """
        format: tongbao.settings/1
        locale: \(locale)
        publish: [month]
        guards: {shrink: 0}
        """
    )
    if !finding.notices.isEmpty {
      let scheme = workspace.url.appending(path: "schemes/2017.yaml")
      let text = try String(contentsOf: scheme, encoding: .utf8)
      try Data((text + finding.notices + "\n").utf8).write(to: scheme)
    }
    try workspace.drop(Finding.inspectionHead + finding.row, as: "MK检查.csv")
    if let row = finding.verification {
      try workspace.drop(Finding.verificationHead + row + "\n", as: "MK核实.csv")
    }
    if !finding.appeals.isEmpty {
      let rows = finding.appeals.map { $0 + "\n" }.joined()
      try workspace.drop(Finding.appealHead + rows, as: "MK申诉.csv")
    }
    return workspace
  }

  /// The public files that hold a marker, `status.json` among them.
  private func leaks(_ workspace: ExampleWorkspace) throws -> Set<String> {
    var files = try workspace.publicTree()
    files["status.json"] = workspace.text("public/status.json").map { Data($0.utf8) }
    return Set(files.filter { $0.key.contains("MK") || $0.value.contains("MK") }.keys)
  }

  @Test(arguments: findings, ["zh-Hans", "en"])
  func `only what meets every condition is in a public byte`(
    finding: Finding,
    locale: String
  ) async throws {
    let workspace = try workspace(finding, locale: locale)
    defer { workspace.remove() }
    let report = try await Run.perform(workspace.request("2017-10"))
    #expect(report.published.map(\.folder) == ["2017-10/r1"])
    var year = try workspace.request("2017")
    year.undecided = .restore
    let isLasting = !["reply pending", "approved later"].contains(finding.testDescription)
    if isLasting { #expect(try await Run.perform(year).published.map(\.folder) == ["2017/r1"]) }
    let leaks = try leaks(workspace)
    if finding.isNamed {
      #expect(leaks.contains("2017-10/r1/circular.html"))
      let naming = leaks.filter { path in
        workspace.text("public/" + path).map { Self.names(in: $0) } == true
      }
      #expect(naming == ["notices/2018-0001.html", "notices/2018-0001.txt"], "\(naming)")
    } else {
      #expect(leaks == [], "\(leaks)")
    }
    // The office sees it all the same.
    let inside = workspace.text("internal/2017-10/scores.json") ?? ""
    #expect(inside.contains("MKREC"))
  }

  @Test(arguments: ["zh-Hans", "en"], ["unfounded", "upheld", "record", "sheet"])
  func `a notice that is withdrawn leaves every file but the old revision`(
    locale: String,
    cause: String
  ) async throws {
    let workspace = try workspace(Self.findings[0], locale: locale)
    defer { workspace.remove() }
    _ = try await Run.perform(workspace.request("2017-10"))
    let first = try workspace.publicTree()
    let page = try #require(first["notices/2018-0001.html"])
    #expect(Self.names(in: String(decoding: page, as: UTF8.self)))
    switch cause {
    case "unfounded":
      try workspace.drop(
        Finding.verificationHead + "MKREC,2017-11-10,失实,MK查无此事,,\n",
        as: "MK再核.csv"
      )
      _ = try await Run.perform(workspace.request("2017-11"))
    case "upheld":
      try workspace.drop(Finding.appealHead + "MKREC,2017-11-10,MK理由,成立\n", as: "MK申诉.csv")
      _ = try await Run.perform(workspace.request("2017-11"))
    default:
      try workspace.withdraw(cause == "record" ? .record("MKREC") : .sheet("MK检查.csv"))
      // Nobody asks for the period: what the journal retracts is looked for.
      let report = try await Run.perform(workspace.request(nil))
      #expect(report.published.map(\.folder).contains("2017-10/r2"))
      #expect(!report.unchanged.contains(.month(year: 2017, month: 9)))
    }
    let tree = try workspace.publicTree()
    for (path, bytes) in first where path.hasPrefix("2017-10/r1/") { #expect(tree[path] == bytes) }
    let leaks = try leaks(workspace).filter { !$0.hasPrefix("2017-10/r1/") }
    #expect(leaks == [], "\(leaks)")
    let notice = try #require(workspace.text("public/notices/2018-0001.txt"))
    #expect(notice.contains(locale == "en" ? "withdrawn" : "已撤销"))
    #expect(!notice.contains("盐官镇"))
    let kept = workspace.url.appending(path: "internal/withdrawn/2018-0001.html")
    #expect(try Data(contentsOf: kept) == page)
    let register = try #require(workspace.text("public/register.json"))
    #expect(register.contains("\"what\": \"withdrawn\""))
    if locale == "zh-Hans", ["unfounded", "upheld"].contains(cause) {
      let circular = try #require(workspace.text("public/2017-11/r1/circular.txt"))
        .filter { !$0.isWhitespace }
      #expect(circular.contains("撤销实名通报1件（2018-0001）"))
      try expectAgreement(workspace, circular)
    }
    // A late sheet restates October: as of its end the finding stood, and is not named again.
    let late = "X90,2017-10-19,,甲、乙、丙,海昌街道,,平安巡查,楼道堆物,一般,,,现场照片,\n"
    try workspace.drop(Finding.inspectionHead + late, as: "补报.csv")
    _ = try await Run.perform(workspace.request("2017-10"))
    #expect(try self.leaks(workspace).filter { !$0.hasPrefix("2017-10/r1/") } == [])
    #expect(workspace.text("public/notices/2018-0001.txt") == notice)
    try await workspace.expectProof()
  }

  /// Whether a page names the person; English pages mark what is Chinese.
  private static func names(in page: String) -> Bool {
    page.replacing(/<\/?span[^>]*>/, with: "").contains("MK责任")
  }

  /// The circular's count, its list and the index of notices agree.
  private func expectAgreement(_ workspace: ExampleWorkspace, _ circular: String) throws {
    // Where nothing is left to list, the circular says nothing of the year.
    let count = circular.firstMatch(of: /本年度累计实名通报(\d+)件/).flatMap { Int($0.output.1) } ?? 0
    let page = try #require(workspace.text("public/2017-11/r1/circular.html"))
    let list = page.firstRange(of: "<caption>本年度实名通报</caption>").map { page[$0.upperBound...] }
    let table = (list ?? "").prefix { $0 != "\u{0}" }
    let end = table.firstRange(of: "</table>")?.lowerBound ?? table.endIndex
    #expect(table[..<end].ranges(of: "notices/2018-").count == count)
    let index = try #require(workspace.text("public/index.html"))
    #expect(index.ranges(of: "<td class=\"k\">已公布</td>").count == count)
    #expect(index.ranges(of: "<td class=\"k\">已撤销</td>").count == 1)
  }

  @Test func `an appeal suspends a notice, and its rejection brings it back`() async throws {
    let workspace = try workspace(Self.findings[0])
    defer { workspace.remove() }
    _ = try await Run.perform(workspace.request("2017-10"))
    let page = try #require(workspace.text("public/notices/2018-0001.html"))
    try workspace.drop(
      Finding.appealHead + "MKREC,2017-11-10,MK理由,受理中\nMKREC,2017-12-05,MK理由,不成立\n",
      as: "MK申诉.csv"
    )
    _ = try await Run.perform(workspace.request("2017-11"))
    #expect(try leaks(workspace).filter { !$0.hasPrefix("2017-10/r1/") } == [])
    let suspended = try #require(workspace.text("public/notices/2018-0001.txt"))
    #expect(suspended.contains("暂停公布") && !suspended.contains("已撤销"))
    #expect(workspace.text("public/index.html")?.contains("暂停公布") == true)

    _ = try await Run.perform(workspace.request("2017-12"))
    let restored = try #require(workspace.text("public/notices/2018-0001.html"))
    #expect(Self.names(in: restored))
    #expect(workspace.text("internal/withdrawn/2018-0001.html") == page)
    let circular = try #require(workspace.text("public/2017-12/r1/circular.txt"))
      .filter { !$0.isWhitespace }
    // It came out in October: back, but not new.
    #expect(circular.contains("本期没有新增实名通报"))
    let register = try #require(workspace.text("public/register.json"))
    #expect(register.contains("\"what\": \"suspended\""))
    #expect(register.contains("\"what\": \"restored\""))
    try await workspace.expectProof(of: 3)
  }

  @Test func `a guard says in public neither record nor number`() async throws {
    let workspace = try ExampleWorkspace()
    defer { workspace.remove() }
    let scheme = workspace.url.appending(path: "schemes/2017.yaml")
    let text = try String(contentsOf: scheme, encoding: .utf8)
    try Data(text.replacing("海宁市督查考评室", with: "督查考评室13812345678").utf8).write(to: scheme)
    let finding = Finding(testDescription: "", verification: nil)
    try workspace.drop(
      Finding.inspectionHead + finding.row.replacing("MK问题", with: "电话13812345678"),
      as: "MK检查.csv"
    )
    let report = try await Run.perform(workspace.request("2017-10"))
    #expect(report.log.counts.keys.contains { $0.code == "guard.personal-data" })
    let status = try #require(workspace.text("public/status.json"))
    #expect(status.contains("138****5678") && !status.contains("MK"))
    #expect(!status.contains("13812345678"))
  }
}

extension ExampleWorkspace {
  /// What is withdrawn by the journal.
  enum Matter {
    case record(String)
    case sheet(String)
  }

  /// Retracts a record or a sheet, as the office does.
  func withdraw(_ matter: Matter) throws {
    let workspace = try Workspace(at: path)
    let lock = try workspace.lock()
    var archive = try Archive(of: workspace, lock: lock)
    let time = Timestamp(seconds: 1_520_000_000)
    switch matter {
    case .record(let record):
      try archive.withdraw(record: record, department: nil, reason: "误录", at: time)
    case .sheet(let name):
      let sheet = try #require(archive.journal.sheets(named: name).first)
      try archive.withdraw(sheet, reason: "误报", at: time)
    }
    withExtendedLifetime(lock) {}
  }
}

extension Data {
  /// Whether the bytes of a text stand in the data.
  fileprivate func contains(_ text: String) -> Bool { range(of: Data(text.utf8)) != nil }
}
