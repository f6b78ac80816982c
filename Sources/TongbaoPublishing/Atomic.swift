import Glibc

/// Whole files in a folder that the user names, as `circular --out DIR` writes them.
package enum Atomic {
  /// Writes the files below `folder`, which is made where it is missing; each appears whole or not
  /// at all.
  ///
  /// Paths are relative and lead nowhere else; links below the folder are not followed. O(bytes).
  package static func write(
    _ files: [(path: String, bytes: [UInt8])],
    below folder: String,
    disk: Disk = Disk()
  ) throws(PublishingFailure) {
    let root = try makeRoot(folder, disk)
    for file in files {
      let path = try RelativePath(file.path)
      let parent = try root.made(at: path.folders)
      // No lock is held here: two programs must not share a temporary name.
      let part = FileName(bytes: Array(".\(getpid())".utf8) + path.last.partName.bytes)
      try parent.replace(path.last, with: file.bytes, temporary: part)
    }
  }

  private static func makeRoot(_ path: String, _ disk: Disk) throws(PublishingFailure) -> Folder {
    do {
      return try Folder(opening: path, disk: disk)
    } catch {
      guard case .disk(let failure) = error, failure.code == ENOENT else { throw error }
      guard let cut = path.dropLast(path.hasSuffix("/") ? 1 : 0).lastIndex(of: "/") else {
        return try Folder(opening: ".", disk: disk).made(FileName(path))
      }
      let parent = try makeRoot(cut == path.startIndex ? "/" : String(path[..<cut]), disk)
      let name = path[path.index(after: cut)...].split(separator: "/").first ?? ""
      return try parent.made(FileName(name))
    }
  }
}
