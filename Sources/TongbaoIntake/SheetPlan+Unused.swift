extension SheetPlan {
  /// Heads of columns that nothing is taken from, as they stand.
  package var unusedColumns: [String] {
    let used = usedColumns.union(RefusalColumns.columns(in: heads))
    let wideHeads = Set(wide.map(\.column).filter(heads.indices.contains).map { heads[$0] })
    return heads.enumerated().filter { !used.contains($0.offset) }.map(\.element)
      .filter { !$0.isEmpty && !wideHeads.contains($0) }
  }

  /// Whether the columns are there that quarantine adds: the rows have been refused before.
  package var holdsRefusals: Bool { !RefusalColumns.columns(in: heads).isEmpty }

  /// The columns of the kind's fields, and of the follow-ups that its rows carry.
  private var usedColumns: Set<Int> {
    let maps = [columns] + carried.map(\.columns)
    return Set(maps.flatMap { map in Field.allCases.compactMap { map.column($0) } })
      .union(number?.slots ?? [])
  }
}
