import TongbaoModel

/// What a comparison says, in one language.
struct ComparisonWords {
  let scheme: Scheme
  let language: Language

  /// Rows that are named one by one.
  private static let namedSources = 3

  /// What is compared with what.
  func heading(_ before: Comparison.Side, _ after: Comparison.Side) -> String {
    let title = Bilingual("模拟得分对比", "Simulated scores")[language]
    let isPlain = before.revision == nil && after.revision == nil
    let sides = [before, after].map { isPlain ? "\($0.period)" : named($0) }
    let days = [before, after].map { Bilingual("（截至\($0.asOf)）", " (as of \($0.asOf))")[language] }
    return "\(title)  \(sides[0])\(days[0]) → \(sides[1])\(days[1])"
  }

  private func named(_ side: Comparison.Side) -> String {
    let what =
      side.revision.map { Bilingual("第\($0)版", "revision \($0)")[language] }
      ?? Bilingual("现有各表", "as the sheets stand")[language]
    return "\(side.period) \(what)"
  }

  /// `盐官镇  总分 12.00 → 10.50（−1.50）  名次 2 → 3`; of two revisions of a period with its own score.
  func header(_ difference: UnitDifference, places: Int, isOnePeriod: Bool) -> String {
    let (first, last) = (difference.cumulative.before, difference.cumulative.after)
    var parts = [name(difference.unit)]
    let totals = [first, last].map { $0.total.formatted(places: places) }
    if first.total == last.total {
      parts.append(Bilingual("总分 \(totals[1])（未变）", "total \(totals[1]) (unchanged)")[language])
    } else {
      let gain = (try? difference.gain).map { signed($0, places: places) } ?? ""
      parts.append(
        Bilingual(
          "总分 \(totals[0]) → \(totals[1])（\(gain)）",
          "total \(totals[0]) → \(totals[1]) (\(gain))"
        )[language]
      )
    }
    let rank = change(first.rank.map(String.init) ?? "—", last.rank.map(String.init) ?? "—")
    parts.append(Bilingual("名次 \(rank)", "rank \(rank)")[language])
    if first.grade != last.grade {
      let grade = change(first.grade ?? "—", last.grade ?? "—")
      parts.append(Bilingual("等次 \(grade)", "grade \(grade)")[language])
    }
    if isOnePeriod, difference.period.isChanged { parts += ownParts(difference.period) }
    return parts.joined(separator: "  ")
  }

  /// The period's own score, and of its rank and grade what changed.
  private func ownParts(_ period: UnitDifference.Change<UnitDifference.Standing>) -> [String] {
    let (first, last) = (period.before, period.after)
    let totals = [first, last].map { $0.total.formatted(places: scheme.display) }
    let total = change(totals[0], totals[1])
    var parts = [Bilingual("本期得分 \(total)", "score of the period \(total)")[language]]
    if first.rank != last.rank {
      let rank = change(first.rank.map(String.init) ?? "—", last.rank.map(String.init) ?? "—")
      parts.append(Bilingual("本期名次 \(rank)", "rank of the period \(rank)")[language])
    }
    if first.grade != last.grade {
      let grade = change(first.grade ?? "—", last.grade ?? "—")
      parts.append(Bilingual("本期等次 \(grade)", "grade of the period \(grade)")[language])
    }
    return parts
  }

  private func change(_ first: String, _ last: String) -> String {
    first == last ? last : "\(first) → \(last)"
  }

  /// Of a unit that moved with others.
  var othersOnly: String {
    Bilingual(
      "本单位没有变动，名次、等次因其他单位得分变化而变",
      "nothing of its own changed: its rank or grade moved with the scores of others"
    )[language]
  }

  /// The units that did not change.
  func closing(unchanged names: [String], of count: Int) -> String {
    if names.count == count, count > 1 {
      return Bilingual("各单位总分、名次均无变动。", "No total and no rank changed.")[language]
    }
    return Bilingual(
      "总分、名次无变动：\(names.joined(separator: "、"))。",
      "Total and rank unchanged: \(names.joined(separator: ", "))."
    )[language]
  }

  /// `+1.00`, `−0.25`, `0.00`.
  func signed(_ number: Decimal6, places: Int) -> String {
    let text = number.formatted(places: places)
    if number.isNegative { return "−" + text.drop { $0 == "-" } }
    return number.isPositive ? "+" + text : text
  }

  /// Where the rows stand, piece by piece, for a row's place should not be torn apart; of many the first and how
  /// many more.
  func sources(of line: UnitDifference.Line) -> [String] {
    let (gone, come) = (list(line.sources.before), list(line.sources.after))
    if gone.isEmpty || gone == come { return come }
    return come.isEmpty ? gone : gone + [" → " + come[0]] + come.dropFirst()
  }

  private func list(_ all: [String]) -> [String] {
    // A row may bring a finding and its follow-up.
    var seen: Set<String> = []
    let sources = all.filter { seen.insert($0).inserted }
    var named = Array(sources.prefix(ComparisonWords.namedSources))
    for index in named.indices.dropLast() { named[index] += Bilingual("、", ", ")[language] }
    let rest = sources.count - ComparisonWords.namedSources
    if rest > 0 {
      named.append(Bilingual(" 等 \(sources.count) 行", " and \(rest) more")[language])
    }
    return named
  }
}
