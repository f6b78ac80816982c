package import TongbaoModel

/// Why a command could not do its work; each case ends with its own exit code.
package enum PipelineFailure: Error, Sendable {
  /// A file that was named cannot be read (65).
  case unreadable(Diagnostic)
  /// Scheme, settings or templates have errors (78).
  case badConfiguration(DiagnosticLog)
  /// The question has no answer as it was asked: a period outside every scheme, an unknown unit (64).
  case unanswerable(Diagnostic)
  /// A number beyond exact arithmetic, undecided provisional deductions (2).
  case refusedByData([Diagnostic])
  /// The disk refused (73).
  case cannotWrite(Diagnostic)
  /// Another run holds the lock (75).
  case locked(Diagnostic)

  /// What is to be said.
  package var diagnostics: [Diagnostic] {
    switch self {
    case .unreadable(let diagnostic), .unanswerable(let diagnostic), .cannotWrite(let diagnostic),
      .locked(let diagnostic):
      [diagnostic]
    case .badConfiguration(let log): log.kept
    case .refusedByData(let diagnostics): diagnostics
    }
  }
}
