import TongbaoModel

/// The gate of named notices (先沟通核实，再通报批评).
///
/// Source: circulars.md §2.
struct Gate {
  let rules: NoticeRules
  let asOf: CalendarDate

  /// What a finding of a named severity still lacks; empty where it may be named.
  ///
  /// What does not count will never be named, so nothing further is said of it.
  func conditions(
    of state: CaseState,
    under ruling: Ruling,
    in records: Records
  ) -> [GateCondition] {
    if state == .inadmissible { return [.inadmissible] }
    if state == .withdrawn { return [.withdrawn] }
    var conditions: [GateCondition] = []
    let verification = ruling.verification.map { records.followUps[$0] }
    if rules.requiresVerification, verification == nil { conditions.append(.notVerified) }
    conditions += pendingReply(to: verification)
    if records.decision(ruling) == .pending { conditions.append(.appealPending) }
    if rules.requiresApproval, !isApproved(by: verification) { conditions.append(.notApproved) }
    return conditions
  }

  /// The unit may answer through the last of its days; the notice may go out on the day after.
  private func pendingReply(to verification: FollowUp?) -> [GateCondition] {
    guard let verification, case .verification(_, let hasReply, _) = verification.content else {
      return [.replyPending(until: nil)]
    }
    let last = verification.date + rules.replyDays
    return hasReply || asOf > last ? [] : [.replyPending(until: last)]
  }

  private func isApproved(by verification: FollowUp?) -> Bool {
    guard let verification, case .verification(_, _, let approval?) = verification.content else {
      return false
    }
    return approval.date.map { $0 <= asOf } ?? true
  }
}
