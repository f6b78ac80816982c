import TongbaoModel

// Quotas and vetoes that change nothing.
extension SchemeLint {
  /// Quotas that keep nobody out of some category.
  static func idleQuotas(_ scheme: Scheme) -> [LintFinding] {
    var ranked = scheme.categories.map { _ in 0 }
    for unit in scheme.units where unit.isRanked { ranked[unit.category.index] += 1 }
    return scheme.grades.enumerated()
      .compactMap { index, grade in
        guard let quota = grade.quota,
          let smallest = ranked.indices.filter({ ranked[$0] > 0 })
            .min(by: { ranked[$0] < ranked[$1] }),
          let why = quota.whyIdle(among: ranked[smallest])
        else { return nil }
        return LintFinding(
          .schemeQuotaTooLarge,
          at: "grades[\(index)].quota",
          [
            "grade": .text(grade.name), "category": .text(scheme.categories[smallest].name),
            "ranked": .number(ranked[smallest]), "why": why,
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
  /// Why the quota keeps none of `ranked` units out; nil where it can.
  fileprivate func whyIdle(among ranked: Int) -> Fact? {
    switch self {
    case .count(let places): places > ranked ? .placesForAll(places, ranked) : nil
    case .share(let share): share >= .one ? .shareOfAll(share, ranked) : nil
    }
  }
}
