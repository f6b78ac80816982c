import Glibc
import TongbaoModel

// From bytes to files that nothing links to yet.
extension Publication {
  private static let pagesName: FileName = "pages"

  /// Writes all files outside the served tree, and waits until they are on the disk.
  func build(_ prepared: PreparedIssue, in build: Folder) throws(PublishingFailure) {
    let pages = try build.made(Publication.pagesName)
    try pages.writeAll(prepared.pages)
    if !prepared.notices.isEmpty {
      try build.made(Publication.noticesName).writeAll(prepared.notices)
    }
    try build.write(prepared.register.json, as: Publication.registerName)
  }

  /// Puts pages that will replace notices, and copies of those they replace, into the office's
  /// folder.
  func stage(_ prepared: PreparedIssue) throws(PublishingFailure) {
    guard !prepared.replacements.isEmpty else { return }
    let replacements = try office.made(Publication.replacementsName, mode: 0o770)
    let withdrawn = try office.made(Publication.withdrawnName, mode: 0o770)
    guard let notices = try served.folder(Publication.noticesName) else {
      throw .wrongKind(path: served.path(of: Publication.noticesName))
    }
    for page in prepared.replacements {
      let name = page.path.last
      if prepared.withdrawn.contains(page.path.description) {
        try notices.keep(name, in: withdrawn)
      }
      try replacements.replace(name, with: page.bytes)
    }
    try withdrawn.sync()
  }

  /// Moves the built files to their public names, which are new, and waits until the names are on
  /// the disk.
  func moveOut(_ prepared: PreparedIssue, from build: Folder) throws(PublishingFailure) {
    if !prepared.notices.isEmpty {
      let notices = try served.made(Publication.noticesName)
      try build.made(Publication.noticesName).moveAll(prepared.notices.map(\.path), to: notices)
    }
    let period = try served.made(FileName(prepared.issue.period.description))
    let folder = try period.made(FileName("r\(prepared.issue.revision)"))
    try build.made(Publication.pagesName).moveAll(prepared.pages.map(\.path), to: folder)
  }

  /// Replaces the pages of notices that were withdrawn, suspended or restored.
  ///
  /// The register names the new bytes already; a page that cannot be replaced now is replaced by
  /// the next run.
  mutating func finishReplacements() throws(PublishingFailure) {
    guard let staged = try office.folder(Publication.replacementsName) else { return }
    let names = try staged.names()
    guard !names.isEmpty else { return }
    let due = Set(register.notices.flatMap { $0.files })
    for name in names {
      guard let bytes = try staged.bytes(of: name) else { continue }
      let file = PublishedFile(path: name.description, digest: ContentDigest(of: bytes))
      if due.contains(file), try !replace(name, in: Publication.noticesName, with: bytes) {
        continue
      }
      try staged.remove(name)
    }
  }

  /// Replaces one file of a public folder if its bytes differ; a refusal of the disk is reported,
  /// and says false.
  mutating func replace(
    _ name: FileName,
    in folder: FileName?,
    with bytes: [UInt8]
  ) throws(PublishingFailure) -> Bool {
    do {
      let target = if let folder { try served.made(folder) } else { served }
      try target.replaceIfChanged(name, with: bytes)
      return true
    } catch {
      switch error {
      case .disk(let failure): reportNotReplaced(failure)
      case .wrongKind(let path):
        reportNotReplaced(DiskFailure(operation: .rename, path: path, code: EEXIST))
      default: throw error
      }
      return false
    }
  }

  mutating func reportNotReplaced(_ failure: DiskFailure) {
    // A run may rebuild more than once.
    guard reported.insert(failure.path).inserted else { return }
    diagnostics.append(.notReplaced(failure))
  }
}

extension Folder {
  /// Moves files to the same paths below another folder, and waits until their names are on the
  /// disk.
  func moveAll(_ paths: [RelativePath], to target: Folder) throws(PublishingFailure) {
    var sources = FolderTree(self)
    var targets = FolderTree(target)
    for path in paths {
      let folder = try targets.made(path.folders)
      try sources.made(path.folders).move(path.last, to: folder, as: path.last)
    }
    for folder in targets.all { try folder.sync() }
  }

  /// Renames a file, and copies it where the folders are on different file systems, such as a
  /// share.
  func move(
    _ name: FileName,
    to folder: Folder,
    as newName: FileName
  ) throws(PublishingFailure) {
    do {
      try rename(name, to: folder, as: newName)
    } catch {
      guard case .disk(let failure) = error, failure.code == EXDEV else { throw error }
      try copy(name, to: folder, as: newName)
      try remove(name)
    }
  }
}

extension Folder {
  /// Copies a file into a folder of files that are kept; other bytes under its name there stay, under a further name.
  fileprivate func keep(_ name: FileName, in kept: Folder) throws(PublishingFailure) {
    let bytes = try bytes(of: name)
    var place = name
    var count = 1
    while let there = try kept.bytes(of: place), there != bytes {
      count += 1
      place = FileName("\(count)-\(name)")
    }
    try copy(name, to: kept, as: place)
  }
}
