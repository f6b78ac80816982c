import CICU

/// How many columns text takes where Chinese characters take two: in terminals and in text pages.
package enum TextWidth {
  /// The columns of a text: wide and full-width characters 2, ambiguous ones 1, combining marks,
  /// controls and format characters 0.
  ///
  /// O(n).
  package static func columns(of text: some StringProtocol) -> Int {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text.utf8.count }
    if let columns = SimpleWidths.columns(of: text) { return columns }
    var count = ColumnCount()
    for scalar in text.unicodeScalars { count.add(scalar) }
    return count.columns
  }

  /// The columns of a character; an emoji sequence is as wide as one emoji.
  package static func columns(of character: Character) -> Int {
    var count = ColumnCount()
    for scalar in character.unicodeScalars { count.add(scalar) }
    return count.columns
  }

  /// The columns of a code point by itself.
  package static func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20..<0x7F: 1
    // A letter of a flag without its partner is drawn as wide as a flag.
    case 0x1F1E6...0x1F1FF: 2
    // Vowels and finals of Hangul join the syllable before them; the separators end a line.
    case 0x1160...0x11FF, 0xD7B0...0xD7FF, 0x2028, 0x2029: 0
    default: Int(cicu_width(scalar.value))
    }
  }

  /// The text if it fits, else as many whole characters as fit before `mark`.
  ///
  /// O(n).
  package static func cut(
    _ text: some StringProtocol,
    to width: Int,
    mark: String = "…"
  ) -> String {
    guard columns(of: text) > width else { return String(text) }
    let room = width - columns(of: mark)
    guard room >= 0 else { return prefix(of: text, columns: width) }
    return prefix(of: text, columns: room) + mark
  }

  /// The longest beginning of whole characters that takes at most `width` columns.
  package static func prefix(of text: some StringProtocol, columns width: Int) -> String {
    var result = ""
    var rest = width
    for character in text {
      rest -= columns(of: character)
      guard rest >= 0 else { break }
      result.append(character)
    }
    return result
  }

  /// The text with spaces around it up to `width` columns; longer text stays as it is.
  package static func pad(
    _ text: some StringProtocol,
    to width: Int,
    _ alignment: TextAlignment = .left
  ) -> String {
    let room = max(0, width - columns(of: text))
    let before =
      switch alignment {
      case .left: 0
      case .right: room
      case .center: room / 2
      }
    return spaces(before) + text + spaces(room - before)
  }

  private static func spaces(_ count: Int) -> String {
    String(repeating: " ", count: count)
  }
}

/// Columns counted code point by code point.
///
/// Only what an emoji sequence draws together needs to know what stood before; apart from U+FE0F a
/// text is therefore never wider than its parts.
private struct ColumnCount {
  private enum Before {
    case other
    case flagLetter
    case emoji(isNarrow: Bool)
    case joinedEmoji
  }

  private(set) var columns = 0
  private var before = Before.other

  mutating func add(_ scalar: Unicode.Scalar) {
    switch (scalar.value, before) {
    case (0x1F1E6...0x1F1FF, .flagLetter): before = .emoji(isNarrow: false)
    case (0x1F1E6...0x1F1FF, _):
      columns += 2
      before = .flagLetter
    case (0x200D, .emoji): before = .joinedEmoji
    case (0xFE0F, .emoji(isNarrow: true)):
      columns += 1
      before = .emoji(isNarrow: false)
    case (0x1F3FB...0x1F3FF, .emoji): before = .emoji(isNarrow: false)
    default: addPlain(scalar)
    }
  }

  private mutating func addPlain(_ scalar: Unicode.Scalar) {
    let own = TextWidth.columns(of: scalar)
    guard !scalar.properties.isEmoji else {
      if case .joinedEmoji = before {
        before = .emoji(isNarrow: false)
      } else {
        columns += own
        before = .emoji(isNarrow: own == 1)
      }
      return
    }
    columns += own
    if own > 0 || !scalar.properties.isGraphemeExtend { before = .other }
  }
}

/// Where text stands in a wider cell.
package enum TextAlignment: Sendable {
  case left
  case right
  case center
}
