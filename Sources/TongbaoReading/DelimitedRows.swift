import TongbaoModel

/// Whole rows of CSV before decoding.
struct DelimitedRows: Sendable {
  /// The bytes: in `encoding`, or in UTF-8 where reading had to decode to find the rows.
  var bytes: [UInt8]
  /// The encoding of `bytes`; nil where they have been decoded.
  var encoding: TextEncoding?
  /// Where bytes did not decode, if they have been decoded.
  var faults: [DecodedText.Fault] = []
  /// The encoding of the file.
  var sourceEncoding: TextEncoding
  /// Line of the first byte, from 1.
  var line: Int
  /// The delimiter.
  var delimiter: UInt8
  /// Whether this is the beginning of one row that is too long, its rest left out.
  var isTooLong = false
  /// The file's name, for places.
  var file: String
  /// The bounds.
  var limits: ReadingLimits

  /// Decodes and splits.
  ///
  /// Of the kinds in `full` diagnostics are only counted.
  func parse(full: Set<DiagnosticKind> = []) -> ParsedChunk {
    let text =
      encoding.map { TextDecoder.decodeWhole(bytes, $0) }
      ?? DecodedText(bytes: bytes, faults: faults)
    return isTooLong ? refusedRow(text) : rows(of: text, full)
  }

  private func rows(of text: DecodedText, _ full: Set<DiagnosticKind>) -> ParsedChunk {
    var parser = RowParser(
      delimiter: delimiter,
      line: line,
      maximumColumns: limits.columns,
      faults: text.faults
    )
    text.bytes.withView { parser.parse($0) }
    var batch = RowBatch()
    batch.bytes = text.bytes
    // Adding nothing would still copy the text.
    if !parser.rewritten.isEmpty { batch.bytes += parser.rewritten }
    batch.cells = parser.cells
    batch.rows = parser.rows
    batch.origins = parser.origins
    var log = DiagnosticLog(full: full)
    for finding in parser.findings { report(finding, batch, &log) }
    report(text.faults, batch, &log)
    log.sortByPlace()
    return ParsedChunk(batch: batch, diagnostics: log)
  }

  /// One refused row that holds the beginning of what came.
  private func refusedRow(_ text: DecodedText) -> ParsedChunk {
    var batch = RowBatch()
    batch.bytes = text.bytes
    let end = UInt32(text.bytes.count)
    batch.cells = [RowBatch.Cell(start: 0, end: end, marks: .undecodable)]
    let line = UInt32(clamping: line)
    batch.rows = [RowBatch.Row(firstCell: 0, line: line, textEnd: end, marks: .refused)]
    var log = DiagnosticLog()
    log.append(
      Diagnostic(
        .csvRowTooLong,
        at: batch.location(ofByte: 0, inRow: 0, file: file),
        facts: ["limit": .number(limits.rowBytes >> 20)]
      )
    )
    return ParsedChunk(batch: batch, diagnostics: log)
  }

  /// Places cost the length of the row, so none is sought for what will not be kept.
  private func report(
    _ finding: RowParser.Finding,
    _ batch: RowBatch,
    _ log: inout DiagnosticLog
  ) {
    let kind = finding.kind.diagnostic
    log.append(kind) {
      let place = batch.location(ofByte: finding.range.lowerBound, inRow: finding.row, file: file)
      let excerpt = batch.excerpt(ofBytes: finding.range, inRow: finding.row)
      let text = excerpt.map { String($0.line.dropFirst($0.start).prefix($0.length)) }
      let facts: [String: Fact] = [
        "opened": .number(place.line ?? 0), "limit": .number(limits.columns),
      ]
      return Diagnostic(kind, at: place, text: text, facts: facts, excerpt: excerpt)
    }
  }

  /// Faults and rows both stand in order, so one walk finds each fault's row.
  private func report(
    _ faults: [DecodedText.Fault],
    _ batch: RowBatch,
    _ log: inout DiagnosticLog
  ) {
    var row = 0
    for fault in faults {
      while row + 1 < batch.rows.count, Int(batch.rows[row + 1].textStart) <= fault.start {
        row += 1
      }
      let kind: DiagnosticKind = fault.isNul ? .csvNulByte : .encodingUndecodable
      let range = fault.start..<fault.end
      log.append(kind) {
        Diagnostic(
          kind,
          at: batch.location(ofByte: fault.start, inRow: row, file: file),
          text: String(decoding: batch.bytes[range].prefix(64), as: UTF8.self),
          facts: ["encoding": .text(sourceEncoding.printedName)],
          excerpt: batch.excerpt(ofBytes: range, inRow: row)
        )
      }
    }
  }
}

extension RowParser.Finding.Kind {
  /// The diagnostic that tells of it.
  fileprivate var diagnostic: DiagnosticKind {
    switch self {
    case .unclosedQuote: .csvUnclosedQuote
    case .textAfterQuote: .csvTextAfterQuote
    case .tooManyColumns: .csvTooManyColumns
    }
  }
}
