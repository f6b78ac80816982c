import Testing
import TongbaoModel

@testable import TongbaoRendering

/// The tables of the year-end summary.
struct SummaryTests {
  private static func ranked(_ method: Indicator.Method) -> [Int] {
    var input = Sample.year
    input.scheme.indicators[1].method = method
    let issue = Issue(input, words: Sample.templates.words) { $0 }
    return TargetView(issue, Ordinal(1)).rows.map { $0.score.unit.index }
  }

  private static func threshold(_ direction: Indicator.Threshold.Direction) -> Indicator.Method {
    var method = Sample.scheme().indicators[1].method
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

/// What vetoes do is said, and can be reckoned with.
struct VetoWordingTests {
  private static func input(_ vetoes: [Veto]) -> CircularInput {
    var input = Sample.year
    input.scheme.vetoes = vetoes
    input.assessment.units[0].cumulative.vetoes = vetoes.indices.map { Ordinal(index: $0) }
    // The sample's base is its total: three points less are the vetoes'.
    input.assessment.units[0].cumulative.total = Sample.number("22.5")
    return input
  }

  private static func text(
    _ path: String,
    _ input: CircularInput,
    _ templates: Templates = Sample.templates
  ) -> String {
    let pages = Renderer(templates: templates, mask: Sample.mask).summary(input).pages
    let page = pages.first { $0.path == path }
    return String(decoding: page?.bytes ?? [], as: UTF8.self).filter { !$0.isWhitespace }
  }

  @Test(
    arguments: [
      (Veto(id: "a", name: "事故", capGrade: Ordinal(1)), "因事故，按规定等次不高于良好。", "nogradeabove良好"),
      (Veto(id: "a", name: "事故", deduct: .one), "因事故，按规定扣3.00分。", "3.00pointsoff"),
      (Veto(id: "a", name: "事故", removesRank: true), "因事故，按规定不参加排名。", "notranked"),
      (Veto(id: "a", name: "事故", zeroesTotal: true), "因事故，按规定总分计为零分。", "thetotaliszero"),
    ]
  )
  func `every effect has its words`(veto: Veto, chinese: String, english: String) {
    let input = VetoWordingTests.input([veto])
    #expect(VetoWordingTests.text("summary.txt", input).contains(chinese))
    #expect(VetoWordingTests.text("summary.txt", input, Sample.english).contains(english))
    #expect(VetoWordingTests.text("units/yanguan.txt", input).contains("否优否决：事故，按规定"))
  }

  @Test func `the strictest of several grades is named`() {
    let vetoes = [
      Veto(id: "a", name: "事故", capGrade: Ordinal(1)),
      Veto(id: "b", name: "造假", capGrade: Ordinal(2)),
    ]
    let text = VetoWordingTests.text("summary.txt", VetoWordingTests.input(vetoes))
    #expect(text.contains("因事故、造假，按规定等次不高于不合格。"))
  }

  @Test func `points taken by vetoes are shown where there are any`() {
    let input = VetoWordingTests.input([Veto(id: "a", name: "事故", deduct: .one)])
    let summary = VetoWordingTests.text("summary.txt", input)
    #expect(summary.contains("盐官镇22.5091.23%0.003.00") && summary.contains("扣分含否优否决扣分。"))
    let english = VetoWordingTests.text("summary.txt", input, Sample.english)
    #expect(english.contains("Penalty:withthepointstakenbyvetoes."))
    #expect(!VetoWordingTests.text("summary.txt", Sample.year).contains("否优否决扣分"))
    // The category without vetoes has no such column.
    let warning = VetoWordingTests.text("warning.html", input)
    #expect(warning.contains(">3.00</td>") && warning.ranges(of: ">否决扣分</th>").count == 1)
    #expect(VetoWordingTests.text("warning.html", input, Sample.english).contains(">Byveto</th>"))
    #expect(!VetoWordingTests.text("warning.html", Sample.year).contains("否决扣分"))
  }
}
