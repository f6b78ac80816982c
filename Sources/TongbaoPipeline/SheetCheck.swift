package import TongbaoModel

/// What `tongbao check` says of sheets: every problem, and that nothing was lost.
package struct SheetCheck: Sendable {
  /// The sheets with their counts.
  package let sheets: [Gathering.Sheet]
  /// Every problem.
  package let log: DiagnosticLog

  /// Reads, admits and joins the sheets named, beside the others of the question.
  ///
  /// The others are there so that follow-ups find their records; nothing is said of them.
  package init(_ question: Question) async throws(PipelineFailure) {
    let gathering = try await question.gather()
    sheets = Array(gathering.sheets.suffix(question.namedCount))
    let names = Set(sheets.map(\.input.name))
    var log = question.rules.log
    for sheet in sheets { log.append(contentsOf: sheet.log) }
    for diagnostic in gathering.joining.kept
    where diagnostic.location.map({ names.contains($0.file) }) ?? true {
      log.append(diagnostic)
    }
    self.log = log
  }
}
