import Testing
import TongbaoModel
import TongbaoScoring

/// Receipts: what they say is what was scored.
struct ExplainTests {
  private func number(_ step: Explanation.Step) -> Decimal6? {
    step.result.flatMap { Decimal6($0) }
  }

  @Test func `a total unfolds to file and row`() throws {
    let (records, scheme) = (Example.records, Example.scheme)
    let assessment = try Scoring.assess(
      records,
      under: scheme,
      for: .month(year: 2017, month: 11)
    )
    let explanation = try Scoring.explain(
      Ordinal(1),
      in: assessment,
      records,
      under: scheme
    )
    let total = try #require(explanation.steps.first)
    #expect(total.result == "36.025")
    #expect(total.formula == "max(0, 36.025 + 0 − 0)")
    let scaled = try #require(total.parts.first)
    #expect(scaled.formula == "32.75 × 1.1")
    let cleanup = try #require(scaled.parts.first { $0.subject == "cleanup" })
    #expect(cleanup.formula == "max(0, 10 − min(6, 4 + 0.25))")
    let finding = try #require(cleanup.parts.last)
    #expect(finding.formula == "1 × 0.5 × (1 − 0.5)")
    #expect(finding.inputs.first?.source == "inspections.csv:4")
    let rectification = finding.inputs.first { $0.name == "rectification" }
    #expect(rectification?.source == "rectifications.csv:3")
    let output = try #require(scaled.parts.last)
    #expect(output.parts.first?.formula == "(260.4 − 222.2) ÷ |222.2| × 100")
    #expect(output.parts.first?.inputs.first?.source == "measurements.csv:8")
  }

  @Test func `an event of a deducting veto takes its points once`() throws {
    var (records, scheme) = (Example.records, Example.scheme)
    scheme.vetoes[0].deduct = Example.number("3")
    records.events.append(
      Example.event(1, .veto(Ordinal(0)), "2017-11-04", record: "V", row: 5)
    )
    records.followUps.append(
      Example.followUp(.event(records.events.count - 1), "2017-11-05", .appeal(.upheld))
    )
    let assessment = try Scoring.assess(
      records,
      under: scheme,
      for: .month(year: 2017, month: 11)
    )
    let steps = try Scoring.explain(Ordinal(1), in: assessment, records, under: scheme).steps
    let veto = try #require(steps.first?.parts.first { $0.clause == .veto })
    #expect([veto.formula, veto.result] == ["−3 × 1", "-3"])
    #expect(veto.parts.map(\.formula) == ["−3 × 1", "0"])
    #expect(veto.parts.map(\.result) == ["-3", "0"])
  }

  @Test func `one indicator can be asked for alone`() throws {
    let (records, scheme) = (Example.records, Example.scheme)
    let assessment = try Scoring.assess(
      records,
      under: scheme,
      for: .month(year: 2017, month: 10)
    )
    let explanation = try Scoring.explain(
      Ordinal(0),
      Ordinal(1),
      isCumulative: false,
      in: assessment,
      records,
      under: scheme
    )
    #expect(explanation.steps.map(\.subject) == ["cameras"])
    #expect(explanation.steps.first?.formula == "max(0, 5 − 1 × (95 − 94) ÷ 1)")
  }

  @Test(arguments: 0..<6)
  func `the parts of a random total add up to it`(block: UInt64) throws {
    for seed in (block * 20 + 9000)..<(block * 20 + 9020) {
      let sample = RandomCase(seed: seed)
      let assessment = try Scoring.assess(
        sample.records,
        under: sample.scheme,
        for: sample.period,
        asOf: sample.asOf
      )
      let explainer = try Explainer(assessment, sample.records, under: sample.scheme)
      for unit in sample.scheme.units.ordinals {
        for isCumulative in [true, false] {
          let own = assessment.units[unit.index]
          let score = isCumulative ? own.cumulative : own.period
          let steps = try explainer.explanation(of: unit, isCumulative: isCumulative).steps
          let total = try #require(steps.first)
          #expect(number(total) == score.total)
          let sum = try total.parts.compactMap(number).reduce(Decimal6.zero) { try $0.adding($1) }
          #expect(max(.zero, sum) == score.total, "seed \(seed)")
          let scaled = try #require(total.parts.first)
          let base = try scaled.parts.compactMap(number)
            .reduce(Decimal6.zero) {
              try $0.adding($1)
            }
          #expect(base == score.base, "seed \(seed)")
        }
      }
    }
  }
}
