import TongbaoModel

/// What became of the general or of the prominent findings of the year (整改情况).
struct HandlingView: View {
  let issue: Issue
  /// A row per unit that has such findings, in scheme order.
  let rows: [HandlingRow]

  /// What became of the findings for which `condition` holds.
  init(_ issue: Issue, where condition: (Case) -> Bool) {
    self.issue = issue
    let cases = issue.assessment.cases.filter { issue.isHandedOver($0) && condition($0) }
    let byUnit = Dictionary(grouping: cases) { issue.inspection($0).unit }
    rows = issue.scheme.units.ordinals.compactMap { unit in
      byUnit[unit].map { HandlingRow(issue: issue, unit: unit, cases: $0) }
    }
  }

  /// Findings of severities that are not circulated by name (一般问题).
  static func general(_ issue: Issue) -> HandlingView {
    HandlingView(issue) { $0.gate == nil }
  }

  /// Findings that are circulated by name once they may be (突出问题).
  static func prominent(_ issue: Issue) -> HandlingView {
    HandlingView(issue) { $0.gate != nil }
  }

  static let fields: [String: Field<HandlingView>] = [
    "handling": .list(\.rows),
    "isAssigned": .flag { !$0.rows.isEmpty },
    "assignedCount": .number(\.assigned),
    "closedCount": .number { $0.count(.closed) },
    "closedRate": .text { $0.issue.share($0.count(.closed), of: $0.assigned) },
    "openCount": .count { $0.count(.open) },
    "overdueCount": .count { $0.count(.overdue) },
    "failedCount": .count { $0.count(.failed) },
  ]

  /// Findings handed over since the window's start.
  private var assigned: Int { rows.reduce(0) { $0 + $1.cases.count } }

  private func count(_ handling: Handling) -> Int {
    rows.reduce(0) { $0 + $1.count(handling) }
  }
}

/// What became of the findings of a unit.
struct HandlingRow: View {
  let issue: Issue
  let unit: Ordinal<Unit>
  let cases: [Case]

  static let fields: [String: Field<HandlingRow>] = [
    "unit": .text { $0.issue.scheme.units[$0.unit].name },
    "assigned": .number(\.cases.count),
    "closed": .number { $0.count(.closed) },
    "open": .number { $0.count(.open) },
    "overdue": .number { $0.count(.overdue) },
    "failed": .number { $0.count(.failed) },
    "rate": .text { $0.issue.share($0.count(.closed), of: $0.cases.count) },
  ]

  func count(_ handling: Handling) -> Int {
    cases.count { $0.handling == handling }
  }
}

extension Issue {
  /// Whether a finding is the unit's to rectify: it counts, and was not withdrawn before the issue.
  func isHandedOver(_ finding: Case) -> Bool {
    guard finding.handling != nil else { return false }
    let gate = finding.gate ?? []
    return !gate.contains(.withdrawn) && !gate.contains(.inadmissible)
  }
}
