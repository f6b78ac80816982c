package import TongbaoModel

/// A record number as a sheet writes it.
package struct RecordNumber: Sendable {
  /// Line of the file or row of the worksheet.
  package var row: Int
  /// Its fingerprint, as `Visit.number` keeps it.
  package var fingerprint: UInt64
  /// Its text.
  package var text: String
}

extension SheetPlan {
  /// The record numbers of a batch: the second reading, for visits, of which only the fingerprint is kept.
  ///
  /// `batch` has its blanks filled (`filledAgain`). Pure; O(bytes).
  package func recordNumbers(in batch: RowBatch) -> [RecordNumber] {
    guard let slot = recordFields.firstIndex(of: Field.record.name) else { return [] }
    let records = recordCells(in: batch)
    let bytes = records.bytes.span
    return records.rows.indices.map { index in
      let range = records.cells[index * recordFields.count + slot]
      let text = ByteText(start: range.lowerBound, end: range.upperBound)
      return RecordNumber(
        row: records.rows[index],
        fingerprint: Fingerprint.ofNumber(text, bytes),
        text: text.string(bytes)
      )
    }
  }
}
