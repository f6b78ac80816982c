import TongbaoFormats

/// How a table stands in lines of plain text: its columns side by side, where codes, numbers, dates
/// and short words stay whole; else one block for each row.
struct TextTable {
  private let heads: [String]
  private let isNumeric: [Bool]
  private let rows: [[String]]
  private let width: Int
  private let marks: TextMarks

  /// The layout of a table within `width` columns.
  init(_ table: Table, width: Int, marks: TextMarks) {
    let kept = TextTable.filledColumns(of: table)
    heads = kept.map { table.columns[$0].head.words }
    isNumeric = kept.map { table.columns[$0].isNumeric }
    rows = table.rows.map { row in kept.map { $0 < row.count ? row[$0].words : "" } }
    self.width = width
    self.marks = marks
  }

  /// The columns, but for those of numbers in which no row has one.
  private static func filledColumns(of table: Table) -> [Int] {
    table.columns.indices.filter { column in
      !table.columns[column].isNumeric
        || table.rows.contains { column < $0.count && $0[column].words != "—" }
    }
  }

  /// A text no wider than this is a short word.
  private static let shortWord = 8
  /// A cell of more lines than this is easier to read in a block.
  private static let mostLines = 3

  /// The lines of the table with its columns side by side; nil where that would break what must stay
  /// whole, or make narrow columns of long texts.
  ///
  /// O(cells).
  var aligned: [String]? {
    guard let (widths, gap) = layout() else { return nil }
    var table = AlignedTable(
      columns: heads.indices.map { index in
        .init(
          balanced(heads[index], within: widths[index]),
          isNumeric[index] ? .right : .left,
          maximum: widths[index]
        )
      }
    )
    for row in rows { table.append(row) }
    return table.lines(width: width, gap: gap)
  }

  /// The rows as blocks, separated by line ends: the first text, then each head with its cell.
  ///
  /// O(cells).
  var blocks: String {
    rows.map(block).joined(separator: "\n")
  }

  private func block(_ row: [String]) -> String {
    let named = isNumeric.firstIndex(of: false) ?? 0
    let name = named < row.count ? marks.brackets.0 + row[named] + marks.brackets.1 + "\n" : ""
    let parts = row.indices
      .filter { $0 != named && $0 < heads.count && !row[$0].isEmpty }
      .map { part(heads[$0] + marks.colon, row[$0]) }
    let indent = marks.stop.utf8.count > 1 ? "\u{3000}" : "  "
    return name + indent + parts.joined(separator: marks.semicolon) + marks.stop
  }

  /// A head never stands at a line's end without its cell, and a short cell stays with it whole.
  private func part(_ head: String, _ cell: String) -> String {
    cell.utf8.count <= 3 * TextTable.shortWord
      ? UnbrokenText.whole(head + cell) : UnbrokenText.whole(head) + UnbrokenText.mark + cell
  }
}

// Widths.
extension TextTable {
  /// The widths at which everything fits, and the spaces between; nil where there are none.
  ///
  /// Two spaces look better than one, but not than cells in many lines.
  private func layout() -> ([Int], gap: Int)? {
    guard let (natural, least) = cellWidths() else { return nil }
    let wide = columnWidths(natural, least, gap: 2)
    if let wide, wide.lines == rows.count { return (wide.widths, 2) }
    let narrow = columnWidths(natural, least, gap: 1)
    if let wide, wide.lines * 10 <= (narrow?.lines ?? wide.lines) * 11 { return (wide.widths, 2) }
    return narrow.map { ($0.widths, 1) }
  }

  /// How wide the cells of each column are, and how narrow they may become; nil as soon as no line can
  /// hold what must stay whole.
  private func cellWidths() -> (natural: [Int], least: [Int])? {
    let room = width - max(0, heads.count - 1)
    var natural = [Int](repeating: 0, count: heads.count)
    var least = natural
    for row in rows {
      for (index, cell) in row.prefix(heads.count).enumerated() {
        let columns = TextWidth.columns(of: cell)
        natural[index] = max(natural[index], columns)
        least[index] = max(least[index], leastWidth(of: cell, columns, index))
      }
      guard least.reduce(0, +) <= room else { return nil }
    }
    return (natural, least)
  }

  /// The best widths with `gap` spaces between the columns.
  private func columnWidths(
    _ natural: [Int],
    _ least: [Int],
    gap: Int
  ) -> (widths: [Int], lines: Int)? {
    let room = width - gap * max(0, heads.count - 1)
    guard heads.count * 2 <= room else { return nil }
    // Heads of three characters stay whole unless two lines of them save lines of cells.
    var best: (widths: [Int], lines: Int)?
    for short in [6, 4] {
      let floors = zip(least, heads).map { max($0, leastWidth(ofHead: $1, short: short)) }
      guard let widths = filled(floors, natural, room), let lines = lines(at: widths) else {
        continue
      }
      if best.map({ lines < $0.lines }) ?? true { best = (widths, lines) }
    }
    return best
  }

  private func leastWidth(of cell: String, _ columns: Int, _ index: Int) -> Int {
    guard !isNumeric[index], columns > TextTable.shortWord else { return columns }
    return min(columns, max(TextTable.shortWord, UnbrokenText.widestPart(of: cell)))
  }

  private func leastWidth(ofHead head: String, short: Int) -> Int {
    let columns = TextWidth.columns(of: head)
    guard columns > short else { return columns }
    let widestWord = UnbrokenText.widestPart(of: head)
    return max(min(4, columns), widestWord, (columns + 1) / 2 / 2 * 2)
  }

  /// Gives what the floors leave: to texts up to a common limit, then to heads that become whole.
  private func filled(_ floors: [Int], _ natural: [Int], _ room: Int) -> [Int]? {
    guard floors.reduce(0, +) <= room else { return nil }
    func widths(_ limit: Int) -> [Int] {
      zip(floors, natural).map { max($0, min($1, limit)) }
    }
    let limit = (2...max(2, width)).last { widths($0).reduce(0, +) <= room } ?? 2
    var widths = widths(limit)
    var spare = room - widths.reduce(0, +)
    for index in widths.indices where natural[index] > widths[index] && spare > 0 {
      let given = min(spare, natural[index] - widths[index]) / 2 * 2
      widths[index] += given
      spare -= given
    }
    for index in widths.indices {
      let wanted = TextWidth.columns(of: heads[index]) - widths[index]
      guard wanted > 0, wanted <= spare else { continue }
      widths[index] += wanted
      spare -= wanted
    }
    return widths
  }

  /// The lines of all rows; nil where a cell becomes a tall column, or many rows do.
  private func lines(at widths: [Int]) -> Int? {
    var lines = 0
    for row in rows {
      var tallest = 1
      for (cell, width) in zip(row, widths) where cell.utf8.count > width {
        tallest = max(tallest, (TextWidth.columns(of: cell) + width - 1) / width)
      }
      guard tallest <= TextTable.mostLines else { return nil }
      lines += tallest
    }
    return lines <= 2 * rows.count ? lines : nil
  }

  /// A head in lines of about the same length.
  private func balanced(_ head: String, within width: Int) -> String {
    guard TextWidth.columns(of: head) > width else { return head }
    let count = LineBreaker(width: width).lines(of: head).count
    let least = max(2, min(width, TextWidth.columns(of: head) / count))
    for narrower in least...width {
      let lines = LineBreaker(width: narrower).lines(of: head)
      if lines.count == count { return lines.joined(separator: "\n") }
    }
    return head
  }
}
