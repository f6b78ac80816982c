package import TongbaoModel

extension SheetPlan {
  /// Finds kind, header and columns from the first rows of a sheet.
  ///
  /// `head` holds the first rows (10 and the rows of a header suffice); `recordNames` are the field names
  /// of record XML, which has no header row. The plan is nil where the sheet cannot be taken in; the log
  /// then holds the error.
  package static func plan(
    head: RowBatch,
    recordNames: [String]?,
    context: SheetContext
  ) -> (SheetPlan?, DiagnosticLog) {
    var maker = PlanMaker(head: head, recordNames: recordNames, context: context)
    let plan = maker.make()
    return (plan, maker.log)
  }
}

/// Makes a plan and collects what is odd about the header.
struct PlanMaker {
  let head: RowBatch
  let recordNames: [String]?
  let context: SheetContext
  var log = DiagnosticLog()
  var names: SchemeNames
  /// Rows among which the header is searched.
  static let searchedRows = 10
  /// Unknown heads for which a near one is sought.
  static let searchedHeads = 200

  init(head: RowBatch, recordNames: [String]?, context: SheetContext) {
    self.head = head
    self.recordNames = recordNames
    self.context = context
    names = context.names
  }

  mutating func make() -> SheetPlan? {
    guard recordNames != nil || !head.rows.isEmpty else {
      log.append(Diagnostic(.sheetEmpty, at: fileLocation))
      return nil
    }
    addEntryValues()
    guard let (layout, match) = choose() else { return nil }
    if match.columns[Role(kind: .rectification, field: .result)]
      .map({ layout.heads[$0].path.last?.hasPrefix("是否") ?? false }) ?? false
    {
      names.addYesNoResults()
    }
    reportHeads(layout, match)
    guard let constants = constants(layout, match) else { return nil }
    guard let parts = numberParts(layout, match, constants) else { return nil }
    return assemble(layout, match, constants, parts)
  }

  var fileLocation: SourceLocation {
    SourceLocation(file: context.file, sheet: context.worksheet)
  }

  /// The place of a head in the header row; the file for record XML.
  func place(_ layout: HeaderLayout, _ column: Int) -> (location: SourceLocation, excerpt: Excerpt?)
  {
    guard let first = layout.firstRow else { return (fileLocation, nil) }
    let rows = (first..<first + layout.height).reversed()
    let row =
      rows.first { row in
        let range = head.cellRange(ofRow: row)
        guard column < range.count else { return false }
        return !ByteText(of: head.cells[range.lowerBound + column], in: head.bytes.span).isEmpty
      } ?? first
    return head.place(ofRow: row, cell: column, file: context.file, worksheet: context.worksheet)
  }

  /// The entry's `values:` join the names of the scheme.
  private mutating func addEntryValues() {
    for (name, values) in context.entry.values.sorted(by: { $0.key < $1.key }) {
      guard let field = Field(named: name), names.knows(field) || field == .provisional else {
        log.append(Diagnostic(.unknownValueField, at: fileLocation, field: name, text: name))
        continue
      }
      for (text, canonical) in values.sorted(by: { $0.key < $1.key })
      where !names.add(text, for: canonical, in: field) {
        log.append(
          Diagnostic(
            .unknownValueTarget,
            at: fileLocation,
            field: name,
            text: canonical,
            facts: ["value": .text(text)]
          )
        )
      }
    }
  }

  private func assemble(
    _ layout: HeaderLayout,
    _ match: KindMatch,
    _ constants: [(field: Field, text: [UInt8])],
    _ parts: [Int]
  ) -> SheetPlan {
    var columns = ColumnMap()
    for (index, constant) in constants.enumerated() {
      columns[constant.field] = ColumnMap.constant(index)
    }
    var heads = layout.heads.map(\.text)
    let shown = heads
    for (role, column) in match.columns where role.kind == match.kind {
      columns[role.field] = column
      heads[column] = role.field.name
    }
    let number = composedNumber(parts, shown, constants)
    if number != nil { columns[.record] = ColumnMap.constant(constants.count) }
    let carried = carriedColumns(match, columns[.record])
    for part in carried {
      for field in part.kind.carriedFields {
        if let column = part.columns.column(field) {
          heads[column] = "\(part.kind.rawValue).\(field.name)"
        }
      }
    }
    return SheetPlan(
      kind: match.kind,
      headerLines: headerLines(layout),
      heads: shown,
      columnNames: heads + constants.map(\.field.name),
      file: file(columns),
      fields: Field.allCases.filter { columns[$0] != -1 }.map(\.name),
      context: context,
      columns: columns,
      carried: carried,
      wide: match.wide,
      names: names,
      constants: constants,
      number: number,
      fills: fills(columns),
      rules: context.rules,
      width: width(layout),
      leavesOutBlanks: leavesOutBlanks(layout),
      summed: summed(columns, match)
    )
  }

  private func composedNumber(
    _ parts: [Int],
    _ heads: [String],
    _ constants: [(field: Field, text: [UInt8])]
  ) -> ComposedNumber? {
    guard !parts.isEmpty else { return nil }
    let names = parts.map { $0 < -1 ? constants[-2 - $0].field.name : heads[$0] }
    return ComposedNumber(parts, heads: names, constants)
  }

  /// The follow-ups that the columns can give whole: the record's number, their own date and their
  /// outcome.
  private func carriedColumns(_ match: KindMatch, _ record: Int) -> [CarriedColumns] {
    match.kind.carriedKinds.compactMap { kind in
      var columns = ColumnMap()
      columns[.record] = record
      for field in kind.carriedFields {
        columns[field] = match.columns[Role(kind: kind, field: field)] ?? -1
      }
      let isWhole = kind.requiredFields.allSatisfy { $0 == .record || columns[$0] >= 0 }
      return isWhole ? CarriedColumns(kind: kind, columns: columns) : nil
    }
  }

  private func headerLines(_ layout: HeaderLayout) -> ClosedRange<Int>? {
    guard let first = layout.firstRow else { return nil }
    return Int(head.rows[first].line)...Int(head.rows[first + layout.height - 1].line)
  }

  /// Blank heads at the end are no columns; workbooks and record XML leave blank cells out.
  private func width(_ layout: HeaderLayout) -> Int {
    guard layout.firstRow != nil, context.worksheet == nil else { return 0 }
    return layout.heads.lastIndex { !$0.text.isEmpty }.map { $0 + 1 } ?? 0
  }

  /// Whether one of the first rows below the header is shorter, though a line end follows it.
  private func leavesOutBlanks(_ layout: HeaderLayout) -> Bool {
    let width = width(layout)
    guard let first = layout.firstRow, width > 0 else { return false }
    return head.rows.indices.dropFirst(first + layout.height).prefix(PlanMaker.searchedRows)
      .contains { row in
        !head.rows[row].marks.contains(.unterminated)
          && head.cellRange(ofRow: row).count < width
          && HeaderLayout.texts(head, row: row).contains { !$0.isEmpty }
      }
  }

  private func file(_ columns: ColumnMap) -> SheetFile {
    let key = columns.column(.record) ?? columns.column(.unit) ?? 0
    return SheetFile(
      name: context.file,
      sheet: context.worksheet,
      keyColumn: context.worksheet == nil ? nil : key + 1,
      department: context.department
    )
  }

  private func fills(_ columns: ColumnMap) -> [FillColumn] {
    let merged: [Field] = [.unit, .date, .team, .indicator]
    return Field.allCases.compactMap { field in
      guard let column = columns.column(field) else { return nil }
      if context.entry.fillDown.contains(field.name) {
        return FillColumn(column: column, onlyMerged: false)
      }
      return context.worksheet != nil && merged.contains(field)
        ? FillColumn(column: column, onlyMerged: true) : nil
    }
  }

  private func summed(_ columns: ColumnMap, _ match: KindMatch) -> [SummedColumn] {
    let fields: [Field] =
      switch match.kind {
      case .inspection: [.points]
      case .event: [.points, .count]
      case .measurement, .carryover: [.value, .target, .lastYear, .sample]
      default: []
      }
    let own = fields.compactMap { field in
      columns.column(field).map { SummedColumn(column: $0, field: field) }
    }
    let percentages = context.scheme.indicators.map(\.isPercentage)
    // Of columns for the same figure only the first is read, so only that has a sum.
    let groups = WideGroup.groups(match.wide).filter { !percentages[$0.indicator.index] }
    let wide = groups.flatMap { group in
      fields.compactMap { field in
        group.columns.column(field).map { SummedColumn(column: $0, field: field) }
      }
    }
    return own + wide.sorted { $0.column < $1.column }
  }
}
