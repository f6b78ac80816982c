package import TongbaoModel

/// The highest printed number that each unit can reach, for grades to be held against.
///
/// Source: scoring.md §6.
///
/// Exact: a grade that asks for just this is within reach. What is missing is excluded wherever that
/// raises the total, as it may be when the sheets come in.
package struct BestTotals {
  private let scheme: Scheme
  /// The most points, by indicator and unit; nil where there is no limit.
  private let points: [[Decimal6?]]
  private let bonus: Decimal6?

  /// What can be reached under `scheme`.
  ///
  /// O(units × indicators).
  package init(_ scheme: Scheme) {
    self.scheme = scheme
    points = scheme.indicators.map { scheme.bestPoints(of: $0) }
    bonus = scheme.bonuses.most
  }

  /// The highest printed total of a unit, or its percentage under `rankBy: rate`; nil where there is
  /// no limit, or none that numbers can hold.
  package func printed(of unit: Ordinal<Unit>) -> Decimal6? { best(of: unit)?.number }

  /// The best that a unit can reach.
  struct Best {
    /// The printed number.
    let number: Decimal6
    /// Indicators without measure: with what they give at best the others would be worth less.
    let excluded: [Ordinal<Indicator>]
  }

  /// The best that a unit can reach; nil where there is no limit, or none that numbers can hold.
  func best(of unit: Ordinal<Unit>) -> Best? {
    guard let parts = parts(of: unit) else { return nil }
    let full = parts.reduce(Int128(0)) { $0 + Int128($1.full.millionths) }
    guard let (rate, excluded) = try? BestTotals.highestRate(parts) else { return nil }
    let number: Decimal6? =
      switch scheme.rankBy {
      case .rate: try? Ratio(rate.rounded()).multiplied(by: Ratio(100)).rounded()
      case .total: bonus.flatMap { try? total(full, rate, scheme.units[unit], $0) }
      }
    return number.map { Best(number: $0.rounded(to: scheme.display), excluded: excluded) }
  }

  private func total(
    _ full: Int128,
    _ rate: Ratio,
    _ unit: Unit,
    _ bonus: Decimal6
  ) throws(ArithmeticOverflow) -> Decimal6 {
    let scaled = try Ratio(full, 1_000_000).multiplied(by: rate)
    let counted = try scaled.multiplied(by: Ratio(unit.coefficient)).rounded()
    return try counted.adding(bonus)
  }

  /// One indicator of a unit at its best.
  fileprivate struct Part {
    let indicator: Ordinal<Indicator>
    let full: Decimal6
    let best: Decimal6
    let isExcludable: Bool
  }

  /// The indicators of a unit; nil where one has no limit.
  private func parts(of unit: Ordinal<Unit>) -> [Part]? {
    var parts: [Part] = []
    for ordinal in scheme.indicators.ordinals {
      let indicator = scheme.indicators[ordinal]
      guard indicator.applies(to: unit) else { continue }
      guard let best = points[ordinal.index][unit.index] else { return nil }
      parts.append(
        Part(
          indicator: ordinal,
          full: indicator.points[unit.index],
          best: best,
          isExcludable: indicator.isExcludable
        )
      )
    }
    return parts
  }

  /// The highest share of the points that count, where each part that may be excluded is so only if
  /// it would lower the share; and those that are.
  private static func highestRate(
    _ parts: [Part]
  ) throws(ArithmeticOverflow) -> (rate: Ratio, excluded: [Ordinal<Indicator>]) {
    var (best, full) = (Int128(0), Int128(0))
    for part in parts where !part.isExcludable {
      best += Int128(part.best.millionths)
      full += Int128(part.full.millionths)
    }
    var excludable = parts.filter(\.isExcludable).sorted { $0.isRicher(than: $1) }[...]
    while let part = excludable.first {
      if full > 0 {
        let own = try Ratio(Int128(part.best.millionths), Int128(part.full.millionths))
        if try own.isLess(than: Ratio(best, full)) { break }
      }
      best += Int128(part.best.millionths)
      full += Int128(part.full.millionths)
      excludable.removeFirst()
    }
    return (full > 0 ? try Ratio(best, full) : .zero, excludable.map(\.indicator).sorted())
  }
}

extension BestTotals.Part {
  /// Whether a larger share of the points can be had.
  fileprivate func isRicher(than other: BestTotals.Part) -> Bool {
    Int128(best.millionths) * Int128(other.full.millionths)
      > Int128(other.best.millionths) * Int128(full.millionths)
  }
}

extension Scheme {
  /// How many units an indicator compares with a unit, itself included.
  func countCompared(_ indicator: Indicator) -> (Ordinal<Unit>) -> Int {
    let applicable = units.ordinals.filter(indicator.applies)
    guard indicator.scope == .category else { return { _ in applicable.count } }
    let counts = applicable.reduce(into: [Ordinal<Category>: Int]()) {
      $0[units[$1].category, default: 0] += 1
    }
    return { counts[units[$0].category] ?? 0 }
  }

  /// The most points of an indicator, by unit; nil where there is no limit.
  fileprivate func bestPoints(of indicator: Indicator) -> [Decimal6?] {
    let compared = countCompared(indicator)
    let own = units.ordinals.map { unit in
      indicator.best(of: indicator.points[unit.index], among: compared(unit))
    }
    var most: [Ordinal<Category>: Decimal6?] = [:]
    for unit in units.ordinals where indicator.applies(to: unit) {
      let category = units[unit].category
      let before = most[category, default: Decimal6.zero]
      most[category] = .some(before.flatMap { before in own[unit.index].map { max(before, $0) } })
    }
    return units.ordinals.map { unit in
      indicator.best(of: indicator.points[unit.index], among: compared(unit)) {
        most[units[unit].category] ?? .zero
      }
    }
  }
}

extension ItemGroup {
  /// The most that the items count together; nil where there is no limit.
  ///
  /// Points of an item are no limit: a row may bring its own.
  fileprivate var most: Decimal6? {
    var sum = Decimal6.zero
    for item in items {
      guard let itemCap = item.cap, let next = try? sum.adding(itemCap) else { return cap }
      sum = next
    }
    return cap.map { min($0, sum) } ?? sum
  }
}
