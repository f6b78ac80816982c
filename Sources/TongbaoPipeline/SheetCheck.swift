package import TongbaoModel

/// What `tongbao check` says of sheets: every problem, and that nothing was lost.
package struct SheetCheck: Sendable {
  /// The sheets with their counts.
  package let sheets: [Gathering.Sheet]
  /// Every problem.
  package let log: DiagnosticLog

  /// Reads, admits and joins the sheets of a question.
  package init(_ question: Question) async throws(PipelineFailure) {
    let gathering = try await question.gather()
    sheets = gathering.sheets
    var log = question.rules.log
    log.append(contentsOf: gathering.log)
    self.log = log
  }
}
