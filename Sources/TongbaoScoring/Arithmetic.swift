import TongbaoModel

extension Int128 {
  /// The product; throws beyond 128 bits.
  func times(_ other: Int128) throws(ArithmeticOverflow) -> Int128 {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    guard !overflow else { throw ArithmeticOverflow() }
    return product
  }

  /// The sum; throws beyond 128 bits.
  func plus(_ other: Int128) throws(ArithmeticOverflow) -> Int128 {
    let (sum, overflow) = addingReportingOverflow(other)
    guard !overflow else { throw ArithmeticOverflow() }
    return sum
  }
}

extension Decimal6 {
  /// `numerator` ÷ `denominator` millionths, rounded half away from zero.
  ///
  /// `denominator` is above 0.
  static func rounding(
    _ numerator: Int128,
    over denominator: Int128
  ) throws(ArithmeticOverflow) -> Decimal6 {
    var quotient = numerator / denominator
    let remainder = (numerator % denominator).magnitude
    if remainder >= denominator.magnitude - remainder { quotient += numerator < 0 ? -1 : 1 }
    guard let millionths = Int64(exactly: quotient) else { throw ArithmeticOverflow() }
    return Decimal6(millionths: millionths)
  }

  /// The plain mean of numbers, rounded once; nil of none.
  static func mean(_ numbers: some Collection<Decimal6>) throws(ArithmeticOverflow) -> Decimal6? {
    guard !numbers.isEmpty else { return nil }
    // Fewer than 2^63 numbers of 64 bits each cannot exceed 128 bits.
    var sum: Int128 = 0
    for number in numbers { sum += Int128(number.millionths) }
    return try rounding(sum, over: Int128(numbers.count))
  }

  /// The exact sum.
  static func sum(_ numbers: some Sequence<Decimal6>) throws(ArithmeticOverflow) -> Decimal6 {
    var total = Decimal6.zero
    for number in numbers { total = try total.adding(number) }
    return total
  }
}

extension Ratio {
  /// The smaller of two values.
  static func least(_ first: Ratio, _ second: Ratio) throws(ArithmeticOverflow) -> Ratio {
    try second.isLess(than: first) ? second : first
  }

  /// The larger of two values.
  static func greatest(_ first: Ratio, _ second: Ratio) throws(ArithmeticOverflow) -> Ratio {
    try first.isLess(than: second) ? second : first
  }

  /// The value rounded down to a whole number.
  var whole: Ratio {
    get throws(ArithmeticOverflow) { try Ratio(floor, 1) }
  }
}
