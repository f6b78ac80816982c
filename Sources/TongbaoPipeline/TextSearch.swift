/// Texts that are sought in the bytes of pages, all at once: the library compares character by character, which took
/// a third of a run.
struct TextSearch: Sendable {
  /// The UTF-8 of a text, and which one it is.
  private struct Sought: Sendable {
    var number: Int
    var bytes: [UInt8]
  }

  /// Bytes by which a longer text is looked up: an office's mobile numbers all begin with the same one.
  private static let keyLength = 8

  /// Texts of that length and more, by their first bytes.
  private var long: [UInt64: [Sought]] = [:]
  /// Shorter texts, by their first byte.
  private var short: [[Sought]] = Array(repeating: [], count: 256)
  private var begins: [Bool] = Array(repeating: false, count: 256)

  /// A search for `texts`; an empty one is found nowhere.
  init(_ texts: [String]) {
    for (number, text) in texts.enumerated() {
      let bytes = Array(text.utf8)
      guard let first = bytes.first else { continue }
      begins[Int(first)] = true
      if let key = TextSearch.key(of: bytes, at: 0) {
        long[key, default: []].append(Sought(number: number, bytes: bytes))
      } else {
        short[Int(first)].append(Sought(number: number, bytes: bytes))
      }
    }
  }

  /// The bytes from a place on as a number; nil where there are too few.
  private static func key(of bytes: [UInt8], at index: Int) -> UInt64? {
    guard index + keyLength <= bytes.count else { return nil }
    return bytes[index..<index + keyLength].reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Calls `found` with the number of a text and the place of its bytes, for every place in their order.
  ///
  /// O(bytes), times the texts whose first eight bytes are the same, or of those shorter the first.
  func forEach(in bytes: [UInt8], _ found: (_ number: Int, _ place: Range<Int>) -> Void) {
    for index in bytes.indices where begins[Int(bytes[index])] {
      let alike = TextSearch.key(of: bytes, at: index).flatMap { long[$0] } ?? []
      for texts in [short[Int(bytes[index])], alike] {
        for text in texts where bytes[index...].starts(with: text.bytes) {
          found(text.number, index..<index + text.bytes.count)
        }
      }
    }
  }
}
