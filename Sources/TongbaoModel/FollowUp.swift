/// A row that follows an inspection or an event.
///
/// 24 bytes, for a ledger may have one or two with every finding.
package struct FollowUp: Sendable {
  /// What happened.
  package enum Content: Sendable, Hashable {
    /// 整改反馈.
    case rectification(RectificationResult)
    /// 沟通核实: what was found true, whether the unit's word is recorded, whether and when the notice was approved.
    case verification(Factuality, hasReply: Bool, approval: Approval?)
    /// 申诉复核.
    case appeal(AppealDecision)
    /// 抽查复核: whether the recheck agrees.
    case recheck(isConsistent: Bool)
  }

  /// A recorded approval of a named notice.
  package struct Approval: Sendable, Hashable {
    /// The day, where the sheet gives one.
    package var date: CalendarDate?

    /// An approval.
    package init(date: CalendarDate?) {
      self.date = date
    }
  }

  /// What is followed: a position in a list of `Records`.
  package enum Subject: Sendable, Hashable {
    case inspection(Int)
    case visit(Int)
    case event(Int)
    case carryover(Int)
  }

  /// What happened, but for what only a verification says.
  private enum Outcome {
    case rectification(RectificationResult)
    case verification(Factuality)
    case appeal(AppealDecision)
    case recheck(Bool)
  }

  /// Which list of `Records` holds what is followed.
  private enum List {
    case inspections
    case visits
    case events
    case carryovers
  }

  private let outcome: Outcome
  private let hasReply: Bool
  private let isApproved: Bool
  private var list: List
  private let approvedOn: CalendarDate.Packed
  private var position: UInt32
  /// When.
  package let date: CalendarDate
  /// Where it stands.
  package var place: RowReference

  /// A follow-up.
  package init(content: Content, subject: Subject, date: CalendarDate, place: RowReference) {
    var (replied, approval) = (false, Approval?.none)
    switch content {
    case .rectification(let result): outcome = .rectification(result)
    case .verification(let factuality, let hasReply, let approved):
      outcome = .verification(factuality)
      (replied, approval) = (hasReply, approved)
    case .appeal(let decision): outcome = .appeal(decision)
    case .recheck(let isConsistent): outcome = .recheck(isConsistent)
    }
    hasReply = replied
    isApproved = approval != nil
    approvedOn = CalendarDate.Packed(approval?.date)
    (list, position) = FollowUp.packed(subject)
    self.date = date
    self.place = place
  }

  /// What happened.
  package var content: Content {
    switch outcome {
    case .rectification(let result): .rectification(result)
    case .verification(let factuality):
      .verification(
        factuality,
        hasReply: hasReply,
        approval: isApproved ? Approval(date: approvedOn.date) : nil
      )
    case .appeal(let decision): .appeal(decision)
    case .recheck(let isConsistent): .recheck(isConsistent: isConsistent)
    }
  }

  /// What is followed.
  package var subject: Subject {
    get {
      switch list {
      case .inspections: .inspection(Int(position))
      case .visits: .visit(Int(position))
      case .events: .event(Int(position))
      case .carryovers: .carryover(Int(position))
      }
    }
    set { (list, position) = FollowUp.packed(newValue) }
  }

  private static func packed(_ subject: Subject) -> (List, UInt32) {
    switch subject {
    case .inspection(let position): (.inspections, UInt32(position))
    case .visit(let position): (.visits, UInt32(position))
    case .event(let position): (.events, UInt32(position))
    case .carryover(let position): (.carryovers, UInt32(position))
    }
  }
}
