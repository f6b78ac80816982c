/// What changed for a unit between two assessments of one year, and what caused it.
///
/// The points of the lines add up to the change of the cumulative total, to the last of six digits.
package struct UnitDifference: Sendable {
  /// A value before and after.
  package struct Change<Value: Sendable & Equatable>: Sendable, Equatable {
    /// The value in the first assessment.
    package var before: Value
    /// The value in the second one.
    package var after: Value

    /// A value before and after.
    package init(before: Value, after: Value) {
      self.before = before
      self.after = after
    }

    /// Whether the two differ.
    package var isChanged: Bool { before != after }
  }

  /// What a finding counts.
  package struct Finding: Sendable, Equatable {
    /// Its state.
    package var state: CaseState
    /// Its counted points.
    package var counted: Decimal6

    /// What a finding counts.
    package init(state: CaseState, counted: Decimal6) {
      self.state = state
      self.counted = counted
    }
  }

  /// What an indicator scores.
  package struct Result: Sendable, Equatable {
    /// x; nil where missing, and under method `findings`.
    package var measure: Decimal6?
    /// S; nil where excluded.
    package var score: Decimal6?

    /// What an indicator scores.
    package init(measure: Decimal6?, score: Decimal6?) {
      self.measure = measure
      self.score = score
    }
  }

  /// The full mark and what of it is applicable.
  package struct Scale: Sendable, Equatable {
    /// Σ B over the applicable indicators.
    package var full: Decimal6
    /// The same without excluded ones.
    package var applicable: Decimal6

    /// A full mark and what of it is applicable.
    package init(full: Decimal6, applicable: Decimal6) {
      self.full = full
      self.applicable = applicable
    }
  }

  /// What an event counts: of a veto its deduction.
  package struct Points: Sendable, Equatable {
    /// What it counts before caps.
    package var points: Decimal6
    /// Whether anything of it stands.
    package var isInEffect: Bool

    /// What an event counts.
    package init(points: Decimal6, isInEffect: Bool) {
      self.points = points
      self.isInEffect = isInEffect
    }
  }

  /// What keeps points back.
  package enum Limit: Sendable, Equatable {
    /// The most that the findings of an indicator take.
    case findingsCap(Ordinal<Indicator>)
    /// No indicator of method `findings` scores below 0.
    case findingsFloor(Ordinal<Indicator>)
    /// The most that a bonus item gives.
    case bonusItem(Ordinal<Item>)
    /// The most that all bonus items give.
    case bonuses
    /// The most that a penalty item takes.
    case penaltyItem(Ordinal<Item>)
    /// The most that all penalty items take.
    case penalties
    /// No total is below 0.
    case total
    /// A veto takes all that is left.
    case zeroVeto
  }

  /// One cause of a change; nil stands for what does not exist on that side.
  package enum Cause: Sendable {
    /// Scheme or settings were amended: what the records of before come to under those of after.
    case rules
    /// A finding came, went or counts otherwise.
    case finding(record: String, Ordinal<Indicator>, date: CalendarDate, Change<Finding?>)
    /// The unit's own data of an indicator.
    case measure(Ordinal<Indicator>, Change<Result>)
    /// Data of other units with which its own are compared: the score with those of before and of after.
    case comparison(Ordinal<Indicator>, Change<Decimal6?>)
    /// The mean is of another number of months or quarters.
    case fold(Ordinal<Indicator>, Change<Int>)
    /// Other indicators are excluded, so that the scores are scaled otherwise.
    case scaling(Change<Scale>)
    /// An event came, went or counts otherwise.
    case event(Event.Matter, record: String?, date: CalendarDate, Change<Points?>)
    /// A limit keeps back other points than before.
    case limit(Limit, Change<Decimal6>)
    /// What each rounding to six digits leaves.
    case rounding
  }

  /// One cause with what it contributes.
  package struct Line: Sendable {
    /// The cause.
    package var cause: Cause
    /// What it adds to the cumulative total.
    package var points: Decimal6
    /// Rows that are on one side alone; where none is, those that both rest on.
    package var sources: Change<[String]>

    /// A cause with what it contributes.
    package init(
      _ cause: Cause,
      _ points: Decimal6,
      sources: Change<[String]> = .init(before: [], after: [])
    ) {
      self.cause = cause
      self.points = points
      self.sources = sources
    }
  }

  /// A total with what it brings.
  package struct Standing: Sendable, Equatable {
    /// The total.
    package var total: Decimal6
    /// The rank in the category.
    package var rank: Int?
    /// The grade, by the name that its own scheme gives it.
    package var grade: String?

    /// The standing that a score gives under `scheme`.
    package init(_ score: Score, under scheme: Scheme) {
      total = score.total
      rank = score.rank
      grade = score.grade.map { scheme.grades[$0].name }
    }
  }

  /// The unit.
  package var unit: Ordinal<Unit>
  /// The period's own score.
  package var period: Change<Standing>
  /// The cumulative score.
  package var cumulative: Change<Standing>
  /// What caused the change of the cumulative total: by indicator and date, then what concerns all.
  package var lines: [Line]

  /// A unit's difference with every part given.
  package init(
    unit: Ordinal<Unit>,
    period: Change<Standing>,
    cumulative: Change<Standing>,
    lines: [Line]
  ) {
    self.unit = unit
    self.period = period
    self.cumulative = cumulative
    self.lines = lines
  }

  /// Whether the cumulative total, rank or grade changed, or anything that could cause it.
  package var isChanged: Bool { cumulative.isChanged || !lines.isEmpty }

  /// What the cumulative total gained.
  package var gain: Decimal6 {
    get throws(ArithmeticOverflow) {
      try cumulative.after.total.subtracting(cumulative.before.total)
    }
  }
}
