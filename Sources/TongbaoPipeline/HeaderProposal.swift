package import TongbaoIntake
package import TongbaoModel
import TongbaoReading

/// What `tongbao headers` says of a file: an entry of `sources:` for it, and what that would do.
package struct HeaderProposal: Sendable {
  /// One sheet of the file.
  package struct Sheet: Sendable {
    /// The worksheet; nil for text files and record XML.
    package let name: String?
    /// What is proposed for it; nil where it has no header.
    package let proposal: SheetProposal?
  }

  /// What an entry makes of the file.
  package struct Trial: Sendable {
    /// Rows by what became of them; nil where the file is refused as a whole.
    package let counts: SheetCounts?
    /// How many problems of each kind were found, the most frequent first.
    package let problems: [(kind: DiagnosticKind, count: Int)]
  }

  /// The file's name.
  package let name: String
  /// How the file is read, as pairs of a name and a value.
  package let facts: [ReadingFact]
  /// The sheets that were looked at.
  package let sheets: [Sheet]
  /// The sheet that the proposal is for.
  package let chosen: Sheet
  /// The entry for the file with all that is proposed; nil where none is needed, or none possible.
  package let entry: SourceEntry?
  /// The entry that the settings have for the file.
  package let present: SourceEntry
  /// What the rows come to with the proposed entry, or with the present one where none is proposed; nil
  /// without a scheme.
  package let trial: Trial?
  /// Why nothing can be proposed, or what is wrong with the file.
  package let log: DiagnosticLog
  /// The department of the entry, by name.
  let departmentName: String?
  /// Whether the settings have entries already.
  let hasSources: Bool

  /// What `proposal` says of the chosen sheet.
  package var proposal: SheetProposal? { chosen.proposal }
}

extension HeaderProposal {
  /// Sheets of a workbook that are looked at.
  private static let seenSheets = 20

  /// Looks at a file and proposes an entry for it; of a workbook at worksheet `sheet`, or at all where that
  /// is nil.
  ///
  /// As a sheet of `kind`, where one is given, whatever it looks like; the entry then names that kind.
  /// Without a scheme only heads and the look of values speak, and nothing is tried. The file is read
  /// twice, of a workbook once more for each sheet.
  package static func make(
    _ input: SheetInput,
    sheet: String? = nil,
    kind: SheetKind? = nil,
    scheme: Scheme?,
    hasSources: Bool
  ) async throws(PipelineFailure) -> HeaderProposal {
    let heads: [SheetHead]
    do throws(ReadingFailure) {
      heads = try SheetHead.all(of: input, most: seenSheets, only: sheet)
    } catch {
      throw .unreadable(error.diagnostic(name: input.name))
    }
    var asked = input
    if let kind { asked.entry.kind = kind }
    let sheets = heads.map { head in
      Sheet(name: head.description.sheet, proposal: propose(head, asked, scheme))
    }
    let position = sheet == nil ? best(sheets, isFixed: input.entry.sheet != nil) : heads.count - 1
    // Where nothing fits, the columns are shown all the same.
    let chosen = sheets[position ?? 0]
    let isFitting = chosen.proposal?.kind != nil
    // What is read as that kind anyway needs no entry to say so.
    let isKindNew =
      kind != nil && input.entry.kind != kind
      && propose(heads[position ?? 0], input, scheme)?.kind != kind
    let entry = entry(
      for: chosen,
      isReadAnyway: chosen.name == sheets[0].name && !isKindNew,
      isOtherSheet: chosen.name != sheets[0].name,
      input
    )
    var tried: Trial?
    var log = log(heads[position ?? 0], chosen.proposal, input)
    if let scheme, isFitting {
      let outcome = await admit(input, entry ?? input.entry, scheme)
      tried = Trial(outcome)
      reportLosses(outcome.log, to: &log)
    }
    return HeaderProposal(
      name: input.name,
      facts: heads[position ?? 0].description.readingFacts,
      sheets: sheets,
      chosen: chosen,
      entry: entry,
      present: input.entry,
      trial: tried,
      log: log,
      departmentName: scheme?.departments.first { $0.id == entry?.department }?.name,
      hasSources: hasSources
    )
  }

  /// The entry with all that is proposed; nil where the sheet is read as it is, or fits nothing.
  private static func entry(
    for sheet: Sheet,
    isReadAnyway: Bool,
    isOtherSheet: Bool,
    _ input: SheetInput
  ) -> SourceEntry? {
    guard let proposal = sheet.proposal, proposal.kind != nil, proposal.isNew || !isReadAnyway
    else { return nil }
    var entry = proposal.entry
    entry.files = FilePattern.of(input.name)
    if isOtherSheet { entry.sheet = sheet.name }
    return entry
  }

  private static func propose(
    _ head: SheetHead,
    _ input: SheetInput,
    _ scheme: Scheme?
  ) -> SheetProposal? {
    guard head.description.isWhole else { return nil }
    let scheme = scheme ?? .unknown
    return SheetProposal.propose(
      head: head.rows,
      recordNames: head.description.form == .recordXML ? head.description.fields : nil,
      context: SheetContext(
        file: input.name,
        worksheet: head.description.sheet,
        entry: input.entry,
        scheme: scheme,
        department: input.entry.department.flatMap { id in
          scheme.departments.ordinals.first { scheme.departments[$0].id == id }
        },
        lastDay: input.lastDay
      )
    )
  }

  /// The sheet that is read anyway, unless another one fits clearly better.
  private static func best(_ sheets: [Sheet], isFixed: Bool) -> Int? {
    let fitting = sheets.indices.filter { sheets[$0].proposal?.kind != nil }
    guard let first = fitting.first, !isFixed else { return fitting.first }
    let weights = sheets.map { $0.proposal?.weight ?? .min }
    let best = fitting.reduce(first) { weights[$1] > weights[$0] ? $1 : $0 }
    return first == 0 && weights[best] < weights[0] + 100 ? 0 : best
  }

  private static func log(
    _ head: SheetHead,
    _ proposal: SheetProposal?,
    _ input: SheetInput
  ) -> DiagnosticLog {
    var log = DiagnosticLog()
    for diagnostic in head.description.diagnostics.kept
    where diagnostic.kind.severity == .error || !head.description.isWhole {
      log.append(diagnostic)
    }
    guard proposal?.kind == nil, head.description.isWhole else { return log }
    let place = SourceLocation(file: input.name, sheet: head.description.sheet)
    let kind: DiagnosticKind =
      if head.rows.rows.isEmpty { .sheetEmpty } else {
        proposal == nil ? .headersNoHeader : .headersNoField
      }
    log.append(Diagnostic(kind, at: place))
    return log
  }

  private static func admit(
    _ input: SheetInput,
    _ entry: SourceEntry,
    _ scheme: Scheme
  ) async -> SheetOutcome {
    var input = input
    input.entry = entry
    return await SheetAdmission(scheme: scheme).admit(input)
  }

  /// What damage of the file costs rows is an error here too, as it is where it breaks an XML file.
  private static func reportLosses(_ found: DiagnosticLog, to log: inout DiagnosticLog) {
    let known = Set(log.counts.keys)
    for diagnostic in found.kept
    where diagnostic.kind.severity == .error && !known.contains(diagnostic.kind)
      && lossKinds.contains(diagnostic.kind.code)
    {
      log.append(diagnostic)
    }
  }

  /// Damage by which rows are lost.
  private static let lossKinds: Set<String> = [
    "csv.unclosed-quote", "csv.nul-byte", "csv.row-too-long", "csv.too-many-columns",
    "encoding.undecodable", "value.undecodable", "value.row-cut-off",
  ]
}

extension HeaderProposal.Trial {
  /// What came of reading a file.
  fileprivate init(_ outcome: SheetOutcome) {
    let problems = outcome.log.counts.filter { $0.key.severity > .note }
      .sorted { ($1.value, $0.key.code) < ($0.value, $1.key.code) }
    self.init(
      counts: outcome.sheet.map { SheetCounts($0) },
      problems: problems.map { ($0.key, $0.value) }
    )
  }
}

/// The first rows of a sheet, and what is known of it at its end.
private struct SheetHead {
  /// Rows that are looked at.
  private static let seenRows = 1_000

  let rows: RowBatch
  let description: SheetDescription

  private init(_ input: SheetInput, sheet: String?) throws(ReadingFailure) {
    var options = ReadingOptions(input.entry)
    if let sheet { options.sheet = sheet }
    var reader = try SheetReader(path: input.path, name: input.name, options: options)
    var rows: RowBatch?
    // To the end: only there all fields of record XML are known, and whether the file is whole.
    while let chunk = try reader.nextChunk() {
      if rows == nil, case let batch = chunk.parse().batch, !batch.rows.isEmpty {
        rows = batch.firstRows(SheetHead.seenRows)
      }
    }
    self.rows = rows ?? RowBatch()
    description = reader.description
  }

  /// The sheet that is read anyway, then the others of its workbook, or of them only one.
  static func all(
    of input: SheetInput,
    most: Int,
    only sheet: String?
  ) throws(ReadingFailure) -> [SheetHead] {
    var heads = [try SheetHead(input, sheet: nil)]
    let first = heads[0].description
    if let sheet {
      if sheet != first.sheet { heads.append(try SheetHead(input, sheet: sheet)) }
      return heads
    }
    guard input.entry.sheet == nil, first.isWhole else { return heads }
    for name in first.sheetNames.filter({ $0 != first.sheet }).prefix(most) {
      heads.append(try SheetHead(input, sheet: name))
    }
    return heads
  }
}
