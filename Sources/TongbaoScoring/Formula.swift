import TongbaoModel

/// Writes formulas with their numbers: mathematics only, no words.
enum Formula {
  /// A number, in brackets where it is below 0.
  static func number(_ value: Decimal6) -> String {
    value.isNegative ? "(\(value))" : "\(value)"
  }

  /// `1 + 0.5`, `0` for nothing; of many numbers their sum alone.
  static func sum(_ values: [Decimal6]) throws(ArithmeticOverflow) -> String {
    guard (1...12).contains(values.count) else { return number(try .sum(values)) }
    return values.map(number).joined(separator: " + ")
  }

  /// `a ÷ b`, where `a` may be a sum.
  static func mean(_ values: [Decimal6]) throws(ArithmeticOverflow) -> String {
    "(\(try sum(values))) ÷ \(values.count)"
  }

  /// max(0, B − min(cap, 1 + 0.5)).
  static func findings(
    _ full: Decimal6,
    cap: Decimal6?,
    _ counted: [Decimal6]
  ) throws(ArithmeticOverflow) -> String {
    let sum = try sum(counted)
    let deducted = cap.map { "min(\(number($0)), \(sum))" } ?? "(\(sum))"
    return "max(0, \(number(full)) − \(deducted))"
  }

  /// The formula of an indicator that measures, with the numbers of a reading.
  static func score(
    _ rule: Indicator,
    _ full: Decimal6,
    _ reading: Reading,
    in sample: Sample
  ) -> String {
    let (b, x) = (number(full), number(reading.measure))
    switch rule.method {
    case .findings: return b
    case .completion(let maxRatio):
      let ratio = "\(number(reading.value)) ÷ \(number(reading.target ?? .one))"
      return "max(0, \(b) × min(\(ratio), \(maxRatio)))"
    case .threshold(let threshold): return self.threshold(threshold, full, reading)
    case .best:
      let best = sample.best(rule.direction) ?? .zero
      guard best.isPositive, reading.measure.isPositive else { return "0" }
      let (part, whole) = rule.direction == .higher ? (x, number(best)) : (number(best), x)
      return "\(b) × \(part) ÷ \(whole)"
    case .rank(let steps):
      return rank(
        steps,
        b,
        sample.rank(of: reading.measure, rule.direction),
        among: sample.count
      )
    case .efficacy(let efficacy): return self.efficacy(efficacy, b, x, sample, rule.direction)
    case .brackets(let brackets):
      guard let bracket = brackets.first(where: { reading.measure >= $0.atLeast }) else {
        return "0"
      }
      return "\(x) ≥ \(number(bracket.atLeast)) → \(number(bracket.points))"
    }
  }

  private static func threshold(
    _ rule: Indicator.Threshold,
    _ full: Decimal6,
    _ reading: Reading
  ) -> String {
    let target = reading.target ?? reading.measure
    let isShort = rule.isShort(reading.measure, of: target)
    let (large, small) =
      reading.measure < target ? (target, reading.measure) : (reading.measure, target)
    func steps(_ rate: Indicator.Threshold.Rate) -> String {
      let steps = "(\(number(large)) − \(number(small))) ÷ \(rate.step)"
      return "\(rate.points) × " + (rule.wholeSteps ? "⌊\(steps)⌋" : steps)
    }
    if isShort { return rule.lossPer.map { "max(0, \(full) − \(steps($0)))" } ?? "0" }
    guard let gain = rule.gainPer else { return "\(full)" }
    return "\(full) + " + (gain.cap.map { "min(\($0), \(steps(gain)))" } ?? steps(gain))
  }

  private static func rank(
    _ steps: Indicator.RankSteps,
    _ full: String,
    _ rank: Int,
    among count: Int
  ) -> String {
    switch steps {
    case .percentStep(let step): "max(0, \(full) × (1 − \(step) × (\(rank) − 1)))"
    case .pointStep(let step): "max(0, \(full) − \(step) × (\(rank) − 1))"
    case .list(let points): "[\(points.map(number).joined(separator: ", "))] → \(rank)"
    case .span(let high, let low):
      count > 1
        ? "\(high) − (\(high) − \(number(low))) × (\(rank) − 1) ÷ (\(count) − 1)" : "\(high)"
    }
  }

  private static func efficacy(
    _ rule: Indicator.Efficacy,
    _ full: String,
    _ measure: String,
    _ sample: Sample,
    _ direction: Indicator.Direction
  ) -> String {
    let good = rule.satisfactory.value(sample.best(direction) ?? .zero)
    let bad = rule.unacceptable.value(sample.worst(direction) ?? .zero)
    guard good != bad else { return full }
    let distance = "(\(measure) − \(number(bad))) ÷ (\(number(good)) − \(number(bad)))"
    let share = "\(rule.base) + (1 − \(rule.base)) × \(distance)"
    return rule.isClamped ? "\(full) × max(0, min(1, \(share)))" : "\(full) × (\(share))"
  }
}
