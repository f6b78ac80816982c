/// Whether a folder can what a publication asks of it, tried with a file of its own that goes again.
package struct DiskProbe: Sendable, Hashable {
  /// The first call that failed; nil where all went well.
  package private(set) var failure: DiskFailure?
  /// Whether a lock taken twice was refused the second time, as it must be.
  package private(set) var locks = false

  private static let name: FileName = ".tongbao-doctor.part"
  private static let renamed: FileName = ".tongbao-doctor-renamed.part"

  /// Writes, syncs, locks, renames over an existing file and removes, in the folder at `path`.
  ///
  /// The names are those of left-overs, which a run removes if this is killed.
  package init(in path: String, disk: Disk = Disk()) {
    do throws(PublishingFailure) {
      let folder = try Folder(opening: path, disk: disk)
      defer {
        folder.discard(DiskProbe.name)
        folder.discard(DiskProbe.renamed)
      }
      try folder.write([0x0A], as: DiskProbe.renamed)
      try folder.write([0x0A], as: DiskProbe.name)
      let first = try folder.openForAppending(DiskProbe.name)
      let second = try folder.openForAppending(DiskProbe.name)
      let isTaken = try first.lock()
      let isTakenTwice = try second.lock()
      locks = isTaken && !isTakenTwice
      first.unlock()
      try folder.rename(DiskProbe.name, to: folder, as: DiskProbe.renamed)
      try folder.sync()
      try folder.remove(DiskProbe.renamed)
    } catch {
      if case .disk(let failure) = error { self.failure = failure }
    }
  }
}

extension Workspace {
  /// Whether a run is at work in the workspace now.
  ///
  /// The lock is asked for and given back at once: a run that begins in between is refused.
  package func isLocked() throws(PublishingFailure) -> Bool {
    guard let file = try root.open(WorkspaceLock.name) else { return false }
    guard try file.lock() else { return true }
    file.unlock()
    return false
  }
}
