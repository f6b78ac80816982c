import TongbaoModel

/// One row of the bonus, penalty and veto sheet.
struct OfficeEvent: Sendable {
  var number: String
  var unit: String
  var item: String
  var date: CalendarDate
  var count: Int?
  var points: Int?
  var basis: String

  /// The events of the year.
  static var all: [OfficeEvent] {
    [
      event("KP-01", "xucun", "改革创新获省级肯定", day(3, 15), basis: "省委改革办简报第9期"),
      event("KP-02", "xucun", "改革创新获省级肯定", day(6, 20), basis: "省政府办公厅通报表扬"),
      event("KP-03", "xucun", "改革创新获省级肯定", day(10, 18), basis: "《浙江政务信息》专报"),
      event("KP-04", "haichang", "承办嘉兴市级以上现场会", day(5, 25), basis: "嘉兴市“三改一拆”现场会"),
      event("KP-05", "kaifaqu", "引进十亿元以上项目", day(9, 8), count: 2, basis: "市招商局认定书"),
      event("KP-06", "huangwan", "引进十亿元以上项目", day(4, 27), basis: "市招商局认定书"),
      event("KP-07", "yuanhua", "迟报漏报", day(7, 5), count: 2, basis: "海考评通报"),
      event("KP-08", "xieqiao", "考核中弄虚作假", day(8, 21), basis: "市统计局执法检查"),
      event("KP-09", "changan", "发生较大以上安全生产事故", day(7, 14), basis: "海安委〔2017〕21号"),
      event("KP-10", "huangwan", "发生较大环境污染事件", day(6, 16), basis: "市环保局认定书"),
      event("KP-11", "dingqiao", "党风廉政建设一票否决", day(11, 8), basis: "市纪委函"),
      event("KP-12", "zhouwangmiao", "被市委市政府通报批评", day(9, 27), basis: "海委办通报〔2017〕15号"),
      event("KP-13", "yanguan", "数据上报失实", day(5, 9), basis: "市统计局通报"),
      event("KP-14", "xiashi", "被市委市政府通报批评", day(10, 12), points: 30, basis: "督查专报第31期"),
      event("KP-15", "maqiao", "迟报漏报", day(8, 4), basis: "海考评通报"),
      event("", "haizhou", "承办嘉兴市级以上现场会", day(9, 21), basis: "嘉兴市社区治理现场会"),
    ]
  }

  private static func event(
    _ number: String,
    _ unit: String,
    _ item: String,
    _ date: CalendarDate,
    count: Int? = nil,
    points: Int? = nil,
    basis: String
  ) -> OfficeEvent {
    OfficeEvent(
      number: number,
      unit: unit,
      item: item,
      date: date,
      count: count,
      points: points,
      basis: basis
    )
  }

  /// What becomes of some: a veto upheld on appeal falls, a penalty is halved, one was not so.
  static var appeals: [Appeal] {
    [
      Appeal(record: "KP-08", date: day(8, 28), decision: "受理中", grounds: "系报表口径差异，非弄虚作假"),
      Appeal(record: "KP-08", date: day(9, 14), decision: "成立", grounds: "经复核系口径差异，撤销认定"),
      Appeal(record: "KP-13", date: day(5, 22), decision: "部分成立", grounds: "部分数据系部门误传"),
    ]
  }

  /// The office's own talks.
  static var verifications: [Verification] {
    [
      Verification(
        department: .ducha,
        record: "KP-15",
        date: day(8, 9),
        factual: "失实",
        reply: "材料按时报送，系统未显示",
        approvedBy: "",
        approvedOn: nil
      )
    ]
  }
}

/// One row of the carry-over sheet: what the year before left undone.
struct CarryoverRow: Sendable {
  var unit: String
  var indicator: HainingIndicator
  var target: Int
  var value: Int
  var status: String

  /// The rows of 2016: the first two and the last are met in 2017, the others are not.
  static var all: [CarryoverRow] {
    [
      CarryoverRow(
        unit: "yanguan",
        indicator: .cameras,
        target: 9500,
        value: 9410,
        status: "经核实，继续跟踪"
      ),
      CarryoverRow(
        unit: "zhouwangmiao",
        indicator: .output,
        target: 7200,
        value: 6510,
        status: "经核实，继续跟踪"
      ),
      CarryoverRow(
        unit: "huangwan",
        indicator: .output,
        target: 12000,
        value: 8420,
        status: "经核实，继续跟踪"
      ),
      CarryoverRow(
        unit: "kaifaqu",
        indicator: .landTax,
        target: 2800,
        value: 2350,
        status: "经核实，继续跟踪"
      ),
      CarryoverRow(
        unit: "xieqiao",
        indicator: .water,
        target: 8500,
        value: 7500,
        status: "经核实，继续跟踪"
      ),
    ]
  }
}
