package import TongbaoModel

/// How a year is closed over provisional findings that are still open or overdue.
package enum UndecidedRule: String, Sendable, CaseIterable {
  /// They count in full: row 4 of the table with factor 1.
  case confirm
  /// They count as rectified in time: row 6.
  case restore
}

extension Scoring {
  /// The provisional findings of `assessment` that are open or overdue: positions in its `cases`.
  ///
  /// The yearly summary is refused while there are any. Source: scoring.md §6.
  package static func undecided(in assessment: Assessment) -> [Int] {
    assessment.cases.indices.filter { assessment.cases.isPending(at: $0) }
  }

  /// Throws `undecided` where provisional findings of `assessment` are open or overdue.
  package static func requireDecided(_ assessment: Assessment) throws(ScoringFailure) {
    let positions = undecided(in: assessment)
    guard positions.isEmpty else {
      throw .undecided(positions.map { assessment.cases.inspection(at: $0) })
    }
  }
}
