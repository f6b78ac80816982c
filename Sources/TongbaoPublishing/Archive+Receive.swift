import TongbaoFormats

/// A copy of an inbox file, not yet decided about: to be read, then accepted, refused or set aside.
package struct ReceivedSheet: Sendable, Hashable {
  /// The file as it lay in the inbox.
  package let file: InboxFile
  /// SHA-256 of the copy.
  package let digest: ContentDigest
  /// Where the copy can be read, as messages name folders.
  package let path: String
  /// The name by which its source entry is found: of mended rows that of the first original.
  package let originalName: String
  /// The entry of the sheet that came before it by way of the quarantine; nil for other sheets.
  package let original: Int?
  /// Whether it holds mended rows of that sheet, and not the whole of it.
  package let isMended: Bool
  /// Whether its name is one that the quarantine gave.
  package let isNamedByQuarantine: Bool
  /// The name of the copy in the folder of incoming files.
  let copy: FileName

  /// Its name for pages and messages: as it came, controls shown as `·`.
  package var name: String { PrintableText.clean(file.name.description) }
}

/// What receiving a file came to.
package enum Reception: Sendable, Hashable {
  /// A sheet whose bytes no other has.
  case new(ReceivedSheet)
  /// A file with the bytes of a sheet that counts: to be set aside.
  case duplicate(ReceivedSheet, of: Int)
  /// A file that a stopped run had taken in already; it is gone now.
  case finished
  /// It changed while it was copied, or is gone: the next run looks again.
  case waiting
  /// A program holds it open for writing: the next run looks again.
  case heldOpen
  /// It cannot be read; the system's error number.
  case unreadable(DiskFailure)
}

extension Archive {
  private enum Copying {
    case done(ContentDigest)
    case changed
    case heldOpen
    case unreadable(DiskFailure)
  }

  /// Copies a file of the inbox beside the archive and takes its SHA-256 on the way; the copy is on the disk
  /// after the `commit` that follows the decision.
  ///
  /// O(size), constant memory.
  ///
  /// Sheets are to be read from the copy, so that what was checked is what is kept.
  package mutating func receive(_ file: InboxFile) throws(PublishingFailure) -> Reception {
    received += 1
    let copy = FileName("\(received).part")
    switch try copied(file, as: copy) {
    case .heldOpen: return .heldOpen
    case .changed:
      incoming.discard(copy)
      return .waiting
    case .unreadable(let failure):
      incoming.discard(copy)
      return .unreadable(failure)
    case .done(let digest): return try reception(of: file, digest, copy)
    }
  }

  /// Whether a file's name is one that the quarantine gave: what is decided about it depends on entries before.
  package static func mayMend(_ file: InboxFile) -> Bool {
    QuarantineName(file.name.description) != nil
  }

  /// The entry of the sheet that counts with these bytes.
  package func sheet(with digest: ContentDigest) -> Int? { index.sheet(with: digest) }

  private mutating func reception(
    of file: InboxFile,
    _ digest: ContentDigest,
    _ copy: FileName
  ) throws(PublishingFailure) -> Reception {
    let counting = index.sheet(with: digest)
    if counting != nil, index.entry(of: file, digest) != nil {
      try incoming.remove(copy)
      try removeFromInbox(file)
      return .finished
    }
    let name = QuarantineName(file.name.description)
    let original = name.flatMap { index.entry(withShortDigest: $0.short) }
      .flatMap { journal.entry($0) }
    let sheet = ReceivedSheet(
      file: file,
      digest: digest,
      path: incoming.path(of: copy),
      originalName: original.map { journal.firstName(of: $0) } ?? file.name.description,
      original: original?.sequence,
      isMended: original != nil && name?.holdsRows == true,
      isNamedByQuarantine: name != nil,
      copy: copy
    )
    return counting.map { .duplicate(sheet, of: $0) } ?? .new(sheet)
  }

  private func copied(_ file: InboxFile, as copy: FileName) throws(PublishingFailure) -> Copying {
    let source: OpenFile
    do {
      guard let opened = try inbox.open(file.name), try opened.status() == file.status else {
        return .changed
      }
      if knowsWriters, opened.isBeingWritten { return .heldOpen }
      source = opened
    } catch {
      switch error {
      case .wrongKind: return .changed
      case .disk(let failure): return .unreadable(failure)
      default: throw error
      }
    }
    let target = try incoming.createAnew(copy)
    var stream = DigestStream()
    while true {
      let piece: [UInt8]
      do {
        piece = try source.read(upTo: 1 << 20)
      } catch {
        guard case .disk(let failure) = error else { throw error }
        return .unreadable(failure)
      }
      if piece.isEmpty { break }
      stream.update(piece)
      try target.write(piece)
    }
    target.startWriting()
    return try source.status() == file.status ? .done(stream.finished()) : .changed
  }
}

// Deciding.
extension Archive {
  /// Keeps a sheet for good and takes it from the inbox, with the next `commit`; `year` names its folder.
  ///
  /// It counts from now on.
  @discardableResult
  package mutating func accept(
    _ sheet: ReceivedSheet,
    year: Int,
    at time: Timestamp
  ) throws(PublishingFailure) -> ArchivedSheet {
    let name = try place(sheet, in: yearFolder(year))
    let entry = note(sheet.isMended ? .mended : .sheet, at: time) { entry in
      entry.describe(sheet)
      entry.path = "archive/\(year)/\(name)"
    }
    try leaveInbox(sheet.file)
    guard let archived = journal.sheet(entry) else {
      preconditionFailure("an accepted sheet's entry has all that a sheet needs")
    }
    return archived
  }

  /// The folder of a year, opened once: a group has many sheets of it.
  private mutating func yearFolder(_ year: Int) throws(PublishingFailure) -> Folder {
    if let folder = yearFolders[year] { return folder }
    let folder = try folder.made(FileName(String(year)), mode: 0o770)
    yearFolders[year] = folder
    return folder
  }

  /// Chooses the copy's name for good: 12 digits of the SHA-256, more where another file has them.
  private mutating func place(
    _ sheet: ReceivedSheet,
    in folder: Folder
  ) throws(PublishingFailure) -> FileName {
    let name = sheet.file.name.safe()
    for digits in [12, 20, 64] {
      let candidate = FileName("\(sheet.digest.hex.prefix(digits))-\(name)")
      let path = folder.path(of: candidate)
      let present =
        if let digest = group.taken[path] { digest } else { try folder.digest(of: candidate) }
      guard present == nil || present == sheet.digest else { continue }
      group.taken[path] = sheet.digest
      group.moves.append((sheet.copy, folder, candidate))
      return candidate
    }
    throw .digestMismatch(path: folder.path(of: FileName("\(sheet.digest.hex)-\(name)")))
  }

  /// Notes a file whose bytes a sheet that counts has, and takes it from the inbox, with the next `commit`; nothing
  /// is lost.
  ///
  /// That throws `digestMismatch` where the archived bytes are not those: then the file stays in the inbox.
  @discardableResult
  package mutating func setAside(
    _ sheet: ReceivedSheet,
    duplicateOf original: Int,
    at time: Timestamp
  ) throws(PublishingFailure) -> JournalEntry {
    guard let path = journal.entry(original)?.path else { throw .digestMismatch(path: sheet.name) }
    let entry = note(.duplicate, at: time) { entry in
      entry.describe(sheet)
      entry.path = path
      entry.original = original
    }
    group.originals.append((path, sheet.digest))
    group.surplus.append(sheet.copy)
    try leaveInbox(sheet.file)
    return entry
  }
}

extension JournalEntry {
  mutating func describe(_ sheet: ReceivedSheet) {
    name = sheet.file.name.description
    modified = sheet.file.status.modified.description
    size = Int(sheet.file.status.size)
    digest = sheet.digest
    original = sheet.original
  }
}

extension Journal {
  /// The name under which the first original of an entry came.
  func firstName(of entry: JournalEntry) -> String {
    firstOriginal(of: entry).name ?? ""
  }
}

extension Workspace {
  /// The SHA-256 of a file by its path below the workspace, such as the journal gives; nil where it
  /// is missing.
  package func digest(of path: String) throws(PublishingFailure) -> ContentDigest? {
    let place = try place(of: path)
    return try place.parent?.digest(of: place.name)
  }

  /// The bytes of a file by its path below the workspace; nil where it is missing.
  package func bytes(of path: String) throws(PublishingFailure) -> [UInt8]? {
    let place = try place(of: path)
    return try place.parent?.bytes(of: place.name)
  }

  private func place(
    of path: String
  ) throws(PublishingFailure) -> (parent: Folder?, name: FileName) {
    let names = try RelativePath(path).names
    guard let part = names.first.flatMap({ Part(rawValue: $0.description) }), let name = names.last,
      names.count > 1
    else { throw .unsafePath(path) }
    return (try folder(part).folder(at: names.dropFirst().dropLast()), name)
  }
}
