import TongbaoModel
import TongbaoPublishing
import TongbaoRendering

/// Brings out one issue, or makes its draft.
struct Issuing {
  let request: RunRequest
  let renderer: Renderer
  let book: YearBook
  let period: Period
  /// The draft that has been signed, with the sheets on which it rests, where one is released.
  var signed: (draft: Draft, book: YearBook)?

  private var rules: Rules { book.rules }

  /// What came of an issue.
  enum Outcome {
    case published(RunReport.Outcome)
    case drafted(RunReport.Outcome)
    case unchanged
    case refused([Diagnostic])
  }

  /// Produces the issue at `desk`; what is to be said goes to `log`.
  func run(_ desk: inout Desk, _ log: inout DiagnosticLog) async throws(PipelineFailure) -> Outcome
  {
    if let signed, let code = request.draftCode, code != signed.draft.code {
      return .refused([.wrongDraft(signed.draft, given: code)])
    }
    let waiting = if let signed { signed.draft } else { try draft(at: desk) }
    let ground = ground(desk, waiting)
    let figures = try ground.figures()
    if let undecided = figures.undecided { return .refused(undecided) }
    let digests = figures.digests
    if desk.publication.register.holds(period, scores: digests.scores, content: digests.content) {
      try dropDraft(at: desk, &log)
      return .unchanged
    }
    guard let signed else {
      return try await bringOut(ground, figures, instead: waiting, &desk, &log)
    }
    let check = DraftCheck(draft: signed.draft, ground: ground)
    let problems = try await check.problems(figures, digests, at: desk)
    guard problems.isEmpty else { return .refused(problems) }
    // What was signed, whatever has come in since.
    var own = ground
    own.book = signed.book
    own.position = signed.draft.basis.journal
    return try await bringOut(own, own.figures(), instead: signed.draft, &desk, &log)
  }

  /// The draft of the period that waits to be signed.
  private func draft(at desk: Desk) throws(PipelineFailure) -> Draft? {
    do throws(PublishingFailure) {
      return try desk.pages.draft(of: period)
    } catch {
      throw PipelineFailure(error)
    }
  }

  /// Removes a draft that would bring out nothing new, and says so.
  private func dropDraft(at desk: Desk, _ log: inout DiagnosticLog) throws(PipelineFailure) {
    do throws(PublishingFailure) {
      guard try desk.pages.removeDraft(of: period) else { return }
    } catch {
      throw PipelineFailure(error)
    }
    log.append(Diagnostic(.draftDropped, text: period.description))
  }

  /// Makes the issue of a ground, and publishes it or leaves its draft; `waiting` is the one that is there.
  private func bringOut(
    _ ground: IssueGround,
    _ figures: Figures,
    instead waiting: Draft?,
    _ desk: inout Desk,
    _ log: inout DiagnosticLog
  ) async throws(PipelineFailure) -> Outcome {
    if request.undecided == nil, waiting?.undecided == nil, let undecided = ground.undecided {
      log.append(
        Diagnostic(
          .runClosedAsBefore,
          text: period.description,
          facts: ["choice": .text(undecided.rawValue)]
        )
      )
    }
    log.append(contentsOf: ground.book.absences(in: period))
    let composed = try await ground.composed(figures, figures.digests, desk.office)
    // Every issue of the year masks a row again; one that brings out several tells of it once.
    log.append(contentsOf: composed.diagnostics.filter { !log.tells($0) })
    guard composed.refusals.isEmpty else { return .refused(composed.refusals) }
    let mustSign = rules.settings.release == .manual && signed == nil
    if mustSign, let waiting {
      let check = DraftCheck(draft: waiting, ground: ground)
      if try await check.problems(figures, figures.digests, at: desk).isEmpty {
        return .drafted(outcome(composed, waiting))
      }
    }
    do throws(PublishingFailure) {
      try keepGround(in: desk.archive)
      // Before the commit: stopped in between, the next run is not told that nothing has changed.
      try desk.pages.write(composed.internalPages)
    } catch {
      throw PipelineFailure(error)
    }
    if mustSign { return try leaveDraft(ground, figures, composed, instead: waiting, desk, &log) }
    do throws(PublishingFailure) {
      try desk.publication.publish(composed.proposal)
      try desk.pages.removeDraft(of: period)
    } catch {
      throw PipelineFailure(error)
    }
    return .published(outcome(composed, signed?.draft))
  }

  /// How a year is closed: as asked for, else as in the draft that waits, else as it was closed before.
  private func undecided(_ desk: Desk, _ waiting: Draft?) -> Undecided? {
    guard period.kind == .year else { return nil }
    return request.undecided ?? waiting?.undecided
      ?? desk.publication.register.latest(period)?.undecided
  }

  /// Leaves the draft of an issue to be signed; where it takes the place of another one, says that this is void.
  private func leaveDraft(
    _ ground: IssueGround,
    _ figures: Figures,
    _ composed: ComposedIssue,
    instead waiting: Draft?,
    _ desk: Desk,
    _ log: inout DiagnosticLog
  ) throws(PipelineFailure) -> Outcome {
    let issue = composed.proposal.issue
    let draft = Draft(
      period: period,
      basis: issue.basis,
      date: issue.date,
      content: issue.content,
      named: try figures.named(dated: issue.date, after: ground.register),
      pages: composed.publicPages
    )
    let note = DraftWords.note(to: draft, in: renderer.templates.language)
    do throws(PublishingFailure) {
      try desk.pages.writeDraft(draft, pages: composed.publicPages, note: note)
    } catch {
      throw PipelineFailure(error)
    }
    if let waiting, waiting.code != draft.code {
      log.append(.renewed(waiting, by: draft))
    }
    return .drafted(outcome(composed, draft))
  }

  private func outcome(_ composed: ComposedIssue, _ draft: Draft?) -> RunReport.Outcome {
    let issue = composed.proposal.issue
    return RunReport.Outcome(
      period: period,
      folder: issue.folder,
      number: issue.documentNumber,
      title: issue.title,
      code: draft?.code
    )
  }

  private func ground(_ desk: Desk, _ waiting: Draft?) -> IssueGround {
    IssueGround(
      renderer: renderer,
      book: book,
      period: period,
      date: request.date,
      number: request.number,
      undecided: undecided(desk, waiting),
      journal: desk.archive.journal,
      position: desk.archive.journal.position,
      register: desk.publication.register,
      program: request.program
    )
  }

  /// Keeps scheme, settings and templates, so that the issue can be made again.
  private func keepGround(in archive: Archive) throws(PublishingFailure) {
    try archive.keep(rules.schemeFile.bytes)
    try archive.keep(rules.settingsFile.bytes)
    try archive.keep(files: renderer.templates.files)
  }
}

extension Period {
  /// The page with which an issue begins.
  var mainPage: String { kind == .year ? "summary.html" : "circular.html" }
}

extension TongbaoModel.Office {
  /// A document number in the office's form.
  func documentNumber(year: Int, _ number: Int) -> String {
    self.number.replacing("{year}", with: String(year)).replacing("{n}", with: String(number))
  }
}

extension [Page] {
  /// The pages for the intranet.
  var publicPages: [Page] { filter { $0.audience == .public } }

  /// The pages for the office, each in the folder of its period.
  func internalPages(of period: Period) -> [Page] {
    filter { $0.audience == .internal }
      .map { page in
        let path = page.path.hasPrefix("internal/") ? String(page.path.dropFirst(9)) : page.path
        return Page(path: "\(period)/\(path)", audience: .internal, bytes: page.bytes)
      }
  }
}

extension Register {
  /// Every address below the public folder that exists already, derived pages among them.
  var addresses: Set<String> {
    var addresses: Set<String> = ["index.html", "register.csv", "status.json", "register.json"]
    for issue in issues {
      addresses.insert("\(issue.period)/index.html")
      for file in issue.files { addresses.insert(issue.folder + "/" + file.path) }
    }
    for notice in notices {
      for file in notice.files { addresses.insert("notices/" + file.path) }
    }
    return addresses
  }

  /// The latest issue of the period before, as the pages of an issue link to it.
  func link(before period: Period) -> IssueLink? {
    guard let issue = latest(period.previous) else { return nil }
    return IssueLink(
      title: issue.documentNumber,
      address: "../../\(issue.folder)/\(issue.period.mainPage)"
    )
  }
}
