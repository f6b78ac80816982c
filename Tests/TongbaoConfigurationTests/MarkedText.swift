import TongbaoModel

/// A text in which `⟪…⟫` marks the place where a diagnostic is expected.
struct MarkedText {
  let text: String
  let line: Int
  let column: Int
  let marked: String

  init(_ source: String) {
    let parts = source.split(separator: "⟪", maxSplits: 1, omittingEmptySubsequences: false)
    let before = parts[0]
    let rest = parts.count > 1 ? parts[1] : ""
    let inner = rest.split(separator: "⟫", maxSplits: 1, omittingEmptySubsequences: false)
    marked = String(inner.first ?? "")
    text = before + marked + (inner.count > 1 ? inner[1] : "")
    let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
    line = lines.count
    column = (lines.last?.count ?? 0) + 1
  }
}

extension DiagnosticLog {
  /// `code@line:column` of each diagnostic, in order.
  var places: [String] {
    kept.map { "\($0.kind.code)@\($0.location?.line ?? 0):\($0.location?.column ?? 0)" }
  }
}
