import TongbaoModel

extension SampleInbox {
  /// 市统计局: wide sheets, a row per unit and a column per indicator.
  var statisticsFiles: [InboxFile] {
    [nineMonths, october, november, december, specialFile]
  }

  private typealias Column = SheetColumn<EconomyRow>

  private var valueColumns: [Column] {
    [
      Column("规上工业总产值/完成值", "value") { .hundredths($0.output) },
      Column("规上工业总产值/目标值", "target") { .hundredths($0.outputTarget) },
      Column("规上工业总产值/上年同期", "lastYear") { .hundredths($0.outputLastYear) },
      Column("规上工业增加值/完成值", "value") { .hundredths($0.valueAdded) },
      Column("规上工业增加值/上年同期", "lastYear") { .hundredths($0.valueAddedLastYear) },
      Column("工业性投入/完成值", "value") { .hundredths($0.investment) },
      Column("工业性投入/目标值", "target") { .hundredths($0.investmentTarget) },
      Column("低小散企业（作坊）整治完成数/完成值", "value") { .number(String($0.eliminated)) },
      Column("低小散企业（作坊）整治完成数/目标值", "target") { .number(String($0.eliminateTarget)) },
      Column("招引项目数", "value") { .number(String($0.recruited)) },
      Column("单位工业增加值能耗下降率", "value") { .hundredths($0.energy) },
    ]
  }

  private var unitColumn: Column {
    Column("镇（街道）", "unit") { .text($0.unit.name) }
  }

  private func rows(of months: ClosedRange<Int>) -> [EconomyRow] {
    measurements.economy.filter { months.contains($0.date.month) }
  }

  /// With a column of days.
  private var nineMonths: InboxFile {
    let columns = [unitColumn, Column("统计日期", "date") { .date($0.date) }] + valueColumns
    let table = SheetTable(
      name: "主要指标",
      titles: ["2017年1-9月主要经济指标分月完成情况"],
      columns: columns,
      rows: SampleInbox.cells(of: rows(of: 1...9), columns)
    )
    return InboxFile("统计局-主要经济指标-2017年1-9月.csv", DelimitedText().text(of: table), as: .gbk)
  }

  /// A worksheet whose header has two rows with merged names; the day stands in the title.
  private var october: InboxFile {
    let columns = [unitColumn] + valueColumns
    var table = SheetTable(
      name: "主要指标",
      titles: ["主要经济指标完成情况（截至2017年10月31日）"],
      columns: columns,
      rows: SampleInbox.cells(of: rows(of: 10...10), columns)
    )
    table.header = twoRows(columns.map(\.header))
    table.footer = [totals(of: table.rows)]
    return InboxFile(
      "统计局-主要经济指标-2017年10月.xml",
      Spreadsheet2003(program: .excel).text(of: [table]),
      as: .utf8
    )
  }

  /// The names above, each once; 完成值, 目标值, 上年同期 below.
  private func twoRows(_ headers: [String]) -> [[String]] {
    var upper: [String] = []
    var lower: [String] = []
    var last = ""
    for header in headers {
      let parts = header.split(separator: "/").map(String.init)
      upper.append(parts[0] == last ? "" : parts[0])
      lower.append(parts.count > 1 ? parts[1] : "")
      last = parts[0]
    }
    return [upper, lower]
  }

  /// The month stands in the file name only.
  private var november: InboxFile {
    let columns = [unitColumn] + valueColumns
    var table = SheetTable(
      name: "主要指标",
      titles: ["主要经济指标完成情况", "单位：亿元、家、个、%"],
      columns: columns,
      rows: SampleInbox.cells(of: rows(of: 11...11), columns)
    )
    table.footer = [totals(of: table.rows), [.text("填表人：沈丽芳"), .blank, .text("审核人：周建平")]]
    return InboxFile("统计局-主要经济指标-2017年11月.csv", DelimitedText().text(of: table), as: .gbk)
  }

  private var december: InboxFile {
    let columns = [unitColumn] + valueColumns
    let table = SheetTable(
      name: "主要指标",
      titles: ["主要经济指标完成情况（截至2017年12月31日）"],
      columns: columns,
      rows: SampleInbox.cells(of: rows(of: 12...12), columns)
    )
    return InboxFile("统计局-主要经济指标-2017年12月.csv", DelimitedText().text(of: table), as: .utf8)
  }

  /// The sums of all columns but the rate in the last one.
  private func totals(of rows: [[SheetCell]]) -> [SheetCell] {
    let width = rows.first?.count ?? 1
    return (0..<width)
      .map { column in
        guard column > 0 else { return .text("合计") }
        guard column < width - 1 else { return .blank }
        let sum = rows.reduce(Int64(0)) { sum, row in
          guard case .number(let text) = row[column] else { return sum }
          return sum + (Decimal6(text)?.millionths ?? 0)
        }
        return .number(Decimal6(millionths: sum).description)
      }
  }

  private var specialFile: InboxFile {
    let columns: [SheetColumn<Measurement>] = [
      SheetColumn("单位名称", "unit") { .text($0.unit.name) },
      SheetColumn("指标名称", "indicator") { .text($0.indicator.name) },
      SheetColumn("截止日期", "date") { .date($0.date) },
      SheetColumn("完成值", "value") { .hundredths($0.value) },
      SheetColumn("上年同期", "lastYear") { .hundredths($0.lastYear) },
    ]
    let table = SheetTable(
      name: "个性指标",
      columns: columns,
      rows: SampleInbox.cells(of: measurements.special, columns),
      dateStyle: .dot
    )
    return InboxFile("统计局-个性指标-2017年.csv", DelimitedText().text(of: table), as: .gbk)
  }
}
