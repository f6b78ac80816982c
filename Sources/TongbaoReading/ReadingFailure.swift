/// Why a file could not be read at all.
///
/// What its content is never fails: that is a diagnostic.
package enum ReadingFailure: Error, Sendable, Equatable {
  /// The file cannot be opened, or is a folder; `errno` says why.
  case cannotOpen(path: String, errno: Int32)
  /// The file was opened, but reading it failed; `errno` says why.
  case cannotRead(path: String, errno: Int32)
}
