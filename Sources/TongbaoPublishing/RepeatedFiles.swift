import Glibc

/// Files that hold the same bytes, whatever their names.
package enum RepeatedFiles {
  /// For every file from position `start` on that repeats an earlier one of the list, the position of
  /// the first such one.
  ///
  /// Files are compared by SHA-256 where they have the same size. Pipes, and what cannot be read, repeat
  /// nothing. O(bytes of the files of one size).
  package static func originals(of paths: [String], from start: Int = 0) -> [Int: Int] {
    let sizes = paths.map { size(of: $0) }
    let soughtSizes = Set(sizes.dropFirst(start).compactMap { $0 })
    let counts = Dictionary(sizes.compactMap { $0.map { ($0, 1) } }, uniquingKeysWith: +)
    var first: [ContentDigest: Int] = [:]
    var originals: [Int: Int] = [:]
    for (index, path) in paths.enumerated() {
      guard let size = sizes[index], soughtSizes.contains(size), counts[size, default: 0] > 1,
        let digest = digest(of: path)
      else { continue }
      guard let original = first[digest] else {
        first[digest] = index
        continue
      }
      if index >= start { originals[index] = original }
    }
    return originals
  }

  /// The size of a plain file that holds anything.
  private static func size(of path: String) -> Int64? {
    var info = stat()
    guard unsafe stat(path, &info) == 0 else { return nil }
    let status = FileStatus(info)
    return status.kind == .file && status.size > 0 ? status.size : nil
  }

  private static func digest(of path: String) -> ContentDigest? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    let file = OpenFile(descriptor: descriptor, disk: Disk(), path: path)
    var stream = DigestStream()
    while let piece = try? file.read(upTo: 1 << 20) {
      if piece.isEmpty { return stream.finished() }
      stream.update(piece)
    }
    return nil
  }
}
