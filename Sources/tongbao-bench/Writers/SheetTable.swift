import TongbaoModel

/// A cell before it takes the form of a file.
enum SheetCell: Sendable, Hashable {
  case blank
  case text(String)
  case number(String)
  case date(CalendarDate)

  /// Text, or nothing where it is empty.
  static func optional(_ text: String?) -> SheetCell {
    guard let text, !text.isEmpty else { return .blank }
    return .text(text)
  }

  /// A day, or nothing.
  static func optional(_ date: CalendarDate?) -> SheetCell {
    date.map { .date($0) } ?? .blank
  }

  /// Hundredths as a number, or nothing.
  static func hundredths(_ value: Int?) -> SheetCell {
    value.map { .number(decimal($0)) } ?? .blank
  }
}

/// Hundredths as the shortest decimal: 10 is `0.1`, -205 is `-2.05`.
func decimal(_ hundredths: Int) -> String {
  Decimal6(millionths: Int64(hundredths) * 10_000).description
}

/// How a sheet writes its days.
enum DateStyle: Sendable {
  case iso
  case slash
  case dot
  case chinese
  case compact
  case withTime

  /// The day as text.
  func text(_ date: CalendarDate) -> String {
    let (year, month, day) = date.components
    switch self {
    case .iso: return date.description
    case .slash: return "\(year)/\(month)/\(day)"
    case .dot: return "\(year).\(month).\(day)"
    case .chinese: return date.chinese
    case .compact: return date.description.filter { $0 != "-" }
    case .withTime: return "\(date) 09:30:00"
    }
  }
}

/// A table as a person would lay it out, before it takes the form of a file.
struct SheetTable: Sendable {
  /// Name of the worksheet.
  var name: String
  /// Lines above the header.
  var titles: [String] = []
  /// Header rows; a blank cell of the first one belongs to the name on its left.
  var header: [[String]]
  /// The rows.
  var rows: [[SheetCell]]
  /// Rows below: totals and who filled it in.
  var footer: [[SheetCell]] = []
  /// A column whose equal neighbours are merged (in CSV: left blank).
  var mergedColumn: Int?
  /// How days are written where they are text.
  var dateStyle = DateStyle.iso

  /// Columns of the table.
  var width: Int { header.first?.count ?? 0 }

  /// How many rows from `index` on the merged column holds the same text; 0 below the first of them.
  func mergedRun(at index: Int) -> Int {
    guard let column = mergedColumn, rows[index].count > column, rows[index][column] != .blank
    else {
      return 1
    }
    let value = rows[index][column]
    if index > 0, rows[index - 1].count > column, rows[index - 1][column] == value { return 0 }
    var end = index + 1
    while end < rows.count, rows[end].count > column, rows[end][column] == value { end += 1 }
    return end - index
  }
}

/// A column: its header, its field, and what a row has there.
struct SheetColumn<Row>: Sendable {
  /// The header as the export writes it.
  let header: String
  /// The canonical field; faults name it.
  let field: String
  /// The cell of a row.
  let cell: @Sendable (Row) -> SheetCell

  /// A column.
  init(_ header: String, _ field: String, _ cell: @escaping @Sendable (Row) -> SheetCell) {
    self.header = header
    self.field = field
    self.cell = cell
  }
}
