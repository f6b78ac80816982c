import TongbaoModel
import TongbaoPublishing

// What `tongbao doctor` says of the program and its surroundings: all its wording stands here and in
// CheckupWords+Workspace.swift.

extension CheckResult {
  static func program(_ version: String, _ build: String) -> CheckResult {
    CheckResult(
      "program",
      Bilingual("程序", "program"),
      Bilingual("tongbao \(version)（\(build)）", "tongbao \(version) (\(build))")
    )
  }

  static func library(_ version: LibraryVersion) -> CheckResult {
    let title = Bilingual(version.name, version.name)
    let name = version.name.lowercased()
    guard !version.isCompatible else {
      return CheckResult(
        name,
        title,
        Bilingual(
          "\(version.running)（编译时 \(version.compiled)）",
          "\(version.running) (compiled with \(version.compiled))"
        )
      )
    }
    return CheckResult(
      name,
      title,
      .warning,
      Bilingual(
        "运行的是 \(version.running)，编译时是 \(version.compiled)",
        "\(version.running) runs, \(version.compiled) was compiled with"
      ),
      remedy: Bilingual(
        "请安装与编译时同一系列的版本，或重新编译程序",
        "Install the series that was compiled with, or compile the program anew"
      )
    )
  }

  static func language(_ variable: String?, _ language: Language) -> CheckResult {
    let chinese = language == .chinese ? "提示用中文" : "提示用英文"
    let english = language == .chinese ? "messages are in Chinese" : "messages are in English"
    return CheckResult(
      "language",
      Bilingual("语言", "language"),
      Bilingual(
        "\(variable ?? "没有设置 LANG")，\(chinese)",
        "\(variable ?? "LANG is not set"): \(english)"
      )
    )
  }

  static func umask(_ mask: UInt32?) -> CheckResult {
    let title = Bilingual("权限掩码", "umask")
    guard let mask else {
      return CheckResult("umask", title, Bilingual("无从得知", "not known"))
    }
    let text = octal(mask)
    if mask & 0o002 == 0 {
      return CheckResult(
        "umask",
        title,
        .warning,
        Bilingual("umask \(text)，新建的文件任何人都可以改", "umask \(text): anybody could change new files"),
        remedy: Bilingual("请在定时任务中先执行 umask 022", "Set umask 022 before the run, in the cron job")
      )
    }
    if mask & 0o055 == 0o055 {
      return CheckResult(
        "umask",
        title,
        .warning,
        Bilingual(
          "umask \(text)，公开的页面别人读不到",
          "umask \(text): nobody else could read the public pages"
        ),
        remedy: Bilingual("请在定时任务中先执行 umask 022", "Set umask 022 before the run, in the cron job")
      )
    }
    return CheckResult("umask", title, Bilingual("umask \(text)", "umask \(text)"))
  }

  private static func octal(_ mask: UInt32) -> String {
    let digits = String(mask, radix: 8)
    return String(repeating: "0", count: max(0, 3 - digits.utf8.count)) + digits
  }

  static let noTemplates = CheckResult(
    "templates",
    templatesTitle,
    .error,
    Bilingual("找不到程序自带的模板", "The templates that came with the program are not found"),
    remedy: Bilingual(
      "请用 make install 安装，或用 TONGBAO_TEMPLATES 指明模板目录",
      "Install with make install, or name their folder in TONGBAO_TEMPLATES"
    ),
    concern: .configuration
  )

  private static let templatesTitle = Bilingual("模板", "templates")

  static func templates(_ locale: String, _ found: [Diagnostic]) -> CheckResult {
    let errors = found.count { $0.kind.severity == .error }
    let warnings = found.count { $0.kind.severity == .warning }
    guard errors + warnings > 0 else {
      return CheckResult(
        "templates",
        templatesTitle,
        Bilingual("\(locale)，没有问题", "\(locale), nothing wrong")
      )
    }
    return CheckResult(
      "templates",
      templatesTitle,
      errors > 0 ? .error : .warning,
      Bilingual(
        "\(locale)，错误 \(errors) 个，警告 \(warnings) 个",
        "\(locale): errors: \(errors), warnings: \(warnings)"
      ),
      remedy: Bilingual(
        "请按下列各处改正；可用的名称见程序自带的 templates/README.zh.md",
        "Mend these places; templates/README.md, which came with the program, lists the names"
      ),
      concern: .configuration,
      diagnostics: found
    )
  }

  static func overrides(_ files: [(path: String, isSame: Bool)]) -> CheckResult {
    let title = Bilingual("改过的模板", "changed templates")
    guard !files.isEmpty else {
      return CheckResult("overrides", title, Bilingual("没有", "none"))
    }
    let names = files.map(\.path)
    let same = files.filter(\.isSame).map(\.path)
    let message = Bilingual(
      names.joined(separator: "、"),
      names.joined(separator: ", ")
    )
    guard !same.isEmpty else { return CheckResult("overrides", title, message) }
    return CheckResult(
      "overrides",
      title,
      .warning,
      message,
      remedy: Bilingual(
        "与自带的相同，可以删除：\(same.joined(separator: "、"))",
        "Equal to those that came with the program, and can go: \(same.joined(separator: ", "))"
      )
    )
  }
}

// Rules.
extension CheckResult {
  static let noSettings = CheckResult(
    "settings",
    Bilingual("tongbao.yaml", "tongbao.yaml"),
    Bilingual("没有该文件，全部用默认设置", "there is none: every setting is its default")
  )

  static let noScheme = CheckResult(
    "schemes",
    Bilingual("考核办法", "schemes"),
    .error,
    Bilingual("schemes 目录中没有考核办法", "the folder schemes holds none"),
    remedy: Bilingual(
      "请放入该年度的考核办法，或用 --workspace 指明工作目录",
      "Put the scheme of the year there, or name the workspace with --workspace"
    ),
    concern: .configuration
  )

  static func rules(
    _ file: String,
    errors: Int,
    warnings: Int,
    _ diagnostics: [Diagnostic]
  ) -> CheckResult {
    let title = Bilingual(file, file)
    guard errors + warnings > 0 else {
      return CheckResult(file, title, Bilingual("没有问题", "nothing wrong"))
    }
    return CheckResult(
      file,
      title,
      errors > 0 ? .error : .warning,
      Bilingual("错误 \(errors) 个，警告 \(warnings) 个", "errors: \(errors), warnings: \(warnings)"),
      remedy: Bilingual("请用 tongbao check \(file) 查看全部", "tongbao check \(file) shows them all"),
      concern: .configuration,
      diagnostics: diagnostics
    )
  }

  static func timeZone(_ zone: String, isKnown: Bool) -> CheckResult {
    let title = Bilingual("时区", "time zone")
    guard !isKnown else { return CheckResult("timeZone", title, Bilingual(zone, zone)) }
    return CheckResult(
      "timeZone",
      title,
      .warning,
      Bilingual("本机不认识 \(zone)，按格林尼治时间计算日期", "\(zone) is not known here: days are those of GMT"),
      remedy: Bilingual(
        "请改正 tongbao.yaml 的 timeZone，或安装 tzdata",
        "Mend timeZone in tongbao.yaml, or install tzdata"
      ),
      concern: .configuration
    )
  }

  static func overlap(_ first: String, _ second: String) -> CheckResult {
    CheckResult(
      "windows",
      Bilingual("考核年度", "years"),
      .error,
      Bilingual("\(first) 与 \(second) 的考核期重叠", "the windows of \(first) and \(second) overlap"),
      remedy: Bilingual("请改正其中一个的 window", "Mend the window of one of them"),
      concern: .configuration
    )
  }

  static func year(_ file: String?, _ today: CalendarDate, latest: CalendarDate?) -> CheckResult {
    let title = Bilingual("今天的考核办法", "scheme of today")
    if let file {
      return CheckResult(
        "year",
        title,
        Bilingual("\(today) 按 \(file)", "\(today) is under \(file)")
      )
    }
    let end = latest.map(\.description) ?? "—"
    return CheckResult(
      "year",
      title,
      .warning,
      Bilingual(
        "没有考核办法包含今天（\(today)），最迟到 \(end)",
        "no scheme covers today (\(today)); the latest ends on \(end)"
      ),
      remedy: Bilingual(
        "新年度开始的，请在 schemes 中放入新的考核办法",
        "If a new year has begun, put its scheme into schemes"
      ),
      concern: .configuration
    )
  }
}
