import ArgumentParser
import TongbaoFormats
import TongbaoModel
import TongbaoPipeline

/// `tongbao withdraw FILE|RECORD --reason R`: retracts a sheet or a record.
struct WithdrawCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: "撤回一份督查表或一条记录 Retract a sheet or a record.",
    discussion: """
      只在收件日志中记一笔，不删除任何文件；下次 tongbao run 重新计算所涉的已发布时期，有变动的发布更正。
      Adds an entry to the journal and deletes nothing; the next tongbao run computes the published periods
      anew that it touches, and corrects those that change.

      例 Examples:
        tongbao withdraw 综治办-平安检查-2017年10月.csv --reason 重复报送
        tongbao withdraw 3f2a91c0 --reason 数据有误       SHA-256 的前几位 first digits of the SHA-256
        tongbao withdraw ZZ-10001 --reason 认定有误 --dry-run
        tongbao withdraw 10001 --department 农办 --reason 误报

      退出码 Exit codes: 0 · 64 没有或不止一项 nothing, or several things, of that name · 73 · 75 · 78
      """
  )

  @Argument(
    help: ArgumentHelp(
      "文件名、归档名或 SHA-256 前几位；或单号 A sheet by name, archived name or digits of its SHA-256; or a record number.",
      valueName: "file|record"
    )
  )
  var subject: String

  @Option(help: ArgumentHelp("理由，记入日志 Why; goes into the journal.", valueName: "text"))
  var reason: String

  @Option(
    help: ArgumentHelp(
      "几个部门同号时指明部门 Whose record, where several departments have the number.",
      valueName: "name"
    )
  )
  var department: String?

  @Flag(help: "只看影响，不登记 Only tell what would come of it.")
  var dryRun = false

  @Flag(help: "以 JSON 输出结果 The result as JSON.")
  var json = false

  @Option(
    name: [.customLong("workspace"), .customShort("C")],
    help: ArgumentHelp("工作目录，默认当前目录 Workspace; default: this folder.", valueName: "dir")
  )
  var workspace = "."

  @OptionGroup var messages: MessageOptions

  func validate() throws {
    if reason.allSatisfy(\.isWhitespace) || PrintableText.clean(reason) != reason {
      throw ValidationError("理由须是看得见的文字 (the reason must be a text that can be seen)")
    }
  }

  func run() async throws {
    let terminal = messages.terminal
    try await terminal.finish { () async throws(PipelineFailure) in
      let withdrawal = try await Withdrawing.perform(
        WithdrawingRequest(
          workspace: workspace,
          subject: subject,
          department: department,
          reason: reason,
          now: Environment.current.now,
          isDryRun: dryRun
        )
      )
      terminal.report(withdrawal.log)
      if json {
        terminal.result(withdrawal.json)
      } else {
        for line in withdrawal.text(in: terminal.language) { terminal.result(line + "\n") }
      }
      return .done
    }
  }
}
