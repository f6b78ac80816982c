import ArgumentParser
import Foundation

/// Measures tongbao beside its peers, whole processes in turn.
struct MeasureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure",
    abstract: "Runs tongbao and its peers over the same rows and prints medians.",
    discussion: """
      Example: tongbao-bench measure --tongbao .build/release/tongbao --rows 1000000 --work /tmp/bench
      Inputs that are missing are generated. A peer that is not installed is said to be so.
      Ten times the rows (--rows 10000000) show whether time and memory grow with them.
      The pages of a city and scoring alone are timed after that, as by the commands pages and scoring.
      """
  )

  @Option(help: "The program.")
  var tongbao: String

  @Option(help: "How many rows.")
  var rows = 1_000_000

  @Option(help: "Where the inputs lie.")
  var work: String

  @Option(help: "How many runs of each.")
  var rounds = 5

  func validate() throws {
    guard (1...99_999_999).contains(rows) else {
      throw ValidationError("--rows must be between 1 and 99999999.")
    }
    guard rounds > 0 else { throw ValidationError("--rounds must be above 0.") }
  }

  func run() throws {
    try FileManager.default.createDirectory(atPath: work, withIntermediateDirectories: true)
    let scheme = work + "/bench.yaml"
    try Data(BenchCatalogue.scheme.utf8).write(to: URL(fileURLWithPath: scheme))
    for contest in try contests(scheme: scheme) {
      print(contest.table(of: contest.run(rounds: rounds)))
    }
    var pages = PagesCommand()
    (pages.tongbao, pages.work, pages.rounds) = (tongbao, work, rounds)
    try pages.run()
    // Last, for a process is charged with the memory of the one that starts it.
    var scoring = ScoringCommand()
    scoring.rounds = rounds
    try scoring.run()
  }

  private func contests(scheme: String) throws -> [Contest] {
    let csv = try input(.csv, files: 1)
    let xml = try input(.xml, files: 1)
    let quarters = try input(.xml, files: 4)
    return [
      contest("CSV", csv, scheme, peers: Contestant.csvPeers(csv[0])),
      contest("Record XML", xml, scheme, peers: Contestant.xmlPeers(xml[0])),
      contest("Record XML in four files", quarters, scheme, peers: Contestant.xmlPeers(xml[0])),
    ]
  }

  private func contest(
    _ title: String,
    _ files: [String],
    _ scheme: String,
    peers: [Contestant]
  ) -> Contest {
    let own = Contestant.tongbao(tongbao, scheme: scheme, files: files)
    let bytes = files.reduce(0) { $0 + size(of: $1) }
    return Contest(title: "\(title), \(rows) rows", bytes: bytes, contestants: own + peers)
  }

  /// The files of a form, generated where one is missing.
  private func input(_ format: BenchFormat, files: Int) throws -> [String] {
    let paths = BenchInput.paths("\(work)/rows-\(rows)-v1.\(format.rawValue)", files: files)
    guard paths.contains(where: { size(of: $0) == 0 }) else { return paths }
    let input = BenchInput(format: format, rows: rows, seed: 1, findingsPerMille: 200)
    _ = try input.write(to: paths)
    return paths
  }

  private func size(of path: String) -> Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return (attributes?[.size] as? NSNumber)?.intValue ?? 0
  }
}
