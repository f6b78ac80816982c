import TongbaoModel

extension PlanMaker {
  /// Reports rows above the header and heads that are blank, repeated, unknown or nearly known.
  mutating func reportHeads(_ layout: HeaderLayout, _ match: KindMatch) {
    let parts = numberColumns(layout, match)
    if let first = layout.firstRow, first > 0 {
      let place = head.place(ofRow: 0, cell: nil, file: context.file, worksheet: context.worksheet)
      log.append(
        Diagnostic(
          .rowsAboveHeader,
          at: place.location,
          facts: ["count": .number(first)],
          excerpt: place.excerpt
        )
      )
    }
    let refusals = RefusalColumns.columns(in: layout.heads.map(\.text))
    let known = match.used.union(refusals).union(parts)
    reportRepeated(layout, refusals)
    let incomplete = reportIncompleteFollowUps(layout, match)
    for (column, field, taken) in match.spare.sorted(by: { $0.column < $1.column })
    where !known.contains(column) && alias(of: layout.heads[column]) == nil
      && FoldedName(header: layout.heads[column].text)
        != FoldedName(header: layout.heads[taken].text)
    {
      report(.spareHeader, layout, column, field.name, ["taken": .text(layout.heads[taken].text)])
    }
    let spare = Set(match.spare.map(\.column))
    let unheeded = reportUnusedAliases(layout, known.union(incomplete))
    let filled = columnsWithCells(below: layout)
    for (column, head) in layout.heads.enumerated() where !known.contains(column) {
      if head.text.isEmpty {
        if filled.contains(column) { report(.blankHeader, layout, column) }
      } else if !spare.contains(column), !incomplete.contains(column), !unheeded.contains(column) {
        report(.unknownHeader, layout, column)
      }
    }
    reportNearMisses(layout, match, parts)
  }

  /// What the entry says that a head means.
  private func alias(of head: HeaderLayout.Head) -> String? {
    guard !context.entry.headers.isEmpty, !head.text.isEmpty else { return nil }
    return context.entry.headers.sorted { $0.key < $1.key }
      .first { head.names.contains(FoldedName(header: $0.key)) }?
      .value
  }

  /// Warns of columns that the entry names but that are not used; gives them.
  private mutating func reportUnusedAliases(_ layout: HeaderLayout, _ used: Set<Int>) -> Set<Int> {
    var columns: Set<Int> = []
    var first: Set<FoldedName> = []
    for (column, head) in layout.heads.enumerated() {
      guard let field = alias(of: head) else { continue }
      // Of a head that stands twice the first column counts, and the other is reported by itself.
      guard first.insert(FoldedName(header: head.text)).inserted, !used.contains(column) else {
        continue
      }
      report(.unusedAlias, layout, column, field, ["set": .text(field)])
      columns.insert(column)
    }
    return columns
  }

  /// Warns of outcomes of follow-ups that have no date beside them; gives their columns.
  private mutating func reportIncompleteFollowUps(
    _ layout: HeaderLayout,
    _ match: KindMatch
  ) -> Set<Int> {
    var columns: Set<Int> = []
    for kind in match.kind.carriedKinds {
      let needed = kind.requiredFields.filter { $0 != .record }
      let missing = needed.filter { match.columns[Role(kind: kind, field: $0)] == nil }
      guard missing == [.date], let outcome = needed.first(where: { $0 != .date }),
        let column = match.columns[Role(kind: kind, field: outcome)], !match.used.contains(column)
      else { continue }
      report(
        .incompleteFollowUpColumns,
        layout,
        column,
        "\(kind.rawValue).\(outcome.name)",
        ["kind": .worded(kind.title), "fields": .text(described(.date, of: kind))]
      )
      columns.insert(column)
    }
    return columns
  }

  /// The columns that hold text in the rows below the header, as far as those are at hand.
  private func columnsWithCells(below layout: HeaderLayout) -> Set<Int> {
    guard let first = layout.firstRow, layout.heads.contains(where: \.text.isEmpty) else {
      return []
    }
    var columns: Set<Int> = []
    let bytes = head.bytes.span
    for row in first + layout.height..<max(first + layout.height, head.rows.count) {
      let range = head.cellRange(ofRow: row)
      for (column, cell) in head.cells[range].enumerated()
      where column < layout.heads.count && layout.heads[column].text.isEmpty
        && !ByteText(of: cell, in: bytes).isEmpty
      {
        columns.insert(column)
      }
    }
    return columns
  }

  private mutating func reportRepeated(_ layout: HeaderLayout, _ refusals: Set<Int>) {
    var first: [FoldedName: Int] = [:]
    for (column, head) in layout.heads.enumerated()
    where !head.text.isEmpty && !refusals.contains(column) {
      let name = FoldedName(header: head.text)
      if first[name] != nil {
        report(.repeatedHeader, layout, column)
      } else {
        first[name] = column
      }
    }
  }

  /// Names unknown heads that differ in one or two characters from one that is still free.
  mutating func reportNearMisses(_ layout: HeaderLayout, _ match: KindMatch, _ parts: Set<Int> = [])
  {
    let known = Set(match.columns.values).union(match.wide.map(\.column)).union(parts)
      .union(RefusalColumns.columns(in: layout.heads.map(\.text)))
    let taken = Set(match.columns.keys.filter { $0.kind == match.kind }.map(\.field))
    let free = match.kind.headers.filter { !taken.contains($0.field) }
      .flatMap { field, names in (names + [field.name]).map { (field, FoldedName(header: $0), $0) }
      }
    // Beyond so many unknown heads none of them is a slip of the pen.
    let unknown = layout.heads.enumerated()
      .filter { !known.contains($0.offset) && !$0.element.text.isEmpty }
    for (column, head) in unknown.prefix(PlanMaker.searchedHeads) {
      let name = FoldedName(header: head.text)
      let length = name.text.unicodeScalars.count
      guard length >= 2 else { continue }
      let near = free.compactMap { field, known, text in
        name.distance(to: known, limit: length <= 4 ? 1 : 2).map { (field, $0, text) }
      }
      guard let (field, distance, text) = near.min(by: { $0.1 < $1.1 }), distance > 0 else {
        continue
      }
      report(.nearHeader, layout, column, field.name, ["known": .text(text)])
    }
  }

  mutating func report(
    _ kind: DiagnosticKind,
    _ layout: HeaderLayout,
    _ column: Int,
    _ field: String? = nil,
    _ facts: [String: Fact] = [:]
  ) {
    // A place costs the length of the header, so none is sought for what will not be kept.
    guard log.keeps(kind) else { return log.append(Diagnostic(kind)) }
    let place = place(layout, column)
    var facts = facts
    facts["column"] = .number(column + 1)
    log.append(
      Diagnostic(
        kind,
        at: place.location,
        field: field,
        text: layout.heads[column].text,
        facts: facts,
        excerpt: place.excerpt
      )
    )
  }

  /// The entry's constants and the date of title or name that stand in for columns; nil where one
  /// is wrong.
  mutating func constants(
    _ layout: HeaderLayout,
    _ match: KindMatch
  ) -> [(field: Field, text: [UInt8])]? {
    var result: [(field: Field, text: [UInt8])] = []
    var isRight = true
    for (name, text) in context.entry.constants.sorted(by: { $0.key < $1.key }) {
      guard let field = Field(named: name),
        match.kind.headers.contains(where: { $0.field == field })
      else {
        log.append(Diagnostic(.unknownConstant, at: fileLocation, field: name, text: name))
        isRight = false
        continue
      }
      guard match.columns[Role(kind: match.kind, field: field)] == nil else { continue }
      result.append((field, Array(text.utf8)))
    }
    let dateRole = Role(kind: match.kind, field: .date)
    if let origin = context.entry.dateFrom, match.columns[dateRole] == nil,
      !result.contains(where: { $0.field == .date })
    {
      guard let date = date(from: origin, layout) else { return nil }
      result.append((.date, Array(date.description.utf8)))
    }
    return isRight ? result : nil
  }

  private mutating func date(
    from origin: SourceEntry.DateOrigin,
    _ layout: HeaderLayout
  ) -> CalendarDate? {
    let texts: [String] =
      switch origin {
      case .name: [TitleDate.withoutQuarantineMarks(context.file)]
      case .title:
        (0..<(layout.firstRow ?? 0)).flatMap { HeaderLayout.texts(head, row: $0) }
      }
    if let date = texts.lazy.compactMap({ TitleDate.find(in: $0) }).first { return date }
    log.append(
      Diagnostic(origin == .title ? .noDateInTitle : .noDateInName, at: fileLocation, field: "date")
    )
    return nil
  }
}
