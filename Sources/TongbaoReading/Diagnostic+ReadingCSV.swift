package import TongbaoModel

extension DiagnosticKind {
  /// The kinds that concern CSV.
  static let csvKinds = [
    csvUnclosedQuote, csvTextAfterQuote, csvNulByte, csvRowTooLong, csvTooManyColumns,
  ]

  /// A quoted field without an end.
  package static let csvUnclosedQuote = DiagnosticKind(
    "csv.unclosed-quote",
    .error,
    message: Bilingual(
      "第 {opened} 行的引号没有结束。",
      "The quote opened in line {opened} does not end."
    ),
    remedy: Bilingual(
      "请补上右引号；正文中的引号应写成两个（\"\"）。",
      "Close the quote; a quote within the text is written twice (\"\")."
    ),
    reason: Bilingual(
      "引号不结束会把后面的许多行并入一个单元格。该行不予采用，从下一行起继续读取。",
      "A quote that does not end would swallow the lines after it. The row is refused, and reading goes on with the next line."
    )
  )

  /// Text between a closing quote and the next delimiter.
  package static let csvTextAfterQuote = DiagnosticKind(
    "csv.text-after-quote",
    .warning,
    message: Bilingual(
      "右引号后面还有文字“{text}”，已并入该单元格。",
      "“{text}” follows a closing quote; it was kept as part of the cell."
    ),
    remedy: Bilingual(
      "请核对该单元格；正文中的引号应写成两个（\"\"）。",
      "Check the cell; a quote within the text is written twice (\"\")."
    ),
    reason: Bilingual(
      "多半是正文中的引号没有写成两个，单元格可能被错误地断开。",
      "Mostly a quote within the text was not doubled, and the cell may end in the wrong place."
    )
  )

  /// A NUL byte.
  package static let csvNulByte = DiagnosticKind(
    "csv.nul-byte",
    .error,
    message: Bilingual("文字中有空字节（NUL）。", "There is a NUL byte in the text."),
    remedy: Bilingual("请重新导出该文件。", "Export the file again."),
    reason: Bilingual(
      "表格文字中不会有空字节，出现即表示文件损坏或者编码有误。所在单元格不予采用。",
      "No table holds NUL bytes: the file is damaged or its encoding wrong. The cell is not used."
    )
  )

  /// A row longer than allowed.
  package static let csvRowTooLong = DiagnosticKind(
    "csv.row-too-long",
    .error,
    message: Bilingual("一行超过 {limit} MB。", "A row is longer than {limit} MB."),
    remedy: Bilingual(
      "请检查文件是否缺少换行，或者引号没有结束。",
      "Check whether line ends are missing or a quote does not end."
    ),
    reason: Bilingual(
      "正常的检查记录不会这样长。为防止占满内存，该行不读，从下一行起继续。",
      "No record is that long. The row is not read, so that it cannot fill the memory; reading goes on with the next line."
    )
  )

  /// A row with more columns than allowed.
  package static let csvTooManyColumns = DiagnosticKind(
    "csv.too-many-columns",
    .error,
    message: Bilingual("一行超过 {limit} 列。", "A row has more than {limit} columns."),
    remedy: Bilingual("请检查分隔符是否正确。", "Check the delimiter."),
    reason: Bilingual(
      "正常的表格没有这样多的列，多半是缺少换行。该行不予采用。",
      "No table has that many columns; mostly line ends are missing. The row is refused."
    )
  )
}
