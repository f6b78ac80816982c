import ArgumentParser
import Foundation
import TongbaoFormats

/// `tongbao-bench manual`: the man pages, made of what the program says of its own arguments.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Writes the man pages of section 1: one of tongbao, one of each command."
  )

  @Option(help: ArgumentHelp("The program.", valueName: "path"))
  var tongbao: String

  @Option(help: ArgumentHelp("Folder for the pages.", valueName: "dir"))
  var out: String

  @Option(help: ArgumentHelp("Date in the foot of the pages: 2017-12-06.", valueName: "date"))
  var date: String

  func run() throws {
    let help = try output(of: ["--experimental-dump-help"])
    let version = String(decoding: try output(of: ["--version"]), as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    guard let root = try CommandHelp(JSONValue(parsing: Array(help))["command"] ?? .null) else {
      throw ValidationError("\(tongbao) does not describe its arguments")
    }
    let folder = URL(filePath: out)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let foot = ManualPage.Foot(date: date, version: "tongbao \(version)")
    for page in ManualPage.all(of: root, foot: foot) {
      try Data(page.text.utf8).write(to: folder.appending(path: page.name + ".1"))
    }
  }

  private func output(of arguments: [String]) throws -> Data {
    let process = Process()
    process.executableURL = URL(filePath: tongbao)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw ValidationError("\(tongbao) ended with \(process.terminationStatus)")
    }
    return output
  }
}
