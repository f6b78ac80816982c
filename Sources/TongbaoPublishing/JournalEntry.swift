import TongbaoFormats
package import TongbaoModel

/// One line of the journal: something that happened to a sheet or a record.
package struct JournalEntry: Sendable, Hashable {
  /// What happened.
  package enum Event: String, Sendable, CaseIterable {
    /// A sheet was accepted.
    case sheet
    /// Mended rows of an earlier sheet were accepted.
    case mended
    /// A file with the bytes of an accepted sheet came again.
    case duplicate
    /// A file was refused whole.
    case quarantined
    /// A sheet or a record was retracted.
    case withdrawn
  }

  /// Position in the journal, from 1, without gaps.
  package var sequence: Int
  /// When the line was written.
  package var time: Timestamp
  /// What happened.
  package var event: Event
  /// The file's name as it came; of mended rows the name of the file that brought them.
  package var name: String?
  /// When the file was last written before it came; also tells a file taken in already from one
  /// sent again.
  package var modified: String?
  /// Size in bytes.
  package var size: Int?
  /// SHA-256 of the file; of a withdrawal that of the sheet withdrawn.
  package var digest: ContentDigest?
  /// Where it is kept, below the workspace.
  package var path: String?
  /// The entry that this one refers to: the sheet mended, repeated or withdrawn.
  package var original: Int?
  /// The record withdrawn.
  package var record: String?
  /// Id of the department whose record it is.
  package var department: String?
  /// Why it was withdrawn or refused.
  package var reason: String?
  /// The days of the rows that a withdrawal takes away: published periods that hold one are computed anew.
  package var days: [CalendarDate]?

  init(sequence: Int, time: Timestamp, event: Event) {
    self.sequence = sequence
    self.time = time
    self.event = event
  }

  /// The entry as one JSON object, without line end and seal.
  var json: [UInt8] {
    let value = JSONValue.compact([
      ("sequence", .integer(sequence)),
      ("time", .string(time.description)),
      ("what", .string(event.rawValue)),
      ("name", JSONValue(name)),
      ("modified", JSONValue(modified)),
      ("size", JSONValue(size)),
      ("sha256", JSONValue(digest?.hex)),
      ("path", JSONValue(path)),
      ("original", JSONValue(original)),
      ("record", JSONValue(record)),
      ("department", JSONValue(department)),
      ("reason", JSONValue(reason)),
      ("days", days.map { .array($0.map { .string($0.description) }) } ?? .null),
    ])
    return value.rendered(.oneLine)
  }

  private static let names = [
    "sequence", "time", "what", "name", "modified", "size", "sha256", "path", "original",
    "record", "department", "reason", "days",
  ]

  /// Reads an entry; nil where it is not one that we write.
  init?(json: [UInt8]) {
    guard let value = try? JSONValue(parsing: json),
      let object = StrictObject(value, names: JournalEntry.names),
      let sequence = object.integer("sequence"),
      let time = object.string("time").flatMap({ Timestamp($0) }),
      let event = object.string("what").flatMap({ Event(rawValue: $0) })
    else { return nil }
    self.init(sequence: sequence, time: time, event: event)
    name = object.string("name")
    modified = object.string("modified")
    size = object.integer("size")
    digest = object.digest("sha256")
    path = object.string("path")
    original = object.integer("original")
    record = object.string("record")
    department = object.string("department")
    reason = object.string("reason")
    days = object.array("days")?.compactMap { $0.string.flatMap { CalendarDate(iso: $0) } }
    guard isComplete else { return nil }
  }

  private var isComplete: Bool {
    switch event {
    case .sheet, .duplicate, .quarantined: name != nil && digest != nil && path != nil
    case .mended: name != nil && digest != nil && path != nil && original != nil
    case .withdrawn: reason != nil && (record != nil || original != nil)
    }
  }
}
