package import TongbaoModel

/// A sheet to be read: where it lies, and what its source's entry says of it.
package struct SheetInput: Sendable {
  /// Path of the file.
  package var path: String
  /// Name by which places call it.
  package var name: String
  /// The settings' entry for it.
  package var entry: SourceEntry
  /// The last day that its rows may be dated: the day on which it came.
  package var lastDay: CalendarDate
  /// Path of the sheet that first brought the rows which this one holds mended.
  package var original: String?

  /// A sheet to be read.
  package init(
    path: String,
    name: String,
    entry: SourceEntry,
    lastDay: CalendarDate,
    original: String? = nil
  ) {
    self.original = original
    self.path = path
    self.name = name
    self.entry = entry
    self.lastDay = lastDay
  }

  /// The name of a path's last component.
  package static func name(ofPath path: String) -> String {
    String(path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...])
  }
}
