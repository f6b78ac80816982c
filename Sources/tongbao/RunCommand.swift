import ArgumentParser
import TongbaoFormats
import TongbaoModel
import TongbaoPipeline

/// `tongbao run`: the cron job.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "收件、计分、生成并发布 Take in the inbox, score, render, publish.",
    discussion: """
      不写 --period 时，凡已到期而未发布的期间都发布，先早后晚。
      Without --period everything that is due and not out yet comes out, oldest first.

      例 Examples:
        tongbao run
        tongbao run --period 2017-11 --date 2017-12-06
        tongbao run --period 2017 --undecided confirm

      退出码 Exit codes: 0 · 3 已发布，有未采信 published, some in quarantine · 4 被拦截 a guard refused ·
      75 另有运行 locked · 78 设置有误 bad configuration
      """
  )

  @Option(
    name: [.customLong("workspace"), .customShort("C")],
    help: ArgumentHelp("工作目录，默认当前目录 Workspace; default: this folder.", valueName: "dir")
  )
  var workspace = "."

  @Option(help: PeriodArgument.help)
  var period: PeriodArgument?

  @Option(help: ArgumentHelp("成文日期，默认今天 Date of the issue; default: today.", valueName: "date"))
  var date: DateArgument?

  @Option(
    help: ArgumentHelp(
      "年终仍未核定的预扣分：confirm 照扣，restore 返还 Undecided provisional deductions at year-end.",
      valueName: "confirm|restore"
    )
  )
  var undecided: UndecidedArgument?

  @Flag(help: "即使一切正常也写一行小结 One summary line even when all is well.")
  var summary = false

  @Flag(help: "以 JSON 输出结果 The result as JSON.")
  var json = false

  @OptionGroup var messages: MessageOptions

  func validate() throws { try Running.validateTime() }

  func run() async throws {
    try await Running(
      workspace: workspace,
      period: period,
      date: date,
      undecided: undecided,
      isRelease: false,
      number: nil,
      isSummaryWanted: summary || Terminal.isInteractive,
      isJSON: json,
      terminal: messages.terminal
    )
    .perform()
  }
}

/// `tongbao release`: brings out a draft that has been signed.
struct ReleaseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release",
    abstract: "发布已签发的草稿 Bring out a signed draft.",
    discussion: """
      例 Examples:
        tongbao release 2017-11 --date 2017-12-06
        tongbao release 2017-11 --draft 3f2a91c0
        tongbao release 2017-11 --number 12

      退出码 Exit codes: 0 · 4 与签发的不符，或被拦截 not what was signed, or a guard refused · 64 没有草稿，或编号已用
      no draft, or the number is taken · 65 · 73 · 75 · 78
      """
  )

  @Argument(help: PeriodArgument.help)
  var period: PeriodArgument

  @Option(
    name: [.customLong("workspace"), .customShort("C")],
    help: ArgumentHelp("工作目录，默认当前目录 Workspace; default: this folder.", valueName: "dir")
  )
  var workspace = "."

  @Option(
    help: ArgumentHelp(
      "签发的草稿的校验码，不符不发布 Check code of the draft that was signed; another one is refused.",
      valueName: "code"
    )
  )
  var draft: String?

  @Option(help: ArgumentHelp("发文序号，默认接上一号 Document number; default: the next one.", valueName: "n"))
  var number: Int?

  @Option(help: ArgumentHelp("成文日期，默认今天 Date of the issue; default: today.", valueName: "date"))
  var date: DateArgument?

  @Option(
    help: ArgumentHelp(
      "年终仍未核定的预扣分：confirm 照扣，restore 返还 Undecided provisional deductions at year-end.",
      valueName: "confirm|restore"
    )
  )
  var undecided: UndecidedArgument?

  @OptionGroup var messages: MessageOptions

  func validate() throws {
    try Running.validateTime()
    if let number, number < 1 {
      throw ValidationError("--number 须为正整数 (--number takes a positive number)")
    }
    if let draft, draft.utf8.count != 8 || !draft.allSatisfy(\.isHexDigit) {
      throw ValidationError("--draft 须为 8 位校验码 (--draft takes a check code of 8 digits)")
    }
  }

  func run() async throws {
    try await Running(
      workspace: workspace,
      period: period,
      date: date,
      undecided: undecided,
      isRelease: true,
      number: number,
      draftCode: draft?.lowercased(),
      isSummaryWanted: true,
      isJSON: false,
      terminal: messages.terminal
    )
    .perform()
  }
}

/// How undecided provisional deductions are closed, as it is typed.
struct UndecidedArgument: ExpressibleByArgument {
  /// The rule.
  let rule: Undecided

  init?(argument: String) {
    guard let rule = Undecided(rawValue: argument) else { return nil }
    self.rule = rule
  }

  static var allValueStrings: [String] { Undecided.allCases.map(\.rawValue) }
}
