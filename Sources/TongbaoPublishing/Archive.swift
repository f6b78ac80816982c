import Glibc
package import TongbaoModel

/// Accepted sheets, immutable, by content, with their journal.
///
/// Source: product.md §3.
///
/// The order of the calls is what keeps sheets safe: the copy is on the disk before the journal
/// names it, and the journal is on the disk before the inbox loses it. Stopped anywhere, the next
/// run goes on.
package struct Archive: Sendable {
  static let incomingName: FileName = "incoming"

  let workspace: Workspace
  let inbox: Folder
  let folder: Folder
  let quarantine: Folder
  let incoming: Folder
  private let lock: WorkspaceLock
  private let file: OpenFile
  /// What has been taken in.
  package private(set) var journal: Journal
  private(set) var index: JournalIndex
  /// What was found and put right on opening, and inbox files that could not be removed.
  package internal(set) var diagnostics: [Diagnostic] = []
  var received = 0

  /// Opens the archive of a locked workspace: drops a torn last journal line and finishes what a
  /// stopped run began.
  package init(
    of workspace: Workspace,
    lock: WorkspaceLock
  ) throws(PublishingFailure) {
    self.workspace = workspace
    self.lock = lock
    inbox = try workspace.folder(.inbox)
    folder = try workspace.folder(.archive)
    quarantine = try workspace.folder(.quarantine)
    incoming = try folder.made(Archive.incomingName, mode: 0o770)
    journal = try Journal(of: workspace)
    index = JournalIndex(journal)
    file = try folder.openForAppending(Journal.name)
    try mendJournal()
    for name in try incoming.names() { try incoming.remove(name) }
    try finishLastEntry()
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

  /// A run stopped between journal and inbox leaves the file of the last entry behind.
  private mutating func finishLastEntry() throws(PublishingFailure) {
    guard let last = journal.entries.last, last.event != .quarantined, last.event != .withdrawn,
      let name = last.name.map({ FileName($0) }), let status = try inbox.status(of: name),
      status.kind == .file, status.modified.description == last.modified,
      let digest = try? inbox.digest(of: name), digest == last.digest
    else { return }
    try removeFromInbox(InboxFile(name: name, status: status))
  }

  /// Appends one entry; it is on the disk when this returns.
  mutating func append(
    _ event: JournalEntry.Event,
    at time: Timestamp,
    _ fill: (inout JournalEntry) -> Void
  ) throws(PublishingFailure) -> JournalEntry {
    var entry = JournalEntry(sequence: journal.position + 1, time: time, event: event)
    fill(&entry)
    let line = entry.line
    do {
      try file.write(line)
      try file.sync()
    } catch {
      // Half a line must not stand before the next one; if this fails too, reading drops it.
      try? file.truncate(to: journal.length)
      throw error
    }
    journal.append(entry, bytes: line.count)
    index.add(entry, journal)
    return entry
  }

  /// Removes a file that the journal names, unless it has changed since; one that stays is
  /// reported, not fatal.
  mutating func removeFromInbox(_ file: InboxFile) throws(PublishingFailure) {
    do {
      guard try inbox.status(of: file.name) == file.status else { return }
      try inbox.remove(file.name)
    } catch {
      guard case .disk(let failure) = error else { throw error }
      diagnostics.append(.file(.inboxNotRemoved, file.name, failure))
    }
  }
}
