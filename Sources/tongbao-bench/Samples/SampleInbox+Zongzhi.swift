import TongbaoModel

extension SampleInbox {
  /// 市综治办: a GBK CSV each month with title rows, a total and signatures; its follow-ups.
  var zongzhiFiles: [InboxFile] {
    let monthly = (1...11).map { monthFile($0) }
    return monthly
      + [InboxFile(copying: monthly[2], as: "综治办-平安检查-2017年3月(1).csv")]
      + [
        rectificationFile(months: 1...9, label: "1-9月"),
        rectificationFile(months: 10...10, label: "10月"),
        rectificationFile(months: 11...12, label: "11-12月"),
        measurementFile(months: 1...10, label: "1-10月"),
        measurementFile(months: 11...12, label: "11-12月"),
      ]
  }

  private func monthFile(_ month: Int) -> InboxFile {
    var columns: [SheetColumn<Inspection>] = [
      InspectionColumns.record("单号"), InspectionColumns.date("检查日期"),
      InspectionColumns.team("督查组"), InspectionColumns.inspectors("检查人员"),
      InspectionColumns.unit("被检查单位"), InspectionColumns.site("点位"),
      InspectionColumns.indicator("考核指标"), InspectionColumns.finding("问题描述"),
      InspectionColumns.severity("问题等级"), InspectionColumns.points("扣分"),
      InspectionColumns.provisional("是否预扣"), InspectionColumns.due("整改期限"),
      InspectionColumns.responsible("责任人"), InspectionColumns.duty("职务"),
      InspectionColumns.evidence("佐证材料"), InspectionColumns.remark("备注"),
    ]
    if month == 11 { columns.insert(InspectionColumns.value("实测值"), at: 10) }
    let rows = rows(of: .zongzhi, months: month...month)
    var table = SheetTable(
      name: "平安检查",
      titles: zongzhiTitles(month),
      columns: columns,
      rows: SampleInbox.cells(of: rows, columns),
      dateStyle: zongzhiDateStyle(month)
    )
    table.footer = zongzhiFooter(month, rows: rows)
    decorate(&table, month: month)
    return InboxFile(
      "综治办-平安检查-2017年\(month)月.csv",
      DelimitedText().text(of: table),
      as: .gbk
    )
  }

  private func zongzhiTitles(_ month: Int) -> [String] {
    let last = day(month, CalendarDate.daysInMonth(month, of: 2017))
    return [
      "海宁市2017年\(month)月\(HainingDepartment.zongzhi.subject)", "填报单位：市综治办    截至\(last.chinese)",
    ]
  }

  private func zongzhiDateStyle(_ month: Int) -> DateStyle {
    switch month {
    case 2, 7: .slash
    case 3: .dot
    case 5: .compact
    case 6, 11: .iso
    case 9: .withTime
    default: .chinese
    }
  }

  /// The total of the points, wrong by one in June, and who filled the sheet in.
  private func zongzhiFooter(_ month: Int, rows: [Inspection]) -> [[SheetCell]] {
    let sum = rows.reduce(0) { $0 + ($1.points ?? $1.severity.hundredths) }
    var total = Array(repeating: SheetCell.blank, count: 10)
    total[0] = .text("合计")
    total[9] = .hundredths(month == 6 ? sum + 100 : sum)
    let signed = SheetCell.text("填表人：费卫东")
    return [total, [signed, .blank, .blank, .text("审核人：沈志明")]]
  }

  /// An example row in January, full-width digits in February, blank rows in May.
  private func decorate(_ table: inout SheetTable, month: Int) {
    switch month {
    case 1:
      table.rows.insert(
        [
          .text("示例：ZZ-00000"), .text("2017年1月1日"), .text("平安督查一组"), .text("张三、李四、王五"),
          .text("盐官镇"), .text("某村出租房"), .text("平安巡查"), .text("出租房未登记"), .text("一般"),
        ],
        at: 0
      )
    case 2:
      for index in table.rows.indices {
        guard case .number(let number) = table.rows[index][9] else { continue }
        table.rows[index][9] = .text(fullWidth(number))
      }
    case 5:
      table.rows.insert([], at: 12)
      table.rows.insert([], at: 25)
    default: break
    }
  }

  /// Digits as some input methods write them.
  private func fullWidth(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      result.unicodeScalars.append(Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar)
    }
    return result
  }

  private func rectificationFile(months: ClosedRange<Int>, label: String) -> InboxFile {
    let columns = FollowUpColumns.rectification(
      record: "原单号",
      date: "整改日期",
      result: "整改情况",
      verifier: "复查人"
    )
    var rows = SampleInbox.cells(of: rectifications(of: .zongzhi, months: months), columns)
    if months.contains(10) {
      // A follow-up for a number that nobody ever gave: refused.
      rows.append([.text("ZZ-99999"), .date(day(10, 30)), .text("已整改"), .text("俞国良")])
    }
    var table = SheetTable(
      name: "整改反馈",
      titles: ["平安建设问题整改反馈表（2017年\(label)）"],
      columns: columns,
      rows: rows,
      dateStyle: .slash
    )
    table.footer = [[.text("填表人：许雪芳")]]
    return InboxFile(
      "综治办-整改反馈-2017年\(label).csv",
      DelimitedText().text(of: table),
      as: .gbk
    )
  }

  private func measurementFile(months: ClosedRange<Int>, label: String) -> InboxFile {
    let rows = measurements.safety.filter { months.contains($0.date.month) }
    let table = MeasurementBook.table(
      rows,
      name: "指标",
      unit: "单位名称",
      indicator: "指标名称",
      date: "统计日期",
      value: "实际值",
      isPercentText: months.contains(11)
    )
    return InboxFile(
      "综治办-平安指标-2017年\(label).csv",
      DelimitedText().text(of: table),
      as: .gbk
    )
  }
}
