import TongbaoModel
import TongbaoPublishing

// Folders, rights, space.
extension Checkup {
  /// Free space below which somebody should look, in bytes.
  private static let scarce: UInt64 = 500 << 20

  /// The folder of the workspace itself.
  static func root(_ facts: FolderFacts) -> [CheckResult] {
    switch facts.state {
    case .missing: [.noWorkspace(facts.path)]
    case .other: [.noFolder("workspace", facts.path, isRoot: true)]
    case .unknown(let code): [.closed("workspace", facts.path, code)]
    case .folder where !facts.isReadable: [.notReadable("workspace", facts)]
    case .folder where !facts.isWritable: [.notWritable("workspace", facts)]
    case .folder: [.folder("workspace", facts, warning: looseRights(facts, isSecret: false))]
    }
  }

  /// The folders of the workspace, their space, and what their disks do.
  func disk(_ root: FolderFacts) -> [CheckResult] {
    let parts = Workspace.Part.allCases.map { part in
      (part, FolderFacts.of(root.path + "/" + part.rawValue))
    }
    var results = parts.map { Checkup.folder($0.0, $0.1) }
    var seen: Set<String> = []
    for (name, facts) in [("workspace", root)] + parts.map({ ($0.0.rawValue, $0.1) })
    where facts.state == .folder && seen.insert("\(facts.fileSystem) \(facts.size)").inserted {
      results.append(Checkup.space(name, facts))
    }
    for (name, facts) in [("workspace", root)] + parts.map({ ($0.0.rawValue, $0.1) })
    where (name == "workspace" || name == "public") && facts.state == .folder && facts.isWritable {
      results.append(.probe(name, facts, DiskProbe(in: facts.path), isLocked: name == "workspace"))
    }
    return results
  }

  /// A folder that the program keeps.
  static func folder(_ part: Workspace.Part, _ facts: FolderFacts) -> CheckResult {
    let name = part.rawValue
    switch facts.state {
    case .missing: return .notMade(name)
    case .other: return .noFolder(name, facts.path, isRoot: false)
    case .unknown(let code): return .closed(name, facts.path, code)
    case .folder:
      guard facts.isReadable else { return .notReadable(name, facts) }
      guard facts.isWritable else { return .notWritable(name, facts) }
      let isSecret = part == .internal || part == .archive || part == .quarantine
      return .folder(name, facts, warning: looseRights(facts, isSecret: isSecret))
    }
  }

  /// What is wrong with the rights of a folder that works: anybody may write, or look where only the
  /// office should.
  private static func looseRights(_ facts: FolderFacts, isSecret: Bool) -> CheckResult.Rights? {
    // In a sticky folder nobody can replace what belongs to another.
    if facts.mode & 0o1002 == 0o002 { return .writableByAll }
    return isSecret && facts.mode & 0o005 != 0 ? .readableByAll : nil
  }

  /// Free space, which is scarce below 500 MB or 5 %.
  static func space(_ name: String, _ facts: FolderFacts) -> CheckResult {
    let share = facts.size == 0 ? 100 : Int(facts.free / max(1, facts.size / 100))
    let isScarce = facts.free < scarce || (facts.size > 0 && facts.free < facts.size / 20)
    return .space(name, facts, megabytes: Int(clamping: facts.free >> 20), share, isScarce)
  }
}
