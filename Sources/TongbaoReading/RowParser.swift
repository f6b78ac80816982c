import TongbaoModel

/// Splits whole rows of UTF-8 into cells: the parallel part of reading CSV, which never fails.
///
/// Cells point into the text itself; only fields with doubled quotes or text after a closing quote are
/// written anew, behind it.
struct RowParser: ~Copyable {
  /// Something to be told, by place in the text.
  struct Finding {
    /// What is to be told of a place.
    enum Kind {
      case unclosedQuote
      case textAfterQuote
      case tooManyColumns
    }

    var kind: Kind
    var row: Int
    var range: Range<Int>
  }

  private let cutter: RowCutter
  private let maximumColumns: Int
  private let faults: [DecodedText.Fault]
  private var nextFault = 0
  /// Start of the next fault, so that a cell costs one comparison.
  private var faultStart: Int
  private var line: Int

  // Spelled out: set operations on marks are not inlined from another module, and this is per cell.
  private static var plain: CellMarks { CellMarks(rawValue: 0) }
  private static var quoted: CellMarks { CellMarks(rawValue: 8) }
  private static var broken: CellMarks { CellMarks(rawValue: 8 | 4) }

  /// The cells, row by row.
  private(set) var cells: [RowBatch.Cell] = []
  /// The rows.
  private(set) var rows: [RowBatch.Row] = []
  /// Cells written anew.
  private(set) var origins: [RowBatch.Origin] = []
  /// Their bytes, to be put behind the text.
  private(set) var rewritten: [UInt8] = []
  /// What is to be told.
  private(set) var findings: [Finding] = []

  /// A parser of a chunk whose first line is `line`.
  init(delimiter: UInt8, line: Int, maximumColumns: Int, faults: [DecodedText.Fault]) {
    cutter = RowCutter(delimiter: delimiter, rowBytes: Int.max)
    self.line = line
    self.maximumColumns = maximumColumns
    self.faults = faults
    faultStart = faults.first?.start ?? Int.max
  }

  /// Splits all rows of `text`.
  mutating func parse(_ text: ByteView) {
    cells.reserveCapacity(text.count / 8 + 8)
    rows.reserveCapacity(text.count / 64 + 8)
    var position = 0
    while position < text.count {
      position = parseRow(text, from: position)
    }
  }

  /// Reads one row; gives the place after its line end.
  private mutating func parseRow(_ text: ByteView, from start: Int) -> Int {
    let firstCell = cells.count
    let firstLine = line
    let firstFault = nextFault
    var isRefused = false
    var position = start
    var end = start
    if text.isLineEnd(at: start) {
      // A blank row has no cells at all.
    } else {
      while true {
        end = parseField(text, from: position, rowStart: start, &isRefused)
        guard end < text.count, text[end] == cutter.delimiter, !isRefused else {
          break
        }
        position = end + 1
      }
      if cells.count - firstCell > maximumColumns {
        cutColumns(from: firstCell, &isRefused, start, end)
      }
    }
    rows.append(
      RowBatch.Row(
        firstCell: UInt32(truncatingIfNeeded: firstCell),
        line: UInt32(clamping: firstLine),
        textStart: UInt32(truncatingIfNeeded: start),
        textEnd: UInt32(truncatingIfNeeded: end),
        marks: RowMarks(rawValue: isRefused || nextFault != firstFault ? 1 : 0)
      )
    )
    guard end < text.count else {
      // Chunks end with a line end; only the file's last row may lack one.
      rows[rows.count - 1].marks.insert(.unterminated)
      return end
    }
    line += 1
    return text[end] == 13 && end + 1 < text.count && text[end + 1] == 10 ? end + 2 : end + 1
  }

  /// Reads one field; gives the place of the delimiter or line end after it.
  @inline(__always)
  private mutating func parseField(
    _ text: ByteView,
    from start: Int,
    rowStart: Int,
    _ isRefused: inout Bool
  ) -> Int {
    if start < text.count, text[start] == 0x22 {
      return parseQuoted(text, from: start, &isRefused)
    }
    let end = fieldEnd(text, from: start)
    appendCell(start, end, marks: RowParser.plain, sourceEnd: end)
    return end
  }

  private mutating func parseQuoted(
    _ text: ByteView,
    from start: Int,
    _ isRefused: inout Bool
  ) -> Int {
    guard case .at(let close) = cutter.closing(of: start, in: text, isLast: true) else {
      let end = lineEnd(text, from: start)
      findings.append(Finding(kind: .unclosedQuote, row: rows.count, range: start..<start + 1))
      appendCell(start + 1, end, marks: RowParser.broken, sourceEnd: end)
      isRefused = true
      return end
    }
    line += text.lineEnds(in: start..<close)
    let end = fieldEnd(text, from: close + 1)
    let hasRest = end > close + 1
    if hasRest {
      findings.append(Finding(kind: .textAfterQuote, row: rows.count, range: close + 1..<end))
    }
    if hasRest || text.firstIndex(of: 0x22, from: start + 1, to: close) != nil {
      rewrite(text, start, close, end)
    } else {
      appendCell(start + 1, close, marks: RowParser.quoted, sourceEnd: end)
    }
    return end
  }

  /// Writes a field anew: doubled quotes once, and what followed the closing quote.
  private mutating func rewrite(_ text: ByteView, _ start: Int, _ close: Int, _ end: Int) {
    let first = text.count + rewritten.count
    var position = start + 1
    while let quote = text.firstIndex(of: 0x22, from: position, to: close) {
      rewritten.append(position..<quote + 1, of: text)
      position = quote + 2
    }
    rewritten.append(min(position, close)..<close, of: text)
    rewritten.append(close + 1..<end, of: text)
    origins.append(
      RowBatch.Origin(
        cell: UInt32(truncatingIfNeeded: cells.count),
        start: UInt32(truncatingIfNeeded: start),
        end: UInt32(truncatingIfNeeded: end)
      )
    )
    appendCell(first, text.count + rewritten.count, marks: RowParser.quoted, sourceEnd: end)
  }

  @inline(__always)
  private mutating func appendCell(
    _ start: Int,
    _ end: Int,
    marks: CellMarks,
    sourceEnd: Int
  ) {
    var cell = RowBatch.Cell(
      start: UInt32(truncatingIfNeeded: start),
      end: UInt32(truncatingIfNeeded: end),
      marks: marks
    )
    if faultStart < sourceEnd {
      cell.marks.insert(.undecodable)
      skipFaults(before: sourceEnd)
    }
    cells.append(cell)
  }

  private mutating func skipFaults(before end: Int) {
    while nextFault < faults.count, faults[nextFault].start < end { nextFault += 1 }
    faultStart = nextFault < faults.count ? faults[nextFault].start : Int.max
  }

  /// The first delimiter or line end from `start` on, else the text's end.
  @inline(__always)
  private func fieldEnd(_ text: ByteView, from start: Int) -> Int {
    var index = start
    let delimiters = UInt64(repeating: cutter.delimiter)
    while index + 8 <= text.count {
      let word = text.word(at: index)
      let hits =
        (word ^ delimiters).zeroBytes | (word ^ UInt64(repeating: 10)).zeroBytes
        | (word ^ UInt64(repeating: 13)).zeroBytes
      if hits != 0 { return index + hits.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < text.count, text[index] != cutter.delimiter, !text.isLineEnd(at: index) {
      index += 1
    }
    return index
  }

  /// The first line end from `start` on, else the text's end.
  private func lineEnd(_ text: ByteView, from start: Int) -> Int {
    var index = start
    while index < text.count, !text.isLineEnd(at: index) { index += 1 }
    return index
  }

  private mutating func cutColumns(
    from firstCell: Int,
    _ isRefused: inout Bool,
    _ start: Int,
    _ end: Int
  ) {
    let first = Int(cells[firstCell + maximumColumns].start)
    cells.removeLast(cells.count - firstCell - maximumColumns)
    while let last = origins.last, Int(last.cell) >= cells.count { origins.removeLast() }
    isRefused = true
    findings.append(
      Finding(kind: .tooManyColumns, row: rows.count, range: min(max(first, start), end)..<end)
    )
  }
}
