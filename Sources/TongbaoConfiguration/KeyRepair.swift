/// A YAML text in which keys that stand twice in one mapping are disguised, so that the parser goes
/// on to the rest.
///
/// Yams stops at the first mapping with a duplicate key. The first letter of the first of the two
/// is replaced by a private-use character, which keeps every place; the conversion puts it back.
struct KeyRepair {
  /// The text to parse.
  var text: String { String(scalars) }

  private var scalars: String.UnicodeScalarView
  private var originals: [Unicode.Scalar: Unicode.Scalar] = [:]
  private var next: UInt32 = 0x10_0000

  init(text: String) {
    scalars = text.unicodeScalars
  }

  /// Disguises the key at `place`; false where it does not begin with a plain letter.
  mutating func disguiseKey(at place: Place) -> Bool {
    guard var index = index(of: place), index < scalars.endIndex else { return false }
    if scalars[index] == "\"" || scalars[index] == "'" { index = scalars.index(after: index) }
    guard index < scalars.endIndex, let disguise = Unicode.Scalar(next) else { return false }
    let original = scalars[index]
    switch original {
    case "\\", "\"", "'", "&", "!", "*", "[", "{", "?", "-", "\n", "\r": return false
    default: break
    }
    scalars.replaceSubrange(index...index, with: [disguise])
    originals[disguise] = original
    next += 1
    return true
  }

  /// The key as it was written.
  func original(of key: String) -> String {
    guard let first = key.unicodeScalars.first, let original = originals[first] else { return key }
    var restored = String.UnicodeScalarView([original])
    restored.append(contentsOf: key.unicodeScalars.dropFirst())
    return String(restored)
  }

  private func index(of place: Place) -> String.UnicodeScalarView.Index? {
    var line = 1
    var index = scalars.startIndex
    while line < place.line {
      guard index < scalars.endIndex else { return nil }
      if endsLine(at: index) { line += 1 }
      index = scalars.index(after: index)
    }
    return scalars.index(index, offsetBy: place.column - 1, limitedBy: scalars.endIndex)
  }

  /// As the YAML parser counts: CR LF is one line end.
  private func endsLine(at index: String.UnicodeScalarView.Index) -> Bool {
    switch scalars[index] {
    case "\n", "\u{85}", "\u{2028}", "\u{2029}": return true
    case "\r":
      let following = scalars.index(after: index)
      return following == scalars.endIndex || scalars[following] != "\n"
    default: return false
    }
  }
}
