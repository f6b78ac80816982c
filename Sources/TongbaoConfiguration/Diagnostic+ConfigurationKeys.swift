import TongbaoModel

// Keys and values of every configuration file.
extension DiagnosticKind {
  static let yamlKeyKinds: [DiagnosticKind] = [
    .yamlDuplicateKey,
    .yamlKeyNotText,
    .yamlUnknownKey,
    .yamlMissingKey,
    .yamlWrongType,
    .yamlBadNumber,
    .yamlTooPrecise,
    .yamlOutOfRange,
    .yamlBadDate,
    .yamlBadChoice,
    .yamlWrongFormat,
  ]

  static let yamlDuplicateKey = DiagnosticKind(
    "yaml.duplicate-key",
    .error,
    message: Bilingual(
      "键“{text}”重复，第 {line} 行已经写过。",
      "the key “{text}” stands twice, first in line {line}"
    ),
    remedy: Bilingual(
      "只保留一个。",
      "keep one of them"
    ),
    reason: Bilingual(
      "同一个键写两次，程序无从知道以哪个为准。",
      "nobody can know which of the two is meant"
    )
  )

  static let yamlKeyNotText = DiagnosticKind(
    "yaml.key-not-text",
    .error,
    message: Bilingual(
      "键应当是文字。",
      "a key must be a text"
    ),
    remedy: Bilingual(
      "检查冒号前面的内容。",
      "check what stands before the colon"
    ),
    reason: Bilingual(
      "以列表或一组键值作键没有含义，多半是括号放错了。",
      "a list or group as a key means nothing; most likely a bracket is misplaced"
    )
  )

  static let yamlUnknownKey = DiagnosticKind(
    "yaml.unknown-key",
    .error,
    message: Bilingual(
      "没有“{text}”这个键{hint}",
      "there is no key “{text}”{hint}"
    ),
    remedy: Bilingual(
      "改正键名或删去。",
      "correct the key or remove it"
    ),
    reason: Bilingual(
      "写错的键若被忽略，规则就会在不知不觉中不起作用。",
      "a mistyped key that is ignored is a rule that silently does not count"
    )
  )

  static let yamlMissingKey = DiagnosticKind(
    "yaml.missing-key",
    .error,
    message: Bilingual(
      "缺少“{key}”。",
      "“{key}” is missing"
    ),
    remedy: Bilingual(
      "补上“{key}”。",
      "add “{key}”"
    ),
    reason: Bilingual(
      "没有它就无法计分，也没有合理的默认值。",
      "without it nothing can be scored, and no default would be right"
    )
  )

  static let yamlWrongType = DiagnosticKind(
    "yaml.wrong-type",
    .error,
    message: Bilingual(
      "“{field}”应当是{expected}，这里是{found}。",
      "“{field}” must be {expected}, not {found}"
    ),
    remedy: Bilingual(
      "改成{expected}。",
      "write {expected}"
    ),
    reason: Bilingual(
      "程序不猜测含义：带引号的数字是文字，空白不是 0。",
      "nothing is guessed: a number in quotes is a text, and a blank is not 0"
    )
  )

  static let yamlBadNumber = DiagnosticKind(
    "yaml.bad-number",
    .error,
    message: Bilingual(
      "“{text}”不是普通的十进制数。",
      "“{text}” is no plain decimal number"
    ),
    remedy: Bilingual(
      "只用数字、一个小数点和正负号，不用千分位、指数和前导零。",
      "use digits, one point and a sign; no grouping, exponent or leading zero"
    ),
    reason: Bilingual(
      "1_000、0x10、1e3、010 在不同程序中含义不同，得分却必须处处一样。",
      "1_000, 0x10, 1e3 and 010 mean different things to different programs, and scores must not"
    )
  )

  static let yamlTooPrecise = DiagnosticKind(
    "yaml.too-precise",
    .error,
    message: Bilingual(
      "“{text}”的小数超过 6 位。",
      "“{text}” has more than 6 decimals"
    ),
    remedy: Bilingual(
      "写成至多 6 位小数。",
      "write at most 6 decimals"
    ),
    reason: Bilingual(
      "所有数字都精确计算，不悄悄舍入。",
      "all numbers are exact; nothing is rounded silently"
    )
  )

  static let yamlOutOfRange = DiagnosticKind(
    "yaml.out-of-range",
    .error,
    message: Bilingual(
      "“{field}”的值 {text} 超出范围：应当{range}。",
      "{text} is out of range for “{field}”: {range}"
    ),
    remedy: Bilingual(
      "改成范围以内的值。",
      "write a value within the range"
    ),
    reason: Bilingual(
      "超出范围的值多是笔误，会使得分失去意义。",
      "such a value is most likely a slip and would make scores meaningless"
    )
  )

  static let yamlBadDate = DiagnosticKind(
    "yaml.bad-date",
    .error,
    message: Bilingual(
      "“{text}”不是日期。",
      "“{text}” is no date"
    ),
    remedy: Bilingual(
      "写成 2017-11-30 的样子，并确认有这一天。",
      "write it like 2017-11-30, and make sure that the day exists"
    ),
    reason: Bilingual(
      "日期只认一种写法，免得把月和日看反。",
      "dates are written in one way only, so that month and day are never mixed up"
    )
  )

  static let yamlBadChoice = DiagnosticKind(
    "yaml.bad-choice",
    .error,
    message: Bilingual(
      "“{field}”不能是“{text}”{hint}",
      "“{field}” cannot be “{text}”{hint}"
    ),
    remedy: Bilingual(
      "从中选一个：{choices}。",
      "choose one of: {choices}"
    ),
    reason: Bilingual(
      "只有列出的写法有确定的含义。",
      "only the listed words have a meaning"
    )
  )

  static let yamlWrongFormat = DiagnosticKind(
    "yaml.wrong-format",
    .error,
    message: Bilingual(
      "格式是“{text}”，应当是“{expected}”。",
      "the format is “{text}”, not “{expected}”"
    ),
    remedy: Bilingual(
      "第一行写 format: {expected}；其他版本请用相应版本的程序。",
      "begin with format: {expected}; for another version use the program of that version"
    ),
    reason: Bilingual(
      "格式决定每个键的含义，不能用另一种规则去读。",
      "the format decides what each key means"
    )
  )
}
