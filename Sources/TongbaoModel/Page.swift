/// A finished document as it goes to a folder: never written by the stage that made it.
package struct Page: Sendable, Hashable {
  /// Who may read it.
  package enum Audience: String, Sendable {
    /// The intranet folder.
    case `public`
    /// The office alone.
    case `internal`
  }

  /// Path below the folder (or below `public/notices`, `internal/…`), with `/`, never absolute.
  package var path: String
  /// Who may read it.
  package var audience: Audience
  /// The bytes.
  package var bytes: [UInt8]

  /// A page.
  package init(path: String, audience: Audience = .public, bytes: [UInt8]) {
    self.path = path
    self.audience = audience
    self.bytes = bytes
  }
}
