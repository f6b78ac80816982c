import Foundation
import Testing
import TongbaoModel

@testable import TongbaoPublishing

@Suite struct ArchiveTests {
  private let office: SmallOffice
  private var folder: TemporaryFolder { office.folder }

  init() throws {
    office = try SmallOffice()
  }

  private func open(_ disk: Disk = Disk()) throws -> Archive {
    let workspace = try Workspace(at: folder.path, disk: disk)
    try workspace.prepare()
    return try Archive(of: workspace, lock: workspace.lock())
  }

  private func receiveAll(_ archive: inout Archive) throws -> [Reception] {
    let inbox = try Inbox(of: archive.workspace, now: SmallOffice.time, settle: 0)
    return try inbox.ready.map { try archive.receive($0) }
  }

  @Test func `a sheet is kept under its digest and leaves the inbox`() throws {
    try folder.write("abc", to: "inbox/综治办.csv")
    try office.run()
    #expect(folder.text("archive/2017/ba7816bf8f01-综治办.csv") == "abc")
    #expect(folder.text("inbox/综治办.csv") == nil)
    #expect(
      folder.text("archive/journal.jsonl") == """
        {"sequence":1,"time":"2017-11-30T00:00:00Z","what":"sheet","name":"综治办.csv",\
        "modified":"2017-07-14T02:40:00Z","size":3,\
        "sha256":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",\
        "path":"archive/2017/ba7816bf8f01-综治办.csv","seal":"38370223b5022fc7"}

        """
    )
  }

  @Test
  func `inbox.held-open: a file that a program holds open for writing waits until it is closed`()
    throws
  {
    try folder.write("abc", to: "inbox/综治办.csv")
    var archive = try open()
    let writer = try #require(FileHandle(forUpdatingAtPath: folder.path + "/inbox/综治办.csv"))
    guard MountTable.current.knowsWriters(at: folder.path) else { return }
    #expect(try receiveAll(&archive) == [.heldOpen])
    try archive.commit()
    try writer.seekToEnd()
    try writer.write(contentsOf: Data("def".utf8))
    try writer.close()
    let sizes = try receiveAll(&archive)
      .map { reception in
        if case .new(let sheet) = reception { sheet.file.status.size } else { Int64(0) }
      }
    #expect(sizes == [6])
  }

  @Test func `inbox.duplicate: the same bytes count once, whatever their name`() throws {
    try office.dropFirstSheets()
    try office.run()
    let archive = try open()
    #expect(
      archive.journal.entries.map(\.event) == [
        .sheet, .duplicate, .quarantined, .sheet, .sheet,
      ]
    )
    #expect(archive.journal.entries[1].original == 1)
    let note = Diagnostic.duplicate("a.csv", of: archive.journal.sheets()[0])
    #expect(note.message(in: .english).contains("“a-again.csv”"))
  }

  @Test func `a withdrawn sheet that comes again counts again`() throws {
    try office.dropFirstSheets()
    try office.run(withdrawing: "named.csv")
    try office.dropFirstSheets()
    try office.run()
    let sheets = try open().journal.sheets()
    #expect(sheets.map(\.name) == ["a-again.csv", "rows.csv", "named.csv"])
    #expect(
      sheets.last?.path == "archive/2017/" + ContentDigest(of: Array("乙".utf8)).short + "-named.csv"
    )
  }

  @Test func `what was true at an earlier position can be told later`() throws {
    try office.dropFirstSheets()
    try office.run(withdrawing: "named.csv")
    var archive = try open()
    try archive.withdraw(
      record: "X1",
      department: "zongzhi",
      reason: "误录",
      at: SmallOffice.time
    )
    let journal = archive.journal
    #expect(journal.sheets(upTo: 5).map(\.name) == ["a-again.csv", "named.csv", "rows.csv"])
    #expect(journal.sheets().map(\.name) == ["a-again.csv", "rows.csv"])
    #expect(journal.withdrawnRecords(upTo: 6) == [])
    #expect(journal.withdrawnRecords().map(\.record) == ["X1"])
    #expect(try Journal(of: archive.workspace).entries == journal.entries)
  }

  @Test func `archive.not-in-journal: a sheet is withdrawn once`() throws {
    try office.dropFirstSheets()
    try office.run()
    var archive = try open()
    let sheet = archive.journal.sheets()[0]
    try archive.withdraw(sheet, reason: "误报", at: SmallOffice.time)
    #expect(throws: PublishingFailure.notInJournal(sheet.name)) {
      try archive.withdraw(sheet, reason: "误报", at: SmallOffice.time)
    }
    let again = PublishingFailure.notInJournal("a").diagnostic
    #expect(again.kind == .archiveNotInJournal)
  }

  @Test func `a foreign file under the same twelve digits is left alone`() throws {
    let digest = ContentDigest(of: Array("abc".utf8))
    try folder.write("other", to: "archive/2017/\(digest.short)-a.csv")
    try folder.write("abc", to: "inbox/a.csv")
    try office.run()
    #expect(folder.text("archive/2017/\(digest.short)-a.csv") == "other")
    #expect(folder.text("archive/2017/\(digest.hex.prefix(20))-a.csv") == "abc")
  }

  @Test func `a file that grows while it is copied waits`() throws {
    try folder.write("abc", to: "inbox/a.csv")
    let folder = folder
    let plan = FaultPlan(watch: { operation in
      if operation == .read { try? folder.write("abcd", to: "inbox/a.csv", at: 1_600_000_000) }
    })
    var archive = try open(Disk(faults: plan))
    #expect(try receiveAll(&archive) == [.waiting])
    #expect(folder.text("inbox/a.csv") == "abcd")
  }

  @Test func `inbox.unreadable: a file that cannot be read stays, and the others go on`() throws {
    try folder.write("abc", to: "inbox/a.csv")
    try folder.write("def", to: "inbox/b.csv")
    let plan = FaultPlan(
      at: 1,
      .failure(EACCES),
      concerns: { $0 == .read },
      isAbout: { $0.hasSuffix("/a.csv") }
    )
    var archive = try open(Disk(faults: plan))
    let receptions = try receiveAll(&archive)
    guard case .unreadable(let failure) = receptions[0], case .new = receptions[1] else {
      Issue.record("\(receptions)")
      return
    }
    let file = try Inbox(of: archive.workspace, now: SmallOffice.time, settle: 0).ready[0]
    let diagnostic = Diagnostic.unreadable(file, failure)
    #expect(diagnostic.kind == .inboxUnreadable)
    #expect(diagnostic.message(in: .english).contains("permission denied"))
  }

  @Test func `inbox.not-removed: a file that cannot be removed counts once`() throws {
    try folder.write("abc", to: "inbox/a.csv")
    let stuck = Disk(
      faults: FaultPlan(
        at: 1,
        .failure(EACCES),
        isLasting: true,
        concerns: { $0 == .remove },
        isAbout: { $0.contains("/inbox/") }
      )
    )
    let diagnostics = try office.run(on: stuck)
    #expect(diagnostics.map(\.kind).first == .inboxNotRemoved)
    #expect(folder.text("inbox/a.csv") == "abc")
    // Tried on opening and again when it is received, told once.
    let again = try office.run(on: stuck)
    #expect(again.map(\.kind).filter { $0 == .inboxNotRemoved }.count == 1)
    try office.run()
    #expect(folder.text("inbox/a.csv") == nil)
    #expect(try Journal(of: Workspace(at: folder.path)).entries.count == 1)
  }

  @Test func `many sheets wait for the disk together`() throws {
    for number in 1...40 { try folder.write("\(number)", to: "inbox/\(number).csv") }
    let plan = FaultPlan(
      concerns: { $0 == .sync },
      isAbout: { $0.hasSuffix("/journal.jsonl") || $0.hasSuffix("/2017") }
    )
    try office.run(on: Disk(faults: plan))
    #expect(plan.performed == 2)
    #expect(try Journal(of: Workspace(at: folder.path)).entries.count == 40)
  }

  @Test func `sheets that a stopped run left in the inbox do not come back after a withdrawal`()
    throws
  {
    try office.dropFirstSheets()
    let plan = FaultPlan(
      at: 1,
      .kill,
      concerns: { $0 == .remove },
      isAbout: { $0.contains("/inbox/") }
    )
    #expect(throws: PublishingFailure.killed) { try office.run(on: Disk(faults: plan)) }
    do {
      var archive = try open()
      let sheet = try #require(archive.journal.sheets(named: "named.csv").first)
      try archive.withdraw(sheet, reason: "误报", at: SmallOffice.time)
    }
    try office.run()
    #expect(try Journal(of: Workspace(at: folder.path)).sheets(named: "named.csv").isEmpty)
  }

  @Test func `archive.digest-mismatch: a duplicate of a damaged sheet stays in the inbox`() throws {
    try folder.write("abc", to: "inbox/a.csv")
    try office.run()
    try folder.write("abd", to: "archive/2017/ba7816bf8f01-a.csv")
    try folder.write("abc", to: "inbox/again.csv")
    let failure = #expect(throws: PublishingFailure.self) { try office.run() }
    #expect(failure == .digestMismatch(path: "archive/2017/ba7816bf8f01-a.csv"))
    #expect(failure?.diagnostic.kind == .archiveDigestMismatch)
    #expect(folder.text("inbox/again.csv") == "abc")
  }

  @Test func `hostile names are taken in, once each, and lead nowhere`() throws {
    var random = SeededGenerator(seed: 11)
    try Workspace(at: folder.path).prepare()
    let inbox = try Folder(opening: folder.path + "/inbox", disk: Disk())
    var expected: Set<FileName> = ["-rf", "a\nb.csv", "x..\\y.csv"]
    while expected.count < 60 {
      let count = Int.random(in: 1...255, using: &random)
      let bytes = (0..<count).map { _ in UInt8.random(in: 1...255, using: &random) }
      if !bytes.contains(47), bytes.first != 46 { expected.insert(FileName(bytes: bytes)) }
    }
    for name in expected { try inbox.create(name).write(name.bytes) }
    var archive = try open()
    for reception in try receiveAll(&archive) {
      guard case .new(let sheet) = reception else { continue }
      try archive.accept(sheet, year: 2017, at: SmallOffice.time)
    }
    try archive.commit()
    #expect(try inbox.names() == [])
    #expect(archive.journal.sheets().contains { $0.name == "a·b.csv" })
    #expect(archive.journal.sheets().contains { $0.originalName == "a\nb.csv" })
    #expect(archive.journal.sheets().count == expected.count)
    #expect(try Verification.archive(archive.workspace, archive.journal).isEmpty)
    #expect(try Journal(of: archive.workspace).entries == archive.journal.entries)
  }

  @Test func `rules are kept by digest and read back`() throws {
    let archive = try open()
    let files = [(name: "b\\c\n.mustache", bytes: Array("2".utf8)), ("a", Array("1".utf8))]
    let digest = try archive.keep(files: files)
    #expect(digest == Archive.digest(of: files.reversed()))
    let kept = try archive.workspace.ruleFiles(digest)
    #expect(kept.map(\.name) == ["a", "b\\c\n.mustache"])
    #expect(kept.map(\.bytes) == [Array("1".utf8), Array("2".utf8)])
    try folder.write("x", to: "archive/rules/\(ContentDigest(of: Array("1".utf8)).hex)")
    #expect(throws: PublishingFailure.self) { try archive.workspace.ruleFiles(digest) }
  }
}
