import TongbaoModel

/// A unit's scores as a row of a table.
struct UnitRow: View {
  let issue: Issue
  let scores: UnitAssessment
  /// The scores of the previous issue.
  var previous: UnitAssessment?

  static let fields: [String: Field<UnitRow>] = [
    "unit": .text(\.unit.name),
    "unitId": .text(\.unit.id),
    "category": .text { $0.issue.scheme.categories[$0.unit.category].name },
    "rank": .text { $0.issue.figures.rank($0.scores.cumulative.rank) },
    "overallRank": .text { $0.issue.figures.rank($0.scores.cumulative.overallRank) },
    "periodTotal": .text { $0.issue.figures.points($0.scores.period.total) },
    "periodRank": .text { $0.issue.figures.rank($0.scores.period.rank) },
    "total": .text { $0.issue.figures.points($0.scores.cumulative.total) },
    "band": .text { $0.band ?? "—" },
    "hasBand": .flag { $0.band != nil },
    "isRanked": .flag { $0.scores.cumulative.rank != nil },
    "hasGrade": .flag { $0.grade != nil },
    "hasWarning": .flag { $0.scores.warning != nil },
    "rate": .text { $0.issue.figures.percent($0.scores.cumulative.rate) },
    "full": .text { $0.issue.figures.points($0.scores.cumulative.full) },
    "applicable": .text { $0.issue.figures.points($0.scores.cumulative.applicable) },
    "base": .text { $0.issue.figures.points($0.scores.cumulative.base) },
    "bonus": .text { $0.issue.figures.points($0.scores.cumulative.bonus) },
    "penalty": .text { $0.issue.figures.points($0.scores.cumulative.penalty) },
    "coefficient": .text { $0.scores.cumulative.coefficient.description },
    "grade": .text { $0.grade ?? "—" },
    "vetoes": .text { $0.vetoes.isEmpty ? "—" : $0.issue.joined($0.vetoes) },
    "hasVeto": .flag { !$0.vetoes.isEmpty },
    "vetoPoints": .text { $0.hasVetoPoints ? $0.issue.vetoed($0.scores.cumulative) : "—" },
    "deducted": .text(\.deducted),
    "vetoEffects": .text { $0.issue.joined($0.vetoEffects) },
    "rankChange": .text(\.rankChange),
    "warning": .text { $0.issue.words.name(of: $0.scores.warning) },
    "warningKind": .text { $0.scores.warning?.rawValue ?? "none" },
    "open": .number { $0.count(.open) },
    "overdue": .number { $0.count(.overdue) },
    "previousTotal": .text { $0.issue.figures.points($0.previous?.cumulative.total) },
    "previousRank": .text {
      $0.previous.map { $0.cumulative.rank }.map { $0.map(String.init) ?? "—" } ?? "—"
    },
    "totalChange": .text(\.totalChange),
    "causes": .text(\.causes),
  ]

  var unit: Unit { issue.scheme.units[scores.unit] }

  /// The totals between which the score still moves; nil where it is settled.
  private var band: String? {
    let score = scores.cumulative
    guard score.best != score.worst else { return nil }
    return "\(issue.figures.points(score.worst))～\(issue.figures.points(score.best))"
  }

  /// The grade's name under the issue's own scheme.
  var grade: String? {
    scores.cumulative.grade.map { issue.scheme.grades[$0].name }
  }

  private var vetoes: [String] {
    scores.cumulative.vetoes.map { issue.scheme.vetoes[$0].name }
  }

  /// Whether the parts of the total do not add up to it without what vetoes take.
  var hasVetoPoints: Bool {
    guard !vetoes.isEmpty else { return false }
    return (try? scores.cumulative.vetoed()).map { $0 != .zero } ?? false
  }

  /// The penalty with what vetoes take.
  private var deducted: String {
    let score = scores.cumulative
    let vetoed = hasVetoPoints ? try? score.vetoed() : .zero
    return issue.figures.points(vetoed.flatMap { try? score.penalty.adding($0) })
  }

  /// What the unit's vetoes do to it, in words.
  private var vetoEffects: [String] {
    let vetoes = scores.cumulative.vetoes.map { issue.scheme.vetoes[$0] }
    let words = issue.words
    var effects: [String] = []
    if vetoes.contains(where: \.zeroesTotal) {
      effects.append(words[.vetoZero])
    } else if vetoes.contains(where: { $0.deduct != nil }) {
      effects.append(words.filled(.vetoPoints, ["points": issue.vetoed(scores.cumulative)]))
    }
    // The worst of the grades that are still open.
    if let grade = vetoes.compactMap(\.capGrade).max() {
      effects.append(words.filled(.vetoGrade, ["grade": issue.scheme.grades[grade].name]))
    }
    if vetoes.contains(where: \.removesRank) { effects.append(words[.vetoUnranked]) }
    return effects
  }

  private var rankChange: String {
    guard let now = scores.cumulative.rank, let before = previous?.cumulative.rank else {
      return "—"
    }
    if now == before { return issue.words[.same] }
    let word: Word = now < before ? .up : .down
    return issue.words.filled(word, ["n": String(abs(now - before))])
  }

  private func count(_ state: CaseState) -> Int { issue.count(state, of: scores.unit) }

  private var totalChange: String {
    guard let previous else { return "—" }
    return issue.figures.change(from: previous.cumulative.total, to: scores.cumulative.total)
  }

  /// The indicators whose cumulative score, as printed, changed: `平安巡查 9.50→10.00`.
  private var causes: String {
    guard let previous else { return "—" }
    let figures = issue.figures
    let changed = scores.cumulative.indicators.compactMap { now -> String? in
      let before = previous.cumulative.indicators.first { $0.indicator == now.indicator }
      let (old, new) = (figures.points(before?.score), figures.points(now.score))
      // What differs beyond the printed places alone would be printed as 1.94→1.94.
      guard old != new else { return nil }
      return "\(issue.scheme.indicators[now.indicator].name) \(old)→\(new)"
    }
    return changed.isEmpty ? "—" : issue.joined(changed)
  }
}
