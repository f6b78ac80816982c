import TongbaoModel

/// The numbers that ranks and grades compare: as a reader sees them on the page.
enum Printed {
  /// The printed total, or the printed percentage of the rate; no rate counts as 0.
  static func number(
    total: Decimal6,
    rate: Decimal6?,
    under scheme: Scheme
  ) throws(ArithmeticOverflow) -> Decimal6 {
    switch scheme.rankBy {
    case .total: return total.rounded(to: scheme.display)
    case .rate:
      let percentage = try Int128((rate ?? .zero).millionths).times(100)
      return try Decimal6.rounding(percentage, over: 1).rounded(to: scheme.display)
    }
  }
}

/// The ranks of all units over a range.
struct Ranks {
  /// Rank in the category, by unit; nil for units without rank.
  let category: [Int?]
  /// Rank over all, by unit.
  let overall: [Int?]
  /// How many units have a rank, by category.
  let ranked: [Int]

  /// Ranks printed numbers, descending, ties sharing a place; `isRanked` by unit.
  init(_ printed: [Decimal6], isRanked: [Bool], of scheme: Scheme) {
    var category: [Int?] = Array(repeating: nil, count: printed.count)
    var ranked: [Int] = []
    for ordinal in scheme.categories.ordinals {
      let members = printed.indices.filter {
        isRanked[$0] && scheme.units[$0].category == ordinal
      }
      ranked.append(members.count)
      for (member, rank) in Ranks.places(of: members, printed) { category[member] = rank }
    }
    var overall: [Int?] = Array(repeating: nil, count: printed.count)
    for (member, rank) in Ranks.places(of: printed.indices.filter { isRanked[$0] }, printed) {
      overall[member] = rank
    }
    self.category = category
    self.overall = overall
    self.ranked = ranked
  }

  private static func places(
    of members: [Int],
    _ printed: [Decimal6]
  ) -> [(member: Int, rank: Int)] {
    let sample = Sample(members.map { printed[$0] })
    return members.map { ($0, sample.rank(of: printed[$0], .higher)) }
  }
}
