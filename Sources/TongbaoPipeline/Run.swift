import TongbaoModel
import TongbaoPublishing
import TongbaoRendering

/// The cron job: take in the inbox, score, render, publish.
package struct Run {
  private let request: RunRequest
  private let office: Office
  private let renderer: Renderer
  private var desk: Desk
  private var report = RunReport()
  private var books: [Int: YearBook] = [:]

  /// Does everything that `request` asks for.
  package static func perform(_ request: RunRequest) async throws(PipelineFailure) -> RunReport {
    var run = try Run(request)
    do throws(PipelineFailure) {
      try await run.takeIn()
      try await run.publish()
    } catch {
      run.close(.failed, because: error.diagnostics)
      throw error
    }
    run.close(run.outcome, because: [])
    return run.report
  }

  /// Everything is checked before anything is changed: rules, templates, then the lock.
  private init(_ request: RunRequest) throws(PipelineFailure) {
    self.request = request
    office = try Office(path: request.workspace)
    renderer = try Renderer(folders: request.templates, locale: office.settings.locale)
    if let period = request.period { _ = try office.rules(for: period) }
    do throws(PublishingFailure) {
      desk = try Desk(office)
    } catch {
      throw PipelineFailure(error)
    }
    report.log.append(contentsOf: desk.diagnostics)
  }

  private var language: Language { renderer.templates.language }

  private mutating func takeIn() async throws(PipelineFailure) {
    let taking = TakingIn(
      years: office.years,
      today: request.today,
      time: Timestamp(seconds: request.now),
      language: language
    )
    do throws(PublishingFailure) {
      try await taking.run(desk.workspace, into: &desk.archive, &report)
    } catch {
      throw PipelineFailure(error)
    }
    for rules in office.years {
      books[rules.scheme.year] = try await YearBook(office, rules)
    }
    let own = office.years.compactMap { books[$0.scheme.year] }.flatMap(\.ownSheets)
    do throws(PublishingFailure) {
      report.refusedRows = try desk.quarantine.update(
        own.map { (sheet: $0.archived, rows: $0.read.refused) },
        in: language
      )
    } catch {
      throw PipelineFailure(error)
    }
  }

  private mutating func publish() async throws(PipelineFailure) {
    let periods =
      request.period.map { [$0] }
      ?? DuePeriods.find(
        in: office,
        desk.publication.register,
        books: books,
        today: request.today
      )
    for period in periods {
      guard let book = books[try office.rules(for: period).scheme.year] else { continue }
      let issuing = Issuing(request: request, renderer: renderer, book: book, period: period)
      switch try await issuing.run(&desk, &report.log) {
      case .published(let outcome): report.published.append(outcome)
      case .drafted(let outcome): report.drafts.append(outcome)
      case .unchanged: report.unchanged.append(period)
      case .refused(let reasons):
        report.refused.append(period)
        report.log.append(contentsOf: reasons)
      }
    }
    try rebuild()
  }

  /// Brings index, register table and period pages into agreement with the register.
  private mutating func rebuild() throws(PipelineFailure) {
    let derived = DerivedPages(renderer: renderer, office: office.years[0].scheme.office.name)
    do throws(PublishingFailure) {
      try desk.publication.rebuild(in: language) { derived.pages(of: $0) }
    } catch {
      throw PipelineFailure(error)
    }
  }

  private var outcome: RunStatus.Outcome {
    if !report.refused.isEmpty { return .refused }
    if !report.published.isEmpty { return .published }
    return report.drafts.isEmpty ? .unchanged : .drafted
  }

  /// Says in `status.json` how the run ended; where even that fails, the reason joins the report.
  private mutating func close(_ outcome: RunStatus.Outcome, because reasons: [Diagnostic]) {
    let refusals = report.log.kept.filter { $0.kind.severity == .error && $0.kind.isGuard }
    let status = RunStatus(
      time: Timestamp(seconds: request.now),
      outcome: outcome,
      program: request.program,
      issues: report.published.map(\.folder),
      reasons: (refusals + reasons).map { $0.message(in: language) },
      counts: [
        "accepted": report.accepted, "duplicates": report.duplicates,
        "quarantinedFiles": report.refusedFiles, "quarantinedRows": report.refusedRows,
        "waiting": report.waiting,
      ]
    )
    do throws(PublishingFailure) {
      try desk.publication.write(status)
    } catch {
      report.log.append(error.diagnostic)
    }
  }
}

extension DiagnosticKind {
  /// Whether this is a guard's refusal, which names no person and may stand in `status.json`.
  fileprivate var isGuard: Bool { code.hasPrefix("guard.") }
}
