import TongbaoModel

/// A provisional deduction (预扣分): a finding's, or that of a dynamic indicator below its target.
struct ProvisionalRow: View {
  /// What is deducted for.
  enum Subject: Sendable {
    case finding(CaseView)
    case indicator(Ordinal<Unit>, Ordinal<Indicator>, CaseState, measure: Decimal6?)
  }

  let issue: Issue
  let subject: Subject
  /// Points now deducted.
  let deducted: Decimal6
  /// Points deducted as of the previous issue; zero where there was none.
  let before: Decimal6

  static let fields: [String: Field<ProvisionalRow>] = [
    "record": .text(\.record),
    "isPending": .flag(\.isPending),
    "unit": .text { $0.issue.scheme.units[$0.unit].name },
    "indicator": .text { $0.issue.scheme.indicators[$0.indicator].name },
    "department": .text { $0.issue.department($0.indicator).name },
    "points": .text { $0.issue.figures.points($0.deducted) },
    "before": .text { $0.issue.figures.points($0.before) },
    "original": .text { $0.issue.figures.points($0.original) },
    "returned": .text { $0.issue.figures.points($0.returned) },
    "due": .text { row in row.due.map { row.issue.figures.date($0) } ?? "—" },
    "dueDay": .text { $0.issue.figures.day($0.due) },
    "state": .text { $0.issue.words.name(of: $0.state) },
    "measure": .text(\.measure),
  ]

  var unit: Ordinal<Unit> {
    switch subject {
    case .finding(let view): view.inspection.unit
    case .indicator(let unit, _, _, _): unit
    }
  }

  var indicator: Ordinal<Indicator> {
    switch subject {
    case .finding(let view): view.inspection.indicator
    case .indicator(_, let indicator, _, _): indicator
    }
  }

  var state: CaseState {
    switch subject {
    case .finding(let view): view.finding.state
    case .indicator(_, _, let state, _): state
    }
  }

  private var isPending: Bool {
    guard case .finding(let view) = subject else { return false }
    return view.isHidden && Issue.isBeingVerified(view.finding)
  }

  private var record: String {
    switch subject {
    case .finding(let view): view.name
    case .indicator: issue.words[.dynamic]
    }
  }

  /// Points deducted while nothing was decided.
  var original: Decimal6 {
    guard state != .open, state != .overdue else { return deducted }
    return switch subject {
    case .finding(let view): view.finding.points
    case .indicator: before
    }
  }

  /// Points given back since the previous issue.
  var returned: Decimal6? { try? before.subtracting(deducted) }

  private var due: CalendarDate? {
    switch subject {
    case .finding(let view): view.finding.due
    case .indicator: issue.scheme.window.to
    }
  }

  private var measure: String {
    guard case .indicator(_, let indicator, _, let measure?) = subject else { return "" }
    return issue.figures.measure(measure, of: issue.scheme.indicators[indicator])
  }
}

/// The provisional deductions of an issue by what became of them.
struct ProvisionalView: View {
  let issue: Issue
  /// All of the window, findings by date, then dynamic indicators in scheme order.
  let all: [ProvisionalRow]
  private let added: [ProvisionalRow]
  private let moved: [ProvisionalRow]

  init(_ issue: Issue) {
    self.issue = issue
    let previous = issue.previousCases
    var all: [ProvisionalRow] = []
    var added: [ProvisionalRow] = []
    var moved: [ProvisionalRow] = []
    for finding in issue.assessment.cases where finding.isProvisional {
      guard finding.state != .inadmissible else { continue }
      let before = previous[finding.inspection]
      let row = ProvisionalRow(
        issue: issue,
        subject: .finding(CaseView(issue: issue, finding: finding)),
        deducted: finding.counted,
        before: before?.counted ?? finding.points
      )
      all.append(row)
      if before == nil, issue.isOfPeriod(finding) || issue.input.previous != nil {
        added.append(row)
      }
      if before?.state != finding.state { moved.append(row) }
    }
    for (row, before) in ProvisionalView.dynamic(issue) {
      all.append(row)
      if row.state == .open, before != .open { added.append(row) }
      if before != row.state { moved.append(row) }
    }
    self.all = all
    self.added = added
    self.moved = moved
  }

  static let fields: [String: Field<ProvisionalView>] = [
    "hasAny": .flag { !$0.all.isEmpty },
    "hasChanges": .flag { !$0.added.isEmpty || !$0.settled.isEmpty },
    "added": .list(\.added),
    "addedCount": .count(\.added.count),
    "addedPoints": .text { $0.issue.figures.sum($0.added.map(\.original)) },
    "restored": .list { $0.moved(to: .restored) },
    "restoredPoints": .text {
      $0.issue.figures.sum($0.moved(to: .restored).compactMap(\.returned))
    },
    "restoredCount": .count { $0.moved(to: .restored).count },
    "reduced": .list { $0.moved(to: .reduced) },
    "reducedCount": .count { $0.moved(to: .reduced).count },
    "confirmed": .list { $0.moved(to: .confirmed) },
    "confirmedPoints": .text { $0.issue.figures.sum($0.moved(to: .confirmed).map(\.deducted)) },
    "confirmedCount": .count { $0.moved(to: .confirmed).count },
    "withdrawn": .list { $0.moved(to: .withdrawn) },
    "withdrawnCount": .count { $0.moved(to: .withdrawn).count },
    "open": .list { $0.standing(.open) },
    "standsAny": .flag { !$0.standing(.open).isEmpty || !$0.standing(.overdue).isEmpty },
    "standsBoth": .flag { !$0.standing(.open).isEmpty && !$0.standing(.overdue).isEmpty },
    "openCount": .count { $0.standing(.open).count },
    "openPoints": .text { $0.issue.figures.sum($0.standing(.open).map(\.deducted)) },
    "overdue": .list { $0.standing(.overdue) },
    "overdueCount": .count { $0.standing(.overdue).count },
    "overduePoints": .text { $0.issue.figures.sum($0.standing(.overdue).map(\.deducted)) },
    "all": .list(\.all),
  ]

  private var settled: [ProvisionalRow] {
    moved.filter { $0.state != .open && $0.state != .overdue }
  }

  private func moved(to state: CaseState) -> [ProvisionalRow] {
    moved.filter { $0.state == state }
  }

  private func standing(_ state: CaseState) -> [ProvisionalRow] {
    all.filter { $0.state == state }
  }

  /// The dynamic indicators that are or were provisional, with their state in the previous issue.
  private static func dynamic(_ issue: Issue) -> [(ProvisionalRow, before: CaseState?)] {
    let previous = Dictionary(
      (issue.input.previous?.units ?? []).map { ($0.unit, $0.cumulative) },
      uniquingKeysWith: { $1 }
    )
    var rows: [(ProvisionalRow, before: CaseState?)] = []
    for unit in issue.assessment.units {
      for score in unit.cumulative.indicators {
        guard let state = score.dynamic else { continue }
        let before = previous[unit.unit]?.score(of: score.indicator)
        let row = ProvisionalRow(
          issue: issue,
          subject: .indicator(unit.unit, score.indicator, state, measure: score.measure),
          deducted: deducted(score),
          before: before.map(deducted) ?? deducted(score)
        )
        rows.append((row, before?.dynamic))
      }
    }
    return rows
  }

  private static func deducted(_ score: IndicatorScore) -> Decimal6 {
    guard let value = score.score, let loss = try? score.full.subtracting(value) else {
      return .zero
    }
    return loss.isPositive ? loss : .zero
  }
}
