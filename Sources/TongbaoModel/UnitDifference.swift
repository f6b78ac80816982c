/// What changed for a unit between two assessments under the same scheme, and by which records.
package struct UnitDifference: Sendable {
  /// A value before and after.
  package struct Change<Value: Sendable & Equatable>: Sendable, Equatable {
    /// The value in the earlier assessment.
    package var before: Value
    /// The value in the later one.
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
    /// Where its rectification stands.
    package var handling: Handling?

    /// What a finding counts.
    package init(state: CaseState, counted: Decimal6, handling: Handling?) {
      self.state = state
      self.counted = counted
      self.handling = handling
    }
  }

  /// What an indicator scores.
  package struct Result: Sendable, Equatable {
    /// x.
    package var measure: Decimal6?
    /// S.
    package var score: Decimal6?

    /// What an indicator scores.
    package init(measure: Decimal6?, score: Decimal6?) {
      self.measure = measure
      self.score = score
    }
  }

  /// One cause of a change.
  package enum Cause: Sendable {
    /// A finding came, went or changed; nil where it does not exist.
    case finding(record: String, indicator: Ordinal<Indicator>, Change<Finding?>)
    /// An indicator's measure or score changed in the cumulative score.
    case indicator(Ordinal<Indicator>, Change<Result?>)
    /// An event came, went or counts otherwise; nil where it does not exist, of a veto its deduction.
    case event(Event.Matter, date: CalendarDate, Change<Decimal6?>)
  }

  /// The unit.
  package var unit: Ordinal<Unit>
  /// The period's own total.
  package var periodTotal: Change<Decimal6>
  /// The period's rank in the category.
  package var periodRank: Change<Int?>
  /// The cumulative total.
  package var total: Change<Decimal6>
  /// The cumulative rank in the category.
  package var rank: Change<Int?>
  /// What caused it: findings by date and record, indicators and events in scheme and reading order.
  package var causes: [Cause]

  /// A unit's difference with every part given.
  package init(
    unit: Ordinal<Unit>,
    periodTotal: Change<Decimal6>,
    periodRank: Change<Int?>,
    total: Change<Decimal6>,
    rank: Change<Int?>,
    causes: [Cause]
  ) {
    self.unit = unit
    self.periodTotal = periodTotal
    self.periodRank = periodRank
    self.total = total
    self.rank = rank
    self.causes = causes
  }

  /// Whether a total or a rank changed, or anything that could cause it.
  package var isChanged: Bool {
    periodTotal.isChanged || periodRank.isChanged || total.isChanged || rank.isChanged
      || !causes.isEmpty
  }
}
