import TongbaoModel

extension PlanMaker {
  /// The slot of each part of the entry's `number`; nil where one names no column.
  ///
  /// Empty where the entry names none, or the kind's own column gives the number.
  mutating func numberParts(
    _ layout: HeaderLayout,
    _ match: KindMatch,
    _ constants: [(field: Field, text: [UInt8])]
  ) -> [Int]? {
    guard !context.entry.numberFrom.isEmpty else { return [] }
    let isGiven = constants.contains { $0.field == .record }
    guard needsNumber(match), !isGiven else {
      let place = place(layout, 0)
      log.append(
        Diagnostic(
          .unusedNumber,
          at: place.location,
          field: Field.record.name,
          text: context.entry.numberFrom.joined(separator: ", "),
          excerpt: place.excerpt
        )
      )
      return []
    }
    let columns = NumberColumns(layout, match, context.entry)
    let slots = context.entry.numberFrom.map { name -> Int? in
      let slot = columns.slot(of: name, constants)
      if slot == nil { reportUnknownPart(name, layout) }
      return slot
    }
    return slots.contains(nil) ? nil : slots.compactMap { $0 }
  }

  /// The columns of the parts; empty where the number is not made of any.
  func numberColumns(_ layout: HeaderLayout, _ match: KindMatch) -> Set<Int> {
    guard needsNumber(match) else { return [] }
    let columns = NumberColumns(layout, match, context.entry)
    return Set(context.entry.numberFrom.compactMap { columns.slot(of: $0, []) })
  }

  /// Whether rows of the kind have a number and no column gives it.
  private func needsNumber(_ match: KindMatch) -> Bool {
    match.kind.headers.contains { $0.field == .record }
      && match.columns[Role(kind: match.kind, field: .record)] == nil
  }

  private mutating func reportUnknownPart(_ name: String, _ layout: HeaderLayout) {
    let place = place(layout, 0)
    log.append(
      Diagnostic(
        .unknownNumberPart,
        at: place.location,
        field: Field.record.name,
        text: name,
        facts: ["heads": .worded(PlanMaker.listed(layout.heads.map(\.text)))],
        excerpt: place.excerpt
      )
    )
  }

  /// The heads of a sheet as a message lists them.
  private static func listed(_ heads: [String]) -> Bilingual {
    let stated = heads.filter { !$0.isEmpty }
    let shown = stated.prefix(12) + (stated.count > 12 ? ["…"] : [])
    return Bilingual(shown.joined(separator: "、"), shown.joined(separator: ", "))
  }
}

/// Where the parts of a composed number stand in a sheet.
///
/// A part is known by its head, else by the field that its name stands for: the sheets of one department,
/// and their mended rows, head the same column differently. Of a follow-up sheet the fields are those of
/// the inspection: its own day would number nothing.
struct NumberColumns {
  private let layout: HeaderLayout
  private let match: KindMatch
  private let heads: KindHeads
  /// The column of a follow-up's own day.
  private let ownDay: Int?

  init(_ layout: HeaderLayout, _ match: KindMatch, _ entry: SourceEntry) {
    self.layout = layout
    self.match = match
    let isFollowUp = SheetKind.inspection.carriedKinds.contains(match.kind)
    heads = KindHeads(isFollowUp ? .inspection : match.kind, entry)
    ownDay = isFollowUp ? match.columns[Role(kind: match.kind, field: .date)] : nil
  }

  /// The slot of a part: a column, or a constant of the kind's own.
  func slot(of name: String, _ constants: [(field: Field, text: [UInt8])]) -> Int? {
    let folded = FoldedName(header: name)
    if let column = column(headed: folded) { return column }
    for known in heads.known {
      guard let field = known.heads[folded]?.field else { continue }
      if let column = column(of: field, known) { return column }
      guard known.kind == match.kind else { continue }
      if let constant = constants.firstIndex(where: { $0.field == field }) {
        return ColumnMap.constant(constant)
      }
    }
    return nil
  }

  /// The column with this head, the whole head before its lowest part.
  private func column(headed name: FoldedName) -> Int? {
    for rank in 0...1 {
      let column = layout.heads.indices.first { column in
        let head = layout.heads[column]
        return !head.text.isEmpty && rank < head.names.count && head.names[rank] == name
          && column != ownDay
      }
      if let column { return column }
    }
    return nil
  }

  /// The column that gives the field, or has a head for it.
  private func column(
    of field: Field,
    _ known: (kind: SheetKind, heads: [FoldedName: KindHeads.Claim])
  ) -> Int? {
    if known.kind == match.kind || ownDay == nil {
      return match.columns[Role(kind: known.kind, field: field)]
    }
    return layout.heads.indices.first { column in
      column != ownDay
        && layout.heads[column].names.lazy.compactMap { known.heads[$0]?.field }.first == field
    }
  }
}
