import TongbaoModel

/// Listens to record XML; its work is done in `RecordState`.
@safe final class RecordContent: XMLContent {
  /// The state, which lives as long as this object.
  let state: UnsafeMutablePointer<RecordState>

  /// Reads the records that `choice` names.
  init(_ choice: RecordChoice, limits: ReadingLimits, batchBytes: Int) {
    unsafe state = .allocate(capacity: 1)
    unsafe state.initialize(
      to: RecordState(choice: choice, limits: limits, batchBytes: batchBytes)
    )
  }

  deinit {
    unsafe state.deinitialize(count: 1)
    unsafe state.deallocate()
  }

  override var refusal: XMLFault.Kind? { unsafe state.pointee.refusal }

  /// What is known now.
  var snapshot: RecordState { unsafe state.pointee }

  /// Takes the finished rows.
  func takeReady() -> [RecordRows] {
    defer { unsafe state.pointee.ready = [] }
    return unsafe state.pointee.ready
  }

  /// From now on values may hold marks of undecodable bytes.
  func markFaults() {
    unsafe state.pointee.mayHoldFaults = true
  }

  /// Makes rows of the records since the last chunk.
  func flush() {
    unsafe state.pointee.flush()
  }
}

/// Turns record XML into values by field, one element after another: the serial part, kept small.
///
/// The elements and attributes of a record form a small tree of nodes that is learnt as it appears; a node
/// remembers which one followed it last time, so that a regular file costs one comparison per element.
struct RecordState {
  /// An element or attribute within a record.
  private struct Node {
    var name: Int
    var isAttribute: Bool
    var parent: Int
    var text: String
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

  /// An open element within a record.
  private struct Frame {
    var node: Int
    var lastChild = -1
    var textStart: Int
    var hasChild = false
    var isRepeated = false
  }

  private let choice: RecordChoice
  private let limits: ReadingLimits
  private let batchBytes: Int

  private var nodes: [Node] = []
  private var nodeByKey: [Key: Int] = [:]
  private var frames: [Frame] = []
  private var depth = 0
  private var matched = 0
  private var recordLine = 0
  private var recordName = 0
  private var current = RecordRows()
  private var highestField = -1
  private var pendingCells = 0
  private var unfolded = 0
  private var strangers: [Int: (name: String, count: Int, fields: Int)] = [:]
  private var lastStranger: Int?

  /// Finished rows.
  var ready: [RecordRows] = []
  /// Whether bytes that did not decode are marked in the text.
  var mayHoldFaults = false
  /// How many records there were.
  private(set) var recordCount = 0
  /// The names of the fields, by position.
  private(set) var fields: [String] = []
  /// Why nothing more should be read.
  private(set) var refusal: XMLFault.Kind?

  /// A state at the start of a document.
  init(choice: RecordChoice, limits: ReadingLimits, batchBytes: Int) {
    self.choice = choice
    self.limits = limits
    self.batchBytes = batchBytes
  }

  /// Elements beside the records that repeat, or have several fields as a record has, by name.
  var ignored: [(name: String, count: Int)] {
    strangers.values.filter { $0.count > 1 || $0.fields > 2 }
      .map { (name: $0.name, count: $0.count) }
      .sorted { ($0.count, $0.name) > ($1.count, $1.name) }
  }

  // MARK: - Elements

  /// A start tag.
  @inline(__always)
  mutating func start(_ element: XMLElement, _ position: XMLPosition) {
    depth += 1
    if frames.isEmpty { return startOutside(element, position) }
    guard depth <= limits.recordDepth else {
      refusal = .tooDeep
      return
    }
    closeText()
    let top = frames.count - 1
    if frames[top].isRepeated, !frames[top].hasChild { refuseRepetition(of: frames[top].node) }
    frames[top].hasChild = true
    let node = child(of: top, named: element.identity, isAttribute: false) { element.localName }
    let isRepeated = nodes[node].record == recordCount + 1
    nodes[node].record = recordCount + 1
    frames.append(
      Frame(node: node, textStart: current.bytes.count, isRepeated: isRepeated)
    )
    if element.attributeCount > 0 {
      if isRepeated { refuseRepetition(of: node) }
      appendAttributes(of: element)
    }
  }

  /// Outside of records only the way to them matters.
  private mutating func startOutside(_ element: XMLElement, _ position: XMLPosition) {
    guard isRecord(element) else {
      if matched == depth - 1, matched < choice.path.count - 1,
        choice.path[matched] == element.localName
      {
        matched += 1
      } else if depth == choice.path.count {
        noteStranger(element)
      } else if depth == choice.path.count + 1, let lastStranger {
        strangers[lastStranger]?.fields += 1
      }
      return
    }
    recordLine = position.tagLine
    highestField = -1
    current.startRecord()
    if nodes.isEmpty {
      nodes.append(Node(name: 0, isAttribute: false, parent: -1, text: element.localName))
    }
    frames.append(Frame(node: 0, textStart: current.bytes.count))
    if element.attributeCount > 0 { appendAttributes(of: element) }
  }

  private mutating func isRecord(_ element: XMLElement) -> Bool {
    if choice.isNamed {
      guard let name = choice.path.last else { return false }
      return element.localName == name || element.qualifiedName == name
    }
    guard depth == choice.path.count, matched == depth - 1 else { return false }
    if recordName == element.identity { return true }
    guard choice.path[depth - 1] == element.localName else { return false }
    recordName = element.identity
    return true
  }

  /// An element beside the records: heads of files have some, a second table would have many.
  private mutating func noteStranger(_ element: XMLElement) {
    guard !choice.isNamed, strangers.count < 100 else { return }
    strangers[element.identity, default: (element.localName, 0, 0)].count += 1
    strangers[element.identity]?.fields += element.attributeCount
    lastStranger = element.identity
  }

  /// The end of an element.
  @inline(__always)
  mutating func end() {
    depth -= 1
    guard let frame = frames.last else {
      if depth < matched { matched = depth }
      return
    }
    if frame.hasChild { closeText() } else { closeLeaf(frame) }
    frames.removeLast()
    if frames.isEmpty {
      endRecord()
    } else {
      frames[frames.count - 1].textStart = current.bytes.count
    }
  }

  private mutating func endRecord() {
    current.endRecord(line: recordLine, fieldCount: highestField + 1)
    recordCount += 1
    pendingCells += highestField + 1
    unfolded += highestField + 1 - current.valuesOfLastRecord
    if unfolded > limits.unfoldedCells + 16 * consumed { refusal = .tooManyCells }
    if current.bytes.count >= batchBytes || pendingCells > 1_000_000
      || current.recordCount > 200_000
    {
      flush()
    }
  }

  /// Bytes of values so far, to which blank cells are held.
  private var consumed: Int { flushedBytes + current.bytes.count }
  private var flushedBytes = 0

  /// Makes a chunk of the finished records.
  mutating func flush() {
    guard current.recordCount > 0, frames.isEmpty else { return }
    current.mayHoldFaults = mayHoldFaults
    flushedBytes += current.bytes.count
    ready.append(current)
    current = RecordRows()
    current.bytes.reserveCapacity(batchBytes + batchBytes / 8)
    pendingCells = 0
  }

  // MARK: - Values

  /// Some text.
  @inline(__always)
  mutating func text(_ view: ByteView) {
    guard let frame = frames.last else { return }
    current.bytes.append(0..<view.count, of: view)
    if current.bytes.count - frame.textStart > limits.valueBytes { refusal = .valueTooLong }
  }

  /// The text between child elements: only where it is more than blanks it is a value.
  @inline(__always)
  private mutating func closeText() {
    guard let frame = frames.last, current.bytes.count > frame.textStart else { return }
    let isBlank = current.bytes[frame.textStart...].allSatisfy { $0 <= 0x20 }
    if isBlank {
      current.bytes.removeLast(current.bytes.count - frame.textStart)
    } else {
      appendValue(to: frame.node, from: frame.textStart)
    }
  }

  /// An element without children: its text as it stands.
  ///
  /// A record without any fields has none.
  @inline(__always)
  private mutating func closeLeaf(_ frame: Frame) {
    if frames.count == 1, current.bytes[frame.textStart...].allSatisfy({ $0 <= 0x20 }) {
      current.bytes.removeLast(current.bytes.count - frame.textStart)
      return
    }
    appendValue(to: frame.node, from: frame.textStart)
  }

  @inline(__always)
  private mutating func appendValue(to node: Int, from start: Int) {
    var field = nodes[node].field
    if field < 0 {
      field = newField(node)
      guard field >= 0 else { return }
    }
    if field > highestField { highestField = field }
    if current.bytes.count > start { current.appendValue(field: field, start: start) }
  }

  private mutating func newField(_ node: Int) -> Int {
    guard fields.count < limits.columns else {
      refusal = .tooManyFields
      return -1
    }
    nodes[node].field = fields.count
    fields.append(path(of: node))
    return nodes[node].field
  }

  /// `Scores/Hygiene`; the record's own text goes by the record's name.
  private func path(of node: Int) -> String {
    var parts: [String] = []
    var current = node
    while current > 0 {
      parts.append(nodes[current].text)
      current = nodes[current].parent
    }
    return parts.isEmpty ? nodes[0].text : parts.reversed().joined(separator: "/")
  }

  private mutating func appendAttributes(of element: XMLElement) {
    let top = frames.count - 1
    for index in 0..<element.attributeCount where !element.isAboutXML(index) {
      let name = element.attributeIdentity(index)
      let node = child(of: top, named: name, isAttribute: true) { element.attributeText(index) }
      nodes[node].record = recordCount + 1
      let start = current.bytes.count
      element.appendValue(of: index, to: &current.bytes)
      appendValue(to: node, from: start)
    }
    frames[top].textStart = current.bytes.count
  }

  // MARK: - Nodes

  /// The node of a child, which is learnt where it is new.
  @inline(__always)
  private mutating func child(
    of frame: Int,
    named name: Int,
    isAttribute: Bool,
    text: () -> String
  ) -> Int {
    let parent = frames[frame].node
    let previous = frames[frame].lastChild
    let guess = previous < 0 ? nodes[parent].firstChild : nodes[previous].following
    if guess >= 0, nodes[guess].name == name, nodes[guess].isAttribute == isAttribute {
      frames[frame].lastChild = guess
      return guess
    }
    let node = knownChild(of: parent, named: name, isAttribute: isAttribute, text: text)
    if previous < 0 { nodes[parent].firstChild = node } else { nodes[previous].following = node }
    frames[frame].lastChild = node
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
    if nodes.count > limits.columns * 4 { refusal = .tooManyFields }
    nodes.append(Node(name: name, isAttribute: isAttribute, parent: parent, text: text()))
    nodeByKey[key] = nodes.count - 1
    return nodes.count - 1
  }

  /// An element with fields of its own repeats within a record, so that either may be the record.
  private mutating func refuseRepetition(of node: Int) {
    if !choice.isNamed { refusal = .ambiguousRecord(nodes[node].text) }
  }
}
