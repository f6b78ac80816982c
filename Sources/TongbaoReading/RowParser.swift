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
    rows.reserveCapacity(text.count / 64 + 8)
    let bound = text.fieldBound(delimiter: cutter.delimiter)
    cells = unsafe [RowBatch.Cell](unsafeUninitializedCapacity: bound) { memory, count in
      var room = unsafe CellRoom(memory)
      parse(text, into: &room)
      count = room.count
    }
  }

  private mutating func parse(_ text: ByteView, into room: inout CellRoom) {
    var ends = FieldEnds(text, delimiter: cutter.delimiter)
    var position = 0
    while position < text.count { position = parseRow(text, from: position, &ends, &room) }
  }

  /// Reads one row; gives the place after its line end.
  @inline(__always)
  private mutating func parseRow(
    _ text: ByteView,
    from start: Int,
    _ ends: inout FieldEnds,
    _ room: inout CellRoom
  ) -> Int {
    let firstCell = room.count
    let firstLine = line
    let firstFault = nextFault
    var isRefused = false
    var position = start
    var end = start
    if text.isLineEnd(at: start) {
      // A blank row has no cells at all.
      _ = ends.next()
    } else {
      while true {
        end = parseField(text, from: position, &isRefused, &ends, &room)
        guard end < text.count, text[end] == cutter.delimiter, !isRefused else { break }
        position = end + 1
      }
      if room.count - firstCell > maximumColumns {
        cutColumns(from: firstCell, &isRefused, start, end, &room)
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
    guard text[end] == 13, end + 1 < text.count, text[end + 1] == 10 else { return end + 1 }
    _ = ends.next()
    return end + 2
  }

  /// Reads one field; gives the place of the delimiter or line end after it, which `ends` has told.
  @inline(__always)
  private mutating func parseField(
    _ text: ByteView,
    from start: Int,
    _ isRefused: inout Bool,
    _ ends: inout FieldEnds,
    _ room: inout CellRoom
  ) -> Int {
    if start < text.count, text[start] == 0x22 {
      return parseQuoted(text, from: start, &isRefused, &ends, &room)
    }
    let end = fieldEnd(text, &ends)
    append(start, end, sourceEnd: end, to: &room)
    return end
  }

  @inline(never)
  private mutating func parseQuoted(
    _ text: ByteView,
    from start: Int,
    _ isRefused: inout Bool,
    _ ends: inout FieldEnds,
    _ room: inout CellRoom
  ) -> Int {
    guard case .at(let close) = cutter.closing(of: start, in: text, isLast: true) else {
      let end = lineEnd(text, from: start)
      ends.skip(to: end)
      _ = ends.next()
      findings.append(Finding(kind: .unclosedQuote, row: rows.count, range: start..<start + 1))
      append(start + 1, end, isQuoted: true, isBroken: true, sourceEnd: end, to: &room)
      isRefused = true
      return end
    }
    line += text.lineEnds(in: start..<close)
    ends.skip(to: close + 1)
    let end = fieldEnd(text, &ends)
    let hasRest = end > close + 1
    if hasRest {
      findings.append(Finding(kind: .textAfterQuote, row: rows.count, range: close + 1..<end))
    }
    if hasRest || text.firstIndex(of: 0x22, from: start + 1, to: close) != nil {
      rewrite(text, start, close, end, &room)
    } else {
      append(start + 1, close, isQuoted: true, sourceEnd: end, to: &room)
    }
    return end
  }

  /// Writes a field anew: doubled quotes once, and what followed the closing quote.
  private mutating func rewrite(
    _ text: ByteView,
    _ start: Int,
    _ close: Int,
    _ end: Int,
    _ room: inout CellRoom
  ) {
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
        cell: UInt32(truncatingIfNeeded: room.count),
        start: UInt32(truncatingIfNeeded: start),
        end: UInt32(truncatingIfNeeded: end)
      )
    )
    append(first, text.count + rewritten.count, isQuoted: true, sourceEnd: end, to: &room)
  }

  @inline(__always)
  private mutating func append(
    _ start: Int,
    _ end: Int,
    isQuoted: Bool = false,
    isBroken: Bool = false,
    sourceEnd: Int,
    to room: inout CellRoom
  ) {
    room.append(start, end)
    if isQuoted { room.mark(.quoted) }
    if isBroken || faultStart < sourceEnd {
      room.mark(.undecodable)
      skipFaults(before: sourceEnd)
    }
  }

  @inline(never)
  private mutating func skipFaults(before end: Int) {
    while nextFault < faults.count, faults[nextFault].start < end { nextFault += 1 }
    faultStart = nextFault < faults.count ? faults[nextFault].start : Int.max
  }

  /// The next delimiter or line end, else the text's end.
  @inline(__always)
  private func fieldEnd(_ text: ByteView, _ ends: inout FieldEnds) -> Int {
    while true {
      let end = ends.next()
      guard end < text.count, text[end] != cutter.delimiter, !text.isLineEnd(at: end) else {
        return end
      }
    }
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
    _ end: Int,
    _ room: inout CellRoom
  ) {
    let first = room.removeCells(from: firstCell + maximumColumns)
    while let last = origins.last, Int(last.cell) >= room.count { origins.removeLast() }
    isRefused = true
    findings.append(
      Finding(kind: .tooManyColumns, row: rows.count, range: min(max(first, start), end)..<end)
    )
  }
}

/// Memory for the cells of a chunk, as many as there can be: adding one is a store and nothing else.
@safe private struct CellRoom {
  private let memory: UnsafeMutableBufferPointer<RowBatch.Cell>
  /// Made once, for what makes a cell is not inlined from another module.
  private let blank = RowBatch.Cell(start: 0, end: 0)
  /// How many cells there are.
  private(set) var count = 0

  init(_ memory: UnsafeMutableBufferPointer<RowBatch.Cell>) {
    unsafe self.memory = memory
  }

  @inline(__always)
  mutating func append(_ start: Int, _ end: Int) {
    assert(unsafe count < memory.count)
    var cell = blank
    cell.start = UInt32(truncatingIfNeeded: start)
    cell.end = UInt32(truncatingIfNeeded: end)
    unsafe memory.initializeElement(at: count, to: cell)
    count &+= 1
  }

  /// Marks the last cell.
  func mark(_ marks: CellMarks) {
    unsafe memory[count - 1].marks.formUnion(marks)
  }

  /// Drops the cells from `first` on; gives where the first of them begins.
  mutating func removeCells(from first: Int) -> Int {
    assert(first < count)
    count = first
    return Int(unsafe memory[first].start)
  }
}
