import Foundation
import Testing
import TongbaoModel

@testable import TongbaoPublishing

@Suite struct WorkspaceTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func `missing folders are made, one that is a link to a share is used`() throws {
    let share = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/public",
      withDestinationPath: share.path
    )
    try Workspace(at: folder.path).prepare()
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.sorted() == ["archive", "inbox", "internal", "public", "quarantine"])
    #expect(try Workspace(at: folder.path).folder(.public).names().isEmpty)
  }

  @Test func `workspace.locked: a second run is refused until the first ends`() throws {
    let workspace = try Workspace(at: folder.path)
    do {
      let lock = try workspace.lock()
      let failure = #expect(throws: PublishingFailure.self) { try workspace.lock() }
      #expect(failure == .locked(path: folder.path + "/.tongbao.lock"))
      #expect(failure?.diagnostic.kind == .workspaceLocked)
      withExtendedLifetime(lock) {}
    }
    _ = try workspace.lock()
  }

  @Test(arguments: [ENOSPC, EACCES, EROFS, EDQUOT, EIO, 9999])
  func `workspace.disk: a failure says what the disk said`(_ code: Int32) {
    let failure = DiskFailure(operation: .write, path: "a", code: code)
    let diagnostic = PublishingFailure.disk(failure).diagnostic
    #expect(diagnostic.kind == .workspaceDisk)
    for language in Language.allCases {
      let message = diagnostic.message(in: language)
      #expect(message.contains(failure.cause[language]))
      #expect(!message.contains("{"))
    }
  }

  @Test func `codes are unique`() {
    let codes = DiagnosticKind.publishingKinds.map(\.code)
    #expect(Set(codes).count == codes.count)
  }

  @Test func `a folder that the user names gets whole files`() throws {
    let out = folder.path + "/a/b"
    try Atomic.write([("x/y.html", [1]), ("z.txt", [2])], below: out)
    try Atomic.write([("x/y.html", [3])], below: out + "/")
    #expect(try folder.tree()["a/b/x/y.html"] == Data([3]))
    #expect(try folder.tree().keys.filter { $0.hasSuffix(".part") }.isEmpty)
    #expect(throws: PublishingFailure.unsafePath("../x")) {
      try Atomic.write([("../x", [])], below: out)
    }
    try FileManager.default.createSymbolicLink(
      atPath: out + "/link",
      withDestinationPath: folder.path
    )
    #expect(throws: PublishingFailure.wrongKind(path: out + "/link")) {
      try Atomic.write([("link/x", [])], below: out)
    }
    try FileManager.default.removeItem(atPath: out + "/z.txt")
    try FileManager.default.createSymbolicLink(
      atPath: out + "/z.txt",
      withDestinationPath: folder.path + "/target"
    )
    try Atomic.write([("z.txt", [4])], below: out)
    #expect(folder.text("target") == nil)
  }

  @Test(arguments: [DiskOperation.write, .sync])
  func `a disk that fails before all files are written leaves the old ones`(
    operation: DiskOperation
  ) throws {
    let out = folder.path + "/out"
    try Atomic.write([("a.html", [1]), ("b.html", [1])], below: out)
    let full = Disk(faults: FaultPlan(at: 2, .failure(ENOSPC), concerns: { $0 == operation }))
    #expect(throws: PublishingFailure.self) {
      try Atomic.write([("a.html", [2]), ("b.html", [2]), ("c.html", [2])], below: out, disk: full)
    }
    let tree = try folder.tree()
    #expect(tree == ["out/": Data(), "out/a.html": Data([1]), "out/b.html": Data([1])])
  }

  @Test func `a file that holds the same bytes is left alone, a link to such a file is not`() throws
  {
    let out = folder.path + "/out"
    try Atomic.write([("a.html", [1, 2]), ("b.html", [1])], below: out)
    try FileManager.default.createSymbolicLink(
      atPath: out + "/c.html",
      withDestinationPath: "a.html"
    )
    let created = FaultPlan(concerns: { $0 == .create })
    try Atomic.write(
      [("a.html", [1, 2]), ("b.html", [2]), ("c.html", [1, 2])],
      below: out,
      disk: Disk(faults: created)
    )
    #expect(created.performed == 2)
    let link = try FileManager.default.attributesOfItem(atPath: out + "/c.html")[.type]
    #expect(link as? FileAttributeType == .typeRegular)
    let tree = try folder.tree()
    #expect(tree["out/a.html"] == Data([1, 2]))
    #expect(tree["out/b.html"] == Data([2]))
    // A run before this one may have died before it waited for the names.
    let synced = FaultPlan(concerns: { $0 == .sync })
    try Atomic.write([("a.html", [1, 2])], below: out, disk: Disk(faults: synced))
    #expect(synced.performed > 0)
  }

  @Test func `a folder in the place of a file leaves all files as they were`() throws {
    let out = folder.path + "/out"
    try Atomic.write([("a.html", [1]), ("c.html", [1])], below: out)
    try FileManager.default.createDirectory(
      atPath: out + "/b.html",
      withIntermediateDirectories: false
    )
    let failure = #expect(throws: PublishingFailure.self) {
      try Atomic.write([("a.html", [2]), ("b.html", [2]), ("c.html", [2])], below: out)
    }
    #expect(failure == .wrongKind(path: out + "/b.html"))
    #expect(try folder.tree()["out/a.html"] == Data([1]))
  }

  @Test(arguments: [DiskOperation.create, .write, .sync], [1, 40, 150, 299])
  func `many files are written on every core, all of them or none`(
    operation: DiskOperation,
    turn: Int
  ) throws {
    let out = folder.path + "/out"
    func files(_ byte: UInt8) -> [(path: String, bytes: [UInt8])] {
      (0..<300).map { ("\($0 % 3)/\($0).html", [byte, UInt8($0 % 256)]) }
    }
    try Atomic.write(files(1), below: out)
    let before = try folder.tree()
    #expect(before.values.count { $0.first == 1 } == 300)
    for isLasting in [false, true] {
      let full = FaultPlan(
        at: turn,
        .failure(ENOSPC),
        isLasting: isLasting,
        concerns: { $0 == operation }
      )
      #expect(throws: PublishingFailure.self) {
        try Atomic.write(files(2), below: out, disk: Disk(faults: full))
      }
      #expect(try folder.tree() == before)
    }
    try Atomic.write(files(2), below: out)
    #expect(try folder.tree().values.count { $0.first == 2 } == 300)
  }

  @Test func `a draft waits with what it depends on, and goes when it is out`() throws {
    let workspace = try Workspace(at: folder.path)
    try workspace.prepare()
    let office = try OfficePages(of: workspace, lock: workspace.lock())
    let digest = ContentDigest(of: [])
    let period = Period.month(year: 2017, month: 11)
    let basis = Basis(
      journal: 3,
      asOf: CalendarDate(dayNumber: 17_500),
      scheme: digest,
      settings: digest,
      templates: digest,
      program: "1"
    )
    let note = Page(path: "draft.txt", audience: .internal, bytes: [2])
    func draft(_ pages: [Page]) -> Draft {
      Draft(
        period: period,
        basis: basis,
        date: CalendarDate(dayNumber: 17_510),
        content: digest,
        named: [NamedFinding(key: "k", record: "1", unit: "盐官镇")],
        pages: pages
      )
    }
    let old = [Page(path: "old.html", bytes: [])]
    let pages = [Page(path: "units/x.html", audience: .internal, bytes: [1])]
    try office.writeDraft(draft(old), pages: old, note: note)
    try office.writeDraft(draft(pages), pages: pages, note: note)
    let draft = draft(pages)
    #expect(try office.holds(pages, asDraftOf: period) && !office.holds(old, asDraftOf: period))
    let manifest = try #require(folder.text("internal/drafts/2017-11/MANIFEST.sha256"))
    #expect(ContentDigest(of: Array(manifest.utf8)).hex.hasPrefix(draft.code))
    #expect(try office.draft(of: period) == draft)
    #expect(folder.text("internal/drafts/2017-11/old.html") == nil)
    #expect(folder.text("internal/drafts/2017-11/units/x.html") != nil)
    #expect(try office.removeDraft(of: period))
    #expect(try !office.removeDraft(of: period))
    #expect(try office.draft(of: period) == nil)
  }
}
