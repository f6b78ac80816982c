package import TongbaoModel

/// What was found about a file as a whole; complete once `nextChunk()` has returned nil.
package struct SheetDescription: Sendable {
  /// The form of a table.
  package enum Form: String, Sendable {
    /// Delimited text.
    case csv
    /// Repeated elements whose children or attributes are the fields.
    case recordXML
    /// XML Spreadsheet 2003.
    case spreadsheet2003
    /// Flat OpenDocument spreadsheet.
    case flatODS
  }

  /// How lines end.
  package enum LineEnding: String, Sendable {
    case lineFeed
    case carriageReturn
    case carriageReturnLineFeed
    case mixed
  }

  /// The form; nil where the content is no table that can be read.
  package var form: Form?
  /// The encoding; nil where the file is empty or in another that XML declares.
  package var encoding: TextEncoding?
  /// Whether a byte order mark says so.
  package var hasByteOrderMark = false
  /// The delimiter of CSV, one ASCII byte.
  package var delimiter: UInt8?
  /// How the first lines of CSV end; nil for XML and for a single line without end.
  package var lineEnding: LineEnding?
  /// The worksheet that is read.
  package var sheet: String?
  /// All worksheets, in their order.
  package var sheetNames: [String] = []
  /// The name of the record element.
  package var recordElement: String?
  /// The fields of record XML in order of first appearance; the cells of a row stand in this order, and a
  /// row that came before a field was known simply has no cell for it.
  package var fields: [String] = []
  /// Whether the rows may count.
  ///
  /// False where the file must be refused as a whole: cut short, not well formed, no table. Rows
  /// may have been handed out before this was known.
  package var isWhole = true
  /// What was found outside of chunks.
  package var diagnostics = DiagnosticLog()

  /// Adds a diagnostic after which nothing of the file may count.
  mutating func refuse(_ diagnostic: Diagnostic) {
    isWhole = false
    diagnostics.append(diagnostic)
  }
}
