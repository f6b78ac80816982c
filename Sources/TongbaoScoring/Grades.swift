import TongbaoModel

extension Scheme {
  /// The grade of a unit by what is printed of it, its place and its vetoes; nil where none fits.
  func grade(
    printed: Decimal6,
    rank: Int?,
    ranked: Int,
    vetoes: [Ordinal<Veto>]
  ) -> Ordinal<Grade>? {
    let earned = grades.ordinals.first { ordinal in
      let grade = grades[ordinal]
      guard grade.atLeast.map({ $0 <= printed }) ?? true else { return false }
      guard let quota = grade.quota else { return true }
      return rank.map { $0 <= quota.places(among: ranked) } ?? false
    }
    let caps = vetoes.compactMap { self.vetoes[$0].capGrade }
    return earned.map { max($0, caps.max() ?? $0) }
  }
}

extension Quota {
  /// How many places there are among `ranked` units: of a share at least one, rounded half up.
  func places(among ranked: Int) -> Int {
    switch self {
    case .count(let places): return places
    case .share(let share):
      let millionths = Int128(share.millionths) * Int128(ranked)
      return max(1, Int(clamping: (millionths + 500_000) / 1_000_000))
    }
  }
}
