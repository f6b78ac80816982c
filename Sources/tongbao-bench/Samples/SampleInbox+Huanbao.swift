import TongbaoModel

extension SampleInbox {
  /// 市环保局: XML Spreadsheet 2003 from Excel and, in the third quarter, from WPS.
  var huanbaoFiles: [InboxFile] {
    [
      workbook(months: 1...3, label: "1-3月", .excel),
      workbook(months: 4...6, label: "4-6月", .excel),
      workbook(months: 7...9, label: "7-9月", .wps),
      workbook(months: 10...11, label: "10-11月", .excel),
      huanbaoRectifications, waterFile,
    ]
  }

  private func workbook(
    months: ClosedRange<Int>,
    label: String,
    _ program: Spreadsheet2003.Program
  ) -> InboxFile {
    let columns: [SheetColumn<Inspection>] = [
      InspectionColumns.unit("被检查单位"), InspectionColumns.record("编号"),
      InspectionColumns.date("督查日期"), InspectionColumns.team("督查组"),
      InspectionColumns.inspectors("督查人员"), InspectionColumns.indicator("考核项目"),
      InspectionColumns.site("位置"), InspectionColumns.finding("发现问题"),
      InspectionColumns.severity("问题等级"), InspectionColumns.points("扣分"),
      InspectionColumns.provisional("预扣"), InspectionColumns.responsible("责任人"),
      InspectionColumns.duty("职务"), InspectionColumns.evidence("佐证材料"),
    ]
    let rows = rows(of: .huanbao, months: months)
      .sorted { first, second in
        let order = HainingUnit.all.map(\.id)
        return (order.firstIndex(of: first.unit.id) ?? 0, first.date, first.record)
          < (order.firstIndex(of: second.unit.id) ?? 0, second.date, second.record)
      }
    var table = SheetTable(
      name: "督查情况",
      titles: ["海宁市2017年\(label)\(HainingDepartment.huanbao.subject)"],
      columns: columns,
      rows: SampleInbox.cells(of: rows, columns),
      mergedColumn: 0,
      dateStyle: .dot
    )
    table.footer = [[.text("填表人：姚文斌")]]
    let note = SheetTable(
      name: "说明",
      header: [["填写说明"]],
      rows: [[.text("本表由各督查组现场填写，严禁事后补填。")]]
    )
    return InboxFile(
      "环保局-治水督查-2017年\(label).xml",
      Spreadsheet2003(program: program).text(of: [table, note]),
      as: .utf8
    )
  }

  /// Semicolons instead of commas, no byte-order mark.
  private var huanbaoRectifications: InboxFile {
    let columns = FollowUpColumns.rectification(
      record: "编号",
      date: "复查日期",
      result: "整改结果",
      verifier: "核查人"
    )
    let rows = SampleInbox.cells(of: rectifications(of: .huanbao), columns)
    let table = SheetTable(name: "整改", columns: columns, rows: rows, dateStyle: .dot)
    return InboxFile(
      "环保局-整改反馈-2017年.csv",
      DelimitedText(delimiter: ";", newline: "\n").text(of: table),
      as: .utf8
    )
  }

  /// Record XML with canonical names, as the monitoring system exports it.
  private var waterFile: InboxFile {
    let columns: [SheetColumn<Measurement>] = [
      SheetColumn("unit", "unit") { .text($0.unit.name) },
      SheetColumn("indicator", "indicator") { .text($0.indicator.name) },
      SheetColumn("date", "date") { .date($0.date) },
      SheetColumn("value", "value") { .number(decimal($0.value)) },
    ]
    let table = SheetTable(
      name: "水质",
      columns: columns,
      rows: SampleInbox.cells(of: measurements.water, columns)
    )
    let xml = RecordXML(
      form: .attributes(
        prefix: "m",
        namespace: "urn:haining:monitor:2",
        root: "export",
        record: "record"
      ),
      declared: "UTF-8"
    )
    return InboxFile("环保局-断面水质-2017年.xml", xml.text(of: table), as: .utf8)
  }
}
