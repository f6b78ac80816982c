import TongbaoModel

extension RecordsJoiner {
  /// Puts mended rows where they stood in the sheet that first brought them: what follows them there
  /// still rules over them.
  func inOriginalOrder(_ places: [RecordPosition]) -> [RecordPosition] {
    var refused: [Int: [UInt64: [Int]]] = [:]
    for original in Set(mending.values) { refused[original] = refusedRows(of: original) }
    let ordered = places.map { position -> (sheet: Int, row: Int, position: RecordPosition) in
      let place = place(of: position)
      let file = Int(place.file)
      guard let original = mending[file] else { return (file, Int(place.row), position) }
      let number = number(position)
      let rows = refused[original]?[number] ?? []
      refused[original]?[number] = Array(rows.dropFirst())
      return (original, rows.first ?? Int.max, position)
    }
    return ordered.enumerated()
      .sorted { left, right in
        (left.element.sheet, left.element.row, left.offset)
          < (right.element.sheet, right.element.row, right.offset)
      }
      .map(\.element.position)
  }

  /// The rows that a sheet refused, by the fingerprint of their number, in file order.
  private func refusedRows(of position: Int) -> [UInt64: [Int]] {
    let sheet = sheets[position]
    guard let column = sheet.plan.columns.column(.record) else { return [:] }
    var rows: [UInt64: [Int]] = [:]
    for row in sheet.refused.rows where column < row.cells.count {
      let bytes = Array(row.cells[column].utf8)
      let cell = RowBatch.Cell(start: 0, end: UInt32(clamping: bytes.count))
      let text = ByteText(of: cell, in: bytes.span)
      rows[Fingerprint.ofNumber(text, bytes.span), default: []].append(row.row)
    }
    return rows
  }
}
