import TongbaoFormats
import TongbaoModel

// From templates to pages.
extension Renderer {
  func outline(_ template: String, _ view: some View) -> [Block] {
    Outline.blocks(of: templates.render(template, view))
  }

  /// The punctuation of text pages.
  var marks: TextMarks { TextMarks(words: templates.words) }

  /// The HTML and the text page of a document; one that goes to a unit says in its template how to keep it.
  func pages(
    _ path: String,
    _ blocks: [Block],
    charts: [String: Markup] = [:],
    audience: Page.Audience = .public,
    isForUnit: Bool = false,
    home: Int?
  ) -> [Page] {
    [
      html(path, blocks, charts: charts, audience: audience, isForUnit: isForUnit, home: home),
      Page(
        path: path + ".txt",
        audience: audience,
        bytes: Array(TextWriter.text(of: blocks, marks: marks).utf8)
      ),
    ]
  }

  func html(
    _ path: String,
    _ blocks: [Block],
    charts: [String: Markup] = [:],
    audience: Page.Audience = .public,
    isForUnit: Bool = false,
    home: Int?
  ) -> Page {
    let ups = home.map { String(repeating: "../", count: $0) + "index.html" }
    let view = PageView(
      language: templates.locale,
      title: blocks.title,
      body: HTMLWriter.markup(
        of: blocks,
        charts: charts,
        isForeign: !templates.locale.hasPrefix("zh")
      ),
      home: ups ?? "",
      isInternal: audience == .internal && !isForUnit,
      isLetter: blocks.isLetter
    )
    let text = templates.render("page.html", view)
    return Page(path: path + ".html", audience: audience, bytes: Array(text.utf8))
  }

  func units(_ issue: Issue) -> [@Sendable () -> [Page]] {
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

  /// A job for every few notices, and one for those that no longer stand.
  func notices(_ issue: Issue) -> [@Sendable () -> [Page]] {
    let named = issue.assessment.cases.compactMap { finding in
      issue.noticeNumbers[finding.inspection]
        .map { number in
          NoticeView(issue: issue, finding: finding, notice: number)
        }
    }
    let jobs: [@Sendable () -> [Page]] = named.runs(of: 32)
      .map { views in
        {
          views.flatMap { pages("notices/\($0.notice)", outline("notice", $0), home: 1) }
        }
      }
    return jobs + [{ retractions(issue) }]
  }

  private func retractions(_ issue: Issue) -> [Page] {
    issue.input.retractions.flatMap { retraction in
      let view = RetractionView(issue: issue, retraction: retraction)
      return pages("notices/\(retraction.notice)", outline("retraction", view), home: 1)
    }
  }

  func office(_ issue: Issue) -> [@Sendable () -> [Page]] {
    let view = OfficeView(issue: issue)
    let names = ["withheld", "quality", "burden", "discipline", "spot-check"]
    return names.map { name in
      { pages("internal/\(name)", outline(name, view), audience: .internal, home: nil) }
    }
  }

  func scores(_ issue: Issue) -> [Page] {
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
  static func length(of blocks: [Block]) -> [Diagnostic] {
    var count = 0
    for block in blocks {
      if case .signature = block { break }
      count += block.bodyCharacters
    }
    guard count > bodyLimit else { return [] }
    return [
      Diagnostic(
        .circularTooLong,
        facts: ["count": .number(count), "limit": .number(bodyLimit)]
      )
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
