package import TongbaoModel

// Kinds of the inbox, the archive and the quarantine; those of the public folder are in
// Diagnostic+Publication.swift.
extension DiagnosticKind {
  /// All kinds that this stage reports.
  package static let publishingKinds: [DiagnosticKind] =
    [
      .inboxLink, .inboxFolder, .inboxSpecial, .inboxWaiting, .inboxHeldOpen, .inboxDuplicate,
      .inboxUnreadable,
      .inboxNotRemoved, .archiveTornJournal, .archiveMissing, .archiveChanged,
      .quarantineChanged,
    ] + publicationKinds + failureKinds

  /// A symbolic link in the inbox.
  package static let inboxLink = DiagnosticKind(
    "inbox.link",
    .warning,
    message: Bilingual(
      "收件夹中的该项是符号链接，未予读取",
      "This entry of the inbox is a symbolic link and was not read"
    ),
    remedy: Bilingual("请将文件本身复制到收件夹", "Copy the file itself into the inbox"),
    reason: Bilingual(
      "符号链接可能指向收件夹以外的任何文件，跟随它会把无关文件当作督查表归档甚至公开。",
      "A symbolic link may lead to any file outside the inbox; following it could archive, or even publish, a file that nobody sent."
    )
  )

  /// A folder in the inbox.
  package static let inboxFolder = DiagnosticKind(
    "inbox.folder",
    .warning,
    message: Bilingual(
      "收件夹中的该项是文件夹，其中的文件未予读取",
      "This entry of the inbox is a folder; the files in it were not read"
    ),
    remedy: Bilingual("请将其中的表直接放入收件夹", "Put its sheets into the inbox directly"),
    reason: Bilingual(
      "只读取收件夹第一层的文件，以免把备份、旧版本一并计入。",
      "Only the files of the inbox itself are taken in, so that backups and old versions kept in folders do not count."
    )
  )

  /// A pipe, socket or device in the inbox.
  package static let inboxSpecial = DiagnosticKind(
    "inbox.special",
    .warning,
    message: Bilingual(
      "收件夹中的该项不是普通文件，未予读取",
      "This entry of the inbox is no plain file and was not read"
    ),
    remedy: Bilingual("请将其移出收件夹", "Remove it from the inbox"),
    reason: Bilingual(
      "读取管道或设备可能使程序一直等待。",
      "Reading a pipe or a device could make the program wait for ever."
    )
  )

  /// A file that is still being written.
  package static let inboxWaiting = DiagnosticKind(
    "inbox.waiting",
    .note,
    message: Bilingual(
      "文件可能仍在写入，留待下次读取",
      "The file may still be being written; it waits for the next run"
    ),
    remedy: Bilingual(
      "无需处理；名称为临时文件名的，请在传输完成后改名",
      "Nothing to do; give a file with a temporary name its own name when it is complete"
    ),
    reason: Bilingual(
      "正在复制的文件只有一部分内容，读取它会漏计其余各行。",
      "A file that is being copied holds only a part of its rows; reading it would leave out the others."
    )
  )

  /// A file that a program holds open for writing.
  package static let inboxHeldOpen = DiagnosticKind(
    "inbox.held-open",
    .warning,
    message: Bilingual(
      "有程序仍打开着此文件并可写入，本次未收取",
      "A program holds this file open for writing; it was not taken in"
    ),
    remedy: Bilingual(
      "请保存并关闭，或等传输完成；下次运行时收取",
      "Save and close it, or let the transfer end; the next run takes it in"
    ),
    reason: Bilingual(
      "打开着的文件可能还没有写完，收取后再写入的各行会丢失。",
      "An open file may not be complete; rows that are written after it was taken in would be lost."
    )
  )

  /// A file whose bytes are in the archive already.
  package static let inboxDuplicate = DiagnosticKind(
    "inbox.duplicate",
    .note,
    message: Bilingual(
      "与“{original}”内容完全相同，不重复计入",
      "It has exactly the content of “{original}” and does not count again"
    ),
    remedy: Bilingual("无需处理", "Nothing to do"),
    reason: Bilingual(
      "同一份表计两次会重复扣分；按内容（SHA-256）识别，与文件名无关。",
      "The same sheet counted twice would deduct twice; sheets are told apart by content (SHA-256), whatever their names."
    )
  )

  /// A file that cannot be read.
  package static let inboxUnreadable = DiagnosticKind(
    "inbox.unreadable",
    .error,
    message: Bilingual("无法读取该文件：{error}", "The file cannot be read: {error}"),
    remedy: Bilingual("请检查文件权限和磁盘，然后重新运行", "Check its permissions and the disk, then run again"),
    reason: Bilingual(
      "读不出的表不能计入，也不会被删除；其余文件照常处理。",
      "A sheet that cannot be read does not count and is not removed; the other files are taken in as usual."
    )
  )

  /// A file taken in that cannot be removed from the inbox.
  package static let inboxNotRemoved = DiagnosticKind(
    "inbox.not-removed",
    .warning,
    message: Bilingual(
      "文件已收入，但无法从收件夹移除：{error}",
      "The file is taken in but cannot be removed from the inbox: {error}"
    ),
    remedy: Bilingual(
      "请检查收件夹的写入权限，或手工删除该文件",
      "Check the rights on the inbox, or remove the file by hand"
    ),
    reason: Bilingual(
      "文件内容已完整存档，不会重复计入；留在收件夹只是不整洁。",
      "Its bytes are in the archive and will not count twice; that it stays is merely untidy."
    )
  )

  /// A journal whose last line was torn.
  package static let archiveTornJournal = DiagnosticKind(
    "archive.torn-journal",
    .note,
    message: Bilingual(
      "收件日志末行不完整（上次运行中断），已舍去",
      "The last line of the journal was incomplete, as after a power cut, and was dropped"
    ),
    remedy: Bilingual(
      "无需处理；相应文件仍在收件夹，将重新收入",
      "Nothing to do; its file is still in the inbox and is taken in again"
    ),
    reason: Bilingual(
      "文件在日志写妥之后才从收件夹移除，因此舍去不完整的末行不会丢失任何表。",
      "A file leaves the inbox only after its line is on the disk, so dropping a torn line loses no sheet."
    )
  )

  /// An archived sheet that is missing.
  package static let archiveMissing = DiagnosticKind(
    "archive.missing",
    .error,
    message: Bilingual("存档文件缺失", "The archived file is missing"),
    remedy: Bilingual("请从备份中恢复该文件", "Restore the file from a backup"),
    reason: Bilingual(
      "每个得分都由存档的原表重新计算；缺一份，就无法再证明已公布的数字。",
      "Every figure is computed afresh from the archived sheets; without one of them, published numbers can no longer be shown to be right."
    )
  )

  /// An archived sheet whose bytes are not those that came.
  package static let archiveChanged = DiagnosticKind(
    "archive.changed",
    .error,
    message: Bilingual(
      "存档文件的内容与收件日志登记的不一致",
      "The archived file is not what the journal says it was"
    ),
    remedy: Bilingual(
      "请从备份中恢复原文件；存档文件不得修改",
      "Restore it from a backup; archived files must not be edited"
    ),
    reason: Bilingual(
      "存档后的修改会不留痕迹地改变得分；更正应由部门另行报表，或用 tongbao withdraw 撤回。",
      "An edit in the archive would change scores without a trace; corrections come as new sheets, or with tongbao withdraw."
    )
  )

  /// A file of refused rows that somebody has changed.
  package static let quarantineChanged = DiagnosticKind(
    "quarantine.changed",
    .note,
    message: Bilingual(
      "隔离区的该文件已被人工修改，未予覆盖",
      "Somebody has changed this file in the quarantine; it was left alone"
    ),
    remedy: Bilingual("改好后请移入收件夹", "Move it into the inbox when it is mended"),
    reason: Bilingual(
      "程序每次运行都会更新隔离区；覆盖改了一半的文件会使改正工作白费。",
      "Each run brings the quarantine up to date; overwriting a file that is being mended would undo that work."
    )
  )
}

extension Diagnostic {
  /// A duplicate in the inbox, with the sheet that it repeats.
  package static func duplicate(_ name: String, of original: ArchivedSheet) -> Diagnostic {
    duplicate(name, ofSheet: original.name)
  }

  /// A sheet with the bytes of another one, by their names.
  package static func duplicate(_ name: String, ofSheet original: String) -> Diagnostic {
    Diagnostic(
      .inboxDuplicate,
      at: SourceLocation(file: name),
      facts: ["original": .text(original)]
    )
  }

  /// An inbox file that cannot be read.
  package static func unreadable(_ file: InboxFile, _ failure: DiskFailure) -> Diagnostic {
    .file(.inboxUnreadable, file.name, failure)
  }

  /// A problem of one file with what the system said.
  static func file(
    _ kind: DiagnosticKind,
    _ name: FileName,
    _ failure: DiskFailure
  ) -> Diagnostic {
    Diagnostic(
      kind,
      at: SourceLocation(file: name.description),
      facts: ["error": .worded(failure.cause)]
    )
  }
}
