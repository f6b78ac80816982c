import Foundation

/// The checkout that these tests were compiled from.
enum Repository {
  /// Its top folder.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The text of a file, by its path from the top.
  static func text(of path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The text of a Swift file without its comment lines.
  static func code(of path: String) throws -> String {
    try text(of: path).split(separator: "\n")
      .filter { !$0.drop { $0 == " " }.hasPrefix("//") }
      .joined(separator: "\n")
  }

  /// The Swift files below a folder, by their paths from the top, sorted.
  static func swiftFiles(below folder: String) -> [String] {
    let base = root.appending(path: folder)
    let found = FileManager.default.enumerator(atPath: base.path(percentEncoded: false))
    return (found?.compactMap { $0 as? String } ?? [])
      .filter { $0.hasSuffix(".swift") }
      .map { "\(folder)/\($0)" }
      .sorted()
  }

  /// The targets below `Sources` that are written in Swift.
  static func swiftTargets() throws -> [String] {
    try FileManager.default
      .contentsOfDirectory(atPath: root.appending(path: "Sources").path(percentEncoded: false))
      .filter { !swiftFiles(below: "Sources/\($0)").isEmpty }
      .sorted()
  }
}
