import TongbaoModel

/// What a named notice (实名通报) says: the only page that prints a person's name and post.
struct NoticeView: View {
  let issue: Issue
  let finding: Case
  let notice: String

  static let fields: [String: Field<NoticeView>] =
    own
    .including(CaseView.self) { CaseView(issue: $0.issue, finding: $0.finding) }
    .including(Letter.self) { Letter(issue: $0.issue) }

  private static let own: [String: Field<NoticeView>] = [
    "notice": .text(\.notice),
    "responsible": .text { $0.row("responsible") },
    "duty": .text { $0.row("duty") },
    "fact": .text { $0.issue.sentence($0.row("finding")) },
    "remark": .text { $0.row("remark") },
    "factual": .text(\.factual),
    "verifiedOn": .text { view in
      view.issue.figures.date(view.followUp(view.finding.verification)?.date)
    },
    "reply": .text { $0.masked($0.finding.verification, "reply") },
    "approvedOn": .text(\.approvedOn),
    "rectification": .text(\.rectification),
    "rectifiedOn": .text { view in
      view.issue.figures.date(view.followUp(view.finding.rectification)?.date)
    },
    "isProvisional": .flag(\.finding.isProvisional),
    "isOpen": .flag { $0.finding.handling == .open },
    "isOverdue": .flag { $0.finding.handling == .overdue },
    "isClosed": .flag { $0.finding.handling == .closed },
    "isFailed": .flag { $0.finding.handling == .failed },
  ]

  private func row(_ field: String) -> String {
    let inspection = issue.inspection(finding)
    return issue.mask(issue.input.texts[inspection.place, inspection.record]?[field] ?? "")
  }

  private func followUp(_ index: Int?) -> FollowUp? {
    index.map { issue.records.followUps[$0] }
  }

  private func masked(_ index: Int?, _ field: String) -> String {
    let record = issue.inspection(finding).record
    return issue.mask(followUp(index).flatMap { issue.input.texts[$0.place, record]?[field] } ?? "")
  }

  private var factual: String {
    guard case .verification(let factuality, _, _) = followUp(finding.verification)?.content else {
      return ""
    }
    return issue.words.name(of: factuality)
  }

  private var approvedOn: String {
    guard case .verification(_, _, let approval?) = followUp(finding.verification)?.content else {
      return ""
    }
    return issue.figures.date(approval.date)
  }

  private var rectification: String {
    guard case .rectification(let result) = followUp(finding.rectification)?.content else {
      return ""
    }
    return issue.words.name(of: result)
  }
}

/// The page that takes the place of a notice that no longer stands: the number and why, no names.
struct RetractionView: View {
  let issue: Issue
  let retraction: Retraction

  static let fields: [String: Field<RetractionView>] =
    own
    .including(Letter.self) { Letter(issue: $0.issue) }

  private static let own: [String: Field<RetractionView>] = [
    "notice": .text(\.retraction.notice),
    "isWithdrawn": .flag { $0.retraction.reason != .suspended },
    "isUnfounded": .flag { $0.retraction.reason == .unfounded },
    "isAppealUpheld": .flag { $0.retraction.reason == .appealUpheld },
    "isRecordGone": .flag { $0.retraction.reason == .recordGone },
    "isInadmissible": .flag { $0.retraction.reason == .inadmissible },
  ]
}
