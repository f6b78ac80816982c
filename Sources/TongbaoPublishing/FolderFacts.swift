import Foundation
import Glibc

/// What the file system says of a folder, before anything is done with it.
package struct FolderFacts: Sendable, Hashable {
  /// What stands at the path.
  package enum State: Sendable, Hashable {
    /// Nothing.
    case missing
    /// A folder.
    case folder
    /// Something else.
    case other
    /// It cannot be asked; the error number.
    case unknown(Int32)
  }

  /// Its path.
  package var path: String
  /// What stands there.
  package var state = State.missing
  /// Whether the path is a symbolic link.
  package var isLink = false
  /// Name of the owner, or the number of one without a name.
  package var owner = ""
  /// Permission bits.
  package var mode: UInt32 = 0
  /// Whether this process may look into it.
  package var isReadable = false
  /// Whether this process may change what is in it.
  package var isWritable = false
  /// Kind of the file system, such as `ext4` or `nfs`.
  package var fileSystem = ""
  /// Bytes that are free for this process.
  package var free: UInt64 = 0
  /// Bytes of the file system.
  package var size: UInt64 = 0

  /// The facts of a path, by every part; for tests.
  package init(path: String) {
    self.path = path
  }

  /// Asks the file system; nothing is written.
  package static func of(_ path: String) -> FolderFacts {
    var facts = FolderFacts(path: path)
    var info = stat()
    guard unsafe lstat(path, &info) == 0 else {
      facts.state = errno == ENOENT ? .missing : .unknown(errno)
      return facts
    }
    facts.isLink = info.st_mode & S_IFMT == S_IFLNK
    guard unsafe stat(path, &info) == 0 else {
      // A link that leads nowhere, or where we may not look.
      facts.state = errno == ENOENT ? .other : .unknown(errno)
      return facts
    }
    facts.state = info.st_mode & S_IFMT == S_IFDIR ? .folder : .other
    facts.mode = UInt32(info.st_mode) & 0o7777
    let real = URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
    facts.owner = ownerName(of: real) ?? String(info.st_uid)
    facts.isReadable = unsafe access(path, R_OK | X_OK) == 0
    facts.isWritable = unsafe access(path, W_OK | X_OK) == 0
    facts.readSpace(real)
    return facts
  }

  private static func ownerName(of path: String) -> String? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return attributes?[.ownerAccountName] as? String
  }

  private mutating func readSpace(_ real: String) {
    fileSystem = MountTable.current.fileSystem(of: real)
    var info = statvfs()
    guard unsafe statvfs(path, &info) == 0 else { return }
    let block = UInt64(info.f_frsize)
    free = block.multipliedReportingOverflow(by: UInt64(info.f_bavail)).partialValue
    size = block.multipliedReportingOverflow(by: UInt64(info.f_blocks)).partialValue
  }

  /// Whether the folder lies on another machine.
  package var isShare: Bool {
    ["nfs", "cifs", "smb", "9p", "fuse.sshfs"].contains { fileSystem.hasPrefix($0) }
  }
}

/// Which file system is mounted where.
struct MountTable {
  private let mounts: [(point: String, kind: String)]

  /// The table of this process; empty where the system does not show one.
  static var current: MountTable {
    MountTable(text: (try? String(contentsOfFile: "/proc/self/mountinfo", encoding: .utf8)) ?? "")
  }

  /// Reads lines of `/proc/self/mountinfo`.
  ///
  /// Source: proc(5).
  init(text: String) {
    mounts = text.split(separator: "\n")
      .compactMap { line in
        let fields = line.split(separator: " ")
        guard let dash = fields.firstIndex(of: "-"), fields.count > dash + 1, dash > 4 else {
          return nil
        }
        return (point: MountTable.unescaped(fields[4]), kind: String(fields[dash + 1]))
      }
  }

  /// The kind of file system that holds a path without links; empty where it is not known.
  func fileSystem(of path: String) -> String {
    let holding = mounts.filter { mount in
      mount.point == "/" || path == mount.point || path.hasPrefix(mount.point + "/")
    }
    // Of two mounts at one point the later one covers the other.
    return holding.max { $0.point.utf8.count <= $1.point.utf8.count }?.kind ?? ""
  }

  /// Whether the file system of a path knows itself who has its files open.
  ///
  /// On a share a refused lease means nothing: NFS without delegations and CIFS without an oplock refuse it where
  /// nobody writes as well.
  func knowsWriters(at path: String) -> Bool {
    let real = URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
    return ["ext2", "ext3", "ext4", "xfs", "btrfs", "f2fs", "tmpfs", "overlay"]
      .contains(fileSystem(of: real))
  }

  /// `\040` as the blank that it stands for.
  private static func unescaped(_ field: Substring) -> String {
    var text = String(field)
    for (code, character) in [("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")] {
      text = text.replacing(code, with: character)
    }
    return text
  }
}
