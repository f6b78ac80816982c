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
    var checked: [(path: RelativePath, bytes: [UInt8])] = []
    for file in files { checked.append((try RelativePath(file.path), file.bytes)) }
    // No lock is held here: two programs must not share a temporary name.
    let mark = Array(".\(getpid())".utf8)
    try Folder.made(at: folder, disk: disk)
      .replaceAll(checked) { FileName(bytes: mark + $0.partName.bytes) }
  }
}

extension Folder {
  /// The folder at `path`; nil where nothing is there.
  static func present(at path: String, disk: Disk) throws(PublishingFailure) -> Folder? {
    do {
      return try Folder(opening: path, disk: disk)
    } catch {
      guard case .disk(let failure) = error, failure.code == ENOENT else { throw error }
      return nil
    }
  }

  /// The folder at `path`, made with those above it where they are missing.
  static func made(at path: String, disk: Disk) throws(PublishingFailure) -> Folder {
    if let folder = try present(at: path, disk: disk) { return folder }
    guard let cut = path.dropLast(path.hasSuffix("/") ? 1 : 0).lastIndex(of: "/") else {
      return try Folder(opening: ".", disk: disk).made(FileName(path))
    }
    let parent = try made(at: cut == path.startIndex ? "/" : String(path[..<cut]), disk: disk)
    let name = path[path.index(after: cut)...].split(separator: "/").first ?? ""
    return try parent.made(FileName(name))
  }
}
