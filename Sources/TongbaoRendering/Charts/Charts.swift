import TongbaoModel

extension Issue {
  /// A bar per unit of each category: the cumulative total, and the band in which it still moves.
  func rankCharts(_ categories: [CategoryView]) -> [String: Markup] {
    var charts: [String: Markup] = [:]
    for category in categories where category.rows.count > 1 {
      let id = scheme.categories[category.category].id
      charts["ranks-\(id)"] = rankChart(category, id: "ranks-\(id)")
    }
    return charts
  }

  private func rankChart(_ category: CategoryView, id: String) -> Markup {
    let rows = category.rows
    let scores = rows.map(\.scores.cumulative)
    let most = scores.map { max($0.total, $0.best, $0.full) }.max() ?? .one
    var drawing = Drawing(id: id, width: 720, height: rows.count * 34 + 8)
    for (index, row) in rows.enumerated() {
      let score = row.scores.cumulative
      let y = index * 34 + 4
      func x(_ value: Decimal6) -> Int { 170 + value.scaled(to: 440, of: most) }
      drawing.text("end", x: 160, y: y + 20, row.unit.name, columns: 18)
      drawing.rectangle("bar", x: 170, y: y + 4, width: x(score.total) - 170, height: 22)
      if score.best != score.worst {
        drawing.line("band", x(score.worst), y + 15, x(score.best), y + 15)
        drawing.line("band", x(score.worst), y + 9, x(score.worst), y + 21)
        drawing.line("band", x(score.best), y + 9, x(score.best), y + 21)
      }
      drawing.text(
        "start",
        x: x(max(score.total, score.best)) + 8,
        y: y + 20,
        figures.points(score.total)
      )
    }
    let name = scheme.categories[category.category].name
    return drawing.markup(
      title: words.filled(.chartRank, ["category": name]),
      description: words.filled(.chartRankText, ["category": name, "n": String(rows.count)])
    )
  }

  /// A cell per unit and indicator of each category, darker where more of the points is lost.
  func heatCharts(_ categories: [CategoryView]) -> [String: Markup] {
    var charts: [String: Markup] = [:]
    for category in categories {
      let id = scheme.categories[category.category].id
      charts["heat-\(id)"] = heatChart(category, id: "heat-\(id)")
    }
    return charts
  }

  private func heatChart(_ category: CategoryView, id: String) -> Markup {
    let indicators = scheme.indicators.ordinals.filter { indicator in
      category.rows.contains { $0.scores.cumulative.score(of: indicator) != nil }
    }
    let width = 250 + category.rows.count * 84
    var drawing = Drawing(id: id, width: width, height: indicators.count * 30 + 40)
    for (column, row) in category.rows.enumerated() {
      drawing.text("middle", x: 291 + column * 84, y: 22, row.unit.name, columns: 10)
      for (line, indicator) in indicators.enumerated() {
        guard let score = row.scores.cumulative.score(of: indicator) else { continue }
        let (x, y) = (251 + column * 84, 34 + line * 30)
        drawing.rectangle(heat(score), x: x, y: y, width: 82, height: 28)
        drawing.text("middle", x: x + 40, y: y + 19, figures.points(score.score))
      }
    }
    for (line, indicator) in indicators.enumerated() {
      drawing.text("end", x: 242, y: 53 + line * 30, scheme.indicators[indicator].name, columns: 28)
    }
    let name = scheme.categories[category.category].name
    return drawing.markup(
      title: words.filled(.chartHeat, ["category": name]),
      description: words[.chartHeatText]
    )
  }

  /// `h0` for full points, to `h4` below 60 %; `hx` where excluded.
  private func heat(_ score: IndicatorScore) -> String {
    guard let value = score.score, score.full.isPositive else { return "hx" }
    switch value.scaled(to: 1_000, of: score.full) {
    case 1_000...: return "h0"
    case 900...: return "h1"
    case 800...: return "h2"
    case 600...: return "h3"
    default: return "h4"
    }
  }

  /// A line through a unit's cumulative totals of the periods; empty with fewer than two.
  func trendChart(_ unit: Ordinal<Unit>) -> [String: Markup] {
    var points = input.trend.filter { $0.period != assessment.period }
      .compactMap { point in point.totals[unit.index].map { (point.period, $0) } }
    guard let now = assessment.units.first(where: { $0.unit == unit }) else { return [:] }
    points.append((assessment.period, now.cumulative.total))
    guard points.count > 1 else { return [:] }
    let most = points.map(\.1).max() ?? .one
    let step = 600 / (points.count - 1)
    var drawing = Drawing(id: "trend", width: 720, height: 220)
    drawing.line("axis", 40, 180, 680, 180)
    let places = points.enumerated()
      .map { index, point in
        (x: 60 + index * step, y: 180 - point.1.scaled(to: 140, of: most))
      }
    drawing.path("trend", through: places)
    for (place, point) in zip(places, points) {
      drawing.dot("dot", x: place.x, y: place.y)
      drawing.text("middle", x: place.x, y: place.y - 10, figures.points(point.1))
      drawing.text("middle", x: place.x, y: 204, point.0.description)
    }
    let name = scheme.units[unit].name
    return [
      "trend": drawing.markup(
        title: words.filled(.chartTrend, ["unit": name]),
        description: words[.chartTrendText]
      )
    ]
  }
}
