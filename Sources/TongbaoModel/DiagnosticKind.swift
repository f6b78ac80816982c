/// How much a diagnostic weighs.
package enum Severity: String, Sendable, Comparable, CaseIterable {
  /// Worth knowing; nothing is affected.
  case note
  /// Counted as it stands, but somebody should look.
  case warning
  /// The row, file or setting does not count.
  case error

  package static func < (left: Severity, right: Severity) -> Bool {
    left.weight < right.weight
  }

  private var weight: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// One kind of problem: its stable code and all of its wording.
///
/// Each stage lists its kinds in `Diagnostic+<Stage>.swift`; logic names a kind and adds facts, never text.
/// Messages hold `{name}` where the fact of that name goes, and `{text}` for the offending text.
package struct DiagnosticKind: Sendable, Hashable {
  /// Stable code `stage.kebab-fact`, such as `csv.unclosed-quote`.
  package let code: String
  /// The weight of every diagnostic of this kind.
  package let severity: Severity
  /// One sentence about one occurrence, with `{fact}` placeholders.
  package let message: Bilingual
  /// What the reader should do, with `{fact}` placeholders.
  package let remedy: Bilingual
  /// Why the program looks for this: the paragraph of `tongbao explain CODE`.
  package let reason: Bilingual

  /// A kind with all of its wording.
  package init(
    _ code: String,
    _ severity: Severity,
    message: Bilingual,
    remedy: Bilingual,
    reason: Bilingual
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.remedy = remedy
    self.reason = reason
  }

  package static func == (left: DiagnosticKind, right: DiagnosticKind) -> Bool {
    left.code == right.code
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(code)
  }
}
