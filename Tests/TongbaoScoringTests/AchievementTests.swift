import Testing
import TongbaoModel
import TongbaoScoring

/// What units reached in the measured indicators.
struct AchievementTests {
  private func achievements(
    _ records: Records,
    _ scheme: Scheme,
    asOf: String = "2017-11-30"
  ) throws -> [Achievement] {
    let assessment = try Scoring.assess(
      records,
      under: scheme,
      for: .month(year: 2017, month: 11),
      asOf: Example.date(asOf)
    )
    return try Scoring.achievements(in: assessment, records, under: scheme)
  }

  private func achievement(
    _ unit: Int,
    _ indicator: Int,
    _ value: String,
    target: String? = nil,
    completion: String? = nil,
    growth: String? = nil,
    isMet: Bool? = nil
  ) -> Achievement {
    Achievement(
      unit: Ordinal(index: unit),
      indicator: Ordinal(index: indicator),
      value: Example.number(value),
      target: target.map(Example.number),
      completion: completion.map(Example.number),
      growth: growth.map(Example.number),
      isMet: isMet
    )
  }

  @Test func `completion and growth are rounded once, indicator by indicator`() throws {
    #expect(
      try achievements(Example.records, Example.scheme) == [
        achievement(0, 1, "96.5", target: "95", completion: "101.578947", isMet: true),
        achievement(1, 1, "95", target: "95", completion: "100", isMet: true),
        achievement(2, 1, "93.25", target: "95", completion: "98.157895", isMet: false),
        achievement(0, 3, "120.5", growth: "18.953603"),
        achievement(1, 3, "260.4", growth: "17.191719"),
      ]
    )
  }

  @Test func `what comes later than the day is not reached yet`() throws {
    let list = try achievements(Example.records, Example.scheme, asOf: "2017-11-01")
    #expect(
      list.first == achievement(0, 1, "94", target: "95", completion: "98.947368", isMet: false)
    )
    #expect(list.last == achievement(1, 3, "233.1", growth: "13.707317"))
  }

  @Test func `an upper limit is met from below and has no completion`() throws {
    var scheme = Example.scheme
    scheme.indicators[1].method = .threshold(.init(direction: .atMost))
    let list = try achievements(Example.records, scheme)
    #expect(list.prefix(3).map(\.isMet) == [false, true, true])
    #expect(list.prefix(3).allSatisfy { $0.completion == nil })
  }

  @Test func `nothing is divided by a target or a last year of zero`() throws {
    var records = Example.records
    records.measurements = [
      Example.measurement(0, 1, "2017-10-31", "3", last: "0", row: 2)
    ]
    var scheme = Example.scheme
    scheme.indicators[1].target = Array(repeating: .zero, count: 3)
    #expect(
      try achievements(records, scheme) == [achievement(0, 1, "3", target: "0", isMet: true)]
    )
  }
}
