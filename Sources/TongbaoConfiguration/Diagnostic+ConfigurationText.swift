import TongbaoModel

// Files that are no plain YAML.
extension DiagnosticKind {
  static let yamlTextKinds: [DiagnosticKind] = [
    .yamlTooLarge,
    .yamlNotUTF8,
    .yamlControlCharacter,
    .yamlEmpty,
    .yamlSyntax,
    .yamlFullWidthColon,
    .yamlTab,
    .yamlSeveralDocuments,
    .yamlAnchor,
    .yamlTooDeep,
  ]

  static let yamlTooLarge = DiagnosticKind(
    "yaml.too-large",
    .error,
    message: Bilingual(
      "文件有 {size} 字节，超过 {limit} 字节。",
      "the file has {size} bytes, more than {limit}"
    ),
    remedy: Bilingual(
      "确认放的是考核办法或设置文件，而不是数据。",
      "make sure that this is a scheme or settings file and not data"
    ),
    reason: Bilingual(
      "考核办法和设置是人写的，远小于这个上限；更大的文件多半放错了地方。",
      "what people write is far smaller; a larger file is most likely misplaced"
    )
  )

  static let yamlNotUTF8 = DiagnosticKind(
    "yaml.not-utf8",
    .error,
    message: Bilingual(
      "文件不是 UTF-8 编码，从这里起无法解读。",
      "the file is not UTF-8; it cannot be read from here on"
    ),
    remedy: Bilingual(
      "用编辑器另存为 UTF-8。",
      "save the file as UTF-8"
    ),
    reason: Bilingual(
      "GB18030 等编码的文件按 UTF-8 解读会变成另外的字，单位名称就对不上了。",
      "text in another encoding would turn into other characters, and names would match nothing"
    )
  )

  static let yamlControlCharacter = DiagnosticKind(
    "yaml.control-character",
    .error,
    message: Bilingual(
      "文件中有不可见的控制字符 {text}。",
      "the file holds the invisible control character {text}"
    ),
    remedy: Bilingual(
      "删去这个字符。",
      "delete the character"
    ),
    reason: Bilingual(
      "控制字符多由复制粘贴带入，看不见，却使名称对不上。",
      "they come in by copying and cannot be seen, and names with them match nothing"
    )
  )

  static let yamlEmpty = DiagnosticKind(
    "yaml.empty",
    .error,
    message: Bilingual(
      "文件是空的。",
      "the file is empty"
    ),
    remedy: Bilingual(
      "写入内容；tongbao init 会生成带注释的样本。",
      "fill it in; tongbao init makes a commented sample"
    ),
    reason: Bilingual(
      "没有规则就没有得分。",
      "without rules there are no scores"
    )
  )

  static let yamlSyntax = DiagnosticKind(
    "yaml.syntax",
    .error,
    message: Bilingual(
      "不合 YAML 的写法：{problem}。",
      "this is not YAML: {problem}"
    ),
    remedy: Bilingual(
      "检查缩进、引号、括号和半角冒号后的空格。",
      "check indentation, quotes, brackets and the space after a colon"
    ),
    reason: Bilingual(
      "写法有误时后面的内容无法可靠解读，所以读到这里为止。",
      "behind such a place nothing can be read reliably, so reading ends here"
    )
  )

  static let yamlFullWidthColon = DiagnosticKind(
    "yaml.full-width-colon",
    .error,
    message: Bilingual(
      "键后面是全角冒号“：”。",
      "a full-width colon “：” stands behind a key"
    ),
    remedy: Bilingual(
      "改成半角冒号加一个空格“: ”。",
      "write “: ”, an ASCII colon and a space"
    ),
    reason: Bilingual(
      "YAML 只认半角冒号加空格，全角冒号会把整行连成一段文字。",
      "only an ASCII colon and a space part key and value; otherwise the line is one text"
    )
  )

  static let yamlTab = DiagnosticKind(
    "yaml.tab",
    .error,
    message: Bilingual(
      "缩进用了制表符。",
      "the line is indented with a tab"
    ),
    remedy: Bilingual(
      "改用空格缩进。",
      "indent with spaces"
    ),
    reason: Bilingual(
      "YAML 的缩进只能用空格：制表符的宽度因编辑器而异，层次会看错。",
      "YAML indents with spaces only: a tab is as wide as each editor likes"
    )
  )

  static let yamlSeveralDocuments = DiagnosticKind(
    "yaml.several-documents",
    .error,
    message: Bilingual(
      "文件中有不止一份文档。",
      "the file holds more than one document"
    ),
    remedy: Bilingual(
      "删去多余的“---”，或分成几个文件。",
      "remove the extra “---”, or split the file"
    ),
    reason: Bilingual(
      "一年只有一份考核办法，第二份会被悄悄忽略。",
      "a year has one scheme; a second one would be ignored silently"
    )
  )

  static let yamlAnchor = DiagnosticKind(
    "yaml.anchor",
    .error,
    message: Bilingual(
      "不支持锚点和引用（& 与 *）。",
      "anchors and aliases (& and *) are not supported"
    ),
    remedy: Bilingual(
      "把内容写全；以 * 或 & 开头的文字请加引号。",
      "write the content out; put a text that begins with * or & in quotes"
    ),
    reason: Bilingual(
      "规则应当写在它起作用的地方，谁都能看懂；引用还可能层层展开，耗尽内存。",
      "a rule should stand where it counts; and aliases can unfold until memory ends"
    )
  )

  static let yamlTooDeep = DiagnosticKind(
    "yaml.too-deep",
    .error,
    message: Bilingual(
      "层次超过 {limit} 层。",
      "nested more than {limit} levels deep"
    ),
    remedy: Bilingual(
      "检查括号和缩进。",
      "check brackets and indentation"
    ),
    reason: Bilingual(
      "考核办法只有几层；更深的层次是写错了，或有意耗尽内存。",
      "a scheme has a few levels; more are a mistake or an attack"
    )
  )
}

extension Fact {
  /// Too many keys stand twice to look for each.
  static let yamlTooManyDuplicates = Fact.worded(
    Bilingual("重复的键太多", "too many keys stand twice")
  )

  /// What the parser says, in words; its own English where it has no other.
  static func yamlProblem(_ problem: String) -> Fact {
    .worded(Bilingual(yamlProblems[problem] ?? "此处无法解读（\(problem)）", problem))
  }

  private static let yamlProblems: [String: String] = [
    "could not find expected ':'": "找不到冒号（应为半角，后接空格）",
    "did not find expected key": "此处应当是一个键，请检查缩进和引号",
    "did not find expected '-' indicator": "此处应当是以“- ”开头的列表项",
    "did not find expected ',' or ']'": "列表缺少逗号或“]”",
    "did not find expected ',' or '}'": "缺少逗号或“}”",
    "did not find expected node content": "此处缺少内容",
    "did not find expected <document start>": "文档应当从头写起",
    "found unexpected end of stream": "引号或括号没有配对",
    "found character that cannot start any token": "此处有不能单独使用的符号，文字请加引号",
    "found unexpected document indicator": "引号中出现了文档分隔符",
    "found unknown escape character": "双引号中的反斜杠用法不对",
    "found unexpected ':'": "此处多了冒号，含冒号的文字请加引号",
    "mapping values are not allowed in this context": "此处不能再有冒号，含冒号的文字请加引号",
    "block sequence entries are not allowed in this context": "此处不能有列表项，请检查缩进",
    "block mapping entries are not allowed in this context": "此处不能有键，请检查缩进",
    "control characters are not allowed": "有不可见的控制字符",
  ]
}
