import TongbaoModel

/// Collects what is wrong in one configuration file, each at its place with the line as it stands.
final class Proofreader {
  private let file: String
  private let lines: [Substring]
  private var found: [(place: Place, diagnostic: Diagnostic)] = []

  /// Whether an error was reported.
  private(set) var hasErrors = false

  init(file: String, text: String) {
    self.file = file
    lines = Proofreader.lines(of: text)
  }

  /// Reports a problem. The column becomes that of the character.
  func report(
    _ kind: DiagnosticKind,
    at place: Place?,
    field: String? = nil,
    text: String? = nil,
    facts: [String: Fact] = [:]
  ) {
    let marked = place.map(marked)
    let diagnostic = Diagnostic(
      kind,
      at: place.map(location) ?? SourceLocation(file: file),
      field: field,
      text: text.map(Proofreader.shortened),
      facts: facts,
      excerpt: marked
    )
    found.append((place ?? Place(line: 0, column: 0), diagnostic))
    if kind.severity == .error { hasErrors = true }
  }

  /// How many problems were reported so far.
  var count: Int { found.count }

  /// Everything reported so far, in the order of the file.
  func log() -> DiagnosticLog {
    var log = DiagnosticLog()
    let ordered = found.enumerated().sorted {
      ($0.element.place, $0.offset) < ($1.element.place, $1.offset)
    }
    log.append(contentsOf: ordered.map(\.element.diagnostic))
    return log
  }

  /// The place in lines and characters.
  func location(of place: Place) -> SourceLocation {
    let before = line(place.line).unicodeScalars.prefix(place.column - 1)
    return SourceLocation(file: file, line: place.line, column: String(before).count + 1)
  }

  /// The text from a place to the end of its line.
  func text(from place: Place) -> Substring.UnicodeScalarView {
    line(place.line).unicodeScalars.dropFirst(place.column - 1)
  }

  private func line(_ number: Int) -> Substring {
    lines.indices.contains(number - 1) ? lines[number - 1] : ""
  }

  /// The lines as the YAML parser counts them: NEL and the Unicode separators end one too.
  private static func lines(of text: String) -> [Substring] {
    text.split(omittingEmptySubsequences: false) { character in
      switch character {
      case "\n", "\r", "\r\n", "\u{85}", "\u{2028}", "\u{2029}": true
      default: false
      }
    }
  }
}

// Excerpts.
extension Proofreader {
  private static let longest = 100
  private static let before = 40

  private func marked(_ place: Place) -> Excerpt {
    let scalars = line(place.line).unicodeScalars
    let start = String(scalars.prefix(place.column - 1)).count
    let part = scalars.dropFirst(place.column - 1).prefix(place.length)
    let length = String(part).count
    var line = String(scalars).map { Proofreader.isControl($0) ? "·" : $0 }
    guard line.count > Proofreader.longest else {
      return Excerpt(line: String(line), start: start, length: length)
    }
    let first = max(0, min(start - Proofreader.before, line.count - Proofreader.longest))
    let cutsEnd = first + Proofreader.longest < line.count
    line = Array(line.dropFirst(first).prefix(Proofreader.longest))
    if first > 0 { line[0] = "…" }
    if cutsEnd { line[line.count - 1] = "…" }
    return Excerpt(
      line: String(line),
      start: min(start - first, line.count - 1),
      length: min(length, max(1, line.count - (start - first)))
    )
  }

  private static func isControl(_ character: Character) -> Bool {
    character.unicodeScalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) }
  }

  private static func shortened(_ text: String) -> String {
    text.count > 60 ? text.prefix(59) + "…" : text
  }
}
