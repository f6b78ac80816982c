package import TongbaoModel

/// How the rows of one sheet become records, found from its head: an immutable value for any
/// thread.
package struct SheetPlan: Sendable {
  /// Kind of the sheet.
  package let kind: SheetKind
  /// Lines of the header rows; nil for record XML.
  package let headerLines: ClosedRange<Int>?
  /// Heads as they stand, rows joined with `/`.
  package let heads: [String]
  /// Column heads for quarantine: the canonical name where a column is known (`rectification.date`
  /// for a follow-up's own), else the head as it is.
  package let columnNames: [String]
  /// The sheet as records refer to it.
  package let file: SheetFile
  /// Canonical field names that a column or constant gives, for `rows` and `headers`.
  package let fields: [String]

  let context: SheetContext
  let columns: ColumnMap
  let carried: [CarriedColumns]
  let wide: [KindMatch.WideColumn]
  let names: SchemeNames
  let constants: [(field: Field, text: [UInt8])]
  /// How the number of a row is made of its other texts; nil where a column gives it, or nothing.
  let number: ComposedNumber?
  /// Columns whose blanks take the value above, and whether only where a merge says so.
  let fills: [FillColumn]
  let rules: SchemeRules
  /// Cells that each row of a text file should have; 0 where the form leaves blank ones out.
  let width: Int
  /// Whether rows leave out cells at their end, as the first ones below the header show.
  let leavesOutBlanks: Bool
  /// Columns that a totals row is checked in.
  let summed: [SummedColumn]
}

/// A column whose blanks take the value above.
struct FillColumn: Sendable {
  let column: Int
  /// Whether only cells that a merge covers are filled.
  let onlyMerged: Bool
}

/// A column whose sum a totals row states.
struct SummedColumn: Sendable {
  let column: Int
  let field: Field
}

/// What the scheme says of units and indicators, laid out for looking up once per row.
struct SchemeRules: Sendable {
  let unitDays: [DateRange]
  let projectDays: [DateRange]
  let isPercentage: [Bool]
  let needsFinding: [Bool]
  let matters: Matters
  let refusedEvidence: Set<FoldedName>
  private let units: Int
  private let applies: [Bool]

  init(_ scheme: Scheme) {
    unitDays = scheme.units.map(\.days)
    projectDays = scheme.indicators.map { scheme.projects[$0.project].days }
    isPercentage = scheme.indicators.map(\.isPercentage)
    needsFinding = scheme.severities.map(\.points.isPositive)
    matters = Matters(scheme)
    refusedEvidence = Set(scheme.refusedEvidence.map { FoldedName($0) })
    units = scheme.units.count
    applies = scheme.indicators.flatMap { indicator in
      scheme.units.ordinals.map { indicator.applies(to: $0) }
    }
  }

  /// Whether an indicator counts for a unit.
  func applies(_ indicator: Int, to unit: Int) -> Bool { applies[indicator * units + unit] }
}
