/// The elements and attributes of a record: a small tree that is learnt as it appears.
///
/// A node remembers which one followed it last time, so that a regular file costs one comparison per
/// element.
struct RecordNodes: ~Copyable {
  /// An element or attribute within a record.
  struct Node: BitwiseCopyable {
    /// Its name, as a number.
    var name: Int
    /// Whether it is an attribute.
    var isAttribute: Bool
    /// The node it belongs to; −1 for the record.
    var parent: Int
    /// Position of its field; −1 until it has shown a value.
    var field = -1
    /// The record in which it was last seen.
    var record = 0
    /// The node that followed it, and its first child, last time.
    var following = -1
    var firstChild = -1
  }

  private struct Key: Hashable {
    var parent: Int
    var name: Int
    var isAttribute: Bool
  }

  private var nodes = RawList<Node>()
  private var names: [String] = []
  private var nodeByKey: [Key: Int] = [:]

  /// How many nodes there are.
  var count: Int { nodes.count }

  /// A node.
  subscript(index: Int) -> Node {
    @inline(__always) get { nodes[index] }
    @inline(__always) set { nodes[index] = newValue }
  }

  /// Puts the record itself in, as node 0.
  mutating func begin(with name: String) {
    nodes.append(Node(name: 0, isAttribute: false, parent: -1))
    names.append(name)
  }

  /// The name of a node as text.
  func name(of node: Int) -> String { names[node] }

  /// `Scores/Hygiene`; the record's own text goes by the record's name.
  func path(of node: Int) -> String {
    var parts: [String] = []
    var current = node
    while current > 0 {
      parts.append(names[current])
      current = nodes[current].parent
    }
    return parts.isEmpty ? names[0] : parts.reversed().joined(separator: "/")
  }

  /// The child of `parent` that comes after the child `previous` (−1: first), which is learnt where it is new.
  @inline(__always)
  mutating func child(
    of parent: Int,
    after previous: Int,
    named name: Int,
    isAttribute: Bool,
    text: () -> String
  ) -> Int {
    let guess = previous < 0 ? nodes[parent].firstChild : nodes[previous].following
    if guess >= 0, nodes[guess].name == name, nodes[guess].isAttribute == isAttribute {
      return guess
    }
    let node = knownChild(of: parent, named: name, isAttribute: isAttribute, text: text)
    if previous < 0 { nodes[parent].firstChild = node } else { nodes[previous].following = node }
    return node
  }

  private mutating func knownChild(
    of parent: Int,
    named name: Int,
    isAttribute: Bool,
    text: () -> String
  ) -> Int {
    let key = Key(parent: parent, name: name, isAttribute: isAttribute)
    if let node = nodeByKey[key] { return node }
    nodes.append(Node(name: name, isAttribute: isAttribute, parent: parent))
    names.append(text())
    nodeByKey[key] = nodes.count - 1
    return nodes.count - 1
  }
}
