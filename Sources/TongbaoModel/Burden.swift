/// How often a unit was inspected in a month: a row of the burden table (减负表).
///
/// Source: circulars.md §3.
package struct Burden: Sendable, Hashable {
  /// The unit.
  package var unit: Ordinal<Unit>
  /// The calendar year.
  package var year: Int
  /// The month, 1 to 12.
  package var month: Int
  /// Visits: distinct team and day.
  package var visits: Int
  /// Inspection rows.
  package var records: Int
  /// Whether there were more visits than the scheme allows.
  package var isAboveLimit: Bool

  /// A unit's month.
  package init(
    unit: Ordinal<Unit>,
    year: Int,
    month: Int,
    visits: Int,
    records: Int,
    isAboveLimit: Bool
  ) {
    self.unit = unit
    self.year = year
    self.month = month
    self.visits = visits
    self.records = records
    self.isAboveLimit = isAboveLimit
  }
}
