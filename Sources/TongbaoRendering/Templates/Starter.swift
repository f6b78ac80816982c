import Foundation
package import TongbaoModel

/// The files of a new workspace, as they come with the program in `templates/workspace`.
///
/// `@name@` stands for a value in texts and paths; what is no known name stays as it is.
package struct Starter: Sendable {
  /// Templates of which the workspace gets a copy, because every office has its own words there.
  private static let copied = ["zh-Hans/requirements.mustache"]

  private let files: [(path: String, text: String)]

  /// Looks for the files in the first of `folders` that has any.
  package init(folders: [String]) {
    for folder in folders {
      let found = Starter.texts(below: folder + "/workspace")
      guard !found.isEmpty else { continue }
      let copies = Starter.copied.compactMap { path in
        Starter.text(of: folder + "/" + path).map { (path: "templates/" + path, text: $0) }
      }
      files = (found + copies).sorted { $0.path < $1.path }
      return
    }
    files = []
  }

  /// The paths of templates that a new workspace gets, so that every office finds its own words there.
  package var templates: [String] {
    files.map(\.path).filter { $0.hasPrefix("templates/") }
  }

  /// Whether nothing was found.
  package var isEmpty: Bool { files.isEmpty }

  /// The files with every `@name@` replaced by its value.
  package func pages(filledWith values: [String: String]) -> [Page] {
    files.map { file in
      Page(
        path: Starter.filled(file.path, values),
        audience: .internal,
        bytes: Array(Starter.filled(file.text, values).utf8)
      )
    }
  }

  private static func texts(below folder: String) -> [(path: String, text: String)] {
    (FileManager.default.subpaths(atPath: folder) ?? [])
      .compactMap { path in text(of: folder + "/" + path).map { (path, $0) } }
  }

  /// The text of a plain file; nil for a folder.
  private static func text(of path: String) -> String? {
    guard let bytes = FileManager.default.contents(atPath: path) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func filled(_ text: String, _ values: [String: String]) -> String {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    var result = String(parts.first ?? "")
    var isName = true
    for (index, part) in parts.enumerated().dropFirst() {
      // Between two signs stands a name only where one is known: an address such as a@b.cn is none.
      let value = isName && index < parts.count - 1 ? values[String(part)] : nil
      if let value {
        result += value
        isName = false
      } else {
        result += (isName ? "@" : "") + part
        isName = true
      }
    }
    return result
  }
}
