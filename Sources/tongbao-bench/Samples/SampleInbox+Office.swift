import TongbaoModel

extension SampleInbox {
  /// 市督查考评室: talks, appeals, rechecks, events, carry-over.
  var officeFiles: [InboxFile] {
    [
      verificationFile(months: 1...9, label: "1-9月"),
      verificationFile(months: 10...12, label: "10-12月"),
      appealFile, recheckFile(months: 1...6, label: "上半年"),
      recheckFile(months: 7...12, label: "7-12月"), eventFile, carryoverFile,
    ]
  }

  private func verificationFile(months: ClosedRange<Int>, label: String) -> InboxFile {
    let columns = FollowUpColumns.verification
    let office = OfficeEvent.verifications.filter { months.contains($0.date.month) }
    let rows =
      verifications(of: [.zongzhi, .huanbao, .chengguan], months: months) + office
    let table = SheetTable(
      name: "沟通核实",
      titles: ["沟通核实情况汇总（2017年\(label)）"],
      columns: columns,
      rows: SampleInbox.cells(of: rows, columns)
    )
    return InboxFile(
      "督查考评室-沟通核实-2017年\(label).csv",
      DelimitedText().text(of: table),
      as: .gbk
    )
  }

  private var appealFile: InboxFile {
    let columns: [SheetColumn<Appeal>] = [
      SheetColumn("单号", "record") { .text($0.record) },
      SheetColumn("复核日期", "date") { .date($0.date) },
      SheetColumn("申诉理由", "grounds") { .text($0.grounds) },
      SheetColumn("复核结论", "decision") { .text($0.decision) },
    ]
    let rows = (year.appeals + OfficeEvent.appeals)
      .sorted {
        ($0.date, $0.record) < ($1.date, $1.record)
      }
    let table = SheetTable(
      name: "申诉",
      columns: columns,
      rows: SampleInbox.cells(of: rows, columns),
      dateStyle: .chinese
    )
    return InboxFile("督查考评室-申诉复核-2017年.csv", DelimitedText().text(of: table), as: .utf8WithMark)
  }

  private func recheckFile(months: ClosedRange<Int>, label: String) -> InboxFile {
    let columns: [SheetColumn<Recheck>] = [
      SheetColumn("单号", "record") { .text($0.record) },
      SheetColumn("抽查日期", "date") { .date($0.date) },
      SheetColumn("抽查结果", "consistent") { .text($0.isConsistent ? "一致" : "不一致") },
    ]
    var rows = year.rechecks.filter { months.contains($0.date.month) }
    if months.contains(11) {
      // 市农办 and 市安监局 both have a 10001: refused as ambiguous.
      rows.append(Recheck(record: "10001", date: day(11, 21), isConsistent: true))
    }
    let table = SheetTable(
      name: "抽查",
      columns: columns,
      rows: SampleInbox.cells(of: rows, columns),
      dateStyle: .slash
    )
    return InboxFile(
      "督查考评室-抽查复核-2017年\(label).csv",
      DelimitedText().text(of: table),
      as: .gbk
    )
  }

  private var eventFile: InboxFile {
    let columns: [SheetColumn<OfficeEvent>] = [
      SheetColumn("单号", "record") { .optional($0.number) },
      SheetColumn("单位名称", "unit") { .text(HainingUnit.named($0.unit).name) },
      SheetColumn("加扣分事项", "item") { .text($0.item) },
      SheetColumn("认定日期", "date") { .date($0.date) },
      SheetColumn("次数", "count") { $0.count.map { .number(String($0)) } ?? .blank },
      SheetColumn("分值", "points") { .hundredths($0.points) },
      SheetColumn("文件依据", "basis") { .text($0.basis) },
    ]
    let table = SheetTable(
      name: "加扣分",
      titles: ["2017年度加扣分、否优否决事项"],
      columns: columns,
      rows: SampleInbox.cells(of: OfficeEvent.all, columns),
      dateStyle: .chinese
    )
    return InboxFile("督查考评室-加扣分与否决-2017年.csv", DelimitedText().text(of: table), as: .gbk)
  }

  private var carryoverFile: InboxFile {
    let columns: [SheetColumn<CarryoverRow>] = [
      SheetColumn("单位名称", "unit") { .text(HainingUnit.named($0.unit).name) },
      SheetColumn("考核指标", "indicator") { .text($0.indicator.name) },
      SheetColumn("年度", "year") { _ in .number("2016") },
      SheetColumn("目标值", "target") { .hundredths($0.target) },
      SheetColumn("完成值", "value") { .hundredths($0.value) },
      SheetColumn("状态", "status") { .text($0.status) },
    ]
    let table = SheetTable(
      name: "结转",
      columns: columns,
      rows: SampleInbox.cells(of: CarryoverRow.all, columns)
    )
    return InboxFile("督查考评室-2016年度结转-2017年.csv", DelimitedText().text(of: table), as: .gbk)
  }
}
