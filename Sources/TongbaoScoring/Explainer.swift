package import TongbaoModel

/// Tells how the scores of an assessment came about, down to file and row.
///
/// Made once per assessment and asked for any number of units; the steps hold what the scoring functions
/// themselves return.
package struct Explainer {
  let assessment: Assessment
  let standing: Standing
  private let period: Surveys
  private let cumulative: Surveys

  /// Prepares the explanations of `assessment`, made of `records` under `scheme`.
  package init(
    _ assessment: Assessment,
    _ records: Records,
    under scheme: Scheme
  ) throws(ScoringFailure) {
    standing = try Standing(records, under: scheme, for: assessment)
    self.assessment = assessment
    period = try Surveys(
      standing,
      in: assessment.days.upTo(assessment.asOf),
      folding: false
    )
    cumulative = try Surveys(standing, in: standing.range, folding: true)
  }

  /// How a unit's score came about: the total with all its parts, then rank, grade and warning; or the
  /// step of one `indicator` alone.
  package func explanation(
    of unit: Ordinal<Unit>,
    _ indicator: Ordinal<Indicator>? = nil,
    isCumulative: Bool
  ) throws(ScoringFailure) -> Explanation {
    let receipt = Receipt(
      unit: unit,
      isCumulative: isCumulative,
      score: isCumulative
        ? assessment.units[unit.index].cumulative : assessment.units[unit.index].period,
      surveys: isCumulative ? cumulative : period,
      warning: assessment.units[unit.index].warning,
      standing: standing
    )
    do {
      let steps =
        try indicator.map { indicator throws(ArithmeticOverflow) in
          try receipt.indicatorSteps()
            .filter {
              $0.subject == standing.scheme.indicators[indicator].id
            }
        } ?? receipt.steps()
      return Explanation(unit: unit, isCumulative: isCumulative, steps: steps)
    } catch {
      throw .overflow(.init(unit: unit, indicator: indicator))
    }
  }
}

/// Every indicator measured over a range, whole and in the parts of its fold.
struct Surveys {
  let range: DateRange?
  /// By indicator, over the whole range.
  let whole: [Survey]
  /// By indicator; empty where nothing is folded.
  let parts: [[Survey]]
  /// By indicator, then unit, with folds and missing policies applied.
  let results: [[IndicatorResult?]]
  let events: [EventTotals]
  let totals: [Totals]
  let printed: [Decimal6]

  init(_ standing: Standing, in range: DateRange?, folding: Bool) throws(ScoringFailure) {
    let scores = try RangeScores(standing, in: range, folding: folding)
    var whole: [Survey] = []
    var parts: [[Survey]] = []
    for indicator in standing.scheme.indicators.ordinals {
      whole.append(try standing.survey(indicator, in: range, scores.deductions))
      var own: [Survey] = []
      if folding, let range, let fold = standing.scheme.indicators[indicator].fold {
        for part in range.parts(by: fold) {
          own.append(try standing.survey(indicator, in: part, scores.deductions))
        }
      }
      parts.append(own)
    }
    self.range = range
    self.whole = whole
    self.parts = parts
    results = scores.results
    events = scores.events
    totals = scores.totals
    printed = scores.printed
  }
}
