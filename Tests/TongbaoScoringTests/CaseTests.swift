import Testing
import TongbaoModel
import TongbaoScoring

/// The table of the design page, row by row, with its boundaries.
struct CaseTests {
  struct Row: Sendable {
    var followUps: [FollowUp]
    var asOf = "2017-06-15"
    var isProvisional = true
    var state: CaseState
    var counted: String
    var handling: Handling?
  }

  private static func fixed(_ result: RectificationResult, _ day: String) -> FollowUp {
    Example.followUp(.inspection(0), day, .rectification(result))
  }

  private static func verified(_ factuality: Factuality) -> FollowUp {
    Example.followUp(
      .inspection(0),
      "2017-06-02",
      .verification(factuality, hasReply: true, approval: nil)
    )
  }

  private static func appealed(_ decision: AppealDecision) -> FollowUp {
    Example.followUp(.inspection(0), "2017-06-03", .appeal(decision))
  }

  /// Points 1, due 2017-06-11, partly factual 0.5, failed 2, late 0.5, partial 0.5.
  static let rows: [Row] = [
    Row(followUps: [verified(.unfounded)], state: .withdrawn, counted: "0"),
    Row(followUps: [appealed(.upheld)], state: .withdrawn, counted: "0"),
    Row(
      followUps: [verified(.partly), appealed(.partlyUpheld), fixed(.failed, "2017-06-05")],
      state: .confirmed,
      counted: "1",
      handling: .failed
    ),
    Row(
      followUps: [fixed(.failed, "2017-06-05")],
      isProvisional: false,
      state: .confirmed,
      counted: "2",
      handling: .failed
    ),
    Row(
      followUps: [fixed(.done, "2017-06-05")],
      isProvisional: false,
      state: .confirmed,
      counted: "1",
      handling: .closed
    ),
    Row(
      followUps: [fixed(.done, "2017-06-11")],
      state: .restored,
      counted: "0",
      handling: .closed
    ),
    Row(
      followUps: [fixed(.done, "2017-06-12")],
      state: .reduced,
      counted: "0.5",
      handling: .closed
    ),
    Row(
      followUps: [fixed(.partly, "2017-06-05")],
      state: .reduced,
      counted: "0.5",
      handling: .overdue
    ),
    Row(followUps: [], asOf: "2017-06-11", state: .open, counted: "1", handling: .open),
    Row(followUps: [], asOf: "2017-06-12", state: .overdue, counted: "1", handling: .overdue),
    Row(
      followUps: [fixed(.notDone, "2017-06-05")],
      asOf: "2017-06-11",
      state: .open,
      counted: "1",
      handling: .open
    ),
    Row(
      followUps: [fixed(.done, "2017-06-12")],
      asOf: "2017-06-11",
      state: .open,
      counted: "1",
      handling: .open
    ),
    Row(
      followUps: [fixed(.done, "2017-06-05"), fixed(.failed, "2017-06-05")],
      state: .restored,
      counted: "0",
      handling: .closed
    ),
    Row(
      followUps: [appealed(.pending)],
      asOf: "2017-06-11",
      state: .open,
      counted: "1",
      handling: .open
    ),
  ]

  @Test(arguments: rows)
  func `a finding counts as the table says`(row: Row) throws {
    var records = Records()
    records.files = Example.files
    records.inspections = [
      Example.inspection(
        "X1",
        "2017-06-01",
        unit: 0,
        indicator: 0,
        severity: 2,
        row: 2,
        due: "2017-06-11",
        provisional: row.isProvisional
      )
    ]
    records.followUps = LongList(row.followUps)
    if row.followUps.count == 2 {
      // On the same day the one read later rules, wherever it stands in the list.
      records.followUps[0].place.row = 3
    }
    let found =
      try Scoring.assess(
        records,
        under: Example.scheme,
        for: .month(year: 2017, month: 6),
        asOf: Example.date(row.asOf)
      )
      .cases[0]
    #expect(found.state == row.state)
    #expect(found.counted == Example.number(row.counted))
    #expect(found.handling == row.handling)
    #expect(found.isContested == row.followUps.contains { $0.content == .appeal(.pending) })
    switch row.state {
    case .open:
      #expect(found.best == .zero)
      #expect(found.worst == Example.number("2"))
    case .overdue: #expect(found.best == Example.number("0.5"))
    default: #expect(found.best == found.counted && found.worst == found.counted)
    }
  }

  @Test func `every reason why a finding does not count is told`() throws {
    var scheme = Example.scheme
    scheme.indicators[2].points[0] = .zero
    scheme.units[0].days = Example.range("2017-01-01", "2017-05-31")
    scheme.projects[1].days = Example.range("2017-01-01", "2017-05-31")
    var records = Records()
    records.files = Example.files
    records.inspections = [
      Example.inspection(
        "X1",
        "2017-06-01",
        unit: 0,
        indicator: 2,
        severity: 2,
        row: 2,
        inspectors: 2,
        refused: true
      )
    ]
    let found =
      try Scoring.assess(
        records,
        under: scheme,
        for: .month(year: 2017, month: 6)
      )
      .cases[0]
    #expect(found.reasons == InadmissibleReason.allCases)
    #expect(found.state == .inadmissible)
    #expect(found.points == .one)
  }
}
