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

  /// Reads the file at `path` and hands every row to `emit`: its line and its cells.
  ///
  /// Record XML begins with its field names, at line 0. Of spreadsheets, trailing empty cells and
  /// rows are left out.
  package static func read(
    _ path: String,
    entry: SourceEntry,
    emit: (_ line: Int, _ cells: [String]) -> Void
  ) throws(PipelineFailure) -> RawRows {
    let name = SheetInput.name(ofPath: path)
    do throws(ReadingFailure) {
      let options = ReadingOptions(entry)
      let form = RowForm(try describe(path, name, options))
      if let fields = form.fields { emit(0, fields) }
      var log = DiagnosticLog()
      var blanks = 0
      var reader = try SheetReader(path: path, name: name, options: options)
      while let chunk = try reader.nextChunk() {
        let parsed = chunk.parse()
        log.append(contentsOf: parsed.diagnostics)
        blanks = form.emit(parsed.batch, afterBlanks: blanks, to: emit)
      }
      let description = reader.description
      log.append(contentsOf: description.diagnostics)
      return RawRows(facts: description.readingFacts, log: log, isWhole: description.isWhole)
    } catch {
      throw .unreadable(error.diagnostic(name: name))
    }
  }

  /// What the end of the file has to say: only then are all field names of record XML known.
  private static func describe(
    _ path: String,
    _ name: String,
    _ options: ReadingOptions
  ) throws(ReadingFailure) -> SheetDescription {
    var reader = try SheetReader(path: path, name: name, options: options)
    guard reader.description.form != .csv else { return reader.description }
    while try reader.nextChunk() != nil {}
    return reader.description
  }
}

/// How the rows of a form of file are shown.
private struct RowForm {
  /// Field names of record XML.
  let fields: [String]?
  /// Whether empty cells and rows at the end are left out.
  let isSpreadsheet: Bool

  init(_ description: SheetDescription) {
    fields = description.form == .recordXML ? description.fields : nil
    isSpreadsheet = description.form == .spreadsheet2003 || description.form == .flatODS
  }

  /// Emits the rows of a batch; empty rows of spreadsheets wait until a row follows that is not.
  func emit(
    _ batch: RowBatch,
    afterBlanks: Int,
    to emit: (_ line: Int, _ cells: [String]) -> Void
  ) -> Int {
    var blanks = afterBlanks
    for row in batch.rows.indices {
      var cells = batch.cellRange(ofRow: row).map { batch.text(of: batch.cells[$0]) }
      let line = Int(batch.rows[row].line)
      if let fields {
        cells += Array(repeating: "", count: max(0, fields.count - cells.count))
      } else if isSpreadsheet {
        cells.removeSubrange(((cells.lastIndex { !$0.isEmpty } ?? -1) + 1)...)
        guard !cells.isEmpty else {
          blanks += 1
          continue
        }
        for blank in 0..<blanks { emit(line - blanks + blank, []) }
        blanks = 0
      }
      emit(line, cells)
    }
    return blanks
  }
}
