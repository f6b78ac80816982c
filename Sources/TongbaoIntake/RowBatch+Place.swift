import TongbaoModel

extension RowBatch {
  /// Where a cell stands: the column of the worksheet, or the character of the line in a CSV file;
  /// record XML knows lines only.
  ///
  /// Also the line with the cell marked, where there is an original text.
  func place(
    ofRow row: Int,
    cell column: Int?,
    file: String,
    worksheet: String?
  ) -> (location: SourceLocation, excerpt: Excerpt?) {
    let line = Int(rows[row].line)
    if let worksheet {
      let location = SourceLocation(
        file: file,
        sheet: worksheet,
        line: line,
        column: column.map { $0 + 1 }
      )
      return (location, nil)
    }
    guard rows[row].textStart < rows[row].textEnd else {
      return (SourceLocation(file: file, line: line), nil)
    }
    guard let column, let range = textRange(ofCell: column, row: row) else {
      return (SourceLocation(file: file, line: line), excerpt(row, nil))
    }
    let text = Int(rows[row].textStart)..<Int(rows[row].textEnd)
    let before = bytes[text.lowerBound..<range.lowerBound]
    let newlines = before.count { $0 == 10 }
    let lineStart = before.lastIndex(of: 10).map { $0 + 1 } ?? text.lowerBound
    let characters = String(decoding: bytes[lineStart..<range.lowerBound], as: UTF8.self).count
    let location = SourceLocation(file: file, line: line + newlines, column: characters + 1)
    return (location, excerpt(row, range))
  }

  /// The cell's bytes within the row's original text; nil where the cell was unescaped elsewhere or
  /// is absent.
  private func textRange(ofCell column: Int, row: Int) -> Range<Int>? {
    let cellRange = cellRange(ofRow: row)
    guard column < cellRange.count else { return nil }
    let cell = cells[cellRange.lowerBound + column]
    guard cell.start >= rows[row].textStart, cell.end <= rows[row].textEnd else { return nil }
    return Int(cell.start)..<Int(cell.end)
  }

  /// The physical line that holds `range`, shortened around it where it is long.
  private func excerpt(_ row: Int, _ range: Range<Int>?) -> Excerpt {
    let text = Int(rows[row].textStart)..<Int(rows[row].textEnd)
    let start = range?.lowerBound ?? text.lowerBound
    let lineStart =
      bytes[text.lowerBound..<start].lastIndex(where: { $0 == 10 }).map { $0 + 1 }
      ?? text.lowerBound
    let lineEnd = bytes[start..<text.upperBound].firstIndex { $0 == 10 } ?? text.upperBound
    let before = shown(max(lineStart, start - 240)..<start)
    let marked = range.map {
      shown($0.lowerBound..<max($0.lowerBound, min($0.upperBound, lineEnd)))
    }
    let after = shown(min(lineEnd, range?.upperBound ?? start)..<lineEnd)
    let head = before.suffix(60)
    let middle = (marked ?? []).prefix(60)
    let tail = after.prefix(40)
    return Excerpt(
      line: String(head) + String(middle) + String(tail),
      start: head.count,
      length: middle.count
    )
  }

  private func shown(_ range: Range<Int>) -> [Character] {
    guard range.lowerBound < range.upperBound else { return [] }
    let clipped = range.lowerBound..<min(range.upperBound, range.lowerBound + 480)
    return String(decoding: bytes[clipped], as: UTF8.self)
      .map { character in
        character.unicodeScalars.contains { $0.value < 32 || $0.value == 127 } ? "·" : character
      }
  }
}
