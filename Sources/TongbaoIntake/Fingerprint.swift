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
      state = mix(state ^ word(at: index, bytes))
      index += 8
    }
    var rest: UInt64 = 0
    while index < text.end {
      rest = rest << 8 | UInt64(bytes[index])
      index += 1
    }
    return mix(state ^ rest &+ multiplier)
  }

  @inline(__always)
  private static func word(at index: Int, _ bytes: borrowing Bytes) -> UInt64 {
    let low =
      UInt64(bytes[index]) | UInt64(bytes[index + 1]) << 8 | UInt64(bytes[index + 2]) << 16
      | UInt64(bytes[index + 3]) << 24
    let high =
      UInt64(bytes[index + 4]) | UInt64(bytes[index + 5]) << 8 | UInt64(bytes[index + 6]) << 16
      | UInt64(bytes[index + 7]) << 24
    return low | high << 32
  }

  /// The fingerprint of a record number, full-width letters and digits folded.
  @inline(__always)
  static func ofNumber(_ text: ByteText, _ bytes: borrowing Bytes) -> UInt64 {
    for index in text.start..<max(text.start, text.end) where bytes[index] == 0xEF {
      return of(number: FoldedName(text, in: bytes))
    }
    return of(text, bytes)
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
