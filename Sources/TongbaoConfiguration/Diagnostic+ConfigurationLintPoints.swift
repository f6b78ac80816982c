import TongbaoModel

// Legal but wrong: points, steps and caps of a scheme.
extension DiagnosticKind {
  static let schemePointLintKinds: [DiagnosticKind] = [
    .schemeBracketSamePoints,
    .schemePaysMoreForLess,
    .schemePointsAboveFull,
    .schemeFullPointsOutOfReach,
    .schemeUnlimitedGain,
    .schemeUnusualFullMarks,
    .schemeItemAboveCap,
    .schemeItemCapOutOfReach,
  ]

  static let schemeBracketSamePoints = DiagnosticKind(
    "scheme.bracket-same-points",
    .warning,
    message: Bilingual(
      "“{indicator}”达到 {upper} 和只到 {lower} 同得 {points} 分，分这两档没有区别。",
      "“{indicator}” gives {points} points at {upper} and {points} at {lower}: the two brackets are one"
    ),
    remedy: Bilingual(
      "改正其中一档的分值，或合并两档。",
      "correct the points of one of them, or make them one"
    ),
    reason: Bilingual(
      "同分的两档等于一档，多半是分值抄错了。",
      "two brackets of the same points are one; most likely a figure was copied wrongly"
    )
  )

  static let schemePaysMoreForLess = DiagnosticKind(
    "scheme.pays-more-for-less",
    .warning,
    message: Bilingual(
      "“{indicator}”做得好的反而得分少：{better}得 {betterPoints} 分，{worse}却得 {worsePoints} 分。",
      "“{indicator}” pays more for less: {better} gets {betterPoints} points, {worse} gets "
        + "{worsePoints}"
    ),
    remedy: Bilingual(
      "核对各档分值；若数值越低越好，各档须一直写到 atLeast: 0。",
      "check the points; where low values are good, go on down to atLeast: 0"
    ),
    reason: Bilingual(
      "档次、名次从好到差排列，分值应当依次不增；比最后一档还低的得 0 分。",
      "brackets and places stand best first, and what is below the last bracket gets 0"
    )
  )

  static let schemePointsAboveFull = DiagnosticKind(
    "scheme.points-above-full",
    .warning,
    message: Bilingual(
      "“{indicator}”对{unit}只值 {full} 分，{step}却得 {points} 分，超过满分。",
      "“{indicator}” is worth {full} points to {unit}, yet {step} gets {points}"
    ),
    remedy: Bilingual(
      "核对档次、名次的分值与指标的 points。",
      "check the points of brackets and places against those of the indicator"
    ),
    reason: Bilingual(
      "得分高于分值，满分就不再是满分，得分率会超过 100%。",
      "a score above the full points takes the rate beyond 100%"
    )
  )

  static let schemeFullPointsOutOfReach = DiagnosticKind(
    "scheme.full-points-out-of-reach",
    .warning,
    message: Bilingual(
      "“{indicator}”对{unit}值 {full} 分，做得最好也只得 {best} 分。",
      "“{indicator}” is worth {full} points to {unit}, which gets {best} at best"
    ),
    remedy: Bilingual(
      "核对指标的 points 与档次、名次的分值或 maxRatio。",
      "check the points of the indicator against brackets, places or maxRatio"
    ),
    reason: Bilingual(
      "满分中谁也得不到的部分，会压低这些单位的总分和得分率。",
      "points that nobody can get lower the total and the rate of those units"
    )
  )

  static let schemeUnlimitedGain = DiagnosticKind(
    "scheme.unlimited-gain",
    .warning,
    message: Bilingual(
      "“{indicator}”超目标加分不封顶：{unit}优于目标 {distance} 时，{full} 分的指标得 {score} 分。",
      "the gain of “{indicator}” has no cap: {distance} beyond the target brings {unit} {score} "
        + "for an indicator of {full}"
    ),
    remedy: Bilingual(
      "在 gainPer 中写明 cap。",
      "add a cap to gainPer"
    ),
    reason: Bilingual(
      "不封顶的一项加分，可以抵掉其余全部指标的扣分；一个填错的数也会这样。",
      "one gain without cap can outweigh all other indicators, and so can one mistyped value"
    )
  )

  static let schemeUnusualFullMarks = DiagnosticKind(
    "scheme.unusual-full-marks",
    .note,
    message: Bilingual(
      "“{category}”的满分不是 100 分或 1000 分：{unit}各项合计 {full} 分。",
      "full marks in “{category}” are not 100 or 1000: those of {unit} add up to {full}"
    ),
    remedy: Bilingual(
      "核对各项分值；本就如此的，不必改动。",
      "check the points of the indicators; leave them where this is meant"
    ),
    reason: Bilingual(
      "合计不是整百，多半是漏了指标或改了分值没有配平。",
      "another sum often shows an indicator left out, or points changed and not balanced"
    )
  )

  static let schemeItemAboveCap = DiagnosticKind(
    "scheme.item-above-cap",
    .warning,
    message: Bilingual(
      "“{item}”一次 {points} 分，{whose}封顶 {cap} 分：只发生一次也计不满。",
      "“{item}” is {points} points each time, and {whose} is {cap}: not even one event counts in full"
    ),
    remedy: Bilingual(
      "提高封顶，或降低每次的分值。",
      "raise the cap, or lower the points"
    ),
    reason: Bilingual(
      "一次就超过封顶，写明的分值永远得不到、扣不到。",
      "points above their own cap never count as written"
    )
  )

  static let schemeItemCapOutOfReach = DiagnosticKind(
    "scheme.item-cap-out-of-reach",
    .warning,
    message: Bilingual(
      "“{item}”封顶 {cap} 分，{whose}却只有 {common} 分：超出的 {excess} 分永远计不到。",
      "the cap of “{item}” is {cap}, but {whose} is {common}: {excess} points of it can never count"
    ),
    remedy: Bilingual(
      "核对单项封顶与合计封顶。",
      "check the cap of the item against that of all items"
    ),
    reason: Bilingual(
      "先按单项封顶，再按合计封顶；高于合计的单项封顶不起作用。",
      "the cap of all items holds after that of each, so that a higher one has no effect"
    )
  )
}
