import TongbaoModel

/// The findings as of a day, decided, in their order, and where each belongs.
struct CaseBook {
  /// All findings, by date, then record.
  let cases: CaseList
  /// By finding: the number of its unit and indicator.
  private let cells: [UInt32]
  private let days: CaseDays
  private let buckets: Buckets
  private let grid: Grid

  init(_ cases: CaseList, _ cells: [UInt32], _ days: CaseDays, _ grid: Grid) {
    self.cases = cases
    self.cells = cells
    self.days = days
    self.grid = grid
    buckets = Buckets(cells, count: grid.count)
  }

  /// Findings that were decided and ordered before.
  init(_ cases: CaseList, of records: Records, in range: DateRange?, _ grid: Grid) {
    var days = CaseDays(range)
    var cells: [UInt32] = []
    cells.reserveCapacity(cases.count)
    let rows = records.inspections
    for position in cases.indices {
      let inspection = cases.inspection(at: position)
      days.count(rows[inspection].date)
      cells.append(grid.cell(rows[inspection].unit, rows[inspection].indicator))
    }
    days.finish()
    self.init(cases, cells, days, grid)
  }

  /// The findings of a unit and indicator dated in `range`: positions in `cases`.
  func positions(
    _ unit: Ordinal<Unit>,
    _ indicator: Ordinal<Indicator>,
    in range: DateRange?
  ) -> Positions {
    let all = buckets[Int(grid.cell(unit, indicator))]
    let dated = days.positions(in: range)
    let from = all.partitioned { $0 >= dated.lowerBound }
    return all[from..<all.partitioned { $0 >= dated.upperBound }]
  }

  /// Calls `body` with the position of every finding dated in `range` and the number of its unit and
  /// indicator, in order.
  func forEach(in range: DateRange?, _ body: (_ position: Int, _ cell: Int) -> Void) {
    for position in days.positions(in: range) { body(position, Int(cells[position])) }
  }
}

/// Numbers for the pairs of a unit and an indicator.
struct Grid {
  private let width: Int
  /// How many pairs there are.
  let count: Int

  init(_ scheme: Scheme) {
    width = scheme.indicators.count
    count = scheme.units.count * width
  }

  func cell(_ unit: Ordinal<Unit>, _ indicator: Ordinal<Indicator>) -> UInt32 {
    UInt32(unit.index * width + indicator.index)
  }

  /// The unit of a pair.
  func unit(of cell: Int) -> Int { cell / width }
}
