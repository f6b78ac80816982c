import Glibc
package import TongbaoModel

// What the user sees of a failure.
extension DiagnosticKind {
  static let failureKinds: [DiagnosticKind] = [
    .workspaceLocked, .workspaceDisk, .workspaceWrongKind, .workspaceNotEmpty,
    .publishUnsafePath,
    .archiveDamagedJournal, .publishDamagedRegister, .publishLostRegister,
    .publishNumberTaken, .publishRevisionTaken, .archiveNotInJournal, .archiveDigestMismatch,
  ]

  /// Another run holds the lock.
  package static let workspaceLocked = DiagnosticKind(
    "workspace.locked",
    .error,
    message: Bilingual("另一次运行正在进行", "Another run is at work in this workspace"),
    remedy: Bilingual("请等它结束后再运行", "Wait until it has ended, then run again"),
    reason: Bilingual(
      "两次运行同时写入会重复计入或覆盖；锁随进程结束自动释放，不会残留。",
      "Two runs at once could count or overwrite twice; the lock ends with its process, so it is never left behind."
    )
  )

  /// The disk refused.
  package static let workspaceDisk = DiagnosticKind(
    "workspace.disk",
    .error,
    message: Bilingual("{operation}失败：{error}", "{operation} failed: {error}"),
    remedy: Bilingual(
      "请检查磁盘空间、权限和网络共享，然后重新运行；已公开的内容未受影响",
      "Check space, rights and shares, then run again; what was public is as it was"
    ),
    reason: Bilingual(
      "任何一步写入失败都会停止，原有的存档和公开内容保持不变，下次运行接着做。",
      "Any write that fails stops the run; archive and public folder stay as they were, and the next run goes on from there."
    )
  )

  /// Something else stands where a folder or file should.
  package static let workspaceWrongKind = DiagnosticKind(
    "workspace.wrong-kind",
    .error,
    message: Bilingual(
      "此处所有的不是应有的普通文件或文件夹（是链接、特殊文件，或者文件夹与文件相混）",
      "What stands here is not the plain file or folder that should (a link, a special file, or one for the other)"
    ),
    remedy: Bilingual("请移走它", "Move it away"),
    reason: Bilingual(
      "跟随链接写入可能改动工作区以外的文件。",
      "Writing through a link could change files outside the workspace."
    )
  )

  /// A folder that is not empty where a workspace is to be made.
  package static let workspaceNotEmpty = DiagnosticKind(
    "workspace.not-empty",
    .error,
    message: Bilingual(
      "文件夹中已有内容，未作任何改动",
      "The folder holds something already; nothing was changed"
    ),
    remedy: Bilingual(
      "请另选一个空文件夹或新名称；要加入现有工作目录的内容，可先建在别处再手工复制",
      "Name an empty folder or a new one; to add to a workspace that exists, make one elsewhere and copy what you need"
    ),
    reason: Bilingual(
      "新建工作目录不得覆盖任何文件，哪怕是看似无用的文件。",
      "Making a workspace must never overwrite a file, not even one that looks useless."
    )
  )

  /// A path that leads out of its folder, or is not unique.
  package static let publishUnsafePath = DiagnosticKind(
    "publish.unsafe-path",
    .error,
    message: Bilingual("文件路径“{path}”不可用", "The path “{path}” cannot be used"),
    remedy: Bilingual("请检查考核办法中的编号和模板", "Check the ids of the scheme and the templates"),
    reason: Bilingual(
      "路径不得指向所属文件夹之外，也不得与同一期的其他文件重名。",
      "A path must not lead out of its folder, nor share its name with another file of the issue."
    )
  )

  /// A damaged journal.
  package static let archiveDamagedJournal = DiagnosticKind(
    "archive.damaged-journal",
    .error,
    message: Bilingual(
      "收件日志第 {line} 行已损坏：{fact}",
      "Line {line} of the journal is damaged: {fact}"
    ),
    remedy: Bilingual("请从备份中恢复 journal.jsonl", "Restore journal.jsonl from a backup"),
    reason: Bilingual(
      "收件日志决定哪些表计入以及先后次序，不能猜测。",
      "The journal says which sheets count and in which order; that cannot be guessed."
    )
  )

  /// A damaged register.
  package static let publishDamagedRegister = DiagnosticKind(
    "publish.damaged-register",
    .error,
    message: Bilingual("发文登记簿已损坏：{fact}", "The register is damaged: {fact}"),
    remedy: Bilingual(
      "请用 internal/register.json 恢复 public/register.json",
      "Restore public/register.json from internal/register.json"
    ),
    reason: Bilingual(
      "登记簿决定哪些内容已公开、编号用到几号，不能猜测。",
      "The register says what is public and which numbers are used; that cannot be guessed."
    )
  )

  /// A register that is gone or older than the office's copy.
  package static let publishLostRegister = DiagnosticKind(
    "publish.lost-register",
    .error,
    message: Bilingual(
      "发文登记簿缺失，或少于内部副本所记",
      "The register is missing, or names less than the office's copy of it"
    ),
    remedy: Bilingual(
      "请确认共享文件夹已挂载，再用 internal/register.json 恢复；确要从头开始的，请删除该副本",
      "Check that the share is mounted, then restore it from internal/register.json; to start afresh on purpose, remove that copy"
    ),
    reason: Bilingual(
      "没有登记簿就会重复使用编号，并把已公开的内容当作残留清除。",
      "Without its register the program would use numbers twice and take published pages for left-overs."
    )
  )

  /// A number in use.
  package static let publishNumberTaken = DiagnosticKind(
    "publish.number-taken",
    .error,
    message: Bilingual(
      "{year} 年第 {number} 号不可用{holder}",
      "Number {number} of {year} cannot be given{holder}"
    ),
    remedy: Bilingual(
      "下一个可用的编号是 {next}；不指定编号即用它",
      "The next free number is {next}, which is taken where none is given"
    ),
    reason: Bilingual(
      "发文字号在一年内不得重复。",
      "A document number stands for one document of its year."
    )
  )

  /// A revision that is not the next.
  package static let publishRevisionTaken = DiagnosticKind(
    "publish.revision-taken",
    .error,
    message: Bilingual(
      "{period} 不能发布第 {revision} 版",
      "Revision {revision} of {period} cannot come out"
    ),
    remedy: Bilingual("请重新运行", "Run again"),
    reason: Bilingual(
      "每期的版次依次递增，已发布的版本不得改动。",
      "The revisions of a period follow one another, and none that is out is changed."
    )
  )

  /// Something to withdraw that the journal does not name.
  package static let archiveNotInJournal = DiagnosticKind(
    "archive.not-in-journal",
    .error,
    message: Bilingual(
      "收件日志中没有计入中的“{name}”",
      "The journal names no “{name}” that counts"
    ),
    remedy: Bilingual("请核对文件名或单号", "Check the file name or record number"),
    reason: Bilingual(
      "只有已收入且未撤回的表可以撤回。",
      "Only a sheet that was taken in and is not withdrawn can be withdrawn."
    )
  )

  /// A kept file that no longer has its digest.
  package static let archiveDigestMismatch = DiagnosticKind(
    "archive.digest-mismatch",
    .error,
    message: Bilingual(
      "文件缺失或内容与其摘要不符",
      "The file is missing or does not have the content of its digest"
    ),
    remedy: Bilingual("请从备份中恢复该文件", "Restore the file from a backup"),
    reason: Bilingual(
      "存档按内容命名；内容变了就不能再作为依据。",
      "The archive names files by content; one whose content has changed proves nothing."
    )
  )
}

extension PublishingFailure {
  /// The failure as the user is told of it.
  package var diagnostic: Diagnostic {
    switch self {
    case .locked(let path): Diagnostic(.workspaceLocked, at: SourceLocation(file: path))
    case .disk(let failure):
      Diagnostic(
        .workspaceDisk,
        at: SourceLocation(file: failure.path),
        facts: ["operation": .worded(failure.operation.words), "error": .worded(failure.cause)]
      )
    case .wrongKind(let path): Diagnostic(.workspaceWrongKind, at: SourceLocation(file: path))
    case .notEmpty(let path): Diagnostic(.workspaceNotEmpty, at: SourceLocation(file: path))
    case .unsafePath(let path): Diagnostic(.publishUnsafePath, facts: ["path": .text(path)])
    case .damagedJournal(let line, let fact):
      Diagnostic(.archiveDamagedJournal, facts: ["line": .number(line), "fact": .text(fact)])
    case .damagedRegister(let fact):
      Diagnostic(.publishDamagedRegister, facts: ["fact": .text(fact)])
    case .lostRegister(let path): Diagnostic(.publishLostRegister, at: SourceLocation(file: path))
    case .numberTaken(let year, let number, let holder, let next):
      Diagnostic(
        .publishNumberTaken,
        facts: [
          "year": .text(String(year)), "number": .number(number), "next": .number(next),
          "holder": .worded(
            Bilingual(
              holder.map { "，已用于 \($0)" } ?? "",
              holder.map { ": \($0) has it" } ?? ""
            )
          ),
        ]
      )
    case .revisionTaken(let period, let revision):
      Diagnostic(
        .publishRevisionTaken,
        facts: ["period": .text(period), "revision": .number(revision)]
      )
    case .notInJournal(let name):
      Diagnostic(.archiveNotInJournal, facts: ["name": .text(name)])
    case .digestMismatch(let path):
      Diagnostic(.archiveDigestMismatch, at: SourceLocation(file: path))
    case .killed: preconditionFailure("only a test stops the program, and none prints this")
    }
  }
}

extension DiskFailure {
  /// What the error number means, in words for those that an office meets.
  package var cause: Bilingual {
    switch code {
    case ENOSPC: Bilingual("磁盘已满", "no space left on the disk")
    case EDQUOT: Bilingual("已超出磁盘配额", "disk quota exceeded")
    case EACCES, EPERM: Bilingual("没有权限", "permission denied")
    case EROFS: Bilingual("文件系统只读", "the file system is read-only")
    case ENOENT: Bilingual("文件或文件夹不存在", "no such file or folder")
    case ENOTDIR: Bilingual("不是文件夹", "not a folder")
    case EEXIST: Bilingual("同名文件已存在", "a file of that name exists")
    case EBUSY, ETXTBSY: Bilingual("文件正在使用", "the file is in use")
    case ENAMETOOLONG: Bilingual("文件名过长", "the file name is too long")
    case EIO: Bilingual("读写出错", "input/output error")
    case ESTALE, ENOTCONN, EHOSTDOWN: Bilingual("网络共享已断开", "the share is not connected")
    case EMFILE, ENFILE: Bilingual("打开的文件过多", "too many open files")
    default: Bilingual("系统错误 \(code)", "system error \(code)")
    }
  }
}

extension DiskOperation {
  /// What was tried, as the beginning of a sentence.
  fileprivate var words: Bilingual {
    switch self {
    case .open, .read, .list, .status: Bilingual("读取", "Reading")
    case .lock: Bilingual("加锁", "Locking")
    case .create, .write, .truncate, .sync, .rename, .move: Bilingual("写入", "Writing")
    case .remove: Bilingual("删除", "Removing")
    case .makeFolder: Bilingual("新建文件夹", "Making the folder")
    }
  }
}
