import TongbaoModel

extension PlanMaker {
  /// The header and the kind that know the most heads; nil, and reported, where none fits or two
  /// fit alike.
  mutating func choose() -> (HeaderLayout, KindMatch)? {
    let kinds = context.entry.kind.map { [$0] } ?? SheetKind.allCases
    let heads = kinds.map { KindHeads($0, context.entry) }
    let candidates = layouts()
      .map { layout in
        (layout: layout, matches: heads.map { KindMatch($0, layout, context.entry, names) })
      }
    let complete = candidates.compactMap { candidate -> (HeaderLayout, [KindMatch])? in
      let fitting = candidate.matches.filter(\.missing.isEmpty)
      guard let best = fitting.map(\.known).max() else { return nil }
      return (candidate.layout, fitting.filter { $0.known == best })
    }
    // Of equal layouts the one with the fewest rows, then the topmost: `layouts` comes in that order.
    var chosen: (HeaderLayout, [KindMatch])?
    for candidate in complete where (chosen?.1.first?.known ?? 0) < candidate.1[0].known {
      chosen = candidate
    }
    guard let chosen, let match = chosen.1.first else {
      reportUnknownKind(candidates.map { ($0.layout, $0.matches) })
      return nil
    }
    guard chosen.1.count == 1 else {
      reportTie(chosen.0, chosen.1)
      return nil
    }
    return (chosen.0, match)
  }

  /// All headers that the first rows may hold, the lowest first.
  func layouts() -> [HeaderLayout] {
    if let recordNames { return [HeaderLayout(names: recordNames)] }
    let searched = min(PlanMaker.searchedRows, head.rows.count)
    return (1...3)
      .flatMap { height in
        (0..<searched).filter { $0 + height <= head.rows.count }
          .map { HeaderLayout(head, row: $0, height: height) }
      }
  }

  private mutating func reportUnknownKind(_ candidates: [(HeaderLayout, [KindMatch])]) {
    let all = candidates.flatMap { layout, matches in matches.map { (layout, $0) } }
    let closest = all.max { left, right in
      (left.1.known, -left.1.missing.count) < (right.1.known, -right.1.missing.count)
    }
    guard let (layout, match) = closest, match.known > 0 else {
      log.append(Diagnostic(.unknownKind, at: fileLocation))
      return
    }
    let place = place(layout, 0)
    log.append(
      Diagnostic(
        .missingFields,
        at: place.location,
        field: match.missing.first?.name,
        facts: [
          "kind": .worded(match.kind.title),
          "fields": .text(
            match.missing.map { described($0, of: match.kind) }.joined(separator: "; ")
          ),
        ],
        excerpt: place.excerpt
      )
    )
    reportNearMisses(layout, match)
  }

  /// `severity (问题等级, 隐患级别, …)`.
  func described(_ field: Field, of kind: SheetKind) -> String {
    let names = kind.headers.first { $0.field == field }?.names ?? []
    return "\(field.name) (\(names.prefix(4).joined(separator: ", ")))"
  }

  private mutating func reportTie(_ layout: HeaderLayout, _ matches: [KindMatch]) {
    let place = place(layout, 0)
    let kinds = matches.map(\.kind.title)
    log.append(
      Diagnostic(
        .ambiguousKind,
        at: place.location,
        facts: [
          "kinds": .worded(
            Bilingual(
              kinds.map(\.chinese).joined(separator: "、"),
              kinds.map(\.english).joined(separator: ", ")
            )
          )
        ],
        excerpt: place.excerpt
      )
    )
  }
}
