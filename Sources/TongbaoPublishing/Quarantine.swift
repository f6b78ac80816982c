import TongbaoFormats
package import TongbaoModel

/// Refused rows, ready to be mended and dropped in again.
///
/// Source: sheets.md §4.
///
/// A file that somebody has begun to mend is never overwritten or removed: what was written here is
/// known by its SHA-256, kept in a list beside the files.
package struct Quarantine: Sendable {
  private static let listName: FileName = ".written.sha256"
  private static let ending = ".rejected.csv"

  private let folder: Folder
  private let list: OpenFile
  private var written: Set<String>
  /// Files left alone because somebody has changed them.
  package private(set) var diagnostics: [Diagnostic] = []

  /// Opens the quarantine of a locked workspace.
  package init(of workspace: Workspace, lock: WorkspaceLock) throws(PublishingFailure) {
    folder = try workspace.folder(.quarantine)
    var bytes = try folder.bytes(of: Quarantine.listName) ?? []
    list = try folder.openForAppending(Quarantine.listName)
    if let last = bytes.last, last != 0x0A {
      // A torn last line would join the next one.
      bytes = Array(bytes[..<(bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)])
      try list.truncate(to: Int64(bytes.count))
    }
    written = Set(bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) })
  }

  /// The name of the file that holds the refused rows of a sheet.
  package static func fileName(of sheet: ArchivedSheet) -> String {
    let name = FileName(sheet.isMended ? sheet.originalName : sheet.name).safe()
    return sheet.digest.short + "-" + name + ending
  }

  /// Brings the files of refused rows up to date: writes those that changed, removes those of
  /// sheets that have none any more.
  ///
  /// Says how many rows lie there. O(rows).
  @discardableResult
  package mutating func update(
    _ refused: [(sheet: ArchivedSheet, rows: RefusedRows)],
    in language: Language
  ) throws(PublishingFailure) -> Int {
    var expected: Set<FileName> = []
    var count = 0
    for (sheet, rows) in refused where !rows.rows.isEmpty {
      let name = FileName(Quarantine.fileName(of: sheet))
      expected.insert(name)
      count += rows.rows.count
      try write(Quarantine.table(of: rows, in: language), as: name)
    }
    let names = try folder.names()
    // A file with reasons beside it was refused whole; it is nobody's rows.
    let refusedWhole = Set(names.map(\.description).filter { $0.hasSuffix(Archive.reasonsEnding) })
    for name in names where Quarantine.isOurs(name) && !expected.contains(name) {
      guard !refusedWhole.contains(name.description + Archive.reasonsEnding) else { continue }
      guard try isUntouched(name) else {
        diagnostics.append(
          Diagnostic(.quarantineChanged, at: SourceLocation(file: name.description))
        )
        continue
      }
      try folder.remove(name)
    }
    return count
  }

  private mutating func write(_ bytes: [UInt8], as name: FileName) throws(PublishingFailure) {
    let present = try folder.bytes(of: name)
    guard present != bytes else { return }
    let isOurs = try present == nil ? true : isUntouched(name)
    guard isOurs else {
      diagnostics.append(
        Diagnostic(.quarantineChanged, at: SourceLocation(file: name.description))
      )
      return
    }
    let line = Quarantine.line(ContentDigest(of: bytes), name)
    if written.insert(line).inserted {
      try list.write(Array(line.utf8) + [0x0A])
      try list.sync()
    }
    try folder.replace(name, with: bytes)
  }

  private func isUntouched(_ name: FileName) throws(PublishingFailure) -> Bool {
    guard let digest = try folder.digest(of: name) else { return true }
    return written.contains(Quarantine.line(digest, name))
  }

  private static func line(_ digest: ContentDigest, _ name: FileName) -> String {
    digest.hex + "  " + name.description
  }

  private static func isOurs(_ name: FileName) -> Bool {
    let text = name.description
    return text.hasSuffix(ending) && QuarantineName(text) != nil
  }

  /// The rows as CSV: UTF-8 with BOM, the rows as they came, then code, message and remedy of each.
  ///
  /// The code, message and remedy of an earlier refusal give way to the new ones.
  package static func table(of rows: RefusedRows, in language: Language) -> [UInt8] {
    let refused = withoutReasons(rows)
    let longest = refused.rows.reduce(0) { max($0, $1.cells.count) }
    // Beyond this width columns that no row reaches are left out: 30,000 heads would come with each row.
    let width = max(longest, min(refused.columns.count, widest))
    var writer = CSVWriter()
    writer.write(row: padded(Array(refused.columns.prefix(width)), to: width) + reasonHeads)
    for row in refused.rows {
      let separator = language == .chinese ? "；" : "; "
      let reasons = [
        row.diagnostics.map(\.kind.code).joined(separator: " "),
        row.diagnostics.map { $0.message(in: language) }.joined(separator: separator),
        row.diagnostics.map { $0.remedy(in: language) }.joined(separator: separator),
      ]
      writer.write(row: padded(row.cells, to: width) + reasons)
    }
    return writer.bytes
  }

  /// Columns that stand in the file whether rows reach them or not.
  private static let widest = 1_000

  private static let reasonHeads = ["code", "message", "remedy"]

  /// The rows without the columns that an earlier refusal has added to a mended file.
  private static func withoutReasons(_ refused: RefusedRows) -> RefusedRows {
    var dropped: Set<Int> = []
    let columns = refused.columns
    for start in columns.indices.dropLast(reasonHeads.count - 1)
    where columns[start..<start + reasonHeads.count].elementsEqual(reasonHeads) {
      dropped.formUnion(start..<start + reasonHeads.count)
    }
    guard !dropped.isEmpty else { return refused }
    func kept(_ cells: [String]) -> [String] {
      cells.indices.filter { !dropped.contains($0) }.map { cells[$0] }
    }
    let rows = refused.rows.map { row in
      RefusedRows.Row(row: row.row, cells: kept(row.cells), diagnostics: row.diagnostics)
    }
    return RefusedRows(columns: kept(columns), rows: rows)
  }

  private static func padded(_ cells: [String], to width: Int) -> [String] {
    cells + Array(repeating: "", count: max(0, width - cells.count))
  }
}
