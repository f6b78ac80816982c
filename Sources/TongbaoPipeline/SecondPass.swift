import TongbaoIntake
package import TongbaoModel
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

  /// Refused rows as they came.
  func refusedRows(_ unbound: [UnboundRow]) throws(PipelineFailure) -> [RefusedRows.Row] {
    var found: [RefusedRows.Row] = []
    try each { batch, state in found += plan.refusedRows(unbound, in: batch, state: &state) }
    return found
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

/// Texts of rows by place; rows of record XML that share a line are told apart by their number.
package struct RowTextIndex: Sendable {
  private var byPlace: [RowReference: [RowTexts]] = [:]

  mutating func add(_ texts: RowTexts, at place: RowReference) {
    byPlace[place, default: []].append(texts)
  }

  /// The texts of the row at `place` whose record number is `record`; of the row itself where nil.
  package func texts(at place: RowReference, record: String?) -> RowTexts? {
    guard let rows = byPlace[place] else { return nil }
    guard let record, rows.count > 1 else { return rows.first }
    return rows.first { $0["record"] == record }
  }
}
