package import TongbaoModel

/// A batch with its blanks filled from above.
struct FilledBatch {
  var batch: RowBatch
  /// Rows at the head with a blank whose value stands in an earlier batch.
  var unresolved: Int
  /// The last value of each filled column; nil where the batch holds none.
  var last: [[UInt8]?]
}

extension SheetPlan {
  /// Fills the blanks of the columns that `fillDown` or a merge names; `carried` holds the values
  /// above the batch.
  func filled(_ source: RowBatch, carrying carried: [[UInt8]?]) -> FilledBatch {
    var batch = source
    var current: [RowBatch.Cell?] = fills.indices.map { index in
      guard index < carried.count, let text = carried[index] else { return nil }
      let start = UInt32(batch.bytes.count)
      batch.bytes += text
      return RowBatch.Cell(start: start, end: UInt32(batch.bytes.count))
    }
    var unresolved = 0
    var cells: [RowBatch.Cell] = []
    cells.reserveCapacity(source.cells.count)
    for row in source.rows.indices {
      let range = source.cellRange(ofRow: row)
      var rowCells = Array(source.cells[range])
      if isFillable(source, row, rowCells),
        !fill(&rowCells, from: &current, source.bytes)
      {
        unresolved = row + 1
      }
      batch.rows[row].firstCell = UInt32(cells.count)
      cells += rowCells
    }
    batch.cells = cells
    let last = current.map { cell in
      cell.map { Array(batch.bytes[Int($0.start)..<Int($0.end)]) }
    }
    return FilledBatch(batch: batch, unresolved: unresolved, last: last)
  }

  /// Rows of the header, blank ones and those that are no records neither take nor give values.
  private func isFillable(_ batch: RowBatch, _ row: Int, _ cells: [RowBatch.Cell]) -> Bool {
    if let headerLines, Int(batch.rows[row].line) <= headerLines.upperBound { return false }
    let bytes = batch.bytes.span
    for cell in cells {
      let text = ByteText(of: cell, in: bytes)
      if !text.isEmpty { return RowMark.of(text, bytes) == nil }
    }
    return false
  }

  /// Fills one row; false where a value is needed that is not known yet.
  private func fill(
    _ cells: inout [RowBatch.Cell],
    from current: inout [RowBatch.Cell?],
    _ bytes: [UInt8]
  ) -> Bool {
    var isResolved = true
    for (index, column) in fills.enumerated() {
      let cell = column.column < cells.count ? cells[column.column] : nil
      if let cell, !ByteText(of: cell, in: bytes.span).isEmpty {
        current[index] = cell
        continue
      }
      guard !column.onlyMerged || cell?.marks.contains(.mergedFromAbove) == true else { continue }
      guard let above = current[index] else {
        isResolved = false
        continue
      }
      while cells.count <= column.column {
        let end = cells.last?.end ?? 0
        cells.append(RowBatch.Cell(start: end, end: end))
      }
      cells[column.column] = above
    }
    return isResolved
  }
}

extension RowBatch {
  /// The first `count` rows.
  package func firstRows(_ count: Int) -> RowBatch {
    var part = self
    let end = count < rows.count ? Int(rows[count].firstCell) : cells.count
    part.rows = Array(rows.prefix(count))
    part.cells = Array(cells.prefix(end))
    return part
  }

  /// The rows from `count` on.
  func rows(from count: Int) -> RowBatch {
    guard count > 0 else { return self }
    var part = self
    let start = count < rows.count ? rows[count].firstCell : UInt32(cells.count)
    part.rows = rows.dropFirst(count)
      .map { row in
        var row = row
        row.firstCell -= start
        return row
      }
    part.cells = Array(cells.dropFirst(Int(start)))
    part.origins = origins.filter { $0.cell >= start }
      .map { Origin(cell: $0.cell - start, start: $0.start, end: $0.end) }
    return part
  }
}
