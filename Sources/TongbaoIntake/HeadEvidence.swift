import TongbaoModel

/// Why a column's head speaks for a field.
package enum HeadEvidence: Sendable, Hashable {
  /// The head is known, or the entry names it.
  case known
  /// It differs in a character or two from a known head.
  case near(String)
  /// It holds a known head.
  case holds(String)
  /// It holds a word that such heads use.
  case word(String)
  /// It says nothing of the field.
  case silent

  /// How much it weighs; 100 is certain.
  var weight: Int {
    switch self {
    case .known: 100
    case .near, .word: 65
    case .holds: 60
    case .silent: 0
    }
  }
}

/// What the heads of a kind's columns look like, for one role.
struct RoleHeads {
  let role: Role
  private let names: [(folded: FoldedName, text: String, length: Int)]
  private let words: RoleWords

  init(_ role: Role) {
    self.role = role
    let known = role.kind.headers.first { $0.field == role.field }?.names ?? []
    names = known.map { text in
      let folded = FoldedName(header: text)
      return (folded, text, folded.text.unicodeScalars.count)
    }
    words = RoleWords.of(role)
  }

  /// Whether the head says that the column is no such thing.
  func bars(_ head: HeadText) -> Bool {
    // Names of units and grades speak for themselves.
    guard role.field.type == .date || role.field.type == .text else { return false }
    return words.without.contains(where: head.holds)
  }

  /// The best evidence of a head that is not known, and how much it weighs.
  func evidence(_ head: HeadText) -> (evidence: HeadEvidence, weight: Int) {
    if words.without.contains(where: head.holds) { return phased(head) ?? (.silent, 0) }
    if let strong = strong(head) { return (.word(strong.text), HeadEvidence.word("").weight) }
    // Days and persons differ in a character between roles: 检查人, 复查人.
    if role.field != .date, let known = resembling(head) { return (known, known.weight) }
    guard let word = words.plain.first(where: head.holds) else { return (.silent, 0) }
    return (.word(word.text), 45)
  }

  /// 整改完成日期 holds a word of another role, but two of its own.
  private func phased(_ head: HeadText) -> (evidence: HeadEvidence, weight: Int)? {
    guard role.field == .date, let own = strong(head), !words.with.isEmpty else { return nil }
    return (.word(own.text), 40)
  }

  private func strong(_ head: HeadText) -> HeadWord? {
    guard words.with.isEmpty || words.with.contains(where: head.holds) else { return nil }
    // The longest word tells most.
    return words.words.filter(head.holds)
      .max { $0.text.utf8.count < $1.text.utf8.count }
  }

  private func resembling(_ head: HeadText) -> HeadEvidence? {
    let holding = names.filter { known in
      known.length >= 2 && head.names.contains { $0.contains(known.folded) }
    }
    if let longest = holding.max(by: { $0.length < $1.length }) { return .holds(longest.text) }
    let near = names.first { known in
      known.length >= 4
        && head.names.contains {
          $0.distance(to: known.folded, limit: known.length <= 5 ? 1 : 2) != nil
        }
    }
    return near.map { .near($0.text) }
  }
}
