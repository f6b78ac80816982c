import ArgumentParser
import TongbaoModel
import TongbaoPipeline

/// `tongbao circular --period P`: the pages of a period without publishing them.
struct CircularCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "circular",
    abstract: "生成通报而不发布 Render a circular without publishing it.",
    discussion: """
      不写 --out 时，把通报的纯文本写到标准输出。
      Without --out the circular's plain text goes to standard output.

      例 Examples:
        tongbao circular --period 2017-11
        tongbao circular --period 2017-11 --out 预览
        tongbao circular --period 2017-10 --scheme 2017.yaml --out 预览 *.csv
      """
  )

  @Option(help: PeriodArgument.help)
  var period: PeriodArgument

  @OptionGroup var rendering: RenderingOptions
  @OptionGroup var messages: MessageOptions
  @OptionGroup var sheets: SheetOptions

  func run() async throws {
    let terminal = messages.terminal
    try await terminal.finish { () async throws(PipelineFailure) in
      try await rendering.render(sheets, for: period, undecided: nil, to: terminal)
    }
  }
}

/// `tongbao summary --year Y`: the year-end summary.
struct SummaryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "summary",
    abstract: "生成年度目标责任制考核汇总 The year-end summary.",
    discussion: """
      仍有预扣分未核定时拒绝生成，逐条列出；--undecided 指定如何处理。
      Refused while provisional deductions are undecided, naming each; --undecided says how to close them.

      例 Examples:
        tongbao summary --year 2017
        tongbao summary --year 2017 --undecided confirm --out 年终
      """
  )

  @Option(help: ArgumentHelp("考核年度 Assessment year.", valueName: "year"))
  var year: PeriodArgument

  @Option(
    help: ArgumentHelp(
      "年终仍未核定的预扣分：confirm 照扣，restore 返还 Undecided provisional deductions at year-end.",
      valueName: "confirm|restore"
    )
  )
  var undecided: UndecidedArgument?

  @OptionGroup var rendering: RenderingOptions
  @OptionGroup var messages: MessageOptions
  @OptionGroup var sheets: SheetOptions

  func validate() throws {
    guard year.kind == .year else {
      throw ValidationError("--year 须为年度，如 2017 (--year takes a year such as 2017)")
    }
  }

  func run() async throws {
    let terminal = messages.terminal
    try await terminal.finish { () async throws(PipelineFailure) in
      try await rendering.render(sheets, for: year, undecided: undecided?.rule, to: terminal)
    }
  }
}

/// Where rendered pages go.
struct RenderingOptions: ParsableArguments {
  @Option(help: ArgumentHelp("写入该文件夹 Write all pages there.", valueName: "dir"))
  var out: String?

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "截至日，默认期末 Day that decides what exists; default: the period's end.",
      valueName: "date"
    )
  )
  var asOf: DateArgument?

  @Option(help: ArgumentHelp("成文日期，默认今天 Date of the issue; default: today.", valueName: "date"))
  var date: DateArgument?

  @Flag(help: "纯文本每页 22 行 Plain text in pages of 22 lines.")
  var paged = false

  /// Renders and writes, or prints the text.
  func render(
    _ sheets: SheetOptions,
    for period: PeriodArgument,
    undecided: Undecided?,
    to terminal: Terminal
  ) async throws(PipelineFailure) -> ExitStatus {
    let request = try await sheets.request(for: period, asOf: asOf?.date)
    let figures = try Figures(
      request.gathering,
      under: request.rules,
      for: request.period,
      asOf: asOf?.date,
      undecided: undecided
    )
    if request.period.kind == .year { try figures.requireDecided() }
    let today = Environment.current.today(in: request.rules.settings.timeZone)
    let rendition = try await Rendition(
      figures,
      to: request.question,
      date: date?.date ?? today,
      templates: TemplateFolders.installed(
        beside: sheets.ground.scheme == nil ? sheets.ground.workspace : nil
      )
    )
    var log = DiagnosticLog()
    log.append(contentsOf: rendition.diagnostics)
    terminal.reportProblems(log)
    if let out {
      try rendition.write(below: out)
    } else {
      terminal.result(rendition.text(isPaged: paged))
    }
    return terminal.close(request, isStrict: false)
  }
}
