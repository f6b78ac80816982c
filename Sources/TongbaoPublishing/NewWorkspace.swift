package import TongbaoModel

/// A workspace that is being made, in a folder where nothing lies yet.
///
/// Source: product.md §1.
package enum NewWorkspace {
  /// Refuses a folder that holds anything but a lock; one that is not there is fine.
  package static func require(
    emptyAt path: String,
    disk: Disk = Disk()
  ) throws(PublishingFailure) {
    guard let folder = try Folder.present(at: path, disk: disk) else { return }
    let isEmpty = try folder.names().allSatisfy { $0 == WorkspaceLock.name }
    guard isEmpty else { throw .notEmpty(path: path) }
  }

  /// Makes the folder where it is missing, the workspace's folders in it, and the files.
  ///
  /// Nothing is ever overwritten: a folder that holds anything is `notEmpty`, and of two at once the second
  /// finds the first one's lock. What was made goes again where the disk refuses. O(bytes).
  package static func make(
    at path: String,
    files: [Page],
    disk: Disk = Disk()
  ) throws(PublishingFailure) {
    try require(emptyAt: path, disk: disk)
    let folder = try Folder.made(at: path, disk: disk)
    let workspace = try Workspace(at: path, disk: disk)
    let lock = try workspace.lock()
    guard try folder.names() == [WorkspaceLock.name] else { throw .notEmpty(path: path) }
    do {
      try fill(workspace, with: files, lock)
    } catch {
      // The folder was empty: all that is in it was made here.
      for name in (try? folder.names()) ?? [] { try? folder.removeTree(name) }
      throw error
    }
  }

  private static func fill(
    _ workspace: Workspace,
    with files: [Page],
    _ lock: WorkspaceLock
  ) throws(PublishingFailure) {
    try workspace.prepare()
    var checked: [(path: RelativePath, bytes: [UInt8])] = []
    for file in files { checked.append((try RelativePath(file.path), file.bytes)) }
    try workspace.root.writeAll(checked)
    try workspace.root.sync()
  }
}
