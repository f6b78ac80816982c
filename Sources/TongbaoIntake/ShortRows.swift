import TongbaoModel

/// The record rows of a sheet that have fewer cells than its header.
struct ShortRows: Sendable {
  /// Where the first one ends.
  private(set) var first: (location: SourceLocation, excerpt: Excerpt?)?
  /// How many there are.
  private(set) var count = 0

  /// Counts a row; its place is needed of the first one only.
  mutating func add(_ row: RowCells, of batch: RowBatch, _ file: String) {
    count += 1
    guard first == nil else { return }
    first = batch.place(ofRow: row.index, cell: row.count, file: file, worksheet: nil)
  }

  /// Adds those of the next batch.
  mutating func append(_ other: ShortRows) {
    if first == nil { first = other.first }
    count += other.count
  }
}

extension AdmittedSheet {
  /// Warns of rows with fewer cells than the header, unless every row is: then the export leaves
  /// out blank cells at the end.
  mutating func checkShortRows() {
    guard let first = short.first, short.count < counts.accepted + counts.refused else { return }
    log.append(
      Diagnostic(
        .shortRow,
        at: first.location,
        facts: ["rows": .number(short.count), "columns": .number(plan.width)],
        excerpt: first.excerpt
      )
    )
  }
}
