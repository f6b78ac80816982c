package import TongbaoModel
import TongbaoPublishing
import TongbaoRendering

/// The pages of a period, rendered without publishing: nothing gets a number, nothing is put on record.
package struct Rendition: Sendable {
  /// All pages; those of the office below `internal/`.
  package let pages: [Page]
  /// Personal data that was masked, a body that is too long.
  package let diagnostics: [Diagnostic]
  private let main: String

  /// Renders figures as of a date of issue; a year as its summary.
  ///
  /// Named notices have the numbers that the register of `question` gave them, new ones those that a run would give.
  package init(
    _ figures: Figures,
    to question: Question? = nil,
    date: CalendarDate,
    templates folders: [String]
  ) async throws(PipelineFailure) {
    // For a small circular, reading the templates takes longer than all else.
    async let reading = Result { () throws(PipelineFailure) in
      try Renderer(folders: folders, locale: figures.rules.settings.locale)
    }
    async let tracing = Result { () throws(PipelineFailure) in
      try figures.trend(of: figures.assessment.period)
    }
    let register = question?.register ?? Register()
    let naming = try Naming(figures, dated: date, after: register)
    let named = figures.holdingBack(naming)
    var contents = try IssueContents(named, date: date)
    if !register.issues.isEmpty {
      contents.number(Numbering(named, naming, register, year: date.year, journal: .max))
    }
    let period = figures.assessment.period
    contents.input.trend = try await tracing.get()
    let renderer = try await reading.get()
    let rendered =
      period.kind == .year ? renderer.summary(contents.input) : renderer.issue(contents.input)
    var pages = rendered.pages
    if period.kind == .year {
      let year = figures.rules.scheme.year
      let table = CarryOverTable(contents.input.unfinished, under: figures.rules.scheme)
      pages.append(
        Page(
          path: "internal/carryover-\(year + 1).csv",
          audience: .internal,
          bytes: table.bytes
        )
      )
    }
    if period.kind != .year {
      let sheets = WeekSheets(
        figures.gathering,
        under: figures.rules.scheme,
        figures.assessment,
        on: figures.assessment.days,
        known: [:],
        day: date
      )
      pages += renderer.sheets(sheets.sheets, of: contents.input)
    }
    self.pages = pages
    diagnostics = rendered.diagnostics
    main = period.kind == .year ? "summary.txt" : "circular.txt"
  }

  /// The circular, or the year's summary, as plain text; in pages of 22 lines where `isPaged`.
  package func text(isPaged: Bool) -> String {
    let page = pages.first { $0.path == main }
    let text = page.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    return isPaged ? Renderer.paged(text) : text
  }

  /// Writes all pages below a folder, each whole or not at all.
  package func write(below folder: String) throws(PipelineFailure) {
    do throws(PublishingFailure) {
      try Atomic.write(pages.map { ($0.path, $0.bytes) }, below: folder)
    } catch {
      throw PipelineFailure(error)
    }
  }
}
