extension SampleInbox {
  /// 市安监局: “Unicode 文本” from Excel, UTF-16LE with tabs.
  var anjianFiles: [InboxFile] {
    [
      tabText(months: 1...6, label: "上半年"), tabText(months: 7...9, label: "7-9月"),
      tabText(months: 10...11, label: "10-11月"), anjianRectifications, anjianVerifications,
      hazardFile,
    ]
  }

  private func tabText(months: ClosedRange<Int>, label: String) -> InboxFile {
    let columns: [SheetColumn<Inspection>] = [
      InspectionColumns.record("单号"), InspectionColumns.date("检查日期"),
      InspectionColumns.team("检查组"), InspectionColumns.inspectors("检查人员"),
      InspectionColumns.unit("被检查单位"), InspectionColumns.site("场所"),
      InspectionColumns.indicator("检查项目"), InspectionColumns.finding("隐患内容"),
      InspectionColumns.hazard("隐患级别"), InspectionColumns.responsible("责任人"),
      InspectionColumns.duty("职务"), InspectionColumns.evidence("证据类型"),
    ]
    var rows = rows(of: .anjian, months: months)
    if let index = rows.firstIndex(where: { $0.record == "04001" }) {
      // The first writing of a row that the next one corrects.
      var mistaken = rows[index]
      mistaken.severity = .prominent
      rows.insert(mistaken, at: index)
    }
    let table = SheetTable(
      name: "检查",
      columns: columns,
      rows: SampleInbox.cells(of: rows, columns),
      dateStyle: .slash
    )
    return InboxFile(
      "安监局-安全检查-2017年\(label).txt",
      DelimitedText(delimiter: "\t").text(of: table),
      as: .utf16LittleEndian
    )
  }

  private var anjianRectifications: InboxFile {
    let columns = FollowUpColumns.rectification(
      record: "单号",
      date: "复查日期",
      result: "整改结果",
      verifier: "复查人"
    )
    let rows = SampleInbox.cells(of: rectifications(of: .anjian), columns)
    let table = SheetTable(name: "整改", columns: columns, rows: rows, dateStyle: .slash)
    return InboxFile(
      "安监局-隐患整改-2017年.txt",
      DelimitedText(delimiter: "\t").text(of: table),
      as: .utf16LittleEndian
    )
  }

  private var anjianVerifications: InboxFile {
    let columns = FollowUpColumns.verification
    let rows = SampleInbox.cells(of: verifications(of: [.anjian]), columns)
    let table = SheetTable(name: "沟通核实", columns: columns, rows: rows)
    return InboxFile("安监局-沟通核实-2017年.csv", DelimitedText().text(of: table), as: .gbk)
  }

  private var hazardFile: InboxFile {
    let table = MeasurementBook.table(
      measurements.hazards,
      name: "指标",
      unit: "单位名称",
      indicator: "指标名称",
      date: "截止日期",
      value: "完成值",
      isPercentText: false
    )
    return InboxFile("安监局-安全指标-2017年.csv", DelimitedText().text(of: table), as: .gbk)
  }
}
