import Testing
import TongbaoModel
import TongbaoScoring

/// Rechecks, draws and the burden of visits.
struct SpotCheckTests {
  /// What a second program says, in tenths of a percent.
  struct Wilson: Sendable {
    var checked: Int
    var consistent: Int
    var accuracy: Int
    var lower: Int
    var upper: Int
  }

  private func records(_ count: Int, wrong: Int) -> Records {
    var records = Example.records
    records.inspections = LongList(
      (0..<count)
        .map {
          Example.inspection(
            "R\($0)",
            "2017-10-10",
            unit: 0,
            indicator: 0,
            severity: 1,
            row: $0 + 2
          )
        }
    )
    records.followUps = LongList(
      (0..<count)
        .map {
          Example.followUp(
            .inspection($0),
            "2017-10-20",
            .recheck(isConsistent: $0 >= wrong),
            row: $0 + 2
          )
        }
    )
    return records
  }

  @Test(arguments: [
    Wilson(checked: 20, consistent: 19, accuracy: 950, lower: 764, upper: 991),
    Wilson(checked: 10, consistent: 10, accuracy: 1000, lower: 722, upper: 1000),
    Wilson(checked: 10, consistent: 0, accuracy: 0, lower: 0, upper: 278),
    Wilson(checked: 3, consistent: 1, accuracy: 333, lower: 61, upper: 792),
    Wilson(checked: 3, consistent: 2, accuracy: 667, lower: 208, upper: 939),
    Wilson(checked: 1000, consistent: 955, accuracy: 955, lower: 940, upper: 966),
    Wilson(checked: 1, consistent: 1, accuracy: 1000, lower: 207, upper: 1000),
    Wilson(checked: 1, consistent: 0, accuracy: 0, lower: 0, upper: 793),
    Wilson(checked: 9, consistent: 7, accuracy: 778, lower: 453, upper: 937),
  ])
  func `the Wilson interval is exact to a tenth of a percent`(
    row: Wilson
  ) {
    let list = Scoring.accuracy(
      of: records(row.checked, wrong: row.checked - row.consistent),
      under: Example.scheme,
      inspectedOn: Example.window,
      asOf: Example.date("2017-12-31")
    )
    #expect(list.count == 1)
    #expect(list.first?.accuracy == row.accuracy)
    #expect(list.first?.lower == row.lower)
    #expect(list.first?.upper == row.upper)
    #expect(list.first?.isBelowThreshold == (row.consistent * 100 < row.checked * 95))
  }

  @Test func `the latest recheck of a record rules, and later ones do not exist`() {
    var records = records(2, wrong: 2)
    records.followUps.append(
      Example.followUp(.inspection(0), "2017-10-25", .recheck(isConsistent: true))
    )
    records.followUps.append(
      Example.followUp(.inspection(1), "2017-11-25", .recheck(isConsistent: true))
    )
    let list = Scoring.accuracy(
      of: records,
      under: Example.scheme,
      inspectedOn: Example.window,
      asOf: Example.date("2017-10-31")
    )
    #expect(list.map(\.consistent) == [1])
  }

  @Test func `the draw takes the smallest digests of each department, rounded up`() throws {
    var scheme = Example.scheme
    scheme.spotCheck?.rate = Example.number("0.34")
    var records = records(6, wrong: 0)
    records.inspections[5].indicator = Ordinal(2)
    let draws = Scoring.draw(
      from: records,
      under: scheme,
      inspectedOn: Example.window,
      seed: "s",
      number: { _ in "" },
      digest: { text in [255 - (text.utf8.last ?? 0)] }
    )
    #expect(draws.map(\.population) == [5, 1])
    #expect(draws.map { $0.entries.map(\.record) } == [["R4", "R3"], ["R5"]])
  }

  @Test func `visits are distinct teams and days`() {
    var records = records(4, wrong: 0)
    records.inspections[1].team = 1
    records.inspections[2].date = Example.date("2017-10-11")
    records.inspections[3].date = Example.date("2017-11-10")
    var scheme = Example.scheme
    scheme.visitsPerMonth = 2
    let burdens = Scoring.burden(of: records, under: scheme, on: Example.window)
    #expect(
      burdens == [
        Burden(unit: Ordinal(0), year: 2017, month: 10, visits: 3, records: 3, isAboveLimit: true),
        Burden(
          unit: Ordinal(0),
          year: 2017,
          month: 11,
          visits: 1,
          records: 1,
          isAboveLimit: false
        ),
      ]
    )
  }
}
