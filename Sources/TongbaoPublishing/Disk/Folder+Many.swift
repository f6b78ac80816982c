import Glibc
import Synchronization
import TongbaoFormats

// Many files at once, on every core: all are written before the first is waited for, so that the disk can take
// them together. One by one, ten thousand small pages take minutes.
extension Folder {
  /// Writes new files below the folder, and waits until they are on the disk.
  func writeAll(_ files: [(path: RelativePath, bytes: [UInt8])]) throws(PublishingFailure) {
    var folders = FolderTree(self)
    let new = try folders.placed(files) { $0 }
    try new.onEveryCore { file throws(PublishingFailure) in
      try file.folder.create(file.name).writeAhead(file.bytes)
    }
    try new.sync()
  }

  /// As `replace`, for files at paths below the folder; those that hold the same bytes already are left alone.
  ///
  /// None takes its name before the bytes of all are on the disk: a full disk changes nothing.
  /// Until then the bytes of a file lie under its `temporary` name.
  func replaceAll(
    _ files: [(path: RelativePath, bytes: [UInt8])],
    temporary: (FileName) -> FileName = { $0.partName }
  ) throws(PublishingFailure) {
    var folders = FolderTree(self)
    let parts = try folders.placed(files, part: temporary).changed()
    do {
      try parts.onEveryCore { file throws(PublishingFailure) in
        try file.folder.createAnew(file.part).writeAhead(file.bytes)
      }
      try parts.sync()
      for file in parts { try file.folder.rename(file.part, to: file.folder, as: file.name) }
    } catch {
      for file in parts { file.folder.discard(file.part) }
      throw error
    }
    for folder in folders.all { try folder.sync() }
  }

  /// Waits until the bytes of a file that we wrote are on the disk.
  func sync(_ name: FileName) throws(PublishingFailure) {
    guard let written = try open(name) else { throw .digestMismatch(path: path(of: name)) }
    try written.sync()
  }
}

/// A file of a folder, and what is to stand in it.
private struct PlacedFile: Sendable {
  var folder: Folder
  var name: FileName
  /// The name under which the bytes lie until they are whole.
  var part: FileName
  var bytes: [UInt8]
}

extension FolderTree {
  /// The files with their folders, which are made where they are missing.
  fileprivate mutating func placed(
    _ files: [(path: RelativePath, bytes: [UInt8])],
    part: (FileName) -> FileName
  ) throws(PublishingFailure) -> [PlacedFile] {
    var placed: [PlacedFile] = []
    for file in files {
      let (folder, name) = (try made(file.path.folders), file.path.last)
      placed.append(PlacedFile(folder: folder, name: name, part: part(name), bytes: file.bytes))
    }
    return placed
  }
}

extension [PlacedFile] {
  /// What one core does before it asks for more.
  private static let runLength = 16

  /// What `action` gives for each file, on every core; throws the first failure in the order of the files, of those
  /// that there were until all cores had heard of one.
  @discardableResult
  fileprivate func onEveryCore<Outcome: Sendable>(
    _ action: @Sendable (PlacedFile) throws(PublishingFailure) -> Outcome
  ) throws(PublishingFailure) -> [Outcome] {
    // What follows a failure would be thrown away.
    let hasFailed = Mutex(false)
    let results = runs(of: [PlacedFile].runLength)
      .mapOnEveryCore { files -> Result<[Outcome], PublishingFailure> in
        do throws(PublishingFailure) {
          var outcomes: [Outcome] = []
          for file in files where !hasFailed.withLock({ $0 }) {
            outcomes.append(try action(file))
          }
          return .success(outcomes)
        } catch {
          hasFailed.withLock { $0 = true }
          return .failure(error)
        }
      }
    var outcomes: [Outcome] = []
    for result in results { outcomes += try result.get() }
    return outcomes
  }

  /// Waits until the bytes of all are on the disk.
  fileprivate func sync() throws(PublishingFailure) {
    try onEveryCore { file throws(PublishingFailure) in try file.folder.sync(file.part) }
  }

  /// The files whose bytes are not those on the disk.
  fileprivate func changed() throws(PublishingFailure) -> [PlacedFile] {
    let isHeld = try onEveryCore { file throws(PublishingFailure) in
      try file.folder.holds(file.bytes, in: file.name)
    }
    return zip(self, isHeld).filter { !$0.1 }.map { $0.0 }
  }
}

extension OpenFile {
  /// Writes all bytes and tells the system to begin putting them on the disk.
  fileprivate func writeAhead(_ bytes: [UInt8]) throws(PublishingFailure) {
    try write(bytes)
    startWriting()
  }
}
