package import TongbaoModel

/// Values that are filled down from one batch to the next while a sheet is read again.
package struct FillState: Sendable {
  var carried: [[UInt8]?] = []

  /// Nothing yet: the state before the first batch.
  package init() {}
}

extension SheetPlan {
  /// The texts of chosen rows by canonical field, trimmed and unwrapped, for pages: the second
  /// reading.
  ///
  /// `rows` holds lines of the file or rows of the worksheet; of record XML with several records on one
  /// line all come back, told apart by `record`. A carried follow-up's fields stand under
  /// `rectification.verifier`. Give the batches in file order with one `state`. O(batch).
  package func texts(
    of rows: Set<Int>,
    in batch: RowBatch,
    state: inout FillState
  ) -> [(row: Int, texts: RowTexts)] {
    let filled = filledAgain(batch, &state)
    return filled.rows.indices.compactMap { index in
      let line = Int(filled.rows[index].line)
      guard rows.contains(line), !isHeader(line) else { return nil }
      return (line, texts(ofRow: index, in: filled))
    }
  }

  /// The refused rows of a batch as they came, in file order: those with errors of their own, and
  /// `unbound` ones by row, which prove wrong only when all sheets are joined.
  ///
  /// Give the batches in file order with one `state`. O(batch).
  package func refusedRows(
    _ unbound: [Int: [UnboundRow]],
    in batch: RowBatch,
    state: inout FillState
  ) -> [RefusedRows.Row] {
    let filled = filledAgain(batch, &state)
    var admission = BatchAdmission(self, filled)
    admission.refusedRows = []
    // Whatever is to be said of the rows has been said.
    admission.result.log = DiagnosticLog(limitPerKind: 0)
    admission.run()
    // Constants and composed numbers stand behind the bytes of the file.
    let prepared = admission.batch
    let unboundRows = filled.rows.indices.compactMap { index -> RefusedRows.Row? in
      let line = Int(filled.rows[index].line)
      guard let wrong = unbound[line], !isHeader(line) else { return nil }
      let range = filled.cellRange(ofRow: index)
      let row = RowCells(
        index: index,
        first: range.lowerBound,
        count: range.count,
        line: filled.rows[index].line,
        isRefused: false
      )
      let (bytes, cells) = (prepared.bytes.span, prepared.cells.span)
      admission.takeUpNumber(ofRow: index)
      let text = admission.text(at: columns[.record], row, bytes, cells)
      let number = Fingerprint.ofNumber(text, bytes)
      guard let own = wrong.first(where: { $0.number == number }) else { return nil }
      return RefusedRows.Row(
        row: line,
        cells: admission.refusedCells(row, bytes, cells),
        diagnostics: [own.diagnostic]
      )
    }
    let ownRows = admission.refusedRows ?? []
    guard !unboundRows.isEmpty else { return ownRows }
    return (ownRows + unboundRows).sorted { $0.row < $1.row }
  }

  /// Whether blanks of some columns take the value above, so that batches depend on those before.
  package var fillsDown: Bool { !fills.isEmpty }

  /// The batch with its blanks filled from above.
  ///
  /// Give the batches in file order with one `state`.
  package func filledAgain(_ batch: RowBatch, _ state: inout FillState) -> RowBatch {
    guard !fills.isEmpty else { return batch }
    let filled = filled(batch, carrying: state.carried)
    state.carried = filled.last
    return filled.batch
  }

  private func isHeader(_ line: Int) -> Bool {
    headerLines.map { line <= $0.upperBound } ?? false
  }

  func texts(ofRow index: Int, in batch: RowBatch) -> RowTexts {
    let range = batch.cellRange(ofRow: index)
    var texts: RowTexts = [:]
    func take(_ name: String, _ slot: Int) {
      if slot < -1 {
        texts[name] = String(decoding: constants[-2 - slot].text, as: UTF8.self)
      } else if slot >= 0, slot < range.count {
        let text = ByteText(of: batch.cells[range.lowerBound + slot], in: batch.bytes.span)
        if !text.isEmpty { texts[name] = text.string(batch.bytes.span) }
      }
    }
    for field in Field.allCases where number == nil || field != .record {
      take(field.name, columns[field])
    }
    if let composed = number?.text(ofRow: index, in: batch), !composed.isEmpty {
      texts[Field.record.name] = String(decoding: composed, as: UTF8.self)
    }
    for part in carried {
      for field in part.kind.carriedFields {
        take("\(part.kind.rawValue).\(field.name)", part.columns[field])
      }
    }
    return texts
  }
}
