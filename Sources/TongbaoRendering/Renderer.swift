import Dispatch
import Synchronization
package import TongbaoModel

/// Makes the pages of issues: one outline per document, HTML and plain text from it.
///
/// The same input gives the same bytes. Nothing is read and nothing written here.
package struct Renderer: Sendable {
  /// The templates, without errors.
  package let templates: Templates
  /// Masks personal data in the free text of public pages.
  package let mask: @Sendable (String) -> String

  /// A renderer. The templates must be usable.
  package init(templates: Templates, mask: @escaping @Sendable (String) -> String) {
    precondition(templates.isUsable, "templates with errors are refused at start")
    self.templates = templates
    self.mask = mask
  }

  /// The characters of a circular's body above which it is too long. Source: the rules of 2024 on
  /// lightening the burden of the grassroots.
  private static let bodyLimit = 4_000

  /// All pages of an issue: the circular, the warning table, scores, unit pages, named notices,
  /// and the internal pages. Paths as in product.md §4, notices under `notices/`, internal pages
  /// under `internal/`. O(findings).
  package func issue(_ input: CircularInput) -> RenderedIssue {
    let issue = Issue(input, words: templates.words, mask: mask)
    let view = CircularView(issue)
    let circular = outline("circular", view)
    var result = RenderedIssue()
    result.pages = Renderer.inParallel(
      [
        { pages("circular", circular, charts: issue.rankCharts(view.categories), home: 2) },
        {
          let charts = issue.heatCharts(view.categories)
          return pages("warning", outline("warning", view), charts: charts, home: 2)
        },
      ] + common(issue))
    result.noticeNumbers = issue.noticeNumbers
    result.diagnostics = Renderer.length(of: circular) + issue.personalData
    return result
  }

  /// All pages of the year's summary: `summary.*` instead of the circular, the rest as of an issue.
  package func summary(_ input: CircularInput) -> RenderedIssue {
    let issue = Issue(input, words: templates.words, mask: mask)
    let view = SummaryView(issue: issue, categories: issue.categories)
    var result = RenderedIssue()
    result.pages = Renderer.inParallel(
      [
        {
          let charts = issue.rankCharts(view.categories)
          return pages("summary", outline("summary", view), charts: charts, home: 2)
        },
        {
          let charts = issue.heatCharts(view.categories)
          return pages("warning", outline("warning", CircularView(issue)), charts: charts, home: 2)
        },
      ] + common(issue))
    result.noticeNumbers = issue.noticeNumbers
    result.diagnostics = issue.personalData
    return result
  }

  /// The pages that circular and summary share, as jobs that need not wait for each other.
  private func common(_ issue: Issue) -> [@Sendable () -> [Page]] {
    units(issue) + [{ notices(issue) }, { scores(issue) }] + office(issue)
  }

  /// The pages of all jobs in the order of the jobs, made on every core.
  private static func inParallel(_ jobs: [@Sendable () -> [Page]]) -> [Page] {
    let results = Mutex([Int: [Page]]())
    DispatchQueue.concurrentPerform(iterations: jobs.count) { index in
      let pages = jobs[index]()
      results.withLock { $0[index] = pages }
    }
    return results.withLock { results in jobs.indices.flatMap { results[$0] ?? [] } }
  }

  /// `correction.html` and `.txt` of a new revision.
  package func correction(
    of input: CircularInput,
    before: CircularInput,
    previous: IssueLink,
    current: IssueLink
  ) -> [Page] {
    let view = CorrectionView(
      issue: Issue(input, words: templates.words, mask: mask),
      before: Issue(before, words: templates.words, mask: mask),
      previous: previous, current: current)
    return pages("correction", outline("correction", view), home: 2)
  }

  /// `index.html` of the site: every latest issue by year and kind, and the named notices.
  package func siteIndex(
    office: String,
    issues: [IssueEntry],
    notices: [NoticeEntry]
  ) -> [Page] {
    let words = templates.words
    let view = SiteIndexView(
      office: office, years: IndexYear.all(of: issues, words: words),
      notices: notices.sorted { $0.number < $1.number }
        .map { IndexNotice(entry: $0, words: words) })
    return [html("index", outline("index", view), home: nil)]
  }

  /// `index.html` of a period: the latest revision, and the earlier ones. The revisions of one
  /// period; at least one.
  package func periodIndex(office: String, revisions: [IssueEntry]) -> [Page] {
    let rows = revisions.sorted { $0.revision > $1.revision }
      .map { IndexRow(entry: $0, words: templates.words) }
    guard let latest = rows.first else { return [] }
    let view = PeriodIndexView(
      office: office, latest: latest, earlier: Array(rows.dropFirst()))
    return [html("index", outline("period", view), home: 1)]
  }

  /// The steps of a score as plain text for the terminal, with everything that the gate would hide
  /// from public pages.
  package func text(of explanation: Explanation, in input: CircularInput) -> String {
    let issue = Issue(input, words: templates.words) { $0 }
    let view = ExplanationView(issue: issue, explanation: explanation, isInternal: true)
    return TextWriter.text(of: outline("explanation", view))
  }

  /// A text page in pages of 22 lines.
  package static func paged(_ text: String) -> String {
    TextWriter.paged(text)
  }
}

// From templates to pages.
extension Renderer {
  private func outline(_ template: String, _ view: some View) -> [Block] {
    Outline.blocks(of: templates.render(template, view))
  }

  /// The HTML and the text page of a document.
  private func pages(
    _ path: String,
    _ blocks: [Block],
    charts: [String: Markup] = [:],
    audience: Page.Audience = .public,
    home: Int?
  ) -> [Page] {
    [
      html(path, blocks, charts: charts, audience: audience, home: home),
      Page(
        path: path + ".txt", audience: audience, bytes: Array(TextWriter.text(of: blocks).utf8)),
    ]
  }

  private func html(
    _ path: String,
    _ blocks: [Block],
    charts: [String: Markup] = [:],
    audience: Page.Audience = .public,
    home: Int?
  ) -> Page {
    let ups = home.map { String(repeating: "../", count: $0) + "index.html" }
    let view = PageView(
      language: templates.locale, title: blocks.title,
      body: HTMLWriter.markup(of: blocks, charts: charts), home: ups ?? "",
      isInternal: audience == .internal, isLetter: blocks.isLetter)
    let text = templates.render("page.html", view)
    return Page(path: path + ".html", audience: audience, bytes: Array(text.utf8))
  }

  private func units(_ issue: Issue) -> [@Sendable () -> [Page]] {
    let provisional = ProvisionalView(issue).all
    return issue.categories.flatMap(\.rows)
      .map { row in
        {
          let view = UnitView(issue, row, provisional: provisional)
          let chart = issue.trendChart(row.scores.unit)
          return pages("units/\(row.unit.id)", outline("unit", view), charts: chart, home: 3)
        }
      }
  }

  private func notices(_ issue: Issue) -> [Page] {
    issue.assessment.cases.flatMap { finding -> [Page] in
      if let number = issue.noticeNumbers[finding.inspection] {
        let view = NoticeView(issue: issue, finding: finding, notice: number)
        return pages("notices/\(number)", outline("notice", view), home: 1)
      }
      guard let number = issue.input.noticeNumbers[finding.inspection] else { return [] }
      let view = RetractionView(issue: issue, notice: number, finding: finding)
      return pages("notices/\(number)", outline("retraction", view), home: 1)
    }
  }

  private func office(_ issue: Issue) -> [@Sendable () -> [Page]] {
    let view = OfficeView(issue: issue)
    let names = ["withheld", "quality", "burden", "discipline", "spot-check"]
    let documents = names.map { name -> @Sendable () -> [Page] in
      { pages("internal/\(name)", outline(name, view), audience: .internal, home: nil) }
    }
    return documents
      + issue.scheme.units.ordinals.map { unit in
        { sheets(issue, unit) }
      }
  }

  /// The sheets that go to one unit; none without findings.
  private func sheets(_ issue: Issue, _ unit: Ordinal<Unit>) -> [Page] {
    let id = issue.scheme.units[unit].id
    let sheets = [
      ("communication", UnitSheetView.communication(issue, unit)),
      ("assignment", UnitSheetView.assignment(issue, unit)),
    ]
    return sheets.filter { !$0.1.cases.isEmpty }
      .flatMap { name, sheet in
        let path = "internal/units/\(id)-\(name)"
        return pages(path, outline(name, sheet), audience: .internal, home: nil)
      }
  }

  private func scores(_ issue: Issue) -> [Page] {
    let published = ScoresDocument(issue.input, isPublished: true)
    let full = ScoresDocument(issue.input, isPublished: false)
    return [
      Page(path: "scores.json", bytes: published.json),
      Page(path: "scores.csv", bytes: published.csv),
      Page(path: "internal/scores.json", audience: .internal, bytes: full.json),
    ]
  }

  /// A warning where the body is longer than circulars should be: paragraphs and headings before
  /// the signature, white space not counted.
  private static func length(of blocks: [Block]) -> [Diagnostic] {
    var count = 0
    for block in blocks {
      if case .signature = block { break }
      count += block.bodyCharacters
    }
    guard count > bodyLimit else { return [] }
    return [
      Diagnostic(
        .circularTooLong, facts: ["count": .number(count), "limit": .number(bodyLimit)])
    ]
  }
}

extension [Block] {
  /// The document's title, without lines or marks.
  fileprivate var title: String {
    for case .title(let runs) in self { return runs.words }
    return ""
  }

  /// Whether the document has a letterhead.
  fileprivate var isLetter: Bool {
    contains { if case .masthead = $0 { true } else { false } }
  }
}

extension Block {
  /// Characters that count towards the length of a document's body.
  fileprivate var bodyCharacters: Int {
    switch self {
    case .paragraph(let runs, _), .heading(_, let runs), .item(let runs):
      runs.words.count { !$0.isWhitespace }
    default: 0
    }
  }
}

extension IndexYear {
  /// The latest revision of every period, newest year first, by kind.
  static func all(of issues: [IssueEntry], words: Words) -> [IndexYear] {
    let byPeriod = Dictionary(grouping: issues, by: \.period)
    let latest = byPeriod.values.compactMap { $0.max { $0.revision < $1.revision } }
    let byYear = Dictionary(grouping: latest, by: \.period.year)
    return byYear.keys.sorted(by: >)
      .map { year in
        let kinds = Period.Kind.allCases.reversed()
          .compactMap { kind -> IndexKind? in
            let entries = (byYear[year] ?? []).filter { $0.period.kind == kind }
              .sorted { $0.period.days.to > $1.period.days.to }
            guard !entries.isEmpty else { return nil }
            return IndexKind(
              name: words.name(of: kind), issues: entries.map { IndexRow(entry: $0, words: words) })
          }
        return IndexYear(year: year, kinds: kinds)
      }
  }
}

extension Period {
  /// The year in the period's name.
  fileprivate var year: Int {
    switch self {
    case .week(let year, _), .month(let year, _), .quarter(let year, _), .year(let year): year
    }
  }
}

extension Issue {
  /// Places whose free text held personal data, which public pages mask.
  var personalData: [Diagnostic] {
    let printed = ["site", "finding", "evidence", "responsible", "duty", "remark", "reply"]
    return input.texts.keys.sorted()
      .flatMap { place -> [Diagnostic] in
        let texts = input.texts[place] ?? [:]
        return printed.compactMap { field in
          guard let text = texts[field], mask(text) != text else { return nil }
          let file = records.files[Int(place.file)]
          return Diagnostic(
            .personalDataMasked,
            at: SourceLocation(file: file.name, sheet: file.sheet, line: Int(place.row)),
            field: field)
        }
      }
  }
}
