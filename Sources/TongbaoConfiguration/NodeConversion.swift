import TongbaoModel
import Yams

/// Turns the nodes of Yams into ours, and refuses anchors and depth.
struct NodeConversion {
  let source: KeyRepair
  let proof: Proofreader
  /// Whether something stands there that is not read on.
  private(set) var isRefused = false

  init(source: KeyRepair, proof: Proofreader) {
    self.source = source
    self.proof = proof
  }

  mutating func node(_ node: Node, depth: Int) -> YAMLNode {
    let place = place(of: node)
    if node.anchor != nil { refuse(.yamlAnchor, at: place, text: "&") }
    guard depth < YAMLDocument.depthLimit else {
      refuse(.yamlTooDeep, at: place, facts: ["limit": .number(YAMLDocument.depthLimit)])
      return YAMLNode(content: .list([]), place: place)
    }
    switch node {
    case .scalar(let scalar):
      return YAMLNode(
        content: .scalar(source.original(of: scalar.string), isPlain: scalar.style == .plain),
        place: place
      )
    case .sequence(let sequence):
      let elements = refusedOrNot(sequence.map { $0 }, depth)
      return YAMLNode(content: .list(elements), place: place)
    case .mapping(let mapping):
      let entries = mapping.compactMap { isRefused ? nil : entry($0.key, $0.value, depth) }
      return YAMLNode(content: .map(entries), place: place)
    case .alias:
      refuse(.yamlAnchor, at: place, text: "*")
      return YAMLNode(content: .list([]), place: place)
    }
  }

  private mutating func refusedOrNot(_ nodes: [Node], _ depth: Int) -> [YAMLNode] {
    var elements: [YAMLNode] = []
    // An anchor stands wherever an alias unfolds; after the first nothing more is worth saying.
    for element in nodes where !isRefused { elements.append(node(element, depth: depth + 1)) }
    return elements
  }

  private mutating func entry(_ key: Node, _ value: Node, _ depth: Int) -> YAMLEntry? {
    let keyNode = node(key, depth: depth + 1)
    guard case .scalar(let text, _) = keyNode.content else {
      proof.report(.yamlKeyNotText, at: keyNode.place)
      return nil
    }
    return YAMLEntry(key: text, keyPlace: keyNode.place, value: node(value, depth: depth + 1))
  }

  private mutating func refuse(
    _ kind: DiagnosticKind,
    at place: Place,
    text: String? = nil,
    facts: [String: Fact] = [:]
  ) {
    guard !isRefused else { return }
    isRefused = true
    proof.report(kind, at: place, text: text, facts: facts)
  }

  private func place(of node: Node) -> Place {
    let mark = node.mark
    let start = Place(line: mark?.line ?? 1, column: mark?.column ?? 1)
    guard case .scalar(let scalar) = node else { return start }
    let count = scalar.string.unicodeScalars.count
    return Place(
      line: start.line,
      column: start.column,
      length: scalar.style == .plain ? count : count + 2
    )
  }
}
