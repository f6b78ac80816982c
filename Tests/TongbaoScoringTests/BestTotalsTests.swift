import Testing
import TongbaoConfiguration
import TongbaoModel
import TongbaoScoring

/// What `check` says can be reached, against what random sheets reach.
struct BestTotalsTests {
  /// What ranks and grades compare.
  private func printed(_ score: Score, under scheme: Scheme) throws -> Decimal6 {
    guard scheme.rankBy == .rate else { return score.total.rounded(to: scheme.display) }
    let percentage = try Ratio(score.rate ?? .zero).multiplied(by: Ratio(100)).rounded()
    return percentage.rounded(to: scheme.display)
  }

  @Test(arguments: 0..<4)
  func `nobody is ever above the best total, and some reach it`(block: UInt64) throws {
    var reached = 0
    for seed in (block * 100)..<(block * 100 + 100) {
      let sample = RandomCase(seed: seed)
      let best = BestTotals(sample.scheme)
      let assessment = try Scoring.assess(
        sample.records,
        under: sample.scheme,
        for: sample.period,
        asOf: sample.asOf
      )
      for unit in assessment.units {
        for score in [unit.period, unit.cumulative] {
          guard let most = best.printed(of: unit.unit) else { continue }
          let number = try printed(score, under: sample.scheme)
          #expect(number <= most, "seed \(seed), unit \(unit.unit.index)")
          if number == most, most.isPositive { reached += 1 }
        }
      }
    }
    #expect(reached > 0)
  }
}
