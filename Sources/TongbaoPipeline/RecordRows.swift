import TongbaoFormats
import TongbaoIntake
package import TongbaoModel
import TongbaoReading

/// The record rows of a sheet under canonical field names: what `tongbao rows` shows without `--raw`.
package struct RecordRows: Sendable {
  /// How the sheet was read.
  package let facts: [ReadingFact]
  /// What is wrong with it.
  package let log: DiagnosticLog

  /// Reads the one sheet of `question`; emits the field names, then a row of texts per record row, as JSON
  /// arrays of strings, some lines at a time.
  package static func read(
    _ question: Question,
    emit: (_ lines: [UInt8]) -> Void
  ) async throws(PipelineFailure) -> RecordRows {
    precondition(question.inputs.count == 1, "one sheet is shown at a time")
    let gathering = try await question.gather()
    if let unreadable = gathering.unreadable { throw .unreadable(unreadable) }
    let sheet = gathering.sheets[0]
    let facts = sheet.description?.readingFacts ?? []
    guard let plan = sheet.plan else { return RecordRows(facts: facts, log: gathering.log) }
    var names = JSONRows()
    names.row(["row"] + plan.recordFields)
    emit(names.bytes)
    try await SecondPass(input: sheet.input, plan: plan).records(emit: emit)
    let header = plan.headerLines.map { "\($0.lowerBound)–\($0.upperBound)" }
    let kind = ReadingFact(
      name: Bilingual("表种", "kind"),
      value: plan.kind.rawValue,
      words: plan.kind.title
    )
    let lines = header.map {
      ReadingFact(name: Bilingual("表头", "header rows"), value: $0, words: Bilingual($0, $0))
    }
    return RecordRows(facts: facts + [kind] + [lines].compactMap { $0 }, log: gathering.log)
  }
}
