import TongbaoFormats
import TongbaoModel

extension Issue {
  /// A bar per unit: what became of the general findings that were handed over to it.
  func progressCharts(_ rows: [HandlingRow]) -> [String: Markup] {
    let kinds: [(Handling, Texture)] = [
      (.closed, .solid), (.open, .empty), (.overdue, .upright), (.failed, .dark),
    ]
    let chart = ProgressChart(
      legend: kinds.map { ($1, words.name(of: $0)) },
      rows: rows.map { row in
        (scheme.units[row.unit].name, kinds.map { row.count($0.0) })
      }
    )
    return chart.figure(id: "progress", title: words[.chartProgress], words[.chartProgressText])
  }

  /// A bar per unit: what became of its provisional deductions.
  func dispositionCharts(_ rows: [ProvisionalRow]) -> [String: Markup] {
    let kinds: [(CaseState, Texture)] = [
      (.restored, .solid), (.reduced, .level), (.withdrawn, .grid), (.open, .empty),
      (.overdue, .upright), (.confirmed, .dark),
    ]
    let byUnit = Dictionary(grouping: rows, by: \.unit)
    // What no unit has needs no place in the legend.
    let found = kinds.filter { kind in
      kind.0 == .restored || rows.contains { $0.state == kind.0 }
    }
    let chart = ProgressChart(
      legend: found.map { ($1, words.name(of: $0)) },
      rows: scheme.units.ordinals.compactMap { unit in
        byUnit[unit]
          .map { rows in
            (scheme.units[unit].name, found.map { kind in rows.count { $0.state == kind.0 } })
          }
      }
    )
    return chart.figure(
      id: "dispositions",
      title: words[.chartDisposition],
      words[.chartDispositionText]
    )
  }
}

/// How many matters of each unit have come how far; a texture for each state, done ones first.
private struct ProgressChart {
  let legend: [(Texture, name: String)]
  let rows: [(name: String, counts: [Int])]

  /// The figure by its key; none without rows.
  func figure(id: String, title: String, _ description: String) -> [String: Markup] {
    guard !rows.isEmpty else { return [:] }
    return [id: picture(id).figure(title: title, description: description)]
  }

  private func picture(_ id: String) -> Drawing {
    var drawing = Drawing(id: id, width: 720, height: rows.count * 34 + 42)
    var x = 20
    for (texture, name) in legend {
      drawing.box(texture, x: x, y: 6, width: 24, height: 18)
      drawing.text("start", x: x + 31, y: 20, name)
      x += 31 + TextWidth.columns(of: name) * 8 + 24
    }
    let most = max(1, rows.map { $0.counts.reduce(0, +) }.max() ?? 1)
    for (index, row) in rows.enumerated() {
      draw(row, y: 38 + index * 34, most: most, in: &drawing)
    }
    return drawing
  }

  private func draw(
    _ row: (name: String, counts: [Int]),
    y: Int,
    most: Int,
    in drawing: inout Drawing
  ) {
    drawing.text("end", x: 155, y: y + 20, row.name, columns: 20)
    let total = row.counts.reduce(0, +)
    drawing.text("end", x: 230, y: y + 20, "\(row.counts[0])/\(total)")
    var before = 0
    for (count, (texture, _)) in zip(row.counts, legend) where count > 0 {
      let (from, to) = (240 + before * 470 / most, 240 + (before + count) * 470 / most)
      before += count
      drawing.box(texture, x: from, y: y + 4, width: to - from, height: 22)
      let room = String(count).utf8.count * 9 + 6
      guard to - from >= room + 4 else { continue }
      // On a plate of its own a number is read whatever lies below it.
      drawing.rectangle("plate", x: (from + to - room) / 2, y: y + 7, width: room, height: 16)
      drawing.text("middle", x: (from + to) / 2, y: y + 20, String(count))
    }
  }
}
