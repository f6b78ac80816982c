import TongbaoModel

extension Receipt {
  /// x with every row that it is made of.
  func measureStep(
    _ indicator: Ordinal<Indicator>,
    _ reading: Reading,
    in range: DateRange?
  ) -> Explanation.Step {
    let rule = scheme.indicators[indicator]
    let rows = standing.rows(unit, indicator, in: range).map { standing.rows[$0] }
    let used = rule.take == .latest ? Array(rows.suffix(1)) : rows
    var inputs = used.flatMap { rowInputs($0, rule) }
    if let target = reading.target {
      let row = rows.last { $0.target != nil }
      inputs.append(
        .init(
          name: "target",
          value: "\(target)",
          source: row.map { records.source(of: $0.place) }
        )
      )
    }
    return Explanation.Step(
      clause: .measure,
      subject: rule.id,
      formula: formula(rule, reading, used),
      inputs: inputs,
      result: "\(reading.measure)"
    )
  }

  private func rowInputs(_ row: MeasurementRow, _ rule: Indicator) -> [Explanation.Input] {
    let source = records.source(of: row.place)
    var inputs = [
      Explanation.Input(name: "date", value: "\(row.date)", source: source),
      Explanation.Input(name: "value", value: "\(row.value)", source: source),
    ]
    if rule.measure == .growth, let last = row.lastYear {
      inputs.append(.init(name: "lastYear", value: "\(last)", source: source))
    }
    if rule.take == .mean, let sample = row.sample {
      inputs.append(.init(name: "sample", value: "\(sample)", source: source))
    }
    return inputs
  }

  private func formula(
    _ rule: Indicator,
    _ reading: Reading,
    _ rows: [MeasurementRow]
  ) -> String {
    let value = Formula.number(reading.value)
    switch rule.measure {
    case .value:
      return rule.take == .latest || rows.count > 12
        ? value : Receipt.formula(rule.take, rows) { $0.value }
    case .completion: return "\(value) ÷ \(Formula.number(reading.target ?? .one)) × 100"
    case .growth:
      let last = (try? Measuring(rule).lastYear(of: rows)).flatMap { $0 } ?? .one
      return "(\(value) − \(Formula.number(last))) ÷ |\(last)| × 100"
    }
  }

  /// `1 + 2`, `(1 + 2) ÷ 2` or `(1 × 30 + 2 × 10) ÷ 40`.
  private static func formula(
    _ take: Indicator.Take,
    _ rows: [MeasurementRow],
    _ field: (MeasurementRow) -> Decimal6
  ) -> String {
    let numbers = rows.map { Formula.number(field($0)) }
    let samples = rows.compactMap(\.sample)
    let weights = (try? Decimal6.sum(samples)) ?? .zero
    if take == .mean, samples.count == rows.count, weights.isPositive {
      let products = zip(numbers, samples).map { "\($0) × \($1)" }
      return "(\(products.joined(separator: " + "))) ÷ \(weights)"
    }
    let sum = numbers.joined(separator: " + ")
    return take == .sum ? sum : "(\(sum)) ÷ \(rows.count)"
  }
}
