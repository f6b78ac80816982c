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
