import Testing

@testable import TongbaoModel

struct CaseListTests {
  @Test func `millions of rows fit: so many bytes each`() {
    #expect(MemoryLayout<Visit>.stride == 32)
    // With its four bytes in the list of its unit and indicator, and four more while scores are made, a
    // finding takes 96.
    #expect(MemoryLayout<Inspection>.stride == 64)
    #expect(MemoryLayout<PackedCase>.stride == 24)
    #expect(MemoryLayout<FollowedCase>.stride == 20)
    #expect(MemoryLayout<FollowUp>.stride == 24)
  }

  @Test func `outlooks that are alike are kept once`() {
    var random = Numbers(state: 9)
    var outlooks = CaseOutlooks()
    var few: [CaseOutlook] = []
    while few.count < 20 {
      if let outlook = CaseOutlook(finding(&random)) { few.append(outlook) }
    }
    for _ in 0..<2_000 {
      let outlook = few[random.below(few.count)]
      let position = outlooks.keep(outlook)
      #expect(outlooks[position] == outlook)
    }
    // Two that their numbers put into one place take turns; there are hardly any.
    #expect(outlooks.count < 200)
  }

  @Test func `a finding comes out of the list as it went in`() {
    var random = Numbers(state: 7)
    let cases = (0..<2_000).map { _ in finding(&random) }
    var list = CaseList(count: cases.count)
    // Out of order, as they are decided.
    for position in cases.indices.reversed() { list[position] = cases[position] }
    for (position, finding) in cases.enumerated() {
      #expect(String(describing: list[position]) == String(describing: finding))
      let counts = list.counts(at: position)
      #expect(counts == (finding.counted, finding.best, finding.worst))
      #expect(list.state(at: position) == finding.state)
      #expect(list.inspection(at: position) == finding.inspection)
      #expect(
        list.isPending(at: position) == (finding.state == .open || finding.state == .overdue)
      )
    }
  }

  @Test func `a finding may be changed in the list`() {
    var random = Numbers(state: 8)
    var cases = (0..<200).map { _ in finding(&random) }
    var list = CaseList(cases)
    for position in cases.indices {
      cases[position] = finding(&random)
      list[position] = cases[position]
    }
    #expect(list.map { String(describing: $0) } == cases.map { String(describing: $0) })
  }

  private func finding(_ random: inout Numbers) -> Case {
    let points = Decimal6(millionths: Int64(random.below(3)))
    func number() -> Decimal6 {
      random.below(3) == 0 ? Decimal6(millionths: Int64(random.below(4))) : points
    }
    func position() -> Int? { random.below(4) == 0 ? random.below(1_000_000) : nil }
    func day() -> CalendarDate? {
      random.below(2) == 0 ? CalendarDate(dayNumber: Int32(random.below(40_000)) - 20_000) : nil
    }
    let conditions: [GateCondition] = [
      .inadmissible, .withdrawn, .notVerified, .replyPending(until: day()), .appealPending,
      .notApproved,
    ]
    return Case(
      inspection: random.below(Int(UInt32.max)),
      state: CaseState.allCases[random.below(CaseState.allCases.count)],
      points: points,
      counted: number(),
      best: number(),
      worst: number(),
      due: day(),
      isProvisional: random.below(2) == 0,
      handling: random.below(5) == 0 ? nil : Handling.allCases[random.below(4)],
      isContested: random.below(2) == 0,
      reasons: InadmissibleReason.allCases.filter { _ in random.below(3) == 0 },
      rectification: position(),
      verification: position(),
      appeal: position(),
      recheck: position(),
      gate: random.below(2) == 0 ? nil : conditions.filter { _ in random.below(2) == 0 }
    )
  }
}

/// splitmix64: the same numbers on every machine.
private struct Numbers {
  var state: UInt64

  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(limit))
  }
}
