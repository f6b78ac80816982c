import Foundation

/// Where templates lie: a workspace's own, then those that came with the program.
enum TemplateFolders {
  /// The folders in which templates are looked for, the workspace's overrides first.
  static func installed(beside workspace: String?) -> [String] {
    let own = workspace.map { [$0 + "/templates"] } ?? []
    return own + shipped
  }

  /// The path of this program.
  static var program: String {
    URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().path(percentEncoded: false)
  }

  /// `TONGBAO_TEMPLATES`, else `../share/tongbao/templates` of the program, else the checkout in which it was built.
  private static var shipped: [String] {
    if let stated = Environment.current.variables["TONGBAO_TEMPLATES"], !stated.isEmpty {
      return [stated]
    }
    var folder = URL(filePath: program).deletingLastPathComponent()
    let share = folder.deletingLastPathComponent().appending(path: "share/tongbao/templates")
    if isFolder(share) { return [share.path(percentEncoded: false)] }
    while folder.pathComponents.count > 1 {
      let candidate = folder.appending(path: "templates")
      if isFolder(candidate.appending(path: "zh-Hans")) {
        return [candidate.path(percentEncoded: false)]
      }
      folder.deleteLastPathComponent()
    }
    return []
  }

  private static func isFolder(_ url: URL) -> Bool {
    var isDirectory: ObjCBool = false
    let path = url.path(percentEncoded: false)
    // The documented way to ask; the flag is written for the duration of the call alone.
    return unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
      && isDirectory.boolValue
  }
}
