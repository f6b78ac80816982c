package import TongbaoModel
import TongbaoScoring

/// The scores of a period with everything that they rest on.
package struct Figures: Sendable {
  /// The rules.
  package let rules: Rules
  /// The sheets.
  package let gathering: Gathering
  /// The scores.
  package internal(set) var assessment: Assessment
  /// The scores as of the last day of the previous period of the same kind; nil where that is before the
  /// window, or nothing compares with them.
  package let previous: Assessment?

  /// Scores `gathering` for `period`, and the period before where the scores are `compared` with it.
  package init(
    _ gathering: Gathering,
    under rules: Rules,
    for period: Period,
    asOf: CalendarDate? = nil,
    undecided: Undecided? = nil,
    compared: Bool = true
  ) throws(PipelineFailure) {
    let (records, scheme) = (gathering.records, rules.scheme)
    self.rules = rules
    self.gathering = gathering
    do throws(ScoringFailure) {
      assessment = try Scoring.assess(
        records,
        under: scheme,
        for: period,
        asOf: asOf,
        undecided: undecided?.rule
      )
      previous = try !compared ? nil : Figures.previous(of: assessment, records, scheme)
    } catch {
      throw PipelineFailure(error, records, scheme)
    }
  }

  /// The assessment with which a circular compares: the previous period of the same kind.
  private static func previous(
    of assessment: Assessment,
    _ records: Records,
    _ scheme: Scheme
  ) throws(ScoringFailure) -> Assessment? {
    let period = assessment.period.previous
    guard period.kind != .year, period.days.to >= scheme.window.from else { return nil }
    return try Scoring.assess(records, under: scheme, for: period)
  }

  /// Cumulative scores of the earlier periods of the same kind in the window, oldest first.
  func trend(of period: Period) throws(PipelineFailure) -> [TrendPoint] {
    guard period.kind != .year else { return [] }
    var points: [TrendPoint] = []
    var earlier = period.previous
    do throws(ScoringFailure) {
      while earlier.days.to >= rules.scheme.window.from {
        let scores = try Scoring.assess(gathering.records, under: rules.scheme, for: earlier)
        points.append(
          TrendPoint(
            period: earlier,
            totals: scores.units.map(\.cumulative.total),
            ranks: scores.units.map(\.cumulative.rank)
          )
        )
        earlier = earlier.previous
      }
    } catch {
      throw PipelineFailure(error, gathering.records, rules.scheme)
    }
    return points.reversed()
  }

  /// Why a year's summary cannot come out yet: how many provisional findings are undecided, then each.
  var undecided: [Diagnostic]? {
    guard assessment.period.kind == .year else { return nil }
    do throws(PipelineFailure) {
      try requireDecided()
      return nil
    } catch {
      let count = Fact.number(error.diagnostics.count)
      return [Diagnostic(.guardUndecided, facts: ["count": count])] + error.diagnostics
    }
  }

  /// Refuses a year's summary while provisional findings are undecided, naming each.
  package func requireDecided() throws(PipelineFailure) {
    do throws(ScoringFailure) {
      try Scoring.requireDecided(assessment)
    } catch {
      throw PipelineFailure(error, gathering.records, rules.scheme)
    }
  }

  /// How the scores of units came about, the period's own and the cumulative one of each.
  package func explanations(
    of units: [Ordinal<Unit>],
    indicator: Ordinal<Indicator>? = nil
  ) throws(PipelineFailure) -> [Explanation] {
    try explanations(of: units, indicator: indicator, by: explainer())
  }

  /// What tells how the scores came about and what could still change them; made once for all units.
  func explainer() throws(PipelineFailure) -> Explainer {
    do throws(ScoringFailure) {
      return try Explainer(assessment, gathering.records, under: rules.scheme)
    } catch {
      throw PipelineFailure(error, gathering.records, rules.scheme)
    }
  }

  /// The same where the explainer is at hand.
  func explanations(
    of units: [Ordinal<Unit>],
    indicator: Ordinal<Indicator>? = nil,
    by explainer: Explainer
  ) throws(PipelineFailure) -> [Explanation] {
    do throws(ScoringFailure) {
      var explanations: [Explanation] = []
      for unit in units {
        for isCumulative in [false, true] {
          explanations.append(
            try explainer.explanation(of: unit, indicator, isCumulative: isCumulative)
          )
        }
      }
      return explanations
    } catch {
      throw PipelineFailure(error, gathering.records, rules.scheme)
    }
  }
}

/// How a year is closed over undecided provisional findings, as it is asked for on the command line.
package enum Undecided: String, Sendable, CaseIterable {
  /// They count in full.
  case confirm
  /// They count as rectified in time.
  case restore

  var rule: UndecidedRule {
    switch self {
    case .confirm: .confirm
    case .restore: .restore
    }
  }
}

extension PipelineFailure {
  init(_ failure: ScoringFailure, _ records: Records, _ scheme: Scheme) {
    let diagnostics = failure.diagnostics(records, under: scheme)
    if case .periodOutsideWindow = failure, let first = diagnostics.first {
      self = .unanswerable(first)
    } else {
      self = .refusedByData(diagnostics)
    }
  }
}
