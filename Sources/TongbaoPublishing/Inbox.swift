package import TongbaoModel

/// A plain file of the inbox at the moment when it was looked at.
package struct InboxFile: Sendable, Hashable {
  /// Its name there.
  package let name: FileName
  /// Size, time and identity.
  package let status: FileStatus
}

/// What lies in the inbox.
///
/// Source: product.md §3.
package struct Inbox: Sendable {
  /// Files that may be taken in, in the order of the bytes of their names.
  package private(set) var ready: [InboxFile] = []
  /// Files that were written to a moment ago.
  package private(set) var waiting: [InboxFile] = []
  /// What is left where it is, and why.
  package private(set) var diagnostics: [Diagnostic] = []

  /// Looks at every name once; a file written less than `settle` seconds before `now` waits.
  ///
  /// O(n log n).
  ///
  /// A time after `now` is a clock that differs, not a file being written. The second look is
  /// `Archive.receive`, which leaves alone what has changed since.
  package init(
    of workspace: Workspace,
    now: Timestamp,
    settle: Int64
  ) throws(PublishingFailure) {
    let folder = try workspace.folder(.inbox)
    for name in try folder.names() where !Inbox.isPassedOver(name) {
      guard let status = try folder.status(of: name) else { continue }
      sort(InboxFile(name: name, status: status), now: now, settle: settle)
    }
  }

  private mutating func sort(_ file: InboxFile, now: Timestamp, settle: Int64) {
    let location = SourceLocation(file: file.name.description)
    switch file.status.kind {
    case .link: diagnostics.append(Diagnostic(.inboxLink, at: location))
    case .folder: diagnostics.append(Diagnostic(.inboxFolder, at: location))
    case .special: diagnostics.append(Diagnostic(.inboxSpecial, at: location))
    case .file:
      let (age, overflow) = now.seconds.subtractingReportingOverflow(
        file.status.modified.seconds
      )
      if Inbox.isUnfinished(file.name) || (!overflow && age >= 0 && age < settle) {
        waiting.append(file)
        diagnostics.append(Diagnostic(.inboxWaiting, at: location))
      } else {
        ready.append(file)
      }
    }
  }

  /// Hidden files, the lock files of office programs and what Windows leaves in folders: nobody's
  /// sheets.
  private static func isPassedOver(_ name: FileName) -> Bool {
    let text = name.description.lowercased()
    return text.hasPrefix(".") || text.hasPrefix("~$") || text.hasSuffix(".lock")
      || text == "thumbs.db" || text == "desktop.ini"
  }

  /// Names that programs give to files until they are whole.
  private static func isUnfinished(_ name: FileName) -> Bool {
    let text = name.description.lowercased()
    return [".part", ".tmp", ".crdownload", ".partial", ".filepart"]
      .contains {
        text.hasSuffix($0)
      }
  }
}

extension Inbox {
  /// Names of folders, whose files are not read.
  package var folders: [String] {
    diagnostics.filter { $0.kind == .inboxFolder }.compactMap { $0.location?.file }
  }

  /// The inbox as it is now; of the files that were ready, those that have changed since wait.
  package func keepingUnchanged(
    in workspace: Workspace,
    now: Timestamp
  ) throws(PublishingFailure) -> Inbox {
    let seen = Set(ready)
    var again = try Inbox(of: workspace, now: now, settle: 0)
    let changed = again.ready.filter { !seen.contains($0) }
    again.ready.removeAll { !seen.contains($0) }
    again.waiting += changed
    again.diagnostics += changed.map {
      Diagnostic(.inboxWaiting, at: SourceLocation(file: $0.name.description))
    }
    return again
  }
}
