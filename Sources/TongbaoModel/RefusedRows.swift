/// The rows of one sheet that do not count, ready to be written to quarantine, mended and dropped in again.
package struct RefusedRows: Sendable {
  /// One refused row as it came.
  package struct Row: Sendable {
    /// Line of the file or row of the worksheet, from 1.
    package var row: Int
    /// The cells as they came, in the order of `columns`.
    package var cells: [String]
    /// Why the row is refused: its errors, first the one to mend first.
    package var diagnostics: [Diagnostic]

    /// A refused row.
    package init(row: Int, cells: [String], diagnostics: [Diagnostic]) {
      self.row = row
      self.cells = cells
      self.diagnostics = diagnostics
    }
  }

  /// Column heads: the canonical field name where a column is known, else its own head.
  package var columns: [String]
  /// The refused rows, in file order.
  package var rows: [Row]

  /// Refused rows under their column heads.
  package init(columns: [String] = [], rows: [Row] = []) {
    self.columns = columns
    self.rows = rows
  }
}
