/// Which element of record XML is the record.
struct RecordChoice: Sendable, Equatable {
  /// The names from the root to the record; only the record's own where `isNamed`.
  var path: [String]
  /// Whether the settings name the record: it may then stand anywhere.
  var isNamed = false
}

/// Listens to the beginning of a document to find what it is and which element is the record.
///
/// The record must be known before the first row goes out, and a first pass over 400 MB would cost as much
/// as reading it: so the choice is made from the first megabyte (more while nothing repeats), and
/// `RecordState` refuses the file where the rest contradicts it.
final class RecordProbe: XMLContent {
  /// All elements at one path.
  private struct Node {
    var name: Int
    var text: String
    var parent: Int
    var depth: Int
    var children: [Int: Int] = [:]
    /// How many there are, how many within the current parent, and within any one parent at most.
    var count = 0
    var siblings = 0
    var mostSiblings = 0
    var hasAttributes = false
    var hasElements = false

    var hasFields: Bool { hasAttributes || hasElements }
  }

  private var nodes: [Node] = []
  private var stack: [Int] = []
  private var refused: XMLFault.Kind?
  private let maximumDepth: Int

  /// The root's name and namespace; nil before the first tag.
  private(set) var root: (name: String, namespace: String)?

  /// A probe at the start of a document.
  init(maximumDepth: Int) {
    self.maximumDepth = maximumDepth
  }

  override var refusal: XMLFault.Kind? { refused }

  override func start(_ element: XMLElement, _ position: XMLPosition) {
    if nodes.isEmpty {
      root = (element.localName, element.namespaceName)
    }
    let node = node(for: element)
    if let parent = stack.last { nodes[parent].hasElements = true }
    for child in nodes[node].children.values where nodes[child].siblings > 0 {
      nodes[child].siblings = 0
    }
    nodes[node].count += 1
    nodes[node].siblings += 1
    nodes[node].mostSiblings = max(nodes[node].mostSiblings, nodes[node].siblings)
    if (0..<element.attributeCount).contains(where: { !element.isAboutXML($0) }) {
      nodes[node].hasAttributes = true
    }
    stack.append(node)
    if nodes.count > 200_000 { refused = .tooManyFields }
    if stack.count > maximumDepth { refused = .tooDeep }
  }

  override func end() {
    _ = stack.popLast()
  }

  private func node(for element: XMLElement) -> Int {
    let parent = stack.last
    if let parent, let known = nodes[parent].children[element.identity] { return known }
    nodes.append(
      Node(
        name: element.identity,
        text: element.localName,
        parent: parent ?? -1,
        depth: stack.count
      )
    )
    if let parent { nodes[parent].children[element.identity] = nodes.count - 1 }
    return nodes.count - 1
  }

  /// The innermost element that repeats among its siblings and has fields; nil while none does.
  ///
  /// Of several that do not lie in each other, the most frequent one.
  var repeated: RecordChoice? {
    let candidates = nodes.indices.filter { nodes[$0].mostSiblings > 1 && nodes[$0].hasFields }
    var outer: Set<Int> = []
    for candidate in candidates {
      var parent = nodes[candidate].parent
      while parent >= 0, outer.insert(parent).inserted { parent = nodes[parent].parent }
    }
    let innermost = candidates.filter { !outer.contains($0) }
    let most = innermost.max { (nodes[$0].count, $1) < (nodes[$1].count, $0) }
    return most.map { RecordChoice(path: path(of: $0)) }
  }

  /// Of a single record: the deepest element whose children are all leaves.
  var single: RecordChoice? {
    let candidates = nodes.indices.filter { node in
      nodes[node].hasElements
        && nodes[node].children.values.allSatisfy { !nodes[$0].hasElements }
    }
    let deepest = candidates.max { (nodes[$0].depth, $1) < (nodes[$1].depth, $0) }
    let withAttributes = nodes.indices.last { nodes[$0].hasAttributes }
    return (deepest ?? withAttributes).map { RecordChoice(path: path(of: $0)) }
  }

  private func path(of node: Int) -> [String] {
    var names: [String] = []
    var current = node
    while current >= 0 {
      names.append(nodes[current].text)
      current = nodes[current].parent
    }
    return names.reversed()
  }
}
