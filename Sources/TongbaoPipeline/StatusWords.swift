import TongbaoFormats
package import TongbaoModel
import TongbaoPublishing

// How an office stands, in words and as JSON.
extension OfficeStatus {
  /// The status as lines; `moment` prints seconds since 1970 in the office's own time.
  package func text(
    in language: Language,
    now: Int64,
    moment: (Int64) -> String
  ) -> [String] {
    var words = StatusWords(language: language)
    words.say(lastRun, now: now, moment)
    if let register { words.say(Bilingual("登记簿", "register"), OfficeStatus.words(of: register)) }
    if let missingYear {
      words.say(Bilingual("考核办法", "scheme"), OfficeStatus.words(of: missingYear))
    }
    words.say(Bilingual("收件夹", "inbox"), inbox)
    words.say(Bilingual("隔离区", "quarantine"), quarantine(now))
    words.say(Bilingual("问题", "findings"), findingsText)
    if !drafts.isEmpty {
      words.say(
        Bilingual("待签发", "to be signed"),
        Bilingual(
          drafts.map { "\($0.period)（校验码 \($0.code)）" }.joined(separator: "、"),
          drafts.map { "\($0.period) (check code \($0.code))" }.joined(separator: ", ")
        )
      )
    }
    let due = upcoming.filter { $0.due <= day }
    if !due.isEmpty {
      words.say(Bilingual("到期未发", "due"), names(due) { "\($0.period)" })
    }
    // Without its register nobody knows what is out.
    if register == nil {
      words.say(
        Bilingual("下期", "next"),
        names(upcoming.filter { $0.due > day }) { "\($0.period) (\($0.due))" }
      )
    }
    return words.lines
  }

  /// A diagnostic with its remedy, in one line.
  fileprivate static func words(of diagnostic: Diagnostic) -> Bilingual {
    Bilingual(
      diagnostic.message(in: .chinese) + "。" + diagnostic.remedy(in: .chinese),
      diagnostic.message(in: .english) + ". " + diagnostic.remedy(in: .english)
    )
  }

  private var inbox: Bilingual {
    Bilingual(
      "待收 \(ready.count) 份，写入中 \(waiting.count) 份"
        + (folders.isEmpty ? "" : "；文件夹 \(folders.count) 个，其中的文件不读取"),
      "\(ready.count) ready, \(waiting.count) still being written"
        + (folders.isEmpty ? "" : "; folders whose files are not read: \(folders.count)")
    )
  }

  private func quarantine(_ now: Int64) -> Bilingual {
    let whole = quarantined.count { $0.rows == nil }
    let parts = quarantined.compactMap(\.rows)
    guard !quarantined.isEmpty else { return Bilingual("空", "empty") }
    let rows = parts.reduce(0, +)
    let oldest = quarantined.compactMap(\.since).min()
      .map { max(0, now - $0.seconds) / 86_400 }
    return Bilingual(
      "整份 \(whole) 份；\(parts.count) 份中的 \(rows) 行" + (oldest.map { "；最早 \($0) 天前" } ?? ""),
      "\(whole) files whole; \(rows) rows of \(parts.count) files"
        + (oldest.map { "; the oldest for \($0) days" } ?? "")
    )
  }

  private var findingsText: Bilingual {
    guard let findings else {
      return Bilingual("考核年度尚未开始", "no assessment year has begun")
    }
    return Bilingual(
      "截至 \(day)：整改中 \(findings.open) 项，逾期 \(findings.overdue) 项，"
        + "暂缓实名通报 \(findings.withheld) 项",
      "as of \(day): \(findings.open) open, \(findings.overdue) overdue, "
        + "\(findings.withheld) named notices withheld"
    )
  }

  private func names(
    _ periods: [(period: Period, due: CalendarDate)],
    _ name: ((period: Period, due: CalendarDate)) -> String
  ) -> Bilingual {
    guard !periods.isEmpty else { return Bilingual("无", "none") }
    let shown = periods.prefix(6).map(name).joined(separator: ", ")
    let rest = periods.count - 6
    return Bilingual(
      shown.replacing(", ", with: "、") + (rest > 0 ? " 等 \(periods.count) 期" : ""),
      shown + (rest > 0 ? " and \(rest) more" : "")
    )
  }

  /// The status as JSON; times are UTC.
  package var json: [UInt8] {
    let value: JSONValue = [
      "format": "tongbao.office/1",
      "date": .string(day.description),
      "lastRun": lastRun.map(OfficeStatus.value) ?? .null,
      "register": register.map(DiagnosticJSON.value) ?? .null,
      "missingYear": missingYear.map(DiagnosticJSON.value) ?? .null,
      "inbox": [
        "ready": .array(ready.map { .string($0) }), "waiting": .array(waiting.map { .string($0) }),
        "folders": .array(folders.map { .string($0) }),
      ],
      "quarantine": .array(
        quarantined.map { file in
          [
            "file": .string(file.name), "rows": JSONValue(file.rows),
            "since": JSONValue(file.since?.description),
          ]
        }
      ),
      "findings": findings.map { findings in
        [
          "open": .integer(findings.open), "overdue": .integer(findings.overdue),
          "withheld": .integer(findings.withheld),
        ]
      } ?? .null,
      "drafts": .array(drafts.map { .string($0.period.description) }),
      "draftCodes": .array(drafts.map { .string($0.code) }),
      "next": .array(
        upcoming.map {
          ["period": .string($0.period.description), "due": .string($0.due.description)]
        }
      ),
    ]
    return value.rendered(.indented)
  }

  private static func value(of run: RunStatus) -> JSONValue {
    [
      "time": .string(run.time.description),
      "outcome": .string(run.outcome.rawValue),
      "exit": JSONValue(run.exit),
      "periods": .array(
        run.periods.map {
          [
            "period": .string($0.period.description), "outcome": .string($0.outcome.rawValue),
            "codes": .array($0.codes.map { .string($0) }),
          ]
        }
      ),
      "reasons": .array(run.reasons.map(\.json)),
    ]
  }
}

extension RunHealth {
  /// One line for a monitor.
  package var text: Bilingual {
    if let register {
      let words = OfficeStatus.words(of: register)
      return Bilingual("tongbao：" + words.chinese, "tongbao: " + words.english)
    }
    guard let lastRun else {
      return Bilingual("tongbao 尚未运行过", "tongbao has never run")
    }
    let outcome = StatusWords.name(of: lastRun.outcome)
    let hours = StatusWords.span(age)
    let reason = lastRun.reasons.first.map { "：\($0.chinese)" } ?? ""
    let why = lastRun.reasons.first.map { ": \($0.english)" } ?? ""
    return Bilingual(
      "tongbao 上次运行在 \(hours.chinese)前，结果：\(outcome.chinese)\(reason)",
      "tongbao ran \(hours.english) ago and ended: \(outcome.english)\(why)"
    )
  }
}

/// Lines of a status, each with its heading.
private struct StatusWords {
  let language: Language
  private(set) var lines: [String] = []

  init(language: Language) {
    self.language = language
  }

  /// A heading padded to one width, then the text.
  mutating func say(_ heading: Bilingual, _ text: Bilingual) {
    let name = heading[language]
    let width = language == .chinese ? 10 : 14
    let blanks = String(repeating: " ", count: max(1, width - TextWidth.columns(of: name)))
    lines.append(name + blanks + text[language])
  }

  mutating func say(_ run: RunStatus?, now: Int64, _ moment: (Int64) -> String) {
    let heading = Bilingual("上次运行", "last run")
    guard let run else { return say(heading, Bilingual("无", "none")) }
    let time = moment(run.time.seconds)
    let age = StatusWords.span(max(0, now - run.time.seconds))
    let outcome = StatusWords.name(of: run.outcome)
    let exit = run.exit.map { (chinese: "，退出码 \($0)", english: ", exit code \($0)") }
    say(
      heading,
      Bilingual(
        "\(time)（\(age.chinese)前），\(outcome.chinese)\(exit?.chinese ?? "")",
        "\(time) (\(age.english) ago), \(outcome.english)\(exit?.english ?? "")"
      )
    )
    for period in run.periods {
      let codes = period.codes.isEmpty ? "" : "  " + period.codes.joined(separator: " ")
      let outcome = StatusWords.name(of: period.outcome)[language]
      lines.append("  \(period.period)  \(outcome)\(codes)")
    }
    for reason in run.reasons { lines.append("  " + reason[language]) }
  }

  static func name(of outcome: RunStatus.Outcome) -> Bilingual {
    switch outcome {
    case .published: Bilingual("已发布", "published")
    case .unchanged: Bilingual("无变化", "nothing new")
    case .drafted: Bilingual("草稿待签发", "a draft waits to be signed")
    case .refused: Bilingual("已拦截", "refused by a guard")
    case .failed: Bilingual("失败", "failed")
    }
  }

  /// A time span in the unit that tells most: minutes, hours or days.
  static func span(_ seconds: Int64) -> Bilingual {
    switch seconds {
    case ..<3_600: Bilingual("\(seconds / 60) 分钟", "\(seconds / 60) minutes")
    case ..<172_800: Bilingual("\(seconds / 3_600) 小时", "\(seconds / 3_600) hours")
    default: Bilingual("\(seconds / 86_400) 天", "\(seconds / 86_400) days")
    }
  }
}
