import TongbaoModel

/// The text of one template file.
struct TemplateSource: Sendable {
  /// File name without `.mustache`: `circular`, `page.html`, `style.css`.
  let name: String
  /// Path as diagnostics name it.
  let path: String
  /// The template.
  let text: String

  /// What values are escaped for, by the last part of the name.
  var contentType: String {
    if name.hasSuffix(".html") || name.hasSuffix(".css") { return "TONGBAO_HTML" }
    return name.hasSuffix(".txt") ? "TEXT" : "TONGBAO_OUTLINE"
  }

  /// The template with its content type declared on a line before it: a partial would else fall
  /// back to the library's own HTML escaping.
  var declared: String { "{{% CONTENT_TYPE: \(contentType) }}\n" + text }

  /// A diagnostic about one of its lines.
  func diagnostic(
    _ kind: DiagnosticKind,
    line: Int? = nil,
    text: String? = nil,
    facts: [String: Fact] = [:]
  ) -> Diagnostic {
    Diagnostic(kind, at: SourceLocation(file: path, line: line), text: text, facts: facts)
  }
}
