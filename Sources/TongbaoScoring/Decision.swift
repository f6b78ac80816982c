import TongbaoModel

/// State and points of a finding: the table of scoring.md §3.
struct Decision {
  var state: CaseState
  var counted: Decimal6
  var best: Decimal6
  var worst: Decimal6

  /// A finding that counts the same whatever comes.
  init(_ state: CaseState, _ counted: Decimal6) {
    self.state = state
    self.counted = counted
    best = counted
    worst = counted
  }

  /// What is known of a finding as of the day.
  struct Facts {
    var points: Decimal6
    var isAdmissible: Bool
    var truth: Truth
    var rectification: (result: RectificationResult, date: CalendarDate)?
    var isProvisional: Bool
    var due: CalendarDate?
  }
}

/// The shares of a scheme by which findings count, ready to multiply.
struct DecisionTable {
  private let partlyFactual: Decimal6
  private let failed: Decimal6
  private let keptOnTime: Decimal6
  private let keptLate: Decimal6
  private let keptPartial: Decimal6
  private let asOf: CalendarDate
  private let undecided: UndecidedRule?

  /// The table of `scheme` as of `asOf`.
  init(
    _ scheme: Scheme,
    asOf: CalendarDate,
    undecided: UndecidedRule?
  ) throws(ArithmeticOverflow) {
    partlyFactual = scheme.partlyFactual
    failed = scheme.provisional.failed
    keptOnTime = try Decimal6.one.subtracting(scheme.provisional.onTime)
    keptLate = try Decimal6.one.subtracting(scheme.provisional.late)
    keptPartial = try Decimal6.one.subtracting(scheme.provisional.partial)
    self.asOf = asOf
    self.undecided = undecided
  }

  /// Goes down the table; the first row that fits decides.
  func decide(_ facts: Decision.Facts) throws(ArithmeticOverflow) -> Decision {
    guard facts.isAdmissible else { return Decision(.inadmissible, .zero) }
    guard facts.truth != .none else { return Decision(.withdrawn, .zero) }
    if facts.rectification?.result == .failed {
      return Decision(.confirmed, try points(facts, times: failed))
    }
    guard facts.isProvisional else { return Decision(.confirmed, try points(facts, times: .one)) }
    switch facts.rectification?.result {
    case .done:
      return isLate(facts)
        ? Decision(.reduced, try points(facts, times: keptLate))
        : Decision(.restored, try points(facts, times: keptOnTime))
    case .partly: return Decision(.reduced, try points(facts, times: keptPartial))
    case .notDone, .failed, nil: return try pending(facts)
    }
  }

  /// Rows 9 and 10: nothing is decided yet, unless the year is closed by a rule.
  private func pending(_ facts: Decision.Facts) throws(ArithmeticOverflow) -> Decision {
    switch undecided {
    case .confirm: return Decision(.confirmed, try points(facts, times: .one))
    case .restore: return Decision(.restored, try points(facts, times: keptOnTime))
    case nil: break
    }
    let isOpen = isWithin(facts.due)
    var decision = Decision(isOpen ? .open : .overdue, try points(facts, times: .one))
    decision.best = try points(facts, times: isOpen ? keptOnTime : keptLate)
    decision.worst = try points(facts, times: failed)
    return decision
  }

  /// Where the rectification stands, whatever the points.
  func handling(_ facts: Decision.Facts) -> Handling? {
    guard facts.isAdmissible, facts.truth != .none else { return nil }
    switch facts.rectification?.result {
    case .done: return .closed
    case .failed: return .failed
    case .partly, .notDone, nil: return isWithin(facts.due) ? .open : .overdue
    }
  }

  private func isLate(_ facts: Decision.Facts) -> Bool {
    guard let due = facts.due, let date = facts.rectification?.date else { return false }
    return date > due
  }

  private func isWithin(_ due: CalendarDate?) -> Bool {
    due.map { asOf <= $0 } ?? true
  }

  /// `p × partlyFactual × factor`, rounded once.
  private func points(
    _ facts: Decision.Facts,
    times factor: Decimal6
  ) throws(ArithmeticOverflow) -> Decimal6 {
    if facts.truth == .whole, factor == .one { return facts.points }
    let partly: Int128 =
      facts.truth == .partly ? Int128(partlyFactual.millionths) : 1_000_000
    let product = try Int128(facts.points.millionths)
      .times(partly).times(Int128(factor.millionths))
    return try .rounding(product, over: 1_000_000_000_000)
  }
}
