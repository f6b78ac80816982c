import ArgumentParser
import TongbaoFormats
import TongbaoModel
import TongbaoPipeline

/// `tongbao headers FILE`: proposes an entry of `sources:` for an unknown export.
struct HeadersCommand: AsyncParsableCommand {
  /// How the proposal is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case yaml
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "headers",
    abstract: "为认不出的表拟一条 sources 设置 Propose a sources entry for an unknown export.",
    discussion: """
      例 Examples:
        tongbao headers 新表.csv                          在工作目录中 in a workspace
        tongbao headers --scheme schemes/2017.yaml 新表.xml
        tongbao headers 新表.csv > entry.yaml             只留设置 the entry alone
        tongbao headers --sheet 检查结果 新表.xml
        tongbao headers --kind 督查记录 新表.xml          看错表种时 where the kind is mistaken

      各列的判断、例值和理由写到标准错误；拟出的设置写到标准输出，粘贴到 tongbao.yaml 的 sources: 之下，
      再用 tongbao check 核对。带 # 的行须人定夺。
      The table of columns goes to standard error, the entry to standard output: paste it under sources:
      in tongbao.yaml, then tongbao check. Lines behind a # are for you to decide.
      """
  )

  @Option(help: ArgumentHelp("工作表 Worksheet of a workbook.", valueName: "name"))
  var sheet: String?

  @Option(
    name: [.customLong("workspace"), .customShort("C")],
    help: ArgumentHelp("工作目录，默认当前目录 Workspace; default: this folder.", valueName: "dir")
  )
  var workspace: String?

  @Option(
    help: ArgumentHelp(
      "考核办法，默认取工作目录的；没有也可 Scheme; default: the workspace's; may be absent.",
      valueName: "file"
    )
  )
  var scheme: String?

  @Option(help: ArgumentHelp("设置 Settings.", valueName: "file"))
  var settings: String?

  @Option(
    help: ArgumentHelp(
      "表种，看错时指定 Kind of the sheet: \(KindName.all).",
      valueName: "kind"
    )
  )
  var kind: KindName?

  @Option(help: "yaml 或 json.")
  var format: Format = .yaml

  @OptionGroup var messages: MessageOptions

  @Argument(help: "CSV 或 XML 文件 A CSV or XML file.")
  var file: String

  func run() async throws {
    let terminal = messages.terminal
    try await terminal.finish { () async throws(PipelineFailure) in
      let (scheme, settings) = try rules()
      let name = SheetInput.name(ofPath: file)
      let entry = settings.source(forFile: name)
      let today = Environment.current.today(in: settings.timeZone)
      let input = SheetInput(path: file, name: name, entry: entry, lastDay: today)
      let proposal = try await HeaderProposal.make(
        input,
        sheet: sheet,
        kind: kind?.kind,
        scheme: scheme,
        hasSources: !settings.sources.isEmpty
      )
      switch format {
      case .yaml: show(proposal, on: terminal)
      case .json:
        terminal.result(proposal.value(in: terminal.language).rendered(.indented))
        terminal.reportProblems(proposal.log)
      }
      return proposal.log.count(of: Severity.error) == 0 ? .done : .dataErrors
    }
  }

  private func show(_ proposal: HeaderProposal, on terminal: Terminal) {
    for line in proposal.findings(in: terminal.language) { terminal.message(line) }
    terminal.reportProblems(proposal.log)
    terminal.result(proposal.entryText(in: terminal.language))
    for line in proposal.advice(in: terminal.language) { terminal.message(line) }
  }

  /// The scheme and settings named, else those of the workspace; without either, none and the defaults.
  private func rules() throws(PipelineFailure) -> (Scheme?, Settings) {
    if let scheme {
      let rules = try Rules(scheme: scheme, settings: settings)
      return (rules.scheme, rules.settings)
    }
    if let settings { return (nil, try Rules.settings(settings)) }
    do throws(PipelineFailure) {
      let office = try Office(path: workspace ?? ".")
      let today = Environment.current.today(in: office.settings.timeZone)
      return (office.rules(near: today).scheme, office.settings)
    } catch {
      // Elsewhere than in a workspace the sheet must speak for itself.
      guard workspace == nil, case .unanswerable = error else { throw error }
      return (nil, Settings())
    }
  }
}
