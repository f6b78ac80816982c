import TongbaoModel

/// Reads strict RFC 8259 JSON into a tree: no comments, no duplicate names, numbers only where they
/// are exact.
package struct JSONReader {
  /// How deeply arrays and objects may nest.
  package static let depthLimit = 64

  private let bytes: [UInt8]
  private var index = 0

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Reads bytes that are one value with white space around it.
  ///
  /// O(n).
  package static func read(_ bytes: [UInt8]) throws(JSONFailure) -> JSONValue {
    var reader = JSONReader(bytes)
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.index == bytes.count else { throw JSONFailure(.trailing, at: reader.index) }
    return value
  }
}

extension JSONValue {
  /// Reads strict JSON; see `JSONReader`.
  package init(parsing bytes: [UInt8]) throws(JSONFailure) {
    self = try JSONReader.read(bytes)
  }

  /// Reads strict JSON; see `JSONReader`.
  package init(parsing text: String) throws(JSONFailure) {
    self = try JSONReader.read(Array(text.utf8))
  }
}

// Values.
extension JSONReader {
  private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      index += 1
    }
  }

  private mutating func value(depth: Int) throws(JSONFailure) -> JSONValue {
    skipSpace()
    guard let current else { throw JSONFailure(.syntax, at: index) }
    switch current {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw JSONFailure(.syntax, at: index)
    }
  }

  private mutating func word(_ text: String, _ value: JSONValue) throws(JSONFailure) -> JSONValue {
    for byte in text.utf8 {
      guard current == byte else { throw JSONFailure(.syntax, at: index) }
      index += 1
    }
    return value
  }

  private mutating func array(depth: Int) throws(JSONFailure) -> JSONValue {
    guard depth < JSONReader.depthLimit else { throw JSONFailure(.depth, at: index) }
    index += 1
    var elements: [JSONValue] = []
    skipSpace()
    if accept("]") { return .array([]) }
    repeat {
      elements.append(try value(depth: depth + 1))
      skipSpace()
    } while accept(",")
    guard accept("]") else { throw JSONFailure(.syntax, at: index) }
    return .array(elements)
  }

  private mutating func object(depth: Int) throws(JSONFailure) -> JSONValue {
    guard depth < JSONReader.depthLimit else { throw JSONFailure(.depth, at: index) }
    index += 1
    var members: [JSONMember] = []
    // Names as bytes: two that Unicode calls equal are still two names.
    var names: Set<[UInt8]> = []
    skipSpace()
    if accept("}") { return .object([]) }
    repeat {
      skipSpace()
      let start = index
      guard current == UInt8(ascii: "\"") else { throw JSONFailure(.syntax, at: index) }
      let name = try string()
      guard names.insert(Array(name.utf8)).inserted else {
        throw JSONFailure(.duplicateName(name), at: start)
      }
      skipSpace()
      guard accept(":") else { throw JSONFailure(.syntax, at: index) }
      members.append(JSONMember(name, try value(depth: depth + 1)))
      skipSpace()
    } while accept(",")
    guard accept("}") else { throw JSONFailure(.syntax, at: index) }
    return .object(members)
  }

  private mutating func accept(_ scalar: Unicode.Scalar) -> Bool {
    guard current == UInt8(ascii: scalar) else { return false }
    index += 1
    return true
  }
}

// Numbers.
extension JSONReader {
  private mutating func number() throws(JSONFailure) -> JSONValue {
    let start = index
    _ = accept("-")
    let first = current
    guard digits() > 0 else { throw JSONFailure(.syntax, at: index) }
    let wholeStart = bytes[start] == UInt8(ascii: "-") ? start + 1 : start
    if first == UInt8(ascii: "0"), index - wholeStart > 1 {
      throw JSONFailure(.syntax, at: wholeStart + 1)
    }
    let isWhole = !accept(".")
    if !isWhole, digits() == 0 { throw JSONFailure(.syntax, at: index) }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      throw JSONFailure(.number, at: start)
    }
    return try number(bytes[start..<index], isWhole: isWhole, at: start)
  }

  private func number(
    _ text: ArraySlice<UInt8>,
    isWhole: Bool,
    at start: Int
  ) throws(JSONFailure) -> JSONValue {
    if isWhole, let whole = Int(String(decoding: text, as: UTF8.self)) { return .integer(whole) }
    do {
      return .decimal(try Decimal6(parsing: text))
    } catch {
      throw JSONFailure(.number, at: start)
    }
  }

  private mutating func digits() -> Int {
    let start = index
    while let byte = current, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { index += 1 }
    return index - start
  }
}

// Strings.
extension JSONReader {
  private mutating func string() throws(JSONFailure) -> String {
    index += 1
    let start = index
    while let byte = current, byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
      index += 1
    }
    var text = Array(bytes[start..<index])
    while true {
      guard let byte = current, byte >= 0x20 else { throw JSONFailure(.syntax, at: index) }
      if accept("\"") { break }
      if accept("\\") {
        let scalar = try escapedScalar()
        text.append(contentsOf: String(Character(scalar)).utf8)
      } else {
        text.append(byte)
        index += 1
      }
    }
    guard let string = String(validating: text, as: UTF8.self) else {
      throw JSONFailure(.encoding, at: start)
    }
    return string
  }

  private mutating func escapedScalar() throws(JSONFailure) -> Unicode.Scalar {
    let start = index - 1
    guard let byte = current else { throw JSONFailure(.syntax, at: index) }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try hexScalar(from: start)
    default: throw JSONFailure(.escape, at: start)
    }
  }

  private mutating func hexScalar(from start: Int) throws(JSONFailure) -> Unicode.Scalar {
    let first = try hexUnit(from: start)
    guard first & 0xFC00 == 0xD800 else {
      guard let scalar = Unicode.Scalar(first) else { throw JSONFailure(.escape, at: start) }
      return scalar
    }
    guard accept("\\"), accept("u") else { throw JSONFailure(.escape, at: start) }
    let second = try hexUnit(from: start)
    let code = 0x10000 + (first & 0x3FF) << 10 + (second & 0x3FF)
    guard second & 0xFC00 == 0xDC00, let scalar = Unicode.Scalar(code) else {
      throw JSONFailure(.escape, at: start)
    }
    return scalar
  }

  private mutating func hexUnit(from start: Int) throws(JSONFailure) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = current, let digit = Character(Unicode.Scalar(byte)).hexDigitValue,
        byte < 0x80
      else { throw JSONFailure(.escape, at: start) }
      unit = unit << 4 + UInt32(digit)
      index += 1
    }
    return unit
  }
}
