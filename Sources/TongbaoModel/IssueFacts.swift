/// The rechecks of one department's findings. Source: circulars.md §3.
package struct SpotCheckAccuracy: Sendable, Hashable {
  /// The department.
  package var department: Ordinal<Department>
  /// How many records were drawn.
  package var drawn: Int
  /// How many of them were rechecked.
  package var rechecked: Int
  /// How many rechecks agree.
  package var consistent: Int
  /// Share of the rechecks that agree, at 6 decimals; nil without rechecks.
  package var accuracy: Decimal6?
  /// Lower end of the 95 % Wilson interval; nil without rechecks.
  package var lower: Decimal6?
  /// Upper end of the 95 % Wilson interval; nil without rechecks.
  package var upper: Decimal6?
  /// Whether the accuracy is below the scheme's threshold.
  package var isBelowThreshold: Bool

  /// An accuracy with every part given.
  package init(
    department: Ordinal<Department>,
    drawn: Int,
    rechecked: Int,
    consistent: Int,
    accuracy: Decimal6?,
    lower: Decimal6?,
    upper: Decimal6?,
    isBelowThreshold: Bool
  ) {
    self.department = department
    self.drawn = drawn
    self.rechecked = rechecked
    self.consistent = consistent
    self.accuracy = accuracy
    self.lower = lower
    self.upper = upper
    self.isBelowThreshold = isBelowThreshold
  }
}

/// A record drawn for a spot check.
package struct SpotCheckDraw: Sendable, Hashable {
  /// The record number.
  package var record: String
  /// The department whose record it is.
  package var department: Ordinal<Department>
  /// The unit.
  package var unit: Ordinal<Unit>
  /// Where it stands.
  package var place: RowReference
  /// What the recheck says; nil where none is recorded.
  package var isConsistent: Bool?

  /// A draw with every part given.
  package init(
    record: String,
    department: Ordinal<Department>,
    unit: Ordinal<Unit>,
    place: RowReference,
    isConsistent: Bool?
  ) {
    self.record = record
    self.department = department
    self.unit = unit
    self.place = place
    self.isConsistent = isConsistent
  }
}

/// Where an unfinished target or finding of the year before stands.
package struct CarryoverProgress: Sendable, Hashable {
  /// Position in `Records.carryovers`.
  package var carryover: Int
  /// The value reached this year; nil for a finding or without measurement.
  package var value: Decimal6?
  /// Whether the target is met or the finding closed.
  package var isClosed: Bool
  /// When it was closed.
  package var closedOn: CalendarDate?

  /// A progress with every part given.
  package init(carryover: Int, value: Decimal6?, isClosed: Bool, closedOn: CalendarDate?) {
    self.carryover = carryover
    self.value = value
    self.isClosed = isClosed
    self.closedOn = closedOn
  }
}

/// How often a unit was visited in a month (减负表).
package struct UnitBurden: Sendable, Hashable {
  /// The unit.
  package var unit: Ordinal<Unit>
  /// The month.
  package var month: Period
  /// Distinct team and day.
  package var visits: Int
  /// Rows.
  package var records: Int
  /// Whether there are more visits than `burden.visitsPerMonth`.
  package var isAbove: Bool

  /// A burden with every part given.
  package init(unit: Ordinal<Unit>, month: Period, visits: Int, records: Int, isAbove: Bool) {
    self.unit = unit
    self.month = month
    self.visits = visits
    self.records = records
    self.isAbove = isAbove
  }
}

/// What a department's sheets ask for beyond need (减负表).
package struct DepartmentBurden: Sendable, Hashable {
  /// The department.
  package var department: Ordinal<Department>
  /// Columns that no rule uses.
  package var unusedColumns: [String]
  /// Sheets sent twice.
  package var repeatedSheets: Int
  /// Rows refused as ledger evidence.
  package var refusedAsLedger: Int
  /// Sheets that came after the period was closed.
  package var lateSheets: Int

  /// A burden with every part given.
  package init(
    department: Ordinal<Department>,
    unusedColumns: [String] = [],
    repeatedSheets: Int = 0,
    refusedAsLedger: Int = 0,
    lateSheets: Int = 0
  ) {
    self.department = department
    self.unusedColumns = unusedColumns
    self.repeatedSheets = repeatedSheets
    self.refusedAsLedger = refusedAsLedger
    self.lateSheets = lateSheets
  }
}

/// What settling one open matter would give back, all else equal.
package struct Counterfactual: Sendable, Hashable {
  /// What is open.
  package enum Subject: Sendable, Hashable {
    /// A finding: position in `Assessment.cases`.
    case finding(Int)
    /// A dynamic indicator below its target.
    case indicator(Ordinal<Indicator>)
  }

  /// The unit.
  package var unit: Ordinal<Unit>
  /// What is open.
  package var subject: Subject
  /// Points that the cumulative total would gain; 0 where the floor hides the finding.
  package var gain: Decimal6
  /// Rank in the category that the unit would then have; nil for units without rank.
  package var rank: Int?

  /// A counterfactual with every part given.
  package init(unit: Ordinal<Unit>, subject: Subject, gain: Decimal6, rank: Int?) {
    self.unit = unit
    self.subject = subject
    self.gain = gain
    self.rank = rank
  }
}

/// How good one sheet was.
package struct SheetQuality: Sendable, Hashable {
  /// Name as readers know it.
  package var file: String
  /// The department that sent it, where it is known.
  package var department: Ordinal<Department>?
  /// Rows read.
  package var rows: Int
  /// Rows in quarantine.
  package var refused: Int
  /// Errors found.
  package var errors: Int
  /// Warnings found.
  package var warnings: Int

  /// A quality with every part given.
  package init(
    file: String,
    department: Ordinal<Department>?,
    rows: Int,
    refused: Int,
    errors: Int,
    warnings: Int
  ) {
    self.file = file
    self.department = department
    self.rows = rows
    self.refused = refused
    self.errors = errors
    self.warnings = warnings
  }
}

/// The cumulative scores of an earlier issue, for trends.
package struct TrendPoint: Sendable, Hashable {
  /// The period.
  package var period: Period
  /// Cumulative totals by unit, in scheme order; nil for a unit that had none.
  package var totals: [Decimal6?]
  /// Ranks in the category by unit, in scheme order.
  package var ranks: [Int?]

  /// A point with every part given.
  package init(period: Period, totals: [Decimal6?], ranks: [Int?]) {
    self.period = period
    self.totals = totals
    self.ranks = ranks
  }
}
