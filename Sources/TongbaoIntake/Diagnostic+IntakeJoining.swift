package import TongbaoModel

extension DiagnosticKind {
  static let joiningKinds: [DiagnosticKind] = [
    repeatedRecord, supersededRecord, repeatedNumber, followUpOfNothing, followUpOfSeveral,
    measurementJump,
    withdrawnSheet, withdrawnRecord, followUpOfWithdrawn,
  ]

  /// “`text`” says the same as `first`; it counts once.
  package static let repeatedRecord = DiagnosticKind(
    "intake.repeated",
    .note,
    message: Bilingual(
      "与 {first} 的“{text}”内容相同，只计一次。",
      "“{text}” says the same as {first}; it counts once."
    ),
    remedy: Bilingual("无需处理。", "Nothing to do."),
    reason: Bilingual("同一记录重复报送只计一次。", "A record sent twice counts once.")
  )

  /// “`text`” replaces the same record at `first` with other content.
  package static let supersededRecord = DiagnosticKind(
    "intake.superseded",
    .warning,
    message: Bilingual(
      "“{text}”取代 {first} 的同一记录，内容不同。",
      "“{text}” replaces the same record at {first} with other content."
    ),
    remedy: Bilingual(
      "如不是更正，请改用不同的单号；没有单号的，请核对单位、指标或事项、日期。",
      "If this is no correction, give it a number of its own; without numbers check unit, indicator or item, and date."
    ),
    reason: Bilingual(
      "同一部门同一单号视为同一记录，没有单号的看单位、指标或事项、日期，以后到者为准。",
      "One number of one department is one record, without numbers one unit, indicator or item, and date; the later row rules."
    )
  )

  /// “`text`” has the composed number of `first` and other content.
  package static let repeatedNumber = DiagnosticKind(
    "intake.number-repeated",
    .error,
    message: Bilingual(
      "“{text}”组成的编号与 {first} 相同，内容不同，分不清是哪一条。",
      "“{text}” has the same composed number as {first} and other content: which of them is meant is not known."
    ),
    remedy: Bilingual(
      "请在 sources 的 number 中再加一列，使每行的编号不同；或改正本行中写错的一列。",
      "Add a column to number in sources so that every row has its own, or mend the wrong cell of this row."
    ),
    reason: Bilingual(
      "编号由几列组成，同一份表中相同的多半是两条记录，不能让一条悄悄取代另一条。",
      "Made of columns, the same number twice in one sheet is most often two records; neither may replace the other."
    )
  )

  /// There is no record “`text`”.
  package static let followUpOfNothing = DiagnosticKind(
    "intake.follow-up-unknown",
    .error,
    message: Bilingual("没有单号为“{text}”的记录。", "There is no record “{text}”."),
    remedy: Bilingual(
      "请核对单号，或先投放督查记录。",
      "Check the number, or drop the inspection sheet in first."
    ),
    reason: Bilingual("找不到对应记录的反馈不能生效。", "A follow-up of nothing has no effect.")
  )

  /// The number “`text`” belongs to `count` records.
  package static let followUpOfSeveral = DiagnosticKind(
    "intake.follow-up-ambiguous",
    .error,
    message: Bilingual(
      "单号“{text}”对应 {count} 条记录，无法确定是哪一条。",
      "The number “{text}” belongs to {count} records."
    ),
    remedy: Bilingual(
      "请在 sources 中写明本表的部门，或改用唯一单号。",
      "Say the sheet's department in sources, or use a unique number."
    ),
    reason: Bilingual("各部门的单号都从 1 开始，不能猜。", "Departments all count from 1; nothing is guessed.")
  )

  /// “`indicator`” of `unit` went from `before` to `text`, tenfold or more.
  package static let measurementJump = DiagnosticKind(
    "intake.measurement-jump",
    .warning,
    message: Bilingual(
      "{unit}“{indicator}”由 {before} 变为 {text}，相差十倍以上。",
      "“{indicator}” of {unit} went from {before} to {text}, tenfold or more."
    ),
    remedy: Bilingual("请核对单位（万元、亿元）和小数点。", "Check the unit and the decimal point."),
    reason: Bilingual("十倍之差多为单位或小数点之误。", "A factor of ten is usually a wrong unit or point.")
  )

  /// The sheet is withdrawn and does not count.
  package static let withdrawnSheet = DiagnosticKind(
    "intake.withdrawn-sheet",
    .note,
    message: Bilingual("该表已撤回，不计。", "The sheet is withdrawn and does not count."),
    remedy: Bilingual("无需处理。", "Nothing to do."),
    reason: Bilingual("撤回的表留档但不计分。", "Withdrawn sheets stay in the archive and do not count.")
  )

  /// The record “`text`” is withdrawn and does not count.
  package static let withdrawnRecord = DiagnosticKind(
    "intake.withdrawn-record",
    .note,
    message: Bilingual("记录“{text}”已撤回，不计。", "The record “{text}” is withdrawn and does not count."),
    remedy: Bilingual("无需处理。", "Nothing to do."),
    reason: Bilingual("撤回的记录留档但不计分。", "Withdrawn records stay in the archive and do not count.")
  )

  /// The record “`text`” that this row follows is withdrawn.
  package static let followUpOfWithdrawn = DiagnosticKind(
    "intake.follow-up-of-withdrawn",
    .note,
    message: Bilingual(
      "所跟进的记录“{text}”已撤回，本行不计。",
      "The record “{text}” that this row follows is withdrawn."
    ),
    remedy: Bilingual("无需处理。", "Nothing to do."),
    reason: Bilingual("撤回的记录，其反馈一并不计。", "What follows a withdrawn record does not count either.")
  )
}
