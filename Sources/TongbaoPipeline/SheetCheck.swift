package import TongbaoModel
import TongbaoPublishing

/// What `tongbao check` says of sheets: every problem, and that nothing was lost.
package struct SheetCheck: Sendable {
  /// The sheets with their counts.
  package let sheets: [Gathering.Sheet]
  /// Every problem.
  package let log: DiagnosticLog

  /// Reads, admits and joins the sheets named, beside the others of the question.
  ///
  /// The others are there so that follow-ups find their records; nothing is said of them. A sheet with
  /// the bytes of another is noted as a whole, not row by row.
  package init(_ question: Question) async throws(PipelineFailure) {
    let others = question.inputs.count - question.namedCount
    let repeated = RepeatedFiles.originals(of: question.inputs.map(\.path), from: others)
    let gathering = try await question.gather(silent: Set(0..<others).union(repeated.keys))
    sheets = Array(gathering.sheets.suffix(question.namedCount))
    // A log of its own: that of the rules keeps less.
    var log = DiagnosticLog()
    log.append(contentsOf: question.rules.log)
    for (later, original) in repeated.sorted(by: { $0.key < $1.key }) {
      let name = question.inputs[later].name
      log.append(.duplicate(name, ofSheet: question.inputs[original].name))
    }
    for (index, sheet) in sheets.enumerated() where repeated[others + index] == nil {
      log.append(contentsOf: sheet.log)
    }
    log.append(contentsOf: gathering.joining)
    if let register = question.register {
      let named = gathering.files(ofInputs: Set(others..<question.inputs.count))
      log.append(
        contentsOf: Restatements(register, question.rules)
          .warnings(of: named, in: gathering.records)
      )
    }
    self.log = log
  }
}
