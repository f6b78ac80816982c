import TongbaoFormats
import TongbaoIntake
import TongbaoModel
import TongbaoReading

/// Reads a sheet again for a few of its rows: texts reach a page this way, not through memory.
struct SecondPass {
  /// The sheet.
  let input: SheetInput
  /// How its rows are read.
  let plan: SheetPlan

  /// The texts of chosen rows.
  func texts(of rows: Set<Int>) throws(PipelineFailure) -> [(row: Int, texts: RowTexts)] {
    var found: [(row: Int, texts: RowTexts)] = []
    try each { batch, state in found += plan.texts(of: rows, in: batch, state: &state) }
    return found
  }

  /// All refused rows as they came, those that find no record among them.
  func refusedRows(_ unbound: [UnboundRow]) throws(PipelineFailure) -> RefusedRows {
    var found = RefusedRows(columns: plan.columnNames)
    let byRow = Dictionary(grouping: unbound, by: \.row)
    try each { batch, state in found.rows += plan.refusedRows(byRow, in: batch, state: &state) }
    return found
  }

  /// Emits all records as JSON arrays of strings, their row first, some lines at a time.
  func records(emit: ([UInt8]) -> Void) async throws(PipelineFailure) {
    let options = ReadingOptions(input.entry)
    let plan = plan
    do throws(ReadingFailure) {
      var reader = try SheetReader(path: input.path, name: input.name, options: options)
      var state = FillState()
      try await reader.inOrder(
        { chunk in
          guard plan.fillsDown else {
            return { plan.recordCells(in: chunk.parse().batch).lines(plan.recordFields.count) }
          }
          let batch = plan.filledAgain(chunk.parse().batch, &state)
          return { plan.recordCells(in: batch).lines(plan.recordFields.count) }
        },
        emit: emit
      )
    } catch {
      throw .unreadable(error.diagnostic(name: input.name))
    }
  }

  /// Hands over the sheet batch by batch.
  func each(_ body: (RowBatch, inout FillState) -> Void) throws(PipelineFailure) {
    let options = ReadingOptions(input.entry)
    do throws(ReadingFailure) {
      var reader = try SheetReader(path: input.path, name: input.name, options: options)
      var state = FillState()
      while let chunk = try reader.nextChunk() { body(chunk.parse().batch, &state) }
    } catch {
      throw .unreadable(error.diagnostic(name: input.name))
    }
  }
}

extension RecordCells {
  /// The records as JSON arrays of strings, their row first; `width` texts each.
  fileprivate func lines(_ width: Int) -> [UInt8] {
    var rows = JSONRows(capacity: bytes.count + 8 * cells.count)
    for (record, row) in self.rows.enumerated() {
      rows.cell(String(row))
      for cell in cells[record * width..<(record + 1) * width] { rows.cell(utf8: bytes[cell]) }
      rows.endRow()
    }
    return rows.bytes
  }
}
