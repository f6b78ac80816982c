/// Diagnostics as they are collected: every one counted, the first of each kind kept.
///
/// A file of a million bad rows must not fill the memory with a million messages; the counts stay exact.
package struct DiagnosticLog: Sendable {
  /// How many diagnostics of one kind are kept for printing.
  package let limitPerKind: Int
  /// The kept diagnostics in the order in which they were found.
  package private(set) var kept: [Diagnostic] = []
  /// How many were found, by kind.
  package private(set) var counts: [DiagnosticKind: Int] = [:]

  /// An empty log that keeps at most `limitPerKind` of each kind.
  package init(limitPerKind: Int = 1_000) {
    self.limitPerKind = limitPerKind
  }

  /// Counts a diagnostic, and keeps it while its kind is below the limit.
  package mutating func append(_ diagnostic: Diagnostic) {
    let count = counts[diagnostic.kind, default: 0]
    counts[diagnostic.kind] = count + 1
    if count < limitPerKind { kept.append(diagnostic) }
  }

  /// Adds all diagnostics of a sequence.
  package mutating func append(contentsOf diagnostics: some Sequence<Diagnostic>) {
    for diagnostic in diagnostics { append(diagnostic) }
  }

  /// Adds what another log has found, the uncounted rest of it too.
  package mutating func append(contentsOf other: DiagnosticLog) {
    var keptOfKind: [DiagnosticKind: Int] = [:]
    for diagnostic in other.kept {
      let before = counts[diagnostic.kind, default: 0]
      let index = keptOfKind[diagnostic.kind, default: 0]
      keptOfKind[diagnostic.kind] = index + 1
      if before + index < limitPerKind { kept.append(diagnostic) }
    }
    counts.merge(other.counts, uniquingKeysWith: +)
  }

  /// The number of diagnostics of `severity`.
  package func count(of severity: Severity) -> Int {
    counts.reduce(0) { $0 + ($1.key.severity == severity ? $1.value : 0) }
  }

  /// The number of diagnostics of one kind.
  package func count(of kind: DiagnosticKind) -> Int {
    counts[kind, default: 0]
  }

  /// All diagnostics counted, kept or not.
  package var total: Int { counts.values.reduce(0, +) }

  /// Whether nothing was found.
  package var isEmpty: Bool { counts.isEmpty }
}
