package import TongbaoModel

/// Looks for what is legal in a scheme but cannot be meant, each with a case that shows it.
///
/// A pass of its own: it serves whoever writes a scheme, and would only repeat itself in daily runs.
package enum SchemeLint {
  /// Everything that was found on reading a scheme, and besides what is legal but wrong, in the order
  /// of the file.
  ///
  /// Of a scheme with errors only the parts are looked at that have none, each by itself. O(n log n).
  package static func log(of reading: SchemeReading) -> DiagnosticLog {
    var log = DiagnosticLog(limitPerKind: reading.diagnostics.limitPerKind)
    log.append(contentsOf: reading.diagnostics)
    for finding in findings(in: reading) {
      log.append(finding.kind) { finding.diagnostic(reading.positions) }
    }
    log.sortByPlace()
    return log
  }

  private static func findings(in reading: SchemeReading) -> [LintFinding] {
    if let scheme = reading.scheme { return (partRules + wholeRules).flatMap { $0(scheme) } }
    guard let draft = reading.draft, reading.diagnostics.kept.count == reading.diagnostics.total
    else { return [] }
    let errors = reading.diagnostics.kept.filter { $0.kind.severity == .error }
    let faulty = Set(errors.map { part(of: $0.field ?? "") })
    return partRules.flatMap { $0(draft) }.filter { !faulty.contains(part(of: $0.path)) }
  }

  /// The part of the scheme that a path belongs to: `bonuses`, `indicators[3]`.
  private static func part(of path: String) -> Substring { path.prefix { $0 != "." } }

  typealias Rule = @Sendable (Scheme) -> [LintFinding]

  /// What concerns one part alone.
  private static let partRules: [Rule] = [
    equalBrackets, unevenSteps, latePaysMore, failedBelowOne, itemsAboveCap, capsOutOfReach,
    capsNeverReached, zeroItemCaps, hiddenYellow, unconditionalWarnings, namedWithoutPoints,
    emptyDraw,
  ]

  /// What follows from several parts together.
  private static let wholeRules: [Rule] = [
    idleVetoes, indicatorsThatNeverCount, gradesOutOfReach, hiddenGrades, noGradeBelow,
    pointsAboveFull, fullPointsOutOfReach,
    idleQuotas, approvalsEndingEarly, unusualFullMarks, neverOverdue, unlimitedGains, noTimeToReply,
    zeroIndicatorCaps, zeroSteps, placesBeyondGroup, rankDropsOutOfReach,
  ]
}

/// One thing that is legal but wrong, and where.
struct LintFinding {
  let kind: DiagnosticKind
  /// Such as `units[3].category`; where the file leaves it to the default, what is around it is meant.
  let path: String
  let facts: [String: Fact]

  init(_ kind: DiagnosticKind, at path: String, _ facts: [String: Fact]) {
    self.kind = kind
    self.path = path
    self.facts = facts
  }

  func diagnostic(_ positions: ConfigurationPositions) -> Diagnostic {
    let place = positions.nearest(path)
    return Diagnostic(
      kind,
      at: positions[place],
      field: path,
      facts: facts,
      excerpt: positions.excerpt(of: place)
    )
  }
}

extension Fact {
  /// A number with the decimals that it has.
  static func decimal(_ number: Decimal6) -> Fact { .text(number.description) }
}
