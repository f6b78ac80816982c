import ArgumentParser

/// The program with its commands.
struct Tongbao: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tongbao",
    abstract: "通报：把督查表变成得分和通报 Inspection sheets in, fair scores and circulars out.",
    discussion: """
      例 Examples:
        tongbao init /srv/kaoping                       新建工作目录 a new workspace
        tongbao run                                     定时任务：收件、计分、发布 the cron job
        tongbao check inbox/*.csv                       只核对，不改动 validate, change nothing
        tongbao headers 新表.csv                        为认不出的表拟设置 settings for an unknown export
        tongbao scores --period 2017-11                 各单位得分 the figures
        tongbao explain 盐官镇 --period 2017-11          得分由来，直到文件和行 down to file and row
        tongbao diff 2017-10 2017-11                    两期对比 what changed, and why
        tongbao explain csv.unclosed-quote              诊断说明 a diagnostic's page
        tongbao withdraw ZZ-10001 --reason 认定有误     撤回 retract a record or a sheet
        tongbao verify                                  核对已发布的数字 prove what was published
        tongbao status                                  运行情况 how the office stands
        tongbao doctor                                  检查环境 check the environment

      退出码 Exit codes: 0 完成 done · 1 有警告 warnings under --strict, status --max-age · 2 数据有误 data errors ·
      3 已发布，有未采信 published, some in quarantine · 4 被拦截 a guard refused · 64 用法 usage ·
      65 读不了 unreadable · 73 写不了 cannot write · 75 另有运行 locked · 78 设置有误 bad configuration
      """,
    version: Tongbao.version,
    subcommands: [
      InitCommand.self, RunCommand.self, ReleaseCommand.self, WithdrawCommand.self,
      CheckCommand.self, RowsCommand.self, HeadersCommand.self,
      ScoresCommand.self, CircularCommand.self, SummaryCommand.self, ExplainCommand.self,
      DiffCommand.self, SampleCommand.self, VerifyCommand.self, StatusCommand.self,
      DoctorCommand.self,
    ]
  )

  /// The program's version, which is part of what an issue's bytes depend on.
  static let version = "0.1.0"
}
