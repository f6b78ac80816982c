import TongbaoModel

/// Looks for the header of a sheet whose heads are unknown, by the look of its rows.
///
/// A header has short words in most columns, no dates and no numbers; a second row of it stands below
/// groups that reach over several columns.
struct HeaderSearch {
  private let head: RowBatch
  private let names: SchemeNames
  /// Heads that some kind of sheet has.
  private let known: Set<FoldedName>
  /// Texts of the rows that are searched.
  private let rows: [[String]]
  /// Columns of the widest row.
  private let width: Int

  /// Rows that are looked at: those of a header as `PlanMaker` searches it.
  private static let seenRows = PlanMaker.searchedRows + 2
  /// Columns that are looked at.
  private static let seenColumns = 200

  init(_ head: RowBatch, _ names: SchemeNames, _ known: Set<FoldedName>) {
    self.head = head
    self.names = names
    self.known = known
    rows = (0..<min(HeaderSearch.seenRows, head.rows.count))
      .map { row in
        HeaderLayout.texts(head, row: row).prefix(HeaderSearch.seenColumns).map { $0 }
      }
    width = rows.map { $0.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0 }.max() ?? 0
  }

  /// The layout that looks most like a header; nil where no row looks like one.
  func best(_ layouts: [HeaderLayout]) -> HeaderLayout? {
    var best: (layout: HeaderLayout, weight: Int)?
    // Of equal ones the topmost with the fewest rows.
    for layout in layouts {
      if let weight = weight(layout), weight > best?.weight ?? 0 { best = (layout, weight) }
    }
    return best?.layout
  }

  private func weight(_ layout: HeaderLayout) -> Int? {
    guard let first = layout.firstRow, first + layout.height <= rows.count else { return nil }
    let levels = (first..<first + layout.height).map { rows[$0] }
    let filled = levels.map { $0.count { !$0.isEmpty } }
    guard let last = filled.last, last > 0, filled.reduce(0, +) >= 2 || width == 1 else {
      return nil
    }
    var weight = -2 * (layout.height - 1)
    if width > 2 { weight -= 6 * filled.count { $0 == 1 } }
    var seen: Set<String> = []
    for column in 0..<width {
      let parts = levels.map { column < $0.count ? $0[column] : "" }
      for part in parts where !part.isEmpty && isValue(part) { weight -= 5 }
      weight -= 3 * stacked(levels, column)
      let text = column < layout.heads.count ? layout.heads[column].text : ""
      if text.isEmpty {
        weight -= 1
      } else {
        weight += seen.insert(text).inserted ? 2 : -1
        if isKnown(layout.heads[column]) { weight += 4 }
      }
    }
    return weight
  }

  private func isKnown(_ head: HeaderLayout.Head) -> Bool {
    head.names.contains(where: known.contains)
      || head.path.contains { names.meaning(of: FoldedName($0), in: .indicator) != nil }
  }

  /// Levels on which a column has a part of its own below one that spans no other column.
  private func stacked(_ levels: [[String]], _ column: Int) -> Int {
    zip(levels, levels.dropFirst())
      .count { upper, lower in
        guard column < upper.count, !upper[column].isEmpty, column < lower.count,
          !lower[column].isEmpty
        else { return false }
        return column + 1 < width && column + 1 < upper.count && !upper[column + 1].isEmpty
          || column + 1 >= width
      }
  }

  /// Whether a text is a value rather than a head.
  private func isValue(_ text: String) -> Bool {
    let name = FoldedName(text)
    if text.count > 30 || ColumnSample.isNumber(name) || CellWord.yesNo(name) != nil { return true }
    switch ColumnSample.date(name) {
    case .date, .impossible: return true
    case .notADate: break
    }
    let fields: [Field] = [.unit, .severity, .result, .factual, .decision, .consistent]
    if fields.contains(where: { names.meaning(of: name, in: $0) != nil }) { return true }
    // Numbers of records: more digits than a head has.
    return text.utf8.count { (48...57).contains($0) } >= 3 && !text.contains("年")
  }
}
