import TongbaoModel

/// A node with its path: where a typed value is read, or a problem reported.
struct Value {
  let node: YAMLNode
  /// Such as `units[3].category`, counted from 0.
  let path: String
  let proof: Proofreader
  /// The key before the value, where the blame lies if nothing follows it.
  var keyPlace: Place?

  /// Where the value is blamed.
  var place: Place { node.isNull ? keyPlace ?? node.place : node.place }

  /// The text as it is written; nil for lists and mappings.
  var written: String? {
    if case .scalar(let text, _) = node.content { text } else { nil }
  }

  /// Reports a problem of this value.
  func report(_ kind: DiagnosticKind, facts: [String: Fact] = [:]) {
    proof.report(kind, at: place, field: path, text: written, facts: facts)
  }

  /// Whether key and value were written as one text, with a full-width colon between them.
  private var isWrittenAsOne: Bool {
    guard !node.isNull else { return path.contains("：") }
    guard case .scalar(let text, isPlain: true) = node.content else { return false }
    return text.contains("：")
  }

  /// Reports that something else should stand here; always nil.
  func mismatch<Result>(_ expected: Expectation) -> Result? {
    if isWrittenAsOne {
      report(.yamlFullWidthColon)
      return nil
    }
    report(.yamlWrongType, facts: ["expected": expected.fact, "found": Expectation.found(node)])
    return nil
  }
}

/// What can be expected of a value.
enum Expectation {
  case text
  case number
  case wholeNumber
  case flag
  case date
  case list
  case mapping
  case numberOrMapping
  case sample
}

// Typed values.
extension Value {
  /// A text that is not blank, trimmed at both ends.
  func text() -> String? {
    guard let written, !node.isNull else { return mismatch(.text) }
    let trimmed = FoldedName.trimmed(written)
    guard !trimmed.isEmpty else { return mismatch(.text) }
    return trimmed
  }

  /// A text that may be blank.
  func textOrBlank() -> String? {
    node.isNull || written.map { FoldedName.trimmed($0).isEmpty } == true ? "" : text()
  }

  /// An exact decimal from the text of a plain scalar, within bounds.
  func decimal(_ bounds: Bounds = .any) -> Decimal6? {
    guard case .scalar(let text, isPlain: true) = node.content, !node.isNull else {
      return mismatch(.number)
    }
    guard Value.isPlainNumber(text) else {
      report(.yamlBadNumber)
      return nil
    }
    do {
      let number = try Decimal6(parsing: text.utf8)
      guard bounds.contains(number) else { return outside(bounds.fact) }
      return number
    } catch {
      switch error {
      case .tooPrecise: report(.yamlTooPrecise)
      case .tooLarge: return outside(Bounds.any.fact)
      case .notANumber: report(.yamlBadNumber)
      }
      return nil
    }
  }

  /// A whole number within a range.
  func integer(_ range: ClosedRange<Int>) -> Int? {
    guard case .scalar(let text, isPlain: true) = node.content, !node.isNull else {
      return mismatch(.wholeNumber)
    }
    guard Value.isPlainNumber(text) else {
      report(.yamlBadNumber)
      return nil
    }
    guard !text.utf8.contains(UInt8(ascii: ".")) else { return mismatch(.wholeNumber) }
    guard let number = Int(text), range.contains(number) else {
      return outside(.range(range))
    }
    return number
  }

  /// `true` or `false`, and what YAML 1.1 takes for them.
  func flag() -> Bool? {
    guard case .scalar(let text, isPlain: true) = node.content else { return mismatch(.flag) }
    switch text.lowercased() {
    case "true", "yes", "on": return true
    case "false", "no", "off": return false
    default: return mismatch(.flag)
    }
  }

  /// A date such as `2017-11-30`.
  func date() -> CalendarDate? {
    guard let written, !node.isNull else { return mismatch(.date) }
    guard let date = CalendarDate(iso: written) else {
      report(.yamlBadDate)
      return nil
    }
    return date
  }

  /// One of the words of an enumeration.
  func choice<Choice: RawRepresentable<String>>(of choices: [Choice]) -> Choice? {
    guard let text = text() else { return nil }
    if let choice = choices.first(where: { $0.rawValue == text }) { return choice }
    badChoice(text, among: choices.map(\.rawValue))
    return nil
  }

  /// Reports a word that is not among those allowed.
  func badChoice(_ text: String, among names: [String]) {
    report(
      .yamlBadChoice,
      facts: [
        "choices": .text(names.joined(separator: ", ")),
        "hint": proof.hint(text, among: names),
      ]
    )
  }

  private func outside<Result>(_ range: Fact) -> Result? {
    report(.yamlOutOfRange, facts: ["range": range])
    return nil
  }

  /// Sign, digits, one point; no exponent, no grouping, and no leading zero, which YAML 1.1 takes
  /// for octal.
  private static func isPlainNumber(_ text: String) -> Bool {
    var digits = text.utf8[...]
    if let sign = digits.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      digits = digits.dropFirst()
    }
    let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count <= 2, digits.count >= parts.count,
      parts.allSatisfy({ $0.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } })
    else { return false }
    return parts[0].first != UInt8(ascii: "0") || parts[0].count == 1
  }
}

// Lists and mappings.
extension Value {
  /// The elements of a list; reports anything else.
  func elements() -> [Value] {
    guard case .list(let nodes) = node.content else { return mismatch(.list) ?? [] }
    return nodes.enumerated()
      .map { index, node in
        Value(node: node, path: "\(path)[\(index)]", proof: proof)
      }
  }

  /// The texts of a list with where each stands.
  func texts() -> [(text: String, value: Value)] {
    elements().compactMap { value in value.text().map { ($0, value) } }
  }

  /// The mapping with these keys and no others; reports what is wrong with it.
  func section(_ keys: [String]) -> Section? {
    let section = Section(self)
    section?.allow(keys)
    return section
  }
}

/// Between what a number must lie.
struct Bounds {
  /// Least value; nil where there is none.
  var least: Decimal6?
  /// Whether the least value itself is outside.
  var isAbove = false
  /// Greatest value; nil where there is none.
  var most: Decimal6?

  static let any = Bounds()
  static let notNegative = Bounds(least: .zero)
  static let positive = Bounds(least: .zero, isAbove: true)
  static let share = Bounds(least: .zero, most: .one)

  func contains(_ number: Decimal6) -> Bool {
    if let least, isAbove ? number <= least : number < least { return false }
    if let most, number > most { return false }
    return true
  }
}
