package import TongbaoModel

/// What was read of a scheme file.
package struct SchemeReading: Sendable {
  /// The scheme as far as it is right; something stands in for what is wrong.
  let draft: Scheme?
  /// Every problem of the file, in its order.
  package let diagnostics: DiagnosticLog
  /// Where each value stands.
  package let positions: ConfigurationPositions

  /// The scheme; nil where the file has an error.
  package var scheme: Scheme? { diagnostics.count(of: Severity.error) == 0 ? draft : nil }
}

/// Reads a scheme file (考核办法) and checks it as a whole.
///
/// Source: scoring.md §2.
package enum SchemeReader {
  /// Reads `bytes`, whose name in messages is `file`.
  ///
  /// Never throws: everything that is wrong is in the diagnostics, all at once. O(n).
  package static func read(_ bytes: [UInt8], file: String) -> SchemeReading {
    let document = YAMLDocument(bytes: bytes, file: file)
    let draft = document.root.flatMap { root -> Scheme? in
      var draft = SchemeDraft(Value(node: root, path: "", proof: document.proof))
      return draft?.read()
    }
    return SchemeReading(
      draft: draft,
      diagnostics: document.proof.log(),
      positions: ConfigurationPositions(document.root, document.proof.lines)
    )
  }
}
