package import TongbaoModel

extension Explainer {
  /// What settling each open matter now would do to the cumulative total and rank, all else equal:
  /// findings open or overdue, by date, then record, then dynamic shortfalls in scheme order, unit by unit.
  ///
  /// Linear in the open matters but for the search of each new rank.
  package func counterfactuals() throws(ScoringFailure) -> [Counterfactual] {
    let scheme = standing.scheme
    let samples = scheme.categories.ordinals.map { category in
      Sample(
        scheme.units.indices
          .filter {
            scheme.units[$0].category == category && cumulative.ranks.category[$0] != nil
          }
          .map { cumulative.printed[$0] }
      )
    }
    var list: [Counterfactual] = []
    for unit in scheme.units.ordinals {
      let settling = Settling(
        unit: unit,
        standing: standing,
        cumulative: cumulative,
        sample: samples[scheme.units[unit].category.index]
      )
      do {
        list += try settling.findings() + settling.dynamics()
      } catch {
        throw .overflow(.init(unit: unit))
      }
    }
    return list
  }
}

/// The open matters of a unit, settled one at a time.
struct Settling {
  let unit: Ordinal<Unit>
  let standing: Standing
  let cumulative: RangeScores
  /// What is printed of the ranked units of the category.
  let sample: Sample

  /// A part of the window in which an indicator is scored, with what its findings count.
  private struct Part {
    var range: DateRange
    var counted: Decimal6
    var score: Decimal6
  }

  func findings() throws(ArithmeticOverflow) -> [Counterfactual] {
    var list: [(position: Int, value: Counterfactual)] = []
    for indicator in standing.scheme.indicators.ordinals {
      let open = standing.cases(unit, indicator, in: standing.range)
        .filter { standing.cases.isPending(at: $0) }
      guard !open.isEmpty else { continue }
      let parts = try findingParts(indicator)
      for position in open {
        list.append((position, try settle(position, indicator, parts)))
      }
    }
    return list.sorted { $0.position < $1.position }.map(\.value)
  }

  func dynamics() throws(ArithmeticOverflow) -> [Counterfactual] {
    var list: [Counterfactual] = []
    for indicator in standing.scheme.indicators.ordinals {
      guard let result = cumulative.results[indicator.index][unit.index], !result.isMissing,
        try standing.dynamicState(unit, indicator) == .open,
        let actual = result.score.actual, let best = result.score.best
      else { continue }
      list.append(
        try outcome(
          .dynamic(indicator),
          gain: best.subtracting(actual),
          hidden: .floorOrCap
        )
      )
    }
    return list
  }

  private func settle(
    _ position: Int,
    _ indicator: Ordinal<Indicator>,
    _ parts: [Part]?
  ) throws(ArithmeticOverflow) -> Counterfactual {
    let finding = standing.cases[position]
    let saved = try finding.counted.subtracting(finding.best)
    guard case .findings(let cap) = standing.scheme.indicators[indicator].method, let parts
    else { return try outcome(.finding(position), gain: .zero, hidden: .notCounted) }
    let day = standing.date(ofCase: position)
    let full = standing.scheme.indicators[indicator].points[unit.index]
    var scores: [Decimal6] = []
    for part in parts {
      let counted =
        part.range.contains(day) ? try part.counted.subtracting(saved) : part.counted
      scores.append(try Indicator.Method.findings(full, cap: cap, counted: counted))
    }
    let before = try Decimal6.mean(parts.map(\.score)) ?? .zero
    let after = try Decimal6.mean(scores) ?? .zero
    return try outcome(
      .finding(position),
      gain: after.subtracting(before),
      hidden: saved.isPositive ? .floorOrCap : .nothingRestored
    )
  }

  /// The parts of a findings indicator: the whole window, or the parts of its fold.
  private func findingParts(
    _ indicator: Ordinal<Indicator>
  ) throws(ArithmeticOverflow) -> [Part]? {
    let rule = standing.scheme.indicators[indicator]
    guard case .findings(let cap) = rule.method, let range = standing.range,
      rule.applies(to: unit)
    else { return nil }
    var parts: [Part] = []
    for range in rule.fold.map({ range.parts(by: $0) }) ?? [range] {
      let counted = try cumulative.deductions.sum(unit, indicator, in: range).actual
      let score = try Indicator.Method.findings(
        rule.points[unit.index],
        cap: cap,
        counted: counted
      )
      parts.append(Part(range: range, counted: counted, score: score))
    }
    return parts
  }

  /// The total and rank that `gain` points of base would bring.
  private func outcome(
    _ subject: Counterfactual.Subject,
    gain: Decimal6,
    hidden: Counterfactual.Obstacle
  ) throws(ArithmeticOverflow) -> Counterfactual {
    let (totals, events) = (cumulative.totals[unit.index], cumulative.events[unit.index])
    let base = try totals.base.actual.adding(gain)
    let total = try totals.total(of: base, events, standing.scheme.units[unit])
    let returned = try total.subtracting(totals.total.actual)
    return Counterfactual(
      unit: unit,
      subject: subject,
      returned: returned,
      total: total,
      rank: try rank(total: total, base: base, totals),
      obstacle: returned == .zero ? hidden : nil
    )
  }

  private func rank(
    total: Decimal6,
    base: Decimal6,
    _ totals: Totals
  ) throws(ArithmeticOverflow) -> Int? {
    guard cumulative.ranks.category[unit.index] != nil else { return nil }
    let scheme = standing.scheme
    let rate = try totals.rate(of: base)
    let printed = try Printed.number(total: total, rate: rate, under: scheme)
    // The unit itself stands in the sample with its present number.
    let own = cumulative.printed[unit.index] > printed ? 1 : 0
    return sample.rank(of: printed, .higher) - own
  }
}
