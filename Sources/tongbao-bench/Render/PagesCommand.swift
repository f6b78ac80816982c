import ArgumentParser
import Foundation

/// Measures the pages of an issue, from sheets to files on the disk.
struct PagesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pages",
    abstract: "Times all pages of a circular beside the scores of the same sheet.",
    discussion: """
      Example: tongbao-bench pages --tongbao .build/release/tongbao --work /tmp/bench
      What circular takes beyond scores are the pages. Targets: those of the city in under 0.5 s, those of
      10,000 notices in under 10 s and in no more than ten times what 1,000 take.
      Each run writes into a folder of its own; all go at the end. For minutes after many files are removed
      file systems such as ext4 make new ones slowly, so wait before measuring again.
      """
  )

  @Option(help: "The program.")
  var tongbao: String

  @Option(help: "Where sheets and pages lie.")
  var work: String

  @Option(help: "How many runs of each.")
  var rounds = 5

  private static let offices = [
    ("city", RenderedOffice(findings: 5_000, notices: 200)),
    ("notices-1000", RenderedOffice(findings: 2_000, notices: 1_000)),
    ("notices-10000", RenderedOffice(findings: 20_000, notices: 10_000)),
  ]

  func validate() throws {
    guard rounds > 0 else { throw ValidationError("--rounds must be above 0.") }
  }

  func run() throws {
    defer {
      for (name, _) in PagesCommand.offices {
        for round in 0...rounds {
          try? FileManager.default.removeItem(atPath: pages(of: name, round))
        }
      }
    }
    for (name, office) in PagesCommand.offices {
      let contest = try contest(name, office)
      print(contest.table(of: contest.run(rounds: rounds)))
    }
  }

  /// Where a round's pages go: what is there already would be compared instead of written.
  private func pages(of name: String, _ round: Int) -> String {
    "\(work)/\(name)/pages-\(ProcessInfo.processInfo.processIdentifier)-\(round)"
  }

  private func contest(_ name: String, _ office: RenderedOffice) throws -> Contest {
    let folder = "\(work)/\(name)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let (scheme, sheet) = (folder + "/scheme.yaml", folder + "/inspections.csv")
    try Data(BenchCatalogue.scheme.utf8).write(to: URL(fileURLWithPath: scheme))
    let bytes = Data(office.sheet.utf8)
    try bytes.write(to: URL(fileURLWithPath: sheet))
    let ground = ["--period", "2017-11", "--scheme", scheme, sheet]
    return Contest(
      title: "Pages of 14 units, \(office.findings) findings, \(office.notices) notices",
      bytes: bytes.count,
      contestants: [
        Contestant("tongbao circular") { round in
          [tongbao, "circular", "--out", pages(of: name, round)] + ground
        },
        Contestant("tongbao scores, table", [tongbao, "scores"] + ground),
      ]
    )
  }
}
