import TongbaoFormats
package import TongbaoModel

/// Pages for the office alone, and drafts that wait to be signed.
package struct OfficePages: Sendable {
  static let draftName: FileName = "draft.json"

  let folder: Folder
  private let lock: WorkspaceLock

  /// The office's folder of a locked workspace.
  package init(of workspace: Workspace, lock: WorkspaceLock) throws(PublishingFailure) {
    folder = try workspace.folder(.internal)
    self.lock = lock
  }

  /// Writes pages below `internal`, each whole; only what differs is written.
  package func write(_ pages: [Page]) throws(PublishingFailure) {
    try folder.write(pages)
  }

  /// Replaces the draft of a period: its pages and, last, what they depend on.
  package func writeDraft(
    _ draft: Draft,
    pages: [Page]
  ) throws(PublishingFailure) {
    let target = try folder.made("drafts").made(FileName(draft.period.description))
    try target.remove(OfficePages.draftName)
    var kept: Set<FileName> = []
    for page in pages { kept.formUnion(try RelativePath(page.path).names.prefix(1)) }
    for name in try target.names() where !kept.contains(name) { try target.removeTree(name) }
    try target.write(pages)
    try target.replace(OfficePages.draftName, with: draft.json)
  }

  /// The draft of a period; nil where none waits, or where it was left incomplete.
  package func draft(of period: Period) throws(PublishingFailure) -> Draft? {
    let target = try folder.folder("drafts")?.folder(FileName(period.description))
    return try target?.bytes(of: OfficePages.draftName).flatMap { Draft(json: $0) }
  }

  /// Removes the draft of a period, once it is out.
  package func removeDraft(of period: Period) throws(PublishingFailure) {
    try folder.folder("drafts")?.removeTree(FileName(period.description))
  }
}

extension Workspace {
  /// The periods whose drafts wait to be signed, oldest first, as they are found without the lock.
  package func drafts() throws(PublishingFailure) -> [Period] {
    guard let drafts = try present(.internal)?.folder("drafts") else { return [] }
    var periods: [Period] = []
    for name in try drafts.names() {
      guard let period = Period(name.description),
        let bytes = try drafts.folder(name)?.bytes(of: OfficePages.draftName),
        Draft(json: bytes) != nil
      else { continue }
      periods.append(period)
    }
    return periods.sorted { $0.days.to < $1.days.to }
  }
}

/// What a draft depends on, so that exactly what was signed is released.
package struct Draft: Sendable, Hashable {
  /// Its period.
  package var period: Period
  /// What its bytes depend on.
  package var basis: Basis
  /// Its date, until another one is given with the release.
  package var date: CalendarDate
  /// SHA-256 of scores, cases and gate results.
  package var content: ContentDigest
  /// The findings that it names.
  package var named: [NamedFinding]

  /// A draft.
  package init(
    period: Period,
    basis: Basis,
    date: CalendarDate,
    content: ContentDigest,
    named: [NamedFinding] = []
  ) {
    self.period = period
    self.basis = basis
    self.date = date
    self.content = content
    self.named = named
  }

  fileprivate var json: [UInt8] {
    let value: JSONValue = [
      "format": "tongbao.draft/1",
      "period": .string(period.description),
      "date": .string(date.description),
      "content": .string(content.hex),
      "named": .array(named.map(\.json)),
      "basis": basis.json,
    ]
    return value.rendered(.indented)
  }

  fileprivate init?(json bytes: [UInt8]) {
    guard let value = try? JSONValue(parsing: bytes),
      let object = StrictObject(value, names: Draft.names),
      object.string("format") == "tongbao.draft/1",
      let period = object.string("period").flatMap({ Period($0) }),
      let date = object.date("date"), let content = object.digest("content"),
      let named = object.array("named"),
      let basis = object.value("basis").flatMap({ Basis(json: $0) })
    else { return nil }
    self.init(
      period: period,
      basis: basis,
      date: date,
      content: content,
      named: named.compactMap { NamedFinding(json: $0) }
    )
    guard self.named.count == named.count else { return nil }
  }

  private static let names = ["format", "period", "date", "content", "named", "basis"]
}

/// A finding that is circulated by name, as a draft remembers it for the office alone.
package struct NamedFinding: Sendable, Hashable {
  /// What tells it from others.
  package var key: String
  /// The number of its record.
  package var record: String
  /// The name of the unit.
  package var unit: String

  /// A finding with every part given.
  package init(key: String, record: String, unit: String) {
    self.key = key
    self.record = record
    self.unit = unit
  }

  fileprivate var json: JSONValue {
    ["key": .string(key), "record": .string(record), "unit": .string(unit)]
  }

  fileprivate init?(json value: JSONValue) {
    guard let object = StrictObject(value, names: ["key", "record", "unit"]),
      let key = object.string("key"), let record = object.string("record"),
      let unit = object.string("unit")
    else { return nil }
    self.init(key: key, record: record, unit: unit)
  }
}

extension Folder {
  /// Writes pages below the folder where they differ from what is there.
  fileprivate func write(_ pages: [Page]) throws(PublishingFailure) {
    var folders = FolderTree(self)
    var changed: [(path: RelativePath, bytes: [UInt8])] = []
    for page in pages {
      let path = try RelativePath(page.path)
      let old = try folders.made(path.folders).bytes(of: path.last)
      if old != page.bytes { changed.append((path, page.bytes)) }
    }
    try replaceAll(changed)
  }
}
