package import TongbaoModel

/// How diagnostics are printed for people.
///
/// ```text
/// scheme.yaml:12:5: error[scheme.unknown-key]: message
///     - {id: growth, nmae: 重点发展类}
///                    ^^^^
///   = help: remedy
/// ```
/// The words before the bracket are the same in both languages, so that editors find the place.
package struct DiagnosticText: Sendable {
  /// Language of messages and remedies.
  package let language: Language
  /// Whether ANSI colours are used.
  package let isColored: Bool

  /// A printer.
  package init(language: Language, isColored: Bool = false) {
    self.language = language
    self.isColored = isColored
  }

  /// The lines of one diagnostic, without line ends.
  package func lines(of diagnostic: Diagnostic) -> [String] {
    var lines = [headline(of: diagnostic)]
    if let excerpt = diagnostic.excerpt { lines += marked(excerpt, diagnostic.kind.severity) }
    let remedy = PrintableText.clean(diagnostic.remedy(in: language))
    if !remedy.isEmpty {
      let label = language == .chinese ? "建议" : "help"
      lines.append("  = \(painted(label, .bold)): \(remedy)")
    }
    return lines
  }

  /// Every kept diagnostic of a log, at most `limit`, and the summary line; ends in a line end.
  ///
  /// Empty where the log is.
  package func text(of log: DiagnosticLog, limit: Int = .max) -> String {
    guard !log.isEmpty else { return "" }
    let printed = log.kept.prefix(max(0, limit))
    var lines = printed.flatMap(lines(of:))
    lines.append(summary(of: log, printed: printed.count))
    return lines.joined(separator: "\n") + "\n"
  }

  private func headline(of diagnostic: Diagnostic) -> String {
    let severity = diagnostic.kind.severity
    let label = painted("\(severity.rawValue)[\(diagnostic.kind.code)]", color(of: severity))
    let message = PrintableText.clean(diagnostic.message(in: language))
    guard let location = diagnostic.location else { return "\(label): \(message)" }
    let place = painted(PrintableText.clean(location.description), .bold)
    return "\(place): \(label): \(message)"
  }

  private func marked(_ excerpt: Excerpt, _ severity: Severity) -> [String] {
    let line = PrintableText.clean(excerpt.line)
    let before = TextWidth.columns(of: line.prefix(max(0, excerpt.start)))
    let part = line.dropFirst(max(0, excerpt.start)).prefix(excerpt.length)
    let carets = String(repeating: "^", count: max(1, TextWidth.columns(of: part)))
    return [
      "    \(line)",
      String(repeating: " ", count: 4 + before) + painted(carets, color(of: severity)),
    ]
  }
}

// The summary.
extension DiagnosticText {
  /// `2 个错误，1 条警告` or `2 errors, 1 warning`, and how many of them were not printed.
  package func summary(of log: DiagnosticLog, printed: Int) -> String {
    let parts = Severity.allCases.reversed()
      .compactMap { severity -> String? in
        let count = log.count(of: severity)
        return count > 0 ? counted(count, severity) : nil
      }
    switch language {
    case .chinese:
      let found = parts.isEmpty ? "没有问题" : parts.joined(separator: "，")
      return log.total > printed ? "\(found)（其中 \(log.total - printed) 条未列出）" : found
    case .english:
      let found = parts.isEmpty ? "no problems" : parts.joined(separator: ", ")
      return log.total > printed ? "\(found) (\(log.total - printed) not shown)" : found
    }
  }

  private func counted(_ count: Int, _ severity: Severity) -> String {
    switch (language, severity) {
    case (.chinese, .error): "\(count) 个错误"
    case (.chinese, .warning): "\(count) 条警告"
    case (.chinese, .note): "\(count) 条提示"
    case (.english, _): "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
  }
}

// Colours.
extension DiagnosticText {
  private enum Paint: String {
    case bold = "1"
    case red = "1;31"
    case yellow = "1;33"
    case blue = "1;34"
  }

  private func color(of severity: Severity) -> Paint {
    switch severity {
    case .error: .red
    case .warning: .yellow
    case .note: .blue
    }
  }

  private func painted(_ text: String, _ paint: Paint) -> String {
    isColored ? "\u{1B}[\(paint.rawValue)m\(text)\u{1B}[0m" : text
  }
}
