extension SheetPlan {
  /// Heads of columns that nothing is taken from, as they stand.
  package var unusedColumns: [String] {
    let wideHeads = wideHeads
    return heads.enumerated()
      .filter { $0.offset < columnNames.count && columnNames[$0.offset] == $0.element }
      .map(\.element)
      .filter { !$0.isEmpty && !wideHeads.contains($0) }
  }

  /// Heads of the columns of a wide measurement sheet.
  private var wideHeads: Set<String> {
    Set(wide.compactMap { heads.indices.contains($0.column) ? heads[$0.column] : nil })
  }
}
