/// Texts that are sought in the bytes of pages, all at once: the library compares character by character, which took
/// a third of a run.
struct TextSearch: Sendable {
  /// The UTF-8 of a text, and which one it is.
  private struct Sought: Sendable {
    var number: Int
    var bytes: [UInt8]
  }

  /// What is sought, by its first byte.
  private var sought: [[Sought]] = Array(repeating: [], count: 256)
  private var begins: [Bool] = Array(repeating: false, count: 256)

  /// A search for `texts`; an empty one is found nowhere.
  init(_ texts: [String]) {
    for (number, text) in texts.enumerated() {
      let bytes = Array(text.utf8)
      guard let first = bytes.first else { continue }
      sought[Int(first)].append(Sought(number: number, bytes: bytes))
      begins[Int(first)] = true
    }
  }

  /// Calls `found` with the number of a text and the place of its bytes, for every place in their order.
  ///
  /// O(bytes), times the texts that begin alike.
  func forEach(in bytes: [UInt8], _ found: (_ number: Int, _ place: Range<Int>) -> Void) {
    for index in bytes.indices where begins[Int(bytes[index])] {
      for text in sought[Int(bytes[index])] where bytes[index...].starts(with: text.bytes) {
        found(text.number, index..<index + text.bytes.count)
      }
    }
  }
}
