import TongbaoModel

// What stands for a missing column of numbers.
extension ProposalMaker {
  /// The columns that together may number the rows: day, unit, place and subject of the inspection, and
  /// what was found where they do not tell the rows apart.
  func composedNumber(_ assignment: Assignment) -> SheetProposal.Remedy? {
    let columns = numberFields.compactMap { numberColumn($0, assignment) }
    guard columns.count >= 2 else { return nil }
    // Several rows of another sheet may follow one record.
    let isInspection = assignment.kind == .inspection
    if tellsApart(columns) || !isInspection { return composed(columns, isUnique: true) }
    guard let finding = numberColumn(.finding, assignment), tellsApart(columns + [finding]) else {
      return composed(columns, isUnique: false)
    }
    return composed(columns + [finding], isUnique: true)
  }

  /// Whether the present entry makes the number of a column that the sheet does not have.
  func lacksNumberPart(_ kind: SheetKind) -> Bool {
    let entry = context.entry
    let match = KindMatch(KindHeads(kind, entry), layout, entry, names)
    guard match.columns[Role(kind: kind, field: .record)] == nil else { return false }
    let columns = NumberColumns(layout, match, entry)
    let constants = entry.constants.keys.compactMap { Field(named: $0) }.map { ($0, [UInt8]()) }
    return entry.numberFrom.contains { columns.slot(of: $0, constants) == nil }
  }

  /// What an inspection is known by.
  private var numberFields: [Field] { [.date, .unit, .site, .indicator] }

  private func composed(_ columns: [Int], isUnique: Bool) -> SheetProposal.Remedy {
    .composed(columns.map { layout.heads[$0].text }, isUnique: isUnique)
  }

  /// The column that gives a field of the inspection, in its own sheet or in one that follows it up.
  private func numberColumn(_ field: Field, _ assignment: Assignment) -> Int? {
    let isInspection = assignment.kind == .inspection
    let column = isInspection ? assignment.column(field) : inspectionColumn(field)
    guard let column, column < heads.count, heads[column] != nil,
      isInspection || assignment.pairs[column] == nil
    else { return nil }
    return column
  }

  /// The column whose head an inspection sheet would have for a field.
  private func inspectionColumn(_ field: Field) -> Int? {
    let known = KindHeads(.inspection, context.entry).known[0].heads
    return layout.heads.firstIndex { head in
      head.names.lazy.compactMap { known[$0]?.field }.first == field
    }
  }

  /// Whether no two of the rows looked at have the same texts in these columns, and none is blank in all.
  private func tellsApart(_ columns: [Int]) -> Bool {
    let number = ComposedNumber(columns, heads: [], [])
    var seen: Set<[UInt8]> = []
    return sampledRows.allSatisfy { row in
      let text = number.text(ofRow: row, in: head)
      return !text.isEmpty && seen.insert(text).inserted
    }
  }
}
