/// An exact decimal with six fractional digits, from −9,223,372,036,854.775807 to 9,223,372,036,854.775807.
///
/// Every number between a cell and a printed score is one of these or a `Ratio`; binary floating
/// point appears nowhere. Plain operators are not offered: each sum can overflow, and an overflow is
/// an error with a place, not a trap.
@usableFromInline
package struct Decimal6: Sendable, Hashable, Comparable {
  /// The number in millionths.
  @usableFromInline package let millionths: Int64

  /// The number `millionths` ÷ 1,000,000.
  @inlinable package init(millionths: Int64) {
    self.millionths = millionths
  }

  /// A whole number; nil where it is beyond the range.
  package init?(whole: Int) {
    let (product, overflow) = Int64(whole).multipliedReportingOverflow(by: 1_000_000)
    guard !overflow else { return nil }
    millionths = product
  }

  /// Zero.
  package static let zero = Decimal6(millionths: 0)
  /// One.
  package static let one = Decimal6(millionths: 1_000_000)

  @inlinable package static func < (left: Decimal6, right: Decimal6) -> Bool {
    left.millionths < right.millionths
  }

  /// The sum; throws where it is beyond the range.
  @inlinable package func adding(_ other: Decimal6) throws(ArithmeticOverflow) -> Decimal6 {
    let (sum, overflow) = millionths.addingReportingOverflow(other.millionths)
    guard !overflow else { throw ArithmeticOverflow() }
    return Decimal6(millionths: sum)
  }

  /// The difference; throws where it is beyond the range.
  @inlinable package func subtracting(_ other: Decimal6) throws(ArithmeticOverflow) -> Decimal6 {
    let (difference, overflow) = millionths.subtractingReportingOverflow(other.millionths)
    guard !overflow else { throw ArithmeticOverflow() }
    return Decimal6(millionths: difference)
  }

  /// Whether the number is above zero.
  @inlinable package var isPositive: Bool { millionths > 0 }
  /// Whether the number is below zero.
  @inlinable package var isNegative: Bool { millionths < 0 }
}

/// A result that no `Decimal6` or `Ratio` can hold.
@usableFromInline
package struct ArithmeticOverflow: Error, Hashable {
  /// An overflow; the caller knows the place.
  @inlinable package init() {}
}

extension Decimal6 {
  /// Why a text is not a `Decimal6`.
  package enum ParseFailure: Error, Hashable {
    /// Not a plain decimal number.
    case notANumber
    /// More than six fractional digits that are not zero.
    case tooPrecise
    /// Beyond the range.
    case tooLarge
  }

  /// Reads `-12.5`, `+3`, `.5`: sign, digits and one point, nothing else.
  ///
  /// ASCII only. O(n).
  package init(parsing text: some Sequence<UInt8>) throws(ParseFailure) {
    var magnitude: Int64 = 0
    var fraction: Int?
    var digits = 0
    var isNegative = false
    var isFirst = true
    var overflowed = false
    for byte in text {
      defer { isFirst = false }
      switch byte {
      case UInt8(ascii: "-") where isFirst: isNegative = true
      case UInt8(ascii: "+") where isFirst: break
      case UInt8(ascii: ".") where fraction == nil: fraction = 0
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        let digit = Int64(byte - UInt8(ascii: "0"))
        if let places = fraction {
          if places >= 6 {
            guard digit == 0 else { throw .tooPrecise }
            continue
          }
          fraction = places + 1
        }
        let (product, overflow) = magnitude.multipliedReportingOverflow(by: 10)
        let (sum, carry) = product.addingReportingOverflow(digit)
        overflowed = overflowed || overflow || carry
        magnitude = sum
      default: throw .notANumber
      }
    }
    guard digits > 0 else { throw .notANumber }
    for _ in (fraction ?? 0)..<6 {
      let (product, overflow) = magnitude.multipliedReportingOverflow(by: 10)
      overflowed = overflowed || overflow
      magnitude = product
    }
    guard !overflowed else { throw .tooLarge }
    self.init(millionths: isNegative ? -magnitude : magnitude)
  }

  /// Reads a plain decimal text; nil where it is none.
  package init?(_ text: some StringProtocol) {
    guard let value = try? Decimal6(parsing: text.utf8) else { return nil }
    self = value
  }
}

extension Decimal6: CustomStringConvertible {
  /// The shortest exact decimal: `8.5`, `-0.25`, `12`.
  ///
  /// This is also its JSON form.
  @usableFromInline package var description: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the shortest exact decimal in ASCII.
  package func append(to bytes: inout [UInt8]) {
    let magnitude = millionths.magnitude
    if millionths < 0 { bytes.append(UInt8(ascii: "-")) }
    (magnitude / 1_000_000).appendDigits(to: &bytes)
    var fraction = magnitude % 1_000_000
    guard fraction > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    var unit: UInt64 = 100_000
    while fraction > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: fraction / unit))
      fraction %= unit
      unit /= 10
    }
  }

  /// Rounded half away from zero to `places` decimals, 0 to 6.
  package func rounded(to places: Int) -> Decimal6 {
    precondition((0...6).contains(places))
    var unit: Int64 = 1
    for _ in places..<6 { unit *= 10 }
    let remainder = millionths % unit
    guard remainder != 0 else { return self }
    let truncated = millionths - remainder
    guard remainder.magnitude * 2 >= unit.magnitude else { return Decimal6(millionths: truncated) }
    let away = millionths < 0 ? -unit : unit
    let (result, overflow) = truncated.addingReportingOverflow(away)
    // Beyond the range only within one unit of it; the truncated value is then the nearest there is.
    return Decimal6(millionths: overflow ? truncated : result)
  }

  /// The printed form: rounded half away from zero, with exactly `places` decimals, `-0.00` never.
  package func formatted(places: Int) -> String {
    let value = rounded(to: places)
    let magnitude = value.millionths.magnitude
    let sign = value.millionths < 0 ? "-" : ""
    let whole = sign + String(magnitude / 1_000_000)
    guard places > 0 else { return whole }
    let digits = String(magnitude % 1_000_000)
    let fraction = String(repeating: "0", count: 6 - digits.utf8.count) + digits
    return whole + "." + fraction.prefix(places)
  }
}

extension UInt64 {
  /// Appends the number's digits in ASCII, zeros before them where there are fewer than `width`.
  package func appendDigits(to bytes: inout [UInt8], width: Int = 1) {
    var first = bytes.count
    var rest = self
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0 || bytes.count - first < width
    var last = bytes.count - 1
    while first < last {
      bytes.swapAt(first, last)
      first += 1
      last -= 1
    }
  }
}
