import Synchronization
import TongbaoFormats
package import TongbaoModel

/// Makes the pages of issues: one outline per document, HTML and plain text from it.
///
/// The same input gives the same bytes. Nothing is read and nothing written here.
package struct Renderer: Sendable {
  /// The templates, without errors.
  package let templates: Templates
  /// Masks personal data in the free text of public pages.
  package let mask: @Sendable (String) -> String

  /// A renderer.
  ///
  /// The templates must be usable.
  package init(templates: Templates, mask: @escaping @Sendable (String) -> String) {
    precondition(templates.isUsable, "templates with errors are refused at start")
    self.templates = templates
    self.mask = mask
  }

  /// The characters of a circular's body above which it is too long.
  ///
  /// Source: the rules of 2024 on
  /// lightening the burden of the grassroots.
  static let bodyLimit = 4_000

  /// All pages of an issue: the circular, the warning table, scores, unit pages, named notices,
  /// and the internal pages.
  ///
  /// Paths as in product.md §4, notices under `notices/`, internal pages
  /// under `internal/`. O(findings).
  package func issue(_ input: CircularInput) -> RenderedIssue {
    let issue = Issue(input, words: templates.words, mask: mask)
    let view = CircularView(issue)
    let problems = Mutex([Diagnostic]())
    let masked = Mutex([Diagnostic]())
    var result = RenderedIssue()
    result.pages = Renderer.inParallel(
      [
        {
          let blocks = outline("circular", view)
          problems.withLock { $0 += Renderer.length(of: blocks) }
          let charts = issue.rankCharts(view.categories)
            .merging(issue.progressCharts(view.handling.rows)) { $1 }
          return pages("circular", blocks, charts: charts, home: 2)
        },
        {
          let charts = issue.heatCharts(view.categories)
          return pages("warning", outline("warning", view), charts: charts, home: 2)
        },
        {
          let found = issue.personalData
          masked.withLock { $0 = found }
          return []
        },
      ] + common(issue)
    )
    result.noticeNumbers = issue.noticeNumbers
    result.summary = issue.summary
    result.diagnostics = problems.withLock { $0 } + masked.withLock { $0 }
    return result
  }

  /// All pages of the year's summary: `summary.*` instead of the circular, the rest as of an issue.
  ///
  package func summary(_ input: CircularInput) -> RenderedIssue {
    let issue = Issue(input, words: templates.words, mask: mask)
    let view = SummaryView(issue: issue, categories: issue.categories)
    var result = RenderedIssue()
    result.pages = Renderer.inParallel(
      [
        {
          let charts = issue.rankCharts(view.categories)
            .merging(issue.dispositionCharts(view.deductions)) { $1 }
          return pages("summary", outline("summary", view), charts: charts, home: 2)
        },
        {
          let charts = issue.heatCharts(view.categories)
          return pages("warning", outline("warning", CircularView(issue)), charts: charts, home: 2)
        },
      ] + common(issue)
    )
    result.noticeNumbers = issue.noticeNumbers
    result.summary = issue.summary
    result.diagnostics = issue.personalData
    return result
  }

  /// The pages that circular and summary share, as jobs that need not wait for each other.
  private func common(_ issue: Issue) -> [@Sendable () -> [Page]] {
    units(issue) + notices(issue) + [{ scores(issue) }] + office(issue)
  }

  /// The pages of all jobs in the order of the jobs, made on every core.
  private static func inParallel(_ jobs: [@Sendable () -> [Page]]) -> [Page] {
    jobs.mapOnEveryCore { $0() }.flatMap { $0 }
  }

  /// `correction.html` and `.txt` of a new revision.
  package func correction(of input: CircularInput, _ correction: Correction) -> [Page] {
    func issue(_ input: CircularInput) -> Issue { Issue(input, words: templates.words, mask: mask) }
    let view = CorrectionView(
      issue: issue(input),
      published: issue(correction.published),
      reassessed: issue(correction.reassessed),
      correction: correction
    )
    return pages("correction", outline("correction", view), home: 2)
  }

  /// `index.html` of the site: the latest issue of every period by year and kind, with its revisions,
  /// notices and unit pages, and all named notices.
  ///
  /// O(issues × units).
  package func siteIndex(
    office: String,
    issues: [IssueEntry],
    notices: [NoticeEntry]
  ) -> [Page] {
    let words = templates.words
    let view = SiteIndexView(
      office: office,
      years: IndexYear.all(of: issues, notices: notices, words: words),
      notices: notices.sorted { $0.number < $1.number }.enumerated()
        .map { IndexNotice(entry: $1, words: words, root: "", isFirst: $0 == 0) }
    )
    return [html("index", outline("index", view), home: nil)]
  }

  /// `index.html` of a period: the latest revision with its unit pages and notices, and the earlier
  /// ones.
  ///
  /// The revisions of one period; at least one. Of `notices` those of the period are taken.
  package func periodIndex(
    office: String,
    revisions: [IssueEntry],
    notices: [NoticeEntry]
  ) -> [Page] {
    guard
      let latest = IndexRow(
        revisions: revisions,
        notices: notices,
        words: templates.words,
        place: .period
      )
    else { return [] }
    let view = PeriodIndexView(office: office, latest: latest)
    return [html("index", outline("period", view), home: 1)]
  }

  /// The steps of a score as plain text for the terminal, with everything that the gate would hide
  /// from public pages.
  ///
  package func text(of explanation: Explanation, in input: CircularInput) -> String {
    let issue = Issue(input, words: templates.words) { $0 }
    let view = ExplanationView(issue: issue, explanation: explanation, isInternal: true)
    return TextWriter.text(of: outline("explanation", view), marks: marks)
  }

  /// A text page in pages of 22 lines.
  package static func paged(_ text: String) -> String {
    TextWriter.paged(text)
  }
}
