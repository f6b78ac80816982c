import TongbaoIntake
package import TongbaoModel
import TongbaoReading

/// The record rows of a sheet under canonical field names: what `tongbao rows` shows without `--raw`.
package struct RecordRows: Sendable {
  /// How the sheet was read.
  package let facts: [ReadingFact]
  /// What is wrong with it.
  package let log: DiagnosticLog

  /// Reads the one sheet of `question`; emits the field names, then a row of texts per record row.
  package static func read(
    _ question: Question,
    emit: (_ cells: [String]) -> Void
  ) async throws(PipelineFailure) -> RecordRows {
    precondition(question.inputs.count == 1, "one sheet is shown at a time")
    let gathering = try await question.gather()
    if let unreadable = gathering.unreadable { throw .unreadable(unreadable) }
    let sheet = gathering.sheets[0]
    let facts = sheet.description?.readingFacts ?? []
    guard let plan = sheet.plan else { return RecordRows(facts: facts, log: gathering.log) }
    let fields = plan.recordFields
    emit(["row"] + fields)
    try SecondPass(input: sheet.input, plan: plan)
      .each { batch, state in
        for found in plan.recordTexts(in: batch, state: &state) {
          emit([String(found.row)] + fields.map { found.texts[$0] ?? "" })
        }
      }
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
