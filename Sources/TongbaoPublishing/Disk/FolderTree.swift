/// The folders below one, each opened once.
struct FolderTree {
  private let root: Folder
  private var opened: [ArraySlice<FileName>: Folder] = [:]

  init(_ root: Folder) {
    self.root = root
  }

  /// The root and every folder asked for.
  var all: [Folder] { [root] + opened.values }

  /// The folder at a path, made where it is missing.
  mutating func made(_ names: ArraySlice<FileName>) throws(PublishingFailure) -> Folder {
    if names.isEmpty { return root }
    if let folder = opened[names] { return folder }
    let folder = try root.made(at: names)
    opened[names] = folder
    return folder
  }
}
