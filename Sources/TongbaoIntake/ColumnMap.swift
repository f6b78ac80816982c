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
}
