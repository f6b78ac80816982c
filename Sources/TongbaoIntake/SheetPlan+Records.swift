package import TongbaoModel

extension SheetPlan {
  /// Names of all that a record can hold: the sheet's fields, those of the follow-ups that its rows
  /// carry (`rectification.date`), of a wide sheet the indicator and its figures.
  package var recordFields: [String] {
    let carriedFields = carried.flatMap { part in
      part.own.map { "\(part.kind.rawValue).\($0.name)" }
    }
    let groups = WideGroup.groups(wide)
    let figures = WideGroup.figures.filter { field in
      groups.contains { $0.columns[field] != -1 }
    }
    return fields + carriedFields + (groups.isEmpty ? [] : [Field.indicator.name])
      + figures.map(\.name)
  }

  /// Every record of a batch as canonical fields, for `tongbao rows`: refused rows too, one record for
  /// each indicator of a wide sheet.
  ///
  /// Give the batches in file order with one `state`.
  package func recordTexts(
    in batch: RowBatch,
    state: inout FillState
  ) -> [(row: Int, texts: RowTexts)] {
    let filled = filledAgain(batch, &state)
    var admission = BatchAdmission(self, filled)
    let groups = WideGroup.groups(wide)
    return filled.rows.indices.flatMap { index -> [(row: Int, texts: RowTexts)] in
      guard admission.isRecord(index) else { return [] }
      let line = Int(filled.rows[index].line)
      let texts = texts(ofRow: index, in: filled)
      guard !groups.isEmpty else { return [(line, texts)] }
      return groups.compactMap { group in
        figures(of: group, ofRow: index, in: filled)
          .map { (line, texts.merging($0) { _, figure in figure }) }
      }
    }
  }

  /// The figures of one indicator in a row; nil where it has no value.
  private func figures(of group: WideGroup, ofRow index: Int, in batch: RowBatch) -> RowTexts? {
    let range = batch.cellRange(ofRow: index)
    let bytes = batch.bytes.span
    var texts = [Field.indicator.name: context.scheme.indicators[group.indicator].name]
    for field in WideGroup.figures {
      let slot = group.columns[field]
      guard slot >= 0, slot < range.count else { continue }
      let text = ByteText(of: batch.cells[range.lowerBound + slot], in: bytes)
      if !CellWord.isAbsent(text, bytes) { texts[field.name] = text.string(bytes) }
    }
    return texts[Field.value.name] == nil ? nil : texts
  }
}

extension BatchAdmission {
  /// Whether a row is a record, be it accepted or refused.
  fileprivate mutating func isRecord(_ index: Int) -> Bool {
    result.counts = RowCounts()
    run(index..<index + 1)
    return result.counts.accepted + result.counts.refused > 0
  }
}
