import TongbaoModel

/// The heads by which a kind's columns are known, those of the follow-ups that its rows carry
/// included.
struct KindHeads: Sendable {
  /// A head's field, and how preferred the head is: the lower the better.
  struct Claim: Sendable {
    let field: Field
    let rank: Int
  }

  let kind: SheetKind
  /// Claims by folded head, of the kind itself and then of what it carries.
  let known: [(kind: SheetKind, heads: [FoldedName: Claim])]

  /// The heads of kinds for sources that have none of their own: most sheets, of which there may be many.
  private static let plain = Dictionary(
    uniqueKeysWithValues: SheetKind.allCases.map { ($0, KindHeads(making: $0, SourceEntry())) }
  )

  init(_ kind: SheetKind, _ entry: SourceEntry) {
    if entry.headers.isEmpty, let plain = KindHeads.plain[kind] {
      self = plain
    } else {
      self.init(making: kind, entry)
    }
  }

  private init(making kind: SheetKind, _ entry: SourceEntry) {
    self.kind = kind
    let carried = kind.carriedKinds.map { ($0, KindHeads.heads(of: $0, asCarriedBy: kind, entry)) }
    known = [(kind, KindHeads.heads(of: kind, asCarriedBy: nil, entry))] + carried
  }

  /// The heads of a kind: those of the source's entry, the canonical names, the default ones.
  ///
  /// Carried by another kind, only the fields of its own are its (`carriedFields`), and `date` alone
  /// means the carrier's; `rectification.date` always means the follow-up's.
  private static func heads(
    of kind: SheetKind,
    asCarriedBy carrier: SheetKind?,
    _ entry: SourceEntry
  ) -> [FoldedName: Claim] {
    var heads: [FoldedName: Claim] = [:]
    for (field, names) in kind.headers where carrier == nil || kind.carriedFields.contains(field) {
      var canonical = ["\(kind.rawValue).\(field.name)", "\(kind.rawValue)/\(field.name)"]
      if carrier == nil || field != .date { canonical.append(field.name) }
      let extra = entry.headers.filter { canonical.contains($0.value) }.keys.sorted()
      for (rank, name) in (extra + canonical + names).enumerated() {
        let key = FoldedName(header: name)
        if heads[key] == nil { heads[key] = Claim(field: field, rank: rank) }
      }
    }
    return heads
  }
}
