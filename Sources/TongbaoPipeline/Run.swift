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
    let office = try Office(path: request.workspace)
    var run: Run
    do throws(PipelineFailure) {
      run = try Run(request, office)
    } catch {
      office.note(error, of: request)
      throw error
    }
    do throws(PipelineFailure) {
      try run.checkArchive()
      if request.isRelease {
        try await run.release()
      } else {
        try await run.takeIn()
        try run.writeSheets()
        try await run.publish()
      }
    } catch {
      // Somebody asked for a draft or a number that is not to be had, and is told: monitors need not hear of it.
      if case .unanswerable(let diagnostic) = error,
        diagnostic.kind == .runNoDraft || request.number != nil
      {
        throw error
      }
      run.countQuarantine()
      run.close(.failed, error.exitStatus, because: error.diagnostics)
      throw error
    }
    run.countQuarantine()
    run.close(run.outcome, run.report.exitStatus, because: [])
    return run.report
  }

  /// Everything is checked before anything is changed: rules, templates, then the lock.
  private init(_ request: RunRequest, _ office: Office) throws(PipelineFailure) {
    self.request = request
    self.office = office
    renderer = try Renderer(folders: request.templates, locale: office.settings.locale)
    if let period = request.period { _ = try office.rules(for: period) }
    do throws(PublishingFailure) {
      desk = try Desk(office)
    } catch {
      throw PipelineFailure(error)
    }
  }

  private var language: Language { renderer.templates.language }

  /// Nothing is computed from an archive that is not what the journal and the register say.
  private func checkArchive() throws(PipelineFailure) {
    let journal = desk.archive.journal
    let problems: [Diagnostic]
    do throws(PublishingFailure) {
      problems = try Verification.archive(desk.workspace, journal)
    } catch {
      throw PipelineFailure(error)
    }
    if let first = problems.first { throw .unreadable(first) }
    let known = desk.publication.register.issues.map(\.basis.journal).max() ?? 0
    if known > journal.position {
      throw .unreadable(.journalBehind(known: known, found: journal.position))
    }
  }

  /// Brings out a draft: what was signed, or nothing.
  private mutating func release() async throws(PipelineFailure) {
    guard let period = request.period else { return }
    let draft: Draft?
    do throws(PublishingFailure) {
      draft = try desk.pages.draft(of: period)
    } catch {
      throw PipelineFailure(error)
    }
    guard let draft else {
      throw .unanswerable(Diagnostic(.runNoDraft, text: period.description))
    }
    let rules = try office.rules(for: period)
    let book = try await YearBook(office, rules)
    let known = try await YearBook(office, rules, upTo: draft.basis.journal)
    for book in [book, known] {
      if let unreadable = book.gathering.unreadable { throw .unreadable(unreadable) }
    }
    try await issue(period, from: book, signed: (draft, known))
    try rebuild()
  }

  private mutating func takeIn() async throws(PipelineFailure) {
    let before = desk.archive.journal.position
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
      let book = try await YearBook(office, rules, known: before)
      if let unreadable = book.gathering.unreadable { throw .unreadable(unreadable) }
      books[rules.scheme.year] = book
      report.log.append(contentsOf: book.gathering.joining)
      report.log.append(contentsOf: restatements(in: book, since: before))
    }
    let own = office.years.compactMap { books[$0.scheme.year] }.flatMap(\.ownSheets)
    var refused: [(sheet: ArchivedSheet, rows: RefusedRows)] = []
    for sheet in own { refused.append((sheet.archived, try sheet.read.refusedRows())) }
    do throws(PublishingFailure) {
      report.refusedRows = try desk.quarantine.update(refused, in: language)
    } catch {
      throw PipelineFailure(error)
    }
  }

  /// Warns of records that this run took in and whose periods are out.
  private func restatements(in book: YearBook, since position: Int) -> [Diagnostic] {
    let new = book.sheets.indices.filter { book.sheets[$0].sequence > position }
    let taken = book.gathering.files(ofInputs: Set(new))
    return Restatements(desk.publication.register, book.rules)
      .warnings(of: taken, in: book.gathering.records)
  }

  /// Writes the sheets to units as of the day of the run, whatever is published.
  ///
  /// A run that is dated back leaves them as a later one made them.
  private mutating func writeSheets() throws(PipelineFailure) {
    let day = request.lastDay
    let known: HandoverBook
    do throws(PublishingFailure) {
      known = try desk.pages.handovers()
    } catch {
      throw PipelineFailure(error)
    }
    guard known.asOf.map({ $0 <= day }) ?? true else { return }
    var book = HandoverBook(asOf: day)
    var pages: [Page] = []
    for rules in office.years where rules.scheme.window.from <= day {
      guard let year = books[rules.scheme.year] else { continue }
      let made = try WeekSheets.pages(of: year, asOf: day, known: known.since, by: renderer)
      pages += made.pages
      book.since.merge(made.since) { min($0, $1) }
    }
    pages = pages.map { page in
      Page(path: String(page.path.dropFirst(9)), audience: .internal, bytes: page.bytes)
    }
    do throws(PublishingFailure) {
      for path in try desk.pages.writeSheets(pages, book) {
        report.log.append(Diagnostic(.runSheetGone, text: path))
      }
    } catch {
      throw PipelineFailure(error)
    }
  }

  private mutating func publish() async throws(PipelineFailure) {
    // Whoever names a period knows which year is closed.
    if request.period == nil, let missing = office.missingYear(on: request.date) {
      report.log.append(missing)
    }
    try reportMissing()
    // Every page links to the index: the first ones must find it when they come out.
    if desk.publication.register.issues.isEmpty { try rebuild() }
    let periods =
      request.period.map { [$0] }
      ?? DuePeriods.find(
        in: office,
        desk.publication.register,
        books: books,
        today: request.lastDay
      )
    for period in periods {
      guard let book = books[try office.rules(for: period).scheme.year] else { continue }
      if book.rules.scheme.days(of: period).to > request.today {
        report.log.append(Diagnostic(.runPeriodNotOver, text: period.description))
      }
      try await issue(period, from: book, signed: nil)
    }
    try rebuild()
    if report.refusedRows > 0 {
      let facts: [String: Fact] = ["rows": .number(report.refusedRows)]
      report.log.append(Diagnostic(.runQuarantine, facts: facts))
    }
  }

  /// Published files that somebody removed: readers miss them, and only a backup brings them back.
  private mutating func reportMissing() throws(PipelineFailure) {
    do throws(PublishingFailure) {
      let missing = try Verification.missing(from: office.workspace, desk.publication.register)
      report.log.append(contentsOf: missing)
    } catch {
      throw PipelineFailure(error)
    }
  }

  /// Makes one issue; a period that cannot come out does not keep the others back.
  private mutating func issue(
    _ period: Period,
    from book: YearBook,
    signed: (draft: Draft, book: YearBook)?
  ) async throws(PipelineFailure) {
    let issuing = Issuing(
      request: request,
      renderer: renderer,
      book: book,
      period: period,
      signed: signed
    )
    let outcome: Issuing.Outcome
    do throws(PipelineFailure) {
      outcome = try await issuing.run(&desk, &report.log)
    } catch {
      guard case .refusedByData(let reasons) = error else { throw error }
      outcome = .refused(reasons)
    }
    switch outcome {
    case .published(let outcome): report.published.append(outcome)
    case .drafted(let outcome): report.drafts.append(outcome)
    case .unchanged:
      report.unchanged.append(period)
    case .refused(let reasons):
      report.refused.append(period)
      report.refusalCodes[period] = Set(reasons.map(\.kind.code)).sorted()
      report.log.append(contentsOf: reasons)
    }
  }

  /// Brings index, register table and period pages into agreement with the register.
  private mutating func rebuild() throws(PipelineFailure) {
    let derived = DerivedPages(office, renderer)
    do throws(PublishingFailure) {
      try desk.publication.rebuild { derived.files(of: $0) }
    } catch {
      throw PipelineFailure(error)
    }
  }

  /// Looks at what lies in quarantine now; where that cannot be read, what this run refused is all that is known.
  private mutating func countQuarantine() {
    report.quarantine = (report.refusedFiles, report.refusedRows)
    guard let files = try? desk.workspace.quarantined(knownTo: desk.archive.journal) else { return }
    report.quarantine = (
      files.count { $0.rows == nil }, files.reduce(0) { $0 + ($1.rows ?? 0) }
    )
  }

  private var outcome: RunStatus.Outcome {
    if !report.refused.isEmpty { return .refused }
    if !report.published.isEmpty { return .published }
    return report.drafts.isEmpty ? .unchanged : .drafted
  }

  /// Says in `status.json` how the run ended; where even that fails, the reason joins the report, and so does what
  /// the desk found.
  private mutating func close(
    _ outcome: RunStatus.Outcome,
    _ exit: ExitStatus,
    because reasons: [Diagnostic]
  ) {
    let refusals = report.log.kept.filter { $0.kind.severity == .error && $0.kind.isPublic }
    let messages = (refusals + reasons).map(\.publicReason)
    let status = RunStatus(
      time: Timestamp(seconds: request.now),
      outcome: outcome,
      exit: Int(exit.rawValue),
      periods: report.outcomes,
      program: request.program,
      issues: report.published.map(\.folder),
      // Several periods may be refused for one reason.
      reasons: messages.indices.filter { messages.firstIndex(of: messages[$0]) == $0 }
        .map { messages[$0] },
      counts: [
        "accepted": report.accepted, "duplicates": report.duplicates,
        "quarantinedFiles": report.quarantine.files, "quarantinedRows": report.quarantine.rows,
        "waiting": report.waiting,
      ]
    )
    do throws(PublishingFailure) {
      try desk.publication.write(status)
    } catch {
      report.log.append(error.diagnostic)
    }
    // Last: what cannot be removed or replaced comes to light on the way.
    report.log.append(contentsOf: desk.diagnostics)
  }
}

extension RunReport {
  /// What came of each period, as `status.json` says it.
  fileprivate var outcomes: [RunStatus.PeriodOutcome] {
    published.map { .init($0.period, .published) } + drafts.map { .init($0.period, .drafted) }
      + unchanged.map { .init($0, .unchanged) }
      + refused.map { .init($0, .refused, codes: refusalCodes[$0] ?? []) }
  }
}

extension Office {
  /// Says in `status.json` that a run could not even begin, as far as the disk lets it.
  ///
  /// Not where another run is at work, which says how it ends, nor of a question that has no answer.
  fileprivate func note(_ failure: PipelineFailure, of request: RunRequest) {
    switch failure {
    case .locked, .unanswerable: return
    default: break
    }
    let status = RunStatus(
      time: Timestamp(seconds: request.now),
      outcome: .failed,
      exit: Int(failure.exitStatus.rawValue),
      program: request.program,
      reasons: failure.diagnostics.map(\.publicReason)
    )
    workspace.note(status)
  }
}

extension DiagnosticKind {
  /// Whether its message may stand in `status.json`, which everybody reads: about guards and periods, never about a
  /// row of a sheet, nor about the archive, whose files have the names of sheets.
  fileprivate var isPublic: Bool { ["guard", "run"].contains(code.prefix { $0 != "." }) }
}

extension Diagnostic {
  /// What `status.json` says of it: the message, or the code alone.
  fileprivate var publicReason: Bilingual {
    guard kind.isPublic else { return Bilingual(kind.code, kind.code) }
    return Bilingual(publicMessage(in: .chinese), publicMessage(in: .english))
  }

  /// The message without whose row it is about, and without personal data.
  fileprivate func publicMessage(in language: Language) -> String {
    let owner = facts["owner"].map { _ in ["owner": Fact.worded(TextPlace.anyRow)] } ?? [:]
    let diagnostic = Diagnostic(
      kind,
      at: location,
      field: field,
      text: text,
      facts: facts.merging(owner) { $1 }
    )
    return PersonalData.masking(diagnostic.message(in: language))
  }
}
