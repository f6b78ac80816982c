/// What a department's sheets ask for beyond need (减负表).
package struct DepartmentBurden: Sendable, Hashable {
  /// The department.
  package var department: Ordinal<Department>
  /// Columns that no rule uses.
  package var unusedColumns: [String]
  /// Sheets with rows of the period that were sent twice.
  package var repeatedSheets: Int
  /// Rows of the period, findings and visits, refused as ledger evidence.
  package var refusedAsLedger: Int
  /// Sheets with rows of the period that came when its circular was out already.
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
