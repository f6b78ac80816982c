/// Something that is wrong, odd or worth knowing in the input: a value, never thrown.
package struct Diagnostic: Sendable {
  /// Code, severity and wording.
  package let kind: DiagnosticKind
  /// Where it is; nil where it belongs to no file.
  package let location: SourceLocation?
  /// The field concerned, by canonical name (`due`, `units[3].category`).
  package let field: String?
  /// The offending text as it stands in the input, shortened to what helps.
  package let text: String?
  /// What fills the placeholders of the message.
  package let facts: [String: Fact]
  /// The original line with the place marked.
  package let excerpt: Excerpt?

  /// A diagnostic of `kind`.
  package init(
    _ kind: DiagnosticKind,
    at location: SourceLocation? = nil,
    field: String? = nil,
    text: String? = nil,
    facts: [String: Fact] = [:],
    excerpt: Excerpt? = nil
  ) {
    self.kind = kind
    self.location = location
    self.field = field
    self.text = text
    self.facts = facts
    self.excerpt = excerpt
  }

  /// The message in `language`, facts filled in.
  package func message(in language: Language) -> String {
    fill(kind.message[language], language)
  }

  /// The remedy in `language`, facts filled in.
  package func remedy(in language: Language) -> String {
    fill(kind.remedy[language], language)
  }

  /// Replaces `{name}` by the fact of that name; an unknown name stays as it is, so that tests see it.
  private func fill(_ template: String, _ language: Language) -> String {
    var result = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"),
      let close = rest[open...].firstIndex(of: "}")
    {
      result += rest[..<open]
      let name = String(rest[rest.index(after: open)..<close])
      result += value(of: name, language) ?? "{\(name)}"
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private func value(of name: String, _ language: Language) -> String? {
    if let fact = facts[name] { return fact.text(in: language) }
    switch name {
    case "text": return text
    case "field": return field
    default: return nil
    }
  }
}

/// A fact that a message names.
package enum Fact: Sendable, Hashable {
  /// The same in both languages: a name, a date, a number with its decimals.
  case text(String)
  /// A count.
  case number(Int)
  /// Worded in each language.
  case worded(Bilingual)

  /// The fact as it is printed in `language`.
  package func text(in language: Language) -> String {
    switch self {
    case .text(let text): text
    case .number(let number): String(number)
    case .worded(let words): words[language]
    }
  }
}

extension Fact: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  package init(stringLiteral value: String) {
    self = .text(value)
  }

  package init(integerLiteral value: Int) {
    self = .number(value)
  }
}

/// A line of the input with a part of it marked.
package struct Excerpt: Sendable, Hashable {
  /// The line, decoded, control characters shown as `·`, shortened around the mark where it is long.
  package let line: String
  /// First marked character, counted in characters from 0.
  package let start: Int
  /// How many characters are marked, at least 1.
  package let length: Int

  /// Marks `length` characters of `line` from `start`.
  package init(line: String, start: Int, length: Int) {
    self.line = line
    self.start = start
    self.length = max(1, length)
  }
}
