import TongbaoModel

/// Checks the marks that an outline template has at the start of its lines and around its links.
///
/// A mark with a slip in it would stand in the circular as text.
struct OutlineMarks {
  /// The parts of an official document, by their marks.
  static let parts = ["%masthead", "%attached", "%signature", "%attachment", "%imprint"]

  private let source: TemplateSource
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads the lines of a template whose values are filled in as an outline.
  init(_ source: TemplateSource) {
    self.source = source
    var opened: [Int] = []
    let lines = TemplateTag.withoutTags(source.text)
      .split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let text = String(line.drop { $0 == " " })
      check(text, line: index + 1)
      guard text.hasPrefix("+++") else { continue }
      if !text.dropFirst(3).allSatisfy(\.isWhitespace) {
        opened.append(index + 1)
      } else if opened.popLast() == nil {
        report("+++", line: index + 1)
      }
    }
    if let line = opened.last { report("+++", line: line) }
  }

  private mutating func check(_ text: String, line: Int) {
    let mark = String(text.prefix { $0 != " " && $0 != TemplateTag.filler })
    if text.hasPrefix("%"), !OutlineMarks.parts.contains(mark) {
      report(mark, line: line, near: NearestName.find(mark, among: OutlineMarks.parts))
    } else if text.hasPrefix("@"), mark != "@figure" {
      report(mark, line: line, near: NearestName.find(mark, among: ["@figure"]))
    }
    var rest = text[...]
    while let open = rest.firstRange(of: "[[") {
      guard let middle = rest[open.upperBound...].firstIndex(of: "]"),
        let close = rest[middle...].dropFirst().firstRange(of: "]]")
      else { return report("[[", line: line) }
      rest = rest[close.upperBound...]
    }
  }

  private mutating func report(_ mark: String, line: Int, near: String? = nil) {
    let hint = near.map { Bilingual("是否应为“\($0)”？", "Did you mean “\($0)”? ") }
    diagnostics.append(
      source.diagnostic(
        .templateUnknownMark,
        line: line,
        text: mark,
        facts: ["hint": .worded(hint ?? Bilingual("", ""))]
      )
    )
  }
}

extension TemplateTag {
  /// What stands for a value where only the marks of the template are looked at.
  static let filler: Character = "\u{2400}"

  /// The text with a filler in place of every value, and nothing in place of other tags; lines stay.
  ///
  /// O(n).
  static func withoutTags(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "{{") {
      result += rest[..<open.lowerBound]
      let isTriple = rest[open.upperBound...].hasPrefix("{")
      let inner = rest[open.upperBound...]
      guard let close = inner.firstRange(of: isTriple ? "}}}" : "}}") else { return result }
      let content = inner[..<close.lowerBound]
      if content.contains("\n") {
        result += content.filter { $0 == "\n" }
      } else if let first = content.first, !"#^/!>=<$%&".contains(first) {
        result.append(filler)
      }
      rest = rest[close.upperBound...]
    }
    return result + rest
  }
}
