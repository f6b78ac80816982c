import TongbaoModel

// Legal but wrong: what a scheme does with findings and warnings.
extension DiagnosticKind {
  static let schemeFindingLintKinds: [DiagnosticKind] = [
    .schemeLatePaysMore,
    .schemeFailedBelowOne,
    .schemeNamedWithoutPoints,
    .schemeNeverOverdue,
    .schemeYellowNeverShows,
    .schemeWarningAlways,
    .schemeRankDropOutOfReach,
    .schemeSpotCheckDrawsNothing,
    .schemeNoTimeToReply,
  ]

  static let schemeLatePaysMore = DiagnosticKind(
    "scheme.late-pays-more",
    .warning,
    message: Bilingual(
      "“{severity}”问题扣 {points} 分，按期整改后还扣 {inTime} 分，{how}反而只扣 {cost} 分。",
      "a finding “{severity}” of {points} costs {inTime} when rectified in time, but {cost} when "
        + "{how}"
    ),
    remedy: Bilingual(
      "使 late、partial 都不高于 onTime。",
      "let neither late nor partial be above onTime"
    ),
    reason: Bilingual(
      "拖延比按期整改划算，预扣就成了鼓励拖延。",
      "where delay is cheaper, provisional deductions reward it"
    )
  )

  static let schemeFailedBelowOne = DiagnosticKind(
    "scheme.failed-below-one",
    .warning,
    message: Bilingual(
      "“{severity}”问题一直不整改扣 {points} 分，复查不合格却只扣 {cost} 分。",
      "a finding “{severity}” that is never rectified costs {points}, but {cost} after a failed "
        + "re-check"
    ),
    remedy: Bilingual(
      "failed 写 1 或更大，如 2。",
      "let failed be 1 or more, such as 2"
    ),
    reason: Bilingual(
      "假整改比不整改扣得少，等于奖励弄虚作假。",
      "feigned rectification must not cost less than none"
    )
  )

  static let schemeNamedWithoutPoints = DiagnosticKind(
    "scheme.named-without-points",
    .warning,
    message: Bilingual(
      "“{severity}”要求实名通报，却值 0 分：检查表中不另写扣分的“{severity}”不算问题，不会点名。",
      "“{severity}” is named: true but worth 0: a row of it without points of its own is no "
        + "finding, and nobody is named"
    ),
    remedy: Bilingual(
      "写明分值，或删去 named。",
      "give it points, or remove named"
    ),
    reason: Bilingual(
      "不值分的记录按无问题的检查处理，实名通报只通报问题。",
      "a row worth nothing is a visit without finding, and notices name findings alone"
    )
  )

  static let schemeNeverOverdue = DiagnosticKind(
    "scheme.never-overdue",
    .note,
    message: Bilingual(
      "“{severity}”是预扣，却没有 dueDays：{first} 发现、表中未写期限的，到 {last} 仍不算逾期，何时整改都算按期。",
      "“{severity}” is provisional but has no dueDays: found on {first} in a row without a date, "
        + "it is still not overdue on {last}, and any rectification is in time"
    ),
    remedy: Bilingual(
      "写明 dueDays；期限总随表报送的，不必改动。",
      "add dueDays; leave it where every row brings its date"
    ),
    reason: Bilingual(
      "没有期限就没有逾期，预扣会一直悬着，年度汇总要逐条认定。",
      "without a date nothing is ever overdue, and the year-end summary waits for each of them"
    )
  )

  static let schemeYellowNeverShows = DiagnosticKind(
    "scheme.yellow-never-shows",
    .warning,
    message: Bilingual(
      "黄色预警的 {condition} 不起作用：{why}。",
      "{condition} never shows yellow: {why}"
    ),
    remedy: Bilingual(
      "黄色应比红色更早触发：rateBelow 写得更高，其余写得更少。",
      "let yellow come before red: a higher rateBelow, a lower count"
    ),
    reason: Bilingual(
      "先看红色，再看黄色；红色先到，黄色就永远不出现。",
      "red is looked at first, so that yellow shows only where it is met earlier"
    )
  )

  static let schemeWarningAlways = DiagnosticKind(
    "scheme.warning-always",
    .warning,
    message: Bilingual(
      "{unit}{who}也会得{colour}预警，其他单位也一样。",
      "{unit} gets the {colour} warning even with {who}, and so does everybody"
    ),
    remedy: Bilingual(
      "写 1 或更大；不看这一项就删去它。",
      "write 1 or more, or remove the condition"
    ),
    reason: Bilingual(
      "条件是“不少于”，0 总是满足。",
      "the conditions are “at least so many”, and 0 is always met"
    )
  )

  static let schemeRankDropOutOfReach = DiagnosticKind(
    "scheme.rank-drop-out-of-reach",
    .warning,
    message: Bilingual(
      "{colour}预警的 rankDrop 永远不会出现：要降 {places} 位，而单位最多的“{category}”也只有 {ranked} 个单位参加排名，"
        + "从第 1 名降到最后也只降 {most} 位。",
      "rankDrop never gives the {colour} warning: it takes {places}, and from first to last of "
        + "{ranked} in “{category}”, the largest category, a unit loses {most}"
    ),
    remedy: Bilingual(
      "写得更少；不看名次就删去 rankDrop。",
      "write less, or remove rankDrop"
    ),
    reason: Bilingual(
      "名次在分类内比较，最多降“参加排名的单位数减 1”位。",
      "ranks are within the category, where a unit can lose at most as many places as there are others"
    )
  )

  static let schemeSpotCheckDrawsNothing = DiagnosticKind(
    "scheme.spot-check-draws-nothing",
    .warning,
    message: Bilingual(
      "抽查比例为 0：1000 条检查记录也抽不到一条，{threshold} 的准确率要求无从检验。",
      "the spot-check rate is 0: of 1000 inspection rows none is drawn, and the threshold "
        + "{threshold} is never tested"
    ),
    remedy: Bilingual(
      "写明比例，如 0.05，或删去 spotCheck。",
      "write a rate such as 0.05, or remove spotCheck"
    ),
    reason: Bilingual(
      "不抽查，检查人员的准确率就没有依据。",
      "without rechecks nothing is known of the accuracy of inspectors"
    )
  )

  static let schemeNoTimeToReply = DiagnosticKind(
    "scheme.no-time-to-reply",
    .warning,
    message: Bilingual(
      "答复期为 0 天：{day} 与单位沟通核实的问题，{next} 就可以实名通报。",
      "there are 0 days to reply: a finding put to the unit on {day} may be circulated by name "
        + "on {next}"
    ),
    remedy: Bilingual(
      "写明 replyDays，如 5。",
      "write replyDays, such as 5"
    ),
    reason: Bilingual(
      "先沟通核实、再通报批评，须给单位留出答复的时间。",
      "a unit must have the time to answer before it is named"
    )
  )
}
