import Foundation
import Testing

/// The pages for users show what the program prints.
struct ReadmeTranscriptTests {
  @Test(arguments: [("README.md", "en_US.UTF-8"), ("README.zh.md", "zh_CN.UTF-8")])
  func `the console blocks are what a terminal shows`(name: String, locale: String) throws {
    let file = Binary.root.appending(path: name)
    let transcript = ConsoleTranscript(page: try String(contentsOf: file, encoding: .utf8))
    let workspace = try SampleWorkspace(name)
    var answers: [[String]] = []
    #expect(transcript.commands.count >= 5)
    for command in transcript.commands {
      let output =
        try Binary.shell(
          command.line,
          in: workspace.folder,
          environment: ["LANG": locale]
        )
        .output
      let answer = lines(of: output)
      if !Golden.isRecording {
        #expect(command.shows(answer), "\(name): $ \(command.line)\n\(output)")
      }
      let renewed = command.renewed(from: answer)
      #expect(renewed != nil, "\(name): choose anew what to show of $ \(command.line)")
      answers.append(renewed ?? command.shown)
    }
    if Golden.isRecording {
      try Data(transcript.page(showing: answers).utf8).write(to: file)
    }
  }

  @Test(arguments: ["README.md", "README.zh.md"])
  func `the table of commands names every command and no other`(name: String) throws {
    let page = try String(contentsOf: Binary.root.appending(path: name), encoding: .utf8)
    let named = page.matches(of: /\n\| `tongbao ([a-z]+)/).map { String($0.output.1) }
    let help = try Binary.run(["--help"]).output
    let list = try #require(help.firstRange(of: "SUBCOMMANDS:"))
    let offered = help[list.upperBound...].matches(of: #/\n  ([a-z]+) /#)
      .map { String($0.output.1) }
    #expect(!offered.isEmpty)
    #expect(Set(named) == Set(offered))
  }

  /// The printed lines without blanks at their ends, which editors take away.
  private func lines(of output: String) -> [String] {
    var lines = output.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in
        String(line.reversed().drop { $0 == " " }.reversed())
      }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
