package import TongbaoModel

/// The records of a batch under canonical field names: places in bytes, no String.
package struct RecordCells: Sendable {
  /// The texts that `cells` points into, UTF-8.
  package fileprivate(set) var bytes: [UInt8]
  /// Each record's line of the file or row of the worksheet.
  package fileprivate(set) var rows: [Int] = []
  /// The texts of all records, one for each of `SheetPlan.recordFields`.
  package fileprivate(set) var cells: [Range<Int>] = []
}

extension SheetPlan {
  /// Every record of a batch as canonical fields, for `tongbao rows`: refused rows too, one record for
  /// each indicator of a wide sheet.
  ///
  /// `batch` has its blanks filled (`filledAgain`). Pure; O(bytes).
  package func recordCells(in batch: RowBatch) -> RecordCells {
    var admission = BatchAdmission(self, batch)
    // Whatever is to be said of the rows has been said.
    admission.result.log = DiagnosticLog(limitPerKind: 0)
    let prepared = admission.batch
    let bytes = prepared.bytes.span
    let cells = prepared.cells.span
    var found = RecordCells(bytes: prepared.bytes)
    let forms = RecordForm.forms(of: self, &found.bytes)
    found.rows.reserveCapacity(batch.rows.count)
    found.cells.reserveCapacity(batch.rows.count * forms[0].slots.count)
    for index in batch.rows.indices {
      let (isRecord, isRefused) = admission.fate(ofRow: index)
      guard isRecord else { continue }
      let range = batch.cellRange(ofRow: index)
      let line = batch.rows[index].line
      let row = RowCells(
        index: index,
        first: range.lowerBound,
        count: range.count,
        line: line,
        isRefused: false
      )
      let before = found.rows.count
      for form in forms where form.isFilled(in: row, &admission, bytes, cells) {
        found.rows.append(Int(line))
        form.append(row, &admission, bytes, cells, to: &found.cells)
      }
      // A row of a wide sheet that was refused and has no figure still is a row that came.
      guard found.rows.count == before, isRefused else { continue }
      found.rows.append(Int(line))
      RecordForm(plain: self).append(row, &admission, bytes, cells, to: &found.cells)
    }
    return found
  }
}

/// Where the texts of one record stand in a row: all of it, or what a wide sheet says of one indicator.
private struct RecordForm {
  /// A text's slot of a `ColumnMap`.
  struct Slot {
    var slot: Int
    /// Whether `无` and the like say that nothing is there.
    var mayBeAbsent = false
    /// A text that is none of the row's.
    var fixed: Range<Int>?
  }

  let slots: [Slot]
  /// The slot of the figure without which there is no record; nil where every row is one.
  private let figure: Int?

  /// A row as one record.
  init(plain plan: SheetPlan) {
    let own = plan.fields.compactMap { Field(named: $0) }.map { Slot(slot: plan.columns[$0]) }
    let carried = plan.carried.flatMap { part in part.own.map { Slot(slot: part.columns[$0]) } }
    let others = plan.recordFields.count - own.count - carried.count
    slots = own + carried + Array(repeating: Slot(slot: -1), count: others)
    figure = nil
  }

  private init(_ group: WideGroup, _ name: Range<Int>, _ plan: SheetPlan) {
    let plain = RecordForm(plain: plan).slots
    slots = zip(plan.recordFields, plain)
      .map { title, slot in
        guard let field = Field(named: title) else { return slot }
        if field == .indicator { return Slot(slot: -1, fixed: name) }
        guard WideGroup.figures.contains(field), group.columns[field] != -1 else { return slot }
        return Slot(slot: group.columns[field], mayBeAbsent: true)
      }
    figure = group.columns[.value]
  }

  /// The records that a row can hold; names of indicators join the bytes.
  static func forms(of plan: SheetPlan, _ bytes: inout [UInt8]) -> [RecordForm] {
    let groups = WideGroup.groups(plan.wide)
    guard !groups.isEmpty else { return [RecordForm(plain: plan)] }
    return groups.map { group in
      let start = bytes.count
      bytes += Array(plan.context.scheme.indicators[group.indicator].name.utf8)
      return RecordForm(group, start..<bytes.count, plan)
    }
  }

  /// Whether the row has the record.
  func isFilled(
    in row: RowCells,
    _ admission: inout BatchAdmission,
    _ bytes: borrowing Bytes,
    _ cells: borrowing Cells
  ) -> Bool {
    guard let figure else { return true }
    return !CellWord.isAbsent(admission.text(at: figure, row, bytes, cells), bytes)
  }

  /// Appends the record's texts.
  func append(
    _ row: RowCells,
    _ admission: inout BatchAdmission,
    _ bytes: borrowing Bytes,
    _ cells: borrowing Cells,
    to found: inout [Range<Int>]
  ) {
    for slot in slots {
      if let fixed = slot.fixed {
        found.append(fixed)
        continue
      }
      let text = admission.text(at: slot.slot, row, bytes, cells)
      let isLeftOut = text.isEmpty || slot.mayBeAbsent && CellWord.isAbsent(text, bytes)
      found.append(isLeftOut ? 0..<0 : text.start..<text.end)
    }
  }
}

extension BatchAdmission {
  /// Whether a row is a record, and whether it is refused.
  fileprivate mutating func fate(ofRow index: Int) -> (isRecord: Bool, isRefused: Bool) {
    let before = result.counts
    run(index..<index + 1)
    let isRefused = result.counts.refused > before.refused
    return (isRefused || result.counts.accepted > before.accepted, isRefused)
  }
}
