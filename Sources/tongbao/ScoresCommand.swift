import ArgumentParser
import TongbaoModel
import TongbaoPipeline

/// `tongbao scores --period P`: the figures.
struct ScoresCommand: AsyncParsableCommand {
  /// How the figures are printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table
    case csv
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "scores",
    abstract: "计算各单位得分 The figures of a period.",
    discussion: """
      例 Examples:
        tongbao scores --period 2017-11
        tongbao scores --period 2017-11 --format json > scores.json
        tongbao scores --period 2017-Q4 --as-of 2017-11-15 --scheme 2017.yaml *.csv

      在工作目录中，已归档的和收件箱里的督查表一并计算 In a workspace archive and inbox count alike.
      """
  )

  @Option(help: PeriodArgument.help)
  var period: PeriodArgument

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "截至日，默认期末 Day that decides what exists; default: the period's end.",
      valueName: "date"
    )
  )
  var asOf: DateArgument?

  @Option(help: "table、csv 或 json.")
  var format: Format = .table

  @Flag(help: "有警告也算不通过（退出码 1） Warnings end with exit code 1.")
  var strict = false

  @OptionGroup var messages: MessageOptions
  @OptionGroup var sheets: SheetOptions

  func run() async throws {
    let terminal = messages.terminal
    try await terminal.finish { () async throws(PipelineFailure) in
      let request = try await sheets.request(for: period, asOf: asOf?.date)
      let figures = try Figures(
        request.gathering,
        under: request.rules,
        for: request.period,
        asOf: asOf?.date,
        compared: false
      )
      switch format {
      case .table:
        terminal.result(figures.table(in: terminal.language).joined(separator: "\n") + "\n")
      case .csv: terminal.result(figures.csv)
      case .json: figures.writeJSON { terminal.result($0) }
      }
      return terminal.close(request, isStrict: strict)
    }
  }
}
