package import TongbaoModel

/// Where each value of a configuration file stands, by its path such as `units[3].category`,
/// counted from 0.
package struct ConfigurationPositions: Sendable {
  private let lines: SourceLines
  private var places: [String: Place] = [:]

  /// The place of a value; nil where the file does not set it.
  package subscript(path: String) -> SourceLocation? {
    places[path].map(lines.location)
  }

  /// The line of a value with the value marked; nil where the file does not set it.
  package func excerpt(of path: String) -> Excerpt? {
    places[path].map(lines.excerpt)
  }

  /// The path itself where the file sets it, else that of the nearest part around it.
  func nearest(_ path: String) -> String {
    var path = path[...]
    while places[String(path)] == nil, let end = path.lastIndex(where: { $0 == "." || $0 == "[" }) {
      path = path[..<end]
    }
    return places[String(path)] == nil ? "" : String(path)
  }

  init(_ root: YAMLNode?, _ lines: SourceLines) {
    self.lines = lines
    if let root { add(root, path: "") }
  }

  private mutating func add(_ node: YAMLNode, path: String) {
    places[path] = node.place
    switch node.content {
    case .scalar: break
    case .list(let nodes):
      for (index, node) in nodes.enumerated() { add(node, path: "\(path)[\(index)]") }
    case .map(let entries):
      for entry in entries {
        add(entry.value, path: path.isEmpty ? entry.key : "\(path).\(entry.key)")
      }
    }
  }
}
