/// The exit codes of product.md §1.
enum ExitStatus: Int32 {
  /// Done.
  case done = 0
  /// Warnings under `--strict`.
  case warnings = 1
  /// Errors in the data.
  case dataErrors = 2
  /// Published, with rows or files in quarantine.
  case quarantine = 3
  /// A guard refused.
  case guardRefused = 4
  /// Wrong usage.
  case usage = 64
  /// Unreadable input.
  case unreadable = 65
  /// Cannot write.
  case cannotWrite = 73
  /// Another run holds the lock.
  case locked = 75
  /// Bad scheme, settings or template.
  case badConfiguration = 78
}
