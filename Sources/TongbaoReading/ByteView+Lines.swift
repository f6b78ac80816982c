extension ByteView {
  /// How many line ends stand in `range`: LF, CR, or both together.
  ///
  /// A CR at the end of the range counts even where an LF follows it outside.
  func lineEnds(in range: Range<Int>) -> Int {
    var total = 0
    var index = range.lowerBound
    let one = SIMD32<UInt8>(repeating: 1)
    let zero = SIMD32<UInt8>(repeating: 0)
    while index + 33 <= range.upperBound {
      // Sums of bytes cannot overflow within 255 rounds.
      var sums = zero
      var rounds = 0
      while rounds < 255, index + 33 <= range.upperBound {
        let here = vector(at: index)
        let next = vector(at: index + 1)
        sums &+= zero.replacing(with: one, where: here .== 10)
        sums &+= zero.replacing(with: one, where: (here .== 13) .& (next .!= 10))
        index += 32
        rounds += 2
      }
      for lane in 0..<32 { total += Int(sums[lane]) }
    }
    while index < range.upperBound {
      if self[index] == 10 { total += 1 }
      if self[index] == 13, index + 1 == range.upperBound || self[index + 1] != 10 { total += 1 }
      index += 1
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
