import Foundation
import Testing

/// A sheet in a layout that the program has never seen, and the same rows under heads that it knows.
struct UnknownLayout: CustomTestStringConvertible {
  /// The file's name.
  let name: String
  /// The sheet.
  let bytes: Data
  /// The same as CSV with known heads.
  let plain: String
  /// Rows that are records.
  let records: Int
  /// What the entry must say besides.
  let says: [String]

  var testDescription: String { name }

  init(_ name: String, _ text: String, plain: String, records: Int, says: [String] = []) {
    self.init(name, Data(text.utf8), plain: plain, records: records, says: says)
  }

  init(_ name: String, _ bytes: Data, plain: String, records: Int, says: [String] = []) {
    self.name = name
    self.bytes = bytes
    self.plain = plain
    self.records = records
    self.says = says
  }

  private static func gb18030(_ text: String) -> Data {
    text.data(using: String.Encoding(rawValue: 0x8000_0632)) ?? Data()
  }

  static let all = [
    titled, twoRows, attributes, merged, wide, wideInTwoRows, titleDate, grouped, rectification,
    nested,
  ]

  /// A title, heads of another office, GB18030.
  private static let titled = UnknownLayout(
    "镇街暗访情况-2017年10月.csv",
    gb18030(
      """
      海宁市暗访情况汇总表,,,,,,,,\r
      暗访编号,暗访时间,属地镇街,暗访点位,考核事由,发现的问题,严重性,暗访人员,整改截止日期\r
      AF-001,2017-10-11,盐官镇,工人路口,平安巡查,消防通道堵塞,一般,张三、李四、王五,2017-10-30\r
      AF-002,2017-10-12,长安镇,长安菜场,平安巡查,探头损坏两处,突出,张三、李四、王五,2017-10-31\r
      """
    ),
    plain: """
      单号,检查日期,单位名称,点位,考核指标,问题描述,问题等级,检查人员,整改期限
      AF-001,2017-10-11,盐官镇,工人路口,平安巡查,消防通道堵塞,一般,张三、李四、王五,2017-10-30
      AF-002,2017-10-12,长安镇,长安菜场,平安巡查,探头损坏两处,突出,张三、李四、王五,2017-10-31
      """,
    records: 2,
    says: [#"- files: "镇街暗访情况-*.csv""#, "暗访点位: site", "kind: inspection"]
  )

  /// A header in two rows, the follow-up in the same row.
  private static let twoRows = UnknownLayout(
    "督查登记.csv",
    """
    督查情况登记表,,,,,,,,,
    问题流水号,检查情况,,,,,,整改情况,,
    ,日期,乡镇,项目,问题,等级,人员,时限,办结时间,结果
    A-1,2017年10月11日,盐官,平安巡查,消防通道堵塞,一般,张三、李四、王五,2017年10月30日,2017年10月20日,已整改
    A-2,2017年10月12日,长安镇,平安巡查,探头损坏两处,突出,张三、李四、王五,2017年10月30日,,
    """,
    plain: """
      单号,检查日期,单位名称,考核指标,问题描述,问题等级,检查人员,整改期限,整改日期,整改结果
      A-1,2017年10月11日,盐官,平安巡查,消防通道堵塞,一般,张三、李四、王五,2017年10月30日,2017年10月20日,已整改
      A-2,2017年10月12日,长安镇,平安巡查,探头损坏两处,突出,张三、李四、王五,2017年10月30日,,
      """,
    records: 2,
    says: ["整改情况/办结时间: rectification.date", "检查情况/日期: date"]
  )

  /// Record XML with English attributes.
  private static let attributes = UnknownLayout(
    "export.xml",
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <Export xmlns="urn:x"><Case caseNo="B-1" inspectionDate="2017-10-11" townName="盐官镇"
     checkItem="平安巡查" riskLevel="一般" issueDescription="消防通道堵塞" placeName="工人路"
     inspectorNames="张三、李四、王五" deadline="2017-10-30"/>
    <Case caseNo="B-2" inspectionDate="2017-10-12" townName="长安镇" checkItem="平安巡查"
     riskLevel="突出" issueDescription="探头损坏两处" placeName="菜场"
     inspectorNames="张三、李四、王五" deadline="2017-10-30"/></Export>
    """,
    plain: """
      单号,检查日期,单位名称,考核指标,问题等级,问题描述,点位,检查人员,整改期限
      B-1,2017-10-11,盐官镇,平安巡查,一般,消防通道堵塞,工人路,张三、李四、王五,2017-10-30
      B-2,2017-10-12,长安镇,平安巡查,突出,探头损坏两处,菜场,张三、李四、王五,2017-10-30
      """,
    records: 2,
    says: ["townName: unit", "riskLevel: severity"]
  )

  /// Spreadsheet 2003: notes on the first worksheet, a unit merged over two rows on the second.
  private static let merged = UnknownLayout(
    "巡查台账201710.xml",
    """
    <?xml version="1.0"?>
    <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
     xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
    <Worksheet ss:Name="说明"><Table><Row><Cell><Data ss:Type="String">请按实填写</Data></Cell></Row>
    </Table></Worksheet>
    <Worksheet ss:Name="巡查结果"><Table>
    \(row(["巡查情况"]))
    \(row(["被巡查镇街", "巡查单号", "巡查日期", "指标", "隐患情形", "隐患等级", "巡查人员"]))
    <Row><Cell ss:MergeDown="1"><Data ss:Type="String">盐官镇</Data></Cell>\
    \(cells(["C-1", "2017-10-11", "平安巡查", "消防通道堵塞", "一般", "张三、李四、王五"]))</Row>
    <Row><Cell ss:Index="2"><Data ss:Type="String">C-2</Data></Cell>\
    \(cells(["2017-10-12", "平安巡查", "探头损坏两处", "突出", "张三、李四、王五"]))</Row>
    </Table></Worksheet></Workbook>
    """,
    plain: """
      单位名称,单号,检查日期,考核指标,问题描述,问题等级,检查人员
      盐官镇,C-1,2017-10-11,平安巡查,消防通道堵塞,一般,张三、李四、王五
      盐官镇,C-2,2017-10-12,平安巡查,探头损坏两处,突出,张三、李四、王五
      """,
    records: 2,
    says: ["sheet: 巡查结果", "被巡查镇街: unit"]
  )

  private static func row(_ texts: [String]) -> String { "<Row>\(cells(texts))</Row>" }

  private static func cells(_ texts: [String]) -> String {
    texts.map { #"<Cell><Data ss:Type="String">\#($0)</Data></Cell>"# }.joined()
  }

  /// A column for each indicator, its unit behind the name, the day in the title.
  private static let wide = UnknownLayout(
    "市经信局-产值-2017年10月.csv",
    """
    主要经济指标完成情况,,
    截至2017年10月31日,,单位：亿元
    镇、街道,规上工业总产值（亿元）,监控点有效运行率(%)
    盐官镇,12.5,95.2
    长安镇,20.1,96
    合计,32.6,
    """,
    plain: """
      单位名称,规上工业总产值,监控点有效运行率,统计日期
      盐官镇,12.5,95.2,2017-10-31
      长安镇,20.1,96,2017-10-31
      """,
    records: 2,
    says: ["department: jingxin", "dateFrom: title", "规上工业总产值（亿元）: 规上工业总产值"]
  )

  /// Value, target and last year below each indicator, the day in the file's name.
  private static let wideInTwoRows = UnknownLayout(
    "产值进度-2017年10月.csv",
    """
    镇街名,规上工业总产值(亿元),,,监控点有效运行率
    ,完成值,目标值,上年同期,
    盐官镇,12.5,13,11,95.2
    长安镇,20.1,19,18,96
    """,
    plain: """
      单位名称,规上工业总产值/完成值,规上工业总产值/目标值,规上工业总产值/上年同期,监控点有效运行率,统计日期
      盐官镇,12.5,13,11,95.2,2017-10-31
      长安镇,20.1,19,18,96,2017-10-31
      """,
    records: 2,
    says: ["dateFrom: name", "镇街名: unit"]
  )

  /// An indicator to a row, the day in the title alone.
  private static let titleDate = UnknownLayout(
    "测评.csv",
    """
    2017年10月平安指标测评结果,,
    受评镇街,指标,实绩
    盐官镇,监控点有效运行率,95.2
    长安镇,监控点有效运行率,96
    """,
    plain: """
      单位名称,考核指标,实际值,统计日期
      盐官镇,监控点有效运行率,95.2,2017-10-31
      长安镇,监控点有效运行率,96,2017-10-31
      """,
    records: 2,
    says: ["dateFrom: title", "kind: measurement", "实绩: value"]
  )

  /// The unit in the first row of its group, no indicator: the department has only one.
  private static let grouped = UnknownLayout(
    "市经信局-作坊排查-2017年9月.csv",
    """
    台账号;排查时间;镇街;企业;存在不足;隐患等级;检查组成员
    X1;2017.9.1;盐官镇;甲厂;设备未拆除完毕;一般;张三、李四、王五
    X2;2017.9.2;;乙厂;设备未拆除完毕;突出;张三、李四、王五
    X3;2017.9.3;长安镇;丙厂;设备未拆除完毕;突出;张三、李四、王五
    """,
    plain: """
      单号,检查日期,单位名称,点位,问题描述,问题等级,检查人员,考核指标
      X1,2017.9.1,盐官镇,甲厂,设备未拆除完毕,一般,张三、李四、王五,低小散整治
      X2,2017.9.2,盐官镇,乙厂,设备未拆除完毕,突出,张三、李四、王五,低小散整治
      X3,2017.9.3,长安镇,丙厂,设备未拆除完毕,突出,张三、李四、王五,低小散整治
      """,
    records: 3,
    says: ["fillDown: [unit]", "indicator: 低小散整治", "台账号: record"]
  )

  /// Follow-ups with 是 and 否, tabs, UTF-16.
  private static let rectification = UnknownLayout(
    "整改回复.txt",
    Data([0xFF, 0xFE])
      + ("问题单编号\t整改完成时间\t是否整改到位\t复查人员姓名\n"
      + "A-1\t2017-10-20\t是\t赵六\nA-2\t2017-10-22\t否\t赵六\n")
      .utf16.reduce(into: Data()) { $0 += [UInt8($1 & 255), UInt8($1 >> 8)] },
    plain: """
      单号,整改日期,是否销号,复查人
      A-1,2017-10-20,是,赵六
      A-2,2017-10-22,否,赵六
      """,
    records: 2,
    says: ["kind: rectification", "是否整改到位: result"]
  )

  /// Record XML with nested Chinese elements.
  private static let nested = UnknownLayout(
    "系统导出.xml",
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <数据><案件><工单>D-1</工单><巡检><时间>2017-10-11</时间><属地街道>盐官镇</属地街道></巡检><专项>平安巡查</专项>
    <情形>消防通道堵塞</情形><轻重>一般</轻重><网格员>张三、李四、王五</网格员></案件>
    <案件><工单>D-2</工单><巡检><时间>2017-10-12</时间><属地街道>长安镇</属地街道></巡检><专项>平安巡查</专项>
    <情形>探头损坏两处</情形><轻重>突出</轻重><网格员>张三、李四、王五</网格员></案件></数据>
    """,
    plain: """
      单号,检查日期,单位名称,考核指标,问题描述,问题等级,检查人员
      D-1,2017-10-11,盐官镇,平安巡查,消防通道堵塞,一般,张三、李四、王五
      D-2,2017-10-12,长安镇,平安巡查,探头损坏两处,突出,张三、李四、王五
      """,
    records: 2,
    says: ["巡检/时间: date", "轻重: severity"]
  )
}
