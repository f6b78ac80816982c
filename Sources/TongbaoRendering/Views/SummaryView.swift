import TongbaoModel

/// What the year-end summary (目标责任制考核汇总) says.
struct SummaryView: View {
  let issue: Issue
  let categories: [CategoryView]

  static let fields: [String: Field<SummaryView>] = own
    .including(Letter.self) { Letter(issue: $0.issue) }

  private static let own: [String: Field<SummaryView>] = [
    "categories": .list(\.categories),
    "units": .list { $0.categories.flatMap(\.rows) },
    "unitCount": .number(\.issue.scheme.units.count),
    "targets": .list(\.targets),
    "deductions": .list(\.deductions),
    "carryovers": .list(\.carryovers),
    "carryoverCount": .number(\.carryovers.count),
    "undecidedCount": .count { view in
      view.deductions.count { $0.state == .open || $0.state == .overdue }
    },
  ]

  private var deductions: [ProvisionalRow] { ProvisionalView(issue).all }

  /// The measured indicators with the measure and the rank of every unit.
  private var targets: [TargetView] {
    issue.scheme.indicators.ordinals.compactMap { indicator in
      let target = TargetView(issue, indicator)
      return target.rows.isEmpty ? nil : target
    }
  }

  /// What goes on into the next year: targets missed and findings not closed.
  private var carryovers: [NextYearRow] {
    var rows: [NextYearRow] = []
    for unit in issue.assessment.units {
      for score in unit.cumulative.indicators where issue.isShort(score, of: unit.unit) {
        rows.append(NextYearRow(issue: issue, matter: .target(unit.unit, score)))
      }
    }
    for finding in issue.assessment.cases {
      guard let handling = finding.handling, handling != .closed else { continue }
      let view = CaseView(issue: issue, finding: finding)
      rows.append(NextYearRow(issue: issue, matter: .finding(view)))
    }
    return rows
  }
}

extension Issue {
  /// Whether a measured indicator is short of its target.
  func isShort(_ score: IndicatorScore, of unit: Ordinal<Unit>) -> Bool {
    let indicator = scheme.indicators[score.indicator]
    guard let measure = score.measure else { return false }
    if indicator.measure == .completion { return measure < Decimal6(millionths: 100_000_000) }
    guard let target = indicator.target[unit.index], indicator.measure == .value else {
      return false
    }
    if case .threshold(let threshold) = indicator.method, threshold.direction == .atMost {
      return measure > target
    }
    return measure < target
  }
}

/// A measured indicator with what every unit reached.
struct TargetView: View {
  let issue: Issue
  let indicator: Ordinal<Indicator>
  /// The units by rank of their measure.
  let rows: [TargetRow]

  init(_ issue: Issue, _ indicator: Ordinal<Indicator>) {
    self.issue = issue
    self.indicator = indicator
    let isLower = issue.scheme.indicators[indicator].direction == .lower
    let measured = issue.assessment.units.compactMap { unit -> (Ordinal<Unit>, IndicatorScore)? in
      guard let score = unit.cumulative.score(of: indicator), score.measure != nil else {
        return nil
      }
      return (unit.unit, score)
    }
    let values = measured.compactMap(\.1.measure)
    rows = measured.map { unit, score in
      let value = score.measure ?? .zero
      let better = values.count { isLower ? $0 < value : $0 > value }
      return TargetRow(
        issue: issue, score: IndicatorView(issue: issue, score: score, unit: unit),
        rank: better + 1)
    }
    .sorted { $0.rank < $1.rank }
  }

  static let fields: [String: Field<TargetView>] = [
    "indicator": .text { $0.issue.scheme.indicators[$0.indicator].name },
    "rows": .list(\.rows),
  ]
}

/// What a unit reached in an indicator.
struct TargetRow: View {
  let issue: Issue
  let score: IndicatorView
  let rank: Int

  static let fields: [String: Field<TargetRow>] = own.including(IndicatorView.self) { $0.score }

  private static let own: [String: Field<TargetRow>] = ["measureRank": .number(\.rank)]
}

/// A matter that goes on into the next year.
struct NextYearRow: View {
  /// A target missed, or a finding not closed.
  enum Matter: Sendable {
    case target(Ordinal<Unit>, IndicatorScore)
    case finding(CaseView)
  }

  let issue: Issue
  let matter: Matter

  static let fields: [String: Field<NextYearRow>] = [
    "unit": .text { $0.issue.scheme.units[$0.unit].name },
    "indicator": .text { $0.issue.scheme.indicators[$0.indicator].name },
    "matter": .text(\.name),
    "state": .text(\.state),
  ]

  private var unit: Ordinal<Unit> {
    switch matter {
    case .target(let unit, _): unit
    case .finding(let view): view.inspection.unit
    }
  }

  private var indicator: Ordinal<Indicator> {
    switch matter {
    case .target(_, let score): score.indicator
    case .finding(let view): view.inspection.indicator
    }
  }

  private var name: String {
    switch matter {
    case .target: issue.words[.target]
    case .finding(let view): view.isHidden ? issue.words[.pending] : view.inspection.record
    }
  }

  private var state: String {
    switch matter {
    case .target(_, let score):
      issue.figures.measure(score.measure, of: issue.scheme.indicators[score.indicator])
    case .finding(let view): issue.words.name(of: view.finding.handling)
    }
  }
}
