import TongbaoModel

// Legal but wrong: grades, vetoes and days of a scheme.
extension DiagnosticKind {
  static let schemeGradeLintKinds: [DiagnosticKind] = [
    .schemeIdleVeto,
    .schemeGradeUnreachable,
    .schemeNoGradeBelow,
    .schemeQuotaTooLarge,
    .schemeIndicatorNeverCounts,
    .schemeApprovalEndsEarly,
  ]

  static let schemeIdleVeto = DiagnosticKind(
    "scheme.idle-veto",
    .warning,
    message: Bilingual(
      "“{veto}”发生了也不改变任何结果：{why}。",
      "“{veto}” changes nothing when it happens: {why}"
    ),
    remedy: Bilingual(
      "写明有实际后果的效果，如封顶到更低的等次、扣分、zero: true。",
      "give it an effect that is felt: cap at a lower grade, deduct points, zero: true"
    ),
    reason: Bilingual(
      "没有后果的否决约束不了任何单位，多半是等次、分值写错了。",
      "a veto without consequence binds nobody; most likely its grade or points are not what was "
        + "meant"
    )
  )

  static let schemeGradeUnreachable = DiagnosticKind(
    "scheme.grade-unreachable",
    .warning,
    message: Bilingual(
      "没有单位能得“{grade}”：{why}。",
      "nobody can be given “{grade}”: {why}"
    ),
    remedy: Bilingual(
      "核对等次的 atLeast、quota 和各指标的分值。",
      "check atLeast and quota of the grade, and the points of the indicators"
    ),
    reason: Bilingual(
      "最高可得分按每个指标的最好结果、难度系数和加分封顶精确计算；够不着的等次等于没有设。",
      "the best results of all indicators, the coefficient and the caps of bonuses are added up "
        + "exactly; a grade above that is never given"
    )
  )

  static let schemeNoGradeBelow = DiagnosticKind(
    "scheme.no-grade-below",
    .note,
    message: Bilingual(
      "{unit}若得 {below}，没有等次：最低的“{grade}”也要 {least}。",
      "with {below} {unit} has no grade: even “{grade}”, the lowest, asks for {least}"
    ),
    remedy: Bilingual(
      "最后加一个不设 atLeast 的等次，如“不合格”；本就不定等次的，不必改动。",
      "end with a grade without atLeast; leave it where no grade is meant"
    ),
    reason: Bilingual(
      "没有一个等次符合的单位，通报中等次一栏是空的。",
      "where no grade fits, the circular shows none"
    )
  )

  static let schemeQuotaTooLarge = DiagnosticKind(
    "scheme.quota-too-large",
    .warning,
    message: Bilingual(
      "“{grade}”的名额在“{category}”不起作用：{why}。",
      "the quota of “{grade}” keeps nobody out in “{category}”: {why}"
    ),
    remedy: Bilingual(
      "减少名额，改用比例（如 0.3），或删去 quota。",
      "lower it, write a share such as 0.3, or remove quota"
    ),
    reason: Bilingual(
      "名额按分类计算；不少于全部单位的名额等于不设限。",
      "quotas hold for each category; one that has room for all is none"
    )
  )

  static let schemeIndicatorNeverCounts = DiagnosticKind(
    "scheme.indicator-never-counts",
    .warning,
    message: Bilingual(
      "“{indicator}”的问题一条也不会计入：{unit}存续于 {unitDays}，“{project}”准入于 {projectDays}，没有共同的一天，每期都得满分 {full} 分。",
      "no finding under “{indicator}” can ever count: {unit} exists {unitDays}, “{project}” is "
        + "approved {projectDays}, and they share no day; it always gets all {full}"
    ),
    remedy: Bilingual(
      "核对单位和考核项目的起止日期，或指标的适用单位。",
      "check the dates of the units and of the project, or whom the indicator applies to"
    ),
    reason: Bilingual(
      "只有项目准入期内、单位存续期内的检查才计入。",
      "an inspection counts only on a day on which the project is approved and the unit exists"
    )
  )

  static let schemeApprovalEndsEarly = DiagnosticKind(
    "scheme.approval-ends-early",
    .warning,
    message: Bilingual(
      "“{project}”准入到 {to}，早于考核年度末：{unit}从 {first} 起再有“{indicator}”的问题，一概不计。",
      "the approval of “{project}” ends on {to}, before the year does: a finding under "
        + "“{indicator}” at {unit} on {first} or later does not count"
    ),
    remedy: Bilingual(
      "项目确为阶段性的，不必改动；否则延长准入期或删去 to。",
      "leave it where the project is meant to end; else extend the approval, or remove to"
    ),
    reason: Bilingual(
      "准入期以外的检查不计分，指标却仍占分值，期满后发生的问题等于不扣分。",
      "what is found outside the approval costs nothing, while the indicator keeps its points"
    )
  )
}
