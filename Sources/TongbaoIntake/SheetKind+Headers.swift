import TongbaoModel

extension SheetKind {
  /// The fields that every row of this kind must fill.
  var requiredFields: [Field] {
    switch self {
    case .inspection: [.record, .date, .unit, .indicator, .severity]
    case .rectification: [.record, .date, .result]
    case .verification: [.record, .date, .factual]
    case .appeal: [.record, .date, .decision]
    case .measurement: [.unit, .indicator, .date, .value]
    case .event: [.unit, .item, .date]
    case .recheck: [.record, .date, .consistent]
    case .carryover: [.unit, .indicator, .year]
    }
  }

  /// The follow-ups that a row of this kind may carry beside itself.
  var carriedKinds: [SheetKind] {
    self == .inspection ? [.rectification, .verification, .appeal, .recheck] : []
  }

  /// The fields that stand for this kind alone when an inspection row carries it: its own date, its
  /// outcome and what no inspection has.
  ///
  /// `record` is shared; 备注, 实测值 and 检查人员 stay the inspection's.
  var carriedFields: [Field] {
    switch self {
    case .rectification: [.date, .result, .verifier]
    case .verification: [.date, .factual, .reply, .approvedBy, .approvedOn]
    case .appeal: [.date, .decision, .grounds]
    case .recheck: [.date, .consistent]
    default: []
    }
  }

  /// Default headers by field, the preferred one first.
  ///
  /// Source: sheets.md §1.
  var headers: [(field: Field, names: [String])] {
    switch self {
    case .inspection: SheetKind.inspectionHeaders
    case .rectification:
      [
        (.record, SheetKind.recordHeaders + ["原单号"]),
        (.date, ["整改日期", "复查日期", "核查时间", "验收时间", "销号时间"]),
        (.result, ["整改情况", "整改结果", "整改状态", "是否销号"]), (.value, ["实测值"]),
        (.verifier, ["复查人", "核查人", "验收人员"]), (.remark, ["备注"]),
      ]
    case .verification:
      [
        (.record, SheetKind.recordHeaders), (.date, ["沟通日期", "核实日期", "反馈时间"]),
        (.factual, ["属实情况"]), (.reply, ["单位意见", "反馈描述"]), (.approvedBy, ["批准人"]),
        (.approvedOn, ["批准日期"]),
      ]
    case .appeal:
      [
        (.record, SheetKind.recordHeaders), (.date, ["申诉日期", "复核日期"]),
        (.decision, ["复核结论"]), (.grounds, ["申诉理由"]),
      ]
    case .measurement:
      [
        (.unit, SheetKind.unitHeaders), (.indicator, ["考核指标", "指标名称"]),
        (.date, ["统计日期", "截止日期", "评分日期"]), (.value, ["实际值", "完成值", "得分"]),
        (.target, ["目标值"]), (.lastYear, ["上年同期"]), (.sample, ["样本量"]),
        (.source, ["评价主体", "数据来源"]),
      ]
    case .event:
      [
        (.record, SheetKind.recordHeaders), (.unit, SheetKind.unitHeaders),
        (.item, ["加扣分事项", "事项"]), (.date, ["发生日期", "认定日期"]), (.count, ["次数"]),
        (.points, ["分值"]), (.basis, ["依据", "文件依据"]),
      ]
    case .recheck:
      [
        (.record, SheetKind.recordHeaders), (.date, ["抽查日期"]), (.consistent, ["抽查结果"]),
        (.inspectors, SheetKind.inspectorHeaders),
      ]
    case .carryover:
      [
        (.record, SheetKind.recordHeaders), (.unit, SheetKind.unitHeaders),
        (.indicator, ["考核指标", "指标名称"]), (.year, ["年度"]), (.target, ["目标值"]),
        (.value, ["实际值", "完成值"]), (.status, ["状态"]),
      ]
    }
  }

  private static let recordHeaders = ["单号", "编号", "记录编号", "问题编号"]
  private static let unitHeaders = ["被检查单位", "责任单位", "单位名称", "镇街", "镇（街道）", "属地"]
  private static let inspectorHeaders = ["检查人员", "督查人员", "检查人"]

  private static let inspectionHeaders: [(field: Field, names: [String])] = [
    (.record, recordHeaders), (.date, ["检查日期", "检查时间", "督查日期", "发现时间"]),
    (.unit, unitHeaders), (.indicator, ["考核指标", "考核项目", "检查项目", "检查内容"]),
    (.severity, ["问题等级", "隐患级别", "严重程度"]),
    (.finding, ["问题描述", "存在问题", "隐患内容", "发现问题"]),
    (.site, ["点位", "地点", "位置", "场所"]), (.team, ["督查组", "检查组"]),
    (.inspectors, inspectorHeaders), (.points, ["扣分", "扣分值"]),
    (.provisional, ["是否预扣", "预扣"]), (.value, ["实测值"]),
    (.due, ["整改期限", "整改时限", "完成时限"]), (.responsible, ["责任人", "整改责任人", "问题责任人"]),
    (.duty, ["职务"]), (.evidence, ["证据类型", "佐证材料"]), (.remark, ["备注"]),
  ]
}
