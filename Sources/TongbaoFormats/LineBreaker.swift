/// Wraps text to a number of columns, Chinese characters counting two.
///
/// Breaks stand where UAX #14 allows them in strict Chinese style, so that no line begins with
/// closing punctuation, and stay out of numbers, dates and codes. A word longer than a line is broken at the width; no line is ever wider.
package struct LineBreaker: Sendable {
  /// The most columns of a line, at least 2.
  package let width: Int
  /// What stands before the first line of a paragraph.
  package let firstIndent: String
  /// What stands before its other lines.
  package let hangingIndent: String

  /// A breaker of lines of `width` columns; indents are cut where they would leave fewer than 2.
  package init(width: Int, firstIndent: String = "", hangingIndent: String = "") {
    precondition(width >= 2, "a Chinese character takes two columns")
    self.width = width
    self.firstIndent = TextWidth.prefix(of: firstIndent, columns: width - 2)
    self.hangingIndent = TextWidth.prefix(of: hangingIndent, columns: width - 2)
  }

  /// The lines of a text, without line ends.
  ///
  /// A line end in the text begins a new paragraph. O(n).
  ///
  /// The empty text is one empty line. Spaces at the end of a line are dropped.
  package func lines(of text: String) -> [String] {
    if let line = line(of: text) { return [line] }
    return simpleLines(of: text) ?? segmentLines(of: text)
  }

  /// The lines of any text, segment by segment.
  ///
  /// O(n).
  func segmentLines(of text: String) -> [String] {
    var filling = Filling(breaker: self)
    for segment in LineSegment.segments(of: text) {
      filling.add(segment.text.contains("\t") ? LineBreaker.spaced(segment.text) : segment.text)
      if segment.endsLine { filling.endParagraph() }
    }
    return filling.finish()
  }

  /// The one line of a text that fits, without asking where it could break; nil where it does not.
  private func line(of text: String) -> String? {
    guard !text.unicodeScalars.contains(where: { $0 == "\t" || LineSegment.isLineEnd($0) }) else {
      return nil
    }
    let words = text.trimmingSpacesAtEnd()
    guard !words.isEmpty else { return "" }
    let line = firstIndent + words
    return TextWidth.columns(of: line) <= width ? line : nil
  }

  /// A tab has no width of its own; one space keeps the words apart.
  private static func spaced(_ text: String) -> String {
    String(text.map { $0 == "\t" ? " " : $0 })
  }
}

/// Lines while they are being filled.
private struct Filling {
  let breaker: LineBreaker
  private var lines: [String] = []
  private var line = ""
  /// Spaces that stand in the line only if something follows them.
  private var pendingSpaces = 0
  private var columns = 0
  private var isFirst = true
  private var isBlank = true

  init(breaker: LineBreaker) {
    self.breaker = breaker
    startLine()
  }

  mutating func add(_ segment: String) {
    let word = segment.trimmingSpacesAtEnd()
    let width = TextWidth.columns(of: word)
    if !isBlank, columns + pendingSpaces + width > breaker.width { endLine() }
    if columns + pendingSpaces + width <= breaker.width {
      place(word, width)
    } else {
      pendingSpaces = 0
      placeInPieces(word)
    }
    pendingSpaces += segment.utf8.count - word.utf8.count
  }

  mutating func endParagraph() {
    endLine()
    isFirst = true
    startLine()
  }

  mutating func finish() -> [String] {
    if !isBlank || lines.isEmpty { endLine() }
    return lines
  }

  private mutating func place(_ word: String, _ width: Int) {
    guard !word.isEmpty else { return }
    line += String(repeating: " ", count: pendingSpaces) + word
    columns += pendingSpaces + width
    pendingSpaces = 0
    isBlank = false
  }

  private mutating func endLine() {
    lines.append(isBlank ? "" : line)
    isFirst = false
    startLine()
  }

  private mutating func startLine() {
    line = isFirst ? breaker.firstIndent : breaker.hangingIndent
    columns = TextWidth.columns(of: line)
    pendingSpaces = 0
    isBlank = true
  }

  /// Breaks a word that no line holds.
  private mutating func placeInPieces(_ word: String) {
    var rest = LineBreaker.fittingParts(of: word, width: breaker.narrowest)[...]
    while !rest.isEmpty {
      if !isBlank { endLine() }
      let count = LineBreaker.count(of: rest, within: breaker.width - columns)
      let piece = rest.prefix(count).joined()
      place(piece, TextWidth.columns(of: piece))
      rest = rest.dropFirst(count)
    }
  }
}

// Breaking where UAX #14 does not.
extension LineBreaker {
  /// The columns that every line has for text.
  fileprivate var narrowest: Int {
    width - max(TextWidth.columns(of: firstIndent), TextWidth.columns(of: hangingIndent))
  }

  /// The characters of a word; one that is too wide by itself falls into its code points.
  fileprivate static func fittingParts(of word: String, width: Int) -> [String] {
    word.flatMap { character in
      TextWidth.columns(of: character) <= width
        ? [String(character)] : character.unicodeScalars.map { String(Character($0)) }
    }
  }

  /// How many parts go into `room` columns: at least one, and rather fewer than that a line should
  /// begin with closing punctuation or end with an opening one.
  fileprivate static func count(of parts: ArraySlice<String>, within room: Int) -> Int {
    var count = 0
    var columns = 0
    for part in parts {
      columns += TextWidth.columns(of: part)
      guard columns <= room else { break }
      count += 1
    }
    // Code points that were one character join again, and U+FE0F may then widen them.
    while count > 1, TextWidth.columns(of: parts.prefix(count).joined()) > room { count -= 1 }
    guard count < parts.count else { return count }
    var better = count
    while better > 0, isBad(parts, at: better) { better -= 1 }
    return max(1, better > 0 ? better : count)
  }

  private static func isBad(_ parts: ArraySlice<String>, at count: Int) -> Bool {
    let place = parts.startIndex + count
    return closing.contains(parts[place]) || opening.contains(parts[place - 1])
  }

  private static let closing = Set("、。，．：；！？）」』】〕》〉］｝”’…—·％‰℃,.:;!?)]}%".map { String($0) })
  private static let opening = Set("（「『【〔《〈［｛“‘([{￥".map { String($0) })
}

extension String {
  fileprivate func trimmingSpacesAtEnd() -> String {
    guard utf8.last == 0x20 else { return self }
    var rest = unicodeScalars[...]
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
