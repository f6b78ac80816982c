import Foundation
import Testing

/// A new workspace, as a new user meets it.
struct InitCommandTests {
  /// A folder for a workspace, and what its making said.
  private struct Trial {
    let scratch: Scratch
    var folder: URL { scratch.url.appending(path: "考评 室") }

    init() throws { scratch = try Scratch() }

    /// Runs `tongbao` there on 29 November 2026.
    func tongbao(_ arguments: String..., in folder: URL? = nil) throws -> Binary.Transcript {
      try Binary.run(
        arguments,
        in: folder ?? self.folder,
        environment: ["SOURCE_DATE_EPOCH": "1795915800"]
      )
    }

    func make() throws -> Binary.Transcript {
      try tongbao("init", "考评 室", in: scratch.url)
    }

    var path: String { folder.path(percentEncoded: false) }

    func names(in path: String) throws -> [String] {
      try FileManager.default
        .contentsOfDirectory(atPath: folder.appending(path: path).path(percentEncoded: false))
        .sorted()
    }

    func text(_ path: String) throws -> String {
      try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    }
  }

  @Test func `a new user sees a circular by the lines of README`() throws {
    let trial = try Trial()
    defer { trial.scratch.remove() }
    let made = try trial.make()
    #expect(made.status == 0 && made.errors.isEmpty)
    let readme = try trial.text("README.txt")
    let lines = readme.split(separator: "\n").filter { $0.hasPrefix("  tongbao c") }
    #expect(lines.count == 3)
    let environment = ["SOURCE_DATE_EPOCH": "1795915800"]
    for line in lines {
      let answer = try Binary.shell(String(line), in: trial.folder, environment: environment)
      #expect(answer.status == 0, "\(line)\n\(answer.output)")
      #expect(!answer.output.contains("warning["), "\(line)\n\(answer.output)")
    }
    let doctor = try trial.tongbao("doctor", "--format", "json")
    let overrides = try #require(
      doctor.output.firstMatch(of: /"check": "overrides"[^}]*?"level": "(\w+)"/)
    )
    #expect(overrides.output.1 == "ok", "\(doctor.output)")
    #expect(try trial.names(in: "archive").isEmpty)
    let script = readme.split(separator: "\n").filter { $0.hasPrefix("  ") && $0.contains("试用") }
      .joined(separator: "\n")
    let whole = try Binary.shell(script, in: trial.folder, environment: environment)
    #expect(whole.output.contains("已发布 2026-10/r1"), "\(whole.output)")
    #expect(whole.output.contains("上次运行  2026-11-29"), "\(whole.output)")
    let circular = try trial.text("试用/public/2026-10/r1/circular.txt")
    for text in ["南湖街道", "2026-0001", "核实中", "94.50"] { #expect(circular.contains(text)) }
    // An office that begins in the middle of a year is not held up for the months before.
    let plain = try trial.tongbao("run", in: trial.folder.appending(path: "试用"))
    #expect(plain.status == 0, "\(plain.errors)")
  }

  @Test func `a folder that holds anything is refused and a trial run writes nothing`() throws {
    let trial = try Trial()
    defer { trial.scratch.remove() }
    let listed = try trial.tongbao("init", "--dry-run", "考评 室", in: trial.scratch.url)
    #expect(listed.status == 0)
    #expect(!FileManager.default.fileExists(atPath: trial.path))
    _ = try trial.make()
    let files = try FileManager.default.subpathsOfDirectory(atPath: trial.path)
    for line in listed.output.split(separator: "\n") {
      let name = line.hasSuffix("/") ? String(line.dropLast()) : String(line)
      #expect(files.contains(name), "\(line)")
    }
    for dry in [[], ["--dry-run"]] {
      let again = try Binary.run(["init", trial.path] + dry)
      #expect(again.status == 73)
      #expect(again.errors.contains("error[workspace.not-empty]"))
    }
    #expect(try FileManager.default.subpathsOfDirectory(atPath: trial.path) == files)
  }

  @Test(arguments: ["crontab.txt", "tongbao.service", "tongbao.timer"])
  func `the scheduling files of the samples are those that init writes`(name: String) throws {
    let trial = try Trial()
    defer { trial.scratch.remove() }
    _ = try trial.make()
    let path = trial.path.hasSuffix("/") ? String(trial.path.dropLast()) : trial.path
    let program = try #require(
      try trial.text("scheduling/tongbao.service").firstMatch(of: #/ExecStart="?(.+?)"? run /#)
    )
    let text = try trial.text("scheduling/\(name)")
      .replacing("'\(path)'", with: "/srv/kaoping").replacing("\"\(path)\"", with: "/srv/kaoping")
      .replacing(program.output.1, with: "/usr/bin/tongbao")
      .replacing(/\nUser=.*\n/, with: "\nUser=kaoping\n")
    try Golden.expect(text, equals: Binary.root.appending(path: "samples/scheduling/\(name)"))
  }

  /// Where systemd is not installed there is nothing to ask.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/systemd-analyze")))
  func `systemd finds nothing wrong with the units`() throws {
    let trial = try Trial()
    defer { trial.scratch.remove() }
    _ = try trial.make()
    let answer = try Binary.shell(
      "systemd-analyze verify --man=no scheduling/tongbao.timer scheduling/tongbao.service",
      in: trial.folder
    )
    #expect(answer.status == 0 && answer.output.isEmpty, "\(answer.output)")
  }
}
