package import TongbaoModel

extension DiagnosticKind {
  /// All kinds of the pipeline.
  package static let pipelineKinds: [DiagnosticKind] =
    [
      .guardUnitMissing, .guardShrink, .guardJump, .guardSum, .guardPersonalData, .guardLink,
      .guardQuarantineShare, .runNoScheme, .runSchemesOverlap, .runUnknownUnit,
      .runUnknownIndicator, .runWaived, .runNeedsScheme, .guardUndecided, .guardNoRows,
      .runDraftChanged, .draftNotNamed, .draftWithdrawn, .runDraftCode,
      .draftRenewed, .draftDropped, .runNoYear, .runNoDraft, .runJournalBehind, .runPeriodNotOver,
      .runQuarantine,
      .runSheetAbsent, .runUnitAbsent, .runRestatement, .runMendedRenamed, .runSheetGone,
      .headersNoHeader,
      .headersNoField, .runYearsDiffer, .runNotPublished, .runNoRevision,
      .runRevisionDiffers,
    ] + sampleKinds + deskKinds + verifyKinds

  /// A unit of the scheme is missing from the output.
  static let guardUnitMissing = DiagnosticKind(
    "guard.unit-missing",
    .error,
    message: Bilingual("“{text}”没有得分或页面", "“{text}” has no score or no page"),
    remedy: Bilingual("请检查考核办法和模板", "Check the scheme and the templates"),
    reason: Bilingual("漏掉一个单位的通报不得发布。", "A circular that leaves out a unit must not come out.")
  )

  /// Far fewer rows than in the previous period.
  static let guardShrink = DiagnosticKind(
    "guard.shrink",
    .error,
    message: Bilingual(
      "本期只有 {now} 行记录，上期 {before} 行，不足 {least} 倍",
      "Only {now} rows in this period, {before} in the one before: less than {least} of it"
    ),
    remedy: Bilingual(
      "请核对是否有部门漏报；确属正常的，在 tongbao.yaml 的 waivers 中写明 shrink、期间和理由",
      "See whether a department's sheet is missing; if it is right, name shrink, the period and the reason under waivers in tongbao.yaml"
    ),
    reason: Bilingual(
      "数据大幅减少多半是漏报，照此发布对各单位不公。",
      "A sharp drop is mostly a missing sheet; publishing it would be unfair."
    )
  )

  /// A total jumps.
  static let guardJump = DiagnosticKind(
    "guard.jump",
    .error,
    message: Bilingual(
      "“{text}”模拟得分由 {before} 变为 {now}，超过 {most} 分",
      "The simulated score of “{text}” moves from {before} to {now}, more than {most} points"
    ),
    remedy: Bilingual(
      "请用 tongbao explain 核对；确属正常的，在 tongbao.yaml 的 waivers 中写明 jump、期间和理由",
      "Check it with tongbao explain; if it is right, name jump, the period and the reason under waivers in tongbao.yaml"
    ),
    reason: Bilingual(
      "得分突变须有人核对后才能发布。",
      "Somebody must look at a score that jumps before it comes out."
    )
  )

  /// Printed parts do not add up.
  static let guardSum = DiagnosticKind(
    "guard.sum",
    .error,
    message: Bilingual(
      "“{text}”各项得分之和与合计不符",
      "The parts of “{text}” do not add up to its total"
    ),
    remedy: Bilingual("这是程序的错误，请报告", "This is a fault of the program: report it"),
    reason: Bilingual("通报中的数字必须能逐项相加复核。", "Every printed sum must be checkable from its parts.")
  )

  /// Personal data would be public.
  static let guardPersonalData = DiagnosticKind(
    "guard.personal-data",
    .error,
    message: Bilingual(
      "页面 {text} 含未遮盖的个人信息（{number}），与{owner}的 {field} 栏相同",
      "The page {text} holds unmasked personal data ({number}) that stands in {field} of {owner}"
    ),
    remedy: Bilingual(
      "如单位、指标等名称或模板的文字中有此号码，请在方案或模板中删去；否则请在原系统中删去该记录中的号码，重新导出后再运行",
      "Remove the number from the scheme's names or a template's wording if it stands there; "
        + "otherwise remove it from the record at the source, export the sheet again and run again"
    ),
    reason: Bilingual(
      "身份证号、电话、银行卡号不得公开。",
      "Identity numbers, telephone numbers and bank cards must not be public."
    )
  )

  /// A link leads nowhere.
  static let guardLink = DiagnosticKind(
    "guard.link",
    .error,
    message: Bilingual(
      "页面 {text} 的链接 {target} 不存在",
      "The link {target} of the page {text} leads nowhere"
    ),
    remedy: Bilingual("请检查模板", "Check the templates"),
    reason: Bilingual("读者必须能打开通报中的每一个链接。", "A reader must be able to follow every link.")
  )

  /// Too many rows in quarantine.
  static let guardQuarantineShare = DiagnosticKind(
    "guard.quarantine-share",
    .error,
    message: Bilingual(
      "{rows} 行中有 {refused} 行未采信，超过 {most}",
      "{refused} of {rows} rows are in quarantine, more than {most}"
    ),
    remedy: Bilingual(
      "请改正 quarantine 中的行并重新放入 inbox",
      "Mend the rows in quarantine and drop them into the inbox again"
    ),
    reason: Bilingual(
      "未采信的行过多时，得分不能反映实际。",
      "With too many rows refused the scores do not show what is the case."
    )
  )

  /// No scheme for a period.
  static let runNoScheme = DiagnosticKind(
    "run.no-scheme",
    .error,
    message: Bilingual("没有覆盖“{text}”的考核办法", "No scheme covers “{text}”"),
    remedy: Bilingual(
      "请在 schemes 文件夹中放入该年度的考核办法，或检查 window",
      "Put the scheme of that year into the folder schemes, or check its window"
    ),
    reason: Bilingual(
      "期间属于其最后一日所在的考核年度。",
      "A period belongs to the scheme whose window holds its last day."
    )
  )

  /// Two schemes for the same days.
  static let runSchemesOverlap = DiagnosticKind(
    "run.schemes-overlap",
    .error,
    message: Bilingual("考核办法 {text} 与 {other} 的考核期重叠", "The windows of {text} and {other} overlap"),
    remedy: Bilingual("请改正其中一个的 window", "Mend the window of one of them"),
    reason: Bilingual("每一天只能属于一个考核年度。", "A day can belong to one assessment year only.")
  )

  /// A unit nobody knows.
  static let runUnknownUnit = DiagnosticKind(
    "run.unknown-unit",
    .error,
    message: Bilingual("考核办法中没有单位“{text}”", "The scheme has no unit “{text}”"),
    remedy: Bilingual("可用的单位：{known}", "Units: {known}"),
    reason: Bilingual("单位按编号、名称或别名查找。", "A unit is found by its id, name or alias.")
  )

  /// An indicator nobody knows.
  static let runUnknownIndicator = DiagnosticKind(
    "run.unknown-indicator",
    .error,
    message: Bilingual("考核办法中没有指标“{text}”", "The scheme has no indicator “{text}”"),
    remedy: Bilingual("可用的指标：{known}", "Indicators: {known}"),
    reason: Bilingual("指标按编号、名称或别名查找。", "An indicator is found by its id, name or alias.")
  )

  /// A waiver was used.
  static let runWaived = DiagnosticKind(
    "run.waived",
    .note,
    message: Bilingual("{text} 已豁免：{reason}", "{text} is waived: {reason}"),
    remedy: Bilingual("豁免已记入发文登记簿", "The waiver is recorded in the register"),
    reason: Bilingual("豁免须写明理由并留有记录。", "A waiver needs a reason and is put on record.")
  )

  /// A sheet cannot be checked without a scheme.
  static let runNeedsScheme = DiagnosticKind(
    "run.needs-scheme",
    .error,
    message: Bilingual("这里不是工作目录，也没有指定考核办法", "This is no workspace, and no scheme is named"),
    remedy: Bilingual(
      "请进入工作目录，或用 --workspace 指定，或用 --scheme 指定考核办法",
      "Go to a workspace, or name one with --workspace, or a scheme with --scheme"
    ),
    reason: Bilingual(
      "单位、指标、等级都以考核办法为准，没有它无法核对。",
      "Units, indicators and severities are those of the scheme; without it nothing can be checked."
    )
  )
}
