/// Fast, fixed 64-bit fingerprints of bytes: equal bytes have equal ones on every machine.
enum Fingerprint {
  private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Scatters one number.
  @inline(__always)
  static func mix(_ value: UInt64) -> UInt64 {
    let product = (value ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: multiplier)
    return product.high ^ product.low
  }

  /// The fingerprint of a text.
  ///
  /// O(n), eight bytes a step.
  @inline(__always)
  static func of(_ text: ByteText, _ bytes: borrowing Bytes) -> UInt64 {
    var state = UInt64(truncatingIfNeeded: text.count)
    var index = text.start
    while text.end - index >= 8 {
      state = mix(state ^ bytes.word(at: index))
      index += 8
    }
    let rest = bytes.tail(from: index, to: text.end)
    return mix(state ^ rest &+ multiplier)
  }

  /// The fingerprint of a record number, full-width letters and digits folded.
  @inline(__always)
  static func ofNumber(_ text: ByteText, _ bytes: borrowing Bytes) -> UInt64 {
    mayBeFullWidth(text, bytes) ? of(number: FoldedName(text, in: bytes)) : of(text, bytes)
  }

  /// Whether EF stands among the bytes, eight looked at in a step.
  @inline(__always)
  private static func mayBeFullWidth(_ text: ByteText, _ bytes: borrowing Bytes) -> Bool {
    var index = text.start
    while index < text.end {
      let word =
        text.end - index >= 8 ? bytes.word(at: index) : bytes.tail(from: index, to: text.end)
      let difference = word ^ 0xEFEF_EFEF_EFEF_EFEF
      if (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080 != 0 {
        return true
      }
      index += 8
    }
    return false
  }

  /// The fingerprint of a record number that is known as text.
  static func of(number: FoldedName) -> UInt64 {
    of(ByteText(start: 0, end: number.bytes.count), number.bytes.span)
  }

  /// Adds what one field of a row says to the row's fingerprint; columns may stand in any order.
  @inline(__always)
  static func add(_ value: UInt64, of field: Field, of salt: UInt64 = 0, to sum: inout UInt64) {
    sum &+= mix(value &+ (UInt64(field.rawValue) + 1 + salt) &* multiplier)
  }
}

extension Span<UInt8> {
  /// The eight bytes from `index`, the first in the lowest bits.
  ///
  /// One check for all eight: within a part of known length the compiler needs no other, and makes one load.
  @inline(__always)
  func word(at index: Int) -> UInt64 {
    let part = extracting(index..<index &+ 8)
    let low =
      UInt64(part[0]) | UInt64(part[1]) << 8 | UInt64(part[2]) << 16 | UInt64(part[3]) << 24
    let high =
      UInt64(part[4]) | UInt64(part[5]) << 8 | UInt64(part[6]) << 16 | UInt64(part[7]) << 24
    return low | high << 32
  }

  /// The up to seven bytes from `start` to `end`, the first in the lowest bits.
  @inline(__always)
  func tail(from start: Int, to end: Int) -> UInt64 {
    guard start < end else { return 0 }
    // Bytes before the end are there to be read with it, but in the first few of a batch.
    if end >= 8 { return word(at: end - 8) >> UInt64(64 - (end - start) * 8) }
    var rest: UInt64 = 0
    for index in start..<end { rest |= UInt64(self[index]) << UInt64((index - start) * 8) }
    return rest
  }

  /// Whether the bytes `count` from `first` and from `second` are the same.
  @inline(__always)
  func areEqual(at first: Int, and second: Int, count: Int) -> Bool {
    var offset = 0
    while count - offset >= 8 {
      guard word(at: first + offset) == word(at: second + offset) else { return false }
      offset += 8
    }
    return tail(from: first + offset, to: first + count)
      == tail(from: second + offset, to: second + count)
  }
}
