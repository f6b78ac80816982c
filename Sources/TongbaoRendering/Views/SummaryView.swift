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

  var deductions: [ProvisionalRow] { ProvisionalView(issue).all }

  /// The measured indicators with the measure and the rank of every unit.
  private var targets: [TargetView] {
    issue.scheme.indicators.ordinals.compactMap { indicator in
      let target = TargetView(issue, indicator)
      return target.rows.isEmpty ? nil : target
    }
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
  let issue: Issue
  let matter: Unfinished
  let isHidden: Bool

  static let fields: [String: Field<NextYearRow>] = [
    "unit": .text { $0.issue.scheme.units[$0.matter.unit].name },
    "indicator": .text(\.indicator.name),
    "matter": .text(\.name),
    "target": .text { $0.issue.figures.target($0.matter.target, of: $0.indicator) },
    "value": .text { $0.issue.figures.target($0.matter.value, of: $0.indicator) },
    "state": .text { $0.issue.words.name(of: $0.matter.handling) },
  ]

  private var indicator: Indicator { issue.scheme.indicators[matter.indicator] }

  private var name: String {
    isHidden ? issue.words[.pending] : matter.record ?? issue.words[.target]
  }
}
