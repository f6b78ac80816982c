import TongbaoModel

/// Where each field of one kind stands in a row: a column, a constant of the settings, or nowhere.
struct ColumnMap: Sendable {
  /// A column ≥ 0; −1 for nowhere; −2 − n for constant n.
  private var slots = [Int](repeating: -1, count: Field.allCases.count)

  /// The slot of a field.
  subscript(field: Field) -> Int {
    get { slots[Int(field.rawValue)] }
    set { slots[Int(field.rawValue)] = newValue }
  }

  /// The slot of constant `index`.
  static func constant(_ index: Int) -> Int { -2 - index }

  /// The field's column; nil for constants and absent fields.
  func column(_ field: Field) -> Int? {
    let slot = self[field]
    return slot >= 0 ? slot : nil
  }
}

/// The columns of a follow-up that inspection rows carry.
struct CarriedColumns: Sendable {
  let kind: SheetKind
  let columns: ColumnMap
  /// The slots that a row must fill, its own number among them.
  let required: [Int]
  /// The fields of its own that have a column, the outcome first, then the date.
  let own: [Field]

  init(kind: SheetKind, columns: ColumnMap) {
    self.kind = kind
    self.columns = columns
    required = kind.requiredFields.map { columns[$0] }
    let outcome = kind.requiredFields.filter { $0 != .record && $0 != .date }
    let others = kind.carriedFields.filter { !outcome.contains($0) }
    own = (outcome + others).filter { columns[$0] != -1 }
  }
}
