import TongbaoFormats
import TongbaoModel
import TongbaoPipeline

/// A run as `run` and `release` perform it, and what is said of it.
struct Running {
  let workspace: String
  let period: PeriodArgument?
  let date: DateArgument?
  let undecided: UndecidedArgument?
  let isRelease: Bool
  let number: Int?
  var draftCode: String?
  let isSummaryWanted: Bool
  let isJSON: Bool
  let terminal: Terminal

  /// Runs, reports, and ends with the exit code that it comes to.
  func perform() async throws {
    try await terminal.finish { () async throws(PipelineFailure) in
      let zone = try Office(path: workspace).settings.timeZone
      let environment = Environment.current
      let today = environment.today(in: zone)
      var request = RunRequest(
        workspace: workspace,
        period: period?.period(today: today),
        date: date?.date ?? today,
        today: today,
        now: environment.now,
        undecided: undecided?.rule,
        templates: TemplateFolders.installed(beside: workspace),
        program: Tongbao.version
      )
      request.isRelease = isRelease
      request.number = number
      request.draftCode = draftCode
      let report = try await Run.perform(request)
      terminal.reportProblems(report.log)
      if isJSON {
        terminal.result(Running.value(of: report).rendered(.indented))
      } else {
        for line in lines(of: report) { terminal.result(line[terminal.language] + "\n") }
      }
      return report.exitStatus
    }
  }

  private func lines(of report: RunReport) -> [Bilingual] {
    guard isSummaryWanted else { return [] }
    var lines = report.published.map { issue in
      Bilingual(
        "已发布 \(issue.folder)　\(issue.number)　\(issue.title)"
          + (issue.code.map { "　草稿校验码 \($0)" } ?? ""),
        "published \(issue.folder)  \(issue.number)  \(issue.title)"
          + (issue.code.map { "  check code of the draft \($0)" } ?? "")
      )
    }
    lines += report.drafts.map { draft in
      Bilingual(
        "草稿待签发 \(draft.period)　校验码 \(draft.code ?? "")　\(draft.title)",
        "draft to be signed \(draft.period)  check code \(draft.code ?? "")  \(draft.title)"
      )
    }
    lines += report.unchanged.map { Bilingual("无变化 \($0)", "unchanged \($0)") }
    lines += report.refused.map { Bilingual("已拦截 \($0)", "refused \($0)") }
    lines.append(isRelease ? Running.closing(of: report) : Running.intake(of: report))
    return lines
  }

  /// A release takes nothing in; what waits to be mended is told all the same.
  private static func closing(of report: RunReport) -> Bilingual {
    let lying = report.quarantine
    return Bilingual(
      "签发发布，不收件；隔离区现有整份 \(lying.files) 份，未采信 \(lying.rows) 行",
      "a release takes nothing in; in quarantine: \(lying.files) files whole, \(lying.rows) rows"
    )
  }

  private static func intake(of report: RunReport) -> Bilingual {
    Bilingual(
      "收件 \(report.accepted) 份，重复 \(report.duplicates) 份，等待 \(report.waiting) 份，"
        + "整份未采信 \(report.refusedFiles) 份，未采信 \(report.refusedRows) 行",
      "\(report.accepted) sheets taken in, \(report.duplicates) repeated, "
        + "\(report.waiting) waiting, \(report.refusedFiles) refused whole, "
        + "\(report.refusedRows) rows in quarantine"
    )
  }

  private static func value(of report: RunReport) -> JSONValue {
    func value(_ outcomes: [RunReport.Outcome]) -> JSONValue {
      .array(
        outcomes.map { outcome in
          [
            "period": .string(outcome.period.description), "folder": .string(outcome.folder),
            "number": .string(outcome.number), "title": .string(outcome.title),
            "code": JSONValue(outcome.code),
          ]
        }
      )
    }
    return [
      "format": "tongbao.run/1",
      "published": value(report.published),
      "drafts": value(report.drafts),
      "unchanged": .array(report.unchanged.map { .string($0.description) }),
      "refused": .array(report.refused.map { .string($0.description) }),
      "accepted": .integer(report.accepted),
      "duplicates": .integer(report.duplicates),
      "waiting": .integer(report.waiting),
      "refusedFiles": .integer(report.refusedFiles),
      "refusedRows": .integer(report.refusedRows),
      "quarantine": [
        "files": .integer(report.quarantine.files), "rows": .integer(report.quarantine.rows),
      ],
      "diagnostics": DiagnosticJSON.value(of: report.log),
    ]
  }
}
