import TongbaoFormats
package import TongbaoModel
import TongbaoReading

/// How a file is read, row by row, before anything is made of it: what `tongbao rows --raw` shows.
///
/// Rows go to the caller as they are read, so that memory stays flat for any file.
package struct RawRows: Sendable {
  /// How the file was read.
  package let facts: [ReadingFact]
  /// What is wrong with the file.
  package let log: DiagnosticLog
  /// Whether the rows may count.
  package let isWhole: Bool
  /// How many rows were emitted, the field names of record XML not counted.
  package let count: Int

  /// Reads the file at `path` and emits every row as a JSON array of strings, some lines at a time.
  ///
  /// Record XML begins with its field names. Of spreadsheets, trailing empty cells and rows are left out.
  package static func read(
    _ path: String,
    entry: SourceEntry,
    emit: (_ lines: [UInt8]) -> Void
  ) async throws(PipelineFailure) -> RawRows {
    let name = SheetInput.name(ofPath: path)
    do throws(ReadingFailure) {
      let options = ReadingOptions(entry)
      let form = RowForm(try await describe(path, name, options))
      if let fields = form.fields {
        var names = JSONRows()
        names.row(fields)
        emit(names.bytes)
      }
      var log = DiagnosticLog()
      var blanks = 0
      var count = 0
      var reader = try SheetReader(path: path, name: name, options: options)
      try await reader.inOrder(
        { chunk in
          {
            let parsed = chunk.parse()
            return (form.lines(of: parsed.batch), parsed.diagnostics)
          }
        },
        emit: { lines, diagnostics in
          log.append(contentsOf: diagnostics)
          if lines.rows.count > 0 {
            emit(RowForm.blankLines(blanks + lines.blanksBefore) + lines.rows.bytes)
            count += blanks + lines.blanksBefore + lines.rows.count
            blanks = 0
          }
          blanks += lines.rows.count > 0 ? lines.blanksAfter : lines.blanksBefore
        }
      )
      let description = reader.description
      log.append(contentsOf: description.diagnostics)
      return RawRows(
        facts: description.readingFacts,
        log: log,
        isWhole: description.isWhole,
        count: count
      )
    } catch {
      throw .unreadable(error.diagnostic(name: name))
    }
  }

  /// What the end of the file has to say: only then are all field names of record XML known.
  private static func describe(
    _ path: String,
    _ name: String,
    _ options: ReadingOptions
  ) async throws(ReadingFailure) -> SheetDescription {
    var reader = try SheetReader(path: path, name: name, options: options)
    guard reader.description.form != .csv else { return reader.description }
    while try await reader.nextChunkAhead() != nil {}
    return reader.description
  }
}

/// How the rows of a form of file are shown.
private struct RowForm: Sendable {
  /// The rows of a batch, and those of a spreadsheet that show only where a row follows them that is not empty.
  struct Lines: Sendable {
    var rows: JSONRows
    var blanksBefore = 0
    var blanksAfter = 0
  }

  /// Field names of record XML.
  let fields: [String]?
  /// Whether empty cells and rows at the end are left out.
  let isSpreadsheet: Bool

  init(_ description: SheetDescription) {
    fields = description.form == .recordXML ? description.fields : nil
    isSpreadsheet = description.form == .spreadsheet2003 || description.form == .flatODS
  }

  /// The rows of a batch.
  func lines(of batch: RowBatch) -> Lines {
    var lines = Lines(rows: JSONRows(capacity: batch.bytes.count + 4 * batch.cells.count))
    for row in batch.rows.indices {
      var cells = batch.cells[batch.cellRange(ofRow: row)]
      if isSpreadsheet {
        guard let last = cells.lastIndex(where: { $0.start < $0.end }) else {
          lines.blanksAfter += 1
          continue
        }
        cells = cells[...last]
        if lines.rows.count == 0 { lines.blanksBefore = lines.blanksAfter }
        for _ in 0..<(lines.rows.count == 0 ? 0 : lines.blanksAfter) { lines.rows.endRow() }
        lines.blanksAfter = 0
      }
      for cell in cells { lines.rows.cell(utf8: batch.bytes[Int(cell.start)..<Int(cell.end)]) }
      for _ in cells.count..<max(cells.count, fields?.count ?? 0) { lines.rows.cell(utf8: []) }
      lines.rows.endRow()
    }
    if lines.rows.count == 0 { swap(&lines.blanksBefore, &lines.blanksAfter) }
    return lines
  }

  /// So many empty rows.
  static func blankLines(_ count: Int) -> [UInt8] {
    var rows = JSONRows()
    for _ in 0..<count { rows.endRow() }
    return rows.bytes
  }
}
