package import TongbaoModel

/// A JSON value whose objects keep the order of their members and whose numbers are exact.
package enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case integer(Int)
  case decimal(Decimal6)
  case string(String)
  case array([JSONValue])
  case object([JSONMember])

  /// The string, or null where there is none.
  package init(_ string: String?) {
    self = string.map(JSONValue.string) ?? .null
  }

  /// The whole number, or null where there is none.
  package init(_ integer: Int?) {
    self = integer.map(JSONValue.integer) ?? .null
  }

  /// The decimal, or null where there is none.
  package init(_ decimal: Decimal6?) {
    self = decimal.map(JSONValue.decimal) ?? .null
  }
}

/// A name of an object with its value.
package struct JSONMember: Sendable, Hashable {
  /// The name.
  package let name: String
  /// The value.
  package let value: JSONValue

  /// A member.
  package init(_ name: String, _ value: JSONValue) {
    self.name = name
    self.value = value
  }
}

// Reading a tree.
extension JSONValue {
  /// The value of the first member called `name`, compared byte by byte; nil where there is none or
  /// this is no object.
  ///
  /// O(members).
  package subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
  }

  /// The text; nil for any other value.
  package var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The whole number; nil for any other value.
  package var integer: Int? {
    if case .integer(let number) = self { number } else { nil }
  }

  /// The number as a decimal; nil for any other value, and for whole numbers beyond its range.
  package var decimal: Decimal6? {
    switch self {
    case .decimal(let number): number
    case .integer(let number): Decimal6(whole: number)
    default: nil
    }
  }

  /// The truth value; nil for any other value.
  package var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// The elements; nil for anything but an array.
  package var array: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The members in order; nil for anything but an object.
  package var object: [JSONMember]? {
    if case .object(let members) = self { members } else { nil }
  }

  /// Whether this is `null`.
  package var isNull: Bool { self == .null }
}

// Writing a tree as literals.
extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  /// The value `null`.
  package init(nilLiteral: ()) {
    self = .null
  }

  /// A truth value.
  package init(booleanLiteral value: Bool) {
    self = .bool(value)
  }

  /// A whole number.
  package init(integerLiteral value: Int) {
    self = .integer(value)
  }

  /// A string.
  package init(stringLiteral value: String) {
    self = .string(value)
  }

  /// An array.
  package init(arrayLiteral elements: JSONValue...) {
    self = .array(elements)
  }

  /// An object with its members in the order written; the names must differ.
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { JSONMember($0.0, $0.1) })
  }
}
