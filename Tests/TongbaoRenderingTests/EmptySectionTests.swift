import Testing
import TongbaoModel

@testable import TongbaoRendering

/// Where there is nothing to say, a sentence says so.
struct EmptySectionTests {
  /// The sample without findings, follow-ups and all that is made of them.
  static var input: CircularInput {
    var input = Sample.input()
    input.assessment.cases = []
    for unit in input.assessment.units.indices {
      for indicator in input.assessment.units[unit].cumulative.indicators.indices {
        input.assessment.units[unit].cumulative.indicators[indicator].cases = Positions([])
        input.assessment.units[unit].cumulative.indicators[indicator].dynamic = nil
        input.assessment.units[unit].cumulative.indicators[indicator].measure = nil
      }
    }
    let files = input.records.files
    input.records = Records()
    input.records.files = files
    input.previous = input.assessment
    input.texts = [:]
    input.counterfactuals = []
    input.explanations = []
    input.spotChecks = []
    input.draws = []
    input.unitBurdens = []
    input.departmentBurdens = []
    input.sheets = []
    return input
  }

  @Test(arguments: ["zh-Hans", "en"])
  func `no heading stands without a sentence or a table`(locale: String) throws {
    let templates = locale == "en" ? Sample.english : Sample.templates
    let renderer = Renderer(templates: templates) { $0 }
    let issue = Issue(EmptySectionTests.input, words: templates.words) { $0 }
    let office = OfficeView(issue: issue)
    let entry = IssueEntry(
      period: .month(year: 2017, month: 10),
      revision: 1,
      number: "",
      title: "",
      date: Sample.day("2017-11-03"),
      files: [],
      summary: nil
    )
    let row = try #require(
      IndexRow(revisions: [entry], notices: [], words: templates.words, place: .period)
    )
    var outlines = ["withheld", "quality", "burden", "discipline", "spot-check"]
      .map { ($0, renderer.outline($0, office)) }
    outlines += [
      ("circular", renderer.outline("circular", CircularView(issue))),
      ("warning", renderer.outline("warning", CircularView(issue))),
      (
        "summary",
        renderer.outline("summary", SummaryView(issue: issue, categories: issue.categories))
      ),
      (
        "unit",
        renderer.outline("unit", UnitView(issue, issue.categories[0].rows[0], provisional: []))
      ),
      ("index", renderer.outline("index", SiteIndexView(office: "考评室", years: [], notices: []))),
      (
        "period",
        renderer.outline("period", PeriodIndexView(office: "考评室", latest: row))
      ),
    ]
    for (name, blocks) in outlines {
      for (block, next) in zip(blocks, blocks.dropFirst() + [.heading(level: 1, [])]) {
        #expect(!(block.isHeading && next.isHeading), "\(name): nothing under \(block.words)")
      }
    }
  }

  /// Sections that are left out where the list of their name is empty need a sentence in its place.
  @Test(arguments: ["zh-Hans", "en"])
  func `every table has its sentence for want of rows`(locale: String) throws {
    let texts = Templates.texts(locale: locale)
    // Lists that are never empty: units, departments, indicators; and tables under a sentence that counts them.
    let filled: Set<String> = [
      "rows", "units", "departments", "indicators", "cumulative", "changes", "issues", "trend",
      "draws", "added", "restored", "reduced", "confirmed", "withdrawn", "open", "overdue", "new",
      "causes", "findings", "shortTargets",
    ]
    for (name, text) in texts {
      let lines = text.split(separator: "\n").map(String.init)
      for (index, line) in lines.enumerated() where line.hasPrefix("|!") {
        guard index + 1 < lines.count, lines[index + 1].hasPrefix("{{#") else { continue }
        let list = String(lines[index + 1].dropFirst(3).dropLast(2))
        guard !filled.contains(list) else { continue }
        let openings = ["{{^\(list)}}", "{{#\(list)Count}}", "{{^\(list.dropLast())Count}}"]
        #expect(openings.contains { text.contains($0) }, "\(name): \(list)")
      }
    }
  }
}

extension Block {
  fileprivate var isHeading: Bool {
    switch self {
    case .heading, .attachment: true
    default: false
    }
  }

  fileprivate var words: String {
    switch self {
    case .heading(_, let runs), .paragraph(let runs, _): runs.words
    case .attachment(_, let title): title.words
    default: ""
    }
  }
}

extension Templates {
  /// The installed templates of a locale as they stand.
  fileprivate static func texts(locale: String) -> [(name: String, text: String)] {
    Templates(folders: [Sample.root + "/templates"], locale: locale).files
      .filter { !$0.name.hasPrefix("words") }
      .map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) }
  }
}
