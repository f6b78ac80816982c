import Glibc

/// The one way to the file system: POSIX calls, none of which follows a symbolic link below a
/// folder.
///
/// Every call passes through `permit`, so that a test can fail it or stop the program there.
package struct Disk: Sendable {
  private let faults: FaultPlan?

  /// The real disk; with `faults`, one that fails as planned.
  package init(faults: FaultPlan? = nil) {
    self.faults = faults
  }

  /// Counts a call that is about to be made; throws where the plan says that it fails.
  func permit(
    _ operation: DiskOperation,
    _ path: @autoclosure () -> String
  ) throws(PublishingFailure) {
    guard let faults else { return }
    switch faults.next(operation, path()) {
    case nil, .tear: return
    case .kill: throw .killed
    case .failure(let code):
      throw .disk(DiskFailure(operation: operation, path: path(), code: code))
    }
  }

  /// How many bytes of a write reach the disk before the plan stops the program; nil where all do.
  func torn(count: Int) -> Int? {
    faults?.isTearing == true ? count / 2 : nil
  }

  /// What the last call that returned -1 says.
  func failure(_ operation: DiskOperation, _ path: String) -> PublishingFailure {
    .disk(DiskFailure(operation: operation, path: path, code: errno))
  }
}

/// What was asked of the disk.
package enum DiskOperation: String, Sendable, Hashable, CaseIterable {
  case open
  case read
  case list
  case status
  case lock
  case create
  case write
  case truncate
  case sync
  case rename
  /// A rename from one folder to another, which may lie on another file system.
  case move
  case remove
  case makeFolder

  /// Whether it changes what is on the disk.
  package var isChange: Bool {
    switch self {
    case .open, .read, .list, .status, .lock: false
    case .create, .write, .truncate, .sync, .rename, .move, .remove, .makeFolder: true
    }
  }
}

/// A call that failed, with the error number of `errno.h`.
package struct DiskFailure: Error, Sendable, Hashable {
  /// What was asked.
  package let operation: DiskOperation
  /// The file or folder, as messages name it.
  package let path: String
  /// The error number.
  package let code: Int32

  /// A failed call.
  package init(operation: DiskOperation, path: String, code: Int32) {
    self.operation = operation
    self.path = path
    self.code = code
  }
}
