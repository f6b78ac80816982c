import TongbaoIntake
package import TongbaoModel
import TongbaoReading

/// All sheets of a question read, admitted and joined.
package struct Gathering: Sendable {
  /// One sheet after reading.
  package struct Sheet: Sendable {
    /// The sheet as it was asked for.
    package let input: SheetInput
    /// Rows that find no record now that sheets are joined.
    fileprivate var unbound: [UnboundRow] = []
    /// Rows counted by what became of them; nil where the file is refused as a whole.
    package fileprivate(set) var counts: SheetCounts?
    /// What was found in it, beside what joining found.
    package let log: DiagnosticLog
    /// How it was read; nil where the system did not let it be read.
    let description: SheetDescription?
    /// How its rows are read; nil where the file is refused.
    let plan: SheetPlan?

    /// Rows that do not count, as they came: read again, for most questions need only their number.
    ///
    /// O(size of the file) where there are any.
    package func refusedRows() throws(PipelineFailure) -> RefusedRows {
      guard let plan, let counts, counts.refused > 0 else { return RefusedRows() }
      return try SecondPass(input: input, plan: plan).refusedRows(unbound)
    }

    /// Whether the system let it be read.
    package var isReadable: Bool { description != nil }

    /// Columns that nothing is taken from.
    var unusedColumns: [String] { plan?.unusedColumns ?? [] }
  }

  /// The records of all sheets, joined.
  package let records: Records
  /// The sheets, in the order in which they were asked for.
  package private(set) var sheets: [Sheet]
  /// What was found in joining the sheets.
  package let joining: DiagnosticLog
  /// For every file of `records`, the position of its sheet.
  private let positions: [Int]

  /// Reads, admits and joins `inputs`, which stand in journal order; what joining finds in `silent`
  /// ones is not said.
  package init(
    _ inputs: [SheetInput],
    under scheme: Scheme,
    withdrawn: Set<WithdrawnMatter> = [],
    silent: Set<Int> = []
  ) async throws(PipelineFailure) {
    var outcomes = await SheetAdmission(scheme: scheme).admit(inputs)
    let whole = outcomes.indices.filter { outcomes[$0].sheet != nil }
    sheets = outcomes.map(Gathering.sheet)
    // Joining must be the only one to hold them, or they are copied.
    let joined = Records.joining(
      whole.compactMap { outcomes[$0].sheet.take() },
      withdrawn: Gathering.withdrawals(withdrawn, whole, scheme),
      silent: Set(whole.indices.filter { silent.contains(whole[$0]) }),
      mending: Gathering.mending(whole.map { inputs[$0] })
    )
    joining = joined.log
    records = joined.records
    positions = whole
    refuse(joined.unbound)
  }

  private static func sheet(_ outcome: SheetOutcome) -> Sheet {
    Sheet(
      input: outcome.input,
      counts: outcome.sheet.map { SheetCounts($0) },
      log: outcome.log,
      description: outcome.description,
      plan: outcome.sheet?.plan
    )
  }

  /// Rows whose record is not there, or not one alone, are refused like any other.
  private mutating func refuse(_ unbound: [Int: [UnboundRow]]) {
    for (file, rows) in unbound {
      sheets[positions[file]].unbound = rows
      sheets[positions[file]].counts?.refuse(rows.count)
    }
  }

  /// The positions of sheets with mended rows, and of those that first brought the rows.
  private static func mending(_ inputs: [SheetInput]) -> [Int: Int] {
    var originals: [Int: Int] = [:]
    for (index, input) in inputs.enumerated() {
      guard let path = input.original else { continue }
      originals[index] = inputs.firstIndex { $0.path == path }
    }
    return originals
  }

  private static func withdrawals(
    _ matters: Set<WithdrawnMatter>,
    _ whole: [Int],
    _ scheme: Scheme
  ) -> Set<Withdrawal> {
    let places = Dictionary(uniqueKeysWithValues: whole.enumerated().map { ($1, $0) })
    return Set(
      matters.compactMap { matter -> Withdrawal? in
        switch matter {
        case .sheet(let position): return places[position].map { .sheet($0) }
        case .record(let number, let department, let before):
          return .record(
            number,
            department: department.flatMap { id in
              scheme.departments.ordinals.first { scheme.departments[$0].id == id }
            },
            before: whole.prefix { $0 < before }.count
          )
        }
      }
    )
  }

  /// What was found, in every sheet and in joining them.
  package var log: DiagnosticLog {
    var log = DiagnosticLog()
    for sheet in sheets { log.append(contentsOf: sheet.log) }
    log.append(contentsOf: joining)
    return log
  }

  /// Why a sheet could not even be read, of the first such one; nil where all could.
  package var unreadable: Diagnostic? {
    sheets.first { !$0.isReadable }?.log.kept.first
  }

  /// The sheet from which a file of `records` was read.
  package func sheet(ofFile file: UInt32) -> Sheet {
    sheets[positions[Int(file)]]
  }

  /// The files of `records` that were read from the inputs at these positions.
  func files(ofInputs inputs: Set<Int>) -> Set<UInt32> {
    Set(positions.indices.filter { inputs.contains(positions[$0]) }.map { UInt32($0) })
  }

  /// The texts of chosen rows, read again from their files.
  ///
  /// O(size of the files that hold them).
  package func texts(
    of places: Set<RowReference>
  ) throws(PipelineFailure) -> RowTextIndex {
    var index = RowTextIndex()
    for (file, group) in Dictionary(grouping: places, by: \.file) {
      let sheet = sheet(ofFile: file)
      guard let plan = sheet.plan else { continue }
      let rows = Set(group.map { Int($0.row) })
      for found in try SecondPass(input: sheet.input, plan: plan).texts(of: rows) {
        index.add(found.texts.unfolded, at: RowReference(file: file, row: UInt32(found.row)))
      }
    }
    return index
  }
}

/// What the journal retracts.
package enum WithdrawnMatter: Sendable, Hashable {
  /// The sheet at this position of the question.
  case sheet(Int)
  /// A record number, of one department where its id is given, in the sheets before a position.
  case record(String, department: String?, before: Int)
}

/// Rows of a sheet by what became of them: `accepted + refused + nonRecords = rows`.
package struct SheetCounts: Sendable, Hashable {
  /// Kind of the sheet's records.
  package let kind: SheetKind
  /// All rows.
  package private(set) var rows: Int
  /// Rows that count.
  package private(set) var accepted: Int
  /// Rows in quarantine.
  package private(set) var refused: Int
  /// The kind's name as messages write it.
  package var title: Bilingual { kind.title }
  /// Titles, headers, blank rows, examples, footers and totals.
  package private(set) var nonRecords: Int

  init(_ sheet: AdmittedSheet) {
    let counts = sheet.counts
    kind = sheet.plan.kind
    rows = counts.rows
    accepted = counts.accepted
    refused = counts.refused
    nonRecords = counts.nonRecords
  }

  /// Accepted rows that proved wrong when sheets were joined.
  mutating func refuse(_ count: Int) {
    accepted -= count
    refused += count
  }
}

extension RowTexts {
  /// The texts with those of a carried verification under the names that a verification's own row has.
  fileprivate var unfolded: RowTexts {
    var texts = self
    for field in ["reply", "approvedBy"] where texts[field] == nil {
      texts[field] = texts["verification." + field]
    }
    return texts
  }
}
