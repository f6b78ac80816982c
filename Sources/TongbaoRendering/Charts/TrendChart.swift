import TongbaoFormats
import TongbaoModel

extension Issue {
  /// A line through a unit's cumulative totals of the periods; empty with fewer than two.
  func trendChart(_ unit: Ordinal<Unit>) -> [String: Markup] {
    var points = input.trend.filter { $0.period != assessment.period }
      .compactMap { point in point.totals[unit.index].map { (point.period, $0) } }
    guard let now = assessment.units.first(where: { $0.unit == unit }) else { return [:] }
    points.append((assessment.period, now.cumulative.total))
    guard points.count > 1 else { return [:] }
    let names = points.map(\.0.description)
    let figure = trendPicture(names: names, totals: points.map(\.1))
      .figure(
        title: words.filled(.chartTrend, ["unit": scheme.units[unit].name]),
        description: words[.chartTrendText]
      )
    return ["trend": figure]
  }

  /// The axis starts where the totals are, and says so: from zero no change would be seen.
  private func trendPicture(names: [String], totals: [Decimal6]) -> Drawing {
    let (scale, marks) = Scale.around(totals, length: 150)
    var drawing = Drawing(id: "trend", width: 720, height: 260)
    if scale.low != .zero { drawing.text("start", x: 4, y: 18, words[.chartAxis]) }
    for mark in marks {
      let y = 210 - scale.place(of: mark)
      drawing.line("axis", 80, y, 710, y)
      drawing.text("end", x: 72, y: y + 5, mark.formatted(places: 2))
    }
    let places = totals.enumerated()
      .map { index, total in
        (x: 120 + index * 550 / (totals.count - 1), y: 210 - scale.place(of: total))
      }
    drawing.path("trend", through: places)
    let values = totals.map { figures.points($0) }
    let (rare, rarer) = (Issue.interval(of: values), Issue.interval(of: names))
    for (index, place) in places.enumerated() {
      let left = totals.count - 1 - index
      drawing.dot("dot", x: place.x, y: place.y)
      if left % rare == 0 {
        let isLow = Issue.isLow(totals, index)
        drawing.text("middle", x: place.x, y: place.y + (isLow ? 22 : -11), values[index])
      }
      if left % rarer == 0 { drawing.text("middle", x: place.x, y: 246, names[index]) }
    }
    return drawing
  }

  /// Every how many points there is room for a label, counted from the last one.
  private static func interval(of labels: [String]) -> Int {
    let widest = labels.map { TextWidth.columns(of: $0) }.max() ?? 0
    return ((widest * 9 + 10) * (labels.count - 1) + 549) / 550
  }

  /// Whether a label is better below a point, where the line turns up.
  private static func isLow(_ totals: [Decimal6], _ index: Int) -> Bool {
    let before = index > 0 ? totals[index - 1] : totals[index]
    let after = index + 1 < totals.count ? totals[index + 1] : totals[index]
    return before >= totals[index] && after >= totals[index] && before != after
      || before > totals[index] && after > totals[index]
  }
}
