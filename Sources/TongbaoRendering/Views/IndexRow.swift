import TongbaoModel

/// A period in an index: its latest revision, with the ways to all that came out for it.
struct IndexRow: View {
  /// Where the page with the row stands, which decides how addresses begin.
  enum Place: Sendable {
    /// The site's first page.
    case site
    /// The period's own page.
    case period
  }

  /// The latest revision.
  let entry: IssueEntry
  /// All revisions, the latest first.
  let revisions: [IndexRevision]
  /// The named notices that came out with it.
  let notices: [IndexNotice]
  let words: Words
  let place: Place

  /// The row of a period with these revisions; nil where there are none.
  ///
  /// Of `notices` those of the period are taken.
  init?(revisions: [IssueEntry], notices: [NoticeEntry], words: Words, place: Place) {
    let sorted = revisions.sorted { $0.revision > $1.revision }
    guard let latest = sorted.first else { return nil }
    let base = place == .site ? "\(latest.period)/" : ""
    entry = latest
    self.words = words
    self.place = place
    self.revisions = sorted.map { IndexRevision(entry: $0, words: words, base: base) }
    self.notices = notices.filter { $0.period == latest.period }
      .sorted { $0.number < $1.number }
      .enumerated()
      .map { index, notice in
        IndexNotice(
          entry: notice,
          words: words,
          root: place == .site ? "" : "../",
          isFirst: index == 0
        )
      }
  }

  static let fields: [String: Field<IndexRow>] =
    own.including(IndexRevision.self) { $0.revisions[0] }

  private static let own: [String: Field<IndexRow>] = [
    "title": .text { $0.entry.title.isEmpty ? $0.words.name(of: $0.entry.period) : $0.entry.title },
    "periodName": .text { $0.words.name(of: $0.entry.period) },
    "isYear": .flag { $0.entry.period.kind == .year },
    "address": .text { $0.place == .site ? "\($0.entry.period)/index.html" : "index.html" },
    "hasSummary": .flag { $0.entry.summary != nil },
    "unitCount": .number { $0.entry.summary?.units.count ?? 0 },
    "findingCount": .number { $0.entry.summary?.findings ?? 0 },
    "redCount": .count { $0.entry.summary?.red ?? 0 },
    "yellowCount": .count { $0.entry.summary?.yellow ?? 0 },
    "revisions": .list(\.revisions),
    "earlier": .list { Array($0.revisions.dropFirst()) },
    "notices": .list(\.notices),
    "withdrawnCount": .count { $0.notices.count(where: \.entry.isWithdrawn) },
    "units": .list(\.units),
  ]

  /// The units that have a page in the latest revision; by their ids where no name is on record.
  private var units: [IndexUnit] {
    let pages = entry.files.filter { $0.hasPrefix("units/") && $0.hasSuffix(".html") }
    let ids = pages.map { String($0.dropFirst(6).dropLast(5)) }.sorted()
    let named = entry.summary?.units ?? ids.map { IssueSummary.Unit(id: $0, name: $0) }
    return named.filter { pages.contains("units/\($0.id).html") }
      .enumerated()
      .map { index, unit in
        IndexUnit(unit: unit, folder: revisions[0].folder, isFirst: index == 0)
      }
  }
}

/// A revision in an index.
struct IndexRevision: View {
  let entry: IssueEntry
  let words: Words
  /// The way to the period's folder.
  let base: String

  static let fields: [String: Field<IndexRevision>] = [
    "revision": .number(\.entry.revision),
    "number": .text(\.entry.number),
    "date": .text { $0.words.name(of: $0.entry.date) },
    "page": .text { $0.address(of: $0.mainPage) },
    "warning": .text { $0.address(of: "warning.html") },
    "correction": .text { $0.address(of: "correction.html") },
    "scoresJSON": .text { $0.address(of: "scores.json") },
    "scoresCSV": .text { $0.address(of: "scores.csv") },
    "isCorrection": .flag { $0.entry.revision > 1 },
  ]

  /// The way to the revision's folder.
  var folder: String { "\(base)r\(entry.revision)/" }

  private var mainPage: String {
    entry.period.kind == .year ? "summary.html" : "circular.html"
  }

  /// The way to a file of the revision; empty where it has none of that name.
  private func address(of file: String) -> String {
    entry.files.contains(file) ? folder + file : ""
  }
}

/// A unit in an index.
struct IndexUnit: View {
  let unit: IssueSummary.Unit
  /// The way to the issue's folder.
  let folder: String
  /// Whether no other stands before it.
  let isFirst: Bool

  static let fields: [String: Field<IndexUnit>] = [
    "isFirst": .flag(\.isFirst),
    "unit": .text(\.unit.name),
    "address": .text { "\($0.folder)units/\($0.unit.id).html" },
  ]
}

extension Issue {
  /// What the index is to say of the issue: the numbers that the circular has.
  var summary: IssueSummary {
    IssueSummary(
      units: scheme.units.map { IssueSummary.Unit(id: $0.id, name: $0.name) },
      findings: assessment.cases.count { isOfPeriod($0) && $0.handling != nil },
      red: assessment.units.count { $0.warning == .red },
      yellow: assessment.units.count { $0.warning == .yellow }
    )
  }
}
