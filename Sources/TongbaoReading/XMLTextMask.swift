import Synchronization

/// Text for libxml2 in which every byte of a character beyond ASCII is DEL, outside of tags.
///
/// libxml2 decodes, tests and copies such characters one by one, which takes half of its time; a run of
/// ASCII it passes by. The program knows already that they are well-formed UTF-8, and takes the values from the
/// file itself by their places: so all that libxml2 sees of them is how many bytes they have.
///
/// A byte is masked only where the angle bracket before it is `>` and the one after it is `<`, both among
/// the bytes at hand. In a document without a DOCTYPE that is well formed up to here such a byte lies in
/// text, in a CDATA section, a comment or a processing instruction, never in a tag: if the `>` stood in an
/// attribute's value, the tag's own `>` would have to come before the next `<`, which no value may hold.
/// In all these places DEL is allowed as any other character is. So libxml2 calls the masked document well
/// formed just when it calls the document so, and hands over the same pieces.
final class XMLTextMask: Sendable {
  // Never waited for: whoever prepares a part has it first, then whoever feeds it to libxml2.
  private let room: Mutex<[UInt8]>
  private let capacity: Int

  /// A mask for parts of up to `capacity` bytes.
  init(capacity: Int) {
    room = Mutex([UInt8](repeating: 0, count: capacity))
    self.capacity = capacity
  }

  /// Calls `body` with what is masked, from the first range's beginning on.
  func withView<Result: Sendable>(_ body: (ByteView) -> Result) -> Result {
    room.withLock { $0.withView(body) }
  }

  /// Masks the bytes of `ranges`, which follow one another; false where they are too many.
  ///
  /// They must be well-formed UTF-8. A range is copied as it is where it needs libxml2's own look: for a CR, a
  /// `>` in text, a character that may be none of XML's.
  func cover(_ bytes: [UInt8], _ ranges: [Range<Int>]) -> Bool {
    guard let first = ranges.first?.lowerBound, let last = ranges.last?.upperBound,
      last - first <= capacity
    else { return false }
    room.withLock { room in
      unsafe room.withUnsafeMutableBytes { room in
        guard let base = room.baseAddress else { return }
        bytes.withView { view in
          for range in ranges {
            unsafe XMLTextMask.cover(view.slice(range), base + (range.lowerBound - first))
          }
        }
      }
    }
    return true
  }

  /// Masks one range, or copies it.
  private static func cover(_ part: ByteView, _ target: UnsafeMutableRawPointer) {
    let hasReturn = part.firstIndex(of: 0x0D, from: 0, to: part.count) != nil
    if unsafe hasReturn || !mask(part, to: target) {
      unsafe part.copyBytes(0..<part.count, to: target)
    }
  }

  /// Writes the masked bytes; false where they must not be used.
  ///
  /// Goes in words of eight bytes. Within a word, adding one to the first byte of a run of bytes that are no
  /// brackets carries through the run up to the next bracket.
  private static func mask(_ view: ByteView, to room: UnsafeMutableRawPointer) -> Bool {
    var index = 0
    var carry: UInt64 = 0
    var stops: UInt64 = 0
    var lastLead: UInt64 = 0
    while index + 8 <= view.count {
      let word = view.word(at: index)
      // `<` is 3C and `>` is 3E.
      let brackets =
        ((word | UInt64(repeating: 0x02)) ^ UInt64(repeating: 0x3E)).allZeroBytes &>> 7
      let closing = brackets & (word &>> 1)
      let others = ~(brackets &* 0xFF)
      let (sum, overflow) = others.addingReportingOverflow(closing &<< 8 | carry)
      carry = closing &>> 56 | (overflow ? 1 : 0)
      // A run that ends with `>` may lie in a tag.
      stops |= sum & closing
      let high = others & ~sum & word & UInt64(repeating: 0x80)
      unsafe room.storeBytes(
        of: ((word | (high &- high &>> 7)) ^ high).littleEndian,
        toByteOffset: index,
        as: UInt64.self
      )
      // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
      let leads = (word ^ UInt64(repeating: 0xEF)).zeroBytes
      stops |= (leads &<< 8 | lastLead) & (word ^ UInt64(repeating: 0xBF)).zeroBytes
      lastLead = leads &>> 56
      index += 8
    }
    guard stops == 0 else { return false }
    // What follows the last bracket is not known to end with `<`.
    var end = index
    while end > 0, view[end - 1] != 0x3C, view[end - 1] != 0x3E { end -= 1 }
    unsafe view.copyBytes(end..<view.count, to: room + end)
    return true
  }
}
