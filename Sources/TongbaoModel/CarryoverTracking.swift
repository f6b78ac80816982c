/// Where a carried-over target or finding stands in the new year.
///
/// Source: scoring.md §6.
package struct CarryoverTracking: Sendable, Hashable {
  /// What closed it.
  package enum Proof: Sendable, Hashable {
    /// The value then measured, and the latest row it rests on.
    case measured(Decimal6, RowReference)
    /// The ruling rectification: its position in `Records.followUps`.
    case rectified(Int)
  }

  /// Position in `Records.carryovers`.
  package var carryover: Int
  /// The day on which it was met; nil while it is not.
  package var metOn: CalendarDate?
  /// What closed it; nil while nothing does.
  package var proof: Proof?
  /// The latest value of the new year; nil where none is measured.
  package var value: Decimal6?

  /// A tracked carry-over with every part given.
  package init(carryover: Int, metOn: CalendarDate?, proof: Proof?, value: Decimal6?) {
    self.carryover = carryover
    self.metOn = metOn
    self.proof = proof
    self.value = value
  }
}

/// A target missed or a finding not closed at year-end: a row of `carryover-<next year>.csv`.
package struct Unfinished: Sendable, Hashable {
  /// Number of the finding; nil for a target.
  package var record: String?
  /// The unit concerned.
  package var unit: Ordinal<Unit>
  /// The indicator.
  package var indicator: Ordinal<Indicator>
  /// The year that ends.
  package var year: Int
  /// The target missed; nil for a finding.
  package var target: Decimal6?
  /// The value reached; nil for a finding.
  package var value: Decimal6?
  /// Where the finding's rectification stands; nil for a target.
  package var handling: Handling?
  /// The finding's row; nil for a target.
  package var place: RowReference?

  /// An unfinished matter with every part given.
  package init(
    record: String?,
    unit: Ordinal<Unit>,
    indicator: Ordinal<Indicator>,
    year: Int,
    target: Decimal6?,
    value: Decimal6?,
    handling: Handling?,
    place: RowReference?
  ) {
    self.record = record
    self.unit = unit
    self.indicator = indicator
    self.year = year
    self.target = target
    self.value = value
    self.handling = handling
    self.place = place
  }
}
