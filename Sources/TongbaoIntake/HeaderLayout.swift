import TongbaoModel

/// The column heads of a sheet: a row or several joined, or the field names of record XML.
struct HeaderLayout {
  /// One column's head.
  struct Head {
    /// The head as it is written, rows joined with `/`; empty for a blank one.
    let text: String
    /// Its parts.
    let path: [String]
    /// What the head may be known by, the fullest first.
    let names: [FoldedName]

    init(_ parts: [String]) {
      text = parts.joined(separator: "/")
      path = text.split(whereSeparator: { $0 == "/" || $0 == "／" }).map(String.init)
      let leaf = path.count > 1 ? path.last : nil
      names = [FoldedName(header: text)] + (leaf.map { [FoldedName(header: $0)] } ?? [])
    }
  }

  /// Position of the first header row in the head batch; nil for record XML.
  let firstRow: Int?
  /// How many rows the header has.
  let height: Int
  /// The heads, by column.
  let heads: [Head]

  /// The field names of record XML.
  init(names: [String]) {
    firstRow = nil
    height = 0
    heads = names.map { Head([$0]) }
  }

  /// `height` rows from `row`; groups over several columns reach right to the next group.
  init(_ batch: RowBatch, row: Int, height: Int) {
    firstRow = row
    self.height = height
    let rows = (row..<row + height).map { HeaderLayout.texts(batch, row: $0) }
    let width = rows.map(\.count).max() ?? 0
    var groups = [String](repeating: "", count: height)
    var heads: [Head] = []
    for column in 0..<width {
      let parts = rows.map { column < $0.count ? $0[column] : "" }
      for level in 0..<height where !parts[level].isEmpty {
        groups[level] = parts[level]
        // A new group ends the groups below it.
        for lower in level + 1..<max(level + 1, height) where parts[lower].isEmpty {
          groups[lower] = ""
        }
      }
      heads.append(Head(HeaderLayout.joined(parts, groups)))
    }
    self.heads = heads
  }

  /// A column's own parts, and the groups above its lowest own part.
  private static func joined(_ parts: [String], _ groups: [String]) -> [String] {
    guard let lowest = parts.lastIndex(where: { !$0.isEmpty }) else { return [] }
    var path: [String] = []
    for level in 0...lowest {
      let part = parts[level].isEmpty ? groups[level] : parts[level]
      if !part.isEmpty, part != path.last { path.append(part) }
    }
    return path
  }

  /// The trimmed texts of a row.
  static func texts(_ batch: RowBatch, row: Int) -> [String] {
    let bytes = batch.bytes.span
    return batch.cellRange(ofRow: row)
      .map { ByteText(of: batch.cells[$0], in: bytes).string(bytes) }
  }
}
