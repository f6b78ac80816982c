package import TongbaoModel

// Kinds of the public folder.
extension DiagnosticKind {
  static let publicationKinds: [DiagnosticKind] = [
    .publishUnknownFile, .publishLeftOver, .publishRemoved, .publishNotReplaced, .publishMissing,
    .publishChanged, .publishWithheldLost, .publishCopyDiffers,
  ]

  /// A file in the public folder that the register does not name.
  package static let publishUnknownFile = DiagnosticKind(
    "publish.unknown-file",
    .warning,
    message: Bilingual(
      "公开文件夹中有登记簿未登记的文件",
      "The public folder holds a file that the register does not name"
    ),
    remedy: Bilingual(
      "如非有意放置，请移走；程序不会删除它",
      "Move it away unless it is meant to be there; the program does not remove it"
    ),
    reason: Bilingual(
      "读者无法分辨公开文件夹中的哪些文件是正式发布的；不是本程序写的文件一律不删除。",
      "Readers cannot tell which files of the public folder were published; files that others put there are never removed."
    )
  )

  /// A left-over that was removed.
  package static let publishRemoved = DiagnosticKind(
    "publish.removed",
    .warning,
    message: Bilingual(
      "已清除未登记的残留文件",
      "A left-over that the register does not name was removed"
    ),
    remedy: Bilingual(
      "上次运行中断后无需处理；如系自行放入的文件，请放到公开文件夹下另设的文件夹中",
      "After a run that was stopped, nothing; files of your own belong in a folder of their own beside the issues"
    ),
    reason: Bilingual(
      "各期通报和实名通报的文件夹只存放登记簿登记的文件；运行中断留下的文件清除后重新生成。",
      "The folders of issues and notices hold what the register names; what a stopped run left is made again."
    )
  )

  /// A file that the next run removes.
  package static let publishLeftOver = DiagnosticKind(
    "publish.left-over",
    .warning,
    message: Bilingual(
      "通报文件夹中有登记簿未登记的文件，下次运行将清除",
      "A folder of issues or notices holds a file that the register does not name; the next run removes it"
    ),
    remedy: Bilingual(
      "需要保留的，请移到公开文件夹下另设的文件夹中",
      "To keep it, move it into a folder of its own beside the issues"
    ),
    reason: Bilingual(
      "各期通报和实名通报的文件夹只存放登记簿登记的文件，读者才能分辨哪些是正式发布的。",
      "The folders of issues and notices hold what the register names, so that readers can tell what was published."
    )
  )

  /// A derived file that could not be replaced.
  package static let publishNotReplaced = DiagnosticKind(
    "publish.not-replaced",
    .warning,
    message: Bilingual(
      "无法更新该文件（可能正在被打开）：{error}",
      "The file could not be replaced, perhaps because somebody has it open: {error}"
    ),
    remedy: Bilingual(
      "请关闭打开该文件的程序；下次运行会重试",
      "Close the program that has it open; the next run tries again"
    ),
    reason: Bilingual(
      "目录页、登记簿表格等都由登记簿重新生成，暂未更新不影响已发布的内容。",
      "Index pages and tables are made from the register; that one of them is late changes nothing that was published."
    )
  )

  /// A published file that is missing.
  package static let publishMissing = DiagnosticKind(
    "publish.missing",
    .error,
    message: Bilingual("已发布的文件缺失", "A published file is missing"),
    remedy: Bilingual("请从备份中恢复该文件", "Restore the file from a backup"),
    reason: Bilingual(
      "登记簿登记的每个文件都必须可以查到。",
      "Every file that the register names must be there for readers."
    )
  )

  /// A published file with other bytes.
  package static let publishChanged = DiagnosticKind(
    "publish.changed",
    .error,
    message: Bilingual(
      "已发布文件的内容与登记簿登记的不一致",
      "A published file is not what the register says it is"
    ),
    remedy: Bilingual(
      "请从备份中恢复该文件；更正应另行发布",
      "Restore it from a backup; corrections are published as new revisions"
    ),
    reason: Bilingual(
      "已发布的版本不得改动，否则无法证明当时公布了什么。",
      "A published revision never changes, or nobody could show what was published at the time."
    )
  )
}

extension DiagnosticKind {
  /// The kept page of a withdrawn notice is missing or has other bytes.
  package static let publishWithheldLost = DiagnosticKind(
    "publish.withheld-lost",
    .error,
    message: Bilingual(
      "已撤下的实名通报原件缺失或被改动",
      "The kept original of a withdrawn notice is missing or was changed"
    ),
    remedy: Bilingual("请从备份中恢复该文件", "Restore the file from a backup"),
    reason: Bilingual(
      "撤下的页面不再公开，但须留存备查，以证明当时公布了什么。",
      "What was withdrawn is no longer public, but it is kept to show what was published at the time."
    )
  )

  /// The register or the status is not what the office's copy says.
  package static let publishCopyDiffers = DiagnosticKind(
    "publish.copy-differs",
    .error,
    message: Bilingual("该文件与“{copy}”不一致", "The file differs from “{copy}”"),
    remedy: Bilingual(
      "请与备份核对，恢复被改动的一份{mend}",
      "Compare both with a backup and restore the one that was changed{mend}"
    ),
    reason: Bilingual(
      "登记簿和运行情况各有一份内部副本，两份须逐字节一致，以便发现改动。",
      "The office keeps a copy of the register and of the status; both must agree byte for byte, so that a change shows."
    )
  )
}

extension Diagnostic {
  /// A derived file that the disk refused to replace.
  static func notReplaced(_ failure: DiskFailure) -> Diagnostic {
    Diagnostic(
      .publishNotReplaced,
      at: SourceLocation(file: failure.path),
      facts: ["error": .worded(failure.cause)]
    )
  }
}
