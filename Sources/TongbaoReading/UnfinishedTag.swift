/// Counts the attributes of a start tag while its bytes are still coming in.
struct UnfinishedTag {
  /// More attributes than any record may have fields.
  static let limit = ReadingLimits().columns

  private var place = -1
  private var looked = 0
  private var quote: UInt8?
  private var isClosed = false
  private var count = 0

  /// A tag of which nothing has been looked at.
  init() {}

  /// How many attributes the tag at the beginning of `text` has so far; `place` is its byte in the
  /// document.
  ///
  /// Looks at each byte of a tag once, however often it is asked.
  mutating func attributes(of text: ByteView, at place: Int) -> Int {
    if place != self.place || text.count < looked {
      self = UnfinishedTag()
      self.place = place
    }
    guard text.count > 1, text[1] != UInt8(ascii: "!"), text[1] != UInt8(ascii: "?") else {
      return 0
    }
    while looked < text.count, !isClosed {
      look(at: text[looked])
      looked += 1
    }
    return count
  }

  private mutating func look(at byte: UInt8) {
    if let open = quote {
      if byte == open { quote = nil }
    } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      quote = byte
      count += 1
    } else if byte == UInt8(ascii: ">") {
      isClosed = true
    }
  }
}
