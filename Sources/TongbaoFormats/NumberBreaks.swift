/// Where UAX #14 allows a break that official documents do not: in a date, in a number or between it
/// and its unit, in a range, in a code.
package enum NumberBreaks {
  /// Whether two UTF-16 units that follow each other stay in one line.
  package static func keeps(_ left: UInt16, _ right: UInt16) -> Bool {
    if left > 0x7F, right > 0x7F { return false }
    return (isDigit(left) && counted.contains(right))
      || (isDigit(right) && (left == year || left == month))
      || (joints.contains(left) && isCode(right))
      || (joints.contains(right) && (isCode(left) || left == percent))
  }

  private static let year: UInt16 = 0x5E74
  private static let month: UInt16 = 0x6708
  private static let percent: UInt16 = 0x25
  private static let counted = Set("年月日分项件个条次位户%".utf16)
  private static let joints = Set("-～→−".utf16)

  private static func isDigit(_ unit: UInt16) -> Bool { (0x30...0x39).contains(unit) }

  private static func isCode(_ unit: UInt16) -> Bool {
    isDigit(unit) || (0x41...0x5A).contains(unit) || (0x61...0x7A).contains(unit)
  }
}
