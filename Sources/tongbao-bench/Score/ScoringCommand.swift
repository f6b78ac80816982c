import ArgumentParser
import Glibc
import TongbaoModel
import TongbaoScoring

/// Measures scoring alone, with the records in memory: no reading, no page.
struct ScoringCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scoring",
    abstract: "Times scoring alone, of a city and of a province with 100 times as much.",
    discussion: """
      Example: tongbao-bench scoring
      Targets: the scores of the city in under 50 ms, those of the province in under 5 s, and ten times the
      findings in no more than ten times the time. The largest takes 2 GB.
      """
  )

  @Option(help: "How many runs of each.")
  var rounds = 5

  @Option(help: "Only the city, the tenth of the province or the province.")
  var only: String?

  func validate() throws {
    guard rounds > 0 else { throw ValidationError("--rounds must be above 0.") }
    guard ["city", "tenth", "province"].contains(only ?? "city") else {
      throw ValidationError("--only takes city, tenth or province.")
    }
  }

  func run() throws {
    print("Scoring alone, records in memory: \(ScoredOffice.indicators) indicators, every fold")
    print(
      "  milliseconds: median of \(rounds) (shortest–longest), and the least time of a processor\n"
    )
    for size in [ScoredOffice.Size.city, .tenth, .province] where (only ?? size.id) == size.id {
      try measure(size)
    }
    print(ScoringCommand.legend)
  }

  /// What each line is.
  private static let legend = """
      scores            all scores of December, own and cumulative, and the ranks of November for warnings
      explainer         what is made once for all that follows
      one explanation   of one unit: its own and its cumulative score down to every row
      counterfactuals   what settling each open finding would do, for all units

    """

  private func measure(_ size: ScoredOffice.Size) throws {
    guard let office = ScoredOffice(size) else { throw ValidationError("the scheme does not read") }
    print("\(size.name): \(size.units) units, \(size.findings) findings")
    let (records, scheme) = (office.records, office.scheme)
    let assessment = try timed("scores") {
      try Scoring.assess(records, under: scheme, for: .month(year: 2017, month: 12))
    }
    let explainer = try timed("explainer") {
      try Explainer(assessment, records, under: scheme)
    }
    _ = try timed("one explanation") {
      try [false, true]
        .map { try explainer.explanation(of: Ordinal(0), isCumulative: $0).steps.count }
    }
    _ = try timed("counterfactuals") { try explainer.counterfactuals() }
    print("")
  }

  /// Runs `body` so many times, prints how long it took, and returns the last result.
  private func timed<Result>(_ name: String, _ body: () throws -> Result) throws -> Result {
    var result = try body()
    var (seconds, processor): ([Double], [Double]) = ([], [])
    for _ in 0..<rounds {
      let (start, busy) = (ProcessRun.now(), ProcessRun.now(CLOCK_PROCESS_CPUTIME_ID))
      result = try body()
      seconds.append(ProcessRun.now() - start)
      processor.append(ProcessRun.now(CLOCK_PROCESS_CPUTIME_ID) - busy)
    }
    seconds.sort()
    let figures = [seconds[rounds / 2], seconds[0], seconds[rounds - 1], processor.min() ?? 0]
      .map { Contest.fixed($0 * 1000, places: 1) }
    let label = name + String(repeating: " ", count: 18 - name.count)
    let median = String(repeating: " ", count: max(0, 10 - figures[0].count)) + figures[0]
    print("  \(label)\(median)   (\(figures[1])–\(figures[2]))   \(figures[3])")
    return result
  }
}
