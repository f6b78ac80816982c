/// The columns that quarantine adds to refused rows: known, and nothing is taken from them.
///
/// Source: sheets.md §4.
enum RefusalColumns {
  private static let names = ["code", "message", "remedy"]

  /// Where `code`, `message` and `remedy` stand side by side among the heads of a sheet.
  static func columns(in heads: [String]) -> Set<Int> {
    var columns: Set<Int> = []
    for start in heads.indices.dropLast(names.count - 1)
    where heads[start] == names[0] && heads[start..<start + names.count].elementsEqual(names) {
      columns.formUnion(start..<start + names.count)
    }
    return columns
  }
}
