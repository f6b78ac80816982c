import Foundation

/// The rank tables of a circular, read back from a rendition: what is printed of each unit.
struct RankTable: Equatable {
  /// A unit's line.
  struct Line: Equatable {
    let rank: String
    let period: String
    let cumulative: String
    let band: String
  }

  /// The lines by the unit's name.
  let lines: [String: Line]

  private init(rows: [[String]]) {
    lines = Dictionary(
      rows.map { row in
        // A text table leaves the column of bands out where no unit has one.
        let band = row.count == 6 ? "—" : row[4]
        return (row[1], Line(rank: row[0], period: row[2], cumulative: row[3], band: band))
      },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// From `circular.txt`: tables, and the units one below the other where a table would be too wide.
  init(text: String) {
    let section = Self.section(of: text)
    var rows: [[String]] = []
    var isInRow = false
    for line in section.split(separator: "\n", omittingEmptySubsequences: false) {
      let cells = line.split(separator: " ").map(String.init)
      if Self.isRow(cells) {
        rows.append(cells)
        isInRow = true
      } else if isInRow, cells.count == 1, let last = rows.indices.last {
        // The rest of a name that did not fit into its column.
        rows[last][1] += cells[0]
      } else {
        isInRow = false
      }
    }
    let flowing = section.replacing(/[\s　]/, with: "")
    let units = /【([^】]+)】名次([^；]+)；本期得分([^；]+)；模拟得分([^；]+)；得分区间([^；]+)；/
    rows += flowing.matches(of: units)
      .map { match in
        let (_, name, rank, period, cumulative, band) = match.output
        return [rank, name, period, cumulative, band].map(String.init)
      }
    self.init(rows: rows)
  }

  /// From `circular.html`: the body rows of the section's tables.
  init(html: String) {
    let rows = Self.section(of: html).matches(of: /<tr>(.*?)<\/tr>/)
      .map { row in
        row.output.1.matches(of: /<t[dh][^>]*>(.*?)<\/t[dh]>/)
          .map { cell in
            String(cell.output.1.replacing(/<[^>]*>/, with: ""))
          }
      }
    self.init(rows: rows.filter(Self.isRow))
  }

  /// Whether cells are a unit's line: six or seven of them, a rank or its absence first.
  private static func isRow(_ cells: [String]) -> Bool {
    (6...7).contains(cells.count) && (Int(cells[0]) != nil || cells[0] == Self.unranked)
  }

  private static let unranked = "不排名"

  /// From `scores.json`, printed as a circular prints: rounded half away from zero to two decimals.
  init(scores: String) throws {
    self.init(
      rows: try PublishedScores(scores).units
        .map { unit in
          [
            unit.cumulative.rank.map(String.init) ?? Self.unranked, unit.name,
            PublishedScores.printed(unit.period.total),
            PublishedScores.printed(unit.cumulative.total), unit.cumulative.band,
          ]
        }
    )
  }

  private static func section(of circular: String) -> Substring {
    // The name of the section stands in the outline as well as above the section: the last one counts.
    let start = circular.ranges(of: "二、得分与排名").last?.upperBound ?? circular.startIndex
    let end = circular.ranges(of: "三、预扣分情况").last?.lowerBound ?? circular.endIndex
    return start < end ? circular[start..<end] : ""
  }
}
