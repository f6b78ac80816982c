import TongbaoModel
import TongbaoPublishing
import TongbaoRendering

/// All that an issue follows from: the same ground gives the same bytes, whenever and wherever it is made.
struct IssueGround {
  let renderer: Renderer
  /// The sheets up to `position`, under the rules of the year.
  var book: YearBook
  let period: Period
  /// Date of issue.
  var date: CalendarDate
  /// A document number that the office sets itself.
  var number: Int?
  /// How a year is closed over undecided provisional findings.
  let undecided: Undecided?
  /// The journal, of which the entries up to `position` count.
  let journal: Journal
  var position: Int
  /// What is out before the issue.
  var register: Register
  /// The program's version.
  let program: String

  private var rules: Rules { book.rules }
  private var scheme: Scheme { rules.scheme }

  /// The scores of the period.
  func figures() throws(PipelineFailure) -> Figures {
    try Figures(book.gathering, under: rules, for: period, undecided: undecided)
  }

  /// Makes the issue and asks every guard; writes nothing.
  func composed(
    _ figures: Figures,
    _ digests: FiguresDigests,
    _ office: Office
  ) async throws(PipelineFailure) -> ComposedIssue {
    let naming = try Naming(figures, dated: date, after: register)
    let named = figures.holdingBack(naming)
    let numbering = Numbering(named, naming, register, year: date.year, journal: position)
    let contents = try contents(named, numbering)
    let rendered =
      period.kind == .year ? renderer.summary(contents.input) : renderer.issue(contents.input)
    var pages = rendered.pages
    let correction = try await correction(contents, office)
    if let correction { pages += renderer.correction(of: contents.input, correction) }
    let verdict = verdict(on: figures, contents, pages, correction)
    let issue = TongbaoPublishing.Issue(
      period: period,
      revision: contents.input.revision,
      year: date.year,
      number: number ?? numbering.document,
      documentNumber: contents.input.number,
      date: date,
      title: IssueGround.title(of: pages, period),
      files: [],
      basis: basis,
      scores: digests.scores,
      content: digests.content,
      waivers: verdict.waivers,
      summary: rendered.summary
    )
    return ComposedIssue(
      proposal: numbering.proposal(issue, pages, year: date.year, figures),
      publicPages: pages.publicPages,
      internalPages: carryOver(contents) + pages.internalPages(of: period),
      diagnostics: rendered.diagnostics + verdict.waivers.map(IssueGround.waived),
      refusals: verdict.refusals
    )
  }

  private func contents(
    _ figures: Figures,
    _ numbering: Numbering
  ) throws(PipelineFailure) -> IssueContents {
    let habits = SheetHabits(book, in: period, journal, register, upTo: position)
    var contents = try IssueContents(figures, date: date, habits: habits)
    let number = number ?? numbering.document
    contents.input.number = scheme.office.documentNumber(year: date.year, number)
    contents.input.revision = (register.latest(period)?.revision ?? 0) + 1
    contents.number(numbering)
    contents.input.previousIssue = register.link(before: period)
    contents.input.trend = try figures.trend(of: period)
    return contents
  }

  /// Asks every guard; a waived one is put on record with its reason.
  private func verdict(
    on figures: Figures,
    _ contents: IssueContents,
    _ pages: [Page],
    _ correction: Correction?
  ) -> (waivers: [WaivedGuard], refusals: [Diagnostic]) {
    let candidate = Guard.Candidate(
      figures: figures,
      pages: pages.publicPages,
      addresses: register.addresses.union(["\(period)/index.html"]),
      folder: TongbaoPublishing.Issue.folder(of: period, contents.input.revision),
      ownSheets: book.ownSheets.map(\.read),
      date: date,
      publishedOn: register.latest(period)?.date,
      endedUnits: correction.map { old in old.ended.map { old.published.scheme.units[$0].name } }
        ?? [],
      personalData: contents.personalData
    )
    var waivers: [WaivedGuard] = []
    var refusals: [Diagnostic] = []
    for guardRule in Guard.all {
      let found = guardRule.problems(candidate)
      guard !found.isEmpty else { continue }
      let waiver = rules.settings.waivers.first {
        $0.guardName == guardRule.name && $0.period == period
      }
      if let waiver {
        waivers.append(WaivedGuard(name: waiver.guardName, reason: waiver.reason))
      } else {
        refusals += found
      }
    }
    return (waivers, refusals)
  }

  private static func waived(_ waiver: WaivedGuard) -> Diagnostic {
    Diagnostic(.runWaived, text: waiver.name, facts: ["reason": .text(waiver.reason)])
  }

  /// What a new revision corrects: the earlier figures computed again from what was known then, under the rules of
  /// then and, where these were amended, of now; nil for a first issue.
  private func correction(
    _ contents: IssueContents,
    _ office: Office
  ) async throws(PipelineFailure) -> Correction? {
    guard let latest = register.latest(period) else { return nil }
    let former = try office.rules(of: latest)
    var correction = Correction(
      of: try await input(of: latest, under: former, office),
      previous: IssueLink(
        title: latest.documentNumber,
        address: "../r\(latest.revision)/" + period.mainPage
      ),
      current: IssueLink(title: contents.input.number, address: period.mainPage)
    )
    correction.isClosedOtherwise = latest.undecided != undecided
    if !former.isSame(as: rules) {
      let succession = UnitSuccession(from: former.scheme, to: scheme)
      correction.reassessed = try await input(of: latest, under: rules, office)
      (correction.former, correction.ended) = (succession.former, succession.ended)
    }
    return correction
  }

  /// What an issue said, from the sheets and with the closing of its time.
  private func input(
    of issue: TongbaoPublishing.Issue,
    under rules: Rules,
    _ office: Office
  ) async throws(PipelineFailure) -> CircularInput {
    let then = try await YearBook(office, rules, upTo: issue.basis.journal)
    let figures = try Figures(
      then.gathering,
      under: rules,
      for: period,
      undecided: issue.undecided
    )
    return try IssueContents(figures, date: issue.date).input
  }

  /// `carryover-<next year>.csv` of a year's summary, for the office.
  private func carryOver(_ contents: IssueContents) -> [Page] {
    guard period.kind == .year else { return [] }
    let table = CarryOverTable(contents.input.unfinished, under: scheme)
    let path = "\(period)/carryover-\(scheme.year + 1).csv"
    return [Page(path: path, audience: .internal, bytes: table.bytes)]
  }

  private var basis: Basis {
    Basis(
      journal: position,
      asOf: scheme.days(of: period).to,
      scheme: ContentDigest(of: rules.schemeFile.bytes),
      settings: ContentDigest(of: rules.settingsFile.bytes),
      templates: Archive.digest(of: renderer.templates.files),
      program: program,
      previous: register.issues.last?.folder,
      undecided: undecided?.rawValue
    )
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

extension TongbaoPublishing.Issue {
  /// How the year was closed over undecided provisional findings; nil where it was not.
  var undecided: Undecided? { basis.undecided.flatMap { Undecided(rawValue: $0) } }
}

extension Draft {
  /// How the year was closed over undecided provisional findings; nil where it was not.
  var undecided: Undecided? { basis.undecided.flatMap { Undecided(rawValue: $0) } }
}

/// An issue as its ground makes it; nothing of it is written yet.
struct ComposedIssue {
  /// What the publication takes.
  let proposal: IssueProposal
  /// The pages for the intranet, those of notices among them.
  let publicPages: [Page]
  /// The pages for the office.
  let internalPages: [Page]
  /// What is to be said of it.
  let diagnostics: [Diagnostic]
  /// Why it may not come out; empty where it may.
  let refusals: [Diagnostic]
}
