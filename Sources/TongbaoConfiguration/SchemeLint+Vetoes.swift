import TongbaoModel

// Quotas and vetoes that change nothing.
extension SchemeLint {
  /// Quotas that keep nobody out of some category.
  static func idleQuotas(_ scheme: Scheme) -> [LintFinding] {
    let ranked = scheme.countsOfRanked
    return scheme.grades.enumerated()
      .compactMap { index, grade in
        guard let quota = grade.quota,
          let smallest = ranked.indices.filter({ quota.isIdle(among: ranked[$0]) })
            .min(by: { ranked[$0] < ranked[$1] })
        else { return nil }
        return LintFinding(
          .schemeQuotaTooLarge,
          at: "grades[\(index)].quota",
          [
            "grade": .text(grade.name), "category": .text(scheme.categories[smallest].name),
            "why": quota.whyIdle(among: ranked[smallest]),
          ]
        )
      }
  }

  /// Vetoes that change nothing when they happen.
  static func idleVetoes(_ scheme: Scheme) -> [LintFinding] {
    let isAnybodyRanked = scheme.units.contains(where: \.isRanked)
    return scheme.vetoes.enumerated()
      .compactMap { index, veto in
        let takesRank = veto.removesRank && isAnybodyRanked
        let capsGrade = veto.capGrade.map { $0.index > 0 } ?? false
        let deducts = veto.deduct?.isPositive ?? false
        guard !veto.zeroesTotal, !takesRank, !capsGrade, !deducts else { return nil }
        return LintFinding(
          .schemeIdleVeto,
          at: "vetoes[\(index)].effect",
          ["veto": .text(veto.name), "why": whyIdle(veto, in: scheme)]
        )
      }
  }

  private static func whyIdle(_ veto: Veto, in scheme: Scheme) -> Fact {
    let unit = scheme.units.first?.name ?? ""
    var reasons: [Bilingual] = []
    if let grade = veto.capGrade { reasons.append(.capsNothing(scheme.grades[grade].name, unit)) }
    if veto.deduct != nil { reasons.append(.deductsNothing(unit)) }
    if veto.removesRank { reasons.append(.ranksNobody) }
    return .reasons(reasons.isEmpty ? [.setToFalse] : reasons)
  }
}

extension Quota {
  /// Whether the quota keeps none of `ranked` units out.
  ///
  /// Of a single unit any quota has to have its one place: only one that is meant for more is idle.
  fileprivate func isIdle(among ranked: Int) -> Bool {
    guard ranked > 0, places(among: ranked) >= ranked else { return false }
    return switch self {
    case .count(let places): ranked > 1 || places > 1
    case .share(let share): ranked > 1 || share >= .one
    }
  }

  fileprivate func whyIdle(among ranked: Int) -> Fact {
    switch self {
    case .count(let places): .placesForAll(places, ranked)
    case .share(let share): .shareOfAll(share, places(among: ranked), ranked)
    }
  }
}

extension Scheme {
  /// How many units take part in the ranking, by category.
  var countsOfRanked: [Int] {
    units.filter(\.isRanked)
      .reduce(into: categories.map { _ in 0 }) { $0[$1.category.index] += 1 }
  }
}
