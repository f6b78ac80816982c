import Foundation
import TongbaoModel

@testable import TongbaoRendering

/// Templates that print everything they can: every name of every view, in every section.
///
/// Made from the shapes of the views, so that a new name is printed without anybody thinking of it.
enum GreedyTemplates {
  /// The greedy templates of a locale; frame and words are the installed ones.
  static func templates(locale: String) throws -> Templates {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "tongbao-greedy-\(UUID().uuidString)")
    let inner = folder.appending(path: locale)
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for root in TemplateRoot.all where root.name != "page.html" {
      let text = "# greedy\n\n" + body(of: root.shape(), within: [])
      try Data(text.utf8).write(to: inner.appending(path: root.name + ".mustache"))
    }
    return Templates(folders: [folder.path, Sample.root + "/templates"], locale: locale)
  }

  private static func body(of shape: Shape, within outer: [String]) -> String {
    var lines: [String] = []
    for (name, kind) in shape.fields.sorted(by: { $0.key < $1.key }) {
      switch kind {
      case .text: lines.append("- \(name) {{\(name)}} {{#\(name)}}{{\(name)}}{{/\(name)}}")
      case .flag:
        lines.append("- {{#\(name)}}\(name){{/\(name)}}{{^\(name)}}not \(name){{/\(name)}}")
      case .markup: break
      case .list(let inner), .record(let inner):
        let inner = inner()
        guard !outer.contains(inner.name) else { continue }
        let text = body(of: inner, within: outer + [inner.name])
        lines.append("{{#\(name)}}\n\(text)\n{{/\(name)}}")
      }
    }
    return lines.joined(separator: "\n")
  }
}
