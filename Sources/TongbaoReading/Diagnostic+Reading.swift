package import TongbaoModel

extension DiagnosticKind {
  /// Every kind of problem that reading reports.
  package static let readingKinds: [DiagnosticKind] =
    [
      fileCannotRead, fileEmpty, fileUnsupportedFormat,
      encodingUndecodable, encodingUnsupported, encodingReadAsGB18030, encodingMarkWins,
      encodingSettingWrong,
    ] + csvKinds + xmlKinds + workbookKinds

  // MARK: - Files

  /// The file holds nothing.
  package static let fileEmpty = DiagnosticKind(
    "file.empty",
    .error,
    message: Bilingual("文件为空。", "The file is empty."),
    remedy: Bilingual("请重新导出后再报送。", "Export it again and send the new file."),
    reason: Bilingual(
      "没有内容的文件多半是导出中断或者误存。空文件不等于“没有问题”，因此不予采用。",
      "A file without content mostly comes from an interrupted export. Empty does not mean “no findings”, so it is refused."
    )
  )

  /// The file is something else than CSV or XML.
  package static let fileUnsupportedFormat = DiagnosticKind(
    "file.unsupported-format",
    .error,
    message: Bilingual(
      "这是{format}，不是 CSV 或 XML 表格。",
      "This is {format}, not a table in CSV or XML."
    ),
    remedy: Bilingual("请{instead}。", "Please {instead}."),
    reason: Bilingual(
      "程序只读取 CSV、记录式 XML、XML 电子表格 2003 和平面 ODS。文件类型按内容判断，与扩展名无关。",
      "Only CSV, record XML, XML Spreadsheet 2003 and flat ODS are read. What a file is, is told by its content, not its name."
    )
  )

  // MARK: - Encodings

  /// Bytes that do not decode.
  package static let encodingUndecodable = DiagnosticKind(
    "encoding.undecodable",
    .error,
    message: Bilingual(
      "此处文字损坏，字节 {text} 无法按 {encoding} 解码。",
      "The bytes {text} do not decode as {encoding}."
    ),
    remedy: Bilingual(
      "请在来源系统核对该处文字后重新导出。",
      "Check the text there in the system it came from, and export again."
    ),
    reason: Bilingual(
      "无法解码的字节表示该处文字已经损坏。程序不猜测原文，所在单元格不予采用，其余行照常读取。",
      "Bytes that do not decode mean that the text was damaged. Nothing is guessed: the cell is not used, other rows are read as usual."
    )
  )

  /// An encoding that is not read.
  package static let encodingUnsupported = DiagnosticKind(
    "encoding.unsupported",
    .error,
    message: Bilingual("文件编码是 {encoding}，不能读取。", "The file is in {encoding}, which is not read."),
    remedy: Bilingual(
      "请另存为 UTF-8 或 GB18030 编码。",
      "Save it as UTF-8 or GB18030."
    ),
    reason: Bilingual(
      "程序读取 UTF-8、GB18030（含 GBK、GB2312）和 UTF-16。",
      "The program reads UTF-8, GB18030 (so GBK and GB2312) and UTF-16."
    )
  )

  /// Read as GB18030 though that is not certain.
  package static let encodingReadAsGB18030 = DiagnosticKind(
    "encoding.read-as-gb18030",
    .note,
    message: Bilingual(
      "文件没有注明编码，按 GB18030 读取。",
      "The file does not say its encoding; it is read as GB18030."
    ),
    remedy: Bilingual(
      "如有乱码，请在 sources 中设置 encoding: utf-8。",
      "If the text looks wrong, set encoding: utf-8 in sources."
    ),
    reason: Bilingual(
      "少数 GBK 文字（如“联通”）的字节恰好也是合法的 UTF-8。按 UTF-8 没有一个汉字、按 GB18030 全是常用汉字时，取后者。",
      "The bytes of a few words in GBK (such as 联通) happen to be UTF-8 as well. Where UTF-8 would give no Chinese at all and GB18030 nothing but common characters, GB18030 is taken."
    )
  )

  /// The forced encoding is not that of the file.
  package static let encodingSettingWrong = DiagnosticKind(
    "encoding.setting-wrong",
    .error,
    message: Bilingual(
      "设置的编码是 {set}，文件内容却是 {actual}，整份未读。",
      "The settings say {set}, but the content is {actual}; the file is not read."
    ),
    remedy: Bilingual(
      "请在 tongbao.yaml 的 sources 中改正 encoding，或者删去（程序会自行判断）。",
      "Correct encoding in sources of tongbao.yaml, or remove it: the program finds the encoding itself."
    ),
    reason: Bilingual(
      "按错误的编码读取，全文都是乱码。只有字节清楚表明是另一种编码时才报此错，拿不准时以设置为准。",
      "In the wrong encoding all text is garbled. This is reported only where the bytes clearly show another encoding; in doubt the setting rules."
    )
  )

  /// The mark contradicts the settings.
  package static let encodingMarkWins = DiagnosticKind(
    "encoding.mark-wins",
    .note,
    message: Bilingual(
      "文件的字节顺序标记表明编码为 {mark}，设置的 {set} 不用。",
      "The file's byte order mark says {mark}; the {set} of the settings is not used."
    ),
    remedy: Bilingual(
      "如设置已过时，请从 sources 中删去 encoding。",
      "If the setting is out of date, remove encoding from sources."
    ),
    reason: Bilingual(
      "字节顺序标记是文件自身的说明，比设置可靠；改好后重新投放的退件也总带有标记。",
      "A byte order mark is the file's own word and more reliable than a setting; mended rejects always carry one."
    )
  )
}

extension FileSignature {
  /// The refusal of such a file.
  func diagnostic(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .fileUnsupportedFormat,
      at: place,
      text: rawValue,
      facts: ["format": .worded(name), "instead": .worded(instead)]
    )
  }

  /// What it is.
  private var name: Bilingual {
    switch self {
    case .xlsx: Bilingual(" Excel 工作簿（xlsx）", "an Excel workbook (xlsx)")
    case .ods: Bilingual(" ODS 电子表格", "an ODS spreadsheet")
    case .docx: Bilingual("文字处理文档", "a word processor document")
    case .zip: Bilingual("压缩包（zip）", "a zip archive")
    case .xls:
      Bilingual(
        " Excel 97–2003 工作簿（xls）或其他 Office 旧格式文件",
        "an Excel 97–2003 workbook (xls) or another old Office file"
      )
    case .webPage: Bilingual("网页（HTML）", "a web page (HTML)")
    case .pdf: Bilingual(" PDF 文件", "a PDF document")
    case .image: Bilingual("图片", "a picture")
    case .richText: Bilingual(" RTF 文档", "an RTF document")
    case .archive: Bilingual("压缩文件", "a compressed file")
    case .dbf: Bilingual(" dBASE 数据表（dbf）", "a dBASE table (dbf)")
    case .json: Bilingual(" JSON 文件", "a JSON file")
    case .binary: Bilingual("二进制文件", "a binary file")
    }
  }

  /// What to send instead.
  private var instead: Bilingual {
    switch self {
    case .xlsx, .xls:
      Bilingual(
        "在 Excel 或 WPS 中另存为“CSV UTF-8”或“XML 表格 2003”",
        "save it from Excel or WPS as “CSV UTF-8” or “XML Spreadsheet 2003”"
      )
    case .ods:
      Bilingual(
        "在 LibreOffice 中另存为 CSV 或平面 ODS（.fods）",
        "save it from LibreOffice as CSV or flat ODS (.fods)"
      )
    case .zip, .archive:
      Bilingual("解压后报送其中的表格", "unpack it and send the table in it")
    case .webPage, .dbf:
      Bilingual(
        "用 Excel 或 WPS 打开后另存为“CSV UTF-8”",
        "open it in Excel or WPS and save it as “CSV UTF-8”"
      )
    case .docx, .pdf, .image, .richText, .json, .binary:
      Bilingual("从来源系统导出 CSV 或 XML", "export CSV or XML from the system it came from")
    }
  }
}

extension EncodingChoice.Unread {
  /// The refusal of a file in this encoding.
  func diagnostic(at place: SourceLocation) -> Diagnostic {
    Diagnostic(.encodingUnsupported, at: place, facts: ["encoding": .text(rawValue)])
  }
}
