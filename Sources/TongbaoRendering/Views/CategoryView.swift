import TongbaoModel

/// A category with its units by rank.
struct CategoryView: View {
  let issue: Issue
  let category: Ordinal<Category>
  /// The units, by rank, those without rank last.
  let rows: [UnitRow]

  init(_ issue: Issue, _ category: Ordinal<Category>) {
    self.issue = issue
    self.category = category
    let before = Dictionary(
      (issue.input.previous?.units ?? []).map { ($0.unit, $0) },
      uniquingKeysWith: { $1 }
    )
    let units = issue.assessment.units
      .filter { issue.scheme.units[$0.unit].category == category }
      .sorted { left, right in
        let ranks = (left.cumulative.rank ?? .max, right.cumulative.rank ?? .max)
        return ranks.0 != ranks.1 ? ranks.0 < ranks.1 : left.unit < right.unit
      }
    rows = units.map { UnitRow(issue: issue, scores: $0, previous: before[$0.unit]) }
  }

  static let fields: [String: Field<CategoryView>] = [
    "category": .text { $0.issue.scheme.categories[$0.category].name },
    "unitCount": .number(\.rows.count),
    "isSingle": .flag { $0.rows.count == 1 && !$0.leading.isEmpty },
    "mean": .text { $0.issue.figures.points($0.mean) },
    "best": .text { $0.names($0.leading) },
    "bestTotal": .text { $0.issue.figures.points($0.leading.first?.scores.cumulative.total) },
    "last": .text { $0.hasLast ? $0.names($0.trailing) : "" },
    "lastTotal": .text { $0.issue.figures.points($0.trailing.first?.scores.cumulative.total) },
    "rows": .list(\.rows),
    "hasUnranked": .flag(\.hasUnranked),
    "hasVetoPoints": .flag { $0.rows.contains(where: \.hasVetoPoints) },
    "chart": .text { "ranks-\($0.issue.scheme.categories[$0.category].id)" },
    "heat": .text { "heat-\($0.issue.scheme.categories[$0.category].id)" },
    "heads": .list { $0.rows },
    "indicators": .list(\.matrix),
  ]

  /// Whether a unit has no rank.
  var hasUnranked: Bool { ranked.count < rows.count }

  private var ranked: [UnitRow] { rows.filter { $0.scores.cumulative.rank != nil } }

  private var leading: [UnitRow] {
    ranked.filter { $0.scores.cumulative.rank == ranked.first?.scores.cumulative.rank }
  }

  private var trailing: [UnitRow] {
    ranked.filter { $0.scores.cumulative.rank == ranked.last?.scores.cumulative.rank }
  }

  private var hasLast: Bool {
    ranked.first?.scores.cumulative.rank != ranked.last?.scores.cumulative.rank
  }

  private func names(_ rows: [UnitRow]) -> String {
    issue.joined(rows.map(\.unit.name))
  }

  /// The mean of the cumulative totals, rounded once.
  private var mean: Decimal6? {
    let totals = rows.map(\.scores.cumulative.total)
    guard !totals.isEmpty else { return nil }
    return try? totals.reduce(Ratio.zero) { try $0.adding(Ratio($1)) }
      .divided(by: Ratio(totals.count)).rounded()
  }

  /// A row per indicator that applies to some unit of the category.
  private var matrix: [MatrixRow] {
    issue.scheme.indicators.ordinals.compactMap { indicator in
      let cells = rows.map { row in
        MatrixCell(issue: issue, score: row.scores.cumulative.score(of: indicator))
      }
      guard cells.contains(where: { $0.score != nil }) else { return nil }
      return MatrixRow(issue: issue, indicator: indicator, cells: cells)
    }
  }
}

extension Score {
  /// The score of an indicator; nil where it does not apply.
  func score(of indicator: Ordinal<Indicator>) -> IndicatorScore? {
    indicators.first { $0.indicator == indicator }
  }
}

/// An indicator with the scores of the units of a category.
struct MatrixRow: View {
  let issue: Issue
  let indicator: Ordinal<Indicator>
  let cells: [MatrixCell]

  static let fields: [String: Field<MatrixRow>] = [
    "indicator": .text { $0.issue.scheme.indicators[$0.indicator].name },
    "cells": .list(\.cells),
  ]
}

/// The score of a unit for an indicator.
struct MatrixCell: View {
  let issue: Issue
  let score: IndicatorScore?

  static let fields: [String: Field<MatrixCell>] = [
    "score": .text { cell in cell.score.map { cell.issue.figures.points($0.score) } ?? "—" }
  ]
}
