import TongbaoFormats
import TongbaoModel

/// A JSON object that must hold what is asked of it and nothing else: a register read loosely is a
/// register lost.
struct StrictObject {
  private let members: [String: JSONValue]
  private let known: Set<String>

  /// The object `value` whose names are all among `names`; nil for anything else.
  init?(_ value: JSONValue, names: [String]) {
    guard let object = value.object else { return nil }
    known = Set(names)
    var members: [String: JSONValue] = [:]
    for member in object {
      guard known.contains(member.name) else { return nil }
      members[member.name] = member.value
    }
    self.members = members
  }

  func string(_ name: String) -> String? { self[name]?.string }

  func integer(_ name: String) -> Int? { self[name]?.integer }

  func value(_ name: String) -> JSONValue? { self[name] }

  func array(_ name: String) -> [JSONValue]? { self[name]?.array }

  func date(_ name: String) -> CalendarDate? { string(name).flatMap { CalendarDate(iso: $0) } }

  func digest(_ name: String) -> ContentDigest? { string(name).flatMap { ContentDigest(hex: $0) } }

  /// Whether `name` is null or left out.
  func isAbsent(_ name: String) -> Bool { self[name]?.isNull ?? true }

  private subscript(name: String) -> JSONValue? {
    precondition(known.contains(name), "only declared names are read")
    return members[name]
  }
}

extension JSONValue {
  /// An object without the members whose value is null.
  static func compact(_ members: [(String, JSONValue)]) -> JSONValue {
    .object(members.filter { !$0.1.isNull }.map { JSONMember($0.0, $0.1) })
  }
}
