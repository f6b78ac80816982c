import TongbaoModel

/// Everything that exists as of a day, decided and indexed once; all scores are read from it.
struct Standing {
  let records: Records
  let scheme: Scheme
  let asOf: CalendarDate
  /// The window's days up to the day; nil before the window.
  let range: DateRange?
  let rulings: Rulings
  let grid: Grid
  /// All findings, and where they belong.
  let book: CaseBook
  /// All measurement rows, by date, then place.
  let rows: [MeasurementRow]
  /// All events, with what they count.
  let events: EventBook
  private let rowBuckets: Buckets

  /// Decides and indexes `records` as of `asOf`, linear in the records.
  init(
    _ records: Records,
    under scheme: Scheme,
    asOf: CalendarDate,
    undecided: UndecidedRule?
  ) throws(ScoringFailure) {
    let rulings = Rulings(of: records, asOf: asOf)
    let maker = try CaseMaker(records, scheme, asOf: asOf, undecided: undecided)
    try self.init(records, under: scheme, asOf: asOf, rulings, maker.book(under: rulings))
  }

  /// The cumulative ranks as of a day, for which findings are neither kept nor put in order.
  static func ranks(
    _ records: Records,
    under scheme: Scheme,
    asOf: CalendarDate
  ) throws(ScoringFailure) -> Ranks {
    let rulings = Rulings(of: records, asOf: asOf)
    let maker = try CaseMaker(records, scheme, asOf: asOf, undecided: nil)
    let range = scheme.window.upTo(asOf)
    let none = CaseBook([], of: records, in: range, Grid(scheme))
    let standing = try Standing(records, under: scheme, asOf: asOf, rulings, none)
    let deductions = try range.map { range throws(ScoringFailure) in
      try Deductions(of: maker, under: rulings, in: range, scheme)
    }
    return try RangeScores(standing, in: range, folding: true, known: deductions).ranks
  }

  /// Indexes `records` again with the findings as an assessment decided them.
  init(
    _ records: Records,
    under scheme: Scheme,
    for assessment: Assessment
  )
    throws(ScoringFailure)
  {
    let book = CaseBook(
      assessment.cases,
      of: records,
      in: scheme.window.upTo(assessment.asOf),
      Grid(scheme)
    )
    let rulings = Rulings(of: records, asOf: assessment.asOf)
    try self.init(records, under: scheme, asOf: assessment.asOf, rulings, book)
  }

  private init(
    _ records: Records,
    under scheme: Scheme,
    asOf: CalendarDate,
    _ rulings: Rulings,
    _ book: CaseBook
  ) throws(ScoringFailure) {
    let range = scheme.window.upTo(asOf)
    let admissibility = Admissibility(scheme)
    let rows =
      range.map { MeasurementRow.rows(of: records, in: $0, admitting: admissibility) } ?? []
    let grid = Grid(scheme)
    rowBuckets = Buckets(rows.map { grid.cell($0.unit, $0.indicator) }, count: grid.count)
    self.grid = grid
    self.book = book
    self.records = records
    self.scheme = scheme
    self.asOf = asOf
    self.range = range
    self.rulings = rulings
    self.rows = rows
    events = try EventBook(of: records, under: scheme, rulings, range: range)
  }

  /// All findings, by date, then record.
  var cases: CaseList { book.cases }

  /// The findings of a unit and indicator dated in `range`: positions in `cases`.
  func cases(
    _ unit: Ordinal<Unit>,
    _ indicator: Ordinal<Indicator>,
    in range: DateRange?
  ) -> Positions {
    book.positions(unit, indicator, in: range)
  }

  /// The measurement rows of a unit and indicator dated in `range`: positions in `rows`.
  func rows(
    _ unit: Ordinal<Unit>,
    _ indicator: Ordinal<Indicator>,
    in range: DateRange?
  ) -> Positions {
    guard let range else { return [] }
    let all = rowBuckets[Int(grid.cell(unit, indicator))]
    let from = all.partitioned { rows[$0].date >= range.from }
    return all[from..<all.partitioned { rows[$0].date > range.to }]
  }

  /// The day of a finding.
  func date(ofCase position: Int) -> CalendarDate {
    records.inspections[cases[position].inspection].date
  }

  /// The measure of a unit and indicator over `range`; nil where missing.
  func reading(
    _ unit: Ordinal<Unit>,
    _ indicator: Ordinal<Indicator>,
    in range: DateRange?
  ) throws(ArithmeticOverflow) -> Reading? {
    let rule = scheme.indicators[indicator]
    return try Measuring(rule)
      .read(
        rows(unit, indicator, in: range).map { rows[$0] },
        schemeTarget: rule.target[unit.index]
      )
  }
}
