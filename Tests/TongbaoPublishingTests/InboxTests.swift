import Foundation
import Testing
import TongbaoModel

@testable import TongbaoPublishing

@Suite struct InboxTests {
  private let office: SmallOffice
  private let now = Timestamp(seconds: 2_000_000_000)

  init() throws {
    office = try SmallOffice()
    try Workspace(at: office.folder.path).prepare()
  }

  private func inbox(now: Timestamp? = nil, settle: Int64 = 5) throws -> Inbox {
    try Inbox(of: Workspace(at: office.folder.path), now: now ?? self.now, settle: settle)
  }

  @Test func `files are listed in the order of the bytes of their names`() throws {
    for name in ["b.csv", "a.csv", "乙.csv", "B.csv", "甲.csv"] {
      try office.folder.write("x", to: "inbox/" + name)
    }
    #expect(
      try inbox().ready.map(\.name.description) == ["B.csv", "a.csv", "b.csv", "乙.csv", "甲.csv"]
    )
  }

  @Test func `hidden files and lock files are nobody's sheets`() throws {
    for name in [".x.csv", "~$表.xlsx", ".~lock.a.ods#", "a.lock", "Thumbs.db", "desktop.ini"] {
      try office.folder.write("x", to: "inbox/" + name)
    }
    let inbox = try inbox()
    #expect(inbox.ready == [])
    #expect(inbox.waiting == [])
    #expect(inbox.diagnostics.isEmpty)
  }

  @Test func `inbox.waiting: a file with a temporary name or a fresh time waits`() throws {
    try office.folder.write("x", to: "inbox/a.csv.PART")
    try office.folder.write("x", to: "inbox/b.csv.tmp")
    try office.folder.write("x", to: "inbox/fresh.csv", at: 1_999_999_996)
    try office.folder.write("x", to: "inbox/old.csv", at: 1_999_999_995)
    let inbox = try inbox()
    #expect(inbox.ready.map(\.name) == ["old.csv"])
    #expect(inbox.waiting.map(\.name) == ["a.csv.PART", "b.csv.tmp", "fresh.csv"])
    #expect(inbox.diagnostics.map(\.kind) == [.inboxWaiting, .inboxWaiting, .inboxWaiting])
  }

  @Test func `a clock set back does not make files wait for years`() throws {
    try office.folder.write("x", to: "inbox/a.csv", at: 1_999_999_000)
    #expect(try inbox(now: Timestamp(seconds: 1_000_000_000)).ready.count == 1)
    #expect(try inbox(now: Timestamp(seconds: .min)).ready.count == 1)
  }

  @Test func `inbox.link, inbox.folder, inbox.special: other things are reported and left alone`()
    throws
  {
    let path = office.folder.path + "/inbox/"
    try FileManager.default.createSymbolicLink(
      atPath: path + "link.csv",
      withDestinationPath: "/etc/passwd"
    )
    try FileManager.default.createDirectory(
      atPath: path + "folder",
      withIntermediateDirectories: false
    )
    #expect(unsafe mkfifo(path + "pipe.csv", 0o600) == 0)
    let inbox = try inbox()
    #expect(inbox.ready == [])
    #expect(inbox.diagnostics.map(\.kind) == [.inboxFolder, .inboxLink, .inboxSpecial])
    #expect(inbox.diagnostics.allSatisfy { $0.kind.severity == .warning })
    #expect(inbox.folders == ["folder"])
    #expect(inbox.diagnostics.map { $0.location?.file } == ["folder", "link.csv", "pipe.csv"])
  }

  @Test func `a vanished inbox is a failure that names it`() throws {
    let workspace = try Workspace(at: office.folder.path)
    try FileManager.default.removeItem(atPath: office.folder.path + "/inbox")
    let failure = DiskFailure(
      operation: .open,
      path: office.folder.path + "/inbox",
      code: ENOENT
    )
    #expect(throws: PublishingFailure.disk(failure)) {
      try Inbox(of: workspace, now: now, settle: 5)
    }
  }
}
