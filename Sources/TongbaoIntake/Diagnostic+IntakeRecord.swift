package import TongbaoModel

extension DiagnosticKind {
  static let recordKinds: [DiagnosticKind] = [
    dueBeforeInspection, followUpBeforeRecord, approvalWithoutName, unitNotExisting,
    projectNotApproved, indicatorNotApplicable, totalMismatch, columnsLookSwapped, outlier,
    noRecordRows, followUpIncomplete, followUpOpen, rowWithoutValue,
    figureWithoutValue,
  ]

  /// The due date “`text`” is before the inspection of `date`.
  package static let dueBeforeInspection = DiagnosticKind(
    "intake.due-before-inspection",
    .error,
    message: Bilingual(
      "整改期限“{text}”早于检查日期 {date}。",
      "The due date “{text}” is before the inspection of {date}."
    ),
    remedy: Bilingual("请改正其中一个日期。", "Mend one of the dates."),
    reason: Bilingual(
      "期限早于检查，会使问题一登记就逾期。",
      "The finding would be overdue as soon as it is recorded."
    )
  )

  /// The date “`text`” is before the record that it follows (`date`); it counts.
  package static let followUpBeforeRecord = DiagnosticKind(
    "intake.follow-up-before-record",
    .warning,
    message: Bilingual(
      "日期“{text}”早于所跟进记录的日期 {date}，照常计算。",
      "The date “{text}” is before the record that it follows ({date}); it counts."
    ),
    remedy: Bilingual("请确认日期。", "Check the date."),
    reason: Bilingual("先整改后检查不合常理，但仍按原样计算。", "Odd, but counted as it stands.")
  )

  /// “`head`” is filled, but “`missing`” is empty: this `kind` does not count.
  package static let followUpIncomplete = DiagnosticKind(
    "intake.follow-up-incomplete",
    .warning,
    message: Bilingual(
      "“{head}”已填而“{missing}”为空，这项{kind}不计，本行其余内容照常计入。",
      "“{head}” is filled, but “{missing}” is empty: this {kind} does not count, the rest of the row does."
    ),
    remedy: Bilingual(
      "请在来源表中补填“{missing}”后再次报送。",
      "Fill in “{missing}” at the source and send the sheet again."
    ),
    reason: Bilingual(
      "整改、沟通、复核和抽查都按日期和结果计算，缺一项即不能生效；督查记录本身不受影响。",
      "A rectification, verification, appeal or recheck works from its day and its outcome; without one of them it has no effect. The inspection itself stands."
    )
  )

  /// `rows` rows say “`text`” in “`head`” and leave “`missing`” empty: nothing is rectified yet.
  package static let followUpOpen = DiagnosticKind(
    "intake.follow-up-open",
    .note,
    message: Bilingual(
      "有 {rows} 行只填“{head}”（此处为第一行，“{text}”），“{missing}”为空，视为尚无整改反馈。",
      "Rows that fill “{head}” alone: {rows}, this one first (“{text}”); without {missing} nothing counts as rectified yet."
    ),
    remedy: Bilingual("如已整改，请补填“{missing}”。", "If it has been rectified, fill in {missing}."),
    reason: Bilingual(
      "台账中的问题在整改之前本来如此，只作提示。",
      "A ledger's findings begin like this; it is only for information."
    )
  )

  /// The row of “`text`” has no value for any indicator.
  package static let rowWithoutValue = DiagnosticKind(
    "intake.row-without-value",
    .warning,
    message: Bilingual(
      "“{text}”一行没有任何指标的数值，不作记录。",
      "The row of “{text}” has no value for any indicator; it is no record."
    ),
    remedy: Bilingual(
      "请补填数值；确无数据的，可删去该行。",
      "Fill in the values, or leave the row out where there are none."
    ),
    reason: Bilingual(
      "没有数值的单位按缺数据计算，可能影响得分。",
      "A unit without a value is scored as one whose figures are missing."
    )
  )

  /// “`indicator`” has no value; “`head`” beside it is not used.
  package static let figureWithoutValue = DiagnosticKind(
    "intake.figure-without-value",
    .note,
    message: Bilingual(
      "“{indicator}”没有完成值，同行的“{head}”未采用。",
      "“{indicator}” has no value; “{head}” beside it is not used."
    ),
    remedy: Bilingual("请在有数值后补填。", "Fill in the value once there is one."),
    reason: Bilingual(
      "目标值和上年同期随完成值一并采用。",
      "Targets and last year's values are taken together with the value."
    )
  )

  /// An approval date without a name is no approval.
  package static let approvalWithoutName = DiagnosticKind(
    "intake.approval-without-name",
    .warning,
    message: Bilingual("有批准日期而无批准人，不视为已批准。", "An approval date without a name is no approval."),
    remedy: Bilingual("请补填批准人。", "Fill in who approved it."),
    reason: Bilingual("实名通报须有批准人。", "A named notice needs somebody's approval.")
  )

  /// The unit “`text`” is not assessed on `date`.
  package static let unitNotExisting = DiagnosticKind(
    "intake.unit-outside-dates",
    .warning,
    message: Bilingual(
      "{date} 时单位“{text}”不在考核范围内。",
      "The unit “{text}” is not assessed on {date}."
    ),
    remedy: Bilingual("请确认日期和单位。", "Check date and unit."),
    reason: Bilingual("单位只在其存续期间计分。", "A unit counts only on the days on which it exists.")
  )

  /// The project of “`text`” is not approved on `date`; the row counts 0.
  package static let projectNotApproved = DiagnosticKind(
    "intake.project-outside-dates",
    .warning,
    message: Bilingual(
      "{date} 时指标“{text}”所属项目未经准入，{effect}。",
      "The project of “{text}” is not approved on {date}; {effect}."
    ),
    remedy: Bilingual("请确认日期，或核对项目准入期限。", "Check the date or the project's approval."),
    reason: Bilingual("只有经准入的考核项目才计分。", "Only approved projects count.")
  )

  /// The indicator “`text`” does not apply to `unit`.
  package static let indicatorNotApplicable = DiagnosticKind(
    "intake.indicator-not-applicable",
    .warning,
    message: Bilingual("指标“{text}”不适用于{unit}。", "The indicator “{text}” does not apply to {unit}."),
    remedy: Bilingual("请确认单位和指标。", "Check unit and indicator."),
    reason: Bilingual("不适用的指标不计分。", "An indicator that does not apply counts 0.")
  )

  /// The total says `stated`, the rows add up to `sum`.
  package static let totalMismatch = DiagnosticKind(
    "intake.total-mismatch",
    .warning,
    message: Bilingual(
      "合计写为 {stated}，各行相加为 {sum}。",
      "The total says {stated}, the rows add up to {sum}."
    ),
    remedy: Bilingual("请核对是否漏行或改数未改合计。", "Check for missing rows or a stale total."),
    reason: Bilingual("合计不符，说明数据可能不全。", "A wrong total often means missing rows.")
  )

  /// The columns “`first`” and “`second`” look swapped (`rows` rows).
  package static let columnsLookSwapped = DiagnosticKind(
    "intake.columns-look-swapped",
    .warning,
    message: Bilingual(
      "列“{first}”与“{second}”似乎互换了（{rows} 行）。",
      "The columns “{first}” and “{second}” look swapped ({rows} rows)."
    ),
    remedy: Bilingual("请核对表头与内容是否对应。", "Check the heads against the contents."),
    reason: Bilingual("导出程序的列序差错会使整表出错。", "A slip in the export spoils every row.")
  )

  /// The value `text` of `unit` for “`indicator`” is far from the others (median `median`).
  package static let outlier = DiagnosticKind(
    "intake.outlier",
    .warning,
    message: Bilingual(
      "{unit}“{indicator}”的值 {text} 与本表其他值相差悬殊（中位数 {median}）。",
      "The value {text} of {unit} for “{indicator}” is far from the others (median {median})."
    ),
    remedy: Bilingual("请核对数字与单位。", "Check the number and its unit."),
    reason: Bilingual(
      "偏离中位数十倍以上的绝对中位差，多为录入差错。",
      "Beyond ten median deviations a value is usually a slip."
    )
  )

  /// No record below the header.
  package static let noRecordRows = DiagnosticKind(
    "intake.no-records",
    .warning,
    message: Bilingual("表头之下没有任何记录。", "No record below the header."),
    remedy: Bilingual("请确认导出的筛选条件。", "Check the filter of the export."),
    reason: Bilingual("只有表头的表可能是导出失败。", "A sheet with a header only may be a failed export.")
  )
}

extension Fact {
  /// What an unapproved project means for a finding.
  static let findingCountsNothing = Fact.worded(
    Bilingual("该问题不计分", "the finding counts 0")
  )
  /// What an unapproved project means for a measured value.
  static let valueCounts = Fact.worded(
    Bilingual("指标数据照常采用", "the value counts all the same")
  )
}
