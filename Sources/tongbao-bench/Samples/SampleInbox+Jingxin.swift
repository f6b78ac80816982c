import TongbaoModel

extension SampleInbox {
  /// 市经信局: ledgers in UTF-8 with BOM, a whole case in each row.
  var jingxinFiles: [InboxFile] {
    [
      ledger(months: 1...3, label: "1-3月"), ledger(months: 4...6, label: "4-6月"),
      ledger(months: 7...9, label: "7-9月"), ledger(months: 10...11, label: "10-11月"),
    ]
  }

  private func ledger(months: ClosedRange<Int>, label: String) -> InboxFile {
    let rectified = latest(year.rectifications.filter { $0.department == .jingxin }, \.record)
    let verified = latest(year.verifications.filter { $0.department == .jingxin }, \.record)
    let columns = ledgerColumns(rectified: rectified, verified: verified)
    var rows = rows(of: .jingxin, months: months)
    if let index = rows.firstIndex(where: { $0.record == "JX-04001" }) {
      // The same row twice.
      rows.insert(rows[index], at: index + 1)
    }
    let table = SheetTable(
      name: "台账",
      columns: columns,
      rows: SampleInbox.cells(of: rows, columns),
      dateStyle: months.contains(7) ? .slash : .iso
    )
    return InboxFile(
      "经信局-低小散整治台账-2017年\(label).csv",
      DelimitedText().text(of: table),
      as: .utf8WithMark
    )
  }

  private func latest<Row>(_ rows: [Row], _ key: (Row) -> String) -> [String: Row] {
    Dictionary(rows.map { (key($0), $0) }) { $1 }
  }

  private func ledgerColumns(
    rectified: [String: Rectification],
    verified: [String: Verification]
  ) -> [SheetColumn<Inspection>] {
    [
      InspectionColumns.record("编号"), InspectionColumns.date("检查时间"),
      InspectionColumns.shortUnit("镇街"), InspectionColumns.site("企业（作坊）名称"),
      InspectionColumns.finding("存在问题"),
      SheetColumn("严重程度", "severity") {
        .text($0.severity == .prominent ? "较重" : $0.severity.name)
      },
      InspectionColumns.ownPoints("扣分值"), InspectionColumns.team("检查组"),
      SheetColumn("检查人", "inspectors") { .text($0.inspectors.joined(separator: "，")) },
      InspectionColumns.evidence("证据类型"), InspectionColumns.fullDue("整改时限"),
      InspectionColumns.responsible("整改责任人"), InspectionColumns.duty("职务"),
      SheetColumn("核实日期", "verified") { .optional(verified[$0.record]?.date) },
      SheetColumn("属实情况", "factual") { .optional(verified[$0.record]?.factual) },
      SheetColumn("单位意见", "reply") { .optional(verified[$0.record]?.reply) },
      SheetColumn("批准人", "approvedBy") { .optional(verified[$0.record]?.approvedBy) },
      SheetColumn("批准日期", "approvedOn") { .optional(verified[$0.record]?.approvedOn) },
      SheetColumn("整改情况", "result") { .optional(rectified[$0.record]?.result) },
      SheetColumn("验收时间", "rectified") { .optional(rectified[$0.record]?.date) },
      SheetColumn("验收人员", "verifier") { .optional(rectified[$0.record]?.verifier) },
    ]
  }
}
