extension SheetKind {
  /// The kind's name as messages write it.
  package var title: Bilingual {
    switch self {
    case .inspection: Bilingual("督查记录", "inspection")
    case .rectification: Bilingual("整改反馈", "rectification")
    case .verification: Bilingual("沟通核实", "verification")
    case .appeal: Bilingual("申诉复核", "appeal")
    case .measurement: Bilingual("指标完成", "measurement")
    case .event: Bilingual("加扣分与否决", "event")
    case .recheck: Bilingual("抽查复核", "recheck")
    case .carryover: Bilingual("上年结转", "carryover")
    }
  }

  /// The fields of such sheets as settings name them, each with its usual head; the required ones
  /// first.
  package var fieldNames: (required: [FieldName], other: [FieldName]) {
    switch self {
    case .inspection:
      (
        [
          FieldName("record", "单号"), FieldName("date", "检查日期"), FieldName("unit", "被检查单位"),
          FieldName("indicator", "考核指标"), FieldName("severity", "问题等级"),
        ],
        [
          FieldName("finding", "问题描述"), FieldName("site", "点位"), FieldName("team", "督查组"),
          FieldName("inspectors", "检查人员"), FieldName("points", "扣分"),
          FieldName("provisional", "是否预扣"), FieldName("value", "实测值"),
          FieldName("due", "整改期限"), FieldName("responsible", "责任人"), FieldName("duty", "职务"),
          FieldName("evidence", "证据类型"), FieldName("remark", "备注"),
        ]
      )
    case .rectification:
      (
        [FieldName("record", "单号"), FieldName("date", "整改日期"), FieldName("result", "整改情况")],
        [FieldName("value", "实测值"), FieldName("verifier", "复查人"), FieldName("remark", "备注")]
      )
    case .verification:
      (
        [FieldName("record", "单号"), FieldName("date", "沟通日期"), FieldName("factual", "属实情况")],
        [
          FieldName("reply", "单位意见"), FieldName("approvedBy", "批准人"),
          FieldName("approvedOn", "批准日期"),
        ]
      )
    case .appeal:
      (
        [FieldName("record", "单号"), FieldName("date", "申诉日期"), FieldName("decision", "复核结论")],
        [FieldName("grounds", "申诉理由")]
      )
    case .measurement:
      (
        [
          FieldName("unit", "被检查单位"), FieldName("indicator", "考核指标"),
          FieldName("date", "统计日期"), FieldName("value", "实际值"),
        ],
        [
          FieldName("target", "目标值"), FieldName("lastYear", "上年同期"),
          FieldName("sample", "样本量"), FieldName("source", "评价主体"),
        ]
      )
    case .event:
      (
        [FieldName("unit", "被检查单位"), FieldName("item", "加扣分事项"), FieldName("date", "发生日期")],
        [
          FieldName("record", "单号"), FieldName("count", "次数"), FieldName("points", "分值"),
          FieldName("basis", "依据"),
        ]
      )
    case .recheck:
      (
        [FieldName("record", "单号"), FieldName("date", "抽查日期"), FieldName("consistent", "抽查结果")],
        [FieldName("inspectors", "检查人员")]
      )
    case .carryover:
      (
        [
          FieldName("unit", "被检查单位"), FieldName("indicator", "考核指标"),
          FieldName("year", "年度"),
        ],
        [
          FieldName("record", "单号"), FieldName("target", "目标值"), FieldName("value", "实际值"),
          FieldName("status", "状态"),
        ]
      )
    }
  }
}

/// A field as settings name it, with the head that its column usually has.
package struct FieldName: Sendable, Hashable {
  /// The name that settings use.
  package let name: String
  /// The usual head, in Chinese.
  package let chinese: String

  fileprivate init(_ name: String, _ chinese: String) {
    self.name = name
    self.chinese = chinese
  }

  /// The fields of a kind, the required ones first, or of all kinds, each name once.
  package static func all(of kind: SheetKind?) -> [FieldName] {
    var seen: Set<String> = []
    return (kind.map { [$0] } ?? SheetKind.allCases)
      .flatMap { $0.fieldNames.required + $0.fieldNames.other }
      .filter { seen.insert($0.name).inserted }
  }

  /// The fields of a kind, or of all, in words: `record 单号、date 检查日期`; in English the names alone.
  package static func list(of kind: SheetKind?) -> Bilingual {
    let fields = all(of: kind)
    return Bilingual(
      fields.map { field in
        // Of several kinds each has its own day.
        let isAnyDate = kind == nil && field.name == "date"
        return "\(field.name) \(isAnyDate ? "日期" : field.chinese)"
      }
      .joined(separator: "、"),
      fields.map(\.name).joined(separator: ", ")
    )
  }
}
