/// A tag of a Mustache template with its line.
struct TemplateTag: Equatable {
  /// What the tag does.
  enum Kind: Equatable {
    case variable
    case unescaped
    case section
    case inverted
    case end
    case partial
    case comment
    /// A tag that these templates do without: other delimiters, inheritance, dynamic names, pragmas.
    case foreign
    /// A tag that never ends.
    case unfinished
  }

  /// What the tag does.
  let kind: Kind
  /// The name inside, trimmed.
  let name: String
  /// Line of the template, from 1.
  let line: Int

  /// The tags of `text`, in order.
  ///
  /// O(n).
  static func all(in text: String) -> [TemplateTag] {
    var tags: [TemplateTag] = []
    var line = 1
    var rest = Array(text.utf8)[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
      line += newlines(in: rest[..<open])
      rest = rest[open...]
      guard rest.dropFirst().first == UInt8(ascii: "{") else {
        rest = rest.dropFirst()
        continue
      }
      let (tag, length) = read(rest, line: line)
      tags.append(tag)
      line += newlines(in: rest.prefix(length))
      rest = rest.dropFirst(length)
    }
    return tags
  }

  private static func newlines(in bytes: ArraySlice<UInt8>) -> Int {
    bytes.count { $0 == UInt8(ascii: "\n") }
  }

  private init(_ kind: Kind, _ name: String, _ line: Int) {
    self.kind = kind
    self.name = name
    self.line = line
  }
}

extension TemplateTag {
  /// Reads the tag at the start of `bytes`, and how many bytes it takes.
  ///
  private static func read(
    _ bytes: ArraySlice<UInt8>,
    line: Int
  ) -> (tag: TemplateTag, length: Int) {
    let inner = bytes.dropFirst(2)
    let isTriple = inner.first == UInt8(ascii: "{")
    let closing = Array((isTriple ? "}}}" : "}}").utf8)
    let content = isTriple ? inner.dropFirst() : inner
    guard let end = start(of: closing, in: content) else {
      return (TemplateTag(.unfinished, "", line), bytes.count)
    }
    let text = String(decoding: content[content.startIndex..<end], as: UTF8.self)
    let length = end + closing.count - bytes.startIndex
    return (TemplateTag(text: text, isTriple: isTriple, line: line), length)
  }

  private static func start(of closing: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    bytes.indices.first { bytes[$0...].starts(with: closing) }
  }

  private init(text: String, isTriple: Bool, line: Int) {
    let name = TemplateTag.trimmed(text.dropFirst())
    switch text.first {
    case _ where isTriple: self.init(.unescaped, TemplateTag.trimmed(text[...]), line)
    case "#": self.init(.section, name, line)
    case "^": self.init(.inverted, name, line)
    case "/": self.init(.end, name, line)
    case ">": self.init(name.hasPrefix("*") ? .foreign : .partial, name, line)
    case "!": self.init(.comment, "", line)
    case "=", "<", "$", "%", "&": self.init(.foreign, text, line)
    default: self.init(.variable, TemplateTag.trimmed(text[...]), line)
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }
}
