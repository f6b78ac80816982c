import TongbaoFormats
package import TongbaoModel
import TongbaoPublishing

// What a withdrawal is told as.
extension Withdrawing {
  /// What was done, or would be, and what follows from it.
  package func text(in language: Language) -> [String] {
    guard rows > 0 || !isOver else { return [] }
    var lines = [verdict[language]]
    lines.append(
      restated.isEmpty
        ? Bilingual("不涉及已发布的时期", "nothing published is affected")[language]
        : Bilingual(
          "下次 tongbao run 重新计算：" + names(restated, "、"),
          "the next tongbao run computes anew: " + names(restated, ", ")
        )[language]
    )
    if !drafts.isEmpty {
      lines.append(
        Bilingual(
          "涉及待签发的草稿，请收回，由 tongbao run 生成新稿后再送签：" + names(drafts, "、"),
          "drafts that it touches, to be called back; tongbao run makes new ones: "
            + names(drafts, ", ")
        )[language]
      )
    }
    return lines
  }

  /// The withdrawal as JSON.
  package var json: [UInt8] {
    let value: JSONValue = [
      "format": "tongbao.withdrawal/1",
      "what": .string(subjectName),
      "department": JSONValue(departmentID),
      "reason": .string(request.reason),
      "noted": .bool(!request.isDryRun && !isOver),
      "rows": .integer(rows),
      "days": .array(days.map { .string($0.description) }),
      "restated": .array(restated.map { .string($0.description) }),
      "drafts": .array(drafts.map { .string($0.description) }),
    ]
    return value.rendered(.indented)
  }

  private var isOver: Bool { log.count(of: DiagnosticKind.withdrawAlready) > 0 }

  private var verdict: Bilingual {
    let span = [days.first, days.last].compactMap { $0?.description }
    let on = span.isEmpty ? "" : span[0] == span[1] ? span[0] : span.joined(separator: "～")
    return Bilingual(
      "\(request.isDryRun ? "将撤回" : "已撤回")“\(subjectName)”：\(rows) 行不再计入"
        + (on.isEmpty ? "" : "（\(on)）") + "；理由：\(request.reason)",
      "\(request.isDryRun ? "would withdraw" : "withdrawn") “\(subjectName)”: "
        + "\(rows) rows count no more" + (on.isEmpty ? "" : " (\(on))")
        + "; reason: \(request.reason)"
    )
  }

  private var subjectName: String {
    switch matter {
    case .sheet(let sheet): sheet.name
    case .record(let record, _): record
    case .gone(let name): name
    }
  }

  private var departmentID: String? {
    if case .record(_, let department) = matter { return department }
    return nil
  }

  private func names(_ periods: [Period], _ separator: String) -> String {
    periods.map(\.description).joined(separator: separator)
  }
}
