import Foundation
import Testing
import TongbaoModel

@testable import TongbaoPublishing

@Suite struct NewWorkspaceTests {
  private let folder: TemporaryFolder
  private let files = [
    Page(path: "tongbao.yaml", bytes: Array("format: x\n".utf8)),
    Page(path: "schemes/2017.yaml", bytes: Array("year: 2017\n".utf8)),
  ]

  init() throws { folder = try TemporaryFolder() }

  @Test func `folders and files are made, also those above`() throws {
    try NewWorkspace.make(at: folder.path + "/a/b", files: files)
    #expect(folder.text("a/b/schemes/2017.yaml") == "year: 2017\n")
    let names = Set(try folder.tree().keys)
    for part in Workspace.Part.allCases { #expect(names.contains("a/b/\(part.rawValue)/")) }
    // It is a workspace: a run finds nothing to put right.
    let workspace = try Workspace(at: folder.path + "/a/b")
    #expect(try workspace.status() == nil)
    #expect(try workspace.drafts().isEmpty)
  }

  @Test(arguments: ["a.txt", ".hidden", "inbox/x.csv"])
  func `workspace.not-empty: a folder that holds anything is left as it was`(name: String) throws {
    try folder.write("x", to: name)
    let before = try folder.tree()
    #expect(throws: PublishingFailure.notEmpty(path: folder.path)) {
      try NewWorkspace.make(at: folder.path, files: files)
    }
    #expect(throws: PublishingFailure.notEmpty(path: folder.path)) {
      try NewWorkspace.require(emptyAt: folder.path)
    }
    #expect(try folder.tree() == before)
    #expect(PublishingFailure.notEmpty(path: "a").diagnostic.kind == .workspaceNotEmpty)
  }

  @Test func `a disk that refuses anywhere leaves nothing but the lock`() throws {
    for step in 1...1_000 {
      let plan = FaultPlan(at: step, .failure(28), concerns: { $0 != .remove && $0 != .list })
      do throws(PublishingFailure) {
        try NewWorkspace.make(at: folder.path, files: files, disk: Disk(faults: plan))
        #expect(step > 20 && plan.performed < step)
        #expect(folder.text("tongbao.yaml") != nil)
        return
      } catch {
        #expect(error.isOfDisk, "step \(step): \(error)")
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(Set(left).isSubset(of: [".tongbao.lock"]), "step \(step): \(left)")
      }
    }
    Testing.Issue.record("every step failed")
  }

  @Test func `of two at once the second is told to wait`() throws {
    let workspace = try Workspace(at: folder.path)
    let lock = try workspace.lock()
    #expect(throws: PublishingFailure.self) {
      try NewWorkspace.make(at: folder.path, files: files)
    }
    #expect(folder.text("tongbao.yaml") == nil)
    withExtendedLifetime(lock) {}
  }

  @Test func `a path that leads out is refused and nothing stays`() throws {
    let stray = files + [Page(path: "../x", bytes: [])]
    #expect(throws: PublishingFailure.unsafePath("../x")) {
      try NewWorkspace.make(at: folder.path, files: stray)
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(left.filter { $0 != ".tongbao.lock" }.isEmpty)
  }
}

extension PublishingFailure {
  fileprivate var isOfDisk: Bool {
    if case .disk = self { true } else { false }
  }
}
