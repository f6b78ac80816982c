import TongbaoModel

extension RowBatch {
  /// Where a cell stands, and the line with the cell marked where there is an original text.
  ///
  /// `column` counts from 0; nil means the row. A cell that the row does not have stands in its
  /// column of a worksheet, and in a text behind the row's last one.
  /// Of a text, `bytes` narrows the place down to a part of the cell.
  func place(
    ofRow row: Int,
    cell column: Int?,
    bytes: Range<Int>? = nil,
    file: String,
    worksheet: String?
  ) -> (location: SourceLocation, excerpt: Excerpt?) {
    let range = cellRange(ofRow: row)
    if let worksheet {
      let location = SourceLocation(
        file: file,
        sheet: worksheet,
        line: Int(rows[row].line),
        column: column.map { $0 + 1 }
      )
      return (location, nil)
    }
    let start = Int(rows[row].textStart)
    let end = Int(rows[row].textEnd)
    if let column, column >= range.count, end > start {
      return (
        location(ofByte: end, inRow: row, file: file),
        excerpt(ofBytes: end..<end, inRow: row)
      )
    }
    if let bytes, bytes.lowerBound >= start, bytes.upperBound <= end {
      return (
        location(ofByte: bytes.lowerBound, inRow: row, file: file),
        excerpt(ofBytes: bytes, inRow: row)
      )
    }
    let cell = column.flatMap { $0 < range.count ? range.lowerBound + $0 : nil }
    return (
      location(ofCell: cell, inRow: row, file: file),
      cell.flatMap { excerpt(ofCell: $0, inRow: row) }
        ?? excerpt(ofBytes: start..<start, inRow: row)
    )
  }
}
