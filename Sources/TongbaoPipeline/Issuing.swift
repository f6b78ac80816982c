import TongbaoFormats
import TongbaoModel
import TongbaoPublishing
import TongbaoRendering
import TongbaoScoring

/// Makes one issue: scores, pages, guards, and then the publication or a draft.
struct Issuing {
  let request: RunRequest
  let renderer: Renderer
  let book: YearBook
  let period: Period
  /// The draft that has been signed, where one is released.
  var signed: Draft?

  private var rules: Rules { book.rules }
  private var scheme: Scheme { rules.scheme }

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
    let figures = try Figures(
      book.gathering,
      under: rules,
      for: period,
      undecided: period.kind == .year ? request.undecided : nil
    )
    if let undecided = figures.undecided { return .refused(undecided) }
    let (scores, content) = figures.digests
    let register = desk.publication.register
    if register.holds(period, scores: scores, content: content) { return .unchanged }
    if let signed, signed.content != content {
      return .refused([Diagnostic(.runDraftChanged, text: period.description)])
    }
    log.append(contentsOf: book.absences(in: period))
    // A date of issue before an earlier issue's must not bring back what that one knew better.
    let day = register.issues.map(\.date).reduce(request.date, max)
    let naming = try Naming(figures, on: day, register)
    let named = figures.holdingBack(naming)
    let journal = signed?.basis.journal ?? desk.archive.journal.position
    let numbering = Numbering(
      named,
      naming,
      register,
      year: request.date.year,
      journal: journal
    )
    let latest = register.latest(period)
    let habits = SheetHabits(
      book,
      in: period,
      desk.archive.journal,
      register,
      upTo: journal
    )
    var contents = try IssueContents(named, date: request.date, habits: habits)
    let number = request.number ?? numbering.document
    contents.input.number = scheme.office.documentNumber(year: request.date.year, number)
    contents.input.revision = (latest?.revision ?? 0) + 1
    contents.input.noticeNumbers = numbering.notices
    contents.input.earlierNotices = numbering.earlier
    contents.input.retractions = numbering.retractions
    contents.input.withdrawnNotices = numbering.withdrawn
    contents.input.previousIssue = register.link(before: period)
    contents.input.trend = try figures.trend(of: period)
    let rendered =
      period.kind == .year ? renderer.summary(contents.input) : renderer.issue(contents.input)
    log.append(contentsOf: rendered.diagnostics)
    var pages = rendered.pages
    if let latest {
      pages += try await correction(of: contents, replacing: latest, desk.office)
    }
    let waived = check(figures, contents, pages, register, &log)
    guard case .passed(let waivers) = waived else { return .refused(waived.problems) }
    let title = Issuing.title(of: pages, period)
    let basis = try basis(desk.archive, register, journal: journal)
    let outcome = RunReport.Outcome(
      period: period,
      folder: TongbaoPublishing.Issue.folder(of: period, contents.input.revision),
      number: contents.input.number,
      title: title
    )
    do throws(PublishingFailure) {
      let internalPages = carryOver(contents) + pages.internalPages(of: period)
      if rules.settings.release == .manual, !request.isRelease {
        let draft = Draft(period: period, basis: basis, content: content)
        try desk.pages.write(internalPages)
        try desk.pages.writeDraft(draft, pages: pages.publicPages)
        return .drafted(outcome)
      }
      let issue = TongbaoPublishing.Issue(
        period: period,
        revision: contents.input.revision,
        year: request.date.year,
        number: number,
        documentNumber: contents.input.number,
        date: request.date,
        title: title,
        files: [],
        basis: basis,
        scores: scores,
        content: content,
        waivers: waivers,
        summary: rendered.summary
      )
      // Before the commit: stopped in between, the next run is not told that nothing has changed.
      try desk.pages.write(internalPages)
      try desk.publication.publish(
        numbering.proposal(issue, pages, year: request.date.year, figures)
      )
      try desk.pages.removeDraft(of: period)
    } catch {
      throw PipelineFailure(error)
    }
    return .published(outcome)
  }
}

// The parts of an issue.
extension Issuing {
  private enum Verdict {
    case passed([WaivedGuard])
    case refused([Diagnostic])

    var problems: [Diagnostic] {
      if case .refused(let problems) = self { return problems }
      return []
    }
  }

  /// Asks every guard; a waived one is put on record with its reason.
  private func check(
    _ figures: Figures,
    _ contents: IssueContents,
    _ pages: [Page],
    _ register: Register,
    _ log: inout DiagnosticLog
  ) -> Verdict {
    let folder = TongbaoPublishing.Issue.folder(of: period, contents.input.revision)
    let candidate = Guard.Candidate(
      figures: figures,
      pages: pages.publicPages,
      addresses: register.addresses.union(["\(period)/index.html"]),
      folder: folder,
      ownSheets: book.ownSheets.map(\.read),
      personalData: contents.personalData
    )
    var waivers: [WaivedGuard] = []
    var problems: [Diagnostic] = []
    for guardRule in Guard.all {
      let found = guardRule.problems(candidate)
      guard !found.isEmpty else { continue }
      let waiver = rules.settings.waivers.first {
        $0.guardName == guardRule.name && $0.period == period
      }
      guard let waiver else {
        problems += found
        continue
      }
      waivers.append(WaivedGuard(name: waiver.guardName, reason: waiver.reason))
      log.append(
        Diagnostic(.runWaived, text: waiver.guardName, facts: ["reason": .text(waiver.reason)])
      )
    }
    return problems.isEmpty ? .passed(waivers) : .refused(problems)
  }

  /// The correction page of a new revision: the earlier figures computed again from what was known then.
  private func correction(
    of contents: IssueContents,
    replacing latest: TongbaoPublishing.Issue,
    _ office: Office
  ) async throws(PipelineFailure) -> [Page] {
    let then = try await YearBook(office, rules, upTo: latest.basis.journal)
    let figures = try Figures(
      then.gathering,
      under: rules,
      for: period,
      undecided: period.kind == .year ? request.undecided : nil
    )
    return renderer.correction(
      of: contents.input,
      before: try IssueContents(figures, date: latest.date).input,
      previous: IssueLink(
        title: latest.documentNumber,
        address: "../r\(latest.revision)/" + period.mainPage
      ),
      current: IssueLink(title: contents.input.number, address: period.mainPage)
    )
  }

  /// `carryover-<next year>.csv` of a year's summary, for the office.
  private func carryOver(_ contents: IssueContents) -> [Page] {
    guard period.kind == .year else { return [] }
    let table = CarryOverTable(contents.input.unfinished, under: scheme)
    let path = "\(period)/carryover-\(scheme.year + 1).csv"
    return [Page(path: path, audience: .internal, bytes: table.bytes)]
  }

  private func basis(
    _ archive: Archive,
    _ register: Register,
    journal: Int
  ) throws(PipelineFailure) -> Basis {
    do throws(PublishingFailure) {
      return Basis(
        journal: journal,
        asOf: scheme.days(of: period).to,
        scheme: try archive.keep(rules.schemeFile.bytes),
        settings: try archive.keep(rules.settingsFile.bytes),
        templates: try archive.keep(files: renderer.templates.files),
        program: request.program,
        previous: register.issues.last.map(\.folder)
      )
    } catch {
      throw PipelineFailure(error)
    }
  }

  /// The title as readers see it: the first line of the text rendition's title.
  private static func title(of pages: [Page], _ period: Period) -> String {
    let main = pages.first { $0.path == period.mainPage }
    let text = main.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    guard let start = text.firstRange(of: "<title>"),
      let end = text[start.upperBound...].firstRange(of: "</title>")
    else { return period.description }
    return String(text[start.upperBound..<end.lowerBound])
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
