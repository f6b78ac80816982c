package import TongbaoModel

/// Records, scheme and a day in; cases, measures and scores out.
///
/// Pure functions: no clock, no input or output, no floating point, no message text.
/// Source: scoring.md §§3–6.
package enum Scoring {
  /// The scores of all units for `period`: its own, and the cumulative one up to the day.
  ///
  /// - Parameters:
  ///   - records: What the sheets say, whatever the dates.
  ///   - scheme: The rules of the year.
  ///   - period: The period; days outside the window are cut off.
  ///   - asOf: The day that decides what exists; nil for the period's last day.
  ///   - undecided: How to close the year over undecided provisional findings; nil leaves them open.
  /// - Returns: One entry per unit in scheme order, and all findings.
  /// - Throws: `periodOutsideWindow`; `overflow` where a number is beyond exact arithmetic.
  /// - Complexity: Linear in the records but for sorting the findings of a day by record.
  package static func assess(
    _ records: Records,
    under scheme: Scheme,
    for period: Period,
    asOf: CalendarDate? = nil,
    undecided: UndecidedRule? = nil
  ) throws(ScoringFailure) -> Assessment {
    let days = try days(of: period, in: scheme)
    let asOf = asOf ?? scheme.days(of: period).to
    // First, for the findings as of both days need not lie side by side.
    let earlier = try earlierRanks(before: period, asOf: asOf, records, scheme)
    let standing = try Standing(records, under: scheme, asOf: asOf, undecided: undecided)
    let own = days.upTo(asOf)
    let periodic = try RangeScores(standing, in: own, folding: false)
    let cumulative = try RangeScores(standing, in: standing.range, folding: true)
    let lost = placesLost(since: earlier, cumulative.ranks)
    let pending = PendingCounts(standing)
    var units: [UnitAssessment] = []
    for unit in scheme.units.ordinals {
      units.append(
        UnitAssessment(
          unit: unit,
          warning: scheme.warnings.colour(
            of: WarningFacts(
              rate: cumulative.totals[unit.index].rate,
              open: pending.open[unit.index],
              overdue: pending.overdue[unit.index],
              lost: lost[unit.index]
            )
          ),
          period: try periodic.score(of: unit, in: own, standing, isCumulative: false),
          cumulative: try cumulative.score(
            of: unit,
            in: standing.range,
            standing,
            isCumulative: true
          )
        )
      )
    }
    return Assessment(
      period: period,
      days: days,
      asOf: asOf,
      units: units,
      cases: standing.cases
    )
  }

  /// The ranks as of the last day of the previous period; nil where no warning looks at them.
  ///
  /// Nothing later than the run's own day exists, so an earlier day of the run is the last to compare.
  private static func earlierRanks(
    before period: Period,
    asOf: CalendarDate,
    _ records: Records,
    _ scheme: Scheme
  ) throws(ScoringFailure) -> Ranks? {
    let last = period.previous.days.to
    guard scheme.warnings.looksAtRanks, period.kind != .year, last >= scheme.window.from else {
      return nil
    }
    return try Standing.ranks(records, under: scheme, asOf: min(last, asOf))
  }

  /// Places lost in the category since the `earlier` ranks, by unit.
  private static func placesLost(since earlier: Ranks?, _ ranks: Ranks) -> [Int?] {
    guard let earlier else { return Array(repeating: nil, count: ranks.category.count) }
    return zip(ranks.category, earlier.category)
      .map { now, then in
        guard let now, let then else { return nil }
        return now - then
      }
  }
}

extension Scoring {
  /// All findings as of a day, without any score: by date, then record.
  ///
  /// Linear in the records but for sorting.
  package static func cases(
    of records: Records,
    under scheme: Scheme,
    asOf: CalendarDate
  ) throws(ScoringFailure) -> CaseList {
    try Standing(records, under: scheme, asOf: asOf, undecided: nil).cases
  }

  /// How a unit's score, or its score for one indicator, came about.
  ///
  /// For many units make one `Explainer` and ask it.
  package static func explain(
    _ unit: Ordinal<Unit>,
    _ indicator: Ordinal<Indicator>? = nil,
    isCumulative: Bool = true,
    in assessment: Assessment,
    _ records: Records,
    under scheme: Scheme
  ) throws(ScoringFailure) -> Explanation {
    try Explainer(assessment, records, under: scheme)
      .explanation(of: unit, indicator, isCumulative: isCumulative)
  }
}
