/// Lines of text for a terminal, which breaks none of them at an odd place.
package enum TerminalLines {
  /// Columns of a terminal.
  package static let width = 80

  /// Lines without control characters, each wrapped at the width; what is wrapped goes on behind
  /// `hangingIndent`.
  package static func wrapped(_ lines: [String], hangingIndent: String = "") -> [String] {
    let breaker = LineBreaker(width: width, hangingIndent: hangingIndent)
    return lines.flatMap { breaker.lines(of: PrintableText.clean($0)) }
  }
}
