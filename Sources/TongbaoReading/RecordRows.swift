import TongbaoModel

/// Some records as values by field, not yet laid out as rows.
struct RecordRows: Sendable {
  /// One value: bytes of the document, or of what follows it.
  struct Value: BitwiseCopyable, Sendable {
    /// Its field.
    var field: UInt32
    /// First byte, counted from `extraStart` where it stands there.
    var start: UInt32
    /// One past the last byte.
    var end: UInt32
    /// Whether the bytes stand after the part of the document.
    var isExtra: Bool
  }

  /// One record: its values end where the next record's begin.
  struct Record: BitwiseCopyable, Sendable {
    /// Its first value.
    var firstValue: UInt32
    /// Line of its tag.
    var line: UInt32
    /// How many cells it has.
    var fieldCount: UInt32
  }

  /// The part of the document that holds the records; after it what stands there otherwise: values with references,
  /// values begun in the part before.
  var bytes: [UInt8] = []
  /// Where the extra bytes begin.
  var extraStart = 0
  /// All values, record by record.
  var values: [Value]
  /// The records.
  var records: [Record]
  /// Whether bytes that did not decode are marked in the text.
  var mayHoldFaults = false

  /// What stands before bytes that did not decode: U+FDD0, which no text has.
  static let faultMark: [UInt8] = [0xEF, 0xB7, 0x90]

  /// Puts the records `count` lines further down.
  mutating func addLines(_ count: Int) {
    for index in records.indices {
      records[index].line = UInt32(clamping: Int(records[index].line) + count)
    }
  }

  /// The rows.
  func batch() -> RowBatch {
    var batch = RowBatch()
    batch.bytes = bytes
    batch.rows.reserveCapacity(records.count)
    batch.cells.reserveCapacity(records.reduce(0) { $0 + Int($1.fieldCount) })
    for index in records.indices {
      let next = index + 1 < records.count ? Int(records[index + 1].firstValue) : values.count
      append(records[index], values[Int(records[index].firstValue)..<next], to: &batch)
    }
    return batch
  }

  private func append(_ record: Record, _ values: ArraySlice<Value>, to batch: inout RowBatch) {
    let first = batch.cells.count
    batch.rows.append(
      RowBatch.Row(firstCell: UInt32(truncatingIfNeeded: first), line: record.line)
    )
    let row = batch.rows.count - 1
    let blank = RowBatch.Cell(start: 0, end: 0)
    batch.cells += repeatElement(blank, count: Int(record.fieldCount))
    let shift = UInt32(truncatingIfNeeded: extraStart)
    for value in values {
      let cell = first + Int(value.field)
      let base = value.isExtra ? shift : 0
      var new = RowBatch.Cell(start: value.start &+ base, end: value.end &+ base)
      if mayHoldFaults {
        resolveFaults(&new, &batch)
        if new.marks.contains(.undecodable) { batch.rows[row].marks = .refused }
      }
      if batch.cells[cell].end > batch.cells[cell].start {
        RecordRows.join(&batch.cells[cell], new, &batch.bytes)
      } else {
        batch.cells[cell] = new
      }
    }
  }

  /// A field that repeats holds one value per line.
  private static func join(
    _ cell: inout RowBatch.Cell,
    _ other: RowBatch.Cell,
    _ bytes: inout [UInt8]
  ) {
    let isLast = Int(cell.end) == bytes.count
    let start = isLast ? Int(cell.start) : bytes.count
    if !isLast { bytes += Array(bytes[Int(cell.start)..<Int(cell.end)]) }
    bytes.append(0x0A)
    bytes += Array(bytes[Int(other.start)..<Int(other.end)])
    cell.start = UInt32(truncatingIfNeeded: start)
    cell.end = UInt32(truncatingIfNeeded: bytes.count)
    cell.marks.formUnion(other.marks)
  }

  /// Takes the marks out of a value, which then says itself that it did not decode.
  private func resolveFaults(_ cell: inout RowBatch.Cell, _ batch: inout RowBatch) {
    let value = batch.bytes[Int(cell.start)..<Int(cell.end)]
    guard let clean = RecordRows.withoutMarks(value) else { return }
    cell.start = UInt32(truncatingIfNeeded: batch.bytes.count)
    batch.bytes += clean
    cell.end = UInt32(truncatingIfNeeded: batch.bytes.count)
    cell.marks.insert(.undecodable)
  }

  /// A value without the marks before undecodable bytes; nil where it has none.
  static func withoutMarks(_ value: ArraySlice<UInt8>) -> [UInt8]? {
    var clean: [UInt8] = []
    var index = value.startIndex
    while index < value.endIndex {
      if value[index] == faultMark[0], value[index...].starts(with: faultMark) {
        index += faultMark.count
      } else {
        clean.append(value[index])
        index += 1
      }
    }
    return clean.count == value.count ? nil : clean
  }
}
