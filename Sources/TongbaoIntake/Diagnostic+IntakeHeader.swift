package import TongbaoModel

extension DiagnosticKind {
  static let headerKinds: [DiagnosticKind] = [
    sheetEmpty, unknownKind, missingFields, ambiguousKind, rowsAboveHeader, spareHeader,
    blankHeader, repeatedHeader, unknownHeader, unusedAlias, nearHeader, unknownConstant,
    unknownValueField,
    unknownValueTarget, noDateInTitle, noDateInName, incompleteFollowUpColumns,
    unknownNumberPart, unusedNumber,
  ]

  /// “`text`” under number in sources is no column of this sheet, which has `heads`.
  package static let unknownNumberPart = DiagnosticKind(
    "header.number-unknown",
    .error,
    message: Bilingual(
      "sources 的 number 所列的“{text}”不是本表的列。",
      "“{text}” under number in sources is no column of this sheet."
    ),
    remedy: Bilingual(
      "本表各列：{heads}。请改用其中的列名，或补上这一列。",
      "The sheet has {heads}: name one of these, or add the column."
    ),
    reason: Bilingual(
      "编号少了一部分，就会与别的行相同。",
      "Without one of its parts a number would be that of other rows too."
    )
  )

  /// number in sources (`text`) has no effect: a column gives the number, or there is none.
  package static let unusedNumber = DiagnosticKind(
    "header.number-unused",
    .note,
    message: Bilingual(
      "sources 的 number（{text}）没有起作用：本表已有单号列，或这种表不用单号。",
      "number in sources ({text}) has no effect: the sheet has a column of numbers, or needs none."
    ),
    remedy: Bilingual(
      "无需处理；那一列如果不是单号（如序号），请在 headers 中另写它的含义，如 remark。",
      "Nothing to do; if that column holds no numbers of records, name another field for it under headers, such as remark."
    ),
    reason: Bilingual(
      "有单号的以单号为准，没有的才由其他列组成。",
      "A number of the sheet's own rules; only without one is it made of other columns."
    )
  )

  /// The sheet has no rows.
  package static let sheetEmpty = DiagnosticKind(
    "intake.empty-sheet",
    .error,
    message: Bilingual("文件中没有任何数据行。", "The sheet has no rows."),
    remedy: Bilingual("请确认导出成功后重新投放。", "Check the export and drop the file in again."),
    reason: Bilingual(
      "空文件往往是导出失败的结果，不能当作“没有问题”。",
      "An empty file is usually a failed export; it must not pass for “nothing found”."
    )
  )

  /// No known column head in the first 10 rows.
  package static let unknownKind = DiagnosticKind(
    "header.unknown-kind",
    .error,
    message: Bilingual("前 10 行中没有可识别的表头。", "No known column head in the first 10 rows."),
    remedy: Bilingual(
      "请检查表头，或在 tongbao.yaml 的 sources 中用 headers 写明各列含义（可用 tongbao headers 生成）。",
      "Check the header, or say in tongbao.yaml (sources, headers) what the columns mean; `tongbao headers` proposes an entry."
    ),
    reason: Bilingual(
      "表的种类由表头判定，认不出表头就不能猜。",
      "The kind of a sheet is found from its header; it is never guessed."
    )
  )

  /// Closest to `kind`, but required columns are missing: `fields`.
  package static let missingFields = DiagnosticKind(
    "header.missing-field",
    .error,
    message: Bilingual(
      "最接近“{kind}”，但缺少必需的列：{fields}。",
      "Closest to {kind}, but required columns are missing: {fields}."
    ),
    remedy: Bilingual(
      "请补上所缺的列，或在 sources 中用 headers 指明对应列、用 constants 给出固定值、用 number 由几列组成单号。",
      "Add the columns, or name them under headers, give fixed values under constants, or make the number of "
        + "several columns under number in sources."
    ),
    reason: Bilingual(
      "必需字段缺一不可，缺列的表整份不予采用。",
      "A sheet without a required field cannot be taken in at all."
    )
  )

  /// The header fits several kinds alike: `kinds`.
  package static let ambiguousKind = DiagnosticKind(
    "header.ambiguous-kind",
    .error,
    message: Bilingual("表头同时符合多种表：{kinds}。", "The header fits several kinds alike: {kinds}."),
    remedy: Bilingual("请在 sources 中用 kind 写明表的种类。", "Say which one it is with `kind` in sources."),
    reason: Bilingual(
      "同样符合两种表时，猜错会把记录算到别处。",
      "A wrong guess would count the records as something else."
    )
  )

  /// `count` title rows above the header are skipped.
  package static let rowsAboveHeader = DiagnosticKind(
    "header.rows-above",
    .note,
    message: Bilingual(
      "表头之上有 {count} 行标题或说明，已跳过。",
      "{count} title rows above the header are skipped."
    ),
    remedy: Bilingual("无需处理。", "Nothing to do."),
    reason: Bilingual("导出的表常带标题、截止日期和单位说明。", "Exports often bring titles, dates and unit lines.")
  )

  /// Column “`text`” means the same as “`taken`”; only the latter is used.
  package static let spareHeader = DiagnosticKind(
    "header.spare",
    .note,
    message: Bilingual(
      "列“{text}”与列“{taken}”含义相同，只采用后者。",
      "Column “{text}” means the same as “{taken}”; only the latter is used."
    ),
    remedy: Bilingual(
      "如应采用“{text}”，请在 sources 的 headers 中写明。",
      "If “{text}” should be used, say so under headers in sources."
    ),
    reason: Bilingual("同一字段只能取自一列。", "A field is taken from one column only.")
  )

  /// Column `column` has no head but holds text; it is not used.
  package static let blankHeader = DiagnosticKind(
    "header.blank",
    .warning,
    message: Bilingual(
      "第 {column} 列没有表头，但列中有内容，未采用。",
      "Column {column} has no head but holds text; it is not used."
    ),
    remedy: Bilingual("请补上表头。", "Give the column a head."),
    reason: Bilingual("没有表头的列无法判定含义。", "What a column without a head means cannot be known.")
  )

  /// The head “`text`” stands more than once; the first column is used.
  package static let repeatedHeader = DiagnosticKind(
    "header.repeated",
    .warning,
    message: Bilingual(
      "表头“{text}”重复出现，只采用第一列。",
      "The head “{text}” stands more than once; the first column is used."
    ),
    remedy: Bilingual("请改正其中一列的表头。", "Rename one of the columns."),
    reason: Bilingual(
      "重复的表头常是导出程序的差错，可能取错列。",
      "A repeated head is often a slip of the export and may hide the right column."
    )
  )

  /// Column “`text`” is not used.
  package static let unknownHeader = DiagnosticKind(
    "header.unknown",
    .note,
    message: Bilingual("列“{text}”未被采用。", "Column “{text}” is not used."),
    remedy: Bilingual(
      "如需采用，请在 sources 的 headers 中写明对应字段。",
      "To use it, name its field under headers in sources."
    ),
    reason: Bilingual("多余的列不影响计分，只作提示。", "Other columns do no harm; this is only for information.")
  )

  /// What headers in sources says of column “`text`”, `set`, is not used.
  package static let unusedAlias = DiagnosticKind(
    "header.alias-unused",
    .warning,
    message: Bilingual(
      "sources 的 headers 中“{text}: {set}”没有起作用，这一列未被采用。",
      "“{text}: {set}” under headers in sources has no effect; the column is not used."
    ),
    remedy: Bilingual(
      "一列一个指标的宽表，请改在 values 的 indicator 之下写“{text}: 指标名称”；其余请核对字段是否属于这种表、是否已取自另一列。",
      "In a sheet with a column for each indicator write “{text}: indicator's name” under values, indicator; "
        + "else check that such sheets have the field and that no other column gives it."
    ),
    reason: Bilingual(
      "设置写明要用的列若悄悄丢下，那些数就没有计入。",
      "A column that the settings name and that is passed over leaves its figures out."
    )
  )

  /// Column “`text`” is unknown, perhaps meant as “`known`”.
  package static let nearHeader = DiagnosticKind(
    "header.near-miss",
    .note,
    message: Bilingual(
      "列“{text}”未知，是否为“{known}”？",
      "Column “{text}” is unknown; did you mean “{known}”?"
    ),
    remedy: Bilingual("如是，请改正表头或在 headers 中写明。", "If so, mend the head or name it under headers."),
    reason: Bilingual(
      "一两个字的差别多为笔误，但程序不猜。",
      "One or two wrong characters are usually a slip, but nothing is guessed."
    )
  )

  /// Column “`text`” belongs to a `kind`, but the sheet has no column `fields` for it.
  package static let incompleteFollowUpColumns = DiagnosticKind(
    "header.follow-up-incomplete",
    .warning,
    message: Bilingual(
      "列“{text}”属于{kind}，但表中没有相应的列 {fields}，未采用。",
      "Column “{text}” belongs to a {kind}, but there is no column {fields}; it is not used."
    ),
    remedy: Bilingual(
      "请补上所缺的列，或在 sources 的 headers 中指明对应列。",
      "Add the column, or name it under headers in sources."
    ),
    reason: Bilingual(
      "督查记录可在同一行带出整改、沟通、复核和抽查结果，但各项都须有自己的日期。",
      "An inspection row may carry its rectification, verification, appeal and recheck, but each needs a date of its own."
    )
  )

  /// “`text`” under constants in sources is no field.
  package static let unknownConstant = DiagnosticKind(
    "header.unknown-constant",
    .error,
    message: Bilingual(
      "sources 的 constants 中“{text}”不是这种表的字段。",
      "“{text}” under constants in sources is no field of this kind of sheet."
    ),
    remedy: Bilingual(
      "请改用这种表的字段名，如 indicator、unit、date。",
      "Use a field that such sheets have, such as indicator, unit or date."
    ),
    reason: Bilingual("写错的固定值会悄悄失效。", "A mistyped constant would silently do nothing.")
  )

  /// “`text`” under values in sources is no field whose values can be mapped.
  package static let unknownValueField = DiagnosticKind(
    "header.unknown-value-field",
    .error,
    message: Bilingual(
      "sources 的 values 中“{text}”不是可换值的字段。",
      "“{text}” under values in sources is no field whose values can be mapped."
    ),
    remedy: Bilingual(
      "可用的字段：unit、indicator、severity、item、result、factual、decision、consistent、provisional。",
      "Use unit, indicator, severity, item, result, factual, decision, consistent or provisional."
    ),
    reason: Bilingual("写错的换值表会悄悄失效。", "A mistyped value map would silently do nothing.")
  )

  /// values in sources maps “`value`” to “`text`”, which does not exist.
  package static let unknownValueTarget = DiagnosticKind(
    "header.unknown-value",
    .error,
    message: Bilingual(
      "sources 的 values 将“{value}”对应到“{text}”，但后者不存在。",
      "values in sources maps “{value}” to “{text}”, which does not exist."
    ),
    remedy: Bilingual("请改用考核办法中的编号或名称。", "Use an id or a name of the scheme."),
    reason: Bilingual("换值的目标必须是考核办法中已有的值。", "The target of a mapping must be a known value.")
  )

  /// No date in the title rows.
  package static let noDateInTitle = DiagnosticKind(
    "header.no-date-in-title",
    .error,
    message: Bilingual("标题行中没有可用的日期。", "No date in the title rows."),
    remedy: Bilingual(
      "请在标题中写明，如“截至2017年10月31日”，或改用 constants。",
      "Write one, such as 截至2017年10月31日, or use constants."
    ),
    reason: Bilingual("没有日期列时，日期只能取自标题。", "Without a date column the title must say the date.")
  )

  /// No date in the file name.
  package static let noDateInName = DiagnosticKind(
    "header.no-date-in-name",
    .error,
    message: Bilingual("文件名中没有可用的日期。", "No date in the file name."),
    remedy: Bilingual("请在文件名中写明，如“2017年10月”。", "Put one into the name, such as 2017-10."),
    reason: Bilingual(
      "没有日期列时，日期只能取自文件名。",
      "Without a date column the file name must say the date."
    )
  )
}
