package import TongbaoModel

extension DiagnosticKind {
  /// No folder holds templates of the locale.
  package static let templateUnknownLocale = DiagnosticKind(
    "template.unknown-locale",
    .error,
    message: Bilingual("没有语言“{text}”的模板。", "There are no templates for the locale “{text}”."),
    remedy: Bilingual(
      "请在 tongbao.yaml 中改用 zh-Hans 或 en，或在 templates 目录中补齐该语言的模板。",
      "Set locale to zh-Hans or en in tongbao.yaml, or add a folder of that name to templates."
    ),
    reason: Bilingual(
      "通报文字全部来自模板，缺少模板即无法成文。",
      "All wording comes from templates; without them nothing can be written."
    )
  )

  /// A template that a document needs is in no folder.
  package static let templateMissing = DiagnosticKind(
    "template.missing",
    .error,
    message: Bilingual("缺少模板“{name}”。", "The template “{name}” is missing."),
    remedy: Bilingual(
      "请从程序自带的 templates 目录复制该文件。",
      "Copy the file from the templates that came with the program."
    ),
    reason: Bilingual(
      "每种文书对应一个模板，缺一不可。",
      "Every document has its template; none can be left out."
    )
  )

  /// A template file cannot be read or is not UTF-8.
  package static let templateUnreadable = DiagnosticKind(
    "template.unreadable",
    .error,
    message: Bilingual(
      "模板文件无法读取，或者不是 UTF-8 编码。",
      "The template cannot be read, or is not UTF-8."
    ),
    remedy: Bilingual(
      "请检查文件权限，并以 UTF-8 编码保存。",
      "Check the file's rights and save it as UTF-8."
    ),
    reason: Bilingual(
      "编码错误的模板会使整份通报出现乱码。",
      "A template in another encoding would garble the whole circular."
    )
  )

  /// A tag is not closed, or sections do not nest.
  package static let templateSyntax = DiagnosticKind(
    "template.syntax",
    .error,
    message: Bilingual("模板标记“{text}”没有正确配对或书写有误。", "The tag “{text}” is unbalanced or malformed."),
    remedy: Bilingual(
      "请检查该行的 {{、}} 以及段落的开始与结束标记。",
      "Check the braces of the line and the start and end of its section."
    ),
    reason: Bilingual(
      "标记不配对时，成文内容可能缺失。",
      "With unbalanced tags a part of the text would be lost."
    )
  )

  /// A template names a value that its document does not have.
  package static let templateUnknownName = DiagnosticKind(
    "template.unknown-name",
    .error,
    message: Bilingual(
      "模板使用了不存在的名称“{text}”（{view}）。",
      "The template names “{text}”, which {view} does not have."
    ),
    remedy: Bilingual(
      "{hint}可用名称见程序自带的 templates/README.zh.md。",
      "{hint}The names are listed in templates/README.md, which came with the program."
    ),
    reason: Bilingual(
      "不存在的名称会在通报中留下空白，因此启动时即报错。",
      "An unknown name would leave a blank in the circular, so it is an error at start."
    )
  )

  /// A template includes a partial that no folder holds.
  package static let templateUnknownPartial = DiagnosticKind(
    "template.unknown-partial",
    .error,
    message: Bilingual("模板引用了不存在的片段“{text}”。", "The template includes “{text}”, which is missing."),
    remedy: Bilingual(
      "请补齐该片段文件，或者改正名称。",
      "Add the file of that name, or correct the name."
    ),
    reason: Bilingual(
      "缺少的片段会使通报少一段内容。",
      "A missing partial would leave out a part of the circular."
    )
  )

  /// A partial includes itself.
  package static let templateRecursion = DiagnosticKind(
    "template.recursion",
    .error,
    message: Bilingual("片段“{text}”引用了自身。", "The partial “{text}” includes itself."),
    remedy: Bilingual("请去掉循环引用。", "Remove the circular inclusion."),
    reason: Bilingual("循环引用无法成文。", "A circular inclusion never ends.")
  )

  /// A tag that these templates do without.
  package static let templateForeignTag = DiagnosticKind(
    "template.foreign-tag",
    .error,
    message: Bilingual("模板中不得使用标记“{text}”。", "The tag “{text}” is not used in these templates."),
    remedy: Bilingual(
      "请只用 {{名称}}、{{#名称}}、{{^名称}}、{{/名称}}、{{>片段}} 和 {{!注释}}。",
      "Use only {{name}}, {{#name}}, {{^name}}, {{/name}}, {{>partial}} and {{!comment}}."
    ),
    reason: Bilingual(
      "其余标记会绕过转义或名称检查。",
      "Other tags would get round escaping or the check of names."
    )
  )

  /// Data without escaping, or markup with it.
  package static let templateEscaping = DiagnosticKind(
    "template.escaping",
    .error,
    message: Bilingual(
      "“{text}”的花括号层数不对：数据用两层，程序生成的图形用三层。",
      "“{text}” has the wrong braces: two for data, three for markup that the program makes."
    ),
    remedy: Bilingual("请改用正确的花括号层数。", "Use the right number of braces."),
    reason: Bilingual(
      "数据不经转义直接写入网页，会让表格中的内容变成网页代码。",
      "Data written without escaping could act as markup in the page."
    )
  )

  /// A template that no document uses.
  package static let templateUnused = DiagnosticKind(
    "template.unused",
    .warning,
    message: Bilingual("模板“{name}”没有被任何文书使用。", "No document uses the template “{name}”."),
    remedy: Bilingual("请检查文件名，或者删除该文件。", "Check the file's name, or remove the file."),
    reason: Bilingual(
      "文件名写错的模板不会生效。",
      "A template with a misspelt name has no effect."
    )
  )

  /// A word that the pages need is in no words file.
  package static let wordsMissing = DiagnosticKind(
    "template.missing-word",
    .error,
    message: Bilingual("words.txt 缺少词条“{name}”。", "The entry “{name}” is missing in words.txt."),
    remedy: Bilingual(
      "请从程序自带的 words.txt 复制该行。",
      "Copy the line from the words.txt that came with the program."
    ),
    reason: Bilingual(
      "状态、等级等用语取自 words.txt。",
      "Words for states and colours come from words.txt."
    )
  )

  /// A line of a words file that names no known entry, or is no entry.
  package static let wordsUnknown = DiagnosticKind(
    "template.unknown-word",
    .error,
    message: Bilingual("words.txt 中的“{text}”不是已知词条。", "“{text}” is no known entry of words.txt."),
    remedy: Bilingual(
      "{hint}请按“词条: 用语”的格式书写，词条名见程序自带的 words.txt。",
      "{hint}Write “entry: text”; the words.txt that came with the program lists the entries."
    ),
    reason: Bilingual(
      "写错的词条不会生效。",
      "A misspelt entry has no effect."
    )
  )

  /// A name in braces in a words file that nothing fills.
  package static let wordsPlaceholder = DiagnosticKind(
    "template.unknown-placeholder",
    .error,
    message: Bilingual(
      "词条“{name}”中的“{text}”没有内容可填。",
      "Nothing fills “{text}” in the entry “{name}”."
    ),
    remedy: Bilingual("{known}", "{known}"),
    reason: Bilingual(
      "填不了的花括号会原样印进通报。",
      "Braces that nothing fills would be printed as they stand."
    )
  )

  /// An entry that stands twice in a words file.
  package static let wordsRepeated = DiagnosticKind(
    "template.repeated-word",
    .warning,
    message: Bilingual(
      "词条“{text}”在第{first}行已有，本行不起作用。",
      "The entry “{text}” stands in line {first} already; this line has no effect."
    ),
    remedy: Bilingual("请删除其中一行。", "Remove one of the two lines."),
    reason: Bilingual(
      "同一词条以先写的为准。",
      "Of an entry the first line rules."
    )
  )

  /// The names of the months are not twelve.
  package static let wordsMonths = DiagnosticKind(
    "template.months",
    .error,
    message: Bilingual(
      "词条 months 须有十二个以空格分开的月份名。",
      "The entry months needs twelve names with spaces between them."
    ),
    remedy: Bilingual("请补齐月份名。", "Give the names of all months."),
    reason: Bilingual(
      "日期中的月份名按次序取自该词条。",
      "The names of months in dates are taken from it by position."
    )
  )

  /// A mark of the outline that does not exist, or that is not closed.
  package static let templateUnknownMark = DiagnosticKind(
    "template.unknown-mark",
    .error,
    message: Bilingual(
      "行文记号“{text}”不存在或者没有配对。",
      "The mark “{text}” does not exist, or is not closed."
    ),
    remedy: Bilingual(
      "{hint}记号见程序自带的 templates/README.zh.md。",
      "{hint}The marks are listed in templates/README.md, which came with the program."
    ),
    reason: Bilingual(
      "写错的记号会原样印进通报。",
      "A mark with a slip in it would be printed as it stands."
    )
  )

  /// A file or folder among the templates that has no effect.
  package static let templateWithoutEffect = DiagnosticKind(
    "template.without-effect",
    .warning,
    message: Bilingual(
      "模板目录中的“{text}”不起作用。",
      "“{text}” among the templates has no effect."
    ),
    remedy: Bilingual(
      "{hint}改动的模板须与自带的同名，放在 templates/<语言>/ 或 templates/common/ 下；不用的请删除。",
      "{hint}A changed template has the name of one that came with the program and lies in "
        + "templates/<locale>/ or templates/common/; remove what is not used."
    ),
    reason: Bilingual(
      "名称写错的文件不会生效，通报仍用自带的模板。",
      "A misspelt file has no effect: the template that came with the program is used."
    )
  )

  /// The body is longer than circulars should be.
  package static let circularTooLong = DiagnosticKind(
    "rendering.too-long",
    .warning,
    message: Bilingual(
      "通报正文{count}字，超过{limit}字。",
      "The body of the circular has {count} characters, more than {limit}."
    ),
    remedy: Bilingual(
      "请精简模板文字，或将清单移入附件。",
      "Shorten the wording of the template, or move lists to the attachments."
    ),
    reason: Bilingual(
      "基层减负规定要求专项文件一般不超过4000字。",
      "The rules on lightening the burden limit such documents to 4000 characters."
    )
  )

  /// Personal data was found in free text of a public page and masked.
  package static let personalDataMasked = DiagnosticKind(
    "rendering.personal-data-masked",
    .warning,
    message: Bilingual(
      "{field}中有个人信息，公开页面已作遮盖。",
      "{field} contains personal data; it is masked in the public pages."
    ),
    remedy: Bilingual(
      "请提醒填报单位不要在文字中填写证件号码、电话号码和银行卡号。",
      "Ask the sender to keep ID, telephone and card numbers out of free text."
    ),
    reason: Bilingual(
      "公开文书不得出现公民个人信息。",
      "Public documents must not show personal data."
    )
  )

  /// Every kind of the rendering stage.
  package static let renderingKinds: [DiagnosticKind] = [
    .templateUnknownLocale, .templateMissing, .templateUnreadable, .templateSyntax,
    .templateUnknownName, .templateUnknownPartial, .templateRecursion, .templateForeignTag,
    .templateEscaping, .templateUnused, .templateUnknownMark, .templateWithoutEffect, .wordsMissing,
    .wordsUnknown, .wordsPlaceholder, .wordsRepeated, .wordsMonths, .circularTooLong,
    .personalDataMasked,
  ]
}
