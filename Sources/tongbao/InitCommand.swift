import ArgumentParser
import Foundation
import TongbaoModel
import TongbaoPipeline

/// `tongbao init DIR`: a new workspace.
struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "新建工作目录 Set up a new workspace.",
    discussion: """
      写入带注释的考核办法、设置、模板说明、定时任务和示例表；绝不覆盖：文件夹已有内容时拒绝。
      Writes a commented scheme and settings, notes on templates, cron and systemd files and example sheets.
      Never overwrites: a folder that holds anything is refused.

      例 Examples:
        tongbao init /srv/kaoping
        tongbao init --dry-run 试用                     只列出将写入的文件 only list the files

      先读其中的 README.txt Read README.txt in it first.
      """
  )

  @Argument(
    help: ArgumentHelp("工作目录，须为空或尚不存在 Folder, empty or not there yet.", valueName: "dir")
  )
  var folder: String

  @Flag(help: "只列出将写入的文件 Only list what would be written.")
  var dryRun = false

  @OptionGroup var messages: MessageOptions

  func run() async throws {
    let terminal = messages.terminal
    try await terminal.finish { () async throws(PipelineFailure) in
      let environment = Environment.current
      let path = URL(filePath: folder).standardizedFileURL.path(percentEncoded: false)
      let isRoot = NSUserName() == "root"
      let office = NewOffice(
        path: path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path,
        today: environment.today(in: Settings().timeZone),
        program: TemplateFolders.program,
        user: isRoot ? nil : NSUserName(),
        templates: TemplateFolders.installed(beside: nil)
      )
      let files = try office.make(isDryRun: dryRun)
      for line in lines(files) { terminal.result(line[terminal.language] + "\n") }
      return .done
    }
  }

  private func lines(_ files: [String]) -> [Bilingual] {
    if dryRun { return files.map { Bilingual($0, $0) } }
    let count = files.count { !$0.hasSuffix("/") }
    return [
      Bilingual(
        "已建立工作目录 \(folder)，共 \(count) 个文件",
        "made the workspace \(folder), \(count) files"
      ),
      Bilingual("下一步：阅读 \(folder)/README.txt", "next: read \(folder)/README.txt"),
    ]
  }
}
