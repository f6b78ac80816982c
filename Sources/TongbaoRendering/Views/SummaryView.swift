import TongbaoModel

/// What the year-end summary (目标责任制考核汇总) says.
struct SummaryView: View {
  let issue: Issue
  let categories: [CategoryView]

  static let fields: [String: Field<SummaryView>] =
    own
    .including(Letter.self) { Letter(issue: $0.issue) }

  private static let own: [String: Field<SummaryView>] = [
    "categories": .list(\.categories),
    "units": .list(\.units),
    "unitCount": .number(\.issue.scheme.units.count),
    "grades": .list(\.grades),
    "vetoed": .list { $0.units.filter { !$0.scores.cumulative.vetoes.isEmpty } },
    "targets": .list(\.targets),
    "targetCount": .count { $0.withTarget.count },
    "metCount": .count { view in view.withTarget.count { $0.short.isEmpty } },
    "isAllMet": .flag { view in view.withTarget.allSatisfy(\.short.isEmpty) },
    "hasShort": .flag { view in view.withTarget.contains { !$0.short.isEmpty } },
    "shortTargets": .list { view in view.withTarget.filter { !$0.short.isEmpty } },
    "deductions": .list(\.deductions),
    "deductionCount": .count(\.deductions.count),
    "deductedPoints": .text(\.deductedPoints),
    "restoredCount": .count { $0.disposed(.restored) },
    "reducedCount": .count { $0.disposed(.reduced) },
    "confirmedCount": .count { $0.disposed(.confirmed) },
    "withdrawnCount": .count { $0.disposed(.withdrawn) },
    "undecidedCount": .count { $0.disposed(.open) + $0.disposed(.overdue) },
    "carryovers": .list(\.carryovers),
    "carryoverCount": .number(\.issue.input.unfinished.count),
    "hasCarryovers": .flag { !$0.issue.input.unfinished.isEmpty },
    "carriedTargetCount": .count { $0.carried { $0.record == nil } },
    "carriedFindingCount": .count { $0.carried { $0.record != nil } },
    "carriesBoth": .flag { view in
      view.carried { $0.record == nil } > 0 && view.carried { $0.record != nil } > 0
    },
  ]

  private var units: [UnitRow] { categories.flatMap(\.rows) }

  /// The grades that somebody has, in scheme order.
  private var grades: [GradeRow] {
    issue.scheme.grades.ordinals.compactMap { grade in
      let units = units.filter { $0.scores.cumulative.grade == grade }
      return units.isEmpty ? nil : GradeRow(issue: issue, grade: grade, units: units)
    }
  }

  var deductions: [ProvisionalRow] { ProvisionalView(issue).all }

  private func disposed(_ state: CaseState) -> Int { deductions.count { $0.state == state } }

  private var deductedPoints: String {
    issue.figures.sum(deductions.map(\.deducted))
  }

  /// The measured indicators with the measure and the rank of every unit.
  private var targets: [TargetView] {
    issue.scheme.indicators.ordinals.compactMap { indicator in
      let target = TargetView(issue, indicator)
      return target.rows.isEmpty ? nil : target
    }
  }

  /// The measured indicators that have targets.
  private var withTarget: [TargetView] {
    targets.filter { target in target.rows.contains { $0.reached?.isMet != nil } }
  }

  private func carried(where condition: (Unfinished) -> Bool) -> Int {
    issue.input.unfinished.count(where: condition)
  }

  /// What goes on into the next year: targets missed and findings not closed.
  private var carryovers: [NextYearRow] {
    let withheld = issue.withheld.places
    return issue.input.unfinished.map { matter in
      NextYearRow(
        issue: issue,
        matter: matter,
        isHidden: matter.place.map { withheld.contains($0) } ?? false
      )
    }
  }
}

/// A grade with the units that have it.
struct GradeRow: View {
  let issue: Issue
  let grade: Ordinal<Grade>
  let units: [UnitRow]

  static let fields: [String: Field<GradeRow>] = [
    "grade": .text { $0.issue.scheme.grades[$0.grade].name },
    "count": .number(\.units.count),
    "units": .text { row in row.issue.joined(row.units.map(\.unit.name)) },
  ]
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
    let isLower = issue.scheme.indicators[indicator].isLowerBetter
    let measured = issue.assessment.units.compactMap { unit -> (Ordinal<Unit>, IndicatorScore)? in
      guard let score = unit.cumulative.score(of: indicator), score.measure != nil else {
        return nil
      }
      return (unit.unit, score)
    }
    let values = measured.compactMap(\.1.measure)
    rows =
      measured.map { unit, score in
        let value = score.measure ?? .zero
        let better = values.count { isLower ? $0 < value : $0 > value }
        return TargetRow(
          issue: issue,
          score: IndicatorView(issue: issue, score: score, unit: unit),
          rank: better + 1
        )
      }
      .sorted { $0.rank < $1.rank }
  }

  static let fields: [String: Field<TargetView>] = [
    "indicator": .text { $0.issue.scheme.indicators[$0.indicator].name },
    "rows": .list(\.rows),
    "shortCount": .count(\.short.count),
    "shortUnits": .text { view in
      view.issue.joined(view.short.map { view.issue.scheme.units[$0.score.unit].name })
    },
  ]

  /// The units that miss their targets.
  var short: [TargetRow] { rows.filter { $0.reached?.isMet == false } }
}

extension Indicator {
  /// Whether the smaller of two measures is the better one, as the method scores them.
  fileprivate var isLowerBetter: Bool {
    switch method {
    case .threshold(let threshold): threshold.direction == .atMost
    case .efficacy(let efficacy): efficacy.isLowerBetter ?? (direction == .lower)
    case .findings, .completion, .best, .rank, .brackets: direction == .lower
    }
  }
}

extension Indicator.Efficacy {
  /// Whether the satisfactory value is below the unacceptable one; nil where the sample decides.
  fileprivate var isLowerBetter: Bool? {
    guard case .fixed(let good) = satisfactory, case .fixed(let bad) = unacceptable else {
      return nil
    }
    return good < bad
  }
}

/// What a unit reached in an indicator.
struct TargetRow: View {
  let issue: Issue
  let score: IndicatorView
  let rank: Int

  static let fields: [String: Field<TargetRow>] = own.including(IndicatorView.self) { $0.score }

  private static let own: [String: Field<TargetRow>] = [
    "measureRank": .number(\.rank),
    "isShort": .flag { $0.reached?.isMet == false },
  ]

  /// What the unit reached beside the measure that is scored.
  var reached: Achievement? { score.reached }
}

/// A matter that goes on into the next year.
struct NextYearRow: View {
  let issue: Issue
  let matter: Unfinished
  let isHidden: Bool

  static let fields: [String: Field<NextYearRow>] = [
    "unit": .text { $0.issue.scheme.units[$0.matter.unit].name },
    "indicator": .text(\.indicator.name),
    "matter": .text(\.name),
    "target": .text { $0.issue.figures.target($0.matter.target, of: $0.indicator) },
    "value": .text { $0.issue.figures.target($0.matter.value, of: $0.indicator) },
    "state": .text { row in
      row.matter.handling.map { row.issue.words.name(of: $0) } ?? "—"
    },
  ]

  private var indicator: Indicator { issue.scheme.indicators[matter.indicator] }

  private var name: String {
    isHidden ? issue.words[.pending] : matter.record ?? issue.words[.target]
  }
}
