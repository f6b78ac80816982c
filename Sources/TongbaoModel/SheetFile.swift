/// A sheet of a run, as records refer to it by position.
package struct SheetFile: Sendable, Hashable {
  /// Name as readers know it, without its folder.
  package var name: String
  /// The worksheet, in workbooks.
  package var sheet: String?
  /// Worksheet column of the record number, from 1, in workbooks.
  package var keyColumn: Int?
  /// The department that sent it; nil where its source entry names none.
  package var department: Ordinal<Department>?

  /// A sheet.
  package init(
    name: String,
    sheet: String? = nil,
    keyColumn: Int? = nil,
    department: Ordinal<Department>? = nil
  ) {
    self.name = name
    self.sheet = sheet
    self.keyColumn = keyColumn
    self.department = department
  }

  /// What stands before the number of a row where its place is printed: `file:` or `file:Sheet!A`.
  package var rowPrefix: String {
    SourceLocation(file: name, sheet: sheet, column: keyColumn).linePrefix
  }
}

/// A row of a sheet of this run.
@usableFromInline
package struct RowReference: Sendable, Hashable, Comparable {
  /// Position of the sheet in reading order.
  @usableFromInline package var file: UInt32
  /// Line of the file or row of the worksheet, from 1.
  @usableFromInline package var row: UInt32

  /// Row `row` of sheet `file`.
  package init(file: UInt32, row: UInt32) {
    self.file = file
    self.row = row
  }

  /// Reading order: journal order, then row.
  @inlinable package static func < (left: RowReference, right: RowReference) -> Bool {
    left.file != right.file ? left.file < right.file : left.row < right.row
  }
}
