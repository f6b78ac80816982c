import TongbaoModel

/// Something wrong with a cell of the row at hand; it becomes a diagnostic when the row is known to
/// be a record.
struct Problem {
  let kind: DiagnosticKind
  let role: Role
  let column: Int?
  let text: String?
  let facts: [String: Fact]
  /// The offending bytes of the batch, where they are less than the cell.
  var range: Range<Int>? = nil
}

/// A row of a batch: where its cells are.
struct RowCells {
  let index: Int
  let first: Int
  let count: Int
  let line: UInt32
  /// Whether reading has reported an error in the row.
  let isRefused: Bool
  /// Whether the file ends with the row, without a line end.
  var isUnterminated = false
}

/// The cells of a batch.
typealias Cells = Span<RowBatch.Cell>
