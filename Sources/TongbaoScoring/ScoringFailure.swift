package import TongbaoModel

/// Why no assessment can be made.
package enum ScoringFailure: Error, Hashable {
  /// The period has no day in the scheme's window, or is the year of another scheme.
  case periodOutsideWindow(Period, window: DateRange)
  /// A number grew beyond what can be computed exactly.
  case overflow(Place)
  /// The year is closed while provisional findings are undecided: positions in `Records.inspections`.
  case undecided([Int])

  /// Where a number grew too large.
  package struct Place: Hashable, Sendable {
    /// The unit.
    package var unit: Ordinal<Unit>
    /// The indicator; nil where it is the unit's total or an event.
    package var indicator: Ordinal<Indicator>?
    /// The row; nil where it is a sum or a score.
    package var row: RowReference?

    /// A place.
    package init(
      unit: Ordinal<Unit>,
      indicator: Ordinal<Indicator>? = nil,
      row: RowReference? = nil
    ) {
      self.unit = unit
      self.indicator = indicator
      self.row = row
    }
  }
}
