package import TongbaoModel

/// Where each value of a configuration file stands, by its path such as `units[3].category`, counted from 0.
package struct ConfigurationPositions: Sendable {
  private var locations: [String: SourceLocation] = [:]

  /// The place of a value; nil where the file does not set it.
  package subscript(path: String) -> SourceLocation? {
    locations[path]
  }

  init() {}

  init(_ root: YAMLNode?, _ proof: Proofreader) {
    if let root { add(root, path: "", proof) }
  }

  private mutating func add(_ node: YAMLNode, path: String, _ proof: Proofreader) {
    locations[path] = proof.location(of: node.place)
    switch node.content {
    case .scalar: break
    case .list(let nodes):
      for (index, node) in nodes.enumerated() { add(node, path: "\(path)[\(index)]", proof) }
    case .map(let entries):
      for entry in entries {
        add(entry.value, path: path.isEmpty ? entry.key : "\(path).\(entry.key)", proof)
      }
    }
  }
}
