import Testing
import TongbaoModel
import TongbaoScoring

/// Carry-overs in and out, and what changed between two runs.
struct CarryoverTests {
  private func carryover(
    _ record: String?,
    unit: Int,
    indicator: Int,
    target: String?
  )
    -> Carryover
  {
    Carryover(
      record: record,
      unit: Ordinal(index: unit),
      indicator: Ordinal(index: indicator),
      year: 2016,
      target: target.map(Example.number),
      value: nil,
      status: "",
      place: RowReference(file: 0, row: 2)
    )
  }

  @Test func `a target is met by a measurement, a finding by a rectification`() throws {
    var records = Example.records
    records.carryovers = [
      carryover(nil, unit: 0, indicator: 1, target: "96"),
      carryover(nil, unit: 2, indicator: 1, target: "95"),
      carryover("OLD", unit: 0, indicator: 0, target: nil),
    ]
    records.followUps.append(
      Example.followUp(.carryover(2), "2017-11-01", .rectification(.done), row: 9)
    )
    let position = records.followUps.count - 1
    let list = try Scoring.tracking(
      records,
      under: Example.scheme,
      asOf: Example.date("2017-11-30")
    )
    #expect(
      list == [
        CarryoverTracking(
          carryover: 0,
          metOn: Example.date("2017-11-30"),
          proof: .measured(Example.number("96.5"), RowReference(file: 1, row: 3)),
          value: Example.number("96.5")
        ),
        CarryoverTracking(
          carryover: 1,
          metOn: nil,
          proof: nil,
          value: Example.number("93.25")
        ),
        CarryoverTracking(
          carryover: 2,
          metOn: Example.date("2017-11-01"),
          proof: .rectified(position),
          value: nil
        ),
      ]
    )
    let before = try Scoring.tracking(
      records,
      under: Example.scheme,
      asOf: Example.date("2017-10-31")
    )
    #expect(before.map(\.metOn) == [nil, nil, nil])
  }

  @Test func `less is better where the target is an upper limit`() throws {
    var scheme = Example.scheme
    scheme.indicators[1].method = .threshold(.init(direction: .atMost))
    var records = Example.records
    records.carryovers = [carryover(nil, unit: 0, indicator: 1, target: "94")]
    let list = try Scoring.tracking(records, under: scheme, asOf: Example.date("2017-11-30"))
    #expect(list.first?.metOn == Example.date("2017-10-31"))
  }

  @Test func `the year hands on missed targets and unclosed findings`() throws {
    let (records, scheme) = (Example.records, Example.scheme)
    let year = try Scoring.assess(records, under: scheme, for: .year(2017))
    let list = try Scoring.unfinished(in: year, records, under: scheme)
    #expect(list.map(\.record) == ["X2", "X8", nil])
    #expect(list.map(\.handling) == [.overdue, .failed, nil])
    #expect(list.last?.target == Example.number("95"))
    #expect(list.last?.value == Example.number("93.25"))
  }
}
