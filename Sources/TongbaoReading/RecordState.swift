import TongbaoModel

/// Turns record XML into values by field, one element after another: the serial part, kept small.
///
/// Values are places in the part of the document that is being parsed; few are ever copied.
struct RecordState: ~Copyable {
  /// An open element within a record.
  private struct Frame: BitwiseCopyable {
    var node: Int
    var lastChild = -1
    var hasChild = false
    var isRepeated = false
  }

  private let choice: RecordChoice
  private let limits: ReadingLimits
  private let skipped: Int
  private let strangersFrom: Int

  private var nodes: RecordNodes
  private var frames = RawList<Frame>()
  private var depth = 0
  private var matched = 0
  private var recordLine = 0
  private var recordName = 0
  private var highestField = -1
  private var pendingCells = 0
  private var strangersByName: [Int: RecordStranger] = [:]
  private var lastStranger: Int?

  /// The part of the document that is parsed, and where in the document it begins.
  private var part = ByteView.empty
  private var partOffset = 0
  private var open = OpenText()
  private var extra: [UInt8] = []
  private var values = RawList<RecordRows.Value>()
  private var records = RawList<RecordRows.Record>()
  private var firstValue = 0
  private var finished: [(rows: RecordRows, extra: [UInt8])] = []

  /// Whether bytes that did not decode are marked in the text.
  var mayHoldFaults = false
  /// How many records there were.
  private(set) var recordCount = 0
  /// Blank cells of the records, and bytes of their values, to which blank cells are held.
  private(set) var unfolding = Unfolding()
  /// The fields, by position.
  private(set) var fields: [RecordLayout.Field]
  /// Why nothing more should be read.
  private(set) var refusal: XMLFault.Kind? {
    didSet { isRefused = true }
  }
  /// Whether there is a refusal.
  private(set) var isRefused = false

  /// A state at the start of a document; the first `skipped` records are not wanted.
  ///
  /// `layout` is what is known of the records before. Other elements count from the byte `strangersFrom` on.
  init(
    choice: RecordChoice,
    limits: ReadingLimits,
    skipped: Int = 0,
    layout: RecordLayout = RecordLayout(),
    strangersFrom: Int = 0
  ) {
    self.choice = choice
    self.limits = limits
    self.skipped = skipped
    self.strangersFrom = strangersFrom
    nodes = RecordNodes(layout)
    fields = layout.fields
  }

  /// What more records can be read with.
  var layout: RecordLayout { nodes.layout(fields: fields) }

  /// Whether a record is open.
  var isWithinRecord: Bool { frames.count > 0 }

  /// Elements beside the records.
  var strangers: [RecordStranger] { Array(strangersByName.values) }

  // MARK: - Elements

  /// A start tag.
  @inline(__always)
  mutating func start(_ element: XMLElement, _ position: XMLPosition) {
    depth += 1
    if frames.count == 0 { return startOutside(element, position) }
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
    frames.append(Frame(node: node, isRepeated: isRepeated))
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
        noteStranger(element, position)
      } else if depth == choice.path.count + 1, let lastStranger {
        strangersByName[lastStranger]?.fields += 1
      }
      return
    }
    recordLine = position.tagLine
    highestField = -1
    firstValue = values.count
    open = OpenText()
    if nodes.count == 0 { nodes.begin(with: element.localName) }
    frames.append(Frame(node: 0))
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

  private mutating func noteStranger(_ element: XMLElement, _ position: XMLPosition) {
    guard !choice.isNamed, strangersByName.count < 100, position.tagOffset >= strangersFrom
    else {
      lastStranger = nil
      return
    }
    strangersByName[element.identity, default: RecordStranger(name: element.localName)].count += 1
    strangersByName[element.identity]?.fields += element.attributeCount
    lastStranger = element.identity
  }

  /// The end of an element.
  @inline(__always)
  mutating func end() {
    depth -= 1
    guard frames.count > 0 else {
      if depth < matched { matched = depth }
      return
    }
    let frame = frames[frames.count - 1]
    if frame.hasChild { closeText() } else { closeLeaf(frame) }
    open = OpenText()
    frames.removeLast()
    if frames.count == 0 { endRecord() }
  }

  private mutating func endRecord() {
    let count = highestField + 1
    recordCount += 1
    unfolding.cells += count - (values.count - firstValue)
    if unfolding.isTooMuch(for: limits) { refusal = .tooManyCells }
    guard recordCount > skipped else { return values.removeAll(from: firstValue) }
    records.append(
      RecordRows.Record(
        firstValue: UInt32(truncatingIfNeeded: firstValue),
        line: UInt32(clamping: recordLine),
        fieldCount: UInt32(truncatingIfNeeded: count)
      )
    )
    pendingCells += count
    if pendingCells > 1_000_000 || records.count > 200_000 { finish() }
  }

  // MARK: - Parts of the document

  /// Enters a part of the document.
  mutating func enter(_ view: ByteView, at offset: Int) {
    part = view
    partOffset = offset
  }

  /// Leaves the part: its records are finished, and what an open record has so far is copied out of it.
  ///
  /// `bytes` are those of the part.
  mutating func leave(_ bytes: consuming [UInt8]) -> [RecordRows] {
    let kept = frames.count > 0 ? values.copy(firstValue..<values.count) : []
    let isNew = records.count > 0
    let old = extra
    if frames.count > 0 { values.removeAll(from: firstValue) }
    if isNew { finish() }
    values.removeAll()
    firstValue = 0
    if frames.count > 0 { reopen(kept, old, copiesExtra: isNew) } else { extra = [] }
    part = .empty
    for index in finished.indices {
      finished[index].rows.extraStart = bytes.count
      bytes += finished[index].extra
    }
    let rows = finished.map { entry in
      var rows = entry.rows
      rows.bytes = bytes
      return rows
    }
    finished = []
    return rows
  }

  /// The finished records, of which the part's bytes are still missing.
  private mutating func finish() {
    finished.append(
      (
        rows: RecordRows(
          values: values.copy(0..<values.count),
          records: records.copy(0..<records.count),
          mayHoldFaults: mayHoldFaults
        ),
        extra: extra
      )
    )
    extra = []
    values.removeAll()
    records.removeAll()
    firstValue = 0
    pendingCells = 0
  }

  /// Puts the values of the open record aside, its text too.
  ///
  /// What has been put aside before stays where it is while it belongs to no finished record.
  private mutating func reopen(
    _ kept: [RecordRows.Value],
    _ old: [UInt8],
    copiesExtra: Bool
  ) {
    for value in kept {
      var value = value
      let range = Int(value.start)..<Int(value.end)
      if !value.isExtra || copiesExtra {
        value.start = UInt32(truncatingIfNeeded: extra.count)
        if value.isExtra { extra += old[range] } else { extra.append(range, of: part) }
        value.end = UInt32(truncatingIfNeeded: extra.count)
        value.isExtra = true
      }
      values.append(value)
    }
    // More text of the same element will be put right after it.
    if open.isExtra, copiesExtra || open.end < extra.count {
      let start = extra.count
      extra += old[open.start..<open.end]
      open.start = start
      open.end = extra.count
    } else if open.count > 0 {
      copyOpenText()
    }
  }

  /// The open text stands in the part no longer, or is none that stands there.
  private mutating func copyOpenText() {
    guard !open.isExtra else { return }
    let start = extra.count
    extra.append(open.start..<open.end, of: part)
    open = OpenText(start: start, end: extra.count, isExtra: true)
  }

  // MARK: - Values

  /// Some text that stands in the document at `offset`; says whether it is there.
  @inline(__always)
  mutating func text(at offset: Int, count: Int) -> Bool {
    guard frames.count > 0 else { return true }
    let start = offset - partOffset
    guard start >= 0, start + count <= part.count else { return false }
    if open.count == 0 {
      open = OpenText(start: start, end: start + count)
    } else if !open.isExtra, open.end == start {
      open.end += count
    } else {
      copyOpenText()
      extra.append(start..<start + count, of: part)
      open.end = extra.count
    }
    if open.count > limits.valueBytes { refusal = .valueTooLong }
    return true
  }

  /// Some text that does not stand in the document as it is.
  mutating func text(_ view: ByteView) {
    guard frames.count > 0 else { return }
    copyOpenText()
    extra.append(0..<view.count, of: view)
    open.end = extra.count
    if open.count > limits.valueBytes { refusal = .valueTooLong }
  }

  /// The text between child elements: only where it is more than blanks it is a value.
  @inline(__always)
  private mutating func closeText() {
    if open.count > 0, !isOpenTextBlank { appendOpenText(to: frames[frames.count - 1].node) }
    open = OpenText()
  }

  /// An element without children: its text as it stands.
  ///
  /// A record without any fields has none.
  @inline(__always)
  private mutating func closeLeaf(_ frame: Frame) {
    if frames.count == 1, isOpenTextBlank { return }
    appendOpenText(to: frame.node)
  }

  private var isOpenTextBlank: Bool {
    if open.isExtra { return extra[open.start..<open.end].allSatisfy { $0 <= 0x20 } }
    var index = open.start
    while index < open.end, part[index] <= 0x20 { index += 1 }
    return index == open.end
  }

  /// Makes a value of the open text; an empty one still makes its field known.
  @inline(__always)
  private mutating func appendOpenText(to node: Int) {
    var field = nodes[node].field
    if field < 0 {
      field = newField(node)
      guard field >= 0 else { return }
    }
    if field > highestField { highestField = field }
    guard open.count > 0 else { return }
    unfolding.bytes += open.count
    values.append(
      RecordRows.Value(
        field: UInt32(truncatingIfNeeded: field),
        start: UInt32(truncatingIfNeeded: open.start),
        end: UInt32(truncatingIfNeeded: open.end),
        isExtra: open.isExtra
      )
    )
  }

  private mutating func newField(_ node: Int) -> Int {
    guard fields.count < limits.columns else {
      refusal = .tooManyFields
      return -1
    }
    nodes[node].field = fields.count
    fields.append(
      RecordLayout.Field(path: nodes.path(of: node), isAttribute: nodes[node].isAttribute)
    )
    return nodes[node].field
  }

  private mutating func appendAttributes(of element: XMLElement) {
    let top = frames.count - 1
    for index in 0..<element.attributeCount where !element.isAboutXML(index) {
      let name = element.attributeIdentity(index)
      let node = child(of: top, named: name, isAttribute: true) { element.attributeText(index) }
      nodes[node].record = recordCount + 1
      let start = extra.count
      element.appendValue(of: index, to: &extra)
      open = OpenText(start: start, end: extra.count, isExtra: true)
      appendOpenText(to: node)
    }
    open = OpenText()
  }

  // MARK: - Nodes

  /// The node of a child.
  @inline(__always)
  private mutating func child(
    of frame: Int,
    named name: Int,
    isAttribute: Bool,
    text: () -> String
  ) -> Int {
    let open = frames[frame]
    let node = nodes.child(
      of: open.node,
      after: open.lastChild,
      named: name,
      isAttribute: isAttribute,
      text: text
    )
    frames[frame].lastChild = node
    if nodes.count > limits.columns * 4 + 1 { refusal = .tooManyFields }
    return node
  }

  /// An element with fields of its own repeats within a record, so that either may be the record.
  private mutating func refuseRepetition(of node: Int) {
    if !choice.isNamed { refusal = .ambiguousRecord(nodes.name(of: node)) }
  }
}

/// How many blank cells records have beside the bytes of their values.
struct Unfolding: Sendable {
  /// Blank cells.
  var cells = 0
  /// Bytes of values.
  var bytes = 0

  /// Whether there are more cells than a file may unfold to.
  func isTooMuch(for limits: ReadingLimits) -> Bool {
    cells > limits.unfoldedCells + 16 * bytes
  }
}

/// Elements of one name beside the records: heads of files have some, a second table would have many.
struct RecordStranger: Sendable {
  /// Local name.
  var name: String
  /// How many there are.
  var count = 0
  /// How many fields they have together.
  var fields = 0

  /// Adds those of another part of the document.
  mutating func add(_ other: RecordStranger) {
    count += other.count
    fields += other.fields
  }
}
