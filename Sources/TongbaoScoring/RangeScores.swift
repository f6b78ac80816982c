import TongbaoModel

/// The scores of all units over one range, before ranks and grades.
struct RangeScores {
  let range: DateRange?
  /// By indicator, then unit; nil where the indicator does not apply.
  let results: [[IndicatorResult?]]
  /// By indicator; empty unless they are kept.
  let surveys: [FoldedSurvey]
  /// By unit.
  let events: [EventTotals]
  /// By unit.
  let totals: [Totals]
  /// What ranks compare, by unit.
  let printed: [Decimal6]
  let ranks: Ranks
  /// What findings take, over the range and the parts of its folds.
  let deductions: Deductions

  /// Scores `range`; with `folding`, folded indicators are means of their parts.
  ///
  /// Explanations look at what was surveyed on the way: they have it kept. `known` are the deductions where
  /// they were added up before.
  init(
    _ standing: Standing,
    in range: DateRange?,
    folding: Bool,
    keepingSurveys: Bool = false,
    known: Deductions? = nil
  ) throws(ScoringFailure) {
    let scheme = standing.scheme
    let deductions = known ?? Deductions(standing, in: range, folding: folding)
    var results: [[IndicatorResult?]] = []
    var surveys: [FoldedSurvey] = []
    for indicator in scheme.indicators.ordinals {
      let survey = try standing.results(indicator, in: range, folding: folding, deductions)
      results.append(survey.results)
      if keepingSurveys { surveys.append(survey) }
    }
    var events: [EventTotals] = []
    var totals: [Totals] = []
    var printed: [Decimal6] = []
    for unit in scheme.units.ordinals {
      do {
        let own = try EventTotals(
          standing.events.entries(of: unit),
          of: standing.records,
          under: scheme,
          in: range
        )
        let sums = try Totals(
          results.compactMap { $0[unit.index] },
          own,
          of: scheme.units[unit]
        )
        printed.append(
          try Printed.number(total: sums.total.actual, rate: sums.rate, under: scheme)
        )
        events.append(own)
        totals.append(sums)
      } catch {
        throw .overflow(.init(unit: unit))
      }
    }
    let isRanked = zip(scheme.units, events)
      .map { unit, events in
        unit.isRanked && !events.vetoes.contains { scheme.vetoes[$0].removesRank }
      }
    self.range = range
    self.surveys = surveys
    self.deductions = deductions
    self.results = results
    self.events = events
    self.totals = totals
    self.printed = printed
    ranks = Ranks(printed, isRanked: isRanked, of: scheme)
  }

  /// The score of a unit as it stands in scores.json.
  func score(
    of unit: Ordinal<Unit>,
    in range: DateRange?,
    _ standing: Standing,
    isCumulative: Bool
  ) throws(ScoringFailure) -> Score {
    let scheme = standing.scheme
    let (totals, events) = (totals[unit.index], events[unit.index])
    let rank = ranks.category[unit.index]
    return Score(
      total: totals.total.actual,
      best: totals.total.best,
      worst: totals.total.worst,
      full: totals.full,
      applicable: totals.applicable,
      base: totals.base.actual,
      rate: totals.rate,
      bonus: events.bonus,
      penalty: events.penalty,
      coefficient: scheme.units[unit].coefficient,
      rank: rank,
      overallRank: ranks.overall[unit.index],
      grade: scheme.grade(
        printed: printed[unit.index],
        rank: rank,
        ranked: ranks.ranked[scheme.units[unit].category.index],
        vetoes: events.vetoes
      ),
      vetoes: events.vetoes,
      indicators: try indicatorScores(of: unit, in: range, standing, isCumulative: isCumulative)
    )
  }

  private func indicatorScores(
    of unit: Ordinal<Unit>,
    in range: DateRange?,
    _ standing: Standing,
    isCumulative: Bool
  ) throws(ScoringFailure) -> [IndicatorScore] {
    var scores: [IndicatorScore] = []
    for indicator in standing.scheme.indicators.ordinals {
      guard let result = results[indicator.index][unit.index] else { continue }
      do {
        scores.append(
          IndicatorScore(
            indicator: indicator,
            full: result.full,
            score: result.score.actual,
            measure: result.measure,
            isMissing: result.isMissing,
            dynamic: isCumulative ? try standing.dynamicState(unit, indicator) : nil,
            cases: standing.cases(unit, indicator, in: range)
          )
        )
      } catch {
        throw .overflow(.init(unit: unit, indicator: indicator))
      }
    }
    return scores
  }
}
