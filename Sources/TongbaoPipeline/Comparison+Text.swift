import TongbaoFormats
package import TongbaoModel

extension Comparison {
  /// The comparison for a person: for every unit that changed its totals and ranks, then what caused it,
  /// line by line; the units that did not change are named at the end.
  ///
  /// The numbers of a unit have as many decimals as it takes to see that its lines add up.
  package func text(in language: Language) -> [String] {
    let words = ComparisonWords(scheme: scheme, language: language)
    var lines = [words.heading(before, after)]
    for difference in differences where isChanged(difference) {
      lines += [""] + section(difference, words)
    }
    let same = differences.filter { !isChanged($0) }.map { scheme.units[$0.unit].name }
    if !same.isEmpty { lines += ["", words.closing(unchanged: same, of: differences.count)] }
    return lines.map { PrintableText.clean($0) }
  }

  /// Two revisions of a period may differ in its own score alone.
  private func isChanged(_ difference: UnitDifference) -> Bool {
    difference.isChanged || (isOnePeriod && difference.period.isChanged)
  }

  private var isOnePeriod: Bool { before.period == after.period }

  private func section(_ difference: UnitDifference, _ words: ComparisonWords) -> [String] {
    let places = places(of: difference)
    var lines = [
      words.header(difference, places: places, isOnePeriod: isOnePeriod)
    ]
    var table = AlignedTable(columns: [.init("", .right), .init(""), .init(""), .init("")])
    for line in difference.lines {
      table.append([
        words.signed(line.points, places: places), words.subject(of: line),
        words.state(of: line), words.sources(of: line),
      ])
    }
    lines += table.lines().map { "  " + $0 }
    if difference.lines.isEmpty, difference.isChanged { lines.append("  " + words.othersOnly) }
    return lines
  }

  /// As many as the page has, or as the totals and lines need.
  private func places(of difference: UnitDifference) -> Int {
    let numbers =
      [difference.cumulative.before.total, difference.cumulative.after.total]
      + difference.lines.map(\.points)
    return (scheme.display...max(scheme.display, 6))
      .first { places in numbers.allSatisfy { $0.rounded(to: places) == $0 } } ?? 6
  }
}
