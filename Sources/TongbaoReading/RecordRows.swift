import TongbaoModel

/// Some records as values by field, not yet laid out as rows.
struct RecordRows: Sendable {
  /// One value.
  private struct Value {
    var field: UInt32
    var start: UInt32
    var end: UInt32
  }

  /// One record: its values end where the next record's begin.
  private struct Record {
    var firstValue: UInt32
    var line: UInt32
    var fieldCount: UInt32
  }

  /// The text of all values.
  var bytes: [UInt8] = []
  /// Whether bytes that did not decode are marked in it.
  var mayHoldFaults = false
  private var values: [Value] = []
  private var records: [Record] = []
  private var firstValue = 0

  /// What stands before bytes that did not decode: U+FDD0, which no text has.
  static let faultMark: [UInt8] = [0xEF, 0xB7, 0x90]

  /// How many records there are.
  var recordCount: Int { records.count }

  /// How many values the last record has.
  var valuesOfLastRecord: Int { values.count - Int(records.last?.firstValue ?? 0) }

  /// A record begins.
  mutating func startRecord() {
    firstValue = values.count
  }

  /// A value of the current record: the bytes from `start` to the end.
  @inline(__always)
  mutating func appendValue(field: Int, start: Int) {
    values.append(
      Value(
        field: UInt32(truncatingIfNeeded: field),
        start: UInt32(truncatingIfNeeded: start),
        end: UInt32(truncatingIfNeeded: bytes.count)
      )
    )
  }

  /// The record ends; it has so many cells.
  mutating func endRecord(line: Int, fieldCount: Int) {
    records.append(
      Record(
        firstValue: UInt32(truncatingIfNeeded: firstValue),
        line: UInt32(clamping: line),
        fieldCount: UInt32(truncatingIfNeeded: fieldCount)
      )
    )
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
    for value in values {
      let cell = first + Int(value.field)
      var new = RowBatch.Cell(start: value.start, end: value.end)
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
