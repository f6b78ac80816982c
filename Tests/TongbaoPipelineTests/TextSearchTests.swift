import Testing

@testable import TongbaoPipeline

/// Texts that are sought in pages all at once.
struct TextSearchTests {
  private static func places(_ texts: [String], in text: String) -> [String] {
    var places: [String] = []
    TextSearch(texts).forEach(in: Array(text.utf8)) { places.append("\($0) \($1)") }
    return places
  }

  @Test(arguments: [
    (["ab"], "ababa", ["0 0..<2", "0 2..<4"]),
    (["aa"], "aaa", ["0 0..<2", "0 1..<3"]),
    (["a", "ab", "b"], "ab", ["0 0..<1", "1 0..<2", "2 1..<2"]),
    (["ab"], "a", []),
    ([""], "ab", []),
    ([], "ab", []),
    (["ab"], "", []),
    (["盐官"], "在盐官镇", ["0 3..<9"]),
    // A mark makes another character of the last one, and hides nothing.
    (["138"], "138\u{20E3}", ["0 0..<3"]),
  ])
  func `every place is found, of texts that overlap too`(
    texts: [String],
    text: String,
    places: [String]
  ) {
    #expect(Self.places(texts, in: text) == places)
  }

  /// All words of two letters up to a length.
  private static func words(upTo length: Int) -> [String] {
    (0..<length)
      .reduce([""]) { words, _ in words + words.flatMap { [$0 + "a", $0 + "官"] } }
  }

  @Test func `it finds what looking at every place finds`() {
    let words = Array(Set(Self.words(upTo: 3))).sorted()
    for text in Set(Self.words(upTo: 6)) {
      let bytes = Array(text.utf8)
      var wanted: [String] = []
      for start in bytes.indices {
        for (number, word) in words.enumerated() where !word.isEmpty {
          let end = start + word.utf8.count
          if end <= bytes.count, Array(bytes[start..<end]) == Array(word.utf8) {
            wanted.append("\(number) \(start..<end)")
          }
        }
      }
      #expect(Self.places(words, in: text) == wanted)
    }
  }
}
