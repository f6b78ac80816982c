/// What is true of a finding, in two bytes.
struct CaseMarks: OptionSet, Sendable {
  let rawValue: UInt16

  static let provisional = CaseMarks(rawValue: 1 << 0)
  static let contested = CaseMarks(rawValue: 1 << 1)
  /// It counts all its points whatever comes; without this and without details it counts nothing.
  static let countsWhole = CaseMarks(rawValue: 1 << 2)
  /// Something followed it, which is kept with more of it.
  static let followed = CaseMarks(rawValue: 1 << 15)
  /// Its severity is named, so that there is a gate.
  private static let named = CaseMarks(rawValue: 1 << 3)
}

extension CaseMarks {
  init(_ finding: Case) {
    self = []
    if finding.isProvisional { insert(.provisional) }
    if finding.isContested { insert(.contested) }
    let points = finding.points
    if finding.counted == points, finding.best == points, finding.worst == points {
      insert(.countsWhole)
    }
    for reason in finding.reasons { insert(CaseMarks(reason)) }
    guard let gate = finding.gate else { return }
    insert(.named)
    for condition in gate { insert(CaseMarks(condition)) }
  }

  /// Why the finding does not count.
  var reasons: [InadmissibleReason] {
    InadmissibleReason.allCases.filter { contains(CaseMarks($0)) }
  }

  /// What a named notice lacks; nil where the severity is not named.
  func gate(replyUntil: CalendarDate?) -> [GateCondition]? {
    guard contains(.named) else { return nil }
    let all: [GateCondition] = [
      .inadmissible, .withdrawn, .notVerified, .replyPending(until: replyUntil), .appealPending,
      .notApproved,
    ]
    return all.filter { contains(CaseMarks($0)) }
  }

  private init(_ condition: GateCondition) {
    let bit =
      switch condition {
      case .inadmissible: 4
      case .withdrawn: 5
      case .notVerified: 6
      case .replyPending: 7
      case .appealPending: 8
      case .notApproved: 9
      }
    self.init(rawValue: 1 << bit)
  }

  private init(_ reason: InadmissibleReason) {
    let bit =
      switch reason {
      case .projectNotApproved: 10
      case .evidenceRefused: 11
      case .teamTooSmall: 12
      case .unitNotExisting: 13
      case .indicatorNotApplicable: 14
      }
    self.init(rawValue: 1 << bit)
  }
}

extension GateCondition {
  /// The day until which a reply may come, where one of the conditions names it.
  static func replyUntil(_ gate: [GateCondition]) -> CalendarDate? {
    for condition in gate {
      if case .replyPending(let until) = condition { return until }
    }
    return nil
  }
}
