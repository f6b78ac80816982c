import TongbaoModel

/// What a view and each of its names say, for the reference page of the templates.
///
/// The notes stand beside the views and not in them: rendering never touches this table. A test
/// holds it complete and without stale names.
struct ViewNotes: Sendable {
  /// Name of the view.
  let view: String
  /// What the view is about.
  let title: Bilingual
  /// Views whose names this one has too.
  let included: [String]
  /// Its own names with what they say, in the order of the page.
  let names: [(name: String, note: Bilingual)]

  /// The notes of a view, and the views whose names it has besides its own.
  init<Noted: View>(
    _ view: Noted.Type,
    _ title: Bilingual,
    including: [any View.Type] = [],
    _ names: KeyValuePairs<String, Bilingual>
  ) {
    self.view = String(describing: view)
    self.title = title
    included = including.map { String(describing: $0) }
    self.names = names.map { (name: $0.key, note: $0.value) }
  }

  /// The notes of every view, as the reference page orders them.
  static let all: [ViewNotes] =
    ofDocuments + ofScores + ofFindings + ofMatters + ofIndexes + ofOffice

  /// The notes of the view called `name`.
  static func of(_ name: String) -> ViewNotes? { all.first { $0.view == name } }
}

/// What a template file is for.
enum TemplateNotes {
  /// The documents, by the names of their templates.
  static let documents: KeyValuePairs<String, Bilingual> = [
    "circular": Bilingual("通报（周、月、季）", "the circular of a week, month or quarter"),
    "warning": Bilingual("预警表和汇总表", "the early-warning and summary tables"),
    "summary": Bilingual("年度考核结果通报", "the year-end summary"),
    "unit": Bilingual("单位得分明细", "the page of a unit with its scores"),
    "notice": Bilingual("实名通报", "a named notice"),
    "retraction": Bilingual("撤销或暂停公布的实名通报", "what takes the place of a named notice"),
    "correction": Bilingual("更正说明", "the correction of a new revision"),
    "index": Bilingual("首页", "the first page of the site"),
    "period": Bilingual("期间目录页", "the page of a period with its revisions"),
    "withheld": Bilingual("暂不公布的突出问题（内部）", "withheld notices (internal)"),
    "quality": Bilingual("填报数据质量（内部）", "the quality of sheets (internal)"),
    "burden": Bilingual("减负表（内部）", "the burden table (internal)"),
    "discipline": Bilingual("考评纪律（内部）", "the discipline page (internal)"),
    "spot-check": Bilingual("抽查复核（内部）", "spot checks (internal)"),
    "communication": Bilingual("告知核实单（内部，一单位一份）", "the communication sheet of a unit (internal)"),
    "assignment": Bilingual("交办单（内部，一单位一份）", "the assignment sheet of a unit (internal)"),
    "explanation": Bilingual("explain 命令输出的计算过程", "the derivation that explain prints"),
    "page.html": Bilingual("网页的外框", "the frame of every HTML page"),
  ]

  /// The partials that came with the program.
  static let partials: KeyValuePairs<String, Bilingual> = [
    "requirements": Bilingual("通报的工作要求", "what the circular asks of the units"),
    "warning-table": Bilingual("模拟得分预警表", "the early-warning table"),
    "steps": Bilingual("计算过程逐步列出", "the steps of a derivation"),
    "style.css": Bilingual("屏幕样式", "the style on a screen"),
    "newer.css": Bilingual("打印样式中较新的部分", "the newer part of the style on paper"),
    "print.css": Bilingual("打印样式（公文格式）", "the style on paper"),
  ]
}
