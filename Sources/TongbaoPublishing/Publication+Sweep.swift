import TongbaoModel

// What the register does not name.
extension Publication {
  static let derivedNames: Set<FileName> = [
    "index.html", "register.csv", statusName, "feed.xml", registerName, noticesName,
  ]

  /// Removes left-overs of a stopped run from the folders that are ours, and reports what else is
  /// there.
  mutating func sweep() throws(PublishingFailure) {
    for name in try served.names() where !Publication.derivedNames.contains(name) {
      if name.isPart {
        try served.remove(name)
      } else if let period = Period(name.description),
        try served.status(of: name)?.kind == .folder
      {
        try sweepPeriod(period, name)
      } else {
        report(.publishUnknownFile, served.path(of: name))
      }
    }
    try sweepNotices()
  }

  private mutating func sweepPeriod(
    _ period: Period,
    _ name: FileName
  ) throws(PublishingFailure) {
    guard let folder = try served.folder(name) else { return }
    let revisions = register.revisions(of: period)
    for entry in try folder.names() where entry != "index.html" {
      if let issue = revisions.first(where: { FileName("r\($0.revision)") == entry }) {
        guard let inside = try folder.folder(entry) else { continue }
        try sweep(inside, keeping: Set(issue.files.map(\.path)), prefix: "")
      } else if entry.isPart {
        try folder.remove(entry)
      } else if Publication.isRevision(entry) {
        report(.publishRemoved, folder.path(of: entry))
        try folder.removeTree(entry)
      } else {
        report(.publishUnknownFile, folder.path(of: entry))
      }
    }
    if revisions.isEmpty { try served.removeFolder(name) }
  }

  /// Removes from a published folder what its entry does not name.
  private mutating func sweep(
    _ folder: Folder,
    keeping paths: Set<String>,
    prefix: String
  ) throws(PublishingFailure) {
    for name in try folder.names() {
      let path = prefix + name.description
      if paths.contains(path) { continue }
      if paths.contains(where: { $0.hasPrefix(path + "/") }), let inner = try folder.folder(name) {
        try sweep(inner, keeping: paths, prefix: path + "/")
      } else {
        report(.publishRemoved, folder.path(of: name))
        try folder.removeTree(name)
      }
    }
  }

  private mutating func sweepNotices() throws(PublishingFailure) {
    guard let folder = try served.folder(Publication.noticesName) else { return }
    let known = Set(register.notices.flatMap { $0.files.map(\.path) })
    for name in try folder.names() where !known.contains(name.description) {
      if name.isPart || Publication.isNotice(name) {
        report(.publishRemoved, folder.path(of: name))
        try folder.removeTree(name)
      } else {
        report(.publishUnknownFile, folder.path(of: name))
      }
    }
    if register.notices.isEmpty { try served.removeFolder(Publication.noticesName) }
  }

  /// Whether the next run removes a path of the workspace that the register does not name.
  static func isSwept(_ path: String) -> Bool {
    let names = path.split(separator: "/").map { FileName(String($0)) }
    guard names.count > 2 else { return false }
    return names[1] == noticesName
      ? names.count == 3 && isNotice(names[2])
      : Period(names[1].description) != nil && isRevision(names[2])
  }

  private mutating func report(_ kind: DiagnosticKind, _ path: String) {
    // Every issue of a run begins with a sweep; what stays is told once.
    guard reported.insert(path).inserted else { return }
    diagnostics.append(Diagnostic(kind, at: SourceLocation(file: path)))
  }

  /// Whether a name is one that a revision has, such as `r1`.
  private static func isRevision(_ name: FileName) -> Bool {
    name.bytes.first == UInt8(ascii: "r") && name.bytes.count > 1
      && name.bytes.dropFirst().allSatisfy { (48...57).contains($0) }
  }

  /// Whether a name is one that a notice has, such as `2017-0012.html`.
  private static func isNotice(_ name: FileName) -> Bool {
    let parts = name.description.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1] == "html" || parts[1] == "txt" else { return false }
    let numbers = parts[0].split(separator: "-", omittingEmptySubsequences: false)
    return numbers.count == 2
      && numbers.allSatisfy { $0.utf8.count >= 4 && $0.utf8.allSatisfy { (48...57).contains($0) } }
  }
}

extension Folder {
  /// Removes a file, a link, or a folder with all that is in it; links are removed, never followed.
  func removeTree(_ name: FileName) throws(PublishingFailure) {
    guard let status = try status(of: name) else { return }
    guard status.kind == .folder else {
      try remove(name)
      return
    }
    guard let folder = try folder(name) else { return }
    for inner in try folder.names() { try folder.removeTree(inner) }
    try removeFolder(name)
  }
}
