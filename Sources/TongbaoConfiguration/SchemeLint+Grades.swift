import TongbaoModel

// Grades that are never given, and totals without grade.
extension SchemeLint {
  /// Grades that no unit can be given; not those behind a grade without quota, which are told of on
  /// reading.
  static func gradesOutOfReach(_ scheme: Scheme) -> [LintFinding] {
    let best = BestTotals(scheme)
    let reaches = scheme.units.ordinals.map { Reach(unit: $0, best: best.best(of: $0)) }
    var isReached = false
    return scheme.grades.enumerated()
      .compactMap { index, grade in
        let why = whyOutOfReach(grade, reaches, in: scheme)
        // From a better grade a veto may put a unit down here.
        let isCappedTo = isReached && scheme.caps(at: index)
        isReached = isReached || why == nil
        guard let why, !isCappedTo, !scheme.isBehindOpenGrade(index) else { return nil }
        return LintFinding(
          .schemeGradeUnreachable,
          at: "grades[\(index)].\(why.key)",
          ["grade": .text(grade.name), "why": why.fact]
        )
      }
  }

  /// The highest printed number of a unit; nil where there is no limit.
  private struct Reach {
    let unit: Ordinal<Unit>
    let best: BestTotals.Best?
  }

  /// Which key keeps everybody from the grade, and why; nil where somebody can have it.
  private static func whyOutOfReach(
    _ grade: Grade,
    _ reaches: [Reach],
    in scheme: Scheme
  ) -> (key: String, fact: Fact)? {
    if grade.quota == .count(0) { return ("quota", .noPlaces) }
    let candidates = reaches.filter { grade.quota == nil || scheme.units[$0.unit].isRanked }
    guard let first = candidates.first else { return ("quota", .nobodyRanked) }
    guard let least = grade.atLeast else { return nil }
    var top = first
    for reach in candidates {
      guard let best = reach.best, best.number < least else { return nil }
      if best.number > top.best?.number ?? .zero { top = reach }
    }
    return top.best.map { best in
      ("atLeast", .beyond(least, best, of: scheme.units[top.unit].name, in: scheme))
    }
  }

  /// Grades that a unit only gets where it gets an earlier one with a quota instead.
  static func hiddenGrades(_ scheme: Scheme) -> [LintFinding] {
    scheme.grades.enumerated()
      .compactMap { index, grade in
        guard !scheme.isBehindOpenGrade(index), !scheme.caps(at: index), grade.quota != .count(0),
          let before = scheme.grades[..<index].first(where: { $0.takesAll(of: grade) })
        else { return nil }
        let key = grade.atLeast == nil ? "" : ".atLeast"
        return LintFinding(
          .schemeGradeOutOfReach,
          at: "grades[\(index)]\(key)",
          ["before": .text(before.name)]
        )
      }
  }

  /// Totals so low that no grade is open to them; not where one with a quota may be.
  static func noGradeBelow(_ scheme: Scheme) -> [LintFinding] {
    let open = scheme.grades.indices.filter { scheme.grades[$0].quota == nil }
    guard let unit = scheme.units.first,
      let lowest = open.min(by: { scheme.grades[$0].lowest < scheme.grades[$1].lowest }),
      let below = scheme.printedBelow(scheme.grades[lowest].lowest),
      scheme.grades.allSatisfy({ $0.quota == .count(0) || $0.lowest > below })
    else { return [] }
    return [
      LintFinding(
        .schemeNoGradeBelow,
        at: "grades[\(lowest)].atLeast",
        [
          "grade": .text(scheme.grades[lowest].name), "unit": .text(unit.name),
          "below": .number(below, by: scheme.rankBy),
          "least": .number(scheme.grades[lowest].lowest, by: scheme.rankBy),
        ]
      )
    ]
  }
}

extension Grade {
  /// The least that it asks for; no total is below 0.
  fileprivate var lowest: Decimal6 { atLeast ?? .zero }

  /// Whether whoever fits `later` fits this grade too, which has a quota.
  fileprivate func takesAll(of later: Grade) -> Bool {
    guard lowest <= later.lowest else { return false }
    return switch (quota, later.quota) {
    case (.count(let places), .count(let few)): places >= few
    case (.share(let share), .share(let little)): share >= little
    default: false
    }
  }
}

extension Scheme {
  /// Whether a veto puts units down to the grade.
  fileprivate func caps(at index: Int) -> Bool {
    vetoes.contains { $0.capGrade?.index == index }
  }

  /// Whether an earlier grade without quota asks for no more.
  fileprivate func isBehindOpenGrade(_ index: Int) -> Bool {
    grades[..<index].contains { $0.quota == nil && $0.lowest <= grades[index].lowest }
  }

  /// The highest printed number below `least`; nil where there is none.
  fileprivate func printedBelow(_ least: Decimal6) -> Decimal6? {
    var unit: Int64 = 1
    for _ in display..<6 { unit *= 10 }
    // The next lower multiple of what can be printed.
    let below = (least.millionths - 1) / unit * unit
    return least.isPositive ? Decimal6(millionths: below) : nil
  }
}
