import Testing
import TongbaoModel
import TongbaoScoring

/// Failures are typed and name the place; nothing traps.
struct FailureTests {
  private let huge = Decimal6(millionths: .max)

  private func assess(_ records: Records, _ scheme: Scheme) throws(ScoringFailure) {
    _ = try Scoring.assess(records, under: scheme, for: .month(year: 2017, month: 11))
  }

  @Test func `points beyond the range name the finding's row`() {
    var records = Example.records
    records.inspections[6].points = huge
    #expect(
      throws: ScoringFailure.overflow(
        .init(
          unit: Ordinal(1),
          indicator: Ordinal(2),
          row: RowReference(file: 0, row: 9)
        )
      )
    ) { try assess(records, Example.scheme) }
  }

  @Test func `a sum of points beyond the range names the finding that passes it`() {
    var records = Example.records
    for number in 0..<3 {
      records.inspections.append(
        Example.inspection(
          "H\(number)",
          "2017-10-01",
          unit: 0,
          indicator: 0,
          severity: 1,
          row: 20 + number
        )
      )
      records.inspections[records.inspections.count - 1].points = huge
    }
    #expect(
      throws: ScoringFailure.overflow(
        .init(unit: Ordinal(0), indicator: Ordinal(0), row: RowReference(file: 0, row: 21))
      )
    ) { try assess(records, Example.scheme) }
  }

  @Test func `a sum of measures beyond the range names the row with the largest number`() {
    var (records, scheme) = (Example.records, Example.scheme)
    scheme.indicators[3].take = .sum
    for (row, value) in [(30, "9223372036853"), (31, "40")] {
      records.measurements.append(
        Example.measurement(0, 3, "2017-11-01", value, last: "1", row: row)
      )
    }
    #expect(
      throws: ScoringFailure.overflow(
        .init(unit: Ordinal(0), indicator: Ordinal(3), row: RowReference(file: 1, row: 30))
      )
    ) { try assess(records, scheme) }
  }

  @Test func `growth beyond the range names the latest row`() {
    var records = Example.records
    records.measurements[4].value = huge
    records.measurements[4].lastYear = Example.number("0.000001")
    #expect(
      throws: ScoringFailure.overflow(
        .init(unit: Ordinal(0), indicator: Ordinal(3), row: RowReference(file: 1, row: 6))
      )
    ) { try assess(records, Example.scheme) }
  }

  @Test func `an event beyond the range names its row`() {
    var records = Example.records
    records.events[0].count = huge
    var scheme = Example.scheme
    scheme.bonuses.items[0].points = Example.number("2")
    #expect(
      throws: ScoringFailure.overflow(
        .init(unit: Ordinal(0), row: RowReference(file: 6, row: 2))
      )
    ) { try assess(records, scheme) }
  }

  @Test func `a coefficient beyond the range names the unit`() {
    var scheme = Example.scheme
    scheme.units[2].coefficient = huge
    #expect(throws: ScoringFailure.overflow(.init(unit: Ordinal(2)))) {
      try assess(Example.records, scheme)
    }
  }

  @Test(arguments: ["2016-12", "2018-01", "2018", "2016", "2018-W01"])
  func `a period outside the window is refused`(text: String) throws {
    let period = try #require(Period(text))
    #expect(
      throws: ScoringFailure.periodOutsideWindow(period, window: Example.window)
    ) { try Scoring.assess(Example.records, under: Example.scheme, for: period) }
  }

  @Test func `a period partly outside is cut to the window`() throws {
    let period = try #require(Period("2016-W52"))
    let days = try Scoring.days(of: period, in: Example.scheme)
    #expect(days == Example.range("2017-01-01", "2017-01-01"))
  }

  @Test func `a day before the period leaves nothing but full marks`() throws {
    let assessment = try Scoring.assess(
      Example.records,
      under: Example.scheme,
      for: .month(year: 2017, month: 10),
      asOf: Example.date("2016-06-01")
    )
    let score = assessment.units[0].cumulative
    #expect(score.total == Example.number("45"))
    #expect(score.applicable == Example.number("20"))
    #expect(assessment.cases.isEmpty)
  }

  @Test func `a year is not closed over open provisional findings`() throws {
    var records = Example.records
    records.followUps = []
    let (scheme, year) = (Example.scheme, Period.year(2017))
    let open = try Scoring.assess(records, under: scheme, for: year)
    #expect(throws: ScoringFailure.undecided([6, 0, 2])) { try Scoring.requireDecided(open) }
    for rule in UndecidedRule.allCases {
      let closed = try Scoring.assess(records, under: scheme, for: year, undecided: rule)
      try Scoring.requireDecided(closed)
      let state: CaseState = rule == .confirm ? .confirmed : .restored
      #expect(closed.cases.filter(\.isProvisional).allSatisfy { $0.state == state })
    }
  }
}
