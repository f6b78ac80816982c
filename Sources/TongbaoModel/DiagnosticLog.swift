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
  /// How many of each kind are kept.
  private var keptCounts: [DiagnosticKind: Int] = [:]

  /// An empty log that keeps at most `limitPerKind` of each kind, and none of those that are `full` elsewhere.
  package init(limitPerKind: Int = 1_000, full: Set<DiagnosticKind> = []) {
    self.limitPerKind = limitPerKind
    for kind in full { keptCounts[kind] = limitPerKind }
  }

  /// Whether one more of a kind would be kept: if not, its place and text need not be looked for.
  package func keeps(_ kind: DiagnosticKind) -> Bool {
    keptCounts[kind, default: 0] < limitPerKind
  }

  /// The kinds of which no more are kept.
  package var fullKinds: Set<DiagnosticKind> { Set(keptCounts.keys.filter { !keeps($0) }) }

  /// Counts a diagnostic, and keeps it while its kind is below the limit.
  package mutating func append(_ diagnostic: Diagnostic) {
    counts[diagnostic.kind, default: 0] += 1
    keep(diagnostic)
  }

  /// Counts a diagnostic of a kind, and makes it only if it is kept: its place may cost a search.
  package mutating func append(_ kind: DiagnosticKind, making diagnostic: () -> Diagnostic) {
    append(keeps(kind) ? diagnostic() : Diagnostic(kind))
  }

  /// Whether it is kept already of the same place.
  ///
  /// O(what is kept).
  package func tells(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.location != nil
      && kept.contains {
        $0.kind == diagnostic.kind && $0.location == diagnostic.location
          && $0.field == diagnostic.field
      }
  }

  private mutating func keep(_ diagnostic: Diagnostic) {
    guard keeps(diagnostic.kind) else { return }
    keptCounts[diagnostic.kind, default: 0] += 1
    kept.append(diagnostic)
  }

  /// Adds all diagnostics of a sequence.
  package mutating func append(contentsOf diagnostics: some Sequence<Diagnostic>) {
    for diagnostic in diagnostics { append(diagnostic) }
  }

  /// Adds what another log has found, what it counted without keeping too.
  package mutating func append(contentsOf other: DiagnosticLog) {
    for diagnostic in other.kept { keep(diagnostic) }
    counts.merge(other.counts, uniquingKeysWith: +)
  }

  /// Puts what is kept in the order of lines and columns; of one place it stays as it was found.
  package mutating func sortByPlace() {
    kept = kept.enumerated()
      .sorted { left, right in
        let first = left.element.location
        let second = right.element.location
        return (first?.line ?? 0, first?.column ?? 0, left.offset)
          < (second?.line ?? 0, second?.column ?? 0, right.offset)
      }
      .map(\.element)
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
