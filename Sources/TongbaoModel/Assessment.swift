/// The scores of all units for one period, as of one day.
///
/// Source: scoring.md §§6–7.
package struct Assessment: Sendable {
  /// The period.
  package var period: Period
  /// Its days, cut to the scheme's window.
  package var days: DateRange
  /// The day that decides what exists.
  package var asOf: CalendarDate
  /// One entry per unit, in scheme order.
  package var units: [UnitAssessment]
  /// All findings of the window dated up to `asOf`, by date, then record.
  package var cases: CaseList

  /// An assessment with every part given.
  package init(
    period: Period,
    days: DateRange,
    asOf: CalendarDate,
    units: [UnitAssessment],
    cases: CaseList
  ) {
    self.period = period
    self.days = days
    self.asOf = asOf
    self.units = units
    self.cases = cases
  }
}

/// The scores of one unit.
package struct UnitAssessment: Sendable {
  /// The unit.
  package var unit: Ordinal<Unit>
  /// Early warning on the cumulative score.
  package var warning: WarningColour?
  /// The period's own score.
  package var period: Score
  /// The simulated annual score (模拟得分): from the window's start.
  package var cumulative: Score

  /// Scores of a unit.
  package init(
    unit: Ordinal<Unit>,
    warning: WarningColour?,
    period: Score,
    cumulative: Score
  ) {
    self.unit = unit
    self.warning = warning
    self.period = period
    self.cumulative = cumulative
  }
}

/// Colours of an early warning.
package enum WarningColour: String, Sendable, CaseIterable {
  case red
  case yellow
}

/// A unit's score over a range of days.
///
/// Numbers are points at 6 decimals.
package struct Score: Sendable {
  /// The total.
  package var total: Decimal6
  /// The total if every open matter is settled well.
  package var best: Decimal6
  /// The total if every open matter fails.
  package var worst: Decimal6
  /// Σ B over the applicable indicators.
  package var full: Decimal6
  /// The same without excluded ones.
  package var applicable: Decimal6
  /// Σ S.
  package var base: Decimal6
  /// base ÷ applicable; nil with nothing applicable.
  package var rate: Decimal6?
  /// Bonus points after caps.
  package var bonus: Decimal6
  /// Penalty points after caps.
  package var penalty: Decimal6
  /// 难度系数.
  package var coefficient: Decimal6
  /// Rank in the category; nil for units without rank.
  package var rank: Int?
  /// Rank over all.
  package var overallRank: Int?
  /// Grade; nil where none fits.
  package var grade: Ordinal<Grade>?
  /// Vetoes in effect, once each, in scheme order.
  package var vetoes: [Ordinal<Veto>]
  /// Applicable indicators, in scheme order.
  package var indicators: [IndicatorScore]

  /// A score with every part given.
  package init(
    total: Decimal6,
    best: Decimal6,
    worst: Decimal6,
    full: Decimal6,
    applicable: Decimal6,
    base: Decimal6,
    rate: Decimal6?,
    bonus: Decimal6,
    penalty: Decimal6,
    coefficient: Decimal6,
    rank: Int?,
    overallRank: Int?,
    grade: Ordinal<Grade>?,
    vetoes: [Ordinal<Veto>],
    indicators: [IndicatorScore]
  ) {
    self.total = total
    self.best = best
    self.worst = worst
    self.full = full
    self.applicable = applicable
    self.base = base
    self.rate = rate
    self.bonus = bonus
    self.penalty = penalty
    self.coefficient = coefficient
    self.rank = rank
    self.overallRank = overallRank
    self.grade = grade
    self.vetoes = vetoes
    self.indicators = indicators
  }
}

/// A unit's score for one indicator.
package struct IndicatorScore: Sendable {
  /// The indicator.
  package var indicator: Ordinal<Indicator>
  /// B, the unit's points for it.
  package var full: Decimal6
  /// S; nil where excluded.
  package var score: Decimal6?
  /// x; nil under method `findings` and where missing.
  package var measure: Decimal6?
  /// Whether the measure is missing.
  package var isMissing: Bool
  /// State of a dynamic indicator, in the cumulative score alone.
  package var dynamic: CaseState?
  /// Its findings in the range: positions in `Assessment.cases`, by date, then record.
  package var cases: Positions

  /// A score for one indicator with every part given.
  package init(
    indicator: Ordinal<Indicator>,
    full: Decimal6,
    score: Decimal6?,
    measure: Decimal6?,
    isMissing: Bool,
    dynamic: CaseState?,
    cases: Positions
  ) {
    self.indicator = indicator
    self.full = full
    self.score = score
    self.measure = measure
    self.isMissing = isMissing
    self.dynamic = dynamic
    self.cases = cases
  }
}
