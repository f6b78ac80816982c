import TongbaoModel

// Settings of a workspace.
extension DiagnosticKind {
  static let settingsKinds: [DiagnosticKind] = [
    .settingsBadLocale,
    .settingsBadTimeZone,
    .settingsRepeatedEntry,
    .settingsBadAddress,
    .settingsBadPeriod,
    .settingsBadDelimiter,
    .settingsUnknownField,
    .settingsEmptyNumber,
    .settingsMisplacedSource, .settingsSourceWithoutFiles,
    .settingsUnknownDepartment,
  ]

  static let settingsBadLocale = DiagnosticKind(
    "settings.bad-locale",
    .error,
    message: Bilingual(
      "“{text}”不是语言代码。",
      "“{text}” is no locale"
    ),
    remedy: Bilingual(
      "写成 zh-Hans 或 en 的样子。",
      "write it like zh-Hans or en"
    ),
    reason: Bilingual(
      "版面的语言按它在 templates/ 下查找。",
      "it names the folder of templates/ whose language the pages have"
    )
  )

  static let settingsBadTimeZone = DiagnosticKind(
    "settings.bad-time-zone",
    .error,
    message: Bilingual(
      "没有“{text}”这个时区{hint}",
      "there is no time zone “{text}”{hint}"
    ),
    remedy: Bilingual(
      "写成 Asia/Shanghai 的样子。",
      "write it like Asia/Shanghai"
    ),
    reason: Bilingual(
      "时区决定“上个月”从哪一刻算起。",
      "it decides when “last month” ended"
    )
  )

  static let settingsRepeatedEntry = DiagnosticKind(
    "settings.repeated-entry",
    .error,
    message: Bilingual(
      "“{text}”写了两次。",
      "“{text}” stands twice"
    ),
    remedy: Bilingual(
      "删去一个。",
      "remove one of them"
    ),
    reason: Bilingual(
      "同一种通报每期只出一次。",
      "each kind of circular comes out once a period"
    )
  )

  static let settingsBadAddress = DiagnosticKind(
    "settings.bad-address",
    .error,
    message: Bilingual(
      "“{text}”不是网址。",
      "“{text}” is no address"
    ),
    remedy: Bilingual(
      "写成 http://intranet.example/tongbao/ 的样子，不带用户名、? 和 #。",
      "write it like http://intranet.example/tongbao/, without user name, ? and #"
    ),
    reason: Bilingual(
      "订阅源中的链接都以它开头。",
      "every link of the feed begins with it"
    )
  )

  static let settingsBadPeriod = DiagnosticKind(
    "settings.bad-period",
    .error,
    message: Bilingual(
      "“{text}”不是期间。",
      "“{text}” is no period"
    ),
    remedy: Bilingual(
      "写成 2017-11、2017-W45、2017-Q4 或 2017，并确认存在。",
      "write it like 2017-11, 2017-W45, 2017-Q4 or 2017, and make sure that it exists"
    ),
    reason: Bilingual(
      "豁免只对一个期间有效，不能含糊。",
      "a waiver holds for one period and must name it"
    )
  )

  static let settingsBadDelimiter = DiagnosticKind(
    "settings.bad-delimiter",
    .error,
    message: Bilingual(
      "“{text}”不能作分隔符。",
      "“{text}” cannot part cells"
    ),
    remedy: Bilingual(
      "写一个半角符号，如 \";\"，或 tab、comma、semicolon、pipe、space。",
      "write one ASCII sign such as \";\", or tab, comma, semicolon, pipe, space"
    ),
    reason: Bilingual(
      "字母、数字和引号会出现在内容里，以它们分隔就会拆坏单元格。",
      "letters, digits and quotes stand within cells and would tear them apart"
    )
  )

  static let settingsUnknownField = DiagnosticKind(
    "settings.unknown-field",
    .error,
    message: Bilingual(
      "没有“{text}”这个字段{hint}",
      "there is no field “{text}”{hint}"
    ),
    remedy: Bilingual(
      "改用这些字段名之一：{fields}。",
      "use one of these: {fields}"
    ),
    reason: Bilingual(
      "写错的字段名等于没写，那一列会被忽略。",
      "a column under a mistyped field would be ignored"
    )
  )

  static let settingsEmptyNumber = DiagnosticKind(
    "settings.empty-number",
    .error,
    message: Bilingual(
      "number 的 from 是空的，没有列可组成编号。",
      "from under number is empty; no column makes a number"
    ),
    remedy: Bilingual(
      "写上合起来能区分每一行的列，如 from: [检查日期, 被检查单位, 点位]；表中已有单号列的，删去 number。",
      "name columns that together tell one row from another, such as from: [date, unit, site]; "
        + "drop number where the sheet has a column of numbers"
    ),
    reason: Bilingual(
      "没有编号，整改和申诉就找不到原记录。",
      "without a number no follow-up finds its record"
    )
  )

  static let settingsMisplacedSource = DiagnosticKind(
    "settings.misplaced-source",
    .error,
    message: Bilingual(
      "这是一条来源设置，却写在 {list}: 之下。",
      "this is an entry of sources:, but it stands under {list}:"
    ),
    remedy: Bilingual(
      "请把从“- files:”起的整条移到 sources: 之下，原有各条之前（没有 sources: 就先写上这一行）。",
      "move it, from “- files:” on, under sources:, before the entries there; write that line first if there is none"
    ),
    reason: Bilingual(
      "来源只在 sources: 之下起作用；追加到文件末尾的，会归到最后一个列表。",
      "sources count under sources: only; what is appended to the file falls into its last list"
    )
  )

  static let settingsSourceWithoutFiles = DiagnosticKind(
    "settings.source-without-files",
    .warning,
    message: Bilingual(
      "这个来源没有写 files，不对应任何文件。",
      "the source has no files and matches none"
    ),
    remedy: Bilingual(
      "补上文件名的样式，如 files: \"综治办-*.csv\"。",
      "add a pattern such as files: \"综治办-*.csv\""
    ),
    reason: Bilingual(
      "来源按文件名对应，没有样式就不起作用。",
      "sources are found by file name"
    )
  )

  static let settingsUnknownDepartment = DiagnosticKind(
    "settings.unknown-department",
    .error,
    message: Bilingual(
      "考核办法中没有“{text}”这个部门{hint}",
      "the scheme has no department “{text}”{hint}"
    ),
    remedy: Bilingual(
      "改正，或在考核办法的 departments 中补上。",
      "correct it, or add it to the scheme's departments"
    ),
    reason: Bilingual(
      "记录按部门和单号识别，部门不对，整改和申诉就找不到原记录。",
      "records are known by department and number; a wrong department loses their follow-ups"
    )
  )
}
