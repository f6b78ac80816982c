import Testing
import TongbaoModel

@testable import TongbaoRendering

/// The tables of the year-end summary.
struct SummaryTests {
  private static func ranked(_ method: Indicator.Method) -> [Int] {
    var input = Sample.year
    input.scheme.indicators[Ordinal(1)].method = method
    let issue = Issue(input, words: Sample.templates.words) { $0 }
    return TargetView(issue, Ordinal(1)).rows.map { $0.score.unit.index }
  }

  private static func threshold(_ direction: Indicator.Threshold.Direction) -> Indicator.Method {
    var method = Sample.scheme().indicators[Ordinal(1)].method
    if case .threshold(var threshold) = method {
      threshold.direction = direction
      method = .threshold(threshold)
    }
    return method
  }

  private static func efficacy(good: String, bad: String) -> Indicator.Method {
    .efficacy(
      Indicator.Efficacy(
        base: Sample.number("0.6"),
        satisfactory: .fixed(Sample.number(good)),
        unacceptable: .fixed(Sample.number(bad)),
        isClamped: true
      )
    )
  }

  @Test func `the best measure comes first, also where the smallest is the best`() {
    let most = SummaryTests.ranked(SummaryTests.threshold(.atLeast))
    let least = SummaryTests.ranked(SummaryTests.threshold(.atMost))
    #expect(most == [3, 0, 1] && least == [1, 0, 3])
    #expect(SummaryTests.ranked(SummaryTests.efficacy(good: "99", bad: "90")) == most)
    #expect(SummaryTests.ranked(SummaryTests.efficacy(good: "0", bad: "90")) == least)
  }
}
