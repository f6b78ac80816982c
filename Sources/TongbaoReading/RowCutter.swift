/// Finds where rows end, so that a file can be cut between rows: the serial part of reading CSV.
///
/// It looks at quotes only. Outside of quotes a quote begins a field where a delimiter or a line end stands
/// before it, and is literal elsewhere; between quotes line ends are text. `RowParser` follows the same
/// rules, so that it needs nothing beyond the bytes it is given.
///
/// A field over several lines whose closing quote is missing or not followed by a delimiter or a line end
/// ends with the line where it opened. The lines skipped while looking for the closing quote held only runs of
/// an even number of quotes, and such a line never leaves a field open: so each line is looked at twice
/// at most, whatever the quotes.
struct RowCutter: Sendable {
  /// The delimiter, one ASCII byte.
  let delimiter: UInt8
  /// Most bytes of one row with its line end; a buffer never grows beyond it.
  let rowBytes: Int

  /// What was found in a buffer that begins with a row.
  enum Cut: Equatable {
    /// Rows end here; more of the buffer may follow.
    case rows(Int)
    /// No row ends in the buffer.
    case needsMore
    /// The first row is longer than allowed.
    case tooLong
  }

  /// The last row end in `text`.
  func cut(_ text: ByteView, isLast: Bool) -> Cut {
    var rowEnd = 0
    var gap = 0
    var position = 0
    while let quote = text.firstIndex(of: 0x22, from: position, to: text.count) {
      guard isFieldStart(quote, in: text) else {
        position = quote + 1
        continue
      }
      rowEnd = lastLineEnd(in: text, from: gap, to: quote) ?? rowEnd
      switch closing(of: quote, in: text, isLast: isLast) {
      case .at(let close):
        position = close + 1
        gap = position
      case .unknown where rowEnd > 0:
        return .rows(rowEnd)
      case .unknown where text.count < rowBytes:
        return .needsMore
      case .unknown:
        // Only ever the first row: the quote counts as unclosed, and the parser must not see beyond.
        return text.endOfLine(from: quote, to: rowBytes).map { .rows($0) } ?? .tooLong
      case .missing:
        guard let end = text.endOfLine(from: quote, to: text.count) else {
          return .rows(text.count)
        }
        rowEnd = end
        position = end
        gap = end
      }
    }
    if isLast { return .rows(text.count) }
    rowEnd = lastLineEnd(in: text, from: gap, to: text.count, isOpen: true) ?? rowEnd
    if rowEnd > 0 { return .rows(rowEnd) }
    return text.count >= rowBytes ? .tooLong : .needsMore
  }

  /// Where the quoted field that opens at `quote` closes.
  enum Closing {
    /// With the quote here.
    case at(Int)
    /// Nowhere: it counts as unclosed.
    case missing
    /// The buffer ends before that is known.
    case unknown
  }

  /// Looks for the closing quote.
  ///
  /// `isLast`: nothing follows the text.
  @inline(__always)
  func closing(of quote: Int, in text: ByteView, isLast: Bool) -> Closing {
    var position = quote + 1
    while let found = text.firstIndex(of: 0x22, from: position, to: text.count) {
      if found + 1 == text.count { return isLast ? .at(found) : .unknown }
      let next = text[found + 1]
      if next == 0x22 {
        position = found + 2
        continue
      }
      if next == delimiter || next == 10 || next == 13 { return .at(found) }
      // Text after a closing quote is forgiven within one line.
      return text.endOfLine(from: quote, to: found) == nil ? .at(found) : .missing
    }
    return isLast ? .missing : .unknown
  }

  @inline(__always)
  private func isFieldStart(_ index: Int, in text: ByteView) -> Bool {
    guard index > 0 else { return true }
    let before = text[index - 1]
    return before == delimiter || before == 10 || before == 13
  }

  /// One past the last line end in the range.
  ///
  /// `isOpen`: a CR at its end may be half of a line end.
  private func lastLineEnd(
    in text: ByteView,
    from start: Int,
    to end: Int,
    isOpen: Bool = false
  ) -> Int? {
    var index = end - 1
    if isOpen, index >= start, text[index] == 13 { index -= 1 }
    while index >= start {
      if text.isLineEnd(at: index) { return index + 1 }
      index -= 1
    }
    return nil
  }
}
