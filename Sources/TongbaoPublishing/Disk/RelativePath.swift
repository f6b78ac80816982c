/// A path below a folder that cannot lead out of it: `2017-11/r1/units/yanguan.html`.
package struct RelativePath: Sendable, Hashable {
  /// Names of folders and, last, of the file; never empty.
  package let names: [FileName]

  /// Checks a path; `unsafePath` for an absolute or empty one, for `.`, `..`, `\`, controls, hidden
  /// or too long names, and for the empty name.
  package init(_ text: String) throws(PublishingFailure) {
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    for part in parts {
      let isPlain = part.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }
      guard (1...240).contains(part.count), part.first != UInt8(ascii: "."), isPlain else {
        throw .unsafePath(text)
      }
    }
    names = parts.map { FileName(bytes: Array($0)) }
  }

  /// The folders that lead to the file.
  var folders: ArraySlice<FileName> { names.dropLast() }

  /// The file's own name.
  var last: FileName {
    guard let last = names.last else {
      preconditionFailure("a RelativePath is made of at least one name")
    }
    return last
  }
}

extension RelativePath: CustomStringConvertible {
  /// The path with `/` between its names.
  package var description: String {
    names.map(\.description).joined(separator: "/")
  }
}

extension Folder {
  /// The folder that holds the file of `path`; nil where one on the way is missing.
  func parent(of path: RelativePath) throws(PublishingFailure) -> Folder? {
    try folder(at: path.folders)
  }

  /// The folder at the end of `names`, this one where they are empty; nil where one is missing.
  func folder(at names: ArraySlice<FileName>) throws(PublishingFailure) -> Folder? {
    var folder = self
    for name in names {
      guard let next = try folder.folder(name) else { return nil }
      folder = next
    }
    return folder
  }

  /// The folder `name`, made where it is missing.
  func made(_ name: FileName, mode: UInt32 = 0o755) throws(PublishingFailure) -> Folder {
    if let folder = try folder(name) { return folder }
    if try makeFolder(name, mode: mode) { try sync() }
    guard let folder = try folder(name) else { throw .wrongKind(path: path(of: name)) }
    return folder
  }

  /// The folder at the end of `names`, made where one is missing.
  func made(at names: ArraySlice<FileName>) throws(PublishingFailure) -> Folder {
    var folder = self
    for name in names { folder = try folder.made(name) }
    return folder
  }
}
