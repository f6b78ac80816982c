import ArgumentParser
import TongbaoFormats
import TongbaoModel
import TongbaoPipeline

/// `tongbao doctor`: whether a run would find what it needs.
struct DoctorCommand: AsyncParsableCommand {
  /// How the checks are printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "检查环境：目录、权限、空间、模板、考核办法 Check folders, rights, space, templates, schemes.",
    discussion: """
      逐项列出：正常、警告（附办法）、错误（附办法）。除一个试写后即删的文件外不写任何内容。
      A line for each check: ok, or a warning or error with its remedy. Nothing is written but a file that goes again.

      例 Examples:
        tongbao doctor
        tongbao doctor --workspace /srv/kaoping --format json

      退出码 Exit codes: 0 没有错误 no error · 1 有警告 warnings under --strict · 65 读不了 unreadable ·
      73 写不了 cannot write · 78 考核办法、设置或模板有误 bad configuration
      """
  )

  @Option(
    name: [.customLong("workspace"), .customShort("C")],
    help: ArgumentHelp("工作目录，默认当前目录 Workspace; default: this folder.", valueName: "dir")
  )
  var workspace = "."

  @Option(help: "text 或 json.")
  var format: Format = .text

  @Flag(help: "有警告也算不通过（退出码 1） Warnings end with exit code 1.")
  var strict = false

  @OptionGroup var messages: MessageOptions

  func run() async throws {
    let terminal = messages.terminal
    let checkup = Checkup(workspace: workspace, surroundings(terminal))
    switch format {
    case .json: terminal.result(DoctorCommand.value(of: checkup).rendered(.indented))
    case .text: terminal.result(DoctorCommand.text(of: checkup, in: terminal.language))
    }
    let status = checkup.exitStatus(isStrict: strict)
    guard status == .done else { throw ExitCode(status.rawValue) }
  }

  private func surroundings(_ terminal: Terminal) -> Surroundings {
    let environment = Environment.current
    return Surroundings(
      program: Tongbao.version,
      build: Environment.build,
      languageVariable: messages.languageName.map { "--lang \($0)" }
        ?? environment.languageVariable.map { "\($0.name)=\($0.value)" },
      language: terminal.language,
      now: environment.now,
      isTimeStated: environment.isTimeStated,
      umask: Environment.umask,
      templates: TemplateFolders.installed(beside: workspace),
      knowsZone: { Environment.knows(zone: $0) },
      today: { environment.today(in: $0) }
    )
  }
}

// What is printed.
extension DoctorCommand {
  static func text(of checkup: Checkup, in language: Language) -> String {
    let colon = language == .chinese ? "：" : ": "
    var lines: [String] = []
    for result in checkup.results {
      let level = label(result.level)[language]
      lines.append(
        PrintableText.clean(
          "\(level)  \(result.title[language])\(colon)\(result.message[language])"
        )
      )
      let indent = String(repeating: " ", count: TextWidth.columns(of: level) + 2)
      if let remedy = result.remedy {
        lines.append(PrintableText.clean("\(indent)→ \(remedy[language])"))
      }
      let printer = DiagnosticText(language: language)
      for diagnostic in result.diagnostics where diagnostic.location != nil {
        lines += printer.lines(of: diagnostic).map { indent + $0 }
      }
    }
    return (lines + [summary(of: checkup)[language]]).joined(separator: "\n") + "\n"
  }

  private static func label(_ level: CheckResult.Level) -> Bilingual {
    switch level {
    case .ok: Bilingual("正常", "ok     ")
    case .warning: Bilingual("警告", "warning")
    case .error: Bilingual("错误", "error  ")
    }
  }

  private static func summary(of checkup: Checkup) -> Bilingual {
    let errors = checkup.results.count { $0.level == .error }
    let warnings = checkup.results.count { $0.level == .warning }
    return Bilingual(
      "检查 \(checkup.results.count) 项，错误 \(errors) 项，警告 \(warnings) 项",
      "checks: \(checkup.results.count), errors: \(errors), warnings: \(warnings)"
    )
  }

  static func value(of checkup: Checkup) -> JSONValue {
    func value(_ text: Bilingual) -> JSONValue {
      .object(Language.allCases.map { JSONMember($0.rawValue, .string(text[$0])) })
    }
    return [
      "format": "tongbao.doctor/1",
      "level": .string(checkup.level.rawValue),
      "checks": .array(
        checkup.results.map { result in
          [
            "check": .string(result.name),
            "level": .string(result.level.rawValue),
            "message": value(result.message),
            "remedy": result.remedy.map(value) ?? .null,
            "diagnostics": .array(result.diagnostics.map(DiagnosticJSON.value(of:))),
          ]
        }
      ),
    ]
  }
}

extension Checkup {
  /// The exit code: that of the most serious error, else whether warnings count.
  func exitStatus(isStrict: Bool) -> ExitStatus {
    switch concern {
    case .configuration: .badConfiguration
    case .writing: .cannotWrite
    case .reading: .unreadable
    case nil: isStrict && level == .warning ? .warnings : .done
    }
  }
}
