import Glibc
package import TongbaoModel

/// Accepted sheets, immutable, by content, with their journal.
///
/// Source: product.md §3.
///
/// The order of the calls is what keeps sheets safe: the copy is on the disk before the journal
/// names it, and the journal is on the disk before the inbox loses it. Stopped anywhere, the next
/// run goes on. Sheets are decided about one by one and put on the disk group by group
/// (`Archive+Group.swift`): waiting for the disk at each would take minutes for some thousands.
package struct Archive: Sendable {
  static let incomingName: FileName = "incoming"

  let workspace: Workspace
  let inbox: Folder
  let folder: Folder
  let quarantine: Folder
  let incoming: Folder
  private let lock: WorkspaceLock
  let file: OpenFile
  /// What has been taken in.
  package private(set) var journal: Journal
  private(set) var index: JournalIndex
  /// What was found and put right on opening, and inbox files that could not be removed.
  package internal(set) var diagnostics: [Diagnostic] = []
  /// Whether the inbox lies where it is known who has a file open.
  let knowsWriters: Bool
  var received = 0
  /// What was decided and is not on the disk yet.
  var group = DecidedGroup()
  var yearFolders: [Int: Folder] = [:]

  /// Opens the archive of a locked workspace: drops a torn last journal line and finishes what a
  /// stopped run began.
  package init(
    of workspace: Workspace,
    lock: WorkspaceLock
  ) throws(PublishingFailure) {
    self.workspace = workspace
    self.lock = lock
    inbox = try workspace.folder(.inbox)
    knowsWriters = MountTable.current.knowsWriters(at: inbox.path)
    folder = try workspace.folder(.archive)
    quarantine = try workspace.folder(.quarantine)
    incoming = try folder.made(Archive.incomingName, mode: 0o770)
    journal = try Journal(of: workspace)
    index = JournalIndex(journal)
    file = try folder.openForAppending(Journal.name)
    try mendJournal()
    for name in try incoming.names() { try incoming.remove(name) }
    try finishLastEntries()
  }

  private mutating func mendJournal() throws(PublishingFailure) {
    if journal.entries.isEmpty { try folder.sync() }
    if journal.isTorn {
      try file.truncate(to: journal.length)
      try file.sync()
      let location = SourceLocation(file: file.path, line: journal.position + 1)
      diagnostics.append(Diagnostic(.archiveTornJournal, at: location))
    } else if journal.lacksLineEnd {
      try file.write([0x0A])
      try file.sync()
      journal = try Journal(of: workspace)
    }
  }

  /// A run stopped between journal and inbox leaves files of the last entries behind, from some entry on.
  ///
  /// One that stays all the same is reported when it is received again.
  private mutating func finishLastEntries() throws(PublishingFailure) {
    for entry in journal.entries.reversed() where entry.event != .quarantined {
      guard entry.event != .withdrawn, let name = entry.name.map({ FileName($0) }),
        let status = try inbox.status(of: name), status.kind == .file,
        status.modified.description == entry.modified,
        let digest = try? inbox.digest(of: name), digest == entry.digest,
        try obstacle(toRemoving: InboxFile(name: name, status: status)) == nil
      else { return }
    }
  }

  /// Notes one entry, which is on the disk after the next `commit`.
  mutating func note(
    _ event: JournalEntry.Event,
    at time: Timestamp,
    _ fill: (inout JournalEntry) -> Void
  ) -> JournalEntry {
    var entry = JournalEntry(sequence: journal.position + 1, time: time, event: event)
    fill(&entry)
    group.lines += journal.append(entry)
    index.add(entry, journal)
    return entry
  }

  /// Appends one entry; it is on the disk when this returns.
  mutating func append(
    _ event: JournalEntry.Event,
    at time: Timestamp,
    _ fill: (inout JournalEntry) -> Void
  ) throws(PublishingFailure) -> JournalEntry {
    let entry = note(event, at: time, fill)
    try commit()
    return entry
  }

  /// Removes a file that the journal names, unless it has changed since; one that stays is
  /// reported, not fatal.
  mutating func removeFromInbox(_ file: InboxFile) throws(PublishingFailure) {
    if let failure = try obstacle(toRemoving: file) {
      diagnostics.append(.file(.inboxNotRemoved, file.name, failure))
    }
  }

  /// Removes it likewise; says what keeps a file that stays.
  private func obstacle(toRemoving file: InboxFile) throws(PublishingFailure) -> DiskFailure? {
    do {
      guard try inbox.status(of: file.name) == file.status else { return nil }
      try inbox.remove(file.name)
      return nil
    } catch {
      guard case .disk(let failure) = error else { throw error }
      return failure
    }
  }
}
