/// The exit codes of product.md §1.
package enum ExitStatus: Int32, Sendable {
  /// Done.
  case done = 0
  /// Warnings under `--strict`; what a monitor asked about is not well.
  case warnings = 1
  /// Errors in the data.
  case dataErrors = 2
  /// Published, with rows or files in quarantine, or files that cannot be read.
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

extension PipelineFailure {
  /// The exit code of a command that failed so.
  package var exitStatus: ExitStatus {
    switch self {
    case .unreadable: .unreadable
    case .badConfiguration: .badConfiguration
    case .unanswerable: .usage
    case .refusedByData: .dataErrors
    case .cannotWrite: .cannotWrite
    case .locked: .locked
    }
  }
}

extension RunReport {
  /// The exit code of a run that did this.
  package var exitStatus: ExitStatus {
    if !refused.isEmpty { return .guardRefused }
    return refusedFiles + refusedRows + unreadable > 0 ? .quarantine : .done
  }
}
