import TongbaoModel
import TongbaoPublishing

/// What a request to withdraw names: one sheet, one record, or nothing that counts.
struct WithdrawingSubject {
  /// As far as the journal tells.
  let named: Withdrawing.Matter
  private let text: String
  /// Whether only the digits of a SHA-256 tell the sheet, so that a record might be meant.
  private let isByDigest: Bool

  init(
    _ request: WithdrawingRequest,
    _ office: Office,
    _ journal: Journal
  ) throws(PipelineFailure) {
    text = request.subject
    if let name = request.department {
      named = .record(text, department: try office.departmentID(called: name))
      isByDigest = false
      return
    }
    let sheets = journal.sheets(named: text)
    guard sheets.count < 2 else { throw WithdrawingSubject.ambiguous(text, sheets) }
    isByDigest = sheets.first.map { !journal.isFileName(request.subject, of: $0) } ?? false
    if let sheet = sheets.first {
      named = .sheet(sheet)
    } else if journal.withdrawals(ofSheetsNamed: text).isEmpty {
      named = .record(text, department: nil)
    } else {
      named = .gone(text)
    }
  }

  /// What is retracted, once it is known which rows that takes away, with a note where it was withdrawn before.
  func matter(
    after change: WithdrawnRows,
    in office: Office,
    _ journal: Journal
  ) async throws(PipelineFailure) -> (Withdrawing.Matter, DiagnosticLog) {
    var log = DiagnosticLog()
    switch named {
    case .gone:
      log.append(contentsOf: journal.withdrawals(ofSheetsNamed: text).prefix(1).map(already))
      return (named, log)
    case .sheet(let sheet):
      let asRecord = Withdrawing.Matter.record(text, department: nil)
      if isByDigest, try await WithdrawnRows(asRecord, in: office, journal).lost > 0 {
        throw WithdrawingSubject.ambiguous(text, [sheet])
      }
      return (named, log)
    case .record(_, let department):
      if change.lost == 0 {
        let before = journal.withdrawals(ofRecord: text, department: department).prefix(1)
        guard !before.isEmpty else { throw unknown(change, journal) }
        log.append(contentsOf: before.map(already))
        return (named, log)
      }
      guard change.departments.count < 2 else {
        let names = change.departments.values.sorted().joined(separator: "、")
        throw .unanswerable(
          Diagnostic(.withdrawAmbiguousRecord, text: text, facts: ["departments": .text(names)])
        )
      }
      let id = change.departments.keys.first.flatMap { $0.isEmpty ? nil : $0 }
      return (.record(text, department: department ?? id), log)
    }
  }

  private func already(_ withdrawal: NotedWithdrawal) -> Diagnostic {
    let facts: [String: Fact] = [
      "entry": .number(withdrawal.sequence), "reason": .text(withdrawal.reason),
    ]
    return Diagnostic(.withdrawAlready, text: text, facts: facts)
  }

  private func unknown(_ change: WithdrawnRows, _ journal: Journal) -> PipelineFailure {
    let names = journal.sheets().map(\.name) + change.numbers.sorted()
    let hint = NearestName.find(text, among: names)
      .map { Bilingual("是否应为“\($0)”？", " Did you mean “\($0)”?") }
    return .unanswerable(
      Diagnostic(
        .withdrawUnknown,
        text: text,
        facts: ["hint": .worded(hint ?? Bilingual("", ""))]
      )
    )
  }

  private static func ambiguous(_ text: String, _ sheets: [ArchivedSheet]) -> PipelineFailure {
    let names = sheets.map { $0.path.split(separator: "/").last.map(String.init) ?? $0.name }
    return .unanswerable(
      Diagnostic(
        .withdrawAmbiguousSheet,
        text: text,
        facts: ["files": .text(names.joined(separator: "、"))]
      )
    )
  }
}

extension Office {
  /// The id of the department called `name` in the rules of any year, the latest first.
  fileprivate func departmentID(called name: String) throws(PipelineFailure) -> String {
    var failure: PipelineFailure?
    for rules in years.reversed() {
      do throws(PipelineFailure) {
        let department = try rules.scheme.department(called: name)
        return rules.scheme.departments[department].id
      } catch {
        failure = failure ?? error
      }
    }
    throw failure ?? .unanswerable(Diagnostic(.runNeedsScheme, text: path))
  }
}
