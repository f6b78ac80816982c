package import TongbaoModel

/// Some whole rows as they came from the file, not yet decoded or split.
///
/// `parse()` depends on nothing else, so that several threads may parse chunks at the same time.
package struct SheetChunk: Sendable {
  /// What is still to be done.
  enum Content: Sendable {
    case delimited(DelimitedRows)
    case records(RecordRows)
    case finished(RowBatch)
  }

  /// Position of the chunk in the file, from 0: results are to be joined in this order.
  package let number: Int
  let content: Content

  /// Decodes and splits the rows.
  ///
  /// Of the kinds in `full`, of which earlier chunks have said enough, diagnostics are only counted.
  /// Pure; linear in the chunk's size.
  package func parse(full: Set<DiagnosticKind> = []) -> ParsedChunk {
    switch content {
    case .delimited(let rows): rows.parse(full: full)
    case .records(let rows): ParsedChunk(batch: rows.batch(), diagnostics: DiagnosticLog())
    case .finished(let batch): ParsedChunk(batch: batch, diagnostics: DiagnosticLog())
    }
  }
}

/// The rows of a chunk, and what was found in them.
package struct ParsedChunk: Sendable {
  /// The rows.
  package let batch: RowBatch
  /// What is to be said of them.
  package let diagnostics: DiagnosticLog
}
