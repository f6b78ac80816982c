import TongbaoFormats
import TongbaoModel
import TongbaoScoring

/// `carryover-<next year>.csv`: what next year's run takes in as a carry-over sheet.
struct CarryOverTable {
  /// The file.
  let bytes: [UInt8]

  /// The unfinished matters of a year; none where a number is beyond exact arithmetic, which the scores would have shown.
  init(_ unfinished: [Unfinished], under scheme: Scheme) {
    var writer = CSVWriter()
    writer.write(row: ["单号", "单位名称", "考核指标", "年度", "目标值", "完成值", "状态"])
    for matter in unfinished {
      writer.write(row: [
        matter.record ?? "", scheme.units[matter.unit].name,
        scheme.indicators[matter.indicator].name, String(matter.year),
        matter.target?.description ?? "", matter.value?.description ?? "",
        CarryOverTable.status(of: matter),
      ])
    }
    bytes = writer.bytes
  }

  private static func status(of matter: Unfinished) -> String {
    switch matter.handling {
    case nil: "未完成"
    case .failed: "复查不合格"
    case .overdue: "逾期未整改"
    case .open, .closed: "未整改"
    }
  }
}
