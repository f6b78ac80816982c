package import TongbaoModel

/// What one batch of rows gave: records, refusals, counts, and what its sheet must know of it.
package struct AdmittedBatch: Sendable {
  /// Rows counted by what became of them.
  package internal(set) var counts = RowCounts()
  /// What is wrong, odd or worth knowing in the rows.
  package internal(set) var log = DiagnosticLog()
  var refused: [RefusedPlace] = []
  var inspected = InspectedPart()
  var followUps: [PendingFollowUp] = []
  /// What inspection rows carry: bound already, to positions in the batch.
  var carried: [FollowUp] = []
  var measurements: [Measurement] = []
  /// The value's column of each measurement.
  var measuredColumns: [UInt32] = []
  var events: [Event] = []
  var carryovers: [Carryover] = []
  var teams: [String] = [""]
  var totals = TotalsTally()
  var swaps = SwapTally()
  var short = ShortRows()
  var open = OpenFollowUps()
  /// Leading rows whose blanks take a value that stands in an earlier batch.
  var deferred: RowBatch?
  /// The last value of each column that is filled down; nil where the batch holds none.
  var lastFilled: [[UInt8]?] = []
}

/// Rows of a sheet by what became of them: `accepted + refused + nonRecords` are all.
package struct RowCounts: Sendable, Hashable {
  /// All rows, the header's included.
  package var rows = 0
  /// Rows that count.
  package var accepted = 0
  /// Rows with an error.
  package var refused = 0
  /// Rows above the header.
  package var titles = 0
  /// Header rows, repeated ones too.
  package var headers = 0
  /// Rows without any text.
  package var blank = 0
  /// Example rows and instructions.
  package var examples = 0
  /// Signature lines and remarks below the table.
  package var footers = 0
  /// Rows of sums.
  package var totals = 0
  /// Rows of wide sheets that name a unit and no value.
  package var valueless = 0

  /// Rows that are no records.
  package var nonRecords: Int {
    titles + headers + blank + examples + footers + totals + valueless
  }

  /// No rows.
  package init() {}

  /// Adds the rows of another part of the sheet.
  mutating func add(_ other: RowCounts) {
    rows += other.rows
    accepted += other.accepted
    refused += other.refused
    titles += other.titles
    headers += other.headers
    blank += other.blank
    examples += other.examples
    footers += other.footers
    totals += other.totals
    valueless += other.valueless
  }
}

/// A row that does not count.
///
/// Its cells and errors are read again when quarantine needs them: a sheet may be wrong in every row.
struct RefusedPlace: Sendable {
  /// Fingerprint of the row's record number.
  let number: UInt64
  /// Line of the file or row of the worksheet.
  let row: UInt32
}

/// A follow-up whose record is not looked up yet.
struct PendingFollowUp: Sendable {
  let content: FollowUp.Content
  /// Fingerprint of the number that it names.
  let number: UInt64
  /// The number as written.
  let record: String
  let date: CalendarDate
  let row: UInt32
}
