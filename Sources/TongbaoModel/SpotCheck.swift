/// How often rechecks agreed with a department's records.
///
/// Source: circulars.md §3.
package struct SpotCheckAccuracy: Sendable, Hashable {
  /// The department whose project the records belong to.
  package var department: Ordinal<Department>
  /// Records rechecked, each by its latest recheck.
  package var checked: Int
  /// Those that agreed.
  package var consistent: Int
  /// Their share in tenths of a percent: 955 is 95.5 %.
  package var accuracy: Int
  /// Lower end of the 95 % Wilson interval, in tenths of a percent.
  package var lower: Int
  /// Upper end of the interval, in tenths of a percent.
  package var upper: Int
  /// Whether the exact share is below the scheme's threshold.
  package var isBelowThreshold: Bool

  /// An accuracy with every part given.
  package init(
    department: Ordinal<Department>,
    checked: Int,
    consistent: Int,
    accuracy: Int,
    lower: Int,
    upper: Int,
    isBelowThreshold: Bool
  ) {
    self.department = department
    self.checked = checked
    self.consistent = consistent
    self.accuracy = accuracy
    self.lower = lower
    self.upper = upper
    self.isBelowThreshold = isBelowThreshold
  }
}

/// The spot-check draw of one department.
package struct SpotCheckDraw: Sendable, Hashable {
  /// A record drawn.
  package struct Entry: Sendable, Hashable {
    /// Its number.
    package var record: String
    /// Day of the inspection.
    package var date: CalendarDate
    /// The unit inspected.
    package var unit: Ordinal<Unit>
    /// What was inspected.
    package var indicator: Ordinal<Indicator>
    /// Where it stands.
    package var place: RowReference

    /// A record drawn.
    package init(
      record: String,
      date: CalendarDate,
      unit: Ordinal<Unit>,
      indicator: Ordinal<Indicator>,
      place: RowReference
    ) {
      self.record = record
      self.date = date
      self.unit = unit
      self.indicator = indicator
      self.place = place
    }
  }

  /// The department whose project the records belong to.
  package var department: Ordinal<Department>
  /// How many records it has in the period.
  package var population: Int
  /// The records drawn, smallest digest first.
  package var entries: [Entry]

  /// A draw of one department.
  package init(department: Ordinal<Department>, population: Int, entries: [Entry]) {
    self.department = department
    self.population = population
    self.entries = entries
  }
}
