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
    // Bars start at zero, whatever the scores are: their lengths are compared.
    let scale = Scale(
      low: scores.map { min($0.total, $0.worst, .zero) }.min() ?? .zero,
      high: scores.map { max($0.total, $0.best, $0.full) }.max() ?? .one,
      length: 470
    )
    func x(_ value: Decimal6) -> Int { 240 + scale.place(of: value) }
    var drawing = Drawing(id: id, width: 720, height: rows.count * 34 + 8)
    for (index, row) in rows.enumerated() {
      let score = row.scores.cumulative
      let y = index * 34 + 4
      let (from, to) = (x(min(score.total, .zero)), x(max(score.total, .zero)))
      // The numbers stand on the left, where a narrow screen shows them too.
      drawing.text("end", x: 155, y: y + 20, row.unit.name, columns: 20)
      drawing.text("end", x: 230, y: y + 20, figures.points(score.total))
      drawing.rectangle("bar", x: from, y: y + 4, width: to - from, height: 22)
      if score.best != score.worst {
        drawing.line("band", x(score.worst), y + 15, x(score.best), y + 15)
        drawing.line("band", x(score.worst), y + 9, x(score.worst), y + 21)
        drawing.line("band", x(score.best), y + 9, x(score.best), y + 21)
      }
    }
    if scale.low.isNegative { drawing.line("axis", x(.zero), 0, x(.zero), rows.count * 34 + 8) }
    let name = scheme.categories[category.category].name
    // At the year's end nothing is simulated any more.
    let title: Word = assessment.period.kind == .year ? .chartResult : .chartRank
    return drawing.figure(
      title: words.filled(title, ["category": name]),
      description: words.filled(.chartRankText, ["category": name, "n": String(rows.count)])
    )
  }
}
