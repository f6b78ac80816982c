/// A template that a document starts from, and the view it is given.
struct TemplateRoot: Sendable {
  /// Name of the template.
  let name: String
  /// Shape of the view.
  let shape: @Sendable () -> Shape

  /// Every document, and the frame of HTML pages.
  static let all: [TemplateRoot] = [
    TemplateRoot(name: "page.html") { PageView.shape },
    TemplateRoot(name: "circular") { CircularView.shape },
    TemplateRoot(name: "warning") { CircularView.shape },
    TemplateRoot(name: "notice") { NoticeView.shape },
    TemplateRoot(name: "retraction") { RetractionView.shape },
    TemplateRoot(name: "unit") { UnitView.shape },
    TemplateRoot(name: "summary") { SummaryView.shape },
    TemplateRoot(name: "correction") { CorrectionView.shape },
    TemplateRoot(name: "index") { SiteIndexView.shape },
    TemplateRoot(name: "period") { PeriodIndexView.shape },
    TemplateRoot(name: "withheld") { OfficeView.shape },
    TemplateRoot(name: "quality") { OfficeView.shape },
    TemplateRoot(name: "burden") { OfficeView.shape },
    TemplateRoot(name: "discipline") { OfficeView.shape },
    TemplateRoot(name: "spot-check") { OfficeView.shape },
    TemplateRoot(name: "communication") { UnitSheetView.shape },
    TemplateRoot(name: "assignment") { UnitSheetView.shape },
    TemplateRoot(name: "explanation") { ExplanationView.shape },
  ]
}

/// The frame of an HTML page.
struct PageView: View {
  let language: String
  let title: String
  let body: Markup
  /// The way from the page to the site's first page; empty on that page.
  let home: String
  let isInternal: Bool
  /// Whether the page is an official document, with its letterhead.
  let isLetter: Bool

  static let fields: [String: Field<PageView>] = [
    "language": .text(\.language),
    "title": .text(\.title),
    "body": .markup(\.body),
    "home": .text(\.home),
    "isInternal": .flag(\.isInternal),
    "isLetter": .flag(\.isLetter),
  ]
}
