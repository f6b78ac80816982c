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
    for part in Deductions.parts(of: range, folding: folding, standing.scheme) {
      ranges[part] = RangeDeductions(standing, in: part)
    }
    self.ranges = ranges
  }

  /// The same with folds, of findings that are decided on the way and not kept.
  ///
  /// O(findings).
  init(
    of maker: CaseMaker,
    under rulings: Rulings,
    in range: DateRange,
    _ scheme: Scheme
  ) throws(ScoringFailure) {
    grid = Grid(scheme)
    let parts = Deductions.parts(of: range, folding: true, scheme)
    let ofDay = (0...(range.to - range.from))
      .map { day in
        parts.indices.filter { parts[$0].contains(range.from + day) }
      }
    let count = grid.count
    var sums = parts.map { _ in RangeDeductions(count: count) }
    try maker.decideEach(under: rulings) { inspection, date, cell, decision in
      for part in ofDay[date - range.from] {
        sums[part]
          .add((decision.counted, decision.best, decision.worst), to: cell, from: inspection)
      }
    }
    ranges = Dictionary(uniqueKeysWithValues: zip(parts, sums))
  }

  /// The range and the parts of its folds, each once.
  private static func parts(
    of range: DateRange?,
    folding: Bool,
    _ scheme: Scheme
  ) -> [DateRange] {
    guard let range else { return [] }
    let folds = folding ? Set(scheme.indicators.compactMap(\.fold)) : []
    var seen: Set<DateRange> = []
    return ([range] + folds.flatMap { range.parts(by: $0) }).filter { seen.insert($0).inserted }
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

  /// The finding at which the sum over `range` ran over: its position in `Records.inspections`; nil where it did
  /// not.
  func overflow(
    _ unit: Ordinal<Unit>,
    _ indicator: Ordinal<Indicator>,
    in range: DateRange?
  ) -> Int? {
    range.flatMap { ranges[$0]?.overflown[Int(grid.cell(unit, indicator))] }
  }
}

/// The sums over one range.
private struct RangeDeductions {
  private var sums: [Outlook<Decimal6>]
  /// By cell: the first finding at which the sum went beyond the range.
  private(set) var overflown: [Int: Int] = [:]

  /// Nothing yet, for so many cells.
  init(count: Int) {
    sums = Array(repeating: Outlook(Decimal6.zero), count: count)
  }

  init(_ standing: Standing, in range: DateRange) {
    self.init(count: standing.grid.count)
    let cases = standing.book.cases
    standing.book.forEach(in: range) { position, cell in
      add(cases.counts(at: position), to: cell, from: cases.inspection(at: position))
    }
  }

  /// Adds what a finding counts.
  mutating func add(
    _ counts: (actual: Decimal6, best: Decimal6, worst: Decimal6),
    to cell: Int,
    from inspection: Int
  ) {
    do throws(ArithmeticOverflow) {
      sums[cell].actual = try sums[cell].actual.adding(counts.actual)
      sums[cell].best = try sums[cell].best.adding(counts.best)
      sums[cell].worst = try sums[cell].worst.adding(counts.worst)
    } catch {
      overflown[cell] = overflown[cell] ?? inspection
    }
  }

  /// Throws where the sum went beyond the range on its way.
  func sum(of cell: Int) throws(ArithmeticOverflow) -> Outlook<Decimal6> {
    guard overflown[cell] == nil else { throw ArithmeticOverflow() }
    return sums[cell]
  }
}
