import Foundation
import Testing
import TongbaoModel

@testable import TongbaoPipeline

/// The example of the design pages: a scheme, its sheets and the scores that a second implementation made.
enum ExampleFixture {
  /// The checkout.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Folder of the example.
  static let folder = root.appending(path: "Tests/Fixtures/example").path(percentEncoded: false)

  /// Folders of templates.
  static let templates = [root.appending(path: "templates").path(percentEncoded: false)]

  /// The sheets, in the order of their names.
  static let sheets = [
    "appeals", "events", "inspections", "measurements", "rectifications", "verifications",
  ]
  .map { "\($0).csv" }

  /// A day after every row.
  static let today = CalendarDate(dayNumber: 17_600)

  /// The figures of a period, with settings of its own where a text is given.
  static func figures(
    _ period: String,
    settings: String = "",
    sheets: [String] = sheets,
    paths: [String]? = nil
  ) async throws -> Figures {
    let rules = try Rules(
      scheme: Rules.File(path: folder + "/scheme.yaml"),
      settings: Rules.File(name: "tongbao.yaml", bytes: Array(settings.utf8))
    )
    let question = Question(
      rules: rules,
      files: paths ?? sheets.map { folder + "/" + $0 },
      today: today
    )
    let period = try #require(Period(period))
    return try Figures(try await question.gather(), under: rules, for: period)
  }
}

/// A workspace made of the example, in a folder of its own.
struct ExampleWorkspace {
  /// The folder.
  let url: URL

  /// Copies scheme and sheets; `settings` becomes `tongbao.yaml`.
  init(settings: String = "format: tongbao.settings/1\n") throws {
    url = FileManager.default.temporaryDirectory.appending(path: "tongbao-\(UUID().uuidString)")
    let inbox = url.appending(path: "inbox")
    let schemes = url.appending(path: "schemes")
    try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
    try FileManager.default.createDirectory(at: schemes, withIntermediateDirectories: true)
    let example = URL(filePath: ExampleFixture.folder)
    for name in ExampleFixture.sheets {
      try FileManager.default.copyItem(
        at: example.appending(path: name),
        to: inbox.appending(path: name)
      )
    }
    try FileManager.default.copyItem(
      at: example.appending(path: "scheme.yaml"),
      to: schemes.appending(path: "2017.yaml")
    )
    try Data(settings.utf8).write(to: url.appending(path: "tongbao.yaml"))
  }

  /// Path of the workspace.
  var path: String { url.path(percentEncoded: false) }

  /// Removes the folder; what cannot be removed stays in the temporary folder, which the system clears.
  func remove() {
    try? FileManager.default.removeItem(at: url)
  }

  /// A request to run for a period; nil for everything that is due.
  func request(_ period: String?) throws -> RunRequest {
    RunRequest(
      workspace: path,
      period: try period.map { try #require(Period($0)) },
      date: ExampleFixture.today,
      today: ExampleFixture.today,
      now: 1_520_000_000,
      templates: ExampleFixture.templates,
      program: "test"
    )
  }

  /// Drops a file into the inbox.
  func drop(_ text: String, as name: String) throws {
    try Data(text.utf8).write(to: url.appending(path: "inbox/" + name))
  }

  /// What `tongbao check` says of a file in the workspace.
  func check(_ name: String) async throws -> SheetCheck {
    let office = try Office(path: path)
    let question = try Question(office, files: [path + "/" + name], today: ExampleFixture.today)
    return try await SheetCheck(question)
  }

  /// Proves what is published, as a program of this version does.
  func verify(program: String = "test") async throws -> Verifying {
    try await Verifying.perform(
      workspace: path,
      templates: ExampleFixture.templates,
      program: program
    )
  }

  /// Expects that every issue, so many where a count is given, can be made again byte for byte.
  func expectProof(
    of count: Int? = nil,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  )
    async throws
  {
    let proof = try await verify()
    #expect(proof.log.kept.isEmpty, sourceLocation: sourceLocation)
    #expect(proof.proofs.allSatisfy { $0.outcome == .identical }, sourceLocation: sourceLocation)
    #expect(count.map { $0 == proof.proofs.count } ?? true, sourceLocation: sourceLocation)
  }

  /// The text of a file in the workspace; nil where there is none.
  func text(_ name: String) -> String? {
    try? String(contentsOf: url.appending(path: name), encoding: .utf8)
  }

  /// Every file below the public folder with its bytes, but for the clock's `status.json`.
  func publicTree() throws -> [String: Data] {
    let folder = url.appending(path: "public")
    var files: [String: Data] = [:]
    let paths = FileManager.default.subpaths(atPath: folder.path(percentEncoded: false)) ?? []
    for path in paths where path != "status.json" {
      let file = folder.appending(path: path)
      if let isFile = try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile, isFile {
        files[path] = try Data(contentsOf: file)
      }
    }
    return files
  }
}
