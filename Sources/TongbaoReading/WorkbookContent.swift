import TongbaoModel

/// Something wrong in a worksheet, at a cell.
struct WorkbookProblem: Sendable, Equatable {
  /// What is wrong.
  enum Kind: Sendable, Equatable {
    /// An index that is zero, goes back, or lies beyond the last row or column.
    case badIndex(Int)
    /// Values beyond the last row or column.
    case beyondEnd
  }

  /// What is wrong.
  var kind: Kind
  /// Worksheet row.
  var row: Int
  /// Worksheet column, where it is about one.
  var column: Int?
}

/// Listens to a workbook: first to learn its sheets, then to read one of them.
class WorkbookContent: XMLContent {
  /// What is known of a worksheet.
  struct Sheet: Sendable, Equatable {
    var name: String
    var isVisible = true
    var isEmpty = true
  }

  /// Why no worksheet can be chosen.
  enum NoSheet: Error, Equatable {
    case missing(String, [String])
    case allEmpty
  }

  /// The worksheets so far.
  final var sheets: [Sheet] = []
  /// The rows of the sheet that is read.
  final var rows: WorksheetRows
  /// Whether values may hold marks of undecodable bytes.
  final var mayHoldFaults = false
  /// The sheet to be read; nil while learning.
  let target: Int?
  private let limits: ReadingLimits
  private var isTooLong = false

  /// A listener that reads sheet `target`, or learns.
  init(target: Int?, _ options: ReadingOptions) {
    self.target = target
    limits = options.limits
    rows = WorksheetRows(limits: options.limits, batchBytes: options.batchBytes)
  }

  /// The listener for a form of workbook.
  static func make(
    _ form: SheetDescription.Form,
    target: Int?,
    _ options: ReadingOptions
  ) -> WorkbookContent {
    form == .flatODS
      ? FlatODSContent(target: target, options) : Spreadsheet2003Content(target: target, options)
  }

  /// The form of workbook that a root element begins; nil for other documents.
  static func form(ofRoot root: (name: String, namespace: String)?) -> SheetDescription.Form? {
    switch (root?.name, root?.namespace) {
    case ("Workbook", "urn:schemas-microsoft-com:office:spreadsheet"): .spreadsheet2003
    case ("document", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"): .flatODS
    default: nil
    }
  }

  override var refusal: XMLFault.Kind? {
    if isTooLong { return .valueTooLong }
    return rows.isTooLarge ? .tooManyCells : nil
  }

  /// Whether the current sheet is the one that is read.
  final var isReading: Bool { target.map { $0 == sheets.count - 1 } ?? false }

  /// What was wrong.
  final var problems: [WorkbookProblem] { rows.problems }

  /// Says that a value has grown too long.
  final func checkLength(_ count: Int) {
    if count > limits.valueBytes { isTooLong = true }
  }

  /// Takes the finished rows.
  final func takeReady() -> [RowBatch] {
    defer { rows.ready = [] }
    return rows.ready
  }

  /// Makes a chunk of all rows so far.
  final func flush() {
    rows.flush(isLast: true)
  }

  /// A value without the marks of undecodable bytes, and what it is then.
  final func resolved(_ value: [UInt8], _ marks: CellMarks) -> ([UInt8], CellMarks) {
    guard mayHoldFaults, let clean = RecordRows.withoutMarks(value[...]) else {
      return (value, marks)
    }
    return (clean, marks.union(.undecodable))
  }

  /// The sheet to read: the named one, else the first that is visible and not empty.
  final func chosen(_ name: String?) -> Result<Int, NoSheet> {
    if let name {
      let index = sheets.firstIndex { $0.name == name }
      return index.map { .success($0) } ?? .failure(.missing(name, sheets.map(\.name)))
    }
    let index = sheets.firstIndex { $0.isVisible && !$0.isEmpty }
    return index.map { .success($0) } ?? .failure(.allEmpty)
  }
}

extension Int {
  /// The number that a text says, clamped to what an Int holds; nil for no number.
  init?(index text: String?) {
    guard let trimmed = text?.drop(while: { $0 == " " }), !trimmed.isEmpty else { return nil }
    if let number = Int(trimmed) {
      self = number
      return
    }
    let digits = trimmed.first == "-" || trimmed.first == "+" ? trimmed.dropFirst() : trimmed
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    self = trimmed.first == "-" ? Int.min : Int.max
  }
}
