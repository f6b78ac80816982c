import TongbaoModel

/// What the rows of a unit, an indicator and a range say.
///
/// Source: scoring.md §4.
struct Reading {
  /// X: the value taken.
  var value: Decimal6
  /// T: nil where none is set and none is needed.
  var target: Decimal6?
  /// x: what is measured, at 6 decimals.
  var measure: Decimal6
}

/// How an indicator's rows become a reading.
struct Measuring {
  let take: Indicator.Take
  let measure: Indicator.Measure
  let needsTarget: Bool
  let dividesByTarget: Bool

  init(_ indicator: Indicator) {
    take = indicator.take
    measure = indicator.measure
    switch indicator.method {
    case .completion: (needsTarget, dividesByTarget) = (true, true)
    case .threshold: (needsTarget, dividesByTarget) = (true, measure == .completion)
    default:
      needsTarget = measure == .completion
      dividesByTarget = needsTarget
    }
  }

  /// Reads rows that are in order of date and place; nil where the measure is missing.
  func read(
    _ rows: some BidirectionalCollection<MeasurementRow>,
    schemeTarget: Decimal6?
  ) throws(ArithmeticOverflow) -> Reading? {
    guard let value = try taken(rows, \.value) else { return nil }
    let target = rows.last { $0.target != nil }?.target ?? schemeTarget
    if needsTarget, target == nil { return nil }
    if dividesByTarget, target == .zero { return nil }
    guard let measured = try measured(value, target, rows) else { return nil }
    return Reading(value: value, target: target, measure: measured)
  }

  private func measured(
    _ value: Decimal6,
    _ target: Decimal6?,
    _ rows: some BidirectionalCollection<MeasurementRow>
  ) throws(ArithmeticOverflow) -> Decimal6? {
    switch measure {
    case .value: return value
    case .completion:
      guard let target else { return nil }
      return try Measuring.completion(of: value, target: target)
    case .growth:
      guard let last = try lastYear(of: rows) else { return nil }
      return try Measuring.growth(of: value, since: last)
    }
  }

  /// X ÷ T × 100; nil where T is 0.
  static func completion(
    of value: Decimal6,
    target: Decimal6
  ) throws(ArithmeticOverflow) -> Decimal6? {
    guard target != .zero else { return nil }
    return try percentage(Int128(value.millionths), of: Int128(target.millionths))
  }

  /// (X − L) ÷ |L| × 100; nil where L is 0.
  static func growth(
    of value: Decimal6,
    since last: Decimal6
  ) throws(ArithmeticOverflow) -> Decimal6? {
    guard last != .zero else { return nil }
    let whole = Int128(last.millionths)
    return try percentage(Int128(value.millionths) - whole, of: whole < 0 ? -whole : whole)
  }

  /// L of the rows.
  func lastYear(
    of rows: some BidirectionalCollection<MeasurementRow>
  ) throws(ArithmeticOverflow) -> Decimal6? {
    try taken(rows, \.lastYear)
  }

  private static func percentage(
    _ part: Int128,
    of whole: Int128
  ) throws(ArithmeticOverflow) -> Decimal6 {
    let sign: Int128 = whole < 0 ? -1 : 1
    return try .rounding(part.times(sign * 100_000_000), over: sign * whole)
  }

  /// X or L by `take`; nil where there is no row or a row that is needed lacks it.
  private func taken(
    _ rows: some BidirectionalCollection<MeasurementRow>,
    _ field: (MeasurementRow) -> Decimal6?
  ) throws(ArithmeticOverflow) -> Decimal6? {
    guard let latest = rows.last else { return nil }
    if take == .latest { return field(latest) }
    let numbers = rows.compactMap(field)
    guard numbers.count == rows.count else { return nil }
    return take == .sum ? try .sum(numbers) : try Measuring.mean(numbers, by: rows.map(\.sample))
  }

  /// The mean weighted by sample where every row has one and they are not all 0, else plain.
  private static func mean(
    _ numbers: [Decimal6],
    by samples: [Decimal6?]
  ) throws(ArithmeticOverflow) -> Decimal6? {
    var (sum, weights): (Int128, Int128) = (0, 0)
    for (number, sample) in zip(numbers, samples) {
      guard let sample else { return try .mean(numbers) }
      sum = try sum.plus(Int128(number.millionths).times(Int128(sample.millionths)))
      weights += Int128(sample.millionths)
    }
    guard weights > 0 else { return try .mean(numbers) }
    return try .rounding(sum, over: weights)
  }
}
