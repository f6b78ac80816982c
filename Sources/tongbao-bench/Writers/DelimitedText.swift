/// CSV and tab text as office programs write them.
struct DelimitedText: Sendable {
  /// Between cells.
  var delimiter: Character = ","
  /// Between rows.
  var newline = "\r\n"
  /// Whether rows that end early are padded with delimiters, as Excel does.
  var pads = true

  /// The table as text.
  func text(of table: SheetTable) -> String {
    var text = ""
    for title in table.titles { append([.text(title)], of: table, to: &text) }
    for header in table.header { append(header.map { .optional($0) }, of: table, to: &text) }
    for (index, row) in table.rows.enumerated() {
      var row = row
      if let column = table.mergedColumn, table.mergedRun(at: index) == 0 { row[column] = .blank }
      append(row, of: table, to: &text)
    }
    for row in table.footer { append(row, of: table, to: &text) }
    return text
  }

  private func append(_ row: [SheetCell], of table: SheetTable, to text: inout String) {
    var cells = row.map { cell(of: $0, style: table.dateStyle) }
    if pads {
      cells += Array(repeating: "", count: max(0, table.width - cells.count))
    }
    text += cells.joined(separator: String(delimiter)) + newline
  }

  private func cell(of cell: SheetCell, style: DateStyle) -> String {
    switch cell {
    case .blank: ""
    case .number(let number): number
    case .date(let date): style.text(date)
    case .text(let text): quoted(text)
    }
  }

  private func quoted(_ text: String) -> String {
    guard text.contains(where: { $0 == delimiter || $0 == "\"" || $0.isNewline }) else {
      return text
    }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
