import Testing
import TongbaoFormats
import TongbaoModel

@testable import TongbaoRendering

/// Charts show what the numbers say, whatever the numbers are.
struct ChartTests {
  private func issue(_ input: CircularInput) -> TongbaoRendering.Issue {
    TongbaoRendering.Issue(input, words: Sample.templates.words) { $0 }
  }

  /// The texts of a picture with their places.
  private static func texts(_ svg: String) -> [(x: Int, y: Int, text: String)] {
    svg.matches(of: /<text x="(-?\d+)" y="(-?\d+)"[^>]*>([^<]*)</)
      .compactMap { match in
        guard let x = Int(match.output.1), let y = Int(match.output.2) else { return nil }
        return (x, y, String(match.output.3))
      }
  }

  private func trend(_ totals: [String]) -> String {
    var input = Sample.input(november: true)
    input.trend = totals.enumerated()
      .map { index, total in
        TrendPoint(
          period: .week(year: 2017, week: index + 1),
          totals: [Sample.number(total), nil, nil, nil],
          ranks: [1, nil, nil, nil]
        )
      }
    return issue(input).trendChart(Ordinal(0))["trend"]?.renderText ?? ""
  }

  @Test func `a small change is seen, and the axis says that it does not start at zero`() {
    let (scale, marks) = Scale.around([Sample.number("91.2"), Sample.number("92.4")], length: 150)
    #expect(marks.map { $0.formatted(places: 1) } == ["91.0", "91.5", "92.0", "92.5"])
    #expect(scale.place(of: Sample.number("92.4")) - scale.place(of: Sample.number("91.2")) == 120)
    #expect(trend(["25.1"]).contains("纵轴不从零起"))
    #expect(!trend(["0"]).contains("纵轴不从零起"))
  }

  @Test(arguments: [
    ["5", "5"], ["-3.2", "-1"], ["-1", "120"], ["99999999", "0"], ["0.01", "0.02"],
  ])
  func `a scale holds its values between few round marks`(values: [String]) {
    let values = values.map(Sample.number)
    let (scale, marks) = Scale.around(values, length: 100)
    #expect((2...7).contains(marks.count))
    #expect(values.allSatisfy { scale.low <= $0 && $0 <= scale.high })
  }

  @Test(arguments: [2, 12, 51])
  func `labels of a trend do not overlap`(count: Int) {
    let svg = trend((0..<count).map { "\(20 + $0 % 7).25" })
    #expect(svg.matches(of: /<circle/).count == count + 1)
    let names = ChartTests.texts(svg).filter { $0.y == 246 }
    #expect(names.last?.text == "2017-11" && names.count > 1)
    for (left, right) in zip(names, names.dropFirst()) {
      let half = (TextWidth.columns(of: left.text) + TextWidth.columns(of: right.text)) * 4
      #expect(right.x - left.x > half)
    }
  }

  @Test func `a negative score goes left from zero`() throws {
    var input = Sample.input()
    for place in input.assessment.units.indices {
      let total = Sample.number(place == 0 ? "-10" : "25")
      input.assessment.units[place].cumulative.total = total
      input.assessment.units[place].cumulative.best = total
      input.assessment.units[place].cumulative.worst = total
    }
    let issue = issue(input)
    let svg = try #require(issue.rankCharts(issue.categories)["ranks-growth"]?.renderText)
    let bars = svg.matches(of: /class="bar" x="(\d+)" y="\d+" width="(\d+)"/)
      .compactMap { match -> (Int, Int)? in
        guard let x = Int(match.output.1), let width = Int(match.output.2) else { return nil }
        return (x, width)
      }
    // −10 to 25 on 470: zero at 134.
    #expect(bars.contains { $0 == (240, 134) } && bars.contains { $0 == (374, 336) })
    #expect(svg.contains("<line class=\"axis\" x1=\"374\""))
  }

  @Test func `a heat table of forty indicators comes in pictures that fit a page`() throws {
    var input = Sample.input()
    let first = input.scheme.indicators[0]
    var indicators = [Indicator](repeating: first, count: 40)
    for place in indicators.indices { indicators[place].name = "指标\(place)" }
    input.scheme.indicators = indicators
    for place in input.assessment.units.indices {
      let score = input.assessment.units[place].cumulative.indicators[0]
      input.assessment.units[place].cumulative.indicators = (0..<40)
        .map { index in
          var score = score
          score.indicator = Ordinal(index: index)
          return score
        }
    }
    let issue = issue(input)
    let figure = try #require(issue.heatCharts(issue.categories)["heat-growth"]?.renderText)
    let heights = figure.matches(of: /viewBox="0 0 \d+ (\d+)"/).compactMap { Int($0.output.1) }
    #expect(heights == [20 * 34 + 52, 20 * 34 + 52])
    let ids = figure.matches(of: /<title id="([^"]+)"/).map { String($0.output.1) }
    #expect(Set(ids).count == 2)
    #expect(figure.contains("指标0<") && figure.contains("指标39<"))
  }

  @Test func `progress is told by texture and number, not by colour alone`() throws {
    let issue = issue(Sample.input(november: true))
    let view = CircularView(issue)
    let figure = try #require(issue.progressCharts(view.handling.rows)["progress"]?.renderText)
    for row in view.handling.rows {
      #expect(figure.contains(">\(row.count(.closed))/\(row.cases.count)<"))
    }
    let legend = ChartTests.texts(figure).filter { $0.y == 20 }.map(\.text)
    #expect(legend == ["已销号", "整改中", "逾期", "复查不合格"])
    // The overdue ones are hatched, in the legend and in the bar.
    #expect(view.handling.rows.contains { $0.count(.overdue) > 0 })
    #expect(figure.matches(of: /class="hatch"/).count > 1)
    #expect(issue.progressCharts([]).isEmpty)
  }

  @Test func `dispositions name the states that there are, restored ones first`() throws {
    let issue = issue(Sample.input(november: true))
    let rows = ProvisionalView(issue).all
    let figure = try #require(issue.dispositionCharts(rows)["dispositions"]?.renderText)
    #expect(ChartTests.texts(figure).filter { $0.y == 20 }.map(\.text) == ["已返还", "逾期未改"])
    #expect(figure.contains(">2/2<") && figure.contains(">0/1<"))
  }
}
