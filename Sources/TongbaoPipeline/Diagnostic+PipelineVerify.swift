import TongbaoModel

// What `tongbao verify` finds when it makes issues again.
extension DiagnosticKind {
  static let verifyKinds: [DiagnosticKind] = [
    .verifyDiffers, .verifyFileDiffers, .verifyEntryDiffers, .verifyNotMade, .verifyDerived,
    .verifyOtherProgram,
  ]

  /// A published file is not what the archive gives, and the first difference is known.
  static let verifyDiffers = DiagnosticKind(
    "verify.differs",
    .error,
    message: Bilingual(
      "重算与已发布的不一致，最先不同之处为 {text}：已发布 {published}，重算 {made}",
      "Made again, the file differs first at {text}: published {published}, made again {made}"
    ),
    remedy: Bilingual(
      "请与备份核对存档、登记簿和该文件，恢复被改动的一份；确属计算有误的，用 tongbao run 发布更正",
      "Compare archive, register and file with a backup and restore what was changed; if the figures were wrong, publish a correction with tongbao run"
    ),
    reason: Bilingual(
      "同样的督查表、考核办法、设置、模板和程序版本必得同样的字节；不一致说明其中之一被改动。",
      "The same sheets, scheme, settings, templates and program give the same bytes; a difference means that one of them was changed."
    )
  )

  /// A published file is not what the archive gives, and it is not there to be compared.
  static let verifyFileDiffers = DiagnosticKind(
    "verify.file-differs",
    .error,
    message: Bilingual(
      "重算所得与登记簿登记的该文件不一致",
      "Made again, the file is not the one that the register names"
    ),
    remedy: Bilingual(
      "请与备份核对存档、登记簿和该文件，恢复被改动的一份",
      "Compare archive, register and file with a backup and restore what was changed"
    ),
    reason: Bilingual(
      "已发布的文件缺失或已被改动，无法指出具体差别；登记的摘要与重算的不同。",
      "The published file is missing or was changed, so that the difference cannot be shown; the digests differ."
    )
  )

  /// The files agree, but the register says something else of the issue.
  static let verifyEntryDiffers = DiagnosticKind(
    "verify.entry-differs",
    .error,
    message: Bilingual(
      "登记簿对“{text}”的登记与重算所得不一致",
      "The register's entry of “{text}” is not what making it again gives"
    ),
    remedy: Bilingual(
      "请从备份恢复 public/register.json",
      "Restore public/register.json from a backup"
    ),
    reason: Bilingual(
      "文号、日期、标题、得分摘要、豁免等登记内容均由发布的内容决定。",
      "Number, date, title, digests and waivers in the register follow from what was published."
    )
  )

  /// An issue cannot be made again.
  static let verifyNotMade = DiagnosticKind(
    "verify.not-made",
    .error,
    message: Bilingual("“{issue}”无法重算", "“{issue}” cannot be made again"),
    remedy: Bilingual(
      "请按前面的诊断从备份恢复存档",
      "Restore the archive from a backup, as the diagnostics before say"
    ),
    reason: Bilingual(
      "缺少当时的督查表、考核办法、设置或模板，已发布的数字无从证明。",
      "Without the sheets, scheme, settings or templates of the time the figures cannot be proved."
    )
  )

  /// An index page or table is not what the register gives.
  static let verifyDerived = DiagnosticKind(
    "verify.derived",
    .error,
    message: Bilingual(
      "该文件与登记簿不一致，最先不同之处为 {text}：现为 {published}，应为 {made}",
      "The file is not what the register gives; it differs first at {text}: there {published}, due {made}"
    ),
    remedy: Bilingual(
      "运行 tongbao run 即重新生成",
      "Run tongbao run, which makes it again"
    ),
    reason: Bilingual(
      "总目录、各期目录、登记簿表格和订阅源都由登记簿生成；被改动，或改过模板、设置后尚未运行，都会不一致。",
      "Index pages, table and feed are made from the register; they differ where they were changed, or where templates or settings changed since the last run."
    )
  )

  /// Something was made by another version of the program.
  static let verifyOtherProgram = DiagnosticKind(
    "verify.other-program",
    .note,
    message: Bilingual(
      "“{text}”由版本 {program} 生成，只核对数字，未逐字节核对",
      "“{text}” was made by version {program}: its figures are compared, its bytes are not"
    ),
    remedy: Bilingual("如需逐字节核对，请用该版本运行", "Verify with that version to compare bytes"),
    reason: Bilingual(
      "版式随程序版本而变，得分不变。",
      "The form of pages changes with the program; scores do not."
    )
  )
}
