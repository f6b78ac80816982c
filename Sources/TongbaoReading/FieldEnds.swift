/// The places in a text where a field may end, in order: delimiters, line ends and, now and then, another control.
///
/// 64 bytes a step, and one test for eight of them; whoever asks looks at the byte itself.
struct FieldEnds {
  private let text: ByteView
  private let delimiters: UInt64
  /// Start of the 64 bytes at hand.
  private var base: Int
  /// A bit for each of their places that is still to be told.
  private var hits: UInt64

  /// The places from the beginning of `text` on.
  init(_ text: ByteView, delimiter: UInt8) {
    self.text = text
    delimiters = UInt64(repeating: delimiter)
    base = 0
    hits = 0
    look(at: 0)
  }

  /// The next place; the text's end where there is none.
  @inline(__always)
  mutating func next() -> Int {
    while hits == 0 {
      guard base + 64 < text.count else { return text.count }
      look(at: base + 64)
    }
    let place = base + hits.trailingZeroBitCount
    hits &= hits &- 1
    return place
  }

  /// Goes on at `place`, which is told next if it has not been told; never backwards.
  @inline(__always)
  mutating func skip(to place: Int) {
    assert(place >= base)
    if place - base < 64 {
      hits &= UInt64.max << UInt64(place - base)
    } else {
      look(at: place)
    }
  }

  @inline(__always)
  private mutating func look(at place: Int) {
    base = place
    if place + 64 <= text.count {
      hits = bits(text.word(at: place))
      for step in 1..<8 { hits |= bits(text.word(at: place + step * 8)) << UInt64(step * 8) }
    } else {
      lookAtRest()
    }
  }

  @inline(never)
  private mutating func lookAtRest() {
    hits = 0
    for start in stride(from: base, to: text.count, by: 8) {
      let word = start + 8 <= text.count ? text.word(at: start) : text.lastWord(from: start)
      hits |= bits(word) << UInt64(start - base)
    }
  }

  /// A bit for each of eight bytes that may end a field.
  @inline(__always)
  private func bits(_ word: UInt64) -> UInt64 {
    // Moves the high bits of the bytes side by side.
    ((mayEndField(word) >> 7) &* 0x0102_0408_1020_4080) >> 56
  }

  /// The high bit of every byte that is the delimiter or a control below 14.
  @inline(__always)
  private func mayEndField(_ word: UInt64) -> UInt64 {
    // No byte borrows from the next one: each is 128 at least.
    let noControl = ((word | UInt64(repeating: 0x80)) &- UInt64(repeating: 14)) | word
    return (word ^ delimiters).allZeroBytes | ~noControl & UInt64(repeating: 0x80)
  }
}

extension ByteView {
  /// The fewer than eight bytes from `index` on, the first in the lowest bits, and nothing but 0xFF behind them.
  fileprivate func lastWord(from index: Int) -> UInt64 {
    var word = UInt64.max
    for place in index..<max(index, count) {
      let shift = UInt64(place - index) * 8
      word ^= UInt64(self[place] ^ 0xFF) << shift
    }
    return word
  }

  /// At most how many fields there are: one for each place that `FieldEnds` tells, and the last.
  func fieldBound(delimiter: UInt8) -> Int {
    1 + count { $0 == delimiter || $0 < 14 }
  }
}
