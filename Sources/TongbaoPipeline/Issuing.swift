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
    let ground = ground(desk)
    let figures = try ground.figures()
    if let undecided = figures.undecided { return .refused(undecided) }
    let digests = figures.digests
    if desk.publication.register.holds(period, scores: digests.scores, content: digests.content) {
      return .unchanged
    }
    guard let signed else { return try await bringOut(ground, figures, &desk, &log) }
    let check = DraftCheck(draft: signed.draft, ground: ground)
    let problems = try check.problems(figures, digests)
    guard problems.isEmpty else { return .refused(problems) }
    // What was signed, whatever has come in since.
    var own = ground
    own.book = signed.book
    own.position = signed.draft.basis.journal
    return try await bringOut(own, own.figures(), &desk, &log)
  }

  /// Makes the issue of a ground, and publishes it or leaves its draft.
  private func bringOut(
    _ ground: IssueGround,
    _ figures: Figures,
    _ desk: inout Desk,
    _ log: inout DiagnosticLog
  ) async throws(PipelineFailure) -> Outcome {
    log.append(contentsOf: ground.book.absences(in: period))
    let composed = try await ground.composed(figures, figures.digests, desk.office)
    log.append(contentsOf: composed.diagnostics)
    guard composed.refusals.isEmpty else { return .refused(composed.refusals) }
    let issue = composed.proposal.issue
    let outcome = RunReport.Outcome(
      period: period,
      folder: issue.folder,
      number: issue.documentNumber,
      title: issue.title
    )
    let draft = Draft(
      period: period,
      basis: issue.basis,
      date: issue.date,
      content: issue.content,
      named: try figures.named(dated: issue.date, after: ground.register)
    )
    do throws(PublishingFailure) {
      try keepGround(in: desk.archive)
      // Before the commit: stopped in between, the next run is not told that nothing has changed.
      try desk.pages.write(composed.internalPages)
      if isDraft {
        try desk.pages.writeDraft(draft, pages: composed.publicPages)
        return .drafted(outcome)
      }
      try desk.publication.publish(composed.proposal)
      try desk.pages.removeDraft(of: period)
    } catch {
      throw PipelineFailure(error)
    }
    return .published(outcome)
  }

  /// Whether somebody must sign before anything comes out.
  private var isDraft: Bool { rules.settings.release == .manual && signed == nil }

  private func ground(_ desk: Desk) -> IssueGround {
    IssueGround(
      renderer: renderer,
      book: book,
      period: period,
      date: request.date,
      number: request.number,
      undecided: undecided,
      journal: desk.archive.journal,
      position: desk.archive.journal.position,
      register: desk.publication.register,
      program: request.program
    )
  }

  /// How a year is closed: as is asked for, else as the draft was that is released.
  private var undecided: Undecided? {
    guard period.kind == .year else { return nil }
    return request.undecided ?? signed?.draft.undecided
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
