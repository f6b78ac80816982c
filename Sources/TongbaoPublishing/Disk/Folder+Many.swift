import Glibc

// Many files at once: all are written before the first is waited for, so that the disk can take them
// together. One by one, ten thousand small pages take minutes.
extension Folder {
  /// Writes new files below the folder, and waits until they are on the disk.
  func writeAll(_ files: [(path: RelativePath, bytes: [UInt8])]) throws(PublishingFailure) {
    var folders = FolderTree(self)
    for file in files {
      try folders.made(file.path.folders).create(file.path.last).writeAhead(file.bytes)
    }
    for file in files { try folders.made(file.path.folders).sync(file.path.last) }
  }

  /// As `replace`, for files at paths below the folder.
  ///
  /// None takes its name before the bytes of all are on the disk: a full disk changes nothing.
  /// Until then the bytes of a file lie under its `temporary` name.
  func replaceAll(
    _ files: [(path: RelativePath, bytes: [UInt8])],
    temporary: (FileName) -> FileName = { $0.partName }
  ) throws(PublishingFailure) {
    var folders = FolderTree(self)
    var parts: [(folder: Folder, part: FileName, name: FileName)] = []
    do {
      for file in files {
        let (folder, name) = (try folders.made(file.path.folders), file.path.last)
        let part = temporary(name)
        try folder.remove(part)
        parts.append((folder, part, name))
        try folder.create(part).writeAhead(file.bytes)
      }
      for part in parts { try part.folder.sync(part.part) }
      for part in parts { try part.folder.rename(part.part, to: part.folder, as: part.name) }
    } catch {
      for part in parts { part.folder.discard(part.part) }
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

extension OpenFile {
  /// Writes all bytes and tells the system to begin putting them on the disk.
  fileprivate func writeAhead(_ bytes: [UInt8]) throws(PublishingFailure) {
    try write(bytes)
    startWriting()
  }
}
