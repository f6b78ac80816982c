import TongbaoModel

// Ids, names, references and dates of a scheme.
extension DiagnosticKind {
  static let schemeNameKinds: [DiagnosticKind] = [
    .schemeBadId,
    .schemeDuplicateId,
    .schemeDuplicateName,
    .schemeUnknownReference,
    .schemeEmptyList,
    .schemeReversedDates,
    .schemeDatesOutsideWindow,
    .schemeOverlappingDates,
    .schemeDateGap,
    .schemeNumberWithoutN,
    .schemeNumberWithoutYear,
  ]

  static let schemeBadId = DiagnosticKind(
    "scheme.bad-id",
    .error,
    message: Bilingual(
      "标识“{text}”不合规则。",
      "“{text}” is no id"
    ),
    remedy: Bilingual(
      "只用小写字母、数字和连字符，以字母或数字开头，且不用 default。",
      "use lower-case letters, digits and hyphens, begin with a letter or digit, and not default"
    ),
    reason: Bilingual(
      "标识出现在文件名、网址和数据中，须处处安全；default 指其余全部。",
      "ids stand in file names and addresses and must be safe; default means all others"
    )
  )

  static let schemeDuplicateId = DiagnosticKind(
    "scheme.duplicate-id",
    .error,
    message: Bilingual(
      "标识“{text}”重复，第 {line} 行已经用过。",
      "the id “{text}” stands twice, first in line {line}"
    ),
    remedy: Bilingual(
      "换一个标识；单位与分类之间也不能相同。",
      "use another id; units and categories share their ids"
    ),
    reason: Bilingual(
      "引用按标识查找，重复了就不知道指谁。",
      "references look for ids, and two alike leave it open who is meant"
    )
  )

  static let schemeDuplicateName = DiagnosticKind(
    "scheme.duplicate-name",
    .error,
    message: Bilingual(
      "名称“{text}”重复，第 {line} 行已经用过。",
      "the name “{text}” stands twice, first in line {line}"
    ),
    remedy: Bilingual(
      "改名，或删去重复的别名；先后承续的单位请写明 from 和 to。",
      "rename it or remove the alias; give units that succeed each other from and to"
    ),
    reason: Bilingual(
      "表格按名称对应，一个名称只能指一个对象，否则分数会记错。",
      "sheets are matched by name; a name that means two things puts points on the wrong account"
    )
  )

  static let schemeUnknownReference = DiagnosticKind(
    "scheme.unknown-reference",
    .error,
    message: Bilingual(
      "没有“{text}”这个{noun}{hint}",
      "there is no {noun} “{text}”{hint}"
    ),
    remedy: Bilingual(
      "改正，或在前面补上。",
      "correct it, or add what it names"
    ),
    reason: Bilingual(
      "引用落空，分数就没有归属。",
      "points that belong to nobody are lost"
    )
  )

  static let schemeEmptyList = DiagnosticKind(
    "scheme.empty-list",
    .error,
    message: Bilingual(
      "“{field}”是空的，至少要有一项。",
      "“{field}” is empty; it needs at least one entry"
    ),
    remedy: Bilingual(
      "补上一项，或删去这个键（可省略时）。",
      "add an entry, or remove the key where it may be absent"
    ),
    reason: Bilingual(
      "没有这些内容就无法计分。",
      "without them nothing can be scored"
    )
  )

  static let schemeReversedDates = DiagnosticKind(
    "scheme.reversed-dates",
    .error,
    message: Bilingual(
      "截止日期 {text} 早于起始日期 {from}。",
      "the last day {text} is before the first day {from}"
    ),
    remedy: Bilingual(
      "对调或改正日期。",
      "swap or correct the dates"
    ),
    reason: Bilingual(
      "这样的期间一天也没有，什么都不会计入。",
      "such a range holds no day, and nothing would count"
    )
  )

  static let schemeDatesOutsideWindow = DiagnosticKind(
    "scheme.dates-outside-window",
    .warning,
    message: Bilingual(
      "日期 {text} 不在考核年度 {from} 至 {to} 之内。",
      "{text} is outside the assessment year {from} to {to}"
    ),
    remedy: Bilingual(
      "核对日期，尤其是年份。",
      "check the date, above all its year"
    ),
    reason: Bilingual(
      "年度之外的日子不计分，写在这里多半是笔误。",
      "days outside the year do not count; most likely a digit is wrong"
    )
  )

  static let schemeOverlappingDates = DiagnosticKind(
    "scheme.overlapping-dates",
    .error,
    message: Bilingual(
      "名称“{text}”与第 {line} 行的单位在同一时期并用。",
      "the name “{text}” belongs on some days to the unit of line {line} too"
    ),
    remedy: Bilingual(
      "调整两个单位的 from 和 to，使其首尾相接。",
      "let one unit end the day before the other begins"
    ),
    reason: Bilingual(
      "同一天同一名称只能指一个单位，否则分数会记错。",
      "on one day a name can mean only one unit, or points go to the wrong one"
    )
  )

  static let schemeDateGap = DiagnosticKind(
    "scheme.date-gap",
    .error,
    message: Bilingual(
      "名称“{text}”在 {from} 至 {to} 之间没有对应的单位（另见第 {line} 行）。",
      "no unit bears the name “{text}” from {from} to {to} (see line {line})"
    ),
    remedy: Bilingual(
      "调整两个单位的 from 和 to，使其首尾相接。",
      "let one unit end the day before the other begins"
    ),
    reason: Bilingual(
      "空档里的检查记录无处可记，会被退回。",
      "records dated in the gap would belong to nobody"
    )
  )

  static let schemeNumberWithoutN = DiagnosticKind(
    "scheme.number-without-n",
    .error,
    message: Bilingual(
      "文号格式“{text}”中没有 {n}。",
      "the number form “{text}” has no {n}"
    ),
    remedy: Bilingual(
      "在序号的位置写 {n}，例如 海考评通报〔{year}〕{n}号。",
      "write {n} where the number goes, as in 海考评通报〔{year}〕{n}号"
    ),
    reason: Bilingual(
      "没有序号，每期通报的文号都一样。",
      "without it all circulars would bear the same number"
    )
  )

  static let schemeNumberWithoutYear = DiagnosticKind(
    "scheme.number-without-year",
    .warning,
    message: Bilingual(
      "文号格式“{text}”中没有 {year}。",
      "the number form “{text}” has no {year}"
    ),
    remedy: Bilingual(
      "在年份的位置写 {year}。",
      "write {year} where the year goes"
    ),
    reason: Bilingual(
      "序号逐年从 1 编起，没有年份就会与往年重复。",
      "numbers begin anew each year and would repeat those of the year before"
    )
  )
}
