import TongbaoFormats
package import TongbaoModel

extension Comparison {
  /// The comparison for a person: for every unit that changed its totals and ranks, then what caused it,
  /// line by line; the units that did not change are named at the end.
  ///
  /// The numbers of a unit have as many decimals as it takes to see that its lines add up.
  package func text(in language: Language) -> [String] {
    let words = ComparisonWords(scheme: scheme, language: language)
    var lines = TerminalLines.wrapped([words.heading(before, after)])
    for difference in differences where isChanged(difference) {
      lines += [""] + section(difference, words)
    }
    let same = differences.filter { !isChanged($0) }.map { words.name($0.unit) }
    if !same.isEmpty {
      lines += [""]
      lines += TerminalLines.wrapped([words.closing(unchanged: same, of: differences.count)])
    }
    let others =
      renamed.map(words.renamed)
      + lone.before.map { words.lone($0, isFormer: true) }
      + lone.after.map { words.lone($0, isFormer: false) }
    if !others.isEmpty { lines += [""] + TerminalLines.wrapped(others, hangingIndent: "  ") }
    return lines
  }

  /// Two revisions of a period may differ in its own score alone.
  private func isChanged(_ difference: UnitDifference) -> Bool {
    difference.isChanged || (isOnePeriod && difference.period.isChanged)
  }

  private var isOnePeriod: Bool { before.period == after.period }

  private func section(_ difference: UnitDifference, _ words: ComparisonWords) -> [String] {
    let places = places(of: difference)
    var lines = TerminalLines.wrapped(
      [words.header(difference, places: places, isOnePeriod: isOnePeriod)],
      hangingIndent: "  "
    )
    lines += causes(difference, places, words).map { "  " + $0 }
    if difference.lines.isEmpty, difference.isChanged {
      lines += TerminalLines.wrapped(["  " + words.othersOnly], hangingIndent: "  ")
    }
    return lines
  }

  /// The lines of the causes: points, then what it is and how it changed, below it the rows.
  private func causes(
    _ difference: UnitDifference,
    _ places: Int,
    _ words: ComparisonWords
  ) -> [String] {
    let points = difference.lines.map { words.signed($0.points, places: places) }
    let width = points.map(TextWidth.columns(of:)).max() ?? 0
    let room = TerminalLines.width - 2 - width - 2
    let texts = difference.lines.map { line in
      (PrintableText.clean(words.subject(of: line)), PrintableText.clean(words.state(of: line)))
    }
    let widest = texts.map { TextWidth.columns(of: $0.0) }.max() ?? 0
    var table = AlignedTable(columns: [.init("", .right), .init("")])
    for (index, line) in difference.lines.enumerated() {
      let (subject, state) = texts[index]
      // Changes stand below each other as long as there is room, and then below their subjects.
      let left = min(widest, room - 2 - TextWidth.columns(of: state))
      let isWide = TextWidth.columns(of: subject) > left
      let sources = filled(words.sources(of: line).map { PrintableText.clean($0) }, within: room)
      table.append([
        points[index],
        (isWide
          ? subject + "\n" + state
          : TextWidth.pad(subject, to: left, .left) + "  " + state)
          + sources.map { "\n" + $0 }.joined(),
      ])
    }
    return table.lines(width: TerminalLines.width - 2)
  }

  /// As few lines as hold the pieces, none of them torn.
  private func filled(_ pieces: [String], within room: Int) -> [String] {
    var lines: [String] = []
    for piece in pieces {
      if let last = lines.last, TextWidth.columns(of: last + piece) <= room {
        lines[lines.count - 1] = last + piece
      } else {
        lines.append(String(piece.drop { $0 == " " }))
      }
    }
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
