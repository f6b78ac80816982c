import TongbaoModel

/// What a unit's own page (score receipt) says.
struct UnitView: View {
  let issue: Issue
  let row: UnitRow
  let cases: [CaseView]
  let provisional: [ProvisionalRow]

  /// The page of one unit; of `provisional` those of the unit are taken.
  init(_ issue: Issue, _ row: UnitRow, provisional: [ProvisionalRow]) {
    self.issue = issue
    self.row = row
    self.provisional = provisional.filter { $0.unit == row.scores.unit }
    cases = issue.cases(of: row.scores.unit)
      .map { CaseView(issue: issue, finding: $0, root: "../../../") }
  }

  static let fields: [String: Field<UnitView>] =
    own
    .including(UnitRow.self) { $0.row }
    .including(Letter.self) { Letter(issue: $0.issue) }

  private static let own: [String: Field<UnitView>] = [
    "cumulative": .record { $0.score($0.row.scores.cumulative) },
    "own": .record { $0.score($0.row.scores.period) },
    "gains": .list(\.gains),
    "unsettled": .list { view in
      view.cases.filter { view.issue.isHandedOver($0.finding) && $0.finding.handling != .closed }
    },
    "findings": .list(\.cases),
    "explanations": .list(\.explanations),
    "trend": .list(\.trend),
    "hasTrend": .flag { $0.trend.count > 1 },
    "provisional": .list(\.provisional),
  ]

  private func score(_ score: Score) -> ScoreView {
    ScoreView(issue: issue, score: score, unit: row.scores.unit)
  }

  private var gains: [GainView] {
    issue.input.counterfactuals.filter { $0.unit == row.scores.unit }
      .map { GainView(issue: issue, counterfactual: $0, score: row.scores.cumulative) }
  }

  private var explanations: [ExplanationView] {
    issue.input.explanations.filter { $0.unit == row.scores.unit }
      .map { ExplanationView(issue: issue, explanation: $0, isInternal: false) }
  }

  private var trend: [TrendRow] {
    let earlier = issue.input.trend.filter { $0.period != issue.assessment.period }
      .map { point in
        TrendRow(
          issue: issue,
          period: point.period,
          total: point.totals[row.scores.unit.index],
          rank: point.ranks[row.scores.unit.index]
        )
      }
    let score = row.scores.cumulative
    return earlier + [
      TrendRow(
        issue: issue,
        period: issue.assessment.period,
        total: score.total,
        rank: score.rank
      )
    ]
  }
}

/// A score with its parts.
struct ScoreView: View {
  let issue: Issue
  let score: Score
  let unit: Ordinal<Unit>

  static let fields: [String: Field<ScoreView>] = [
    "total": .text { $0.issue.figures.points($0.score.total) },
    "best": .text { $0.issue.figures.points($0.score.best) },
    "worst": .text { $0.issue.figures.points($0.score.worst) },
    "hasBand": .flag { $0.score.best != $0.score.worst },
    "full": .text { $0.issue.figures.points($0.score.full) },
    "applicable": .text { $0.issue.figures.points($0.score.applicable) },
    "base": .text { $0.issue.figures.points($0.score.base) },
    "rate": .text { $0.issue.figures.percent($0.score.rate) },
    "bonus": .text { $0.issue.figures.points($0.score.bonus) },
    "penalty": .text { $0.issue.figures.points($0.score.penalty) },
    "coefficient": .text(\.score.coefficient.description),
    "points": .text { view in view.issue.figures.points(try? view.score.points()) },
    "vetoed": .text { $0.issue.vetoed($0.score) },
    "rank": .text { $0.issue.figures.rank($0.score.rank) },
    "overallRank": .text { $0.issue.figures.rank($0.score.overallRank) },
    "grade": .text { view in view.score.grade.map { view.issue.scheme.grades[$0].name } ?? "—" },
    "indicators": .list { view in
      view.score.indicators.map { IndicatorView(issue: view.issue, score: $0, unit: view.unit) }
    },
  ]
}

/// A unit's score for an indicator.
struct IndicatorView: View {
  let issue: Issue
  let score: IndicatorScore
  let unit: Ordinal<Unit>

  static let fields: [String: Field<IndicatorView>] = [
    "indicator": .text(\.indicator.name),
    "unitName": .text { $0.issue.scheme.units[$0.unit].name },
    "full": .text { $0.issue.figures.points($0.score.full) },
    "score": .text { $0.issue.figures.points($0.score.score) },
    "isExcluded": .flag { $0.score.score == nil },
    "measure": .text(\.measure),
    "ratio": .text { $0.indicator.measure == .value ? "—" : $0.measure },
    "isMissing": .flag(\.score.isMissing),
    "withoutData": .text(\.withoutData),
    "value": .text { $0.issue.figures.value($0.reached?.value, of: $0.indicator) },
    "target": .text { $0.issue.figures.target($0.reached?.target, of: $0.indicator) },
    "dynamic": .text { view in view.score.dynamic.map { view.issue.words.name(of: $0) } ?? "" },
    "findingCount": .number(\.score.cases.count),
    "growth": .text { $0.issue.figures.hundredths($0.reached?.growth) },
    "completion": .text { $0.issue.figures.hundredths($0.reached?.completion) },
  ]

  /// How the score came about without a measure; empty where there is one, or no score.
  private var withoutData: String {
    score.isMissing && score.score != nil ? issue.words.name(of: indicator.missing) : ""
  }

  /// What the unit reached; nil where nothing is measured.
  var reached: Achievement? { issue.achievement(unit, score.indicator) }

  private var indicator: Indicator { issue.scheme.indicators[score.indicator] }
  private var measure: String { issue.figures.measure(score.measure, of: indicator) }
}

/// What settling an open matter would give back.
struct GainView: View {
  let issue: Issue
  let counterfactual: Counterfactual
  /// The unit's cumulative score.
  let score: Score

  static let fields: [String: Field<GainView>] = [
    "matter": .text(\.matter),
    "indicator": .text { $0.issue.scheme.indicators[$0.indicator].name },
    "due": .text(\.due),
    "gain": .text { $0.issue.figures.points($0.counterfactual.returned) },
    "total": .text { $0.issue.figures.points($0.counterfactual.total) },
    "allSettled": .text(\.allSettled),
    "isFloored": .flag { $0.counterfactual.obstacle == .floorOrCap },
    "isNotCounted": .flag { $0.counterfactual.obstacle == .notCounted },
    "isNotRestored": .flag { $0.counterfactual.obstacle == .nothingRestored },
    "hasGain": .flag { $0.counterfactual.obstacle == nil },
    "ranks": .text(\.ranks),
  ]

  /// The total when all that is open is settled well; empty where that is no more than now.
  private var allSettled: String {
    score.best > score.total ? issue.figures.points(score.best) : ""
  }

  private var finding: Case? {
    guard case .finding(let index) = counterfactual.subject else { return nil }
    return issue.assessment.cases[index]
  }

  private var indicator: Ordinal<Indicator> {
    switch counterfactual.subject {
    case .finding(let index): issue.inspection(issue.assessment.cases[index]).indicator
    case .dynamic(let indicator): indicator
    }
  }

  private var matter: String {
    guard let finding else { return issue.words[.dynamic] }
    return CaseView(issue: issue, finding: finding).name
  }

  private var due: String {
    guard let finding else { return issue.figures.date(issue.scheme.window.to) }
    return finding.due.map { issue.figures.date($0) } ?? "—"
  }

  private var ranks: String {
    guard let rank = score.rank, let then = counterfactual.rank, then != rank else { return "" }
    return "\(rank)→\(then)"
  }
}

/// A unit's score in one period.
struct TrendRow: View {
  let issue: Issue
  let period: Period
  let total: Decimal6?
  let rank: Int?

  static let fields: [String: Field<TrendRow>] = [
    "periodName": .text { $0.issue.words.name(of: $0.period) },
    "total": .text { $0.issue.figures.points($0.total) },
    "rank": .text { $0.issue.figures.rank($0.rank) },
  ]
}
