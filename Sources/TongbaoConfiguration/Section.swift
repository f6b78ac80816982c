import TongbaoModel

/// A mapping of a configuration file while it is read.
final class Section {
  /// The mapping itself.
  let value: Value
  private let entries: [YAMLEntry]
  private let index: [String: Int]
  /// Keys that stand there under a mistyped name, so that they are not missing besides.
  private var mistyped: Set<String> = []

  /// Takes a mapping; reports anything else, and keys that stand twice.
  init?(_ value: Value) {
    guard case .map(let entries) = value.node.content else {
      _ = value.mismatch(.mapping) as Section?
      return nil
    }
    var index: [String: Int] = [:]
    for (position, entry) in entries.enumerated() {
      if let first = index[entry.key] {
        value.proof.report(
          .yamlDuplicateKey,
          at: entry.keyPlace,
          field: Section.path(value.path, entry.key),
          text: entry.key,
          facts: ["line": .number(entries[first].keyPlace.line)]
        )
      } else {
        index[entry.key] = position
      }
    }
    self.value = value
    self.entries = entries
    self.index = index
  }

  private static func path(_ path: String, _ key: String) -> String {
    path.isEmpty ? key : "\(path).\(key)"
  }

  /// All keys with their values, in order; of a key that stands twice the first.
  var members: [(key: String, keyPlace: Place, value: Value)] {
    entries.enumerated()
      .compactMap { position, entry in
        index[entry.key] == position ? (entry.key, entry.keyPlace, value(of: entry)) : nil
      }
  }

  /// The value of a key; nil where it is absent or an explicit null.
  ///
  /// A blank value is no null: there somebody forgot to write on.
  func optional(_ key: String) -> Value? {
    guard let position = index[key] else { return nil }
    let value = value(of: entries[position])
    return value.node.isNull && value.written?.isEmpty == false ? nil : value
  }

  /// The value of a key; reports its absence.
  func required(_ key: String) -> Value? {
    if let value = optional(key) { return value }
    if !mistyped.contains(key) { missing(key) }
    return nil
  }

  /// Reports that a key is absent.
  func missing(_ key: String) {
    value.proof.report(
      .yamlMissingKey,
      at: value.place,
      field: Section.path(value.path, key),
      facts: ["key": .text(key)]
    )
  }

  /// Reports keys that are not among `keys`, each with the nearest one.
  func allow(_ keys: [String], reported: [String] = []) {
    for (key, _, member) in members where !keys.contains(key) && !reported.contains(key) {
      unknown(key, member.path, nearest: keys.filter { index[$0] == nil })
    }
  }

  /// Reports one key that does not belong here.
  private func unknown(_ key: String, _ path: String, nearest keys: [String]) {
    if let meant = NearestName.find(key, among: keys) { mistyped.insert(meant) }
    value.proof.report(
      .yamlUnknownKey,
      at: keyPlace(of: key),
      field: path,
      text: key,
      facts: ["hint": value.proof.hint(key, among: keys)]
    )
  }

  /// Where a key stands.
  func keyPlace(of key: String) -> Place? {
    index[key].map { entries[$0].keyPlace }
  }

  private func value(of entry: YAMLEntry) -> Value {
    Value(
      node: entry.value,
      path: Section.path(value.path, entry.key),
      proof: value.proof,
      keyPlace: entry.keyPlace
    )
  }
}
