/// What stands around the records of a document: with it, a part of the records is a document of its own.
struct RecordFrame: Sendable {
  /// Which element is the record.
  var choice: RecordChoice
  /// All before the first record.
  var head: [UInt8]
  /// The end tags of the elements around the records.
  var tail: [UInt8]
  /// How a record's start tag begins: `<`, and its name with its prefix.
  var start: [UInt8]

  /// The longest head, for it is parsed again with every part.
  static let headLimit = 65_536
}

/// Listens to the beginning of a document up to its first record.
final class RecordFrameFinder: XMLContent {
  private let choice: RecordChoice
  private var names: [String] = []
  private var localNames: [String] = []
  private var found: (offset: Int, name: String)?

  /// Looks for the first record that `choice` means.
  init(_ choice: RecordChoice) {
    self.choice = choice
  }

  override func start(_ element: XMLElement, _ position: XMLPosition) {
    guard found == nil else { return }
    if isRecord(element) {
      found = (position.tagOffset, element.qualifiedName)
    } else {
      names.append(element.qualifiedName)
      localNames.append(element.localName)
    }
  }

  override func end() {
    guard found == nil else { return }
    _ = names.popLast()
    _ = localNames.popLast()
  }

  private func isRecord(_ element: XMLElement) -> Bool {
    guard choice.isNamed, let name = choice.path.last else {
      return localNames + [element.localName] == choice.path
    }
    return element.localName == name || element.qualifiedName == name
  }

  /// Whether the first record has been found.
  var isDone: Bool { found != nil }

  /// The frame in a document that begins with `bytes`; nil where there is none, or a long one.
  func frame(of bytes: [UInt8]) -> RecordFrame? {
    guard let found, found.offset <= min(bytes.count, RecordFrame.headLimit), !names.isEmpty else {
      return nil
    }
    let start = Array("<\(found.name)".utf8)
    guard bytes[found.offset...].starts(with: start) else { return nil }
    return RecordFrame(
      choice: choice,
      head: Array(bytes[..<found.offset]),
      tail: Array(names.reversed().map { "</\($0)>" }.joined().utf8),
      start: start
    )
  }
}
