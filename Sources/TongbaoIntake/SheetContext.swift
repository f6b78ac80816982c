package import TongbaoModel

/// What a sheet is read against, beside its rows.
package struct SheetContext: Sendable {
  /// Name of the file as readers know it.
  package var file: String
  /// The worksheet; nil for text files and record XML.
  package var worksheet: String?
  /// The settings' entry for the file.
  package var entry: SourceEntry
  /// The rules of the year.
  package let scheme: Scheme
  /// The names of the scheme and what it says of rows, made once for all sheets that are read against it.
  let names: SchemeNames
  let rules: SchemeRules
  /// The department that sent the sheet; nil where the entry names none.
  package var department: Ordinal<Department>?
  /// The last day that rows may be dated; later ones lie in the future.
  package var lastDay: CalendarDate

  /// A context with every part given.
  package init(
    file: String,
    worksheet: String? = nil,
    entry: SourceEntry = SourceEntry(),
    scheme: Scheme,
    department: Ordinal<Department>? = nil,
    lastDay: CalendarDate
  ) {
    self.file = file
    self.worksheet = worksheet
    self.entry = entry
    self.scheme = scheme
    names = SchemeNames(scheme)
    rules = SchemeRules(scheme)
    self.department = department
    self.lastDay = lastDay
  }
}
