import TongbaoModel

/// The words by which people head a column for a role, beyond the heads that are known.
///
/// Only proposals use them; no sheet is read by them.
struct RoleWords: Sendable {
  /// Words that tell the role by themselves.
  var words: [HeadWord] = []
  /// Words of which one must stand there besides; none are needed where this is empty.
  var with: [HeadWord] = []
  /// Words that tell the role where nothing in `without` stands there, though less surely.
  var plain: [HeadWord] = []
  /// Words that speak for another role.
  var without: [HeadWord] = []

  /// The words for a role.
  static func of(_ role: Role) -> RoleWords {
    switch (role.kind, role.field) {
    case (_, .date): return dateWords(role.kind)
    // 得分 of an inspection is no measured value.
    case (.inspection, .value), (.rectification, .value):
      return RoleWords(words: ["实测", "measured"])
    default: return table[role.field] ?? RoleWords()
    }
  }

  private static let days: [HeadWord] = [
    "日期", "时间", "年月日", "日", "那天", "哪天", "当天", "date", "dt", "time", "day", "on",
  ]
  private static let persons: [HeadWord] = [
    "人", "员", "姓名", "谁", "by", "name", "officer", "person",
  ]
  private static let limits: [HeadWord] = [
    "期限", "时限", "限期", "截止", "限改", "前改", "前完成", "前整改", "号前", "日前", "due", "deadline", "ddl",
  ]

  /// What happens on the day of each kind.
  private static let phases: [(kind: SheetKind, words: [HeadWord])] = [
    (
      .inspection,
      [
        "检查", "巡查", "督查", "巡检", "暗访", "发现", "上报", "排查", "登记", "采集", "受理", "立案", "走访", "执法", "督导",
        "稽查", "飞检", "看",
        "inspection", "inspected", "check", "checked", "visit", "found", "reported",
      ]
    ),
    (
      .rectification,
      [
        "整改", "完成", "销号", "复查", "核查", "验收", "办结", "结案", "处置", "整治", "rectified", "rectification",
        "fixed", "resolved", "closed", "completed",
      ]
    ),
    (.verification, ["沟通", "核实", "反馈", "确认", "verified", "verification"]),
    (.appeal, ["申诉", "复核", "申辩", "复议", "appeal"]),
    (.recheck, ["抽查", "复检", "回头看", "recheck"]),
    (.measurement, ["统计", "截止", "截至", "评分", "数据", "测评", "asof", "measured"]),
    (.event, ["发生", "认定", "发文", "通报", "event"]),
  ]

  private static func dateWords(_ kind: SheetKind) -> RoleWords {
    let own = phases.first { $0.kind == kind }?.words ?? []
    // 检查 stands in 抽查日期's sheets too; a phase of another kind outweighs none of its own.
    let others = phases.filter { $0.kind != kind }.flatMap(\.words)
    let strange = others + (kind == .measurement ? [] : limits) + ["批准", "审批", "approved", "出生"]
    return RoleWords(words: own, with: days, plain: days, without: strange)
  }

  private static let table: [Field: RoleWords] = [
    .record: RoleWords(
      words: [
        "单号", "编号", "编码", "案号", "流水号", "序列号", "任务号", "登记号", "问题号", "记录号", "案件号", "工单",
        "台账号", "流水", "recordno", "no", "number", "id", "serial", "ticket", "reference", "ref",
      ],
      plain: ["号"],
      without: [
        "序号", "身份", "电话", "手机", "信用", "机构", "设备", "门牌", "车牌", "点位编号", "型号", "房号", "卡号",
        "文号", "几号", "号前", "phone", "tel", "mobile",
      ]
    ),
    .unit: RoleWords(
      words: [
        "被检查", "被督查", "被考核", "受检", "责任主体", "单位", "镇街", "乡镇", "街道", "属地", "辖区", "镇", "unit",
        "town", "township", "street", "subdistrict", "district",
      ],
      without: [
        "填报", "牵头", "主管", "上报", "计量", "联系", "负责人", "意见", "施工", "建设单位", "督查单位", "牵头单位",
        "电话", "职务", "description", "address", "contact",
      ]
    ),
    .indicator: RoleWords(
      words: ["指标", "考核项", "检查项", "项目", "类别", "类型", "专项", "indicator", "category", "topic"],
      without: ["等级", "证据", "编号", "级别", "指标值"]
    ),
    .severity: RoleWords(
      words: [
        "等级", "级别", "程度", "性质", "严重", "轻重", "风险", "档次", "等次", "severity", "level", "lvl", "grade",
        "priority",
        "risk",
      ],
      without: ["单位级别"]
    ),
    .finding: RoleWords(
      words: [
        "问题", "隐患", "描述", "不足", "情形", "不合规", "不规范", "不到位", "不符", "缺陷", "存在", "违规", "违法", "短板", "发现",
        "finding", "issue", "problem", "description", "desc", "detail",
      ],
      plain: ["情况", "内容", "详情", "事由", "原因", "reason"],
      without: [
        "备注", "附注", "补充", "时间", "日期", "人员", "电话", "联系", "note", "notes", "remark", "tel", "phone",
        "整改", "等级", "级别", "编号", "类别", "类型", "图片", "照片", "反馈", "责任", "来源", "数量", "措施", "部位", "点位",
        "地点", "no",
      ]
    ),
    .site: RoleWords(
      words: [
        "点位", "地点", "位置", "场所", "地址", "部位", "检查点", "巡查点", "对象", "企业", "路段", "小区", "河段", "河道", "工地",
        "学校", "门店", "店招", "店名", "店铺", "商户", "村",
        "site", "proj", "place", "location", "address", "spot",
      ],
      without: ["编号", "单位", "电话", "法人", "代码", "数"]
    ),
    .team: RoleWords(words: ["组", "科室", "team", "group"], without: ["组长", "人员", "成员"]),
    .inspectors: RoleWords(
      words: [
        "检查", "巡查", "督查", "巡检", "暗访", "执法", "督导", "稽查", "排查", "飞检", "组成员", "网格员", "上报",
        "带队", "随员", "随行", "参检", "谁去", "谁查", "inspector", "inspectors", "checker", "ppl",
      ],
      with: persons + ["ppl", "inspector", "inspectors", "checker"],
      without: ["复查", "核查", "验收", "被", "电话", "职务", "时间", "日期"]
    ),
    .points: RoleWords(
      words: ["扣分", "减分", "扣减", "points", "deduction", "deducted"],
      without: ["原因", "预扣", "依据", "是否"]
    ),
    .provisional: RoleWords(words: ["预扣", "暂扣", "provisional"], without: ["预扣分值"]),
    .due: RoleWords(words: limits, without: ["统计"]),
    .responsible: RoleWords(
      words: ["责任人", "负责人", "责任领导", "整改人", "当事人", "responsible", "owner"],
      without: ["电话", "职务", "联系"]
    ),
    .duty: RoleWords(words: ["职务", "职位", "岗位", "duty", "position"]),
    .evidence: RoleWords(
      words: ["证据", "佐证", "照片", "图片", "附件", "evidence", "photo", "attachment"],
      without: ["整改后"]
    ),
    .remark: RoleWords(words: ["备注", "附注", "其他", "remark", "remarks", "note", "notes", "comment"]),
    .value: RoleWords(
      words: [
        "实际", "完成", "实绩", "实测", "指标值", "数值", "测评值", "得分", "actual", "value", "score", "result",
      ],
      plain: ["率", "值", "比例", "指数"],
      without: ["目标", "上年", "同期", "时间", "日期", "期限", "完成情况", "整改"] + days
    ),
    .target: RoleWords(words: ["目标", "任务数", "计划", "target", "goal", "plan"], without: ["编号"]),
    .lastYear: RoleWords(words: ["上年", "同期", "去年", "previous", "lastyear"], without: ["增"]),
    .sample: RoleWords(words: ["样本", "sample"]),
    .source: RoleWords(words: ["来源", "评价主体", "source"]),
    .result: RoleWords(
      words: [
        "整改", "整治", "销号", "落实", "办理", "处置", "办结", "复查", "验收", "rectification", "rectified", "fixed",
      ],
      with: [
        "情况", "结果", "结论", "状态", "与否", "是否", "进度", "进展", "result", "status", "state", "rectified",
        "fixed",
      ],
      plain: ["状态", "结果", "status", "result", "outcome"],
      without: ["抽查", "复核", "申诉", "核实", "检查结果", "描述", "措施", "人"] + days
    ),
    .verifier: RoleWords(
      words: ["复查", "核查", "验收", "复核", "verifier", "verified"],
      with: persons + ["verifier"],
      without: ["时间", "日期", "date"]
    ),
    .factual: RoleWords(words: ["属实", "核实情况", "核实结果", "factual", "true"], without: days),
    .reply: RoleWords(words: ["意见", "反馈", "回复", "答复", "回应", "reply", "response"], without: days),
    .approvedBy: RoleWords(
      words: ["批准", "审批", "签批", "approved", "approver"],
      with: persons + ["approver"],
      plain: ["批准", "审批", "签批"],
      without: ["时间", "日期", "意见", "on", "date"]
    ),
    .approvedOn: RoleWords(words: ["批准", "审批", "签批", "approved"], with: days),
    .decision: RoleWords(words: ["结论", "裁定", "复核结果", "复核意见", "decision", "ruling"], without: days),
    .grounds: RoleWords(words: ["理由", "申诉内容", "申诉事由", "grounds", "reason"], without: ["扣分"]),
    .item: RoleWords(words: ["事项", "加分", "扣分项", "加扣", "item", "matter"], without: ["分值", "依据"]),
    .count: RoleWords(words: ["次数", "起数", "件数", "count", "times"]),
    .basis: RoleWords(words: ["依据", "文件", "文号", "出处", "basis", "document"]),
    .consistent: RoleWords(
      words: ["一致", "抽查", "回头看", "复检", "相符", "consistent"],
      with: ["一致", "结果", "情况", "结论", "相符", "consistent"],
      without: days
    ),
    .year: RoleWords(words: ["年度", "年份", "year"]),
    .status: RoleWords(words: ["状态", "status"]),
  ]
}
