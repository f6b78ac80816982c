extension ByteView {
  /// How many line ends stand in `range`: LF, CR, or both together.
  ///
  /// A CR at the end of the range counts even where an LF follows it outside.
  func lineEnds(in range: Range<Int>) -> Int {
    let text = slice(range)
    var total = text.count { $0 == 10 }
    var start = 0
    while let found = text.firstIndex(of: 13, from: start, to: text.count) {
      if found + 1 == text.count || text[found + 1] != 10 { total += 1 }
      start = found + 1
    }
    return total
  }

  /// One past the first line end at or after `start`, or nil.
  func endOfLine(from start: Int, to end: Int) -> Int? {
    var index = start
    while index < end {
      if index + 8 <= end {
        let word = word(at: index)
        let hits =
          (word ^ UInt64(repeating: 10)).zeroBytes | (word ^ UInt64(repeating: 13)).zeroBytes
        guard hits != 0 else {
          index += 8
          continue
        }
        index += hits.trailingZeroBitCount / 8
      }
      if self[index] == 10 { return index + 1 }
      if self[index] == 13 {
        return index + 1 < end && self[index + 1] == 10 ? index + 2 : index + 1
      }
      index += 1
    }
    return nil
  }

  /// Whether the byte at `index` ends a line or is half of what does.
  @inline(__always)
  func isLineEnd(at index: Int) -> Bool {
    self[index] == 10 || self[index] == 13
  }

  /// How many of the bytes from `start` on are ASCII.
  func asciiPrefix(from start: Int, to end: Int) -> Int {
    var index = start
    while index + 8 <= end {
      let high = word(at: index) & 0x8080_8080_8080_8080
      guard high == 0 else { return index + high.trailingZeroBitCount / 8 - start }
      index += 8
    }
    while index < end, self[index] < 0x80 { index += 1 }
    return index - start
  }
}
