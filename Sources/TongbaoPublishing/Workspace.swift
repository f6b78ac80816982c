/// The folders of an office's workspace.
///
/// Source: product.md §2.
package struct Workspace: Sendable {
  /// The folders that the program keeps, in the order in which they are made.
  package enum Part: String, Sendable, CaseIterable {
    /// Exports dropped here.
    case inbox
    /// Accepted sheets with their journal.
    case archive
    /// What was refused, with reasons.
    case quarantine
    /// Pages for the office alone, and what is being built.
    case `internal`
    /// The intranet folder.
    case `public`

    /// Its name.
    var name: FileName { FileName(rawValue) }

    /// Who may look in: the world into the public folder, the office's group into the others.
    var mode: UInt32 { self == .public ? 0o755 : 0o770 }
  }

  /// The workspace itself.
  package let root: Folder

  /// Opens the workspace at `path`.
  package init(at path: String, disk: Disk = Disk()) throws(PublishingFailure) {
    root = try Folder(opening: path, disk: disk)
  }

  /// Makes the folders that are missing.
  package func prepare() throws(PublishingFailure) {
    for part in Part.allCases { try root.makeFolder(part.name, mode: part.mode) }
  }

  /// One of the folders; it may be a link to a share.
  package func folder(_ part: Part) throws(PublishingFailure) -> Folder {
    guard let folder = try root.folder(part.name, followingLinks: true) else {
      throw .wrongKind(path: root.path(of: part.name))
    }
    return folder
  }

  /// One of the folders; nil where it has not been made yet.
  func present(_ part: Part) throws(PublishingFailure) -> Folder? {
    try root.status(of: part.name) == nil ? nil : folder(part)
  }

  /// Where an archived sheet can be read.
  package func path(of sheet: ArchivedSheet) -> String {
    root.path + "/" + sheet.path
  }

  /// Takes the lock of the workspace; `locked` where another run has it.
  package func lock() throws(PublishingFailure) -> WorkspaceLock {
    try WorkspaceLock(of: self)
  }
}

/// The lock of a workspace, held as long as this value lives; it dies with its process, so none is
/// ever stale.
package final class WorkspaceLock: Sendable {
  static let name: FileName = ".tongbao.lock"

  private let file: OpenFile

  fileprivate init(of workspace: Workspace) throws(PublishingFailure) {
    file = try workspace.root.openForAppending(WorkspaceLock.name)
    guard try file.lock() else { throw .locked(path: file.path) }
  }

  deinit {
    file.unlock()
  }
}
