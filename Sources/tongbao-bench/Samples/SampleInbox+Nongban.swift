extension SampleInbox {
  /// 市农办: flat ODS from LibreOffice; the last sheet a CSV with the unit only once.
  var nongbanFiles: [InboxFile] {
    [
      flatSheet(months: 1...6, label: "上半年"), flatSheet(months: 7...9, label: "7-9月"),
      groupedSheet, nongbanRectifications, nongbanVerifications,
    ]
  }

  private var villageColumns: [SheetColumn<Inspection>] {
    [
      InspectionColumns.shortUnit("镇街"), InspectionColumns.record("编号"),
      InspectionColumns.date("检查日期"), InspectionColumns.team("检查组"),
      InspectionColumns.inspectors("检查人"), InspectionColumns.indicator("检查项目"),
      InspectionColumns.site("地点"), InspectionColumns.finding("存在问题"),
      InspectionColumns.severity("严重程度"), InspectionColumns.responsible("问题责任人"),
      InspectionColumns.duty("职务"), InspectionColumns.evidence("证据类型"),
      InspectionColumns.remark("备注"),
    ]
  }

  private func villageTable(months: ClosedRange<Int>, label: String) -> SheetTable {
    let rows = rows(of: .nongban, months: months)
      .sorted {
        ($0.unit.name, $0.date, $0.record) < ($1.unit.name, $1.date, $1.record)
      }
    return SheetTable(
      name: "检查结果",
      titles: ["2017年\(label)\(HainingDepartment.nongban.subject)"],
      columns: villageColumns,
      rows: SampleInbox.cells(of: rows, villageColumns),
      mergedColumn: 0,
      dateStyle: .chinese
    )
  }

  private func flatSheet(months: ClosedRange<Int>, label: String) -> InboxFile {
    let text = FlatSpreadsheet().text(of: villageTable(months: months, label: label))
    return InboxFile("农办-美丽乡村检查-2017年\(label).fods", text, as: .utf8)
  }

  private var groupedSheet: InboxFile {
    let text = DelimitedText().text(of: villageTable(months: 10...11, label: "10-11月"))
    return InboxFile("农办-美丽乡村检查-2017年10-11月.csv", text, as: .gbk)
  }

  /// 是否销号 is a yes or no.
  private var nongbanRectifications: InboxFile {
    var columns = FollowUpColumns.rectification(
      record: "编号",
      date: "销号时间",
      result: "是否销号",
      verifier: "核查人"
    )
    columns[2] = SheetColumn("是否销号", "result") { .text($0.result == "已整改" ? "是" : "否") }
    let rows = SampleInbox.cells(of: rectifications(of: .nongban), columns)
    let table = SheetTable(name: "销号", columns: columns, rows: rows, dateStyle: .chinese)
    return InboxFile("农办-问题销号-2017年.csv", DelimitedText().text(of: table), as: .gbk)
  }

  private var nongbanVerifications: InboxFile {
    let columns = FollowUpColumns.verification
    let rows = SampleInbox.cells(of: verifications(of: [.nongban]), columns)
    let table = SheetTable(name: "沟通核实", columns: columns, rows: rows)
    return InboxFile("农办-沟通核实-2017年.csv", DelimitedText().text(of: table), as: .gbk)
  }
}
