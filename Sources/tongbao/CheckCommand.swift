import ArgumentParser
import TongbaoFormats
import TongbaoModel
import TongbaoPipeline

/// `tongbao check FILE…`: reads and validates, changes nothing.
struct CheckCommand: AsyncParsableCommand {
  /// How problems are printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "核对督查表、考核办法或设置，不作改动 Read and validate sheets, schemes or settings.",
    discussion: """
      例 Examples:
        tongbao check inbox/*
        tongbao check --scheme schemes/2017.yaml 10月.csv
        tongbao check schemes/2017.yaml tongbao.yaml

      考核办法中合规而不合理之处逐条举例指出 Of a scheme also what is legal but wrong, each with a case.
      有错误时退出码为 2 Exit code 2 where there are errors.
      """
  )

  @Option(help: "text 或 json.")
  var format: Format = .text

  @Flag(help: "有警告也算不通过（退出码 1） Warnings end with exit code 1.")
  var strict = false

  @OptionGroup var messages: MessageOptions
  @OptionGroup var ground: GroundOptions

  @Argument(help: "督查表、考核办法、设置 Sheets, schemes, settings.")
  var files: [String]

  func run() async throws {
    let terminal = messages.terminal
    try await terminal.finish { () async throws(PipelineFailure) in
      var log = DiagnosticLog()
      for file in files where isConfiguration(file) {
        log.append(contentsOf: try check(configuration: file))
      }
      var sheets: [Gathering.Sheet] = []
      let paths = files.filter { !isConfiguration($0) }
      if !paths.isEmpty {
        let result = try await SheetCheck(question(paths))
        log.append(contentsOf: result.log)
        sheets = result.sheets
      }
      print(log, sheets, to: terminal)
      guard sheets.allSatisfy(\.isReadable) else { return .unreadable }
      if log.count(of: Severity.error) > 0 { return .dataErrors }
      return strict && log.count(of: Severity.warning) > 0 ? .warnings : .done
    }
  }

  private func isConfiguration(_ file: String) -> Bool {
    file.hasSuffix(".yaml") || file.hasSuffix(".yml")
  }

  /// Schemes and settings are told apart by name: only one file of a workspace is called `tongbao.yaml`.
  private func check(configuration path: String) throws(PipelineFailure) -> DiagnosticLog {
    let file = try Rules.File(path: path)
    guard file.name == "tongbao.yaml" else { return Rules.checkScheme(file) }
    let rules: Rules? =
      if let scheme = ground.scheme { try Rules(scheme: scheme, settings: nil) } else { nil }
    return Rules.checkSettings(file, against: rules?.scheme)
  }

  private func question(_ paths: [String]) throws(PipelineFailure) -> Question {
    if let scheme = ground.scheme {
      let rules = try Rules(scheme: scheme, settings: ground.settings)
      return Question(rules: rules, files: paths, today: today(rules.settings))
    }
    let office = try Office(path: ground.workspace)
    let today = today(office.settings)
    return try Question(office, files: paths, today: today)
  }

  private func today(_ settings: Settings) -> CalendarDate {
    Environment.current.today(in: settings.timeZone)
  }

  private func print(_ log: DiagnosticLog, _ sheets: [Gathering.Sheet], to terminal: Terminal) {
    switch format {
    case .json:
      let document: JSONValue = [
        "format": "tongbao.check/1",
        "files": .array(sheets.map(value(of:))),
        "diagnostics": DiagnosticJSON.value(of: log),
      ]
      terminal.result(document.rendered(.indented))
    case .text:
      terminal.result(
        DiagnosticText(language: terminal.language, isColored: false)
          .text(of: log, limit: Terminal.printedDiagnostics)
      )
      for sheet in sheets { terminal.result(line(of: sheet)[terminal.language] + "\n") }
    }
  }

  private func line(of sheet: Gathering.Sheet) -> Bilingual {
    let name = PrintableText.clean(sheet.input.name)
    guard let counts = sheet.counts else {
      return Bilingual("\(name)：整份未采信", "\(name): refused as a whole")
    }
    let kind = counts.title
    return Bilingual(
      "\(name)：\(kind.chinese) \(counts.rows) 行，采信 \(counts.accepted)，未采信 \(counts.refused)，"
        + "非记录行 \(counts.nonRecords)",
      "\(name): \(kind.english), \(counts.rows) rows: \(counts.accepted) accepted, "
        + "\(counts.refused) refused, \(counts.nonRecords) no records"
    )
  }

  private func value(of sheet: Gathering.Sheet) -> JSONValue {
    [
      "file": .string(sheet.input.name),
      "kind": JSONValue(sheet.counts?.kind.rawValue),
      "rows": JSONValue(sheet.counts?.rows),
      "accepted": JSONValue(sheet.counts?.accepted),
      "refused": JSONValue(sheet.counts?.refused),
      "nonRecords": JSONValue(sheet.counts?.nonRecords),
    ]
  }
}
