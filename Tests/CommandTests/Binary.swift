import Foundation
import Testing

/// The built program, run as a user runs it: a process with arguments, a folder and an environment.
struct Binary {
  /// What a run printed and how it ended.
  struct Transcript {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The checkout.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folder of the built products: the test runner lies beside the program.
  private static var products: URL {
    URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
  }

  /// Variables that every run has: nothing of the tester's own surroundings, and a fixed day.
  static let environment = [
    "LANG": "zh_CN.UTF-8",
    "SOURCE_DATE_EPOCH": "1520000000",
    "TONGBAO_TEMPLATES": root.appending(path: "templates").path(percentEncoded: false),
  ]

  /// Runs `tongbao`, or another program beside it, and waits for its end.
  static func run(
    _ arguments: [String],
    program: String = "tongbao",
    in folder: URL = root,
    environment extra: [String: String] = [:]
  ) throws -> Transcript {
    try launch(products.appending(path: program), arguments, in: folder, environment: extra)
  }

  /// Runs a line as a person types it into a shell; `output` is all that the terminal would show.
  static func shell(
    _ line: String,
    in folder: URL,
    environment extra: [String: String] = [:]
  ) throws -> Transcript {
    let path = products.path(percentEncoded: false) + ":/usr/bin:/bin"
    return try launch(
      URL(filePath: "/bin/sh"),
      ["-c", line],
      in: folder,
      environment: extra.merging(["PATH": path]) { $1 },
      isMerged: true
    )
  }

  private static func launch(
    _ program: URL,
    _ arguments: [String],
    in folder: URL,
    environment extra: [String: String],
    isMerged: Bool = false
  ) throws -> Transcript {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = environment.merging(extra) { $1 }
    process.standardInput = FileHandle.nullDevice
    // Files instead of pipes: a full pipe would stop the program, and both streams may be long.
    let scratch = try Scratch()
    defer { scratch.remove() }
    let output = try scratch.emptyFile("output")
    let errors = try scratch.emptyFile("errors")
    let terminal = try FileHandle(forWritingTo: output)
    process.standardOutput = terminal
    process.standardError = isMerged ? terminal : try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return Transcript(
      status: process.terminationStatus,
      output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8)
    )
  }
}

/// A folder of a test's own.
struct Scratch {
  /// The folder.
  let url: URL

  /// Makes the folder.
  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "tongbao-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  /// An empty file in the folder.
  func emptyFile(_ name: String) throws -> URL {
    try file(name, Data())
  }

  /// A file in the folder.
  @discardableResult
  func file(_ name: String, _ bytes: Data) throws -> URL {
    let file = url.appending(path: name)
    try bytes.write(to: file)
    return file
  }

  /// Removes the folder; what cannot be removed stays in the temporary folder, which the system clears.
  func remove() {
    try? FileManager.default.removeItem(at: url)
  }
}

/// Golden files: compared, or written where `TONGBAO_RECORD` is set.
enum Golden {
  /// Whether this run records.
  static var isRecording: Bool { ProcessInfo.processInfo.environment["TONGBAO_RECORD"] != nil }

  /// Expects `text` to be what the golden file holds.
  static func expect(
    _ text: String,
    equals file: URL,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    if isRecording {
      try Data(text.utf8).write(to: file)
      return
    }
    let golden = try? String(contentsOf: file, encoding: .utf8)
    #expect(golden == text, "\(file.lastPathComponent)", sourceLocation: sourceLocation)
  }
}
