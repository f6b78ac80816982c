/// A table of plain text whose columns stay aligned where Chinese characters take two columns.
package struct AlignedTable: Sendable {
  /// A column.
  package struct Column: Sendable {
    /// What becomes of a cell that is too wide.
    package enum Overflow: Sendable {
      /// It goes on in the next line of its row.
      case wrap
      /// It ends in an ellipsis.
      case cut
    }

    /// Text above the column.
    package var header: String
    /// Where cells and header stand.
    package var alignment: TextAlignment
    /// Most columns of the terminal; nil where only the table's width limits it.
    package var maximum: Int?
    /// What becomes of a cell that is too wide.
    package var overflow: Overflow

    /// A column.
    package init(
      _ header: String,
      _ alignment: TextAlignment = .left,
      maximum: Int? = nil,
      overflow: Overflow = .wrap
    ) {
      self.header = header
      self.alignment = alignment
      self.maximum = maximum
      self.overflow = overflow
    }
  }

  /// The columns.
  package let columns: [Column]
  /// The cells, row by row; a short row ends in blank cells, what a long one has too many is left
  /// out.
  package private(set) var rows: [[String]] = []

  /// An empty table.
  package init(columns: [Column]) {
    self.columns = columns
  }

  /// Adds a row.
  ///
  /// Line ends within a cell begin a new line of the cell.
  package mutating func append(_ cells: [String]) {
    rows.append(cells)
  }

  /// The lines of the table: headers unless all are empty, a rule, the rows; columns are `gap` spaces
  /// apart.
  ///
  /// No line is wider than `width`, as long as that leaves each column 2 and the spaces between.
  /// Spaces at the end of a line are dropped. O(cells).
  package func lines(width: Int = .max, gap: Int = 2) -> [String] {
    let widths = columnWidths(within: width, gap)
    let space = String(repeating: " ", count: gap)
    var lines: [String] = []
    if columns.contains(where: { !$0.header.isEmpty }) {
      lines += layOut(columns.map(\.header), widths, space)
      lines.append(joined(widths.map { String(repeating: "-", count: $0) }, space))
    }
    for row in rows { lines += layOut(row, widths, space) }
    return lines
  }
}

// Layout.
extension AlignedTable {
  private func columnWidths(within total: Int, _ gap: Int) -> [Int] {
    var widths = columns.map { max(2, widest($0.header)) }
    for row in rows {
      for (index, cell) in row.prefix(columns.count).enumerated() {
        widths[index] = max(widths[index], widest(cell))
      }
    }
    for (index, column) in columns.enumerated() {
      if let maximum = column.maximum { widths[index] = min(widths[index], max(2, maximum)) }
    }
    return shrunk(widths, to: max(0, total - gap * max(0, columns.count - 1)))
  }

  /// Takes from the widest columns first.
  private func shrunk(_ widths: [Int], to total: Int) -> [Int] {
    let sum = widths.reduce(0, +)
    guard sum > total else { return widths }
    // The greatest common limit under which all fit; each column keeps at least 2.
    var (low, high) = (2, widths.max() ?? 2)
    while low < high {
      let limit = (low + high + 1) / 2
      if widths.reduce(0, { $0 + min($1, limit) }) <= total {
        low = limit
      } else {
        high = limit - 1
      }
    }
    return widths.map { min($0, low) }
  }

  private func widest(_ cell: String) -> Int {
    cell.split(whereSeparator: \.isNewline).map(TextWidth.columns(of:)).max() ?? 0
  }

  private func layOut(_ cells: [String], _ widths: [Int], _ space: String) -> [String] {
    let parts = columns.indices.map { index in
      index < cells.count ? lines(of: cells[index], columns[index], widths[index]) : []
    }
    return (0..<max(1, parts.map(\.count).max() ?? 1))
      .map { line in
        joined(
          columns.indices.map { index in
            let text = line < parts[index].count ? parts[index][line] : ""
            return TextWidth.pad(text, to: widths[index], columns[index].alignment)
          },
          space
        )
      }
  }

  private func lines(of cell: String, _ column: Column, _ width: Int) -> [String] {
    switch column.overflow {
    case .wrap: LineBreaker(width: width).lines(of: cell)
    case .cut:
      [TextWidth.cut(cell.split(whereSeparator: \.isNewline).joined(separator: " "), to: width)]
    }
  }

  private func joined(_ cells: [String], _ space: String) -> String {
    var line = cells.joined(separator: space)
    while line.utf8.last == 0x20 { line.removeLast() }
    return line
  }
}
