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
  /// SHA-256 of scores, cases and gate results.
  package var content: ContentDigest

  /// A draft.
  package init(period: Period, basis: Basis, content: ContentDigest) {
    self.period = period
    self.basis = basis
    self.content = content
  }

  fileprivate var json: [UInt8] {
    let value: JSONValue = [
      "format": "tongbao.draft/1",
      "period": .string(period.description),
      "content": .string(content.hex),
      "basis": basis.json,
    ]
    return value.rendered(.indented)
  }

  fileprivate init?(json bytes: [UInt8]) {
    guard let value = try? JSONValue(parsing: bytes),
      let object = StrictObject(value, names: ["format", "period", "content", "basis"]),
      object.string("format") == "tongbao.draft/1",
      let period = object.string("period").flatMap({ Period($0) }),
      let content = object.digest("content"),
      let basis = object.value("basis").flatMap({ Basis(json: $0) })
    else { return nil }
    self.init(period: period, basis: basis, content: content)
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
