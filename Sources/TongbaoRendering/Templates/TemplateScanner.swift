import TongbaoModel

/// Checks that templates name only what their documents have.
///
/// swift-mustache renders an unknown name or partial as nothing and keeps its tokens to itself, so
/// the tags are read here once more and followed through the shapes of the views.
struct TemplateScanner {
  /// All templates by name.
  let sources: [String: TemplateSource]
  /// What was found.
  private(set) var diagnostics: [Diagnostic] = []
  /// Templates that some document reaches.
  private(set) var reached: Set<String> = []
  /// Findings already reported: a partial is followed once per place that includes it.
  private var reported: Set<String> = []

  init(sources: [String: TemplateSource]) {
    self.sources = sources
  }

  /// Follows the template `name` with a view of `shape`.
  mutating func scan(_ name: String, root shape: Shape) {
    var scan = Scan(stack: [.view(shape)], partials: [])
    follow(name, &scan)
  }

  /// Where a template stands while its tags are followed.
  private struct Scan {
    enum Level {
      case view(Shape)
      /// The section of a text, which `{{.}}` prints.
      case text
      /// A section that adds no names: a condition or an inverted section.
      case plain
    }
    /// What can be seen, innermost last.
    var stack: [Level]
    /// Templates being included.
    var partials: [String]

    func kind(of name: String) -> FieldKind? {
      if name == "." {
        guard case .text = stack.last else { return nil }
        return .text
      }
      for case .view(let shape) in stack.reversed() {
        if let kind = shape.fields[name] { return kind }
      }
      return nil
    }

    /// A list or record in sight whose values have a name, and which would have to be entered first.
    func section(with name: String) -> String? {
      for case .view(let shape) in stack.reversed() {
        let found = shape.fields.keys.sorted()
          .first { key in
            switch shape.fields[key] {
            case .list(let inner), .record(let inner): inner().fields[name] != nil
            default: false
            }
          }
        if let found { return found }
      }
      return nil
    }

    var innermost: Shape? {
      for case .view(let shape) in stack.reversed() { return shape }
      return nil
    }
  }

  private mutating func follow(_ name: String, _ scan: inout Scan) {
    guard let source = sources[name] else { return }
    reached.insert(name)
    var open: [TemplateTag] = []
    let depth = scan.stack.count
    for tag in TemplateTag.all(in: source.text) {
      switch tag.kind {
      case .section, .inverted:
        open.append(tag)
        enter(tag, source, &scan)
      case .end:
        guard open.popLast()?.name == tag.name else {
          return report(.templateSyntax, tag, source)
        }
        scan.stack.removeLast()
      case .partial: include(tag, source, &scan)
      default: check(tag, source, scan)
      }
    }
    if let tag = open.last { report(.templateSyntax, tag, source) }
    scan.stack.removeLast(scan.stack.count - depth)
  }

  private mutating func enter(_ tag: TemplateTag, _ source: TemplateSource, _ scan: inout Scan) {
    guard let kind = kind(of: tag, source, scan) else { return scan.stack.append(.plain) }
    switch kind {
    case .list(let shape) where tag.kind == .section,
      .record(let shape) where tag.kind == .section:
      scan.stack.append(.view(shape()))
    case .text where tag.kind == .section: scan.stack.append(.text)
    default: scan.stack.append(.plain)
    }
  }

  private mutating func include(_ tag: TemplateTag, _ source: TemplateSource, _ scan: inout Scan) {
    guard sources[tag.name] != nil else { return report(.templateUnknownPartial, tag, source) }
    guard !scan.partials.contains(tag.name) else {
      return report(.templateRecursion, tag, source)
    }
    scan.partials.append(tag.name)
    follow(tag.name, &scan)
    scan.partials.removeLast()
  }

  private mutating func check(_ tag: TemplateTag, _ source: TemplateSource, _ scan: Scan) {
    switch tag.kind {
    case .foreign: report(.templateForeignTag, tag, source)
    case .unfinished: report(.templateSyntax, tag, source)
    case .variable, .unescaped:
      guard let kind = kind(of: tag, source, scan) else { return }
      let isRight =
        switch kind {
        case .text: tag.kind == .variable
        case .markup: tag.kind == .unescaped && source.contentType == "TONGBAO_HTML"
        case .flag, .list, .record: false
        }
      if !isRight { report(.templateEscaping, tag, source) }
    default: break
    }
  }

  private mutating func kind(
    of tag: TemplateTag,
    _ source: TemplateSource,
    _ scan: Scan
  ) -> FieldKind? {
    if let kind = scan.kind(of: tag.name) { return kind }
    let shape = scan.innermost
    let hint =
      tag.name == "."
      ? TemplateScanner.directly
      : scan.section(with: tag.name).map { TemplateScanner.toEnter($0) } ?? nearName(tag, scan)
    report(
      .templateUnknownName,
      tag,
      source,
      facts: [
        "view": .text(shape?.name ?? ""), "hint": .worded(hint ?? Bilingual("", "")),
      ]
    )
    return nil
  }

  private static let directly = Bilingual(
    "{{.}} 只能直接写在文字的 {{#…}} 与 {{/…}} 之间。",
    "{{.}} stands directly between the {{#…}} and {{/…}} of a text. "
  )

  private static func toEnter(_ name: String) -> Bilingual {
    Bilingual(
      "须写在 {{#\(name)}} 与 {{/\(name)}} 之间。",
      "It stands between {{#\(name)}} and {{/\(name)}}. "
    )
  }

  private func nearName(_ tag: TemplateTag, _ scan: Scan) -> Bilingual? {
    let near = scan.innermost.flatMap { nearest(to: tag.name, among: $0.fields.keys.sorted()) }
    return near.map { Bilingual("是否应为“\($0)”？", "Did you mean “\($0)”? ") }
  }

  private mutating func report(
    _ kind: DiagnosticKind,
    _ tag: TemplateTag,
    _ source: TemplateSource,
    facts: [String: Fact] = [:]
  ) {
    guard reported.insert("\(kind.code) \(source.path) \(tag.line) \(tag.name)").inserted else {
      return
    }
    diagnostics.append(source.diagnostic(kind, line: tag.line, text: tag.name, facts: facts))
  }

  /// The name that shares most of its start and end with `name`; nil where none is near.
  private func nearest(to name: String, among names: [String]) -> String? {
    func likeness(_ other: String) -> Int {
      let head = zip(name, other).prefix { $0 == $1 }.count
      let tail = zip(name.reversed(), other.reversed()).prefix { $0 == $1 }.count
      return min(head + tail, min(name.count, other.count))
    }
    let best = names.max { likeness($0) < likeness($1) }
    return best.flatMap { likeness($0) * 2 > name.count ? $0 : nil }
  }
}
