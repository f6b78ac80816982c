import ArgumentParser
import TongbaoModel
import TongbaoPipeline

/// `tongbao explain`: a score down to file and row, or a diagnostic's page.
struct ExplainCommand: AsyncParsableCommand {
  /// How a score's derivation is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "说明得分由来，或一条诊断的含义 How a score came about, or what a diagnostic means.",
    discussion: """
      例 Examples:
        tongbao explain 盐官镇 --period 2017-11
        tongbao explain yanguan cameras --period 2017-11 --format json
        tongbao explain csv.unclosed-quote
      """
  )

  @Argument(help: "单位，或诊断代码 A unit, or a diagnostic's code.")
  var subject: String

  @Argument(help: "指标 An indicator.")
  var indicator: String?

  @Option(help: PeriodArgument.help)
  var period: PeriodArgument?

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "截至日，默认期末 Day that decides what exists; default: the period's end.",
      valueName: "date"
    )
  )
  var asOf: DateArgument?

  @Option(help: "text 或 json.")
  var format: Format = .text

  @OptionGroup var messages: MessageOptions
  @OptionGroup var sheets: NamedSheetOptions

  func validate() throws {
    if period == nil, DiagnosticCatalogue.page(of: subject) == nil {
      throw ValidationError(
        "没有诊断代码“\(subject)”；要说明单位得分请加 --period "
          + "(no diagnostic has the code '\(subject)'; for a unit's score add --period)"
      )
    }
  }

  func run() async throws {
    let terminal = messages.terminal
    guard let period else {
      if let page = DiagnosticCatalogue.page(of: subject) {
        terminal.result(page[terminal.language])
      }
      return
    }
    try await terminal.finish { () async throws(PipelineFailure) in
      let request = try await sheets.sheets.request(for: period, asOf: asOf?.date)
      let figures = try Figures(
        request.gathering,
        under: request.rules,
        for: request.period,
        asOf: asOf?.date
      )
      let receipt = try Receipt(figures, unit: subject, indicator: indicator)
      switch format {
      case .text:
        let folders = TemplateFolders.installed(beside: sheets.ground.workspace)
        terminal.result(try receipt.text(templates: folders, language: terminal.language))
      case .json: terminal.result(receipt.json)
      }
      return .done
    }
  }
}
