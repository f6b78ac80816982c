import TongbaoModel

extension Standing {
  /// Replaces scores by the mean of the scores of the parts whose measure is not missing.
  func replaceByMeans(
    _ results: inout [IndicatorResult?],
    _ indicator: Ordinal<Indicator>,
    _ parts: [Survey]
  ) throws(ScoringFailure) {
    var scores: [[Outlook<Decimal6?>]] = Array(repeating: [], count: results.count)
    for part in parts {
      for (unit, result) in part.results.enumerated() {
        if let result, !result.isMissing { scores[unit].append(result.score) }
      }
    }
    for unit in scheme.units.ordinals where results[unit.index] != nil {
      do {
        results[unit.index]?.isMissing = scores[unit.index].isEmpty
        results[unit.index]?.score = try Standing.mean(scores[unit.index])
      } catch {
        throw .overflow(.init(unit: unit, indicator: indicator))
      }
    }
  }

  /// Gives units without a measure what the indicator's policy says.
  func fillMissing(
    _ results: inout [IndicatorResult?],
    _ indicator: Ordinal<Indicator>
  ) throws(ScoringFailure) {
    let means: [Outlook<Decimal6?>]
    let policy = scheme.indicators[indicator].missing
    switch policy {
    case .exclude: return
    case .zero, .full: means = []
    case .groupMean: means = try groupMeans(results, indicator)
    }
    for unit in scheme.units.ordinals {
      guard let result = results[unit.index], result.isMissing else { continue }
      switch policy {
      case .exclude: break
      case .zero: results[unit.index]?.score = Outlook(.zero)
      case .full: results[unit.index]?.score = Outlook(result.full)
      case .groupMean:
        results[unit.index]?.score = means[scheme.units[unit].category.index]
      }
    }
  }

  /// The mean score of the units that have a measure, by category; nil where none has.
  private func groupMeans(
    _ results: [IndicatorResult?],
    _ indicator: Ordinal<Indicator>
  ) throws(ScoringFailure) -> [Outlook<Decimal6?>] {
    var scores: [[Outlook<Decimal6?>]] = Array(repeating: [], count: scheme.categories.count)
    var first: [Ordinal<Unit>?] = Array(repeating: nil, count: scheme.categories.count)
    for unit in scheme.units.ordinals {
      guard let result = results[unit.index], !result.isMissing else { continue }
      let category = scheme.units[unit].category.index
      scores[category].append(result.score)
      first[category] = first[category] ?? unit
    }
    var means: [Outlook<Decimal6?>] = []
    for (category, scores) in scores.enumerated() {
      do {
        means.append(try Standing.mean(scores))
      } catch {
        throw .overflow(.init(unit: first[category] ?? Ordinal(0), indicator: indicator))
      }
    }
    return means
  }

  private static func mean(
    _ scores: [Outlook<Decimal6?>]
  ) throws(ArithmeticOverflow) -> Outlook<Decimal6?> {
    Outlook(
      actual: try .mean(scores.compactMap(\.actual)),
      best: try .mean(scores.compactMap(\.best)),
      worst: try .mean(scores.compactMap(\.worst))
    )
  }
}
