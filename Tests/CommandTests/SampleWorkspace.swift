import Foundation
import Glibc
import Testing

/// A copy of the sample workspace in a folder of its own.
struct SampleWorkspace {
  /// The copy.
  let folder: URL

  /// The workspace as it is checked in.
  static let source = Binary.root.appending(path: "samples/haining-2017")

  /// Where the copies lie; the folder goes when the tests are over.
  private static let copies: URL = {
    atexit { try? FileManager.default.removeItem(at: SampleWorkspace.copies) }
    return FileManager.default.temporaryDirectory.appending(path: "tongbao-samples-\(getpid())")
  }()

  /// October and November published, once for all tests that only look.
  static let published = Task {
    let workspace = try SampleWorkspace("published")
    try workspace.publish()
    return workspace
  }

  /// The demo in each language: two months, the year, and October once more after a late sheet.
  private static let demos = Dictionary(
    uniqueKeysWithValues: ["zh-Hans", "en"]
      .map { locale in
        (
          locale,
          Task {
            let workspace = try SampleWorkspace("demo-\(locale)")
            try workspace.publishAll(in: locale)
            return workspace
          }
        )
      }
  )

  /// The demo in a language, made once for all tests that only look.
  static func demo(in locale: String) async throws -> SampleWorkspace {
    try await #require(demos[locale]).value
  }

  /// Makes a fresh copy under a name that no other test uses.
  init(_ name: String) throws {
    let files = FileManager.default
    try files.createDirectory(at: Self.copies, withIntermediateDirectories: true)
    folder = Self.copies.appending(path: name)
    try files.copyItem(at: Self.source, to: folder)
    // The journal notes when a sheet was last changed; of a copy that is the moment of copying.
    for name in try names(in: "inbox") {
      try files.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: 1_515_000_000)],
        ofItemAtPath: folder.appending(path: "inbox/\(name)").path(percentEncoded: false)
      )
    }
  }

  /// Copies another workspace as it stands.
  init(_ name: String, copying other: SampleWorkspace) throws {
    folder = Self.copies.appending(path: name)
    try FileManager.default.copyItem(at: other.folder, to: folder)
  }

  /// Runs `tongbao` in the workspace.
  @discardableResult
  func tongbao(_ arguments: String...) throws -> Binary.Transcript {
    try Binary.run(arguments, in: folder)
  }

  /// The main job: the circulars of October and November.
  @discardableResult
  func publish() throws -> [Binary.Transcript] {
    [
      try tongbao("run", "--period", "2017-10", "--date", "2017-11-06", "--summary"),
      try tongbao("run", "--period", "2017-11", "--date", "2017-12-06", "--summary"),
    ]
  }

  private func publishAll(in locale: String) throws {
    let settings = folder.appending(path: "tongbao.yaml")
    try text("tongbao.yaml").replacing("locale: zh-Hans", with: "locale: \(locale)")
      .write(to: settings, atomically: true, encoding: .utf8)
    try publish()
    try tongbao("run", "--period", "2017", "--date", "2018-01-08", "--undecided", "confirm")
    for name in try names(in: "late") {
      try FileManager.default.moveItem(
        at: folder.appending(path: "late/\(name)"),
        to: folder.appending(path: "inbox/\(name)")
      )
    }
    try tongbao("run", "--period", "2017-10", "--date", "2018-01-15")
  }

  /// Checks every sheet in the inbox.
  func checkInbox() throws -> Binary.Transcript {
    let sheets = try names(in: "inbox").map { "inbox/\($0)" }
    return try Binary.run(["check", "--format", "json"] + sheets, in: folder)
  }

  /// A file of the workspace as text.
  func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  /// The names in a folder of the workspace, sorted.
  func names(in path: String) throws -> [String] {
    try FileManager.default
      .contentsOfDirectory(
        atPath: folder.appending(path: path).path(percentEncoded: false)
      )
      .sorted()
  }

  /// Every file below a folder of the workspace, by its path there.
  func files(below path: String = ".") throws -> [String: Data] {
    let top = folder.appending(path: path)
    let paths = try FileManager.default.subpathsOfDirectory(
      atPath: top.path(percentEncoded: false)
    )
    var files: [String: Data] = [:]
    for path in paths {
      let file = top.appending(path: path)
      if try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
        files[path] = try Data(contentsOf: file)
      }
    }
    return files
  }
}
