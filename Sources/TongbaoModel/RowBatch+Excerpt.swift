extension RowBatch {
  /// The bytes of the original text in which a cell stands; nil for XML, which keeps no text.
  ///
  /// O(log n) in the number of rewritten cells.
  package func textRange(ofCell cell: Int, inRow row: Int) -> Range<Int>? {
    let text = textRange(ofRow: row)
    guard !text.isEmpty, cells.indices.contains(cell) else { return nil }
    let (start, end) = (Int(cells[cell].start), Int(cells[cell].end))
    // A cell that was filled from another row or written anew lies outside its own row's text.
    if start >= text.lowerBound, end <= text.upperBound { return start..<max(start, end) }
    return origin(ofCell: cell)
  }

  /// Where a cell stands, or the row where `cell` is nil: `file:line:column` in text,
  /// `file:line` in record XML, `file:sheet!D14` in worksheets.
  ///
  /// Columns count Unicode scalars from 1. A cell in a later line of a row over several lines has that line.
  package func location(
    ofCell cell: Int?,
    inRow row: Int,
    file: String,
    sheet: String? = nil
  ) -> SourceLocation {
    let line = Int(rows[row].line)
    guard let cell else { return SourceLocation(file: file, sheet: sheet, line: line) }
    if sheet != nil {
      let column = cell - Int(rows[row].firstCell) + 1
      return SourceLocation(file: file, sheet: sheet, line: line, column: column)
    }
    guard let range = textRange(ofCell: cell, inRow: row) else {
      return SourceLocation(file: file, line: line)
    }
    return location(ofByte: range.lowerBound, inRow: row, file: file)
  }

  /// Where a byte of a row's original text stands.
  ///
  /// O(length of the row).
  package func location(ofByte offset: Int, inRow row: Int, file: String) -> SourceLocation {
    let text = textRange(ofRow: row)
    var line = Int(rows[row].line)
    var column = 1
    var previous: UInt8 = 0
    for byte in bytes[text.lowerBound..<min(max(offset, text.lowerBound), text.upperBound)] {
      if byte == 0x0D || (byte == 0x0A && previous != 0x0D) { line += 1 }
      if byte == 0x0D || byte == 0x0A { column = 1 } else if byte & 0xC0 != 0x80 { column += 1 }
      previous = byte
    }
    return SourceLocation(file: file, line: line, column: column)
  }

  /// The original line of a cell with the cell marked; nil for XML, which keeps no text.
  package func excerpt(ofCell cell: Int, inRow row: Int) -> Excerpt? {
    guard let range = textRange(ofCell: cell, inRow: row) else { return nil }
    return excerpt(ofBytes: range, inRow: row)
  }

  /// The original line of `range` with the range marked, as far as it lies in one line.
  package func excerpt(ofBytes range: Range<Int>, inRow row: Int) -> Excerpt? {
    let text = textRange(ofRow: row)
    guard !text.isEmpty else { return nil }
    let start = min(max(range.lowerBound, text.lowerBound), text.upperBound)
    // Rows may be megabytes long; what is beyond these bounds is never shown.
    let first = max(text.lowerBound, start - Excerpt.farthest)
    let last = min(text.upperBound, max(range.upperBound, start) + Excerpt.farthest)
    let lineStart = bytes[first..<start].lastIndex(where: isLineEnd).map { $0 + 1 }
    let lineEnd = bytes[start..<last].firstIndex(where: isLineEnd) ?? last
    let end = min(max(range.upperBound, start), lineEnd)
    return Excerpt(marking: start..<end, of: bytes[(lineStart ?? first)..<lineEnd])
  }

  private func textRange(ofRow row: Int) -> Range<Int> {
    Int(rows[row].textStart)..<Int(rows[row].textEnd)
  }

  private func origin(ofCell cell: Int) -> Range<Int>? {
    var low = 0
    var high = origins.count
    while low < high {
      let middle = (low + high) / 2
      if Int(origins[middle].cell) < cell { low = middle + 1 } else { high = middle }
    }
    guard low < origins.count, Int(origins[low].cell) == cell else { return nil }
    return Int(origins[low].start)..<Int(origins[low].end)
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}

extension Excerpt {
  /// Bytes around a mark beyond which nothing of its line is shown.
  fileprivate static let farthest = 256

  /// Marks the bytes `range` of one `line` of UTF-8: control characters become `·`, personal data is
  /// masked, and of a long line only the surroundings of the mark are kept, with `…` where something was
  /// left out.
  package init(marking range: Range<Int>, of line: ArraySlice<UInt8>) {
    // Numbers are sought before the line is cut, or half of one might stay.
    let near = max(line.startIndex, range.lowerBound - Excerpt.farthest)
    let far = min(line.endIndex, range.lowerBound + 2 * Excerpt.farthest)
    let marked = range.clamped(to: near..<far)
    let parts = Excerpt.masked([
      line[near..<marked.lowerBound], line[marked], line[marked.upperBound..<far],
    ])
    let before = Excerpt.tail(of: parts[0], limit: 90)
    let mark = Excerpt.head(of: parts[1], limit: 120)
    let after = Excerpt.head(of: parts[2], limit: 90)
    self.init(line: before + mark + after, start: before.count, length: mark.count)
  }

  /// The parts of a text, with the personal data of the whole masked.
  private static func masked(_ parts: [ArraySlice<UInt8>]) -> [ArraySlice<UInt8>] {
    let texts = parts.map { String(decoding: $0, as: UTF8.self) }
    let whole = texts.joined()
    let masked = PersonalData.masking(whole)
    guard masked != whole else { return parts }
    // Masking keeps the number of scalars.
    var rest = masked.unicodeScalars[...]
    return texts.map { text in
      let part = rest.prefix(text.unicodeScalars.count)
      rest = rest.dropFirst(part.count)
      return Array(String(part).utf8)[...]
    }
  }

  /// The first `limit` bytes, ending between two characters.
  private static func head(of bytes: ArraySlice<UInt8>, limit: Int) -> String {
    guard bytes.count > limit else { return shown(bytes) }
    var end = bytes.startIndex + limit
    while end > bytes.startIndex, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return shown(bytes[..<end]) + "…"
  }

  /// The last `limit` bytes, beginning between two characters.
  private static func tail(of bytes: ArraySlice<UInt8>, limit: Int) -> String {
    guard bytes.count > limit else { return shown(bytes) }
    var start = bytes.endIndex - limit
    while start < bytes.endIndex, bytes[start] & 0xC0 == 0x80 { start += 1 }
    return "…" + shown(bytes[start...])
  }

  private static func shown(_ bytes: ArraySlice<UInt8>) -> String {
    var text = ""
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      text.unicodeScalars.append(isControl(scalar) ? "·" : scalar)
    }
    return text
  }

  /// Control characters, and the marks that change the direction of what is printed after them.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
