import TongbaoModel
import TongbaoPublishing

// What `tongbao doctor` says of the workspace's folders and state.

extension CheckResult {
  /// Rights that are too wide.
  enum Rights {
    case writableByAll
    case readableByAll
  }

  private static func title(_ name: String) -> Bilingual {
    name == "workspace" ? Bilingual("工作目录", "workspace") : Bilingual("\(name) 目录", "folder \(name)")
  }

  static func noWorkspace(_ path: String) -> CheckResult {
    CheckResult(
      "workspace",
      title("workspace"),
      .error,
      Bilingual("没有目录 \(path)", "there is no folder \(path)"),
      remedy: Bilingual("请用 --workspace 指明工作目录", "Name the workspace with --workspace")
    )
  }

  static func noFolder(_ name: String, _ path: String, isRoot: Bool) -> CheckResult {
    CheckResult(
      name,
      title(name),
      .error,
      Bilingual("\(path) 不是目录，或者是无效的链接", "\(path) is no folder, or a link that leads nowhere"),
      remedy: Bilingual("请移开该文件，或改正链接", "Move the file away, or mend the link"),
      concern: isRoot ? .reading : .writing
    )
  }

  static func closed(_ name: String, _ path: String, _ code: Int32) -> CheckResult {
    CheckResult(
      name,
      title(name),
      .error,
      Bilingual("\(path) 无法查看（errno \(code)）", "\(path) cannot be looked at (errno \(code))"),
      remedy: Bilingual("请检查权限和网络共享", "Check rights and shares")
    )
  }

  static func notReadable(_ name: String, _ facts: FolderFacts) -> CheckResult {
    CheckResult(
      name,
      title(name),
      .error,
      Bilingual(
        "\(facts.path) 不可读（\(facts.rights.chinese)）",
        "\(facts.path) cannot be read (\(facts.rights.english))"
      ),
      remedy: Bilingual(
        "请给运行程序的账号读取权限",
        "Let the account that runs the program read it"
      )
    )
  }

  static func notWritable(_ name: String, _ facts: FolderFacts) -> CheckResult {
    CheckResult(
      name,
      title(name),
      .error,
      Bilingual(
        "\(facts.path) 不可写（\(facts.rights.chinese)）",
        "\(facts.path) cannot be written to (\(facts.rights.english))"
      ),
      remedy: Bilingual(
        "请给运行程序的账号写入权限",
        "Let the account that runs the program write to it"
      ),
      concern: .writing
    )
  }

  static func notMade(_ name: String) -> CheckResult {
    CheckResult(
      name,
      title(name),
      Bilingual("还没有，首次运行时建立", "not there yet: the first run makes it")
    )
  }

  static func folder(_ name: String, _ facts: FolderFacts, warning: Rights?) -> CheckResult {
    var result = CheckResult(name, title(name), facts.rights)
    switch warning {
    case nil: return result
    case .writableByAll:
      result.level = .warning
      result.remedy = Bilingual(
        "任何人都可以改动其中内容，请执行 chmod o-w \(facts.path)",
        "Anybody may change what is in it: chmod o-w \(facts.path)"
      )
    case .readableByAll:
      result.level = .warning
      result.remedy = Bilingual(
        "其中有内部资料，任何人都可以查看，请执行 chmod o-rx \(facts.path)",
        "Anybody may look into it, and it is for the office alone: chmod o-rx \(facts.path)"
      )
    }
    return result
  }

  static func space(
    _ name: String,
    _ facts: FolderFacts,
    megabytes: Int,
    _ share: Int,
    _ isScarce: Bool
  ) -> CheckResult {
    CheckResult(
      "space." + name,
      Bilingual("剩余空间", "free space"),
      isScarce ? .warning : .ok,
      Bilingual(
        "\(facts.path)（\(facts.system.chinese)）剩余 \(megabytes) MB，\(share)%",
        "\(facts.path) (\(facts.system.english)): \(megabytes) MB, \(share) %"
      ),
      remedy: isScarce
        ? Bilingual("请清理磁盘或扩容", "Make room on the disk, or enlarge it") : nil,
      concern: .writing
    )
  }

  static func probe(
    _ name: String,
    _ facts: FolderFacts,
    _ probe: DiskProbe,
    isLocked: Bool
  ) -> CheckResult {
    let place = name == "workspace" ? Bilingual("工作目录", "the workspace") : Bilingual(name, name)
    let title = Bilingual("磁盘试写", "disk")
    if let failure = probe.failure {
      return CheckResult(
        "disk." + name,
        title,
        .error,
        Bilingual(
          "\(place.chinese)：\(failure.operation.rawValue) 失败（errno \(failure.code)）",
          "\(place.english): \(failure.operation.rawValue) failed (errno \(failure.code))"
        ),
        remedy: Bilingual("请检查权限、空间和网络共享", "Check rights, space and shares"),
        concern: .writing
      )
    }
    guard !isLocked || probe.locks else {
      return CheckResult(
        "disk." + name,
        title,
        .error,
        Bilingual(
          "\(place.chinese)所在的 \(facts.system.chinese) 不支持文件锁",
          "\(facts.system.english), which holds \(place.english), does not lock files"
        ),
        remedy: Bilingual(
          "请把工作目录放在本地磁盘，只把 public 链接到共享",
          "Keep the workspace on a local disk and make public alone a link to the share"
        ),
        concern: .writing
      )
    }
    let locks = isLocked ? Bilingual("、加锁", ", lock") : Bilingual("", "")
    return CheckResult(
      "disk." + name,
      title,
      Bilingual(
        "\(place.chinese)（\(facts.system.chinese)）写入\(locks.chinese)、改名正常",
        "\(place.english) (\(facts.system.english)): write\(locks.english) and rename work"
      )
    )
  }
}

extension FolderFacts {
  /// The kind of file system; a chroot does not tell its own.
  fileprivate var system: Bilingual {
    fileSystem.isEmpty
      ? Bilingual("未知文件系统", "unknown file system") : Bilingual(fileSystem, fileSystem)
  }

  /// Owner, rights and file system in a few words.
  fileprivate var rights: Bilingual {
    let digits = String(mode & 0o7777, radix: 8)
    let link = isLink ? Bilingual("，是符号链接", ", a symbolic link") : Bilingual("", "")
    let share = isShare ? Bilingual("，网络共享", ", a share") : Bilingual("", "")
    return Bilingual(
      "属主 \(owner)，权限 \(digits)，\(system.chinese)\(link.chinese)\(share.chinese)",
      "owner \(owner), rights \(digits), \(system.english)\(link.english)\(share.english)"
    )
  }
}

// State.
extension CheckResult {
  static let journalTitle = Bilingual("收件日志", "journal")
  static let registerTitle = Bilingual("发文登记簿", "register")
  static let lockTitle = Bilingual("运行锁", "lock")

  static func unreadable(
    _ name: String,
    _ title: Bilingual,
    _ diagnostic: Diagnostic
  ) -> CheckResult {
    CheckResult(
      name,
      title,
      .error,
      Bilingual(diagnostic.message(in: .chinese), diagnostic.message(in: .english)),
      remedy: Bilingual(diagnostic.remedy(in: .chinese), diagnostic.remedy(in: .english)),
      diagnostics: [diagnostic]
    )
  }

  static func journal(_ entries: Int, isTorn: Bool) -> CheckResult {
    CheckResult(
      "journal",
      journalTitle,
      isTorn ? .warning : .ok,
      Bilingual(
        "\(entries) 条" + (isTorn ? "，最后一行不完整" : ""),
        "\(entries) entries" + (isTorn ? ", and a torn last line" : "")
      ),
      remedy: isTorn
        ? Bilingual(
          "下次运行会去掉这一行，并重新收入该文件",
          "The next run drops the line and takes the file in again"
        ) : nil
    )
  }

  static func register(_ issues: Int) -> CheckResult {
    CheckResult(
      "register",
      registerTitle,
      issues == 0
        ? Bilingual("还没有发布", "nothing is published yet")
        : Bilingual("\(issues) 件", "\(issues) issues")
    )
  }

  static let lostRegister = CheckResult(
    "register",
    registerTitle,
    .error,
    Bilingual("public/register.json 不见了", "public/register.json is gone"),
    remedy: Bilingual(
      "请从备份恢复，或复制 internal/register.json",
      "Bring it back from a backup, or copy internal/register.json"
    )
  )

  static func drafts(_ periods: [Period]) -> CheckResult {
    let names = periods.map(\.description)
    return CheckResult(
      "drafts",
      Bilingual("待签发的草稿", "drafts to be signed"),
      names.isEmpty
        ? Bilingual("没有", "none")
        : Bilingual(names.joined(separator: "、"), names.joined(separator: ", "))
    )
  }

  static func lock(isHeld: Bool) -> CheckResult {
    CheckResult(
      "lock",
      lockTitle,
      isHeld
        ? Bilingual("另一次运行正在进行", "another run is at work")
        : Bilingual("没有运行在进行", "no run is at work")
    )
  }

  private static let clockTitle = Bilingual("时钟", "clock")

  static func clock(_ today: CalendarDate, isStated: Bool) -> CheckResult {
    CheckResult(
      "clock",
      clockTitle,
      Bilingual(
        "今天是 \(today)" + (isStated ? "（由 SOURCE_DATE_EPOCH 指定）" : ""),
        "today is \(today)" + (isStated ? " (by SOURCE_DATE_EPOCH)" : "")
      )
    )
  }

  static func clockBehind(_ today: CalendarDate, journal seconds: Int64) -> CheckResult {
    let last = Timestamp(seconds: seconds).description
    return CheckResult(
      "clock",
      clockTitle,
      .warning,
      Bilingual(
        "今天是 \(today)，但收件日志已记到 \(last)",
        "today is \(today), but the journal goes to \(last)"
      ),
      remedy: Bilingual("请校准本机时钟", "Set the clock of this machine")
    )
  }

  static func clockBeforeIssue(_ today: CalendarDate, _ issued: CalendarDate) -> CheckResult {
    CheckResult(
      "clock",
      clockTitle,
      .warning,
      Bilingual(
        "今天是 \(today)，但最近的通报成文于 \(issued)",
        "today is \(today), but an issue is dated \(issued)"
      ),
      remedy: Bilingual(
        "时钟不准的请校准；成文日期有意后置的不必处理",
        "Set the clock if it is wrong; an issue dated ahead on purpose is in order"
      )
    )
  }
}
