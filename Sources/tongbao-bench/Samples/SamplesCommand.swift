import ArgumentParser
import Foundation

/// Makes the sample workspace's inbox, or checks that it is what the generator makes.
struct SamplesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "samples",
    abstract: "Writes the sheets of the sample workspace, the same bytes for the same seed.",
    discussion: "Example: tongbao-bench samples --out samples/haining-2017 --seed 2017 --check"
  )

  @Option(help: "The workspace.")
  var out: String

  @Option(help: "The seed.")
  var seed: UInt64 = 2017

  @Flag(help: "Change nothing; fail where a file differs, is missing or should not be there.")
  var check = false

  func run() throws {
    let files = SampleInbox.files(seed: seed)
    let root = URL(fileURLWithPath: out, isDirectory: true)
    if check {
      try compare(files, in: root)
    } else {
      try write(files, into: root)
    }
  }

  /// Clears and fills the folders, but only of a workspace: a mistyped path must not lose an inbox.
  private func write(_ files: [InboxFile], into root: URL) throws {
    let settings = root.appendingPathComponent("tongbao.yaml").path
    guard FileManager.default.fileExists(atPath: settings) else {
      throw ValidationError("\(root.path) is no workspace: it has no tongbao.yaml.")
    }
    for folder in SamplesCommand.folders {
      let url = root.appendingPathComponent(folder, isDirectory: true)
      try? FileManager.default.removeItem(at: url)
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }
    for file in files { try Data(file.bytes).write(to: root.appendingPathComponent(file.path)) }
    let size = files.reduce(0) { $0 + $1.bytes.count }
    print("\(files.count) files, \(size) bytes")
  }

  private static let folders = ["inbox", "late"]

  private func compare(_ files: [InboxFile], in root: URL) throws {
    var problems: [String] = []
    for file in files {
      let found = FileManager.default.contents(
        atPath: root.appendingPathComponent(file.path).path
      )
      if found == nil {
        problems.append("\(file.path): missing")
      } else if found != Data(file.bytes) {
        problems.append("\(file.path): differs")
      }
    }
    let expected = Set(files.map(\.path))
    for folder in SamplesCommand.folders {
      let path = root.appendingPathComponent(folder).path
      let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      for name in names.sorted() where !expected.contains("\(folder)/\(name)") {
        problems.append("\(folder)/\(name): not made by the generator")
      }
    }
    guard problems.isEmpty else {
      for problem in problems { print(problem) }
      throw ExitCode.failure
    }
    print("\(files.count) files as generated")
  }
}
