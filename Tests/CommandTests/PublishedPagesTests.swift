import Foundation
import Testing

/// What holds of all pages of the demo, in both languages: one set of numbers, and narrow texts.
struct PublishedPagesTests {
  private static let locales = ["zh-Hans", "en"]

  @Test(arguments: locales)
  func `HTML and text of every document say the same numbers`(locale: String) async throws {
    let files = try await SampleWorkspace.demo(in: locale).files()
    var count = 0
    for (path, html) in files where PublishedPagesTests.isPage(path) && path.hasSuffix(".html") {
      let twin = files[path.dropLast(5) + ".txt"]
      // A list of addresses is of no use as text.
      guard !path.hasSuffix("index.html") else { continue }
      let text = try #require(twin, "\(path) has no text")
      let (shown, said) = (PageContent.numbers(ofHTML: html), PageContent.numbers(ofText: text))
      let difference = said.difference(from: shown).map { "\($0)" }.prefix(3)
      #expect(difference.isEmpty, "\(path)")
      #expect(!shown.isEmpty, "\(path)")
      count += 1
    }
    #expect(count > 180)
  }

  @Test(arguments: locales)
  func `no line of a text is wide or begins with closing punctuation`(locale: String) async throws {
    let files = try await SampleWorkspace.demo(in: locale).files()
    let texts = files.filter { PublishedPagesTests.isPage($0.key) && $0.key.hasSuffix(".txt") }
    #expect(texts.count > 180)
    for (path, bytes) in texts {
      for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
        // What stands in these pages beyond U+2E80 is Chinese, and twice as wide.
        let columns = line.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) }
        #expect(columns <= 56, "\(path): \(line)")
        let first = line.first { !$0.isWhitespace } ?? "a"
        #expect(!"，。、；：？！”’）》」』〕】,.;:?!)]}".contains(first), "\(path): \(line)")
      }
    }
  }

  @Test(arguments: locales, ["2017-10/r1", "2017-10/r2", "2017-11/r1"])
  func `the tables of a circular print what scores json says`(
    locale: String,
    issue: String
  ) async throws {
    let workspace = try await SampleWorkspace.demo(in: locale)
    let scores = try PublishedScores(workspace.text("public/\(issue)/scores.json"))
    let circular = PageContent.tables(ofHTML: try workspace.text("public/\(issue)/circular.html"))
    let warning = PageContent.tables(ofHTML: try workspace.text("public/\(issue)/warning.html"))
    let none = locale == "en" ? "n/r" : "不排名"
    for unit in scores.units {
      let (now, period) = (unit.cumulative, unit.period)
      let rank = now.rank.map(String.init) ?? none
      let totals = [period.total, now.total].map(PublishedScores.printed)
      #expect(has([rank, unit.name] + totals + [now.band], in: circular), "\(unit.name)")
      let early = [unit.name, totals[1], now.percent, rank]
      #expect(has(early, in: circular) && has(early, in: warning), "\(unit.name)")
      let overall = now.overallRank.map(String.init) ?? none
      let parts = [now.full, now.applicable, now.base].map(PublishedScores.printed)
      let extra = [now.bonus, now.penalty].map(PublishedScores.printed)
      let row =
        [unit.name, rank, overall] + totals + [now.band] + parts + [now.percent] + extra
      // Only where vetoes take points of some unit of the category is there a column for them.
      let vetoed = now.vetoes.isEmpty ? "—" : PublishedScores.printed(now.vetoed)
      let ends = [[vetoed == "0.00" ? "—" : vetoed], now.vetoed < 0.01 ? [] : ["none"]]
        .map { row + $0 + ["\(now.coefficient)"] }
      #expect(ends.contains { has($0, in: warning) }, "\(unit.name)")
      let printed = now.indicators.map { $0.score.map(PublishedScores.printed) ?? "—" }
      for tables in [circular, warning] {
        #expect(column(of: unit.name, in: tables) == printed.filter { $0 != "—" }, "\(unit.name)")
      }
    }
    let text = try workspace.text("public/\(issue)/circular.txt")
      .split(whereSeparator: \.isWhitespace).joined(separator: locale == "en" ? " " : "")
    let count = scores.findingCount
    #expect(text.contains(locale == "en" ? " \(count) findings were" : "采信问题\(count)个"))
  }

  @Test(arguments: locales)
  func `the year's results print what scores json says`(locale: String) async throws {
    let workspace = try await SampleWorkspace.demo(in: locale)
    let scores = try PublishedScores(workspace.text("public/2017/r1/scores.json"))
    let tables = PageContent.tables(ofHTML: try workspace.text("public/2017/r1/summary.html"))
    #expect(scores.units.count == 14)
    for unit in scores.units {
      let now = unit.cumulative
      let rank = now.rank.map(String.init) ?? (locale == "en" ? "n/r" : "不排名")
      let extra = [now.bonus, now.penalty + now.vetoed].map(PublishedScores.printed)
      let row = [rank, unit.name, PublishedScores.printed(now.total), now.percent] + extra
      #expect(has(row + ["\(now.coefficient)"], in: tables), "\(unit.name)")
    }
  }

  @Test(arguments: locales, ["2017-10/r1", "2017-11/r1", "2017/r1"])
  func `a unit's page prints what scores json says`(locale: String, issue: String) async throws {
    let workspace = try await SampleWorkspace.demo(in: locale)
    let none = locale == "en" ? "n/r" : "不排名"
    for unit in try PublishedScores(workspace.text("public/\(issue)/scores.json")).units {
      let page = try workspace.text("public/\(issue)/units/\(unit.id).html")
      let parts = try #require(PageContent.tables(ofHTML: page).first).rows
      for (column, score) in [unit.cumulative, unit.period].enumerated() {
        let printed = [score.full, score.applicable, score.base].map(PublishedScores.printed)
        let totals = [score.total, score.best, score.worst].map(PublishedScores.printed)
        let rank = score.rank.map(String.init) ?? none
        let cells = parts.compactMap { $0.dropFirst(1 + column).first }
        #expect(
          cells.starts(with: printed + [score.percent, "\(score.coefficient)"]),
          "\(unit.id)"
        )
        #expect(cells.suffix(5).elementsEqual(totals + [rank, score.grade ?? "—"]), "\(unit.id)")
      }
    }
  }

  private static func isPage(_ path: String) -> Bool {
    path.hasPrefix("public/") || path.hasPrefix("internal/")
  }

  /// Whether a row of some table begins with `cells`.
  private func has(_ cells: [String], in tables: [PageTable]) -> Bool {
    tables.contains { $0.rows.contains { $0.starts(with: cells) } }
  }

  /// The scores of a unit in the table of indicators; without those that it does not have.
  private func column(of unit: String, in tables: [PageTable]) -> [String] {
    for table in tables {
      guard let column = table.heads.firstIndex(of: unit) else { continue }
      return table.rows.compactMap { $0.dropFirst(column).first }.filter { $0 != "—" }
    }
    return []
  }
}
