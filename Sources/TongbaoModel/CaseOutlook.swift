/// Numbers of a finding that are neither all nor nothing, and the day until which to wait for a reply.
struct CaseOutlook: Sendable, Equatable {
  var counted: Decimal6
  var best: Decimal6
  var worst: Decimal6
  var replyUntil: CalendarDate.Packed

  /// Nil where there is nothing to keep.
  init?(_ finding: Case) {
    replyUntil = CalendarDate.Packed(finding.gate.flatMap(GateCondition.replyUntil))
    counted = finding.counted
    best = finding.best
    worst = finding.worst
    let isPlain =
      counted == best && counted == worst && (counted == finding.points || counted == .zero)
    if isPlain, replyUntil.date == nil { return nil }
  }
}

/// The outlooks of many findings: most are like one that came shortly before, and are kept once.
struct CaseOutlooks: Sendable {
  private var list = LongList<CaseOutlook>()
  /// Positions of the last ones, from 1, each where its numbers put it.
  private var recent: [UInt32] = []
  private static let recentBits = 12

  /// The outlook at a position from 1; nil for 0.
  subscript(position: UInt32) -> CaseOutlook? {
    position > 0 ? list[Int(position) - 1] : nil
  }

  /// How many are kept.
  var count: Int { list.count }

  /// The position of `outlook`, from 1.
  mutating func keep(_ outlook: CaseOutlook) -> UInt32 {
    if recent.isEmpty { recent = Array(repeating: 0, count: 1 << CaseOutlooks.recentBits) }
    let slot = outlook.slot(bits: CaseOutlooks.recentBits)
    if self[recent[slot]] == outlook { return recent[slot] }
    list.append(outlook)
    recent[slot] = UInt32(list.count)
    return recent[slot]
  }
}

extension CaseOutlook {
  fileprivate func slot(bits: Int) -> Int {
    var mixed = UInt64(bitPattern: Int64(replyUntil.date?.dayNumber ?? 0))
    for number in [counted, best, worst] {
      mixed = (mixed ^ UInt64(bitPattern: number.millionths)) &* 0x9E37_79B9_7F4A_7C15
      mixed ^= mixed >> 29
    }
    return Int(mixed >> UInt64(64 - bits))
  }
}
