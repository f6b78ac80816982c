import ArgumentParser
import TongbaoModel
import TongbaoPipeline

/// `tongbao status`: how the office stands.
struct StatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "查看运行情况 The last run, what waits, what is open, what comes next.",
    discussion: """
      只读取，不加锁，运行中也可查看。--max-age 供监控使用：正常时不输出，退出码 0；
      登记簿缺失或损坏，从未运行、超时、失败或被拦截时输出一行，退出码 1。
      Only reads and takes no lock. --max-age is for monitors: silent and 0 when all is well; one line and exit
      code 1 when the register is lost or damaged, there was no run, the last one is older, failed, or was refused
      by a guard.

      例 Examples:
        tongbao status
        tongbao status --date 2017-12-06 --json
        tongbao status -C /srv/kaoping --max-age 26h
      """
  )

  @Option(
    help: ArgumentHelp(
      "问题和到期截至此日，默认今天 Findings and due periods as of this day; default: today.",
      valueName: "date"
    )
  )
  var date: DateArgument?

  @Option(
    name: .customLong("max-age"),
    help: ArgumentHelp(
      "上次运行不得早于此 The last run must be younger: 90m, 26h, 2d.",
      valueName: "span"
    )
  )
  var maxAge: SpanArgument?

  @Flag(help: "以 JSON 输出结果 The result as JSON.")
  var json = false

  @Option(
    name: [.customLong("workspace"), .customShort("C")],
    help: ArgumentHelp("工作目录，默认当前目录 Workspace; default: this folder.", valueName: "dir")
  )
  var workspace = "."

  @OptionGroup var messages: MessageOptions

  func run() async throws {
    let terminal = messages.terminal
    try await terminal.finish { () async throws(PipelineFailure) in
      let office = try Office(path: workspace)
      let environment = Environment.current
      let health = try maxAge.map { span throws(PipelineFailure) in
        try RunHealth(office, now: environment.now, limit: span.seconds)
      }
      let exit: ExitStatus = health?.isWell ?? true ? .done : .warnings
      if let health, !json {
        if !health.isWell { terminal.result(health.text[terminal.language] + "\n") }
        return exit
      }
      let zone = office.settings.timeZone
      let status = try await OfficeStatus(
        office,
        on: date?.date ?? environment.today(in: zone),
        now: environment.now
      )
      if json {
        terminal.result(status.json)
      } else {
        let lines = status.text(in: terminal.language, now: environment.now) { seconds in
          environment.moment(seconds, in: zone)
        }
        terminal.result(lines.joined(separator: "\n") + "\n")
      }
      return exit
    }
  }
}

/// A span of time as it is typed: `90m`, `26h`, `2d`.
struct SpanArgument: ExpressibleByArgument {
  /// Its length.
  let seconds: Int64

  init?(argument: String) {
    let units: [Character: Int64] = ["m": 60, "h": 3_600, "d": 86_400]
    guard let last = argument.last, let unit = units[last],
      let count = Int64(argument.dropLast()), (1...1_000_000).contains(count)
    else { return nil }
    seconds = count * unit
  }
}
