/// The columns that departments export, each under its own header.
enum InspectionColumns {
  typealias Column = SheetColumn<Inspection>

  static func record(_ header: String) -> Column {
    Column(header, "record") { .text($0.record) }
  }
  static func date(_ header: String) -> Column {
    Column(header, "date") { .date($0.date) }
  }
  static func unit(_ header: String) -> Column {
    Column(header, "unit") { .text($0.unit.name) }
  }
  static func shortUnit(_ header: String) -> Column {
    Column(header, "unit") { .text($0.unit.shortName) }
  }
  static func indicator(_ header: String) -> Column {
    Column(header, "indicator") { .text($0.indicator.name) }
  }
  static func site(_ header: String) -> Column {
    Column(header, "site") { .text($0.site) }
  }
  static func finding(_ header: String) -> Column {
    Column(header, "finding") { .optional($0.finding) }
  }
  static func severity(_ header: String) -> Column {
    Column(header, "severity") { .text($0.severity.name) }
  }
  static func hazard(_ header: String) -> Column {
    Column(header, "severity") { .text($0.severity.hazardName) }
  }
  static func team(_ header: String) -> Column {
    Column(header, "team") { .text($0.team) }
  }
  static func inspectors(_ header: String) -> Column {
    Column(header, "inspectors") { .text($0.inspectors.joined(separator: "、")) }
  }
  /// The row's own points, or those of its severity: offices like the column full.
  static func points(_ header: String) -> Column {
    Column(header, "points") { .hundredths($0.points ?? $0.severity.hundredths) }
  }
  static func ownPoints(_ header: String) -> Column {
    Column(header, "points") { .hundredths($0.points) }
  }
  static func provisional(_ header: String) -> Column {
    Column(header, "provisional") {
      guard $0.severity != .none else { return .blank }
      return .text($0.provisional ?? $0.severity.isNamed ? "是" : "否")
    }
  }
  static func due(_ header: String) -> Column {
    Column(header, "due") { .optional($0.due) }
  }
  /// The day that the severity gives, written out.
  static func fullDue(_ header: String) -> Column {
    Column(header, "due") { $0.severity == .none ? .blank : .date($0.effectiveDue) }
  }
  static func responsible(_ header: String) -> Column {
    Column(header, "responsible") { .optional($0.responsible?.name) }
  }
  static func duty(_ header: String) -> Column {
    Column(header, "duty") { .optional($0.responsible?.duty) }
  }
  static func evidence(_ header: String) -> Column {
    Column(header, "evidence") { .text($0.evidence) }
  }
  static func value(_ header: String) -> Column {
    Column(header, "value") { .optional($0.value) }
  }
  static func remark(_ header: String) -> Column {
    Column(header, "remark") { .optional($0.remark) }
  }
}

/// The columns of follow-up sheets.
enum FollowUpColumns {
  /// A rectification sheet.
  static func rectification(
    record: String,
    date: String,
    result: String,
    verifier: String
  ) -> [SheetColumn<Rectification>] {
    [
      SheetColumn(record, "record") { .text($0.record) },
      SheetColumn(date, "date") { .date($0.date) },
      SheetColumn(result, "result") { .text($0.result) },
      SheetColumn(verifier, "verifier") { .text($0.verifier) },
    ]
  }

  /// A verification sheet.
  static let verification: [SheetColumn<Verification>] = [
    SheetColumn("单号", "record") { .text($0.record) },
    SheetColumn("沟通日期", "date") { .date($0.date) },
    SheetColumn("属实情况", "factual") { .text($0.factual) },
    SheetColumn("单位意见", "reply") { .optional($0.reply) },
    SheetColumn("批准人", "approvedBy") { .optional($0.approvedBy) },
    SheetColumn("批准日期", "approvedOn") { .optional($0.approvedOn) },
  ]
}
