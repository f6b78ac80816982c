import Glibc

/// A file whose name is not UTF-8, as archives packed on Chinese Windows leave them on Linux: an argument holds
/// U+FFFD where the name has other bytes.
enum GarbledName {
  /// Opens for reading the one file of the folder whose name reads as the last part of `path`; -1 where there is
  /// none, or several.
  ///
  /// O(names in the folder).
  static func open(_ path: String, _ flags: Int32) -> Int32 {
    guard path.unicodeScalars.contains("\u{FFFD}") else { return -1 }
    let cut = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = cut.map { String(path[...$0]) } ?? "."
    let name = cut.map { path.utf8[path.utf8.index(after: $0)...] } ?? path.utf8[...]
    guard let stream = unsafe opendir(folder) else { return -1 }
    defer { unsafe closedir(stream) }
    var found: [[CChar]] = []
    while let entry = unsafe readdir(stream) {
      let bytes = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { buffer in
        unsafe buffer.prefix { $0 != 0 }.map { CChar(bitPattern: $0) }
      }
      let read = String(decoding: bytes.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      if read.utf8.elementsEqual(name) { found.append(bytes + [0]) }
    }
    guard found.count == 1 else { return -1 }
    return unsafe openat(dirfd(stream), found[0], flags)
  }
}
