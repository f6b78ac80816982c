/// What has been learnt of records: enough to read more of them in the same columns.
struct RecordLayout: Sendable {
  /// A field, by where its values stand.
  struct Field: Sendable, Hashable {
    /// `Scores/Hygiene`; the record's own text goes by the record's name.
    var path: String
    /// Whether the values are those of an attribute.
    var isAttribute: Bool
  }

  /// The elements and attributes, the name of each, and which one stands where.
  fileprivate var nodes: [RecordNodes.Node] = []
  fileprivate var names: [String] = []
  fileprivate var nodeByPlace: [RecordNodes.Place: Int] = [:]
  /// The fields, in the order of their first values.
  var fields: [Field] = []

  /// Whether both put the fields that they have in common at the same places.
  func agrees(with other: RecordLayout) -> Bool {
    zip(fields, other.fields).allSatisfy { $0 == $1 }
  }
}

/// The elements and attributes of a record: a small tree that is learnt as it appears.
///
/// A node remembers which one followed it last time, so that a regular file costs one comparison per
/// element.
struct RecordNodes: ~Copyable {
  /// An element or attribute within a record.
  struct Node: BitwiseCopyable, Sendable {
    /// Its name, as a number; 0 while the parser has not named it.
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

  /// What a key says, for every parser alike.
  fileprivate struct Place: Sendable, Hashable {
    var parent: Int
    var name: String
    var isAttribute: Bool
  }

  private var nodes = RawList<Node>()
  private var names: [String] = []
  private var nodeByKey: [Key: Int] = [:]
  private var nodeByPlace: [Place: Int] = [:]

  /// The nodes of `layout`, which a parser has still to name.
  init(_ layout: RecordLayout) {
    for node in layout.nodes { nodes.append(node) }
    names = layout.names
    nodeByPlace = layout.nodeByPlace
  }

  /// What another parser needs to know of the nodes.
  func layout(fields: [RecordLayout.Field]) -> RecordLayout {
    var layout = RecordLayout()
    layout.nodes = nodes.copy(0..<nodes.count)
    for index in layout.nodes.indices {
      layout.nodes[index].name = 0
      layout.nodes[index].record = 0
    }
    layout.names = names
    layout.nodeByPlace = nodeByPlace
    layout.fields = fields
    return layout
  }

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
    let place = Place(parent: parent, name: text(), isAttribute: isAttribute)
    let node = nodeByPlace[place] ?? nodes.count
    if node == nodes.count {
      nodes.append(Node(name: name, isAttribute: isAttribute, parent: parent))
      names.append(place.name)
      nodeByPlace[place] = node
    }
    nodes[node].name = name
    nodeByKey[key] = node
    return node
  }
}
