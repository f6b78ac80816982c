import ArgumentParser
import Foundation

/// Writes large inputs and the scheme that fits them.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Writes valid inspection rows, and bench.yaml beside them.",
    discussion: "Example: tongbao-bench generate --rows 1000000 --format csv --out /tmp/rows.csv"
  )

  @Option(help: "How many rows.")
  var rows = 1_000_000

  @Option(help: "csv or xml.")
  var format = BenchFormat.csv

  @Option(help: "The file; with --files, its name before the number.")
  var out: String

  @Option(help: "The seed.")
  var seed: UInt64 = 1

  @Option(help: "Share of the rows that have a finding.")
  var findingsShare = 0.2

  @Option(help: "How many files share the rows.")
  var files = 1

  func validate() throws {
    guard (1...99_999_999).contains(rows) else {
      throw ValidationError("--rows must be between 1 and 99999999.")
    }
    guard (0...1).contains(findingsShare) else {
      throw ValidationError("--findings-share must be between 0 and 1.")
    }
    guard (1...1000).contains(files) else {
      throw ValidationError("--files must be between 1 and 1000.")
    }
  }

  func run() throws {
    let input = BenchInput(
      format: format,
      rows: rows,
      seed: seed,
      findingsPerMille: Int((findingsShare * 1000).rounded())
    )
    let size = try input.write(to: BenchInput.paths(out, files: files))
    let scheme = URL(fileURLWithPath: out).deletingLastPathComponent()
      .appendingPathComponent("bench.yaml")
    try Data(BenchCatalogue.scheme.utf8).write(to: scheme)
    print("\(rows) rows, \(size) bytes; \(scheme.path)")
  }
}
