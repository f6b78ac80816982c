import TongbaoFormats
package import TongbaoModel

/// Since when each matter stands on a sheet to a unit (交办登记): `internal/sheets/register.json`.
///
/// The day of a sheet cannot be computed from the archive, and answers are due so many days after it.
package struct HandoverBook: Sendable, Hashable {
  /// The day as of which the sheets were written; nil where none ever were.
  package var asOf: CalendarDate?
  /// The day by matter, which is a digest that names nobody.
  package var since: [String: CalendarDate]

  /// A book.
  package init(asOf: CalendarDate? = nil, since: [String: CalendarDate] = [:]) {
    self.asOf = asOf
    self.since = since
  }

  static let name: FileName = "register.json"
  private static let format = "tongbao.sheets/1"

  var json: [UInt8] {
    let value: JSONValue = [
      "format": .string(HandoverBook.format),
      "asOf": JSONValue(asOf?.description),
      "matters": .array(
        since.sorted { $0.key < $1.key }
          .map { ["matter": .string($0.key), "since": .string($0.value.description)] }
      ),
    ]
    return value.rendered(.indented)
  }

  /// Reads what `json` writes; nil for anything else.
  init?(json bytes: [UInt8]) {
    guard let value = try? JSONValue(parsing: bytes),
      let object = StrictObject(value, names: ["format", "asOf", "matters"]),
      object.string("format") == HandoverBook.format, let matters = object.array("matters")
    else { return nil }
    self.init(asOf: object.date("asOf"))
    for matter in matters {
      guard let object = StrictObject(matter, names: ["matter", "since"]),
        let key = object.string("matter"), let date = object.date("since")
      else { return nil }
      since[key] = date
    }
  }
}

extension OfficePages {
  private static let sheetsName: FileName = "sheets"

  /// The book of the sheets to units; an empty one where there is none that we wrote.
  package func handovers() throws(PublishingFailure) -> HandoverBook {
    let bytes = try folder.folder(OfficePages.sheetsName)?.bytes(of: HandoverBook.name)
    return bytes.flatMap { HandoverBook(json: $0) } ?? HandoverBook()
  }

  /// Replaces the sheets to units, whose paths begin with `sheets/`: what has not changed is left as it is, and what
  /// is no page any more goes.
  ///
  /// Returns the paths below `sheets` of what went.
  package func writeSheets(
    _ pages: [Page],
    _ book: HandoverBook
  ) throws(PublishingFailure) -> [String] {
    let sheets = try folder.made(OfficePages.sheetsName)
    // First, so that a run that is stopped gives no matter another day.
    try sheets.replaceIfChanged(HandoverBook.name, with: book.json)
    try write(pages)
    let kept = Set(pages.map(\.path))
    var removed: [String] = []
    for week in try sheets.names() where Period(week.description)?.kind == .week {
      guard let folder = try sheets.folder(week) else { continue }
      for name in try folder.names() where !kept.contains("sheets/\(week)/\(name)") {
        try folder.removeTree(name)
        if !name.isPart { removed.append("\(week)/\(name)") }
      }
      if try folder.names().isEmpty { try sheets.removeFolder(week) }
    }
    return removed
  }
}
