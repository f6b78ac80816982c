import TongbaoFormats
import TongbaoModel

/// The first place at which two renditions of a file differ.
struct FirstDifference: Hashable {
  /// Where: `units[yanguan].period.total` of JSON, `12` for the twelfth line of anything else.
  let place: String
  /// What stands there in the one, cut to a line.
  let before: String
  /// What stands there in the other.
  let after: String
  /// Whether the place is the number of a line.
  var isLine = false

  /// Compares the bytes of two files; nil where they are the same.
  static func between(_ before: [UInt8], _ after: [UInt8]) -> FirstDifference? {
    guard before != after else { return nil }
    if let before = try? JSONValue(parsing: before), let after = try? JSONValue(parsing: after),
      let difference = between(before, after)
    {
      return difference
    }
    return lines(before, after)
  }

  /// Compares what a value says with another one, which may say more; nil where it agrees.
  static func between(
    _ before: JSONValue,
    _ after: JSONValue,
    at place: String = ""
  ) -> FirstDifference? {
    switch (before, after) {
    case (.object(let members), .object):
      for member in members {
        let inner = place.isEmpty ? member.name : place + "." + member.name
        guard let other = after[member.name] else {
          return FirstDifference(place: inner, before: text(member.value), after: missing)
        }
        if let found = between(member.value, other, at: inner) { return found }
      }
      return nil
    case (.array(let some), .array(let others)):
      for (index, element) in some.enumerated() {
        let inner = "\(place)[\(element["id"]?.string ?? element["record"]?.string ?? "\(index)")]"
        guard index < others.count else {
          return FirstDifference(place: inner, before: text(element), after: missing)
        }
        if let found = between(element, others[index], at: inner) { return found }
      }
      guard others.count > some.count else { return nil }
      return FirstDifference(
        place: "\(place)[\(some.count)]",
        before: missing,
        after: text(others[some.count])
      )
    default:
      guard before != after else { return nil }
      return FirstDifference(place: place, before: text(before), after: text(after))
    }
  }

  private static func lines(_ before: [UInt8], _ after: [UInt8]) -> FirstDifference? {
    func split(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
      bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    }
    let (some, others) = (split(before), split(after))
    for index in 0..<max(some.count, others.count) {
      let one = index < some.count ? some[index] : nil
      let other = index < others.count ? others[index] : nil
      guard one != other else { continue }
      let start = zip(one ?? [], other ?? []).prefix { $0 == $1 }.count
      return FirstDifference(
        place: "\(index + 1)",
        before: one.map { excerpt($0, around: start) } ?? missing,
        after: other.map { excerpt($0, around: start) } ?? missing,
        isLine: true
      )
    }
    return nil
  }

  /// What stands around a byte of a line, whole characters, without what a terminal would obey.
  private static func excerpt(_ line: ArraySlice<UInt8>, around offset: Int) -> String {
    let start = max(line.startIndex, line.startIndex + offset - 20)
    let part = line[min(start, line.endIndex)...].prefix(60)
    let whole = part.drop { $0 & 0xC0 == 0x80 }
    return PrintableText.clean(String(decoding: whole, as: UTF8.self))
  }

  private static let missing = "—"

  private static func text(_ value: JSONValue) -> String {
    PrintableText.clean(
      String(String(decoding: value.rendered(.oneLine), as: UTF8.self).prefix(60))
    )
  }
}
