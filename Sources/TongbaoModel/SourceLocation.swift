/// A place in an input file.
///
/// Text files and record XML have lines and columns; workbooks have a sheet and a cell.
package struct SourceLocation: Sendable, Hashable {
  /// The file's name as a reader knows it, without its folder.
  package let file: String
  /// The worksheet, in workbooks.
  package let sheet: String?
  /// Line or worksheet row, from 1.
  package let line: Int?
  /// Column in characters, or worksheet column, from 1.
  package let column: Int?

  /// A place in `file`.
  package init(file: String, sheet: String? = nil, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.sheet = sheet
    self.line = line
    self.column = column
  }

  /// The letters of worksheet column `number` (1 → A, 27 → AA).
  package static func columnLetters(_ number: Int) -> String {
    var letters = ""
    var rest = number
    while rest > 0 {
      let scalar = UnicodeScalar(UInt8(65 + (rest - 1) % 26))
      letters = String(scalar) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}

extension SourceLocation: CustomStringConvertible {
  /// `file:12:5`, `file:12`, `file:Sheet!D14` or `file`.
  package var description: String {
    guard let line else { return file }
    guard sheet == nil, let column else { return linePrefix + String(line) }
    return linePrefix + "\(line):\(column)"
  }

  /// What stands before the line in a place as it is printed: `file:` or `file:Sheet!D`.
  package var linePrefix: String {
    guard let sheet else { return file + ":" }
    return "\(file):\(sheet)!\(SourceLocation.columnLetters(column ?? 1))"
  }
}
