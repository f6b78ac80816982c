import Foundation
import Testing

/// What is installed beside the program: man pages and completions.
struct ManualTests {
  private func commands() throws -> [String] {
    let help = try Binary.run(["--help"]).output
    let list = try #require(help.firstRange(of: "SUBCOMMANDS:"))
    return help[list.upperBound...].matches(of: #/\n  ([a-z]+) /#).map { String($0.output.1) }
  }

  private func pages(_ work: (URL) throws -> Void) throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let program = try Binary.shell("command -v tongbao", in: scratch.url).output
      .trimmingCharacters(in: .newlines)
    let answer = try Binary.run(
      ["manual", "--tongbao", program, "--out", "man1", "--date", "2017-12-06"],
      program: "tongbao-bench",
      in: scratch.url
    )
    #expect(answer.status == 0, "\(answer.errors)")
    try work(scratch.url.appending(path: "man1"))
  }

  @Test func `every command has a page with every option of its help`() throws {
    try pages { folder in
      let commands = try commands()
      #expect(commands.count >= 14)
      let root = try String(contentsOf: folder.appending(path: "tongbao.1"), encoding: .utf8)
      for command in commands {
        let page = try String(
          contentsOf: folder.appending(path: "tongbao-\(command).1"),
          encoding: .utf8
        )
        #expect(root.contains(".BR tongbao\\-\(command) (1)"))
        #expect(page.hasPrefix(".TH TONGBAO-\(command.uppercased()) 1 \"2017-12-06\" \"tongbao "))
        let help = try Binary.run([command, "--help"]).output
        let options = help.matches(of: /\n  (?:-[A-Za-z], )?(--[a-z-]+)/).map { $0.output.1 }
        #expect(!options.isEmpty)
        for option in options {
          #expect(page.contains(option.replacing("-", with: "\\-")), "\(command) \(option)")
        }
      }
    }
  }

  /// Where groff is not installed there is nothing to ask.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/groff")))
  func `groff finds nothing wrong with the pages`() throws {
    try pages { folder in
      let answer = try Binary.shell(
        "for page in *.1; do groff -man -Kutf8 -Tutf8 -ww -rLL=100n -z $page 2>&1 | "
          + "grep -v 'cannot adjust line\\|break line'; done",
        in: folder
      )
      #expect(answer.output.isEmpty, "\(answer.output)")
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completions name every command`(shell: String) throws {
    let script = try Binary.run(["--generate-completion-script", shell]).output
    for command in try commands() { #expect(script.contains(command), "\(command)") }
  }

  @Test func `the help of each command has examples that name it`() throws {
    for command in try commands() {
      let help = try Binary.run([command, "--help"]).output
      #expect(help.contains("例 Examples:"), "\(command)")
      #expect(help.contains("\n  tongbao \(command)"), "\(command)")
    }
  }
}
