import Testing
import TongbaoModel
import TongbaoScoring

/// What settling one matter would return is what a run with it settled returns.
struct CounterfactualTests {
  @Test func `an open finding and a dynamic shortfall give back their points`() throws {
    let (records, scheme) = (Example.records, Example.scheme)
    let assessment = try Scoring.assess(
      records,
      under: scheme,
      for: .month(year: 2017, month: 10)
    )
    let list = try Explainer(assessment, records, under: scheme).counterfactuals()
    #expect(
      list == [
        Counterfactual(
          unit: Ordinal(0),
          subject: .finding(1),
          returned: .one,
          total: Example.number("45"),
          rank: 1,
          obstacle: nil
        ),
        Counterfactual(
          unit: Ordinal(0),
          subject: .dynamic(Ordinal(1)),
          returned: .one,
          total: Example.number("45"),
          rank: 1,
          obstacle: nil
        ),
        Counterfactual(
          unit: Ordinal(1),
          subject: .finding(3),
          returned: Example.number("0.55"),
          total: Example.number("39.6"),
          rank: 2,
          obstacle: nil
        ),
        Counterfactual(
          unit: Ordinal(2),
          subject: .dynamic(Ordinal(1)),
          returned: Example.number("1.75"),
          total: Example.number("23.7"),
          rank: 1,
          obstacle: nil
        ),
      ]
    )
  }

  @Test func `the floor hides what a finding would return`() throws {
    var records = Example.records
    records.inspections[0].points = Example.number("30")
    records.inspections[1].points = Example.number("30")
    let assessment = try Scoring.assess(
      records,
      under: Example.scheme,
      for: .month(year: 2017, month: 10)
    )
    let list = try Explainer(assessment, records, under: Example.scheme).counterfactuals()
    #expect(list[0].returned == .zero)
    #expect(list[0].obstacle == .floorOrCap)
  }

  /// Rectifies the finding on the day itself and scores again; group means are left out, for all else is equal.
  @Test func `settling for real gives the same total and rank`() throws {
    for seed: UInt64 in 30_000..<30_060 {
      var sample = RandomCase(seed: seed)
      for index in sample.scheme.indicators.indices {
        sample.scheme.indicators[index].missing = .zero
      }
      let assessment = try Scoring.assess(
        sample.records,
        under: sample.scheme,
        for: sample.period,
        asOf: sample.asOf
      )
      let list = try Explainer(assessment, sample.records, under: sample.scheme).counterfactuals()
      for counterfactual in list.prefix(4) {
        guard case .finding(let position) = counterfactual.subject else { continue }
        var settled = sample.records
        settled.followUps.append(
          FollowUp(
            content: .rectification(.done),
            subject: .inspection(assessment.cases[position].inspection),
            date: assessment.asOf,
            place: RowReference(file: 9, row: 1)
          )
        )
        let after = try Scoring.assess(
          settled,
          under: sample.scheme,
          for: sample.period,
          asOf: sample.asOf
        )
        let unit = after.units[counterfactual.unit.index].cumulative
        #expect(unit.total == counterfactual.total, "seed \(seed)")
        #expect(unit.rank == counterfactual.rank, "seed \(seed)")
      }
    }
  }
}
