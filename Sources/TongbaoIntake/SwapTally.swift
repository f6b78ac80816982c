import TongbaoModel

/// Two fields, the lower one first.
struct FieldPair: Hashable, Sendable {
  let first: Field
  let second: Field
}

/// How often the values of two columns fit each other's field and not their own.
struct SwapTally: Sendable {
  /// Rows by pair of fields.
  private(set) var rows: [FieldPair: Int] = [:]

  /// Counts a row in which both values belong to the other column.
  mutating func add(_ pair: FieldPair) {
    rows[pair, default: 0] += 1
  }

  /// Adds the rows of the next batch.
  mutating func append(_ other: SwapTally) {
    rows.merge(other.rows, uniquingKeysWith: +)
  }

  /// The pairs that look swapped in more than half of `records` rows, and in two at least.
  func swapped(of records: Int) -> [(pair: FieldPair, rows: Int)] {
    rows.filter { $0.value >= 2 && $0.value * 2 > records }.map { (pair: $0.key, rows: $0.value) }
      .sorted { $0.pair.first.rawValue < $1.pair.first.rawValue }
  }
}

extension BatchAdmission {
  /// Looks, in a row with errors, for pairs of columns whose values fit the other one's field.
  mutating func tallySwaps(_ row: RowCells, _ bytes: borrowing Bytes, _ cells: borrowing Cells) {
    // Both are dates, so only their order tells; a due date taken for the day of an inspection
    // often lies in the future.
    if let first = date(in: .date, row, bytes, cells), let due = date(in: .due, row, bytes, cells),
      due < first
    {
      return result.swaps.add(FieldPair(first: .date, second: .due))
    }
    let misfits: [DiagnosticKind] = [
      .notADate, .impossibleDate, .notANumber, .unknownUnit, .unknownIndicator, .unknownSeverity,
      .unknownItem, .unknownChoice,
    ]
    let wrong =
      problems.filter { problem in
        problem.role.kind == plan.kind && problem.column != nil && misfits.contains(problem.kind)
      }
      .map(\.role.field)
    guard !wrong.isEmpty else { return }
    let fields = Field.allCases.filter { field in
      plan.columns.column(field).map { $0 < row.count } ?? false
    }
    for field in Set(wrong) {
      guard let text = text(of: field, row, bytes, cells) else { continue }
      for other in fields where other != field && fits(text, other, freely: field) {
        guard let otherText = self.text(of: other, row, bytes, cells),
          fits(otherText, field, freely: other),
          wrong.contains(other) ? field.rawValue < other.rawValue : true
        else { continue }
        result.swaps.add(
          field.rawValue < other.rawValue
            ? FieldPair(first: field, second: other) : FieldPair(first: other, second: field)
        )
      }
    }
  }

  private func date(
    in field: Field,
    _ row: RowCells,
    _ bytes: borrowing Bytes,
    _ cells: borrowing Cells
  ) -> CalendarDate? {
    guard let column = plan.columns.column(field), column < row.count,
      case .date(let date) = DateValue.read(
        ByteText(of: cells[row.first + column], in: bytes),
        bytes
      )
    else { return nil }
    return date
  }

  private func text(
    of field: Field,
    _ row: RowCells,
    _ bytes: borrowing Bytes,
    _ cells: borrowing Cells
  ) -> FoldedName? {
    guard let column = plan.columns.column(field), column < row.count else { return nil }
    return FoldedName(ByteText(of: cells[row.first + column], in: bytes), in: bytes)
  }

  /// Whether a text that stands in the column of `other` would do in `field`.
  ///
  /// A free column takes anything, so beside one only names and written dates tell: a record number may
  /// be any number, and 43107 a date.
  private func fits(_ name: FoldedName, _ field: Field, freely other: Field) -> Bool {
    let text = ByteText(start: 0, end: name.bytes.count)
    switch field.type {
    case .reference, .choice: return plan.names.meaning(of: name, in: field) != nil
    case .date:
      if case .date = DateValue.read(text, name.bytes.span) {
        return !other.isFree || !name.bytes.allSatisfy { (48...57).contains($0) }
      }
      return false
    case .decimal:
      if case .number = DecimalValue.read(text, marks: [], name.bytes.span) { return !other.isFree }
      return false
    case .code, .text: return !name.bytes.isEmpty && !other.isFree && other.type != .decimal
    }
  }
}

extension Field {
  /// Whether any text would do.
  fileprivate var isFree: Bool { type == .code || type == .text }
}
