import TongbaoModel

/// Σ counted points by unit and indicator, over a range and the parts of its folds.
///
/// O(findings) for each kind of fold.
struct Deductions {
  private let ranges: [DateRange: RangeDeductions]
  private let grid: Grid

  init(_ standing: Standing, in range: DateRange?, folding: Bool) {
    grid = standing.grid
    var ranges: [DateRange: RangeDeductions] = [:]
    if let range {
      let folds = folding ? Set(standing.scheme.indicators.compactMap(\.fold)) : []
      for part in [range] + folds.flatMap({ range.parts(by: $0) }) where ranges[part] == nil {
        ranges[part] = RangeDeductions(standing, in: part)
      }
    }
    self.ranges = ranges
  }

  /// The sum over `range`, which is the whole or a part.
  func sum(
    _ unit: Ordinal<Unit>,
    _ indicator: Ordinal<Indicator>,
    in range: DateRange?
  ) throws(ArithmeticOverflow) -> Outlook<Decimal6> {
    guard let range, let deductions = ranges[range] else { return Outlook(.zero) }
    return try deductions.sum(of: Int(grid.cell(unit, indicator)))
  }
}

/// The sums over one range.
private struct RangeDeductions {
  private var sums: [Outlook<Decimal6>]
  private var overflown: Set<Int> = []

  init(_ standing: Standing, in range: DateRange) {
    var sums = Array(repeating: Outlook(Decimal6.zero), count: standing.grid.count)
    var overflown: Set<Int> = []
    let cases = standing.book.cases
    standing.book.forEach(in: range) { position, cell in
      let counts = cases.counts(at: position)
      do throws(ArithmeticOverflow) {
        sums[cell].actual = try sums[cell].actual.adding(counts.actual)
        sums[cell].best = try sums[cell].best.adding(counts.best)
        sums[cell].worst = try sums[cell].worst.adding(counts.worst)
      } catch {
        overflown.insert(cell)
      }
    }
    self.sums = sums
    self.overflown = overflown
  }

  /// Throws where the sum went beyond the range on its way.
  func sum(of cell: Int) throws(ArithmeticOverflow) -> Outlook<Decimal6> {
    guard !overflown.contains(cell) else { throw ArithmeticOverflow() }
    return sums[cell]
  }
}
