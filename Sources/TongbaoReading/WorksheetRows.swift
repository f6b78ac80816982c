import TongbaoModel

/// Lays out the cells of a worksheet as rows: gaps filled with blanks, merges marked, blank ends left out.
struct WorksheetRows {
  private let limits: ReadingLimits
  private let batchBytes: Int
  private var batch = RowBatch()
  /// The current row: cells by column, their text apart, so that a row can be repeated.
  private var rowCells: [RowBatch.Cell] = []
  private var rowText: [UInt8] = []
  /// Where the row's text stands in `batch`, once it does.
  private var textBase: Int?
  private var isRefused = false
  private var merges: [(columns: Range<Int>, lastRow: Int)] = []
  /// Last row that a merge from above covers, by column from 0.
  private var mergedUntil: [Int] = []
  private var lastMergedRow = 0
  private var emittedRows = 0
  private var unfolded = 0

  /// Finished rows.
  var ready: [RowBatch] = []
  /// Bytes of the file so far, by which unfolding is measured.
  var fileBytes = 0
  /// The current row's number, from 1.
  private(set) var row = 0
  /// Places where an index or a repetition made no sense, cut to a thousand.
  private(set) var problems: [WorkbookProblem] = []
  /// Whether cells unfold to too many.
  private(set) var isTooLarge = false

  /// An empty sheet.
  init(limits: ReadingLimits, batchBytes: Int) {
    self.limits = limits
    self.batchBytes = batchBytes
  }

  /// The column that comes next, from 1.
  var nextColumn: Int { rowCells.count + 1 }

  /// Begins the row `number`, or the one after the last.
  mutating func beginRow(_ number: Int? = nil) {
    rowCells.removeAll(keepingCapacity: true)
    rowText.removeAll(keepingCapacity: true)
    textBase = nil
    isRefused = false
    row += 1
    guard let number else { return }
    if number >= row, number <= limits.worksheetRows {
      row = number
    } else {
      problem(.badIndex(number), column: nil)
    }
  }

  /// Leaves columns blank up to `column`; says so where that is not ahead.
  mutating func skip(to column: Int) {
    guard column >= nextColumn, column <= limits.worksheetColumns else {
      problem(.badIndex(column), column: nextColumn)
      return
    }
    let blank = RowBatch.Cell(start: 0, end: 0)
    rowCells += repeatElement(blank, count: column - nextColumn)
  }

  /// The next `count` columns have this value; it covers `across` more columns, which follow by themselves, or
  /// `span` more, which will come as cells of their own, and `down` more rows.
  mutating func append(
    _ value: [UInt8],
    marks: CellMarks,
    count: Int = 1,
    across: Int = 0,
    span: Int = 0,
    down: Int = 0
  ) {
    let room = limits.worksheetColumns - rowCells.count
    if !value.isEmpty, count > room { problem(.beyondEnd, column: limits.worksheetColumns) }
    let first = rowCells.count
    let start = UInt32(truncatingIfNeeded: rowText.count)
    rowText += value
    let end = UInt32(truncatingIfNeeded: rowText.count)
    let cell = RowBatch.Cell(start: start, end: end, marks: marks)
    rowCells += repeatElement(cell, count: min(max(0, count), room))
    let covered = RowBatch.Cell(start: 0, end: 0, marks: .coveredByMerge)
    let rest = limits.worksheetColumns - rowCells.count
    rowCells += repeatElement(covered, count: min(max(0, across), rest))
    if down > 0, first < rowCells.count {
      let last = row + min(down, limits.worksheetRows)
      let end = first + min(max(rowCells.count - first, span + 1), limits.worksheetColumns - first)
      merges.append((first..<end, last))
    }
  }

  /// Ends the row, which stands `count` times.
  ///
  /// A row without any text only moves on.
  mutating func endRow(count: Int = 1) {
    let times = max(1, count)
    if rowText.isEmpty {
      row = min(row + times - 1, limits.worksheetRows)
    } else {
      if row + times - 1 > limits.worksheetRows { problem(.beyondEnd, column: nil) }
      let plain = rowCells
      for _ in 0..<times where row <= limits.worksheetRows && !isTooLarge {
        rowCells = plain
        emit()
        row += 1
      }
      row -= 1
    }
    for merge in merges { noteMerge(merge.columns, through: merge.lastRow) }
    merges = []
  }

  /// Makes a chunk of the rows, if there are enough or `isLast`.
  ///
  /// Only between rows.
  mutating func flush(isLast: Bool) {
    let isFull =
      batch.bytes.count >= batchBytes || batch.cells.count > 1_000_000
      || batch.rows.count > 200_000
    guard isLast || isFull, !batch.rows.isEmpty else { return }
    ready.append(batch)
    batch = RowBatch()
    textBase = nil
  }

  /// Notes a problem of the current row, which is refused.
  mutating func problem(_ kind: WorkbookProblem.Kind, column: Int?) {
    isRefused = true
    guard problems.count < 1_000 else { return }
    problems.append(WorkbookProblem(kind: kind, row: row, column: column))
  }

  // MARK: - Merges

  private mutating func noteMerge(_ columns: Range<Int>, through last: Int) {
    let missing = columns.upperBound - mergedUntil.count
    if missing > 0 { mergedUntil += [Int](repeating: 0, count: missing) }
    for column in columns { mergedUntil[column] = max(mergedUntil[column], last) }
    lastMergedRow = max(lastMergedRow, last)
  }

  /// Marks what a merge in an earlier row covers; blanks are added where it reaches beyond the row.
  private mutating func markMerged() {
    guard row <= lastMergedRow else { return }
    for column in mergedUntil.indices where mergedUntil[column] >= row {
      let missing = column + 1 - rowCells.count
      if missing > 0 {
        rowCells += repeatElement(RowBatch.Cell(start: 0, end: 0), count: missing)
      }
      guard rowCells[column].start == rowCells[column].end else { continue }
      rowCells[column].marks.formUnion([.coveredByMerge, .mergedFromAbove])
    }
    unfold(mergedUntil.count / 8)
  }

  // MARK: - Rows

  private mutating func emit() {
    markMerged()
    while let last = rowCells.last, last.start == last.end,
      !last.marks.contains(.mergedFromAbove)
    {
      rowCells.removeLast()
    }
    while emittedRows + 1 < row { appendRow(emittedRows + 1, [], []) }
    appendRow(row, rowCells, isRefused ? .refused : [])
    flush(isLast: false)
  }

  private mutating func appendRow(_ number: Int, _ cells: [RowBatch.Cell], _ marks: RowMarks) {
    batch.rows.append(
      RowBatch.Row(
        firstCell: UInt32(truncatingIfNeeded: batch.cells.count),
        line: UInt32(clamping: number),
        marks: marks
      )
    )
    emittedRows = number
    unfold(1 + cells.count)
    guard !cells.isEmpty else { return }
    let base = textBase ?? batch.bytes.count
    if textBase == nil {
      batch.bytes += rowText
      textBase = base
      unfold(rowText.count / 8)
    }
    for cell in cells {
      var moved = cell
      moved.start += UInt32(truncatingIfNeeded: base)
      moved.end += UInt32(truncatingIfNeeded: base)
      batch.cells.append(moved)
    }
  }

  private mutating func unfold(_ cells: Int) {
    unfolded += cells
    if unfolded > limits.unfoldedCells + 16 * fileBytes { isTooLarge = true }
  }
}
