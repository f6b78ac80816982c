import TongbaoModel

/// The follow-ups that rule one record as of a day: positions in `Records.followUps`, −1 for none.
struct Ruling {
  private var positions: (Int32, Int32, Int32, Int32) = (-1, -1, -1, -1)

  var rectification: Int? { Ruling.position(positions.0) }
  var verification: Int? { Ruling.position(positions.1) }
  var appeal: Int? { Ruling.position(positions.2) }
  var recheck: Int? { Ruling.position(positions.3) }

  /// Lets `candidate` rule its kind where it is later, or of the same day and read later.
  mutating func consider(_ candidate: Int, in followUps: LongList<FollowUp>) {
    switch followUps[candidate].content {
    case .rectification: Ruling.replace(&positions.0, by: candidate, in: followUps)
    case .verification: Ruling.replace(&positions.1, by: candidate, in: followUps)
    case .appeal: Ruling.replace(&positions.2, by: candidate, in: followUps)
    case .recheck: Ruling.replace(&positions.3, by: candidate, in: followUps)
    }
  }

  private static func position(_ stored: Int32) -> Int? {
    stored < 0 ? nil : Int(stored)
  }

  private static func replace(
    _ ruling: inout Int32,
    by candidate: Int,
    in followUps: LongList<FollowUp>
  ) {
    guard let current = position(ruling) else {
      ruling = Int32(candidate)
      return
    }
    let (old, new) = (followUps[current], followUps[candidate])
    guard (old.date, old.place, current) < (new.date, new.place, candidate) else { return }
    ruling = Int32(candidate)
  }
}

/// The ruling follow-ups of every inspection, event and carry-over as of a day.
struct Rulings {
  /// By position in `Records.inspections`.
  private(set) var inspections: SparseRulings
  /// By position in `Records.events`.
  private(set) var events: [Ruling]
  /// By position in `Records.carryovers`.
  private(set) var carryovers: [Ruling]

  /// Chooses among the follow-ups dated up to `asOf`.
  ///
  /// O(follow-ups + records).
  init(of records: Records, asOf: CalendarDate) {
    inspections = SparseRulings(count: records.inspections.count, records.followUps)
    events = Array(repeating: Ruling(), count: records.events.count)
    carryovers = Array(repeating: Ruling(), count: records.carryovers.count)
    let followUps = records.followUps
    for position in followUps.indices where followUps[position].date <= asOf {
      switch followUps[position].subject {
      case .inspection(let index): inspections.consider(position, at: index)
      case .event(let index): events[index].consider(position, in: followUps)
      case .carryover(let index): carryovers[index].consider(position, in: followUps)
      case .visit: break
      }
    }
  }
}

/// Rulings of a long list of which few are followed by anything, each found when it is asked for: a row takes
/// four bytes, a follow-up four.
struct SparseRulings {
  private let count: Int
  private let followUps: LongList<FollowUp>
  /// By position in the list: the last follow-up, from 1; empty while nothing follows.
  private var last: [UInt32] = []
  /// By follow-up: the one before it of the same row, from 1; 0 for none.
  private var earlier: [UInt32] = []

  init(count: Int, _ followUps: LongList<FollowUp>) {
    self.count = count
    self.followUps = followUps
  }

  subscript(position: Int) -> Ruling {
    var ruling = Ruling()
    guard !last.isEmpty else { return ruling }
    var next = Int(last[position])
    while next > 0 {
      ruling.consider(next - 1, in: followUps)
      next = Int(earlier[next - 1])
    }
    return ruling
  }

  mutating func consider(_ candidate: Int, at position: Int) {
    if last.isEmpty {
      last = Array(repeating: 0, count: count)
      earlier = Array(repeating: 0, count: followUps.count)
    }
    earlier[candidate] = last[position]
    last[position] = UInt32(candidate + 1)
  }
}

extension Records {
  /// What the ruling verification says.
  func factuality(_ ruling: Ruling) -> Factuality? {
    guard let position = ruling.verification,
      case .verification(let factuality, _, _) = followUps[position].content
    else { return nil }
    return factuality
  }

  /// What the ruling appeal says.
  func decision(_ ruling: Ruling) -> AppealDecision? {
    guard let position = ruling.appeal, case .appeal(let decision) = followUps[position].content
    else { return nil }
    return decision
  }

  /// What the ruling rectification says, and when.
  func rectification(_ ruling: Ruling) -> (result: RectificationResult, date: CalendarDate)? {
    guard let position = ruling.rectification,
      case .rectification(let result) = followUps[position].content
    else { return nil }
    return (result, followUps[position].date)
  }

  /// Whether the ruling recheck disagrees.
  func isRecheckInconsistent(_ ruling: Ruling) -> Bool {
    guard let position = ruling.recheck,
      case .recheck(let isConsistent) = followUps[position].content
    else { return false }
    return !isConsistent
  }

  /// How much of its points a record keeps by verification and appeal (rows 2 and 3 of the table).
  func truth(_ ruling: Ruling) -> Truth {
    let (factuality, decision) = (factuality(ruling), decision(ruling))
    if factuality == .unfounded || decision == .upheld { return .none }
    return factuality == .partly || decision == .partlyUpheld ? .partly : .whole
  }
}

/// How much of a record stands after verification and appeal.
enum Truth {
  case none
  case partly
  case whole
}
