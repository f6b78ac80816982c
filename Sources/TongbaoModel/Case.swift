/// Where a finding stands as of a day.
///
/// Source: scoring.md §3.
package enum CaseState: String, Sendable, CaseIterable {
  case inadmissible
  case withdrawn
  case confirmed
  case restored
  case reduced
  case open
  case overdue
}

/// Where a finding's rectification stands, apart from points.
package enum Handling: String, Sendable, CaseIterable {
  case closed
  case failed
  case open
  case overdue
}

/// Why a finding does not count.
package enum InadmissibleReason: String, Sendable, CaseIterable {
  /// The indicator's project is not approved on that day.
  case projectNotApproved
  /// Its evidence is of refused kinds only.
  case evidenceRefused
  /// It names fewer inspectors than the scheme asks for.
  case teamTooSmall
  /// The unit does not exist on that day.
  case unitNotExisting
  /// The indicator does not apply to the unit.
  case indicatorNotApplicable
}

/// What a named notice still lacks.
///
/// Source: circulars.md §2.
package enum GateCondition: Sendable, Hashable {
  /// The finding does not count, for these reasons.
  case inadmissible
  /// The finding was withdrawn.
  case withdrawn
  /// No verification 属实 or 部分属实 is recorded.
  case notVerified
  /// No reply is recorded and the days to reply are not gone; nil where no communication is recorded.
  case replyPending(until: CalendarDate?)
  /// An appeal is being reviewed.
  case appealPending
  /// No approval is recorded.
  case notApproved
}

/// A finding with all that is decided about it as of a day.
package struct Case: Sendable {
  /// Position in `Records.inspections`.
  package var inspection: Int
  /// The state that decides the points.
  package var state: CaseState
  /// Points before any share.
  package var points: Decimal6
  /// Points that count; at 6 decimals, rounded once.
  ///
  /// 0 where the indicator's method is not `findings`.
  package var counted: Decimal6
  /// Counted points if every open matter is settled well.
  package var best: Decimal6
  /// Counted points if every open matter fails.
  package var worst: Decimal6
  /// Last day to rectify; nil where none is set.
  package var due: CalendarDate?
  /// Whether the deduction is provisional.
  package var isProvisional: Bool
  /// Where the rectification stands; nil for a finding inadmissible or withdrawn.
  package var handling: Handling?
  /// Whether an appeal is pending or a recheck disagrees.
  package var isContested: Bool
  /// Why it does not count; empty where it does.
  package var reasons: [InadmissibleReason]
  /// The ruling follow-ups: positions in `Records.followUps`.
  package var rectification: Int?
  /// The ruling verification.
  package var verification: Int?
  /// The ruling appeal.
  package var appeal: Int?
  /// The ruling recheck.
  package var recheck: Int?
  /// What a named notice lacks: nil where the severity is not named, empty where the gate is passed.
  package var gate: [GateCondition]?

  /// A case with every part given.
  package init(
    inspection: Int,
    state: CaseState,
    points: Decimal6,
    counted: Decimal6,
    best: Decimal6,
    worst: Decimal6,
    due: CalendarDate?,
    isProvisional: Bool,
    handling: Handling?,
    isContested: Bool,
    reasons: [InadmissibleReason],
    rectification: Int?,
    verification: Int?,
    appeal: Int?,
    recheck: Int?,
    gate: [GateCondition]?
  ) {
    self.inspection = inspection
    self.state = state
    self.points = points
    self.counted = counted
    self.best = best
    self.worst = worst
    self.due = due
    self.isProvisional = isProvisional
    self.handling = handling
    self.isContested = isContested
    self.reasons = reasons
    self.rectification = rectification
    self.verification = verification
    self.appeal = appeal
    self.recheck = recheck
    self.gate = gate
  }
}
