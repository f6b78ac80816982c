import ArgumentParser
import TongbaoFormats
import TongbaoModel
import TongbaoPipeline

/// `tongbao rows FILE`: how a file is read.
struct RowsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rows",
    abstract: "显示文件如何被读取：每行一个 JSON 数组 How a file is read: a JSON array per row.",
    discussion: """
      例 Examples:
        tongbao rows --raw 导出.csv          原样的每一行，任何 CSV 或 XML 表 every row as it stands
        tongbao rows 综治办-10月.csv         标准字段名下的记录行 record rows under canonical fields

      编码、分隔符、表头等写到标准错误 Encoding, delimiter, header go to standard error.
      """
  )

  @Flag(help: "每一行原样，含表头，不需认出表种 Every row as it stands, header included; no kind needed.")
  var raw = false

  @Option(help: ArgumentHelp("工作表 Worksheet of a workbook.", valueName: "name"))
  var sheet: String?

  @Option(
    name: [.customLong("workspace"), .customShort("C")],
    help: ArgumentHelp("工作目录，默认当前目录 Workspace; default: this folder.", valueName: "dir")
  )
  var workspace = "."

  @Option(help: ArgumentHelp("考核办法 Scheme; default: that of the workspace.", valueName: "file"))
  var scheme: String?

  @Option(help: ArgumentHelp("设置 Settings.", valueName: "file"))
  var settings: String?

  @OptionGroup var messages: MessageOptions

  @Argument(help: "CSV 或 XML 文件 A CSV or XML file.")
  var file: String

  func run() async throws {
    let terminal = messages.terminal
    try await terminal.finish { () async throws(PipelineFailure) in
      raw ? try await printRaw(terminal) : try await printRecords(terminal)
    }
  }

  private func printRaw(_ terminal: Terminal) async throws(PipelineFailure) -> ExitStatus {
    var entry = SourceEntry()
    if let settings {
      entry = try Rules.settings(settings).source(forFile: SheetInput.name(ofPath: file))
    }
    if let sheet { entry.sheet = sheet }
    let result = try await RawRows.read(file, entry: entry) { terminal.result($0) }
    show(result.facts, on: terminal)
    terminal.report(result.log)
    return result.isWhole && result.log.count(of: Severity.error) == 0 ? .done : .dataErrors
  }

  private func printRecords(_ terminal: Terminal) async throws(PipelineFailure) -> ExitStatus {
    let rules: Rules
    if let scheme {
      rules = try Rules(scheme: scheme, settings: settings)
    } else {
      let office = try Office(path: workspace)
      rules = office.rules(near: Environment.current.today(in: office.settings.timeZone))
    }
    let today = Environment.current.today(in: rules.settings.timeZone)
    var question = Question(rules: rules, files: [file], today: today)
    if let sheet { question.select(sheet: sheet) }
    let result = try await RecordRows.read(question) { terminal.result($0) }
    show(result.facts, on: terminal)
    terminal.report(result.log)
    return result.log.count(of: Severity.error) == 0 ? .done : .dataErrors
  }

  /// Says how the file was read, where anything is known of it.
  private func show(_ facts: [ReadingFact], on terminal: Terminal) {
    guard !facts.isEmpty else { return }
    let language = terminal.language
    let (colon, comma) = language == .chinese ? ("：", "，") : (": ", ", ")
    let parts = facts.map { $0.name[language] + colon + PrintableText.clean($0.words[language]) }
    terminal.message(parts.joined(separator: comma))
  }
}
