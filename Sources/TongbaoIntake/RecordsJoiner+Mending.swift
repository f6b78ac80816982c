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

// Rows that most often have no number: measurements, events, carried-over matters.
extension RecordsJoiner {
  /// Puts mended rows where they stood in the sheet that first brought them, like inspections.
  ///
  /// A row is known by its number, `name`, else by its order: mended rows stand in the order in which they
  /// were refused. Where some were left out, a row counts from the first place that it can have had, so that
  /// it rules over no row that may have come after it.
  func inOriginalOrder<Row>(
    _ rows: [Row],
    _ place: KeyPath<Row, RowReference>,
    name: KeyPath<Row, String?>
  ) -> [Row] {
    guard !mending.isEmpty else { return rows }
    var originals: [Int: OriginalRows] = [:]
    for (mended, original) in mending {
      originals[mended] = OriginalRows(sheets[mended], of: sheets[original])
    }
    return rows.enumerated()
      .map { offset, row -> (sheet: Int, row: Int, offset: Int) in
        let place = row[keyPath: place]
        let file = Int(place.file)
        guard let original = mending[file] else { return (file, Int(place.row), offset) }
        let number = row[keyPath: name].map { Fingerprint.of(record: $0) }
        return (original, originals[file]?.row(of: place.row, number) ?? .max, offset)
      }
      .sorted { $0 < $1 }
      .map { rows[$0.offset] }
  }
}

/// Where the rows of a mended sheet stood in their original.
private struct OriginalRows {
  /// The rows that the original refused, in file order, and those of them that have a number.
  private let refused: [Int]
  private let numbered: [UInt64: Int]
  /// Where each row of the mended sheet stands among its rows.
  private let positions: [UInt32: Int]

  init(_ mended: AdmittedSheet, of original: AdmittedSheet) {
    refused = original.refused.map { Int($0.row) }
    numbered = Dictionary(
      original.refused.map { ($0.number, Int($0.row)) },
      uniquingKeysWith: { first, _ in first }
    )
    let rows =
      mended.measurements.map(\.place.row) + mended.events.map(\.place.row)
      + mended.carryovers.map(\.place.row) + mended.refused.map(\.row)
    positions = Dictionary(
      uniqueKeysWithValues: Set(rows).sorted().enumerated().map { ($1, $0) }
    )
  }

  /// The row of the original; nil for one that it cannot have had.
  func row(of row: UInt32, _ number: UInt64?) -> Int? {
    if let number, let known = numbered[number] { return known }
    guard let position = positions[row], position < refused.count else { return nil }
    return refused[position]
  }
}
