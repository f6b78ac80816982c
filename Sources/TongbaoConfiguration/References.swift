import TongbaoModel

/// The ids of one list of the scheme, to which other parts refer.
struct References<Element> {
  /// What the elements are, for messages.
  let noun: Fact
  private var positions: [String: Int] = [:]
  private var names: [String] = []

  init(_ noun: Fact) {
    self.noun = noun
  }

  /// Adds the next element; where two share an id the first is meant.
  mutating func add(_ id: String?, at position: Int) {
    guard let id, positions[id] == nil else { return }
    positions[id] = position
    names.append(id)
  }

  /// The position of an id; nil where nothing has it.
  subscript(id: String) -> Int? { positions[id] }

  /// All ids, in order.
  var ids: [String] { names }

  /// The element that a value names; reports an unknown one with the nearest.
  func resolve(_ value: Value?) -> Ordinal<Element>? {
    guard let value, let id = value.text() else { return nil }
    if let position = positions[id] { return Ordinal(index: position) }
    value.report(
      .schemeUnknownReference,
      facts: ["noun": noun, "hint": value.proof.hint(id, among: names)]
    )
    return nil
  }
}

/// Ids of one name space, each allowed once.
struct IdSpace {
  private var places: [String: Place] = [:]

  /// The id of a section; reports a missing, malformed or repeated one.
  mutating func enter(_ section: Section) -> String? {
    guard let value = section.required("id"), let id = value.text() else { return nil }
    if !IdSpace.isWellFormed(id) { value.report(.schemeBadId) }
    if let first = places[id] {
      value.report(.schemeDuplicateId, facts: ["line": .number(first.line)])
    } else {
      places[id] = value.place
    }
    return id
  }

  /// `[a-z0-9][a-z0-9-]*`, and not the word that means all others.
  private static func isWellFormed(_ id: String) -> Bool {
    let isLetter = { (byte: UInt8) in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
    guard let first = id.utf8.first, isLetter(first), id != "default" else { return false }
    return id.utf8.allSatisfy { isLetter($0) || $0 == UInt8(ascii: "-") }
  }
}
