import TongbaoModel

extension Issue {
  /// A cell per unit and indicator of each category, darker where more of the points is lost.
  func heatCharts(_ categories: [CategoryView]) -> [String: Markup] {
    var charts: [String: Markup] = [:]
    for category in categories {
      let id = scheme.categories[category.category].id
      charts["heat-\(id)"] = heatChart(category, id: "heat-\(id)")
    }
    return charts
  }

  /// In pictures of at most two dozen indicators, which fit a page.
  private func heatChart(_ category: CategoryView, id: String) -> Markup {
    let indicators = scheme.indicators.ordinals.filter { indicator in
      category.rows.contains { $0.scores.cumulative.score(of: indicator) != nil }
    }
    let count = max(1, (indicators.count + 23) / 24)
    let length = (indicators.count + count - 1) / count
    let pictures = (0..<count)
      .map { index in
        let part = indicators.dropFirst(index * length).prefix(length)
        return heatPicture(category.rows, Array(part), id: index == 0 ? id : "\(id)-\(index + 1)")
      }
    let name = scheme.categories[category.category].name
    return Drawing.figure(
      pictures,
      title: words.filled(.chartHeat, ["category": name]),
      description: words[.chartHeatText]
    )
  }

  private func heatPicture(
    _ rows: [UnitRow],
    _ indicators: [Ordinal<Indicator>],
    id: String
  ) -> Drawing {
    var drawing = Drawing(
      id: id,
      width: 250 + rows.count * 76,
      height: indicators.count * 34 + 52
    )
    for (column, row) in rows.enumerated() {
      let x = 288 + column * 76
      drawing.lines("middle", x: x, y: 30, row.unit.name, columns: 10, count: 3)
      for (line, indicator) in indicators.enumerated() {
        guard let score = row.scores.cumulative.score(of: indicator) else { continue }
        let y = 50 + line * 34
        drawing.rectangle(heat(score), x: x - 37, y: y, width: 74, height: 32)
        drawing.text("middle", x: x, y: y + 21, figures.points(score.score))
      }
    }
    for (line, indicator) in indicators.enumerated() {
      let name = scheme.indicators[indicator].name
      drawing.lines("end", x: 242, y: 71 + line * 34, name, columns: 30, count: 2)
    }
    return drawing
  }

  /// `h0` for full points, to `h4` below 60 %; `hx` where excluded.
  private func heat(_ score: IndicatorScore) -> String {
    guard let value = score.score, score.full.isPositive else { return "hx" }
    switch Scale(low: .zero, high: score.full, length: 1_000).place(of: value) {
    case 1_000...: return "h0"
    case 900...: return "h1"
    case 800...: return "h2"
    case 600...: return "h3"
    default: return "h4"
    }
  }
}
