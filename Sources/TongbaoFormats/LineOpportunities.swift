import CICU

/// A stretch of text up to the next place where a line may end.
///
/// Source: UAX #14, strict style.
struct LineSegment {
  /// The text, spaces at its end included, line ends not.
  let text: String
  /// Whether a line must end after it.
  let endsLine: Bool

  /// The segments of a text, in order; together they are the text without its line ends.
  ///
  /// O(n).
  static func segments(of text: String) -> [LineSegment] {
    let units = Array(text.utf16)
    var segments: [LineSegment] = []
    var start = 0
    for opportunity in opportunities(in: units) {
      let end = Int(opportunity.magnitude)
      guard end > start, end <= units.count else { continue }
      let piece = String(decoding: units[start..<end], as: UTF16.self)
      let trimmed = withoutLineEnd(piece)
      segments.append(LineSegment(text: trimmed, endsLine: opportunity < 0 && trimmed != piece))
      start = end
    }
    if start < units.count {
      let rest = String(decoding: units[start...], as: UTF16.self)
      segments.append(LineSegment(text: rest, endsLine: false))
    }
    return segments
  }

  /// Offsets in UTF-16 units, negative where the break is mandatory; empty where ICU fails.
  ///
  /// Those within numbers, dates and codes are left out.
  static func opportunities(in units: [UInt16]) -> [Int32] {
    guard !units.isEmpty, let length = Int32(exactly: units.count) else { return [] }
    var offsets = [Int32](repeating: 0, count: units.count)
    let count = unsafe units.withUnsafeBufferPointer { text in
      unsafe offsets.withUnsafeMutableBufferPointer { offsets in
        unsafe cicu_line_breaks(text.baseAddress, length, offsets.baseAddress, length)
      }
    }
    return offsets.prefix(max(0, Int(count)))
      .filter { offset in
        let end = Int(offset)
        return end <= 0 || end >= units.count || !NumberBreaks.keeps(units[end - 1], units[end])
      }
  }

  /// Whether a line must end at a UTF-16 unit.
  static func isLineEnd(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  private static func withoutLineEnd(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while let last = scalars.last, isLineEnd(last) { scalars.removeLast() }
    return String(scalars)
  }

  /// Whether a line must end at a code point.
  static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}
