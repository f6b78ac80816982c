import TongbaoModel

/// English nouns with their numbers.
enum English {
  /// `1 place`, `2 places`.
  static func counted(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  /// `1 point`, `0.5 points`.
  static func points(_ number: Decimal6) -> String {
    "\(number) \(number == .one ? "point" : "points")"
  }
}

extension Fact {
  /// So many points where Chinese puts its 分 itself: `2`, `2 points`.
  static func points(_ number: Decimal6) -> Fact {
    .worded(Bilingual("\(number)", English.points(number)))
  }
}
