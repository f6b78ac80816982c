import Testing
import TongbaoModel
import TongbaoScoring

/// The scores of random schemes and records against the reference, every field.
struct ReferenceTests {
  @Test(arguments: 0..<8)
  func `random schemes score as the reference says`(block: UInt64) throws {
    for seed in (block * 50)..<(block * 50 + 50) {
      let sample = RandomCase(seed: seed)
      let rule: [UndecidedRule?] = [nil, .confirm, .restore]
      let assumption: [Assumption?] = [nil, .worst, .best]
      let assessment = try Scoring.assess(
        sample.records,
        under: sample.scheme,
        for: sample.period,
        asOf: sample.asOf,
        undecided: rule[sample.undecided]
      )
      let reference = Reference(
        records: sample.records,
        scheme: sample.scheme,
        d: sample.asOf ?? sample.scheme.days(of: sample.period).to,
        undecidedCounts: assumption[sample.undecided]
      )
      let expected = try #require(reference.assessment(sample.period))
      let ours = ScoresText(
        records: sample.records,
        scheme: sample.scheme,
        assessment: assessment
      )
      let theirs = ScoresText(
        records: sample.records,
        scheme: sample.scheme,
        assessment: expected
      )
      let pairs = zip(ours.text.split(separator: "\n"), theirs.text.split(separator: "\n"))
      for (line, pair) in pairs.enumerated() where pair.0 != pair.1 {
        Issue.record("seed \(seed), line \(line): \(pair.0) is not \(pair.1)")
        break
      }
      #expect(ours.text.utf8.count == theirs.text.utf8.count, "seed \(seed)")
      #expect(assessment.cases.map(\.best) == expected.cases.map(\.best), "seed \(seed)")
      #expect(assessment.cases.map(\.worst) == expected.cases.map(\.worst), "seed \(seed)")
      #expect(assessment.cases.map(\.due) == expected.cases.map(\.due), "seed \(seed)")
    }
  }
}
