import TongbaoModel

// What a run says of periods, drafts and what did not come.
extension DiagnosticKind {
  /// Provisional findings are undecided at year-end.
  static let guardUndecided = DiagnosticKind(
    "guard.undecided",
    .error,
    message: Bilingual(
      "年度汇总未发布：{count} 项预扣分尚未核定",
      "The yearly summary is held back: {count} provisional deductions are undecided"
    ),
    remedy: Bilingual(
      "请核定后重新运行，或用 --undecided confirm、--undecided restore 指定处理方式",
      "Decide them and run again, or say how to close them with --undecided confirm or restore"
    ),
    reason: Bilingual(
      "预扣分视整改情况决定最终得分，年终前须逐项核定。",
      "Provisional deductions are decided by the actual rectification, before the year is closed."
    )
  )

  /// Nothing at all is known.
  static let guardNoRows = DiagnosticKind(
    "guard.no-rows",
    .error,
    message: Bilingual(
      "考核期开始以来没有任何记录",
      "There is no record at all since the assessment year began"
    ),
    remedy: Bilingual(
      "请确认 inbox 已放入督查表、共享文件夹已连接",
      "See whether sheets lie in the inbox and the share is mounted"
    ),
    reason: Bilingual(
      "没有数据时，任何得分和名次都是虚构的。",
      "Without data every score and rank would be fiction."
    )
  )

  /// What would come out is not what was signed.
  static let runDraftChanged = DiagnosticKind(
    "run.draft-changed",
    .error,
    message: Bilingual(
      "“{text}”按现有记录、考核办法和设置重算，与签发的草稿不符，未发布",
      "“{text}” as it stands today, with the records, scheme and settings of now, is not the draft that was signed; it did not come out"
    ),
    remedy: Bilingual(
      "请运行 tongbao run --period {text} 生成新草稿，再次送签",
      "Run tongbao run --period {text} for a new draft and have it signed"
    ),
    reason: Bilingual("发布的必须正是签发的内容。", "What comes out must be exactly what was signed.")
  )

  /// A finding that a draft names may not be named any more.
  static let draftNotNamed = DiagnosticKind(
    "draft.not-named",
    .error,
    message: Bilingual(
      "草稿实名通报的“{text}”（{unit}）现已不得点名：记录已撤回、更正，或者经核实、申诉复核不再成立",
      "The draft names “{text}” ({unit}), which may not be named any more: its record was retracted or corrected, or it did not stand on verification or appeal"
    ),
    remedy: Bilingual(
      "请运行 tongbao run --period 生成新草稿，再次送签；已送签的草稿作废",
      "Run tongbao run --period for a new draft and have it signed; the one that is out for signature is void"
    ),
    reason: Bilingual(
      "实名通报以发布之日仍然成立为前提，签发之后情况变化的不得照发。",
      "Only what still holds on the day of issue is circulated by name, whatever was signed before."
    )
  )

  /// Something on which a draft rests was withdrawn.
  static let draftWithdrawn = DiagnosticKind(
    "draft.withdrawn",
    .error,
    message: Bilingual(
      "草稿生成之后撤回了“{text}”（日志第 {entry} 条，理由：{reason}）",
      "“{text}” was withdrawn after the draft was made (journal entry {entry}, reason: {reason})"
    ),
    remedy: Bilingual(
      "请运行 tongbao run --period 生成新草稿，再次送签",
      "Run tongbao run --period for a new draft and have it signed"
    ),
    reason: Bilingual(
      "撤回的数据不得再计入得分。",
      "What was withdrawn must not count in what comes out."
    )
  )

  /// The draft is not the one that was signed.
  static let runDraftCode = DiagnosticKind(
    "run.draft-code",
    .error,
    message: Bilingual(
      "“{text}”现有草稿的校验码是 {found}，不是签发的 {given}，未发布",
      "The draft of “{text}” has the check code {found}, not {given}, which was signed; it did not come out"
    ),
    remedy: Bilingual(
      "请将现有草稿送签，再用它的校验码发布",
      "Have the draft signed that is there, and release it with its own code"
    ),
    reason: Bilingual("发布的必须正是签发的内容。", "What comes out must be exactly what was signed.")
  )

  /// A draft took the place of one that may be out for signature.
  static let draftRenewed = DiagnosticKind(
    "draft.renewed",
    .warning,
    message: Bilingual(
      "“{text}”的草稿已更新，校验码由 {old} 变为 {new}；此前送签的作废",
      "The draft of “{text}” is renewed, its check code is {new} and no longer {old}; the one sent for signature before is void"
    ),
    remedy: Bilingual("请将新草稿再次送签", "Have the new draft signed"),
    reason: Bilingual(
      "内容没有变化的草稿原样保留；有变化的必须重新签发。",
      "A draft whose content is unchanged stays as it is; one that changes must be signed anew."
    )
  )

  /// A draft went, for nothing new would come out.
  static let draftDropped = DiagnosticKind(
    "draft.dropped",
    .warning,
    message: Bilingual(
      "“{text}”重算后与已发布的一致，待签发的草稿已删除",
      "“{text}” is again what is published; the draft that waited to be signed is removed"
    ),
    remedy: Bilingual("已送签的请收回", "Call it back where it is out for signature"),
    reason: Bilingual(
      "草稿所依据的变动已不存在，照发会把作废的数字公布出去。",
      "What the draft rested on is gone; released later it would bring out figures that are void."
    )
  )

  /// No scheme covers the day of a run.
  static let runNoYear = DiagnosticKind(
    "run.no-year",
    .warning,
    message: Bilingual(
      "没有考核办法覆盖 {text}，最迟的到 {end} 为止：此后的督查表不计分，也不会有通报到期",
      "No scheme covers {text}, the latest ends on {end}: later sheets do not count, and no circular falls due"
    ),
    remedy: Bilingual(
      "新年度已开始的，请在 schemes 文件夹中放入新的考核办法",
      "If a new year has begun, put its scheme into the folder schemes"
    ),
    reason: Bilingual(
      "缺少新年度的考核办法时，定时运行看似正常，其实什么也不产生。",
      "Without the scheme of the new year the daily run seems well and brings out nothing."
    )
  )

  /// There is nothing to release.
  static let runNoDraft = DiagnosticKind(
    "run.no-draft",
    .error,
    message: Bilingual("“{text}”没有待签发的草稿", "No draft of “{text}” waits to be released"),
    remedy: Bilingual("请先运行 tongbao run 生成草稿", "Run tongbao run first"),
    reason: Bilingual(
      "release: manual 时，run 只生成草稿，签发后才发布。",
      "Under release: manual a run makes a draft, which comes out once it is signed."
    )
  )

  /// The journal has lost entries.
  static let runJournalBehind = DiagnosticKind(
    "run.journal-behind",
    .error,
    message: Bilingual(
      "收件日志只有 {found} 条，已发布的通报依据 {known} 条",
      "The journal has {found} entries, but published circulars rest on {known}"
    ),
    remedy: Bilingual(
      "请从备份恢复 archive/journal.jsonl",
      "Restore archive/journal.jsonl from a backup"
    ),
    reason: Bilingual(
      "日志缺失会使督查表漏计，得分失真。",
      "Sheets that the journal does not name would not count, and the scores would be wrong."
    )
  )

  /// A year is closed again as it was before.
  static let runClosedAsBefore = DiagnosticKind(
    "run.closed-as-before",
    .warning,
    message: Bilingual(
      "“{text}”的未决预扣分沿用上一版的处理方式：{choice}",
      "Undecided provisional deductions of “{text}” are closed as in the revision before: {choice}"
    ),
    remedy: Bilingual(
      "需要改变的，用 --undecided 另行指定",
      "To close them otherwise, say so with --undecided"
    ),
    reason: Bilingual(
      "年终的处理决定只作一次；其后补报的未决预扣分也按此处理，请核对。",
      "The decision is made once; provisional deductions that came since are closed likewise: see to them."
    )
  )

  /// The period is not over.
  static let runPeriodNotOver = DiagnosticKind(
    "run.period-not-over",
    .warning,
    message: Bilingual("“{text}”尚未结束", "“{text}” is not over yet"),
    remedy: Bilingual("请确认期间无误", "Check the period"),
    reason: Bilingual("期末之前仍可能有记录。", "More records may follow until its last day.")
  )

  /// Rows lie in quarantine.
  static let runQuarantine = DiagnosticKind(
    "run.quarantine",
    .warning,
    message: Bilingual(
      "共 {rows} 行未采信，存于 quarantine",
      "{rows} rows do not count and lie in quarantine"
    ),
    remedy: Bilingual(
      "请按各行的 message 改正后放回 inbox",
      "Mend them as their column message says and drop them into the inbox again"
    ),
    reason: Bilingual(
      "有误的行不计分，但也不丢失。",
      "A row with an error does not count, but it is not lost either."
    )
  )

  /// An expected sheet did not come.
  static let runSheetAbsent = DiagnosticKind(
    "run.sheet-absent",
    .warning,
    message: Bilingual("{period} 没有收到“{text}”的数据", "No data of “{text}” came for {period}"),
    remedy: Bilingual(
      "请催报；确无数据的，可删去该来源的 expected",
      "Ask the department; where none is due, drop expected from that source"
    ),
    reason: Bilingual(
      "sources 中写明 expected 的表每期都应报送。",
      "A source with expected is to send a sheet every period."
    )
  )

  /// A unit has no row in the period.
  static let runUnitAbsent = DiagnosticKind(
    "run.unit-absent",
    .warning,
    message: Bilingual("“{text}”本期没有任何记录", "“{text}” has no row at all in the period"),
    remedy: Bilingual("请核对报表是否缺行", "See whether rows are missing from a sheet"),
    reason: Bilingual(
      "单位整期没有记录，多半是漏报。",
      "A unit without any row in a period is mostly a sheet that lacks it."
    )
  )

  /// A file of mended rows came under a name that does not tell what it mends.
  static let runMendedRenamed = DiagnosticKind(
    "run.mended-renamed",
    .error,
    message: Bilingual(
      "这是改正后的待处理文件，但文件名已改，无法确定其来源",
      "These are mended rows from quarantine, but the file has another name, so that it is not known what they mend"
    ),
    remedy: Bilingual(
      "请恢复待处理文件夹中原来的文件名（……rejected.csv）后重新放入收件夹",
      "Give it back the name that it had in quarantine (….rejected.csv) and drop it in again"
    ),
    reason: Bilingual(
      "改正后的行按原表的来源读取，并取代原来未采信的行；文件名改变后，同一问题可能重复扣分。",
      "Mended rows are read as their sheet was and settle the rows that were refused; under another name one finding could count twice."
    )
  )

  /// Nothing that stood on a sheet to a unit exists any more.
  static let runSheetGone = DiagnosticKind(
    "run.sheet-gone",
    .note,
    message: Bilingual(
      "送单位的“{text}”已删除：所列问题已撤回或者更正",
      "“{text}” to a unit is removed: its findings were retracted or corrected"
    ),
    remedy: Bilingual(
      "已经发出的，请告知该单位作废",
      "Where it was sent, tell the unit that it is void"
    ),
    reason: Bilingual(
      "告知核实单和交办单只列现有的问题。",
      "Sheets to units list only findings that exist."
    )
  )

  /// Records are dated in periods that are out already.
  static let runRestatement = DiagnosticKind(
    "run.restatement",
    .warning,
    message: Bilingual(
      "有 {rows} 条记录的日期在已发布的 {periods} 之内（此处为第一条），所涉各期将重新计算",
      "Records dated in what is published already ({periods}): {rows}, this one first; those periods are computed anew"
    ),
    remedy: Bilingual(
      "请确认日期；确系补报或者更正的，无需处理",
      "Check the dates; nothing to do where the records came late or correct others"
    ),
    reason: Bilingual(
      "迟到的记录会改变已发布的得分，有变动的时期发布更正，旧版照旧保留。",
      "Late records change scores that are out: such a period gets a correction, and the old revision stays."
    )
  )
}

extension Office {
  /// That no scheme covers a day; nil where one does.
  func missingYear(on day: CalendarDate) -> Diagnostic? {
    guard !years.contains(where: { $0.scheme.window.contains(day) }) else { return nil }
    let end = years.last?.scheme.window.to.description ?? ""
    return Diagnostic(.runNoYear, text: day.description, facts: ["end": .text(end)])
  }
}

extension Diagnostic {
  /// The journal has `found` entries, and what is published rests on `known`.
  static func journalBehind(known: Int, found: Int) -> Diagnostic {
    Diagnostic(.runJournalBehind, facts: ["known": .number(known), "found": .number(found)])
  }
}
