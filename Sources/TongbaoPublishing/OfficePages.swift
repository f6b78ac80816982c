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

  /// Replaces the draft of a period: its pages with their manifest, the `note` to those who sign and, last, what they
  /// depend on.
  package func writeDraft(
    _ draft: Draft,
    pages: [Page],
    note: Page
  ) throws(PublishingFailure) {
    let pages = pages + [Draft.manifest(of: pages), note]
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

  /// Whether the draft of a period lies there with these very pages.
  package func holds(_ pages: [Page], asDraftOf period: Period) throws(PublishingFailure) -> Bool {
    guard let drafts = try folder.folder("drafts"),
      let target = try drafts.folder(FileName(period.description))
    else { return false }
    for page in pages + [Draft.manifest(of: pages)] {
      let path = try RelativePath(page.path)
      var place: Folder? = target
      for name in path.folders { place = try place?.folder(name) }
      guard try place?.bytes(of: path.last) == page.bytes else { return false }
    }
    return true
  }

  /// Removes the draft of a period, once it is out or void; says whether there was one.
  @discardableResult
  package func removeDraft(of period: Period) throws(PublishingFailure) -> Bool {
    let name = FileName(period.description)
    guard let drafts = try folder.folder("drafts"), try drafts.status(of: name) != nil else {
      return false
    }
    try drafts.removeTree(name)
    return true
  }
}

extension Workspace {
  /// The drafts that wait to be signed, oldest period first, as they are found without the lock.
  package func drafts() throws(PublishingFailure) -> [Draft] {
    guard let folder = try present(.internal)?.folder("drafts") else { return [] }
    var drafts: [Draft] = []
    for name in try folder.names() {
      guard let bytes = try folder.folder(name)?.bytes(of: OfficePages.draftName),
        let draft = Draft(json: bytes), draft.period.description == name.description
      else { continue }
      drafts.append(draft)
    }
    return drafts.sorted { $0.period.days.to < $1.period.days.to }
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
  /// SHA-256 of the manifest of its public pages.
  package let pages: ContentDigest

  /// The check code by which those who sign and those who release mean the same pages: the first 8 digits of the SHA-256
  /// of `MANIFEST.sha256` in its folder.
  package var code: String { String(pages.hex.prefix(8)) }

  /// The manifest of pages, as the draft's folder holds it.
  fileprivate static func manifest(of pages: [Page]) -> Page {
    let files = pages.map { (name: $0.path, digest: ContentDigest(of: $0.bytes)) }
    return Page(path: PreparedIssue.manifestName, audience: .internal, bytes: Manifest(files).bytes)
  }

  /// A draft that shows `pages`.
  package init(
    period: Period,
    basis: Basis,
    date: CalendarDate,
    content: ContentDigest,
    named: [NamedFinding] = [],
    pages: [Page]
  ) {
    self.pages = ContentDigest(of: Draft.manifest(of: pages).bytes)
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
      "pages": .string(pages.hex),
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
      let pages = object.digest("pages"), let named = object.array("named"),
      let basis = object.value("basis").flatMap({ Basis(json: $0) })
    else { return nil }
    (self.period, self.basis, self.date) = (period, basis, date)
    (self.content, self.pages) = (content, pages)
    self.named = named.compactMap { NamedFinding(json: $0) }
    guard self.named.count == named.count else { return nil }
  }

  private static let names = ["format", "period", "date", "content", "pages", "named", "basis"]
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
  /// Writes pages below the folder, each whole, where they differ from what is there.
  fileprivate func write(_ pages: [Page]) throws(PublishingFailure) {
    var files: [(path: RelativePath, bytes: [UInt8])] = []
    for page in pages { files.append((try RelativePath(page.path), page.bytes)) }
    try replaceAll(files)
  }
}
