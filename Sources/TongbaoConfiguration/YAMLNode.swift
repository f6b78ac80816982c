/// A place in a YAML text, as the parser counts: lines and code points from 1.
struct Place: Hashable, Comparable, Sendable {
  /// Line from 1.
  var line: Int
  /// Code points from 1.
  var column: Int
  /// How many code points belong to it, at least 1.
  var length: Int

  init(line: Int, column: Int, length: Int = 1) {
    self.line = line
    self.column = column
    self.length = max(1, length)
  }

  static func < (left: Place, right: Place) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A node of a YAML document with its place; scalars keep the text that was written.
struct YAMLNode {
  enum Content {
    case scalar(String, isPlain: Bool)
    case list([YAMLNode])
    case map([YAMLEntry])
  }

  var content: Content
  var place: Place

  /// Whether nothing, or an explicit null, stands here.
  var isNull: Bool {
    guard case .scalar(let text, isPlain: true) = content else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }
}

/// A key of a mapping with its value.
struct YAMLEntry {
  var key: String
  var keyPlace: Place
  var value: YAMLNode
}
