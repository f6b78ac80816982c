import TongbaoModel

// Points, methods, grades and vetoes of a scheme.
extension DiagnosticKind {
  static let schemeRuleKinds: [DiagnosticKind] = [
    .schemeUnreachablePoints,
    .schemeUnreachableWeight,
    .schemeOtherMethodsParameter,
    .schemeRankSteps,
    .schemeDynamicNeedsLatest,
    .schemeBracketsNotDescending,
    .schemeGradeOutOfReach,
    .schemeVetoWithoutEffect,
    .schemeFullMarksDiffer,
  ]

  static let schemeUnreachablePoints = DiagnosticKind(
    "scheme.unreachable-points",
    .error,
    message: Bilingual(
      "这个指标的分值对每个单位都是 0。",
      "the indicator is worth 0 points for every unit"
    ),
    remedy: Bilingual(
      "补上适用单位的分值，或删去这个指标。",
      "give it points for some unit, or remove it"
    ),
    reason: Bilingual(
      "没有单位适用的指标不会计分，多半是写漏了。",
      "an indicator that applies to nobody never counts; most likely something was left out"
    )
  )

  static let schemeUnreachableWeight = DiagnosticKind(
    "scheme.unreachable-weight",
    .error,
    message: Bilingual(
      "“{id}”的分值没有单位能得到。",
      "no unit can reach the points of “{id}”"
    ),
    remedy: Bilingual(
      "检查单位所属的分类和 units，或删去这项分值。",
      "check the units of the category and units, or remove the points"
    ),
    reason: Bilingual(
      "写了却不起作用的分值，说明规则与本意不符。",
      "points that take no effect show that the rule is not what was meant"
    )
  )

  static let schemeOtherMethodsParameter = DiagnosticKind(
    "scheme.other-methods-parameter",
    .error,
    message: Bilingual(
      "“{text}”是 {owners} 的参数，{method} 不用它。",
      "“{text}” belongs to {owners}, not to {method}"
    ),
    remedy: Bilingual(
      "删去它，或改正 method。",
      "remove it, or correct the method"
    ),
    reason: Bilingual(
      "不起作用的参数会让人以为规则更严或更宽。",
      "a parameter without effect makes a rule look stricter or milder than it is"
    )
  )

  static let schemeRankSteps = DiagnosticKind(
    "scheme.rank-steps",
    .error,
    message: Bilingual(
      "method: rank 须有且只有 percentStep、pointStep、list、span 之一。",
      "method: rank takes exactly one of percentStep, pointStep, list and span"
    ),
    remedy: Bilingual(
      "保留其中一个（现有：{given}）。",
      "keep one of them (given: {given})"
    ),
    reason: Bilingual(
      "它们各是一种名次计分办法，不能并用，也不能都没有。",
      "each is a way of its own to score ranks"
    )
  )

  static let schemeDynamicNeedsLatest = DiagnosticKind(
    "scheme.dynamic-needs-latest",
    .error,
    message: Bilingual(
      "动态指标只能用 take: latest 和 measure: value。",
      "dynamic goes only with take: latest and measure: value"
    ),
    remedy: Bilingual(
      "删去 dynamic，或改 take 和 measure。",
      "remove dynamic, or change take and measure"
    ),
    reason: Bilingual(
      "动态指标看最近一次的数值是否达标，累计或增长没有“恢复”可言。",
      "it watches whether the latest value meets the target; sums and growth cannot recover"
    )
  )

  static let schemeBracketsNotDescending = DiagnosticKind(
    "scheme.brackets-not-descending",
    .error,
    message: Bilingual(
      "档次的 atLeast {text} 不低于前一档的 {before}。",
      "the bracket's atLeast {text} is not below the {before} before it"
    ),
    remedy: Bilingual(
      "从高到低排列。",
      "order the brackets from the highest down"
    ),
    reason: Bilingual(
      "取第一个达到的档次，次序不对，后面的档次就永远轮不到。",
      "the first bracket reached counts, so that one out of order is never reached"
    )
  )

  static let schemeGradeOutOfReach = DiagnosticKind(
    "scheme.grade-out-of-reach",
    .warning,
    message: Bilingual(
      "没有单位会得到这个等次：够得上它的，都先得了前面的“{before}”。",
      "no unit is ever given this grade: whoever reaches it has “{before}” before it"
    ),
    remedy: Bilingual(
      "等次从高到低排列，atLeast 依次降低。",
      "order the grades best first, each asking less than the one before"
    ),
    reason: Bilingual(
      "取第一个符合的等次，要求不低于前面的就永远轮不到。",
      "the first grade that fits is given"
    )
  )

  static let schemeVetoWithoutEffect = DiagnosticKind(
    "scheme.veto-without-effect",
    .error,
    message: Bilingual(
      "这项否决没有任何效果。",
      "the veto has no effect"
    ),
    remedy: Bilingual(
      "写明 capGrade、deduct、zero 或 unranked。",
      "add capGrade, deduct, zero or unranked"
    ),
    reason: Bilingual(
      "没有效果的否决形同虚设。",
      "a veto without effect threatens nothing"
    )
  )

  static let schemeFullMarksDiffer = DiagnosticKind(
    "scheme.full-marks-differ",
    .warning,
    message: Bilingual(
      "“{category}”内满分不同：同样一分不失，{first}得 {firstFull} 分，{second}得 {secondFull} 分。",
      "full marks differ within “{category}”: without losing a point {first} has {firstFull}, "
        + "{second} has {secondFull}"
    ),
    remedy: Bilingual(
      "按得分率排名（rankBy: rate），或使满分一致。",
      "rank by rate (rankBy: rate), or make the full marks equal"
    ),
    reason: Bilingual(
      "满分不同而比总分，对满分低的单位不公平。",
      "comparing totals is unfair to those who can reach less"
    )
  )
}
