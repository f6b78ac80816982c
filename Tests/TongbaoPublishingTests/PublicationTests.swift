import Foundation
import Testing
import TongbaoModel

@testable import TongbaoPublishing

@Suite struct PublicationTests {
  private let office: SmallOffice
  private var folder: TemporaryFolder { office.folder }

  init() throws {
    office = try SmallOffice()
    try office.dropFirstSheets()
  }

  @Test func `an issue comes out with a manifest, notices, register and derived pages`() throws {
    try office.run()
    let names = try folder.tree().keys.filter { $0.hasPrefix("public/") && !$0.hasSuffix("/") }
    #expect(
      names.sorted() == [
        "public/2017-10/index.html", "public/2017-10/r1/MANIFEST.sha256",
        "public/2017-10/r1/circular.html", "public/2017-10/r1/units/a b.txt",
        "public/2017-10/r1/units/yanguan.html", "public/index.html",
        "public/notices/2017-0001.html", "public/notices/2017-0001.txt",
        "public/register.csv", "public/register.json", "public/status.json",
      ]
    )
    let manifest = try #require(folder.text("public/2017-10/r1/MANIFEST.sha256"))
    #expect(manifest.hasSuffix("  units/yanguan.html\n"))
    #expect(manifest.split(separator: "\n").count == 3)
    #expect(try Workspace(at: folder.path).damages().isEmpty)
  }

  @Test func `the same figures are not published twice`() throws {
    try office.run()
    let tree = try folder.tree()
    try office.run()
    #expect(try folder.tree() == tree)
  }

  @Test func `a withdrawn notice loses its names, and the office keeps the old bytes`() throws {
    try office.run()
    try office.run(withdrawing: "named.csv")
    #expect(folder.text("public/notices/2017-0001.html") == "已撤销")
    #expect(folder.text("internal/withdrawn/2017-0001.html") == "张三")
    #expect(try Workspace(at: folder.path).damages().isEmpty)
  }

  @Test func `publish.removed: left-overs in our folders go, foreign files elsewhere stay`() throws
  {
    try office.run()
    let leftOvers = [
      "2017-10/r1/x.html", "2017-10/r1/units/x.html", "2017-10/r1/deep/er/x.html",
      "2017-10/r2/circular.html", "2017-11/r1/circular.html", "notices/2017-0002.html",
    ]
    let foreign = ["readme.txt", "2017-10/note.txt", "notices/说明.txt", "photos/r1/a.jpg"]
    for name in leftOvers + foreign { try folder.write("x", to: "public/" + name) }
    let found = try Workspace(at: folder.path).damages()
    #expect(found.filter { $0.kind == .publishLeftOver }.count == leftOvers.count)
    #expect(found.filter { $0.kind == .publishUnknownFile }.count == foreign.count)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/public/2017-10/r1/link",
      withDestinationPath: folder.path
    )
    let diagnostics = try office.run()
    for name in leftOvers { #expect(folder.text("public/" + name) == nil) }
    for name in foreign { #expect(folder.text("public/" + name) == "x") }
    #expect(diagnostics.filter { $0.kind == .publishRemoved }.count == 7)
    let unknown = diagnostics.filter { $0.kind == .publishUnknownFile }
    #expect(unknown.count == 4)
    #expect(office.complaints() == [])
    #expect(folder.text("archive/journal.jsonl") != nil)
  }

  @Test func `publish.lost-register: without its register nothing is taken for a left-over`() throws
  {
    try office.run()
    let register = try #require(folder.text("public/register.json"))
    try FileManager.default.removeItem(atPath: folder.path + "/public/register.json")
    let failure = PublishingFailure.lostRegister(path: folder.path + "/public/register.json")
    #expect(throws: failure) { try office.run() }
    try FileManager.default.removeItem(atPath: folder.path + "/internal/register.json")
    #expect(throws: failure) { try office.run() }
    #expect(folder.text("public/2017-10/r1/circular.html") != nil)
    try folder.write(register, to: "public/register.json")
    try office.run(withdrawing: "named.csv")
    try folder.write(register, to: "public/register.json")
    #expect(throws: failure) { try office.run() }
    #expect(folder.text("public/2017-10/r2/circular.html") != nil)
    #expect(failure.diagnostic.kind == .publishLostRegister)
  }

  @Test func `publish.not-replaced: a page that somebody has open is a warning`() throws {
    try office.run()
    try folder.write("old", to: "public/index.html")
    let busy = Disk(
      faults: FaultPlan(at: 1, .failure(EBUSY), isLasting: true, concerns: { $0 == .rename })
    )
    let diagnostics = try office.run(on: busy)
    #expect(Set(diagnostics.map(\.kind)) == [.publishNotReplaced])
    #expect(folder.text("public/index.html") == "old")
    try office.run()
    #expect(folder.text("public/index.html") != "old")
  }

  @Test
  func
    `publish.unsafe-path: pages that would leave the issue are refused before anything is written`()
    throws
  {
    try office.run()
    let tree = try folder.tree()
    let workspace = try Workspace(at: folder.path)
    var publication = try Publication(of: workspace, lock: workspace.lock())
    var issue = publication.register.issues[0]
    (issue.revision, issue.number) = (2, 2)
    for paths in [["../x"], ["/x"], ["a", "A"], ["manifest.SHA256"], ["a/../../x"]] {
      let pages = paths.map { Page(path: $0, bytes: []) }
      let failure = #expect(throws: PublishingFailure.self) {
        try publication.publish(IssueProposal(issue: issue, pages: pages))
      }
      #expect(failure?.diagnostic.kind == .publishUnsafePath)
    }
    #expect(throws: PublishingFailure.unsafePath("/index.html")) {
      try publication.rebuild { _ in [Page(path: "/index.html", bytes: [])] }
    }
    #expect(throws: PublishingFailure.unsafePath("register.json")) {
      try publication.rebuild { _ in [Page(path: "register.json", bytes: [])] }
    }
    #expect(throws: PublishingFailure.unsafePath("notices/2017-0001.html")) {
      try publication.rebuild { _ in
        [Page(path: "notices/2017-0001.html", bytes: [])]
      }
    }
    #expect(try folder.tree() == tree)
  }

  @Test func `workspace.wrong-kind: a link in the public folder is not written through`() throws {
    try Workspace(at: folder.path).prepare()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/elsewhere",
      withIntermediateDirectories: false
    )
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/public/2017-10",
      withDestinationPath: folder.path + "/elsewhere"
    )
    let failure = #expect(throws: PublishingFailure.self) { try office.run() }
    #expect(failure?.diagnostic.kind == .publishLostRegister)
    try FileManager.default.removeItem(atPath: folder.path + "/public/2017-10")
    try office.run()
    try FileManager.default.removeItem(atPath: folder.path + "/public/notices")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/public/notices",
      withDestinationPath: folder.path + "/elsewhere"
    )
    let second = #expect(throws: PublishingFailure.self) { try office.run() }
    #expect(second?.diagnostic.kind == .workspaceWrongKind)
    #expect(try FileManager.default.subpathsOfDirectory(atPath: folder.path + "/elsewhere") == [])
  }

  @Test func `archive.changed, publish.missing and others: verify names each file that differs`()
    throws
  {
    try office.run()
    let workspace = try Workspace(at: folder.path)
    let sheets = try Journal(of: workspace).sheets()
    try folder.write("x", to: sheets[0].path)
    try FileManager.default.removeItem(atPath: folder.path + "/" + sheets[1].path)
    try folder.write("x", to: "public/2017-10/r1/circular.html")
    try FileManager.default.removeItem(atPath: folder.path + "/public/notices/2017-0001.txt")
    let diagnostics = try workspace.damages()
    #expect(
      diagnostics.map(\.kind) == [
        .archiveChanged, .archiveMissing, .publishChanged, .publishMissing,
      ]
    )
    #expect(diagnostics.first?.location?.file == sheets[0].path)
  }

  @Test func `publish.withheld-lost, publish.copy-differs: one byte anywhere is found and named`()
    throws
  {
    try office.run()
    try office.run(withdrawing: "named.csv")
    let workspace = try Workspace(at: folder.path)
    #expect(try workspace.damages().isEmpty)
    // The journal guards itself (`JournalTests`); index and table are made again from the register, by the pipeline.
    let others: Set<String> = [
      "archive/journal.jsonl", "public/index.html", "public/2017-10/index.html",
      "public/register.csv", "public/register.json", ".tongbao.lock",
    ]
    for (path, before) in try folder.tree() where !before.isEmpty && !others.contains(path) {
      guard !path.hasPrefix("quarantine/"), !path.hasPrefix("inbox/") else { continue }
      let file = URL(filePath: folder.path + "/" + path)
      var after = before
      after[after.count / 2] ^= 1
      try after.write(to: file)
      let found = try workspace.damages()
      let name = path.split(separator: "/").last.map(String.init) ?? ""
      #expect(found.contains { "\($0)".contains(name) }, "\(path): \(found)")
      // The next run writes the status anew, and nothing else.
      for problem in found where problem.kind == .publishCopyDiffers {
        #expect(problem.remedy(in: .chinese).contains("下次运行") == path.hasSuffix("status.json"))
      }
      try before.write(to: file)
    }
    #expect(try workspace.damages().isEmpty)
    try folder.write("x", to: "public/2017-10/r1/neu.html")
    #expect(try workspace.damages().map(\.kind) == [.publishLeftOver])
  }
}
