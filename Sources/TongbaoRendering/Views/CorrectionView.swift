import TongbaoModel

/// What a correction (更正) says: a published period before and after.
struct CorrectionView: View {
  /// The issue as it stands now.
  let issue: Issue
  /// The issue as it was published.
  let published: Issue
  /// What was known then under the rules of now: against it every other cause shows.
  let reassessed: Issue
  let correction: Correction

  static let fields: [String: Field<CorrectionView>] =
    own
    .including(Letter.self) { Letter(issue: $0.issue) }

  private static let own: [String: Field<CorrectionView>] = [
    "previousIssue": .text(\.correction.previous.title),
    "previousIssueAddress": .text(\.correction.previous.address),
    "currentIssue": .text(\.correction.current.title),
    "currentIssueAddress": .text(\.correction.current.address),
    "units": .list(\.units),
    "hasUnranked": .flag { $0.units.contains(where: \.isUnranked) },
    "standings": .list { $0.units.filter(\.isStandingChanged) },
    "isAmended": .flag(\.isAmended),
    "isClosedOtherwise": .flag(\.correction.isClosedOtherwise),
    "causes": .list(\.causes),
  ]

  private var units: [CorrectionRow] { changes(to: issue) }

  /// Whether amended rules changed anything that the page says.
  private var isAmended: Bool { !changes(to: reassessed).isEmpty }

  /// The units whose scores, rank, grade or warning are not those that were published, and those that are on one side
  /// alone.
  private func changes(to issue: Issue) -> [CorrectionRow] {
    let rows = zip(issue.assessment.units, correction.former)
      .map { now, former in
        CorrectionRow(
          before: former.map(publishedRow),
          after: UnitRow(issue: issue, scores: now)
        )
      }
    let ended = correction.ended.map { CorrectionRow(before: publishedRow(of: $0), after: nil) }
    return rows.filter(\.isChanged) + ended
  }

  private func publishedRow(of unit: Ordinal<Unit>) -> UnitRow {
    UnitRow(issue: published, scores: published.assessment.units[unit.index])
  }

  private var causes: [CauseRow] {
    let (old, new) = (CauseRow.states(reassessed), CauseRow.states(issue))
    let changed = Set(old.keys).union(new.keys).filter { old[$0]?.facts != new[$0]?.facts }
    return amendments
      + changed.sorted()
      .map { key in
        CauseRow(issue: issue, before: old[key], after: new[key])
      }
      + zip(reassessed.assessment.units, issue.assessment.units)
      .flatMap { CauseRow.figures(issue, before: $0.cumulative, after: $1) }
  }

  /// What amended rules alone make of each unit's total.
  private var amendments: [CauseRow] {
    changes(to: reassessed)
      .compactMap { row in
        let then = row.before?.scores.cumulative.total
        guard let now = row.after?.scores, then != now.cumulative.total else { return nil }
        return CauseRow(
          issue: issue,
          unit: now.unit,
          what: issue.words[.causeRules],
          before: published.figures.points(then),
          after: issue.figures.points(now.cumulative.total)
        )
      }
  }
}

/// A unit before and after a correction; nil on the side where there is no such unit.
struct CorrectionRow: View {
  let before: UnitRow?
  let after: UnitRow?

  static let fields: [String: Field<CorrectionRow>] = [
    "unit": .text { ($0.after ?? $0.before)?.unit.name ?? "" },
    "periodBefore": .text { $0.before.map(period) ?? "—" },
    "periodAfter": .text { $0.after.map(period) ?? "—" },
    "totalBefore": .text { $0.before.map(total) ?? "—" },
    "totalAfter": .text { $0.after.map(total) ?? "—" },
    "rankBefore": .text { $0.before.map(rank) ?? "—" },
    "rankAfter": .text { $0.after.map(rank) ?? "—" },
    "gradeBefore": .text { $0.before?.grade ?? "—" },
    "gradeAfter": .text { $0.after?.grade ?? "—" },
    "warningBefore": .text { $0.before.map(warning) ?? "—" },
    "warningAfter": .text { $0.after.map(warning) ?? "—" },
  ]

  private static func period(_ row: UnitRow) -> String {
    row.issue.figures.points(row.scores.period.total)
  }

  private static func total(_ row: UnitRow) -> String {
    row.issue.figures.points(row.scores.cumulative.total)
  }

  private static func rank(_ row: UnitRow) -> String {
    row.issue.figures.rank(row.scores.cumulative.rank)
  }

  private static func warning(_ row: UnitRow) -> String {
    row.issue.words.name(of: row.scores.warning)
  }

  /// Whether the unit has no rank before or after.
  var isUnranked: Bool {
    [before, after].contains { $0.map { $0.scores.cumulative.rank == nil } ?? false }
  }

  /// Whether grade or warning differ.
  var isStandingChanged: Bool {
    before?.grade != after?.grade || before?.scores.warning != after?.scores.warning
  }

  /// Whether anything that the tables or the scores say of the unit differs.
  var isChanged: Bool {
    guard let old = before?.scores, let new = after?.scores else { return true }
    return old.period.total != new.period.total || old.cumulative.total != new.cumulative.total
      || old.cumulative.rank != new.cumulative.rank || isStandingChanged
  }
}

/// Why a published figure changed: a finding, a measure or another part of a score that is not what it was.
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
  private let unit: String
  private let what: String
  /// The finding before and after; nil where the row tells of something else.
  private let finding: (before: State?, after: State?)?
  private let texts: (before: String, after: String)

  /// A finding that came, went or counts otherwise.
  init(issue: Issue, before: State?, after: State?) {
    self.issue = issue
    unit = after?.unit ?? before?.unit ?? ""
    what = after?.indicator ?? before?.indicator ?? ""
    finding = (before, after)
    func text(_ state: State?) -> String {
      state.map { "\($0.state) \(issue.figures.points($0.counted))" } ?? "—"
    }
    texts = (text(before), text(after))
  }

  /// Another part of a unit's score, in words.
  init(issue: Issue, unit: Ordinal<Unit>, what: String, before: String, after: String) {
    self.issue = issue
    self.unit = issue.scheme.units[unit].name
    self.what = what
    finding = nil
    texts = (before, after)
  }

  static let fields: [String: Field<CauseRow>] = [
    "record": .text(\.record),
    "unit": .text(\.unit),
    "indicator": .text(\.what),
    "stateBefore": .text(\.texts.before),
    "stateAfter": .text(\.texts.after),
  ]

  private var record: String {
    guard let finding else { return "—" }
    if let after = finding.after { return after.standIn ?? after.record }
    guard let before = finding.before else { return "" }
    // What no longer stands under its number may stand, withheld, under another unit or day.
    let isNameable = !before.isNamed && !issue.withheld.records.contains(before.record)
    return isNameable ? before.record : issue.words[.stateWithdrawn]
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

  /// What else of a unit's cumulative score is not what it was: measures, scores that follow from other units' data,
  /// bonus, penalty and vetoes.
  static func figures(_ issue: Issue, before: Score, after: UnitAssessment) -> [CauseRow] {
    let now = after.cumulative
    func row(_ what: String, _ before: String, _ after: String, of unit: Ordinal<Unit>) -> CauseRow
    {
      CauseRow(issue: issue, unit: unit, what: what, before: before, after: after)
    }
    var rows = now.indicators.compactMap { score -> CauseRow? in
      let then = before.score(of: score.indicator)
      let indicator = issue.scheme.indicators[score.indicator]
      if then?.measure != score.measure {
        let texts = [then?.measure, score.measure].map { issue.figures.measure($0, of: indicator) }
        return row(indicator.name, texts[0], texts[1], of: after.unit)
      }
      // What findings deduct is told finding by finding.
      if case .findings = indicator.method { return nil }
      guard then?.score != score.score else { return nil }
      let texts = [then?.score, score.score].map { issue.figures.points($0) }
      return row(indicator.name, texts[0], texts[1], of: after.unit)
    }
    for (word, old, new) in [
      (Word.clauseBonus, before.bonus, now.bonus), (.clausePenalty, before.penalty, now.penalty),
    ] where old != new {
      let texts = [old, new].map { issue.figures.points($0) }
      rows.append(row(issue.words[word], texts[0], texts[1], of: after.unit))
    }
    if before.vetoes != now.vetoes {
      let texts = [before.vetoes, now.vetoes]
        .map { vetoes in
          vetoes.isEmpty ? "—" : issue.joined(vetoes.map { issue.scheme.vetoes[$0].name })
        }
      rows.append(row(issue.words[.clauseVeto], texts[0], texts[1], of: after.unit))
    }
    return rows
  }
}
