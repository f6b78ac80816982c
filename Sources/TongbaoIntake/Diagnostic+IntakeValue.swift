package import TongbaoModel

extension DiagnosticKind {
  static let valueKinds: [DiagnosticKind] = [
    missingValue, missingFinding, notADate, impossibleDate, futureDate, dateOutsideWindow,
    notANumber, tooManyDecimals, numberTooLarge, negativeNumber, scientificNotation,
    codeInScientificNotation, percentLooksLikeShare, aboveHundredPercent, undecodableCell,
    unreadableRow,
    notAYear, unknownUnit, unknownIndicator, unknownSeverity, unknownItem, unknownChoice,
    personalData, cellBeyondHeader, shortRow, rowCutOff,
    spreadsheetError, blankNumberParts,
  ]

  /// The columns `heads`, of which the number of a row is made, are all blank.
  package static let blankNumberParts = DiagnosticKind(
    "value.number-blank",
    .error,
    message: Bilingual(
      "组成编号的各列（{heads}）在本行都是空的。",
      "The columns that make the number of a row ({heads}) are all blank here."
    ),
    remedy: Bilingual("请补填后重新投放。", "Fill them in and drop the row in again."),
    reason: Bilingual(
      "没有编号的行无法与其他行区分。",
      "A row without a number cannot be told from any other."
    )
  )

  /// The required cell “`head`” (`field`) is empty, or says only that nothing is there.
  package static let missingValue = DiagnosticKind(
    "value.missing",
    .error,
    message: Bilingual(
      "必填项“{head}”{state}（{field}）。",
      "The required cell “{head}” ({field}) {state}."
    ),
    remedy: Bilingual("请补填后重新投放。", "Fill it in and drop the row in again."),
    reason: Bilingual("缺少必填项的记录无法计分。", "A record without a required value cannot be scored.")
  )

  /// A finding worth points has no description.
  package static let missingFinding = DiagnosticKind(
    "value.missing-finding",
    .error,
    message: Bilingual("有扣分的问题没有写明问题描述。", "A finding worth points has no description."),
    remedy: Bilingual("请补写问题描述。", "Describe the finding."),
    reason: Bilingual("扣分必须有事实，被考核单位才能核对。", "Points need a fact that the unit can check.")
  )

  /// “`text`” is not a date.
  package static let notADate = DiagnosticKind(
    "value.not-a-date",
    .error,
    message: Bilingual("“{text}”不是日期。", "“{text}” is not a date."),
    remedy: Bilingual("请写成 2018-01-07 或 2018年1月7日。", "Write it as 2018-01-07."),
    reason: Bilingual("日期决定记录计入哪个时期。", "Dates decide in which period a record counts.")
  )

  /// There is no day “`text`” in the calendar.
  package static let impossibleDate = DiagnosticKind(
    "value.impossible-date",
    .error,
    message: Bilingual("日历上没有“{text}”这一天。", "There is no day “{text}” in the calendar."),
    remedy: Bilingual("请改正日期。", "Mend the date."),
    reason: Bilingual("不存在的日期多为录入差错。", "An impossible date is a typing error.")
  )

  /// The date “`text`” lies after `lastDay`.
  package static let futureDate = DiagnosticKind(
    "value.future-date",
    .error,
    message: Bilingual("日期“{text}”在今天（{lastDay}）之后。", "The date “{text}” lies after {lastDay}."),
    remedy: Bilingual("请改正日期，或到期后再投放。", "Mend the date, or drop the row in when it has come."),
    reason: Bilingual("尚未发生的事不能计分。", "What has not happened yet cannot be scored.")
  )

  /// The date “`text`” is outside the assessment year (`from` to `to`).
  package static let dateOutsideWindow = DiagnosticKind(
    "value.outside-window",
    .warning,
    message: Bilingual(
      "日期“{text}”不在考核年度（{from} 至 {to}）之内。",
      "The date “{text}” is outside the assessment year ({from} to {to})."
    ),
    remedy: Bilingual("请确认日期是否正确。", "Check the date."),
    reason: Bilingual("考核年度之外的记录不计入本年度得分。", "Rows outside the year do not count in it.")
  )

  /// “`text`” is not a number.
  package static let notANumber = DiagnosticKind(
    "value.not-a-number",
    .error,
    message: Bilingual("“{text}”不是数字。", "“{text}” is not a number."),
    remedy: Bilingual("请只填数字。", "Write a plain number."),
    reason: Bilingual("数字必须原样可读，不能猜。", "Numbers are never guessed.")
  )

  /// “`text`” has more than six decimals.
  package static let tooManyDecimals = DiagnosticKind(
    "value.too-many-decimals",
    .error,
    message: Bilingual("“{text}”的小数超过六位。", "“{text}” has more than six decimals."),
    remedy: Bilingual("请按六位以内小数填写。", "Write it with at most six decimals."),
    reason: Bilingual("程序不做无声的四舍五入。", "Nothing is rounded silently.")
  )

  /// “`text`” is beyond the range of numbers.
  package static let numberTooLarge = DiagnosticKind(
    "value.too-large",
    .error,
    message: Bilingual("“{text}”超出可计算的范围。", "“{text}” is beyond the range of numbers."),
    remedy: Bilingual("请核对数字与单位。", "Check the number and its unit."),
    reason: Bilingual("超出范围的数字无法精确计算。", "Such a number cannot be computed exactly.")
  )

  /// “`text`” must not be below zero.
  package static let negativeNumber = DiagnosticKind(
    "value.negative",
    .error,
    message: Bilingual("“{text}”不能为负数。", "“{text}” must not be below zero."),
    remedy: Bilingual("请填写正数；扣分本身已表示减去。", "Write it without the minus sign."),
    reason: Bilingual("负的扣分会变成加分。", "A negative deduction would add points.")
  )

  /// “`text`” is in scientific notation.
  package static let scientificNotation = DiagnosticKind(
    "value.scientific",
    .warning,
    message: Bilingual("“{text}”是科学计数法。", "“{text}” is in scientific notation."),
    remedy: Bilingual(
      "请核对原值，并将单元格设为普通数字格式。",
      "Check the value and format the cell as a plain number."
    ),
    reason: Bilingual("科学计数法可能已丢失位数。", "Digits may have been lost.")
  )

  /// The record number “`text`” was turned into scientific notation; the original is lost.
  package static let codeInScientificNotation = DiagnosticKind(
    "value.scientific-code",
    .error,
    message: Bilingual(
      "单号“{text}”已被表格软件改成科学计数法，原号无法恢复。",
      "The record number “{text}” was turned into scientific notation; the original is lost."
    ),
    remedy: Bilingual("请将该列设为文本格式后重新导出。", "Format the column as text and export again."),
    reason: Bilingual(
      "超过 11 位的编号会被表格软件改写。",
      "Spreadsheets rewrite numbers of more than 11 digits."
    )
  )

  /// A percentage of “`text`”that may be meant a hundred times as much.
  package static let percentLooksLikeShare = DiagnosticKind(
    "value.share-for-percent",
    .warning,
    message: Bilingual(
      "百分比指标的值为“{text}”，是否漏乘 100？",
      "A percentage of “{text}”; should it be a hundred times as much?"
    ),
    remedy: Bilingual("98% 请填 98 或 98%。", "Write 98 or 98% for 98 %."),
    reason: Bilingual(
      "0.98 与 98 相差百倍，程序按原值计算。",
      "0.98 and 98 differ a hundredfold; the value counts as it stands."
    )
  )

  /// The percentage “`text`” is above 100.
  package static let aboveHundredPercent = DiagnosticKind(
    "value.above-hundred",
    .warning,
    message: Bilingual("百分比“{text}”超过 100。", "The percentage “{text}” is above 100."),
    remedy: Bilingual("如确系超额完成，无需处理。", "Nothing to do if it is right."),
    reason: Bilingual("超过 100% 可能属实，也可能是录入差错。", "It may be right, or a slip.")
  )

  /// The row holds bytes that do not decode, or an unclosed quote.
  package static let undecodableCell = DiagnosticKind(
    "value.undecodable",
    .error,
    message: Bilingual(
      "该行含有无法解码或引号不完整的内容。",
      "The row holds bytes that do not decode, or an unclosed quote."
    ),
    remedy: Bilingual("请改正该单元格后重新投放。", "Mend the cell and drop the row in again."),
    reason: Bilingual("残缺的内容不能采用。", "Damaged text must not be used.")
  )

  /// Reading has reported an error in the row.
  package static let unreadableRow = DiagnosticKind(
    "value.unreadable-row",
    .error,
    message: Bilingual(
      "该行在读取时已报错，不予采信。",
      "Reading has reported an error in the row, so it does not count."
    ),
    remedy: Bilingual(
      "请按同一行的另一条错误改正后重新投放。",
      "Mend what the other error on the row says and drop the row in again."
    ),
    reason: Bilingual("没有读全的行不能采用。", "A row that was not read whole must not be used.")
  )

  /// “`text`” is what a spreadsheet shows where a formula failed.
  package static let spreadsheetError = DiagnosticKind(
    "value.spreadsheet-error",
    .error,
    message: Bilingual(
      "“{text}”是表格软件的公式出错值，原来的内容已丢失。",
      "“{text}” is what a spreadsheet shows where a formula failed; the content is lost."
    ),
    remedy: Bilingual("请在原表中改正公式或直接填写内容。", "Mend the formula, or write the content itself."),
    reason: Bilingual(
      "公式引用的单元格被删除或查找不到时，导出的只是出错值。",
      "Where a formula's cell is gone or a look-up finds nothing, only the error is exported."
    )
  )

  /// “`text`” is not a year.
  package static let notAYear = DiagnosticKind(
    "value.not-a-year",
    .error,
    message: Bilingual("“{text}”不是年份。", "“{text}” is not a year."),
    remedy: Bilingual("请写成 2017。", "Write it as 2017."),
    reason: Bilingual("结转须写明来自哪一年。", "A carry-over needs the year from which it comes.")
  )

  /// The unit “`text`” is not in the scheme`hint`.
  package static let unknownUnit = DiagnosticKind(
    "intake.unknown-unit",
    .error,
    message: Bilingual("单位“{text}”不在考核办法中{hint}", "The unit “{text}” is not in the scheme{hint}"),
    remedy: Bilingual("请改正名称，或在考核办法中为该单位加别名。", "Mend the name, or add it to the unit's aliases."),
    reason: Bilingual("单位只按编号、名称和别名匹配，从不猜测。", "Units are matched by id, name and alias only.")
  )

  /// The indicator “`text`” is not in the scheme`hint`.
  package static let unknownIndicator = DiagnosticKind(
    "intake.unknown-indicator",
    .error,
    message: Bilingual(
      "指标“{text}”不在考核办法中{hint}",
      "The indicator “{text}” is not in the scheme{hint}"
    ),
    remedy: Bilingual("请改正名称，或在考核办法中加别名。", "Mend the name, or add an alias."),
    reason: Bilingual("未列入考核办法的指标不得考核。", "What the scheme does not list is not assessed.")
  )

  /// The severity “`text`” is not in the scheme`hint`.
  package static let unknownSeverity = DiagnosticKind(
    "intake.unknown-severity",
    .error,
    message: Bilingual(
      "问题等级“{text}”不在考核办法中{hint}",
      "The severity “{text}” is not in the scheme{hint}"
    ),
    remedy: Bilingual("请改正，或用 sources 的 values 对应。", "Mend it, or map it under values in sources."),
    reason: Bilingual("等级决定扣分，不能猜。", "The severity decides the points.")
  )

  /// The item “`text`” is not in the scheme`hint`.
  package static let unknownItem = DiagnosticKind(
    "intake.unknown-item",
    .error,
    message: Bilingual("事项“{text}”不在考核办法中{hint}", "The item “{text}” is not in the scheme{hint}"),
    remedy: Bilingual("请改正名称，或在考核办法中加别名。", "Mend the name, or add an alias."),
    reason: Bilingual("只有考核办法列明的加扣分与否决事项才计分。", "Only items of the scheme count.")
  )

  /// “`text`” is not one of the values of this column`hint`.
  package static let unknownChoice = DiagnosticKind(
    "value.unknown-choice",
    .error,
    message: Bilingual(
      "“{text}”不是该列可填的值{hint}",
      "“{text}” is not one of the values of this column{hint}"
    ),
    remedy: Bilingual("请改正，或用 sources 的 values 对应。", "Mend it, or map it under values in sources."),
    reason: Bilingual("这一列只能填规定的几种值。", "This column takes a few fixed values only.")
  )

  /// The text holds `kind` (`text`).
  package static let personalData = DiagnosticKind(
    "value.personal-data",
    .warning,
    message: Bilingual("文字中含有{kind}（{text}）。", "The text holds {kind} ({text})."),
    remedy: Bilingual(
      "请在原系统中删去；公开页面上已一律遮盖。",
      "Remove it at the source; public pages mask it in any case."
    ),
    reason: Bilingual("通报不得公开个人信息。", "Circulars must not publish personal data.")
  )

  /// “`text`” stands beyond the `columns` columns of the header.
  package static let cellBeyondHeader = DiagnosticKind(
    "value.beyond-header",
    .warning,
    message: Bilingual(
      "表头只有 {columns} 列，其后还有内容“{text}”。",
      "“{text}” stands beyond the {columns} columns of the header."
    ),
    remedy: Bilingual("请检查该行是否有未加引号的逗号而错位。", "Check the row for an unquoted comma."),
    reason: Bilingual("多出的内容常说明整行错位。", "Extra cells often mean that the whole row is shifted.")
  )

  /// `rows` rows have fewer cells than the `columns` columns of the header.
  package static let shortRow = DiagnosticKind(
    "value.short-row",
    .warning,
    message: Bilingual(
      "表头有 {columns} 列，而有 {rows} 行的单元格不足，缺少的按空白处理（此处为第一行）。",
      "Rows with fewer cells than the {columns} heads: {rows}, this one first; they count as empty."
    ),
    remedy: Bilingual(
      "请检查这些行是否缺列、错位或导出不全。",
      "Check these rows for a missing column or a broken export."
    ),
    reason: Bilingual(
      "少了单元格的行，其后的内容可能都错了一列。",
      "Where a cell is missing, all that follows may stand one column too far left."
    )
  )

  /// The last row has `cells` of `columns` cells and no line end: the file may be cut off.
  package static let rowCutOff = DiagnosticKind(
    "value.row-cut-off",
    .error,
    message: Bilingual(
      "最后一行只有 {cells} 个单元格（表头有 {columns} 列），也没有换行，文件可能在传输中被截断。",
      "The last row has {cells} of {columns} cells and no line end: the file may have been cut off."
    ),
    remedy: Bilingual(
      "请与来源核对文件是否完整，重新导出；确已完整的，请补全该行并以换行结束。",
      "Compare the file with its source and export it again; if it is whole, complete the row and end it with a line end."
    ),
    reason: Bilingual(
      "截断处的单元格可能只剩一半，其后的记录也可能丢失，因此该行不予采用，其余各行照常计入。",
      "Where a file breaks off a cell may be halved and rows after it lost. That row is refused; the others count."
    )
  )
}

extension Fact {
  /// Why a required cell gives nothing: no text stands there.
  static let isEmpty = Fact.worded(Bilingual("为空", "is empty"))

  /// Why a required cell gives nothing: what stands there, such as `-`, says so.
  static func standsForNothing(_ word: String) -> Fact {
    .worded(Bilingual("写的是“\(word)”，等于没有填", "holds “\(word)”, which stands for nothing"))
  }
}
