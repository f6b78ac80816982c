import TongbaoFormats
import TongbaoModel
import TongbaoRendering

/// A condition without which nothing is published.
///
/// Source: product.md §4.
struct Guard: Sendable {
  /// An issue that is ready to be published.
  struct Candidate: Sendable {
    let figures: Figures
    let pages: [Page]
    /// Addresses below the public folder that exist beside the pages.
    let addresses: Set<String>
    /// The issue's folder below the public one.
    let folder: String
    /// The sheets that were taken in under the issue's scheme.
    let ownSheets: [Gathering.Sheet]
    /// Date of the issue.
    let date: CalendarDate
    /// Date of the issue that it would replace; nil for a first one.
    let publishedOn: CalendarDate?
    /// Names of units that the replaced issue has and this one has not.
    let endedUnits: [String]
    /// Pieces of personal data in the free texts of the sheets, each where it stands first.
    let personalData: [String: TextPlace]

    /// The address of a page below the public folder.
    func address(of page: Page) -> String {
      page.path.hasPrefix("notices/") ? page.path : folder + "/" + page.path
    }
  }

  /// Its name in `waivers`.
  let name: String
  /// What is wrong with a candidate; empty where nothing is.
  let problems: @Sendable (Candidate) -> [Diagnostic]

  /// All guards, in the order of product.md.
  static let all = [
    Guard(name: "date", problems: wrongDates),
    Guard(name: "unit-missing", problems: missingUnits),
    Guard(name: "shrink", problems: shrinkage),
    Guard(name: "jump", problems: jumps),
    Guard(name: "sum", problems: wrongSums),
    Guard(name: "personal-data", problems: unmasked),
    Guard(name: "link", problems: brokenLinks),
    Guard(name: "quarantine-share", problems: quarantineShare),
  ]

  /// An issue says what a period came to, and corrects what was said before.
  private static func wrongDates(_ candidate: Candidate) -> [Diagnostic] {
    let last = candidate.figures.assessment.days.to
    let period = Fact.text(candidate.figures.assessment.period.description)
    guard candidate.date >= last else {
      return [
        Diagnostic(
          .guardPeriodNotOver,
          text: candidate.date.description,
          facts: ["period": period, "last": .text(last.description)]
        )
      ]
    }
    guard let published = candidate.publishedOn, candidate.date < published else { return [] }
    return [
      Diagnostic(
        .guardDatedBack,
        text: candidate.date.description,
        facts: ["period": period, "published": .text(published.description)]
      )
    ]
  }

  private static func missingUnits(_ candidate: Candidate) -> [Diagnostic] {
    let scheme = candidate.figures.rules.scheme
    let scored = Set(candidate.figures.assessment.units.map(\.unit))
    let paths = Set(candidate.pages.map(\.path))
    return scheme.units.ordinals
      .filter { !scored.contains($0) || !paths.contains("units/\(scheme.units[$0].id).html") }
      .map { Diagnostic(.guardUnitMissing, text: scheme.units[$0].name) }
      + candidate.endedUnits.map { Diagnostic(.guardUnitGone, text: $0) }
  }

  private static func shrinkage(_ candidate: Candidate) -> [Diagnostic] {
    let figures = candidate.figures
    guard figures.hasRows else { return [Diagnostic(.guardNoRows)] }
    guard let previous = figures.previous else { return [] }
    let before = figures.rowCount(on: previous.days)
    let now = figures.rowCount(on: figures.assessment.days)
    let least = figures.rules.settings.guards.shrink
    // now < before × share, in millionths: both counts are far below the range.
    guard Int128(now) * 1_000_000 < Int128(before) * Int128(least.millionths) else { return [] }
    return [
      Diagnostic(
        .guardShrink,
        facts: [
          "now": .number(now), "before": .number(before), "least": .text(least.description),
        ]
      )
    ]
  }

  private static func jumps(_ candidate: Candidate) -> [Diagnostic] {
    let figures = candidate.figures
    guard let previous = figures.previous else { return [] }
    let most = figures.rules.settings.guards.jump
    return zip(figures.assessment.units, previous.units)
      .compactMap { now, then in
        let change =
          Int128(now.cumulative.total.millionths) - Int128(then.cumulative.total.millionths)
        guard change.magnitude > most.millionths.magnitude else { return nil }
        return Diagnostic(
          .guardJump,
          text: figures.rules.scheme.units[now.unit].name,
          facts: [
            "before": .text(then.cumulative.total.description),
            "now": .text(now.cumulative.total.description),
            "most": .text(most.description),
          ]
        )
      }
  }

  /// The parts that a reader sees must add up to what is printed over them.
  private static func wrongSums(_ candidate: Candidate) -> [Diagnostic] {
    let scheme = candidate.figures.rules.scheme
    return candidate.figures.assessment.units.flatMap { unit in
      [unit.period, unit.cumulative]
        .filter { score in
          let base = score.indicators.reduce(Int128(0)) { $0 + Int128($1.score?.millionths ?? 0) }
          let full = score.indicators.reduce(Int128(0)) { $0 + Int128($1.full.millionths) }
          return base != Int128(score.base.millionths) || full != Int128(score.full.millionths)
            || !isTotalRight(score)
        }
        .map { _ in Diagnostic(.guardSum, text: scheme.units[unit.unit].name) }
    }
  }

  /// Without vetoes the parts are the total, with them they may not be less.
  private static func isTotalRight(_ score: Score) -> Bool {
    do throws(ArithmeticOverflow) {
      let taken = try score.vetoed()
      guard score.total.isPositive else { return true }
      return score.vetoes.isEmpty ? taken == .zero : !taken.isNegative
    } catch {
      return false
    }
  }

  /// Searching for the very pieces that the sheets hold leaves amounts and record numbers alone.
  private static func unmasked(_ candidate: Candidate) -> [Diagnostic] {
    guard !candidate.personalData.isEmpty else { return [] }
    let pieces = candidate.personalData.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
    let search = TextSearch(pieces.map(\.key))
    let found = candidate.pages.mapOnEveryCore { first(of: search, in: $0.bytes) }
    return zip(candidate.pages, found)
      .compactMap { page, number in
        guard let place = number.map({ pieces[$0].value }) else { return nil }
        return Diagnostic(
          .guardPersonalData,
          at: place.location,
          field: place.field,
          text: page.path,
          facts: ["owner": .worded(place.owner), "number": .text(place.masked)]
        )
      }
  }

  /// The first of the pieces that stands in a page, not as part of a longer number.
  private static func first(of search: TextSearch, in bytes: [UInt8]) -> Int? {
    var first: Int?
    search.forEach(in: bytes) { number, place in
      guard first.map({ number < $0 }) ?? true else { return }
      // A code point has at most four bytes.
      let after = String(decoding: bytes[place.upperBound...].prefix(4), as: UTF8.self)
      let before = String(decoding: bytes[..<place.lowerBound].suffix(4), as: UTF8.self)
      let neighbours = [before.unicodeScalars.last, after.unicodeScalars.first]
      if !neighbours.contains(where: { $0?.properties.generalCategory == .decimalNumber }) {
        first = number
      }
    }
    return first
  }

  private static func brokenLinks(_ candidate: Candidate) -> [Diagnostic] {
    let known = candidate.addresses.union(candidate.pages.map { candidate.address(of: $0) })
    return candidate.pages.filter { $0.path.hasSuffix(".html") }
      .mapOnEveryCore { page in
        LinkScan.targets(of: page, at: candidate.address(of: page))
          .filter { !known.contains($0) }.sorted()
          .map { Diagnostic(.guardLink, text: page.path, facts: ["target": .text($0)]) }
      }
      .flatMap { $0 }
  }

  private static func quarantineShare(_ candidate: Candidate) -> [Diagnostic] {
    let most = candidate.figures.rules.settings.guards.quarantineShare
    let refused = candidate.ownSheets.reduce(0) { $0 + ($1.counts?.refused ?? 0) }
    let rows = candidate.ownSheets.reduce(refused) { $0 + ($1.counts?.accepted ?? 0) }
    guard Int128(refused) * 1_000_000 > Int128(rows) * Int128(most.millionths) else { return [] }
    return [
      Diagnostic(
        .guardQuarantineShare,
        facts: [
          "refused": .number(refused), "rows": .number(rows), "most": .text(most.description),
        ]
      )
    ]
  }
}

extension Figures {
  /// Whether anything at all is dated between the window's start and the day.
  ///
  /// Without it every score is fiction.
  fileprivate var hasRows: Bool {
    guard let days = DateRange(from: rules.scheme.window.from, to: assessment.asOf) else {
      return false
    }
    return rowCount(on: days) > 0 || gathering.records.events.contains { days.contains($0.date) }
  }

  /// Rows that are dated on `days`: what a period's sheets brought.
  func rowCount(on days: DateRange) -> Int {
    let records = gathering.records
    return records.visits.count { days.contains($0.date) }
      + records.inspections.count { days.contains($0.date) }
      + records.measurements.count { days.contains($0.date) }
  }
}

/// The relative addresses that a page links to.
private enum LinkScan {
  private static let attributes = TextSearch(["href=\"", "src=\""])

  /// Addresses below the public folder, fragments and queries left out; what leads elsewhere is given as it is.
  static func targets(of page: Page, at address: String) -> Set<String> {
    let folder = Array(address.split(separator: "/").dropLast())
    var values: Set<String> = []
    attributes.forEach(in: page.bytes) { _, place in
      let value = page.bytes[place.upperBound...].prefix { $0 != UInt8(ascii: "\"") }
      guard value.first != UInt8(ascii: "#"), !value.starts(with: "data:".utf8) else { return }
      let path = value.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
      values.insert(String(decoding: path, as: UTF8.self))
    }
    return Set(values.map { resolved($0[...], from: folder) })
  }

  private static func resolved(_ address: Substring, from folder: [Substring]) -> String {
    var parts = folder
    for part in address.split(separator: "/") {
      if part == ".." {
        guard !parts.isEmpty else { return String(address) }
        parts.removeLast()
      } else if part != "." {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}
