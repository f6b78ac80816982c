import ArgumentParser
import TongbaoModel
import TongbaoPipeline

/// `tongbao verify [DIR]`: proves what was published.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "由存档重算已发布的通报，逐字节核对 Recompute what was published, byte by byte.",
    discussion: """
      核对存档、登记簿和已发布文件的摘要，再用当时的督查表、考核办法、设置和模板逐期重算；其他程序版本发布的只核对数字。
      指出最先不同的文件和数字。只读取，不加锁，也可用于备份。
      Holds archive, register and published files against their digests, then makes every issue again from the sheets,
      scheme, settings and templates of its time; of issues by another version of the program it compares the figures.
      Names the first file and number that differ. Only reads and takes no lock: a backup can be proved too.

      例 Examples:
        tongbao verify
        tongbao verify /backup/kaoping --json

      退出码 Exit codes: 0 全部一致 all is as published · 2 有不一致 something differs · 65 日志或登记簿读不了
      unreadable journal or register · 78 设置有误 bad configuration
      """
  )

  @Argument(help: ArgumentHelp("工作目录，默认当前目录 Workspace; default: this folder.", valueName: "dir"))
  var workspace = "."

  @Flag(help: "以 JSON 输出结果 The result as JSON.")
  var json = false

  @OptionGroup var messages: MessageOptions

  func run() async throws {
    let terminal = messages.terminal
    try await terminal.finish { () async throws(PipelineFailure) in
      let verifying = try await Verifying.perform(
        workspace: workspace,
        templates: TemplateFolders.installed(beside: workspace),
        program: Tongbao.version
      )
      if json {
        terminal.result(verifying.json)
      } else {
        terminal.report(verifying.log)
        for line in verifying.text(in: terminal.language) { terminal.result(line + "\n") }
      }
      return verifying.isWhole ? .done : .dataErrors
    }
  }
}
