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
    .schemeZeroCap,
    .schemeCapNeverReached,
    .schemeZeroStep,
    .schemePlacesBeyondGroup,
  ]

  static let schemeBracketSamePoints = DiagnosticKind(
    "scheme.bracket-same-points",
    .warning,
    message: Bilingual(
      "“{indicator}”达到 {upper} 和只到 {lower} 同得 {points} 分，分这两档没有区别。",
      "“{indicator}” gives {points} at {upper} and {points} at {lower}: the two brackets are one"
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
      "“{indicator}” pays more for less: {better} gets {betterPoints}, {worse} gets "
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
      "“{indicator}” is worth {full} to {unit}, yet {step} gets {points}"
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
      "“{indicator}” is worth {full} to {unit}, which gets {best} at best"
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
      "“{item}” is {points} each time, and {whose} is {cap}: not even one event counts in full"
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
      "the cap of “{item}” is {cap}, but {whose} is {common}: {excess} of it can never count"
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

  static let schemeZeroCap = DiagnosticKind(
    "scheme.zero-cap",
    .warning,
    message: Bilingual(
      "{what}封顶 0 分：{example}。",
      "{what} is 0: {example}"
    ),
    remedy: Bilingual(
      "写明封顶的分数；不封顶就删去 cap，不计这一项就删去这一项。",
      "write the most that it may come to; remove cap where there is no limit, or the whole part where "
        + "it is not meant"
    ),
    reason: Bilingual(
      "封顶 0 分的，发生多少次也不加不扣，等于没有这一项。",
      "under a cap of 0 nothing ever counts, as if the rule were not there"
    )
  )

  static let schemeCapNeverReached = DiagnosticKind(
    "scheme.cap-never-reached",
    .note,
    message: Bilingual(
      "{whose}封顶 {cap} 分用不上：{items}，每项都到顶，合计也只有 {sum} 分。",
      "{whose} is {cap}, which nothing reaches: with {items}, each at its cap, they add up to {sum}"
    ),
    remedy: Bilingual(
      "核对合计封顶与单项封顶；本就如此的，不必改动。",
      "check the cap of all items against those of each; leave it where this is meant"
    ),
    reason: Bilingual(
      "先按单项封顶，再按合计封顶；合计封顶高于各项之和，等于不设。",
      "the cap of all items holds after that of each; above their sum it is none"
    )
  )

  static let schemeZeroStep = DiagnosticKind(
    "scheme.zero-step",
    .warning,
    message: Bilingual(
      "“{indicator}”每步 0 分，好坏没有区别：{example}。",
      "a step of “{indicator}” is 0 and tells nobody apart: {example}"
    ),
    remedy: Bilingual(
      "写明每步的分值；不加分就删去 gainPer，不按名次计分就换一种方法。",
      "write what a step is worth; remove gainPer where there is no gain, or take another method"
    ),
    reason: Bilingual(
      "每步 0 分，差多少、排第几都一样，多半是漏填了分值。",
      "with steps of 0 neither distance nor place matters; most likely the figure was never filled in"
    )
  )

  static let schemePlacesBeyondGroup = DiagnosticKind(
    "scheme.places-beyond-group",
    .warning,
    message: Bilingual(
      "“{indicator}”写了 {listed} 个名次的分值，一起比较的最多只有 {most} 个单位：第 {first} 名的 {points} 分永远没有单位得，"
        + "最后一名是第 {last} 名，得 {lastPoints} 分。",
      "“{indicator}” lists {listed}, but at most {most} are compared: nobody ever comes in at place "
        + "{first} for {points}; the last of them has place {last} and {lastPoints}"
    ),
    remedy: Bilingual(
      "删去多余的名次，或核对 scope 和指标的适用单位。",
      "remove the places beyond, or check scope and whom the indicator applies to"
    ),
    reason: Bilingual(
      "名次不会超过一起比较的单位数；写给最后几名的分值落不到任何单位头上。",
      "no place is beyond the number of units compared, so that what is meant for the last ones reaches "
        + "nobody"
    )
  )
}
