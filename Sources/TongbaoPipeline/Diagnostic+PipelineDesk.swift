import TongbaoModel

// Setting up a workspace, and withdrawing from one.
extension DiagnosticKind {
  static let deskKinds: [DiagnosticKind] = [
    .initNoTemplates, .withdrawUnknown, .withdrawAmbiguousSheet, .withdrawAmbiguousRecord,
    .withdrawAlready,
  ]

  /// The files from which a workspace is made are not there.
  static let initNoTemplates = DiagnosticKind(
    "init.no-templates",
    .error,
    message: Bilingual(
      "找不到新建工作目录所用的文件",
      "The files from which a workspace is made are not found"
    ),
    remedy: Bilingual(
      "请重新安装程序，或用 TONGBAO_TEMPLATES 指明 templates 文件夹",
      "Install the program again, or name its templates folder in TONGBAO_TEMPLATES"
    ),
    reason: Bilingual(
      "新工作目录由程序所附的 templates/workspace 生成。",
      "A new workspace is made from templates/workspace, which comes with the program."
    )
  )

  /// Nothing that counts has this name.
  static let withdrawUnknown = DiagnosticKind(
    "withdraw.unknown",
    .error,
    message: Bilingual(
      "没有计入中的督查表或督查记录“{text}”。{hint}",
      "No sheet and no inspection record “{text}” counts.{hint}"
    ),
    remedy: Bilingual(
      "督查表写文件名、归档名或 SHA-256 前 6 位以上；督查记录写单号；其他行请撤回整份表，或另报更正",
      "Name a sheet by its name, its archived name or at least 6 digits of its SHA-256, an inspection by its record number; for other rows withdraw the sheet or send a correction"
    ),
    reason: Bilingual(
      "撤回须指明一份表或一条记录，不作猜测。",
      "What is withdrawn must be one sheet or one record; nothing is guessed."
    )
  )

  /// Several sheets have this name.
  static let withdrawAmbiguousSheet = DiagnosticKind(
    "withdraw.ambiguous-sheet",
    .error,
    message: Bilingual(
      "“{text}”不止指一项，可能是：{files}",
      "“{text}” means more than one thing; it may be: {files}"
    ),
    remedy: Bilingual(
      "请写归档名；要撤回的是记录的，加 --department",
      "Give the archived name; where a record is meant, add --department"
    ),
    reason: Bilingual(
      "同名文件内容可以不同，撤错一份会改变得分。",
      "Files of one name may differ, and withdrawing the wrong one changes scores."
    )
  )

  /// Records of several departments have this number.
  static let withdrawAmbiguousRecord = DiagnosticKind(
    "withdraw.ambiguous-record",
    .error,
    message: Bilingual(
      "单号“{text}”在几个部门都有：{departments}",
      "Several departments have a record “{text}”: {departments}"
    ),
    remedy: Bilingual("请加 --department 指明部门", "Add --department"),
    reason: Bilingual(
      "各部门各自编号，同一单号可能是不同的记录。",
      "Departments number by themselves, so that one number may stand for several records."
    )
  )

  /// It was withdrawn before.
  static let withdrawAlready = DiagnosticKind(
    "withdraw.already",
    .note,
    message: Bilingual(
      "“{text}”此前已撤回（日志第 {entry} 条，理由：{reason}）",
      "“{text}” was withdrawn before (journal entry {entry}, reason: {reason})"
    ),
    remedy: Bilingual("无需处理", "Nothing to do"),
    reason: Bilingual(
      "已撤回的不再计入，不重复登记。",
      "What is withdrawn does not count; it is not noted twice."
    )
  )
}
