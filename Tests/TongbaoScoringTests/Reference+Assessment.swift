import TongbaoModel

/// Ranks, grades, warnings and the whole, again.
extension Reference {
  struct Side {
    var range: DateRange?
    var folding: Bool
    var printed: [Fraction] = []
    var ranked: [Bool] = []
  }

  func side(_ range: DateRange?, folding: Bool) -> Side {
    var side = Side(range: range, folding: folding)
    for u in scheme.units.ordinals {
      let result = total(u, range, folding, .actual)
      let printed =
        scheme.rankBy == .total
        ? result.total.rounded(scheme.display)
        : ((result.rate ?? Fraction(0)) * Fraction(100)).rounded(scheme.display)
      side.printed.append(printed)
      side.ranked.append(
        scheme.units[u].isRanked
          && !vetoes(u, range).contains { scheme.vetoes[$0].removesRank }
      )
    }
    return side
  }

  func rank(_ u: Ordinal<Unit>, _ side: Side, overall: Bool) -> Int? {
    guard side.ranked[u.index] else { return nil }
    return 1
      + scheme.units.indices
      .filter {
        (overall || scheme.units[$0].category == scheme.units[u].category) && side.ranked[$0]
          && side.printed[$0] > side.printed[u.index]
      }
      .count
  }

  func grade(_ u: Ordinal<Unit>, _ side: Side) -> Ordinal<Grade>? {
    let rank = rank(u, side, overall: false)
    let ranked = scheme.units.indices
      .filter {
        side.ranked[$0] && scheme.units[$0].category == scheme.units[u].category
      }
      .count
    var result: Int?
    for (index, grade) in scheme.grades.enumerated() where result == nil {
      if let least = grade.atLeast, side.printed[u.index] < Fraction(least) { continue }
      switch grade.quota {
      case nil: result = index
      case .count(let count): if let rank, rank <= count { result = index }
      case .share(let share):
        let places = (Fraction(share) * Fraction(Int128(ranked))).rounded(0)
        if let rank, rank <= max(1, Int(places.n)) { result = index }
      }
    }
    guard var index = result else { return nil }
    for veto in vetoes(u, side.range) {
      if let cap = scheme.vetoes[veto].capGrade { index = max(index, cap.index) }
    }
    return Ordinal(index: index)
  }

  func sorted(_ cases: [Int]) -> [Int] {
    cases.sorted {
      let (l, r) = (records.inspections[$0], records.inspections[$1])
      if l.date != r.date { return l.date < r.date }
      let (a, b) = (Array(l.record.utf8), Array(r.record.utf8))
      if a != b { return a.lexicographicallyPrecedes(b) }
      return l.place < r.place
    }
  }

  func score(_ u: Ordinal<Unit>, _ side: Side, _ order: [Int: Int]) -> Score {
    let now = total(u, side.range, side.folding, .actual)
    let own = scheme.indicators.ordinals.filter { applies(u, $0) }
    return Score(
      total: now.total.decimal,
      best: total(u, side.range, side.folding, .best).total.decimal,
      worst: total(u, side.range, side.folding, .worst).total.decimal,
      full: now.full.decimal,
      applicable: now.applicable.decimal,
      base: now.base.decimal,
      rate: now.rate?.decimal,
      bonus: capped(scheme.bonuses, u, side.range, isBonus: true).decimal,
      penalty: capped(scheme.penalties, u, side.range, isBonus: false).decimal,
      coefficient: scheme.units[u].coefficient,
      rank: rank(u, side, overall: false),
      overallRank: rank(u, side, overall: true),
      grade: grade(u, side),
      vetoes: scheme.vetoes.ordinals.filter(vetoes(u, side.range).contains),
      indicators: own.map { i in
        var isMissing = scored(u, i, side.range, side.folding, .actual) == nil
        let isFolded = side.folding && scheme.indicators[i].fold != nil
        if case .findings = scheme.indicators[i].method, !isFolded { isMissing = false }
        return IndicatorScore(
          indicator: i,
          full: scheme.indicators[i].points[u.index],
          score: score(u, i, side.range, side.folding, .actual)?.decimal,
          measure: measure(u, i, side.range)?.x.decimal,
          isMissing: isMissing,
          dynamic: side.folding ? dynamic(u, i, side.range) : nil,
          cases: Positions(sorted(cases(u, i, side.range)).compactMap { order[$0] })
        )
      }
    )
  }

  func assessment(_ period: Period) -> Assessment? {
    let whole = period.kind == .year ? scheme.window : period.days
    guard let days = whole.intersection(scheme.window) else { return nil }
    let all = DateRange(from: scheme.window.from, to: min(d, scheme.window.to))
    let own = DateRange(from: days.from, to: min(d, days.to))
    let mine = side(own, folding: false)
    let cumulative = side(all, folding: true)
    let found = sorted(
      scheme.units.ordinals.flatMap { u in
        scheme.indicators.ordinals.flatMap { cases(u, $0, all) }
      }
    )
    var order: [Int: Int] = [:]
    for (position, index) in found.enumerated() { order[index] = position }
    let drops = drops(period, cumulative)
    let units = scheme.units.ordinals.map { u in
      UnitAssessment(
        unit: u,
        warning: warning(u, all, drops[u.index]),
        period: score(u, mine, order),
        cumulative: score(u, cumulative, order)
      )
    }
    return Assessment(
      period: period,
      days: days,
      asOf: d,
      units: units,
      cases: CaseList(found.map(makeCase))
    )
  }

  func makeCase(_ i: Int) -> Case {
    let row = records.inspections[i]
    // “its points count (`counted`) only where the method is `findings`”
    var deducts = false
    if case .findings = scheme.indicators[row.indicator].method { deducts = true }
    return Case(
      inspection: i,
      state: state(i),
      points: points(row).decimal,
      counted: deducts ? counted(i, .actual).decimal : .zero,
      best: deducts ? counted(i, .best).decimal : .zero,
      worst: deducts ? counted(i, .worst).decimal : .zero,
      due: due(row),
      isProvisional: false,
      handling: handling(i),
      isContested: appeal(.inspection(i)) == .pending || disagrees(.inspection(i)),
      reasons: [],
      rectification: nil,
      verification: nil,
      appeal: nil,
      recheck: nil,
      gate: nil
    )
  }

  func drops(_ period: Period, _ now: Side) -> [Int?] {
    let last = period.previous.days.to
    if period.kind == .year || last < scheme.window.from {
      return scheme.units.map { _ in nil }
    }
    let then = Reference(records: records, scheme: scheme, d: min(d, last))
    let before = then.side(
      DateRange(from: scheme.window.from, to: min(min(d, last), scheme.window.to)),
      folding: true
    )
    return scheme.units.ordinals.map { u in
      guard let a = rank(u, now, overall: false), let b = then.rank(u, before, overall: false)
      else { return nil }
      return a - b
    }
  }

  func warning(_ u: Ordinal<Unit>, _ r: DateRange?, _ drop: Int?) -> WarningColour? {
    let states = scheme.indicators.ordinals.flatMap { cases(u, $0, r) }.map(state)
    let rate = total(u, r, true, .actual).rate
    func holds(_ c: WarningRules.Conditions?) -> Bool {
      guard let c else { return false }
      if let below = c.rateBelow, let rate, rate < Fraction(below) { return true }
      if let open = c.open, states.filter({ $0 == .open }).count >= open { return true }
      if let late = c.overdue, states.filter({ $0 == .overdue }).count >= late { return true }
      if let lost = c.rankDrop, let drop, drop >= lost { return true }
      return false
    }
    return holds(scheme.warnings.red) ? .red : holds(scheme.warnings.yellow) ? .yellow : nil
  }
}
