/// An exact fraction, for the steps between two roundings.
///
/// Always in lowest terms, denominator above 0.
///
/// Overflow beyond 128 bits is thrown: it takes numbers that no assessment has, and must not trap.
package struct Ratio: Sendable, Hashable {
  /// Numerator.
  package let numerator: Int128
  /// Denominator, above 0.
  package let denominator: Int128

  /// `numerator` ÷ `denominator` in lowest terms.
  ///
  /// The denominator must not be 0.
  package init(_ numerator: Int128, _ denominator: Int128) throws(ArithmeticOverflow) {
    precondition(denominator != 0)
    guard numerator != .min, denominator != .min else { throw ArithmeticOverflow() }
    let divisor = Ratio.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.numerator = sign * (numerator / Int128(divisor))
    self.denominator = sign * (denominator / Int128(divisor))
  }

  /// The value of a decimal.
  package init(_ decimal: Decimal6) {
    let divisor = Ratio.greatestCommonDivisor(UInt128(decimal.millionths.magnitude), 1_000_000)
    numerator = Int128(decimal.millionths) / Int128(divisor)
    denominator = 1_000_000 / Int128(divisor)
  }

  /// A whole number.
  package init(_ whole: Int) {
    numerator = Int128(whole)
    denominator = 1
  }

  private init(reduced numerator: Int128, _ denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Zero.
  package static let zero = Ratio(0)
  /// One.
  package static let one = Ratio(1)

  private static func greatestCommonDivisor(_ first: UInt128, _ second: UInt128) -> UInt128 {
    var (larger, smaller) = (first, second)
    // Most values fit 64 bits, where a division is some ten times faster.
    while smaller > UInt128(UInt64.max) { (larger, smaller) = (smaller, larger % smaller) }
    guard smaller != 0 else { return max(larger, 1) }
    var (a, b) = (UInt64(smaller), UInt64(larger % smaller))
    while b != 0 { (a, b) = (b, a % b) }
    return UInt128(a)
  }

  /// The sum.
  package func adding(_ other: Ratio) throws(ArithmeticOverflow) -> Ratio {
    try Ratio(
      Ratio.sum(
        Ratio.product(numerator, other.denominator),
        Ratio.product(other.numerator, denominator)
      ),
      Ratio.product(denominator, other.denominator)
    )
  }

  /// The difference.
  package func subtracting(_ other: Ratio) throws(ArithmeticOverflow) -> Ratio {
    try adding(other.negated)
  }

  /// The product; factors are reduced crosswise first, so that it overflows only where the result does.
  package func multiplied(by other: Ratio) throws(ArithmeticOverflow) -> Ratio {
    let first = try Ratio(numerator, other.denominator)
    let second = try Ratio(other.numerator, denominator)
    return try Ratio(
      Ratio.product(first.numerator, second.numerator),
      Ratio.product(first.denominator, second.denominator)
    )
  }

  /// The quotient.
  ///
  /// `other` must not be 0.
  package func divided(by other: Ratio) throws(ArithmeticOverflow) -> Ratio {
    precondition(other.numerator != 0)
    return try multiplied(by: Ratio(other.denominator, other.numerator))
  }

  /// The opposite number.
  package var negated: Ratio { Ratio(reduced: -numerator, denominator) }

  /// The absolute value.
  package var magnitude: Ratio { numerator < 0 ? negated : self }

  /// The largest whole number not above the value.
  package var floor: Int128 {
    let quotient = numerator / denominator
    return numerator % denominator < 0 ? quotient - 1 : quotient
  }

  /// The value rounded once, half away from zero, to 6 decimals.
  package func rounded() throws(ArithmeticOverflow) -> Decimal6 {
    let scaled = try Ratio.product(numerator, 1_000_000)
    var quotient = scaled / denominator
    let remainder = (scaled % denominator).magnitude
    if remainder >= denominator.magnitude - remainder { quotient += numerator < 0 ? -1 : 1 }
    guard let millionths = Int64(exactly: quotient) else { throw ArithmeticOverflow() }
    return Decimal6(millionths: millionths)
  }

  /// Whether the value is below that of `other`.
  package func isLess(than other: Ratio) throws(ArithmeticOverflow) -> Bool {
    try Ratio.product(numerator, other.denominator) < Ratio.product(other.numerator, denominator)
  }

  private static func product(_ left: Int128, _ right: Int128) throws(ArithmeticOverflow) -> Int128
  {
    let (result, overflow) = left.multipliedReportingOverflow(by: right)
    guard !overflow else { throw ArithmeticOverflow() }
    return result
  }

  private static func sum(_ left: Int128, _ right: Int128) throws(ArithmeticOverflow) -> Int128 {
    let (result, overflow) = left.addingReportingOverflow(right)
    guard !overflow else { throw ArithmeticOverflow() }
    return result
  }
}
