package import TongbaoModel

/// Tells how the scores of an assessment came about, down to file and row, and what could still change them.
///
/// Made once per assessment and asked for any number of units; the steps hold what the scoring functions
/// themselves return.
package struct Explainer {
  let assessment: Assessment
  let standing: Standing
  private let period: RangeScores
  let cumulative: RangeScores

  /// Prepares the explanations of `assessment`, made of `records` under `scheme`.
  package init(
    _ assessment: Assessment,
    _ records: Records,
    under scheme: Scheme
  ) throws(ScoringFailure) {
    standing = try Standing(records, under: scheme, for: assessment)
    self.assessment = assessment
    period = try RangeScores(
      standing,
      in: assessment.days.upTo(assessment.asOf),
      folding: false,
      keepingSurveys: true
    )
    cumulative = try RangeScores(
      standing,
      in: standing.range,
      folding: true,
      keepingSurveys: true
    )
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
      rangeScores: isCumulative ? cumulative : period,
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
