import TongbaoModel

/// Flat ODS (`.fods`), as LibreOffice writes it, with its repeats to the edge of the sheet.
struct FlatSpreadsheet: Sendable {
  /// The document with one table.
  func text(of table: SheetTable) -> String {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
      xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
      xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
      xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
      office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
       <office:body>
        <office:spreadsheet>
         <table:table table:name="\(XMLText.escaped(table.name))">
          <table:table-column table:number-columns-repeated="1024"/>

      """
    for title in table.titles { text += titleRow(title, width: table.width) }
    for header in table.header { text += row(header.map { .optional($0) }, nil, 1, table.width) }
    for (index, cells) in table.rows.enumerated() {
      text += row(cells, table.mergedColumn, table.mergedRun(at: index), table.width)
    }
    for cells in table.footer { text += row(cells, nil, 1, table.width) }
    return text + """
         <table:table-row table:number-rows-repeated="1048000">
          <table:table-cell table:number-columns-repeated="1024"/>
         </table:table-row>
         </table:table>
        </office:spreadsheet>
       </office:body>
      </office:document>

      """
  }

  private func titleRow(_ title: String, width: Int) -> String {
    """
          <table:table-row>
           <table:table-cell table:number-columns-spanned="\(width)" office:value-type="string">\
    <text:p>\(XMLText.escaped(title))</text:p></table:table-cell>
           <table:covered-table-cell table:number-columns-repeated="\(width - 1)"/>
          </table:table-row>

    """
  }

  private func row(_ cells: [SheetCell], _ merged: Int?, _ run: Int, _ width: Int) -> String {
    var text = "      <table:table-row>\n"
    var column = 0
    while column < cells.count {
      if column == merged && run == 0 {
        text += "       <table:covered-table-cell/>\n"
        column += 1
        continue
      }
      let repeats = equalCells(in: cells, from: column, merged: merged)
      let span = column == merged && run > 1 ? " table:number-rows-spanned=\"\(run)\"" : ""
      text += cell(cells[column], attributes: span, repeats: repeats)
      column += repeats
    }
    return text + "      </table:table-row>\n"
  }

  /// LibreOffice writes equal neighbours once.
  private func equalCells(in cells: [SheetCell], from column: Int, merged: Int?) -> Int {
    guard column != merged else { return 1 }
    var end = column + 1
    while end < cells.count, end != merged, cells[end] == cells[column] { end += 1 }
    return end - column
  }

  private func cell(_ cell: SheetCell, attributes: String, repeats: Int) -> String {
    let repeated = repeats > 1 ? " table:number-columns-repeated=\"\(repeats)\"" : ""
    let head = "       <table:table-cell\(attributes)\(repeated)"
    switch cell {
    case .blank: return head + "/>\n"
    case .number(let number):
      return head + " office:value-type=\"float\" office:value=\"\(number)\"><text:p>\(number)"
        + "</text:p></table:table-cell>\n"
    case .date(let date):
      return head + " office:value-type=\"date\" office:date-value=\"\(date)\"><text:p>"
        + "\(DateStyle.slash.text(date))</text:p></table:table-cell>\n"
    case .text(let text):
      return head + " office:value-type=\"string\"><text:p>\(XMLText.escaped(text))"
        + "</text:p></table:table-cell>\n"
    }
  }
}
