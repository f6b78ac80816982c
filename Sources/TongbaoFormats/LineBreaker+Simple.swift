// Text in which every code point is as wide by itself as among others: nearly all there is.
extension LineBreaker {
  /// The lines of a text, without making a string of each place where it could break; nil where the
  /// text has emoji, tabs, or a word that no line holds.
  ///
  /// O(n).
  func simpleLines(of text: String) -> [String]? {
    guard let units = SimpleWidths.units(of: text), !units.contains(0x09),
      let widths = SimpleWidths.columns(of: units)
    else { return nil }
    var filling = SimpleFilling(breaker: self, units: units)
    var start = 0
    for opportunity in LineSegment.opportunities(in: units) {
      let end = Int(opportunity.magnitude)
      guard end > start, end <= units.count else { continue }
      var textEnd = end
      while textEnd > start, LineSegment.isLineEnd(units[textEnd - 1]) { textEnd -= 1 }
      var wordEnd = textEnd
      while wordEnd > start, units[wordEnd - 1] == 0x20 { wordEnd -= 1 }
      let width = widths[start..<wordEnd].reduce(0) { $0 + Int($1) }
      guard filling.add(start, wordEnd, width, spaces: textEnd - wordEnd) else { return nil }
      if opportunity < 0, textEnd < end { filling.endParagraph() }
      start = end
    }
    // Without opportunities ICU has failed, and the other way knows what to do.
    return start == units.count ? filling.finish() : nil
  }
}

/// Lines of a simple text while they are being filled: only where they begin and end.
private struct SimpleFilling {
  let breaker: LineBreaker
  let units: [UInt16]
  private let firstColumns: Int
  private let hangingColumns: Int
  private var lines: [String] = []
  private var content: Range<Int>?
  private var columns: Int
  private var pendingSpaces = 0
  private var isFirst = true

  init(breaker: LineBreaker, units: [UInt16]) {
    self.breaker = breaker
    self.units = units
    firstColumns = TextWidth.columns(of: breaker.firstIndent)
    hangingColumns = TextWidth.columns(of: breaker.hangingIndent)
    columns = firstColumns
  }

  /// Puts a word into this line or the next; whether one holds it.
  mutating func add(_ start: Int, _ end: Int, _ width: Int, spaces: Int) -> Bool {
    if content != nil, columns + pendingSpaces + width > breaker.width { endLine() }
    guard columns + pendingSpaces + width <= breaker.width else { return false }
    if end > start {
      content = (content?.lowerBound ?? start - pendingSpaces)..<end
      columns += pendingSpaces + width
      pendingSpaces = 0
    }
    pendingSpaces += spaces
    return true
  }

  mutating func endParagraph() {
    endLine()
    isFirst = true
    columns = firstColumns
  }

  mutating func finish() -> [String] {
    if content != nil || lines.isEmpty { endLine() }
    return lines
  }

  /// The units as text: each is a code point by itself, for none has a pair's half for its width.
  ///
  /// The library decodes UTF-16 unit by unit through a parser, five times as slowly.
  private func text(of range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(3 * range.count)
    for unit in units[range] {
      switch unit {
      case 0..<0x80: bytes.append(UInt8(truncatingIfNeeded: unit))
      case 0x80..<0x800:
        bytes.append(0xC0 | UInt8(truncatingIfNeeded: unit >> 6))
        bytes.append(0x80 | UInt8(truncatingIfNeeded: unit & 0x3F))
      default:
        bytes.append(0xE0 | UInt8(truncatingIfNeeded: unit >> 12))
        bytes.append(0x80 | UInt8(truncatingIfNeeded: unit >> 6 & 0x3F))
        bytes.append(0x80 | UInt8(truncatingIfNeeded: unit & 0x3F))
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func endLine() {
    let indent = isFirst ? breaker.firstIndent : breaker.hangingIndent
    lines.append(content.map { indent + text(of: $0) } ?? "")
    content = nil
    pendingSpaces = 0
    isFirst = false
    columns = hangingColumns
  }
}
