/// The places in a text where a field may end, in order: delimiters, line ends and, now and then, another control.
///
/// Eight bytes a step, and one test for all of them; whoever asks looks at the byte itself.
struct FieldEnds {
  private let text: ByteView
  private let delimiters: UInt64
  /// Start of the eight bytes at hand.
  private var base: Int
  /// The high bits of those that are still to be told.
  private var hits: UInt64

  /// The places from the beginning of `text` on.
  @inline(__always)
  init(_ text: ByteView, delimiter: UInt8) {
    self.text = text
    delimiters = UInt64(repeating: delimiter)
    base = 0
    hits = 0
    skip(to: 0)
  }

  /// The next place; the text's end where there is none.
  @inline(__always)
  mutating func next() -> Int {
    while hits == 0 {
      guard base + 8 < text.count else { return text.count }
      skip(to: base + 8)
    }
    let place = base + hits.trailingZeroBitCount / 8
    hits &= hits &- 1
    return place
  }

  /// Goes on at `place`, which may be told next.
  @inline(__always)
  mutating func skip(to place: Int) {
    base = place
    if place + 8 <= text.count {
      hits = mayEndField(text.word(at: place))
    } else {
      hits = mayEndField(text.lastWord(from: place))
    }
  }

  /// The high bit of every byte that is the delimiter or a control below 14.
  @inline(__always)
  private func mayEndField(_ word: UInt64) -> UInt64 {
    let difference = word ^ delimiters
    let noDelimiter =
      ((difference & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F) | difference
    // No byte borrows from the next one: each is 128 at least.
    let noControl = ((word | 0x8080_8080_8080_8080) &- 0x0E0E_0E0E_0E0E_0E0E) | word
    return ~(noDelimiter & noControl) & 0x8080_8080_8080_8080
  }
}

extension ByteView {
  /// The fewer than eight bytes from `index` on, the first in the lowest bits, and nothing but 0xFF behind them.
  @inline(never)
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
