/// A few thousand rows of one sheet as bytes and offsets: no String per field, no array per row.
///
/// Reading makes batches, Intake takes values from them. Bytes are UTF-8 whatever the file's encoding was.
package struct RowBatch: Sendable {
  /// One cell: a range of `bytes`, unquoted and unescaped.
  package struct Cell: Sendable {
    /// First byte of the value.
    package var start: UInt32
    /// One past its last byte.
    package var end: UInt32
    /// What the source says of the cell beyond its text.
    package var marks: CellMarks

    /// A cell of the bytes `start..<end`.
    @inlinable
    package init(start: UInt32, end: UInt32, marks: CellMarks = CellMarks(rawValue: 0)) {
      self.start = start
      self.end = end
      self.marks = marks
    }
  }

  /// One row: a range of cells and the place it came from.
  package struct Row: Sendable {
    /// First cell in `cells`; the row ends where the next one begins.
    package var firstCell: UInt32
    /// Line in the file, or row of the worksheet, from 1.
    package var line: UInt32
    /// The row's original text in `bytes`, line end excluded; empty for XML.
    package var textStart: UInt32
    /// One past the original text.
    package var textEnd: UInt32
    /// What reading found of the row as a whole.
    package var marks: RowMarks

    /// A row whose cells begin at `firstCell`.
    @inlinable
    package init(
      firstCell: UInt32,
      line: UInt32,
      textStart: UInt32 = 0,
      textEnd: UInt32 = 0,
      marks: RowMarks = RowMarks(rawValue: 0)
    ) {
      self.firstCell = firstCell
      self.line = line
      self.textStart = textStart
      self.textEnd = textEnd
      self.marks = marks
    }
  }

  /// Where in the original text a cell stands whose value had to be written anew.
  package struct Origin: Sendable {
    /// The cell, an index into `cells`.
    package var cell: UInt32
    /// First byte of the field in the original text, its quote included.
    package var start: UInt32
    /// One past its last byte.
    package var end: UInt32

    /// Cell `cell` stands in the bytes `start..<end`.
    package init(cell: UInt32, start: UInt32, end: UInt32) {
      self.cell = cell
      self.start = start
      self.end = end
    }
  }

  /// The text of all cells, and the original lines.
  package var bytes: [UInt8]
  /// All cells, row by row.
  package var cells: [Cell]
  /// All rows, in file order.
  package var rows: [Row]
  /// The cells whose bytes lie outside their row's text (doubled quotes resolved), by cell.
  package var origins: [Origin]

  /// An empty batch.
  package init() {
    bytes = []
    cells = []
    rows = []
    origins = []
  }

  /// The cells of row `index`.
  package func cellRange(ofRow index: Int) -> Range<Int> {
    let next = index + 1
    let end = next < rows.count ? Int(rows[next].firstCell) : cells.count
    return Int(rows[index].firstCell)..<end
  }

  /// The text of a cell.
  ///
  /// For pages and messages; the hot path reads bytes.
  package func text(of cell: Cell) -> String {
    String(decoding: bytes[Int(cell.start)..<Int(cell.end)], as: UTF8.self)
  }

  /// The original text of row `index`, empty for XML.
  package func originalText(ofRow index: Int) -> String {
    let row = rows[index]
    return String(decoding: bytes[Int(row.textStart)..<Int(row.textEnd)], as: UTF8.self)
  }
}

/// What reading found of a row as a whole.
package struct RowMarks: OptionSet, Sendable {
  package let rawValue: UInt8

  @inlinable
  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Reading has reported an error that spoils the row (an unclosed quote, a row too long): refuse it.
  package static let refused = RowMarks(rawValue: 1)
  /// The file ends with the row, without a line end.
  package static let unterminated = RowMarks(rawValue: 2)
}

/// What a source says of a cell beyond its text.
package struct CellMarks: OptionSet, Sendable {
  package let rawValue: UInt8

  @inlinable
  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// A spreadsheet number shown as a percentage: 0.98 means 98 %.
  package static let percentStyled = CellMarks(rawValue: 1)
  /// A cell below or right of a merged one; blank of itself.
  package static let coveredByMerge = CellMarks(rawValue: 2)
  /// Contains bytes that did not decode; the value must not be used.
  package static let undecodable = CellMarks(rawValue: 4)
  /// Stood in quotes in a CSV file.
  package static let quoted = CellMarks(rawValue: 8)
  /// Typed as a number, date or boolean by a spreadsheet.
  package static let typed = CellMarks(rawValue: 16)
  /// Below the first row of a merge over several rows: may take the value from above.
  package static let mergedFromAbove = CellMarks(rawValue: 32)
}
