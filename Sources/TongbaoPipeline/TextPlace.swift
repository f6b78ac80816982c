import TongbaoModel

/// Where a piece of personal data stands in the sheets.
struct TextPlace: Comparable {
  /// The row, for sorting and for print.
  let row: RowReference
  let location: SourceLocation
  /// The field, by canonical name.
  let field: String
  /// The row's record number and unit as they stand there; empty where it has none.
  let record: String
  let unit: String
  /// The piece as it may be shown.
  let masked: String

  /// Whose text it is, as messages say it.
  var owner: Bilingual {
    let named = [unit, record].filter { !$0.isEmpty }
    guard !named.isEmpty else { return TextPlace.anyRow }
    return Bilingual(
      named.map { "“\($0)”" }.joined(),
      named.map { "“\($0)”" }.joined(separator: ", ")
    )
  }

  /// The owner where it is not to be said.
  static let anyRow = Bilingual("该行", "that row")

  static func < (left: TextPlace, right: TextPlace) -> Bool {
    left.row != right.row ? left.row < right.row : left.field < right.field
  }
}
