/// Sheets that were decided about and are not on the disk yet.
struct DecidedGroup: Sendable {
  /// Copies to be named for good.
  var moves: [(copy: FileName, folder: Folder, name: FileName)] = []
  /// Digests by the paths that the moves will take.
  var taken: [String: ContentDigest] = [:]
  /// Reasons of refused files, by their names in quarantine: two files may share one.
  var reasons: [String: [UInt8]] = [:]
  /// Sheets whose bytes a file repeats: they must be there before that file goes.
  var originals: [(path: String, digest: ContentDigest)] = []
  /// Copies that nobody needs.
  var surplus: [FileName] = []
  /// Lines of the journal.
  var lines: [UInt8] = []
  /// What is to leave the inbox.
  var files: [InboxFile] = []
  /// Bytes of the files.
  var size: Int64 = 0
}

// Many sheets at once, in the order that keeps them safe.
extension Archive {
  private static let largestGroup = 1_000
  /// Bytes of a group: so much may lie in the inbox and beside the archive.
  private static let largestGroupSize: Int64 = 64 << 20

  /// Puts all that was decided on the disk: copies, then their names, then the journal; only then the inbox loses
  /// its files.
  ///
  /// To be called after the last decision; a large group commits itself. After a failure the archive is of no
  /// use: what the journal on the disk does not name is taken in again by the next run.
  package mutating func commit() throws(PublishingFailure) {
    for move in group.moves { try incoming.sync(move.copy) }
    for move in group.moves { try incoming.move(move.copy, to: move.folder, as: move.name) }
    var synced: Set<String> = []
    for move in group.moves where synced.insert(move.folder.path).inserted {
      try move.folder.sync()
    }
    try writeReasons()
    for original in group.originals {
      guard try workspace.digest(of: original.path) == original.digest else {
        throw .digestMismatch(path: original.path)
      }
    }
    try writeLines()
    for copy in group.surplus { try incoming.remove(copy) }
    for file in group.files { try removeFromInbox(file) }
    group = DecidedGroup()
  }

  mutating func commitIfLarge() throws(PublishingFailure) {
    if group.files.count >= Archive.largestGroup || group.size >= Archive.largestGroupSize {
      try commit()
    }
  }

  private func writeReasons() throws(PublishingFailure) {
    guard !group.reasons.isEmpty else { return }
    var files: [(path: RelativePath, bytes: [UInt8])] = []
    for (name, bytes) in group.reasons.sorted(by: { $0.key < $1.key }) {
      files.append((try RelativePath(name), bytes))
    }
    try quarantine.replaceAll(files)
  }

  private func writeLines() throws(PublishingFailure) {
    guard !group.lines.isEmpty else { return }
    do {
      try file.write(group.lines)
      try file.sync()
    } catch {
      // Half a line must not stand before the next one; if this fails too, reading drops it.
      try? file.truncate(to: journal.length - Int64(group.lines.count))
      throw error
    }
  }

  /// Lets the inbox lose a file with the group.
  mutating func leaveInbox(_ file: InboxFile) throws(PublishingFailure) {
    group.files.append(file)
    group.size += file.status.size
    try commitIfLarge()
  }
}
