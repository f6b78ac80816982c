import TongbaoModel

/// §5 and §6 of the page, again.
extension Reference {
  func applies(_ u: Ordinal<Unit>, _ i: Ordinal<Indicator>) -> Bool {
    scheme.indicators[i].points[u.index] > .zero
  }

  func cases(_ u: Ordinal<Unit>, _ i: Ordinal<Indicator>, _ r: DateRange?) -> [Int] {
    records.inspections.indices.filter {
      let row = records.inspections[$0]
      return row.unit == u && row.indicator == i && isFinding(row) && row.date <= d
        && (r?.contains(row.date) ?? false)
    }
  }

  func others(_ u: Ordinal<Unit>, _ i: Ordinal<Indicator>, _ r: DateRange?) -> [Fraction] {
    scheme.units.ordinals
      .filter { other in
        scheme.indicators[i].scope == .all
          || scheme.units[other].category == scheme.units[u].category
      }
      .filter { applies($0, i) }.compactMap { measure($0, i, r)?.x }
  }

  /// S over a plain range; nil where missing.
  func plain(
    _ u: Ordinal<Unit>,
    _ i: Ordinal<Indicator>,
    _ r: DateRange?,
    _ a: Assumption
  ) -> Fraction? {
    let indicator = scheme.indicators[i]
    let b = Fraction(indicator.points[u.index])
    let zero = Fraction(0)
    if case .findings(let cap) = indicator.method {
      var sum = Fraction.sum(cases(u, i, r).map { counted($0, a) })
      if let cap { sum = min(Fraction(cap), sum) }
      return max(zero, b - sum).rounded()
    }
    guard let (x, value, target) = measure(u, i, r) else { return nil }
    let all = others(u, i, r)
    let better = all.filter { indicator.direction == .higher ? $0 > x : $0 < x }
    let best = (indicator.direction == .higher ? all.max() : all.min()) ?? x
    let worst = (indicator.direction == .higher ? all.min() : all.max()) ?? x
    switch indicator.method {
    case .findings: return nil
    case .completion(let maxRatio):
      return max(zero, b * min(value / (target ?? zero), Fraction(maxRatio))).rounded()
    case .threshold(let t): return threshold(t, b, x, target ?? zero, a)
    case .best:
      if x <= zero || best <= zero { return zero }
      return (indicator.direction == .higher ? b * x / best : b * best / x).rounded()
    case .rank(let steps):
      let r = Int128(better.count + 1)
      switch steps {
      case .percentStep(let s):
        return max(zero, b * (Fraction(1) - Fraction(s) * Fraction(r - 1))).rounded()
      case .pointStep(let s): return max(zero, b - Fraction(s) * Fraction(r - 1)).rounded()
      case .list(let list): return Fraction(list[min(Int(r), list.count) - 1])
      case .span(let high, let low):
        if all.count == 1 { return Fraction(high) }
        let step = (Fraction(high) - Fraction(low)) / Fraction(Int128(all.count - 1))
        return (Fraction(high) - step * Fraction(r - 1)).rounded()
      }
    case .efficacy(let e):
      func bound(_ bound: Indicator.Efficacy.Bound, _ sample: Fraction) -> Fraction {
        if case .fixed(let value) = bound { return Fraction(value) }
        return sample
      }
      let (good, bad) = (bound(e.satisfactory, best), bound(e.unacceptable, worst))
      if good == bad { return b }
      let base = Fraction(e.base)
      let score = b * (base + (Fraction(1) - base) * (x - bad) / (good - bad))
      return (e.isClamped ? max(zero, min(b, score)) : score).rounded()
    case .brackets(let list):
      for bracket in list where x >= Fraction(bracket.atLeast) { return Fraction(bracket.points) }
      return zero
    }
  }

  func threshold(
    _ t: Indicator.Threshold,
    _ b: Fraction,
    _ x: Fraction,
    _ target: Fraction,
    _ a: Assumption
  ) -> Fraction {
    let zero = Fraction(0)
    func steps(_ distance: Fraction, _ step: Decimal6) -> Fraction {
      let steps = distance / Fraction(step)
      return t.wholeSteps ? Fraction(steps.n / steps.d) : steps
    }
    let g = t.direction == .atLeast ? target - x : x - target
    if g > zero {
      if t.isDynamic, d < scheme.window.to, a == .best { return b }
      guard let loss = t.lossPer else { return zero }
      return max(zero, b - Fraction(loss.points) * steps(g, loss.step)).rounded()
    }
    guard let gain = t.gainPer else { return b }
    var points = Fraction(gain.points) * steps(zero - g, gain.step)
    if let cap = gain.cap { points = min(Fraction(cap), points) }
    return (b + points).rounded()
  }

  func parts(_ fold: Indicator.Fold) -> [DateRange] {
    var parts: [DateRange] = []
    for year in 2015...2019 {
      for number in 1...(fold == .months ? 12 : 4) {
        let days =
          fold == .months
          ? Period.month(year: year, month: number).days
          : Period.quarter(year: year, quarter: number).days
        guard let begun = days.intersection(scheme.window), begun.from <= d else { continue }
        parts.append(begun)
      }
    }
    return parts
  }

  /// The score before the policy on missing measures, folded where it is.
  func scored(
    _ u: Ordinal<Unit>,
    _ i: Ordinal<Indicator>,
    _ r: DateRange?,
    _ folding: Bool,
    _ a: Assumption
  ) -> Fraction? {
    guard folding, let fold = scheme.indicators[i].fold else { return plain(u, i, r, a) }
    return Fraction.mean(parts(fold).compactMap { plain(u, i, $0, a) })
  }

  func score(
    _ u: Ordinal<Unit>,
    _ i: Ordinal<Indicator>,
    _ r: DateRange?,
    _ folding: Bool,
    _ a: Assumption
  ) -> Fraction? {
    if let score = scored(u, i, r, folding, a) { return score }
    switch scheme.indicators[i].missing {
    case .exclude: return nil
    case .zero: return Fraction(0)
    case .full: return Fraction(scheme.indicators[i].points[u.index])
    case .groupMean:
      let group = scheme.units.ordinals.filter {
        scheme.units[$0].category == scheme.units[u].category && applies($0, i)
      }
      return Fraction.mean(group.compactMap { scored($0, i, r, folding, a) })
    }
  }

  func dynamic(_ u: Ordinal<Unit>, _ i: Ordinal<Indicator>, _ r: DateRange?) -> CaseState? {
    guard case .threshold(let t) = scheme.indicators[i].method, t.isDynamic,
      let (x, _, target) = measure(u, i, r), let target
    else { return nil }
    func isShort(_ x: Fraction) -> Bool { t.direction == .atLeast ? x < target : x > target }
    if isShort(x) { return d < scheme.window.to ? .open : .confirmed }
    return rows(u, i, r).dropLast().contains { isShort($0.value) } ? .restored : nil
  }

  // Events.

  func events(_ u: Ordinal<Unit>, _ r: DateRange?) -> [Int] {
    records.events.indices.filter {
      let event = records.events[$0]
      return event.unit == u && event.date <= d && (r?.contains(event.date) ?? false)
    }
  }

  func vetoes(_ u: Ordinal<Unit>, _ r: DateRange?) -> [Ordinal<Veto>] {
    events(u, r)
      .compactMap {
        guard case .veto(let veto) = records.events[$0].matter, share(.event($0)) > Fraction(0)
        else { return nil }
        return veto
      }
  }

  func capped(_ group: ItemGroup, _ u: Ordinal<Unit>, _ r: DateRange?, isBonus: Bool) -> Fraction {
    var total = Fraction(0)
    for (number, item) in group.items.enumerated() {
      let matter: Event.Matter =
        isBonus ? .bonus(Ordinal(index: number)) : .penalty(Ordinal(index: number))
      var sum = Fraction(0)
      for index in events(u, r) where records.events[index].matter == matter {
        let event = records.events[index]
        let own = event.points.map { Fraction($0) }
        let points = own ?? Fraction(item.points) * Fraction(event.count ?? .one)
        sum = sum + (points * share(.event(index))).rounded()
      }
      if let cap = item.cap { sum = min(sum, Fraction(cap)) }
      total = total + sum
    }
    return group.cap.map { min(total, Fraction($0)) } ?? total
  }

  func total(
    _ u: Ordinal<Unit>,
    _ r: DateRange?,
    _ folding: Bool,
    _ a: Assumption
  ) -> (full: Fraction, applicable: Fraction, base: Fraction, rate: Fraction?, total: Fraction) {
    var (full, applicable, base) = (Fraction(0), Fraction(0), Fraction(0))
    for i in scheme.indicators.ordinals where applies(u, i) {
      let b = Fraction(scheme.indicators[i].points[u.index])
      full = full + b
      guard let score = score(u, i, r, folding, a) else { continue }
      applicable = applicable + b
      base = base + score
    }
    let zero = Fraction(0)
    let rate = applicable == zero ? nil : (base / applicable).rounded()
    let scaled = full == applicable ? base : applicable == zero ? zero : full * base / applicable
    let deducted = Fraction.sum(vetoes(u, r).map { Fraction(scheme.vetoes[$0].deduct ?? .zero) })
    let coefficient = Fraction(scheme.units[u].coefficient)
    let total = max(
      zero,
      (scaled * coefficient).rounded() + capped(scheme.bonuses, u, r, isBonus: true)
        - capped(scheme.penalties, u, r, isBonus: false) - deducted
    )
    let isZeroed = vetoes(u, r).contains { scheme.vetoes[$0].zeroesTotal }
    return (full, applicable, base, rate, isZeroed ? zero : total)
  }
}
