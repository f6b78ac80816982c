import TongbaoModel

extension RecordsJoiner {
  /// Puts mended rows where they stood in the sheet that first brought them: what follows them there
  /// still rules over them.
  func inOriginalOrder(_ places: LongList<RecordPosition>) -> LongList<RecordPosition> {
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
    let sorted = ordered.enumerated()
      .sorted { left, right in
        (left.element.sheet, left.element.row, left.offset)
          < (right.element.sheet, right.element.row, right.offset)
      }
    return LongList(sorted.lazy.map(\.element.position))
  }

  /// The rows that a sheet refused, by the fingerprint of their number, in file order.
  private func refusedRows(of position: Int) -> [UInt64: [Int]] {
    var rows: [UInt64: [Int]] = [:]
    for place in sheets[position].refused { rows[place.number, default: []].append(Int(place.row)) }
    return rows
  }
}
