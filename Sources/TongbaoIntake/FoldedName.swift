import TongbaoModel

/// A name as it is matched: trimmed, full-width letters, digits and signs folded to ASCII.
///
/// Nothing else is guessed.
struct FoldedName: Hashable, Sendable {
  /// The folded UTF-8.
  let bytes: [UInt8]

  /// Folds a text.
  init(_ text: some StringProtocol) {
    self.init(Array(text.utf8))
  }

  /// Folds UTF-8 bytes and trims blanks around them.
  init(_ text: [UInt8]) {
    let folded = FoldedName.folding(text)
    var range = ByteText(start: 0, end: folded.count)
    range.trim(folded.span)
    bytes = Array(folded[range.start..<range.end])
  }

  /// Folds the text of a cell.
  init(_ text: ByteText, in bytes: borrowing Bytes) {
    var copy: [UInt8] = []
    copy.reserveCapacity(text.count)
    for index in text.start..<max(text.start, text.end) { copy.append(bytes[index]) }
    self.init(copy)
  }

  /// A column head: folded, every blank inside dropped (wrapped heads), ASCII letters in lower
  /// case.
  init(header text: some StringProtocol) {
    let folded = FoldedName.folding(Array(text.utf8))
    var kept: [UInt8] = []
    var index = 0
    while index < folded.count {
      let width = ByteText.blankWidth(at: index, until: folded.count, folded.span)
      guard width == 0 else {
        index += width
        continue
      }
      let byte = folded[index]
      kept.append((65...90).contains(byte) ? byte + 32 : byte)
      index += 1
    }
    bytes = kept
  }

  /// Replaces U+FF01…U+FF5E by U+0021…U+007E; everything else stays.
  static func folding(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(0xEF) else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      if text[index] == 0xEF, index + 2 < text.count,
        let ascii = ascii(ofFullWidth: text[index + 1], text[index + 2])
      {
        result.append(ascii)
        index += 3
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }

  /// The ASCII sign whose full-width form is EF `second` `third`.
  static func ascii(ofFullWidth second: UInt8, _ third: UInt8) -> UInt8? {
    switch (second, third) {
    case (0xBC, 0x81...0xBF): third - 0x60
    case (0xBD, 0x80...0x9E): third - 0x20
    default: nil
    }
  }

  /// The name as text.
  var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension FoldedName {
  /// The fewest changes that make one name the other, given up beyond `limit`.
  ///
  /// O(length²), lengths cut at 64.
  func distance(to other: FoldedName, limit: Int) -> Int? {
    let (left, right) = (Array(text.prefix(64)), Array(other.text.prefix(64)))
    guard abs(left.count - right.count) <= limit else { return nil }
    let changes = NearestName.changes(from: left, to: right)
    return changes <= limit ? changes : nil
  }
}
