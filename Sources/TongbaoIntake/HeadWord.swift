import TongbaoModel

/// A column head as it is compared with words: folded, and its Latin words one by one.
struct HeadText {
  /// What the head may be known by, the fullest first.
  let names: [FoldedName]
  /// Its Latin words in lower case: `checkDate` and `CHECK_DATE` have `check` and `date`.
  let latin: Set<String>

  init(_ head: HeaderLayout.Head) {
    names = head.names
    latin = HeadText.latinWords(head.text)
  }

  /// Whether a word stands in the head: Chinese anywhere, Latin as a word of its own.
  func holds(_ word: HeadWord) -> Bool {
    switch word {
    case .latin(let text): latin.contains(text)
    case .other(let name): names.contains { $0.contains(name) }
    }
  }

  private static func latinWords(_ text: String) -> Set<String> {
    var words: Set<String> = []
    var word = ""
    var wasLower = false
    for scalar in text.unicodeScalars {
      let isUpper = ("A"..."Z").contains(scalar)
      let isLower = ("a"..."z").contains(scalar)
      if !word.isEmpty, !(isUpper || isLower) || (isUpper && wasLower) {
        words.insert(word.lowercased())
        word = ""
      }
      if isUpper || isLower { word.unicodeScalars.append(scalar) }
      wasLower = isLower
    }
    if !word.isEmpty { words.insert(word.lowercased()) }
    return words
  }
}

/// A word that a head may hold.
enum HeadWord: Sendable, ExpressibleByStringLiteral {
  case latin(String)
  case other(FoldedName)

  init(stringLiteral text: String) {
    self = text.utf8.allSatisfy { $0 < 0x80 } ? .latin(text) : .other(FoldedName(header: text))
  }

  /// The word as it is shown.
  var text: String {
    switch self {
    case .latin(let text): text
    case .other(let name): name.text
    }
  }
}

extension FoldedName {
  /// Whether another name stands within this one.
  ///
  /// O(product of the lengths).
  func contains(_ other: FoldedName) -> Bool {
    guard let first = other.bytes.first, bytes.count >= other.bytes.count else { return false }
    for start in 0...bytes.count - other.bytes.count where bytes[start] == first {
      if bytes[start..<start + other.bytes.count].elementsEqual(other.bytes) { return true }
    }
    return false
  }
}
