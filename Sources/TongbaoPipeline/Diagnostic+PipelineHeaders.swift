import TongbaoModel

extension DiagnosticKind {
  /// No row of the sheet looks like a header.
  static let headersNoHeader = DiagnosticKind(
    "headers.no-header",
    .error,
    message: Bilingual(
      "前 10 行中没有像表头的一行。",
      "None of the first 10 rows looks like a header."
    ),
    remedy: Bilingual(
      "请在数据之上补一行表头；标题、说明过多时请删到 10 行以内。",
      "Put a row of heads above the data; keep titles and notes within 10 rows."
    ),
    reason: Bilingual(
      "各列含义只能由表头认定，没有表头的表无法设置。",
      "What a column means is known by its head; a sheet without one cannot be set up."
    )
  )

  /// No column of the sheet fits any field.
  static let headersNoField = DiagnosticKind(
    "headers.no-field",
    .error,
    message: Bilingual("没有一列能对上任何字段。", "No column fits any field."),
    remedy: Bilingual(
      "请确认这是一张督查表；如是，请在 headers 中逐列写明含义。",
      "Make sure that this is an inspection sheet; if so, name each column under headers."
    ),
    reason: Bilingual(
      "表头和各列的值都对不上任何一种表，程序不作猜测。",
      "Neither heads nor values fit any kind of sheet, and nothing is guessed."
    )
  )
}
