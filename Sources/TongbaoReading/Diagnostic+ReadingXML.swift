package import TongbaoModel

extension DiagnosticKind {
  /// The kinds that concern any XML.
  static let xmlKinds = [
    xmlMalformed, xmlCutShort, xmlEntityDeclared, xmlUnknownEntity, xmlLimitExceeded,
    xmlDeclarationWrong,
    xmlEncodingMismatch, xmlNoRecords, xmlRecordMissing, xmlRecordAmbiguous, xmlOtherRecords,
  ]

  /// Not well formed.
  package static let xmlMalformed = DiagnosticKind(
    "xml.malformed",
    .error,
    message: Bilingual("XML 格式有误：{problem}。", "The XML is broken: {problem}."),
    remedy: Bilingual(
      "请重新导出；如仍出错，请来源系统的维护人员查看该处。",
      "Export it again; if that does not help, show the place to those who maintain the system."
    ),
    reason: Bilingual(
      "有错的 XML 可能缺少任意多的记录，程序不作修补，整个文件不予采用。",
      "Broken XML may lack any number of records. Nothing is mended; the file is refused as a whole."
    )
  )

  /// The file ends too early.
  package static let xmlCutShort = DiagnosticKind(
    "xml.cut-short",
    .error,
    message: Bilingual(
      "文件在此处中断，没有结束。",
      "The file breaks off here, before its end."
    ),
    remedy: Bilingual(
      "请与来源核对文件大小，重新导出或者重新传送。",
      "Compare the file's size with its source, and export or send it again."
    ),
    reason: Bilingual(
      "导出或者传送中断的 XML 缺少后面的记录，也看不出缺少多少，因此整个文件不予采用。",
      "XML whose export or transfer broke off lacks the records after it, nobody knows how many; the file is refused as a whole."
    )
  )

  /// Entities are declared.
  package static let xmlEntityDeclared = DiagnosticKind(
    "xml.entity-declared",
    .error,
    message: Bilingual(
      "文件声明了实体“{text}”，不予读取。",
      "The file declares the entity “{text}” and is not read."
    ),
    remedy: Bilingual(
      "请导出不含 DTD 实体的 XML。",
      "Export XML without entities in a DTD."
    ),
    reason: Bilingual(
      "实体可以读入别的文件，也可以膨胀到占满内存，正常导出不需要。",
      "Entities can pull in other files or grow until the memory is full; no export needs them."
    )
  )

  /// A reference that nothing declares.
  package static let xmlUnknownEntity = DiagnosticKind(
    "xml.unknown-entity",
    .error,
    message: Bilingual("实体“&{text};”没有定义。", "The entity “&{text};” is not defined."),
    remedy: Bilingual(
      "请改为相应的字符，或者写成 &#…;。",
      "Write the character itself or &#…;."
    ),
    reason: Bilingual(
      "没有定义的实体读不出原文，整个文件不予采用。",
      "What such a reference stands for is unknown; the file is refused as a whole."
    )
  )

  /// Something is larger than allowed.
  package static let xmlLimitExceeded = DiagnosticKind(
    "xml.limit-exceeded",
    .error,
    message: Bilingual("超出限制：{limit}。", "A limit is exceeded: {limit}."),
    remedy: Bilingual("请检查导出是否正确。", "Check whether the export is right."),
    reason: Bilingual(
      "正常的表格远远到不了这些限制；限制用来防止一个文件占满内存。",
      "No real table comes near these limits, which keep one file from filling the memory."
    )
  )

  /// The declaration names another encoding than the bytes show.
  package static let xmlDeclarationWrong = DiagnosticKind(
    "xml.declaration-wrong",
    .warning,
    message: Bilingual(
      "声明的编码是 {declared}，实际按 {actual} 读取。",
      "The declared encoding is {declared}; it is read as {actual}."
    ),
    remedy: Bilingual(
      "请来源系统的维护人员改正 XML 声明。",
      "Ask those who maintain the system to correct the XML declaration."
    ),
    reason: Bilingual(
      "字节顺序标记或者字节本身清楚表明了编码，声明有误。",
      "The byte order mark or the bytes themselves show the encoding; the declaration is wrong."
    )
  )

  /// The bytes are not in the declared encoding.
  package static let xmlEncodingMismatch = DiagnosticKind(
    "xml.encoding-mismatch",
    .error,
    message: Bilingual(
      "声明的编码是 {declared}，内容却像是 {actual}。",
      "The declared encoding is {declared}, but the content looks like {actual}."
    ),
    remedy: Bilingual(
      "请改正 XML 声明，或者在 sources 中设置 encoding。",
      "Correct the XML declaration, or set encoding in sources."
    ),
    reason: Bilingual(
      "声明与内容不符时无从知道哪个对，整个文件不予采用。",
      "Where declaration and content disagree nobody knows which is right; the file is refused as a whole."
    )
  )

  /// No record to be found.
  package static let xmlNoRecords = DiagnosticKind(
    "xml.no-records",
    .error,
    message: Bilingual("XML 中没有找到记录。", "No records were found in the XML."),
    remedy: Bilingual(
      "请在 sources 中用 record 写明记录元素的名称。",
      "Name the record element with record in sources."
    ),
    reason: Bilingual(
      "记录是同级中重复出现、带有子元素或者属性的最内层元素。",
      "Records are the innermost elements that repeat among their siblings and have children or attributes."
    )
  )

  /// The named record element does not occur.
  package static let xmlRecordMissing = DiagnosticKind(
    "xml.record-missing",
    .error,
    message: Bilingual("XML 中没有元素“{text}”。", "The XML has no element “{text}”."),
    remedy: Bilingual(
      "请核对 sources 中的 record。",
      "Check record in sources."
    ),
    reason: Bilingual(
      "设置的记录元素在文件中一次也没有出现。",
      "The record element of the settings does not occur in the file."
    )
  )

  /// An element with fields repeats within a record.
  package static let xmlRecordAmbiguous = DiagnosticKind(
    "xml.record-ambiguous",
    .error,
    message: Bilingual(
      "记录中的元素“{text}”重复出现，无法确定哪个是记录。",
      "The element “{text}” repeats within a record: which of the two is the record cannot be told."
    ),
    remedy: Bilingual(
      "请在 sources 中用 record 写明记录元素的名称。",
      "Name the record element with record in sources."
    ),
    reason: Bilingual(
      "记录元素从文件开头判断；后文出现更内层的重复元素时，不能改变已读的行，因此整个文件不予采用。",
      "The record element is found from the beginning of the file. A more inward one that repeats later contradicts the rows already read, so the file is refused as a whole."
    )
  )

  /// Elements beside the records that are not read.
  package static let xmlOtherRecords = DiagnosticKind(
    "xml.other-records",
    .warning,
    message: Bilingual(
      "除“{record}”外还有 {count} 个“{name}”没有读取。",
      "Elements “{name}” that stand besides “{record}” and were not read: {count}."
    ),
    remedy: Bilingual(
      "如它们也是记录，请分开导出，或者用 record 写明。",
      "If they are records too, export them apart or name them with record."
    ),
    reason: Bilingual(
      "一个文件只读一种记录，其余的必须说明，不能悄悄丢掉。",
      "One kind of record is read from a file; the others must be mentioned rather than dropped silently."
    )
  )
}

extension XMLFault {
  /// What it is called and how it is told.
  func diagnostic(at place: SourceLocation, limits: ReadingLimits) -> Diagnostic {
    switch kind {
    case .malformed(let code, let message):
      let problem = XMLFault.problem(code, message)
      return Diagnostic(.xmlMalformed, at: place, facts: ["problem": .worded(problem)])
    case .cutShort: return Diagnostic(.xmlCutShort, at: place)
    case .entityDeclared(let name): return Diagnostic(.xmlEntityDeclared, at: place, text: name)
    case .unknownEntity(let name): return Diagnostic(.xmlUnknownEntity, at: place, text: name)
    case .ambiguousRecord(let name): return Diagnostic(.xmlRecordAmbiguous, at: place, text: name)
    case .tooDeep, .valueTooLong, .tooManyFields, .tooManyCells, .partTooLong:
      return Diagnostic(.xmlLimitExceeded, at: place, facts: ["limit": .worded(limit(limits))])
    }
  }

  private func limit(_ limits: ReadingLimits) -> Bilingual {
    switch kind {
    case .tooDeep:
      Bilingual(
        "元素嵌套超过 \(limits.recordDepth) 层",
        "elements stand more than \(limits.recordDepth) deep in each other"
      )
    case .valueTooLong:
      Bilingual(
        "一个值超过 \(limits.valueBytes >> 20) MB",
        "a value is longer than \(limits.valueBytes >> 20) MB"
      )
    case .partTooLong:
      Bilingual(
        "一处注释、属性值、CDATA 或者处理指令超过 10 MB",
        "a comment, an attribute's value, a CDATA section or an instruction is longer than 10 MB"
      )
    case .tooManyFields:
      Bilingual("字段超过 \(limits.columns) 个", "there are more than \(limits.columns) fields")
    default: Bilingual("空白和重复的单元格太多", "there are too many blank or repeated cells")
    }
  }

  /// libxml2's frequent complaints in plain words; the rest in its own.
  private static func problem(_ code: Int32, _ message: String) -> Bilingual {
    if let words = problems[code] { return words }
    return Bilingual("解析器报告 \(message)", "the parser says \(message)")
  }

  /// By libxml2's `xmlParserErrors`.
  private static let problems: [Int32: Bilingual] = [
    4: Bilingual("没有内容", "it is empty"),
    5: Bilingual("根元素结束后还有内容", "there is content after the root element's end"),
    8: Bilingual("字符编号不合规定", "a character number is not allowed"),
    9: Bilingual("有不允许的字符", "a character is not allowed"),
    23: Bilingual("实体引用后缺少分号", "a semicolon is missing after a reference"),
    32: Bilingual("不支持声明的编码", "the declared encoding is not supported"),
    38: Bilingual("属性值中有“<”", "there is a “<” in an attribute's value"),
    39: Bilingual("属性值缺少引号", "an attribute's value has no quotes"),
    40: Bilingual("属性值没有结束", "an attribute's value does not end"),
    41: Bilingual("属性缺少值", "an attribute has no value"),
    42: Bilingual("同一属性出现两次", "an attribute stands twice"),
    45: Bilingual("注释没有结束", "a comment does not end"),
    63: Bilingual("CDATA 没有结束", "a CDATA section does not end"),
    64: Bilingual("XML 声明不在文件开头", "the XML declaration does not stand at the beginning"),
    65: Bilingual("属性之间缺少空格", "a blank is missing between attributes"),
    68: Bilingual("名称不合规定", "a name is missing or not allowed"),
    73: Bilingual("标签缺少“>”", "a tag has no “>”"),
    76: Bilingual("结束标签与开始标签不一致", "a closing tag does not match its opening tag"),
    77: Bilingual("有标签没有结束", "a tag is not closed"),
    110: Bilingual("名称太长", "a name is too long"),
  ]
}
