import Testing
import TongbaoModel
import TongbaoScoring

/// The gate of named notices fails closed.
struct GateTests {
  private func gate(
    _ followUps: [FollowUp],
    asOf: String,
    refused: Bool = false,
    _ change: (inout NoticeRules) -> Void = { _ in }
  ) throws -> [GateCondition]? {
    var records = Records()
    records.files = Example.files
    records.inspections = [
      Example.inspection(
        "X1",
        "2017-10-12",
        unit: 0,
        indicator: 0,
        severity: 2,
        row: 2,
        refused: refused
      )
    ]
    records.followUps = LongList(followUps)
    var scheme = Example.scheme
    change(&scheme.notices)
    return
      try Scoring.assess(
        records,
        under: scheme,
        for: .month(year: 2017, month: 10),
        asOf: Example.date(asOf)
      )
      .cases[0].gate
  }

  private func verification(
    _ factuality: Factuality = .factual,
    reply: Bool = false,
    approved: String?
  ) -> FollowUp {
    Example.followUp(
      .inspection(0),
      "2017-10-14",
      .verification(
        factuality,
        hasReply: reply,
        approval: approved.map { FollowUp.Approval(date: Example.date($0)) }
      )
    )
  }

  @Test func `nothing recorded lacks everything`() throws {
    #expect(
      try gate([], asOf: "2017-10-31") == [.notVerified, .replyPending(until: nil), .notApproved]
    )
  }

  @Test func `a reply and an approval pass`() throws {
    let row = verification(reply: true, approved: "2017-10-15")
    #expect(try gate([row], asOf: "2017-10-15") == [])
    #expect(try gate([row], asOf: "2017-10-14") == [.notApproved])
  }

  @Test func `the unit may answer through its last day`() throws {
    let row = verification(.partly, approved: "2017-10-14")
    let last = Example.date("2017-10-19")
    #expect(try gate([row], asOf: "2017-10-19") == [.replyPending(until: last)])
    #expect(try gate([row], asOf: "2017-10-20") == [])
  }

  @Test func `a pending appeal holds the notice back`() throws {
    let rows = [
      verification(reply: true, approved: "2017-10-14"),
      Example.followUp(.inspection(0), "2017-10-16", .appeal(.pending)),
    ]
    #expect(try gate(rows, asOf: "2017-10-31") == [.appealPending])
  }

  @Test func `what does not count is never named`() throws {
    #expect(try gate([], asOf: "2017-10-31", refused: true) == [.inadmissible])
    let row = verification(.unfounded, reply: true, approved: "2017-10-14")
    #expect(try gate([row], asOf: "2017-10-31") == [.withdrawn])
  }

  @Test func `optional conditions are not asked for`() throws {
    let open = try gate([], asOf: "2017-10-31") { rules in
      rules.requiresVerification = false
      rules.requiresApproval = false
    }
    #expect(open == [.replyPending(until: nil)])
  }

  @Test func `severities that are not named have no gate`() throws {
    let assessment = try Scoring.assess(
      Example.records,
      under: Example.scheme,
      for: .month(year: 2017, month: 10)
    )
    let gates = assessment.cases.map { $0.gate == nil }
    #expect(gates == [false, false, true, false, true, true])
  }
}
