import TongbaoModel

/// The lines of a configuration file, to tell where a place is and to show it.
struct SourceLines: Sendable {
  private let file: String
  private let lines: [Substring]

  /// The lines as the YAML parser counts them: NEL and the Unicode separators end one too.
  init(file: String, text: String) {
    self.file = file
    lines = text.split(omittingEmptySubsequences: false) { character in
      switch character {
      case "\n", "\r", "\r\n", "\u{85}", "\u{2028}", "\u{2029}": true
      default: false
      }
    }
  }

  /// The whole file as a place.
  var wholeFile: SourceLocation { SourceLocation(file: file) }

  /// The place in lines and characters.
  ///
  /// O(column).
  func location(of place: Place) -> SourceLocation {
    let before = scalars(of: place.line).prefix(place.column - 1)
    return SourceLocation(file: file, line: place.line, column: String(before).count + 1)
  }

  /// The code points of a line; none where there is no such line.
  func scalars(of number: Int) -> Substring.UnicodeScalarView {
    lines.indices.contains(number - 1)
      ? lines[number - 1].unicodeScalars : Substring().unicodeScalars
  }
}

// Excerpts.
extension SourceLines {
  private static let longest = 100
  private static let before = 40

  /// The line with the place marked; of a long line what is around the mark.
  ///
  /// O(column).
  func excerpt(at place: Place) -> Excerpt {
    let scalars = scalars(of: place.line)
    let start = String(scalars.prefix(place.column - 1)).count
    let part = String(scalars.dropFirst(place.column - 1).prefix(place.length))
    let isShort = scalars.prefix(SourceLines.longest + 1).count <= SourceLines.longest
    let first = isShort ? 0 : max(0, start - SourceLines.before)
    var line = Array(Substring(scalars).dropFirst(first).prefix(SourceLines.longest + 1))
    let cutsEnd = line.count > SourceLines.longest
    if cutsEnd { line[SourceLines.longest - 1] = "…" }
    line = line.prefix(SourceLines.longest).map { SourceLines.isControl($0) ? "·" : $0 }
    if first > 0, !line.isEmpty { line[0] = "…" }
    return Excerpt(
      line: String(line),
      start: start - first,
      length: min(part.count, max(1, line.count - (start - first)))
    )
  }

  private static func isControl(_ character: Character) -> Bool {
    character.unicodeScalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) }
  }
}
