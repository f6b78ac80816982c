/// Why an XML document cannot be read on, with its place.
struct XMLFault: Sendable, Equatable {
  /// What is wrong.
  enum Kind: Sendable, Equatable {
    /// Not well formed: libxml2's code and message.
    case malformed(code: Int32, message: String)
    /// The file ends before its root element does.
    case cutShort
    /// A comment, an attribute or the like is longer than libxml2 looks ahead.
    case partTooLong
    /// The document declares an entity.
    case entityDeclared(String)
    /// A reference to an entity that nothing declares.
    case unknownEntity(String)
    /// Elements stand too deep in each other.
    case tooDeep
    /// A value is too long.
    case valueTooLong
    /// Too many different fields.
    case tooManyFields
    /// Blank and repeated cells unfold to too many.
    case tooManyCells
    /// An element with fields of its own repeats within a record.
    case ambiguousRecord(String)
  }

  /// What is wrong.
  var kind: Kind
  /// Line, from 1.
  var line: Int
  /// Column in characters, from 1; nil where unknown.
  var column: Int?
}
