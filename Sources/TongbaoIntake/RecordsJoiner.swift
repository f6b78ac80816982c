package import TongbaoModel

/// A withdrawal of the journal (`tongbao withdraw`).
package enum Withdrawal: Sendable, Hashable {
  /// The sheet at this position.
  case sheet(Int)
  /// A record number; of one department where given, in the sheets before a position: what comes
  /// later counts again.
  case record(String, department: Ordinal<Department>?, before: Int)
}

/// A follow-up row that finds no record: it does not count and goes to quarantine like any refused
/// row.
package struct UnboundRow: Sendable {
  /// Line of the file or row of the worksheet.
  package let row: Int
  /// Fingerprint of the number, which tells it from other records on one line of XML.
  let number: UInt64
  /// Why it finds none.
  package let diagnostic: Diagnostic
}

/// The records of all sheets joined, and what did not join.
package struct JoinedRecords: Sendable {
  /// What counts.
  package internal(set) var records = Records()
  /// Repetitions, replacements, withdrawals and follow-ups without record.
  package internal(set) var log = DiagnosticLog()
  /// Follow-up rows that find no record, by position of their sheet.
  package internal(set) var unbound: [Int: [UnboundRow]] = [:]
}

extension Records {
  /// Joins sheets that stand in journal order: repetitions fall away, later rows replace earlier
  /// ones of the same identity, follow-ups are bound to their records.
  ///
  /// Source: sheets.md §1.
  ///
  /// Of the rows of `silent` sheets nothing is said. The sheets of `mending` hold rows that their
  /// originals, which stand before them, brought first.
  ///
  /// O(records); a visit takes 32 bytes, and 2 more while joining, 16 where its number stands twice.
  package static func joining(
    _ sheets: consuming [AdmittedSheet],
    withdrawn: Set<Withdrawal> = [],
    silent: Set<Int> = [],
    mending: [Int: Int] = [:]
  ) -> JoinedRecords {
    var joiner = RecordsJoiner(sheets, withdrawn, silent, mending)
    return joiner.join()
  }
}

/// The joining at work.
struct RecordsJoiner {
  var sheets: [AdmittedSheet]
  let withdrawn: Withdrawals
  /// Sheets of whose rows nothing is said.
  private let silent: Set<Int>
  /// Sheets with mended rows, and the sheets that first brought those.
  let mending: [Int: Int]
  /// Each sheet's department, from 1; 0 for none.
  let departments: [Int]
  var joined = JoinedRecords()
  var index = IdentityIndex()
  /// Positions of replaced, repeated and withdrawn records, by list.
  var goneVisits: Set<Int> = []
  var goneInspections: Set<Int> = []
  /// Numbers that a withdrawal took away.
  var withdrawnNumbers: Set<UInt64> = []
  /// First visit and first inspection of each sheet in the joined lists.
  var firstVisits: [Int] = []
  var firstInspections: [Int] = []
  /// Events and carried-over findings that have a number, by its fingerprint.
  var eventsByNumber: [UInt64: [Int]] = [:]
  var carryoversByNumber: [UInt64: [Int]] = [:]
  private var teamPositions: [String: UInt16] = ["": 0]

  init(
    _ sheets: consuming [AdmittedSheet],
    _ withdrawn: Set<Withdrawal>,
    _ silent: Set<Int>,
    _ mending: [Int: Int]
  ) {
    self.sheets = sheets
    self.mending = mending
    self.silent = silent
    self.withdrawn = Withdrawals(withdrawn)
    departments = self.sheets.map { sheet in sheet.plan.file.department.map { $0.index + 1 } ?? 0 }
  }

  mutating func join() -> JoinedRecords {
    joined.records.files = sheets.map(\.plan.file)
    for position in sheets.indices { take(position) }
    indexRecords()
    joinEvents()
    joinCarryovers()
    bindFollowUps()
    joinMeasurements()
    dropGone()
    return joined
  }

  /// Where a record's department stands in keys: 0 for none.
  func department(_ file: UInt32) -> Int { departments[Int(file)] }

  /// Moves a sheet's visits and inspections into the joined lists.
  private mutating func take(_ position: Int) {
    firstVisits.append(joined.records.visits.count)
    firstInspections.append(joined.records.inspections.count)
    let teams = sheets[position].teams.map { intern($0) }
    sheets[position].moveInspected(to: &joined.records, file: UInt32(position), teams: teams)
    if withdrawn.sheets.contains(position) { withdraw(sheet: position) }
  }

  private mutating func withdraw(sheet position: Int) {
    let file = joined.records.files[position]
    say(
      of: RowReference(file: UInt32(position), row: 0),
      Diagnostic(.withdrawnSheet, at: SourceLocation(file: file.name, sheet: file.sheet))
    )
    for visit in firstVisits[position]..<joined.records.visits.count {
      goneVisits.insert(visit)
      withdrawnNumbers.insert(joined.records.visits[visit].number)
    }
    for inspection in firstInspections[position]..<joined.records.inspections.count {
      goneInspections.insert(inspection)
      withdrawnNumbers.insert(joined.records.inspections[inspection].number)
    }
  }

  private mutating func intern(_ team: String) -> UInt16 {
    if let position = teamPositions[team] { return position }
    guard let position = UInt16(exactly: joined.records.teams.count) else { return 0 }
    joined.records.teams.append(team)
    teamPositions[team] = position
    return position
  }

  /// Keeps what is found of a row, unless nothing is to be said of its sheet.
  mutating func say(of place: RowReference, _ diagnostic: Diagnostic) {
    if silent.isEmpty || !silent.contains(Int(place.file)) { joined.log.append(diagnostic) }
  }

  /// Keeps what is found of two rows, unless nothing is to be said of the later one's sheet; of a mended
  /// row, which may come before the row of its original that rules over it, it is said.
  mutating func say(
    of later: RowReference,
    before earlier: RowReference,
    _ diagnostic: Diagnostic
  ) {
    let isOverMended = silent.contains(Int(later.file)) && mending[Int(earlier.file)] != nil
    say(of: isOverMended ? earlier : later, diagnostic)
  }

  /// The place of a row as messages print it.
  func location(_ place: RowReference) -> SourceLocation {
    let file = joined.records.files[Int(place.file)]
    return SourceLocation(
      file: file.name,
      sheet: file.sheet,
      line: Int(place.row),
      column: file.keyColumn
    )
  }
}

/// The withdrawals of a run, by what they take away.
struct Withdrawals {
  let sheets: Set<Int>
  private let records: [UInt64: [(department: Int?, before: Int)]]

  init(_ withdrawals: Set<Withdrawal>) {
    var sheets: Set<Int> = []
    var records: [UInt64: [(department: Int?, before: Int)]] = [:]
    for withdrawal in withdrawals {
      switch withdrawal {
      case .sheet(let position): sheets.insert(position)
      case .record(let number, let department, let before):
        records[Fingerprint.of(number: FoldedName(number)), default: []]
          .append((department.map { $0.index + 1 }, before))
      }
    }
    self.sheets = sheets
    self.records = records
  }

  /// Numbers of withdrawn records.
  var numbers: Dictionary<UInt64, [(department: Int?, before: Int)]>.Keys { records.keys }

  /// Whether no record is withdrawn.
  var hasNoRecords: Bool { records.isEmpty }

  /// Whether a record with this number, of a sheet of this department, is withdrawn.
  func contains(_ number: UInt64, _ department: Int, _ file: UInt32) -> Bool {
    guard let entries = records[number] else { return false }
    return entries.contains {
      ($0.department == nil || $0.department == department) && Int(file) < $0.before
    }
  }
}

extension Inspection {
  /// Fingerprint of the record number.
  var number: UInt64 { Fingerprint.of(record: record) }
}

extension Fingerprint {
  /// The fingerprint of a record number kept as text.
  static func of(record: String) -> UInt64 {
    let bytes = record.utf8
    return ofNumber(ByteText(start: 0, end: bytes.count), bytes.span)
  }
}
