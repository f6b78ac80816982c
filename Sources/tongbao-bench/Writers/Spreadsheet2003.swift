import TongbaoModel

/// XML Spreadsheet 2003, as Excel writes it, or as WPS does: merges of nothing, numbers and days as text.
struct Spreadsheet2003: Sendable {
  /// Whose habits.
  enum Program: Sendable {
    case excel
    case wps
  }

  /// The program that wrote it.
  let program: Program

  /// The workbook with one worksheet for each table.
  func text(of tables: [SheetTable]) -> String {
    var text = """
      <?xml version="1.0"?>
      <?mso-application progid="Excel.Sheet"?>
      <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
       xmlns:o="urn:schemas-microsoft-com:office:office"
       xmlns:x="urn:schemas-microsoft-com:office:excel"
       xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"
       xmlns:html="http://www.w3.org/TR/REC-html40">
       <Styles>
        <Style ss:ID="Default" ss:Name="Normal"><Font ss:FontName="宋体" ss:Size="12"/></Style>
        <Style ss:ID="s21"><NumberFormat ss:Format="Short Date"/></Style>
        <Style ss:ID="s22"><Alignment ss:Horizontal="Center"/><Font ss:FontName="黑体" ss:Size="16"/></Style>
       </Styles>

      """
    for table in tables { text += worksheet(table) }
    return text + "</Workbook>\n"
  }

  private func worksheet(_ table: SheetTable) -> String {
    let rowCount = table.titles.count + table.header.count + table.rows.count + table.footer.count
    var text = " <Worksheet ss:Name=\"\(XMLText.escaped(table.name))\">\n"
    text +=
      "  <Table ss:ExpandedColumnCount=\"\(table.width)\" ss:ExpandedRowCount=\"\(rowCount)\""
      + " x:FullColumns=\"1\" x:FullRows=\"1\">\n"
    for title in table.titles {
      text += "   <Row ss:Height=\"24\">\n    <Cell ss:MergeAcross=\"\(table.width - 1)\""
      text +=
        " ss:StyleID=\"s22\"><Data ss:Type=\"String\">\(XMLText.escaped(title))</Data></Cell>\n"
      text += "   </Row>\n"
    }
    for (index, header) in table.header.enumerated() {
      let below = index + 1 < table.header.count ? table.header[index + 1] : nil
      text += headerRow(header, below: below)
    }
    for (index, row) in table.rows.enumerated() {
      text += dataRow(row, mergedColumn: table.mergedColumn, run: table.mergedRun(at: index), table)
    }
    for row in table.footer { text += dataRow(row, mergedColumn: nil, run: 1, table) }
    return text + "  </Table>\n </Worksheet>\n"
  }

  /// A header; above another one a name spans the blanks on its right, or the blank below it.
  private func headerRow(_ header: [String], below: [String]?) -> String {
    var text = "   <Row>\n"
    var isAfterGap = false
    for (column, name) in header.enumerated() {
      guard !name.isEmpty else {
        isAfterGap = true
        continue
      }
      let span = header[(column + 1)...].prefix { $0.isEmpty }.count
      var attributes = isAfterGap && below == nil ? " ss:Index=\"\(column + 1)\"" : ""
      if below != nil && span > 0 { attributes += " ss:MergeAcross=\"\(span)\"" }
      if let below, below[column].isEmpty { attributes += " ss:MergeDown=\"1\"" }
      if program == .wps { attributes += " ss:MergeDown=\"0\"" }
      text +=
        "    <Cell\(attributes)><Data ss:Type=\"String\">\(XMLText.escaped(name))</Data></Cell>\n"
      isAfterGap = false
    }
    return text + "   </Row>\n"
  }

  private func dataRow(
    _ row: [SheetCell],
    mergedColumn: Int?,
    run: Int,
    _ table: SheetTable
  ) -> String {
    var text = "   <Row>\n"
    var isAfterGap = false
    for (column, cell) in row.enumerated() {
      let isCovered = column == mergedColumn && run == 0
      guard cell != .blank, !isCovered else {
        isAfterGap = true
        continue
      }
      var attributes = isAfterGap ? " ss:Index=\"\(column + 1)\"" : ""
      if column == mergedColumn && run > 1 { attributes += " ss:MergeDown=\"\(run - 1)\"" }
      if program == .wps && column != mergedColumn { attributes += " ss:MergeAcross=\"0\"" }
      text += "    <Cell\(attributes)" + data(of: cell, style: table.dateStyle)
      isAfterGap = false
    }
    return text + "   </Row>\n"
  }

  private func data(of cell: SheetCell, style: DateStyle) -> String {
    switch (cell, program) {
    case (.number(let number), .excel):
      "><Data ss:Type=\"Number\">\(number)</Data></Cell>\n"
    case (.date(let date), .excel):
      " ss:StyleID=\"s21\"><Data ss:Type=\"DateTime\">\(date)T00:00:00.000</Data></Cell>\n"
    case (.number(let number), .wps): string(number)
    case (.date(let date), .wps): string(style.text(date))
    case (.text(let text), _): string(text)
    case (.blank, _): "/>\n"
    }
  }

  private func string(_ text: String) -> String {
    "><Data ss:Type=\"String\">\(XMLText.escaped(text))</Data></Cell>\n"
  }
}
