/// Why bytes are not the JSON that we write, with the offset of the first byte that is wrong.
package struct JSONFailure: Error, Hashable, Sendable {
  /// What is wrong.
  package enum Cause: Hashable, Sendable {
    /// A character that cannot stand there, or the end of the text.
    case syntax
    /// Bytes that are not UTF-8.
    case encoding
    /// An escape that names no character, such as half a surrogate pair.
    case escape
    /// A number with an exponent, too many digits or beyond the range: not exact.
    case number
    /// A name that its object already has.
    case duplicateName(String)
    /// Nested more deeply than `JSONReader.depthLimit`.
    case depth
    /// Something after the value.
    case trailing
  }

  /// What is wrong.
  package let cause: Cause
  /// Bytes before the place.
  package let offset: Int

  /// A failure at `offset`.
  package init(_ cause: Cause, at offset: Int) {
    self.cause = cause
    self.offset = offset
  }
}
