import TongbaoModel

extension AdmittedSheet {
  /// Warns of totals rows that do not equal the sum of their rows.
  mutating func checkTotals() {
    for (stated, sum) in totals.mismatches {
      log.append(
        Diagnostic(
          .totalMismatch,
          at: stated.location,
          field: stated.field.name,
          text: stated.value.description,
          facts: ["stated": .text(stated.value.description), "sum": .text(Exact.text(sum))],
          excerpt: stated.excerpt
        )
      )
    }
  }

  /// Warns of two columns most of whose values fit the other one.
  mutating func checkSwaps() {
    for (pair, rows) in swaps.swapped(of: counts.accepted + counts.refused) {
      let heads = [pair.first, pair.second]
        .map { field in
          plan.columns.column(field).map { plan.heads[$0] } ?? field.name
        }
      log.append(
        Diagnostic(
          .columnsLookSwapped,
          at: SourceLocation(
            file: plan.context.file,
            sheet: plan.context.worksheet,
            line: plan.headerLines?.upperBound
          ),
          field: pair.first.name,
          text: heads[0],
          facts: [
            "first": .text(heads[0]), "second": .text(heads[1]), "rows": .number(rows),
          ]
        )
      )
    }
  }

  /// Warns of measured values beyond median ± 10 × MAD of their indicator in this sheet.
  mutating func checkOutliers() {
    let groups = Dictionary(grouping: measurements.indices) { measurements[$0].indicator }
    for (_, members) in groups.sorted(by: { $0.key < $1.key }) {
      guard let spread = Spread(members.map { measurements[$0].value }) else { continue }
      for index in members where spread.isOutlier(measurements[index].value) {
        let measurement = measurements[index]
        log.append(
          Diagnostic(
            .outlier,
            at: SourceLocation(
              file: plan.context.file,
              sheet: plan.context.worksheet,
              line: Int(measurement.place.row),
              column: plan.context.worksheet == nil ? nil : Int(measuredColumns[index]) + 1
            ),
            field: Field.value.name,
            text: measurement.value.description,
            facts: [
              "indicator": .text(plan.context.scheme.indicators[measurement.indicator].name),
              "unit": .text(plan.context.scheme.units[measurement.unit].name),
              "median": .text(Exact.text(spread.doubleMedian, halves: true)),
            ]
          )
        )
      }
    }
  }
}

/// Median and median absolute deviation, exactly.
struct Spread {
  /// Twice the median, in millionths.
  let doubleMedian: Int128
  /// Four times the median absolute deviation, in millionths.
  private let quadrupleDeviation: Int128

  /// nil where half of the values or more are the same, so that nothing can be said.
  init?(_ values: [Decimal6]) {
    guard !values.isEmpty else { return nil }
    let median = Spread.doubleMedian(of: values.map { Int128($0.millionths) })
    let deviations = values.map { (2 * Int128($0.millionths) - median).magnitude }
    let deviation = Spread.doubleMedian(of: deviations.map { Int128($0) })
    guard deviation > 0 else { return nil }
    doubleMedian = median
    quadrupleDeviation = deviation
  }

  /// Whether a value lies more than ten deviations from the median.
  func isOutlier(_ value: Decimal6) -> Bool {
    let distance = (2 * Int128(value.millionths) - doubleMedian).magnitude
    return Int128(distance) * 2 > 10 * quadrupleDeviation
  }

  private static func doubleMedian(of values: [Int128]) -> Int128 {
    let sorted = values.sorted()
    return sorted[sorted.count / 2] + sorted[(sorted.count - 1) / 2]
  }
}

/// Exact sums as text, beyond what a `Decimal6` holds.
enum Exact {
  /// The decimal text of a number of millionths, or of halves of them.
  static func text(_ millionths: Int128, halves: Bool = false) -> String {
    let scaled = halves ? millionths * 5 : millionths * 10
    let magnitude = scaled.magnitude
    let whole = String(magnitude / 10_000_000)
    var digits = String(magnitude % 10_000_000)
    digits = String(repeating: "0", count: 7 - digits.utf8.count) + digits
    while digits.utf8.last == UInt8(ascii: "0") { digits.removeLast() }
    return (scaled < 0 ? "-" : "") + whole + (digits.isEmpty ? "" : "." + digits)
  }
}
