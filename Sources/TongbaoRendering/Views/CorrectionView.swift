import TongbaoModel

/// What a correction (更正) says: a published period before and after.
struct CorrectionView: View {
  /// The issue as it stands now.
  let issue: Issue
  /// The issue as it was published.
  let before: Issue
  let previous: IssueLink
  let current: IssueLink

  static let fields: [String: Field<CorrectionView>] =
    own
    .including(Letter.self) { Letter(issue: $0.issue) }

  private static let own: [String: Field<CorrectionView>] = [
    "previousIssue": .text(\.previous.title),
    "previousIssueAddress": .text(\.previous.address),
    "currentIssue": .text(\.current.title),
    "currentIssueAddress": .text(\.current.address),
    "units": .list(\.units),
    "hasUnranked": .flag { $0.units.contains(where: \.isUnranked) },
    "causes": .list(\.causes),
  ]

  /// The units whose scores, rank, grade or warning changed.
  private var units: [CorrectionRow] {
    let old = Dictionary(
      before.assessment.units.map { (before.scheme.units[$0.unit].id, $0) },
      uniquingKeysWith: { $1 }
    )
    return issue.assessment.units.compactMap { now in
      let then = old[issue.scheme.units[now.unit].id]
      let row = CorrectionRow(
        before: then.map { UnitRow(issue: before, scores: $0) },
        after: UnitRow(issue: issue, scores: now)
      )
      return row.isChanged ? row : nil
    }
  }

  private var causes: [CauseRow] {
    let (old, new) = (CauseRow.states(before), CauseRow.states(issue))
    let changed = Set(old.keys).union(new.keys).filter { old[$0]?.facts != new[$0]?.facts }
    return changed.sorted()
      .map { key in
        CauseRow(issue: issue, before: old[key], after: new[key])
      }
      + CauseRow.measures(before: before, after: issue)
  }
}

/// A unit before and after a correction.
struct CorrectionRow: View {
  let before: UnitRow?
  let after: UnitRow

  static let fields: [String: Field<CorrectionRow>] = [
    "unit": .text(\.after.unit.name),
    "periodBefore": .text { row in
      row.before.map { $0.issue.figures.points($0.scores.period.total) } ?? "—"
    },
    "periodAfter": .text { $0.after.issue.figures.points($0.after.scores.period.total) },
    "totalBefore": .text { row in
      row.before.map { $0.issue.figures.points($0.scores.cumulative.total) } ?? "—"
    },
    "totalAfter": .text { $0.after.issue.figures.points($0.after.scores.cumulative.total) },
    "rankBefore": .text { row in
      row.before.map { $0.issue.figures.rank($0.scores.cumulative.rank) } ?? "—"
    },
    "rankAfter": .text { $0.after.issue.figures.rank($0.after.scores.cumulative.rank) },
  ]

  /// Whether the unit has no rank before or after.
  var isUnranked: Bool {
    after.scores.cumulative.rank == nil
      || (before.map { $0.scores.cumulative.rank == nil } ?? false)
  }

  /// Whether anything that the table or the scores say of the unit differs.
  var isChanged: Bool {
    guard let before = before?.scores else { return true }
    let after = after.scores
    return before.period.total != after.period.total
      || before.cumulative.total != after.cumulative.total
      || before.cumulative.rank != after.cumulative.rank
      || before.cumulative.grade != after.cumulative.grade || before.warning != after.warning
  }
}

/// Why a published figure changed: a finding or a measure that is not what it was.
struct CauseRow: View {
  /// Where a finding stood.
  struct State: Sendable {
    let unit: String
    let indicator: String
    let record: String
    /// What is said in place of the record number; nil where that may be said.
    let standIn: String?
    /// Whether such a finding is circulated by name.
    let isNamed: Bool
    let state: String
    let counted: Decimal6

    /// What decides whether two states of a finding are the same: who may be named is no figure.
    var facts: [String] { [unit, indicator, state, counted.description] }
  }

  let issue: Issue
  let before: State?
  let after: State?
  /// Words for a measure, which has no state.
  var measures: (before: String, after: String)?

  static let fields: [String: Field<CauseRow>] = [
    "record": .text(\.record),
    "unit": .text { $0.after?.unit ?? $0.before?.unit ?? "" },
    "indicator": .text { $0.after?.indicator ?? $0.before?.indicator ?? "" },
    "stateBefore": .text { $0.measures?.before ?? $0.text($0.before) },
    "stateAfter": .text { $0.measures?.after ?? $0.text($0.after) },
  ]

  private var record: String {
    if measures != nil { return "—" }
    if let after { return after.standIn ?? after.record }
    guard let before else { return "" }
    // What no longer stands under its number may stand, withheld, under another unit or day.
    let isNameable = !before.isNamed && !issue.withheld.records.contains(before.record)
    return isNameable ? before.record : issue.words[.stateWithdrawn]
  }

  private func text(_ state: State?) -> String {
    guard let state else { return "—" }
    return "\(state.state) \(issue.figures.points(state.counted))"
  }

  /// The findings of an issue by unit and record.
  static func states(_ issue: Issue) -> [String: State] {
    var states: [String: State] = [:]
    for finding in issue.assessment.cases {
      let row = issue.inspection(finding)
      let unit = issue.scheme.units[row.unit]
      let department = issue.project(row.indicator).department
      states["\(unit.id)\u{0}\(row.date)\u{0}\(department.rawValue)\u{0}\(row.record)"] = State(
        unit: unit.name,
        indicator: issue.scheme.indicators[row.indicator].name,
        record: row.record,
        standIn: Issue.isWithheld(finding) ? issue.standIn(for: finding) : nil,
        isNamed: finding.gate != nil,
        state: issue.words.name(of: finding.state),
        counted: finding.counted
      )
    }
    return states
  }

  /// The measures that changed.
  static func measures(before: Issue, after: Issue) -> [CauseRow] {
    let old = Dictionary(
      before.assessment.units.map { ($0.unit, $0.cumulative) },
      uniquingKeysWith: { $1 }
    )
    return after.assessment.units.flatMap { unit in
      unit.cumulative.indicators.compactMap { score -> CauseRow? in
        let then = old[unit.unit]?.score(of: score.indicator)
        guard then?.measure != score.measure else { return nil }
        let indicator = after.scheme.indicators[score.indicator]
        let state = State(
          unit: after.scheme.units[unit.unit].name,
          indicator: indicator.name,
          record: "",
          standIn: nil,
          isNamed: false,
          state: "",
          counted: .zero
        )
        let figures = after.figures
        return CauseRow(
          issue: after,
          before: state,
          after: state,
          measures: (
            figures.measure(then?.measure, of: indicator),
            figures.measure(score.measure, of: indicator)
          )
        )
      }
    }
  }
}
