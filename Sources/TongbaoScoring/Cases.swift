import TongbaoModel

/// Decides every finding as of a day.
struct CaseMaker {
  /// What a severity says, without its texts.
  private struct SeverityRule {
    var points: Decimal6
    var dueDays: Int?
    var isProvisional: Bool
    var isNamed: Bool
  }

  private let records: Records
  private let range: DateRange?
  private let grid: Grid
  private let asOf: CalendarDate
  private let severities: [SeverityRule]
  /// By indicator: whether findings deduct points, as they do under method `findings` alone.
  private let deducts: [Bool]
  private let admissibility: Admissibility
  private let table: DecisionTable
  private let gate: Gate

  init(
    _ records: Records,
    _ scheme: Scheme,
    asOf: CalendarDate,
    undecided: UndecidedRule?
  ) throws(ScoringFailure) {
    self.records = records
    self.asOf = asOf
    range = scheme.window.upTo(asOf)
    grid = Grid(scheme)
    severities = scheme.severities.map {
      SeverityRule(
        points: $0.points,
        dueDays: $0.dueDays,
        isProvisional: $0.isProvisional,
        isNamed: $0.isNamed
      )
    }
    deducts = scheme.indicators.map {
      if case .findings = $0.method { true } else { false }
    }
    admissibility = Admissibility(scheme)
    do {
      table = try DecisionTable(scheme, asOf: asOf, undecided: undecided)
    } catch {
      throw .overflow(.init(unit: Ordinal(0)))
    }
    gate = Gate(rules: scheme.notices, asOf: asOf)
  }

  /// All findings of the window up to the day, by date, then record.
  ///
  /// O(n) but for the order.
  func book(under rulings: Rulings) throws(ScoringFailure) -> CaseBook {
    let rows = records.inspections
    let order = CaseOrder(of: rows, in: range) { isFinding(rows[$0]) }
    let days = order.days
    let count = days.total
    var cases = CaseList(count: count)
    var cells: [UInt32] = Array(repeating: 0, count: count)
    var failed: (place: Int, inspection: Int)?
    for (inspection, place) in order.places.enumerated() where place != CaseOrder.none {
      let place = Int(place)
      cells[place] = grid.cell(rows[inspection].unit, rows[inspection].indicator)
      do {
        cases[place] = try makeCase(inspection, rows[inspection], rulings.inspections[inspection])
      } catch {
        if place < failed?.place ?? count { failed = (place, inspection) }
      }
    }
    if let row = failed.map({ records.inspections[$0.inspection] }) {
      throw .overflow(.init(unit: row.unit, indicator: row.indicator, row: row.place))
    }
    return CaseBook(cases, cells, days, grid)
  }

  private func isFinding(_ row: borrowing Inspection) -> Bool {
    guard let range, range.contains(row.date) else { return false }
    return severities[row.severity.index].points.isPositive || (row.points?.isPositive ?? false)
  }

  /// Calls `body` with every finding of the window up to the day and what it counts, in the order of reading;
  /// for where nothing but sums is wanted.
  func decideEach(
    under rulings: Rulings,
    _ body: (_ inspection: Int, _ date: CalendarDate, _ cell: Int, Decision) -> Void
  ) throws(ScoringFailure) {
    let rows = records.inspections
    for inspection in rows.indices where isFinding(rows[inspection]) {
      let row = rows[inspection]
      do {
        let decision = try decide(row, rulings.inspections[inspection]).decision
        body(inspection, row.date, Int(grid.cell(row.unit, row.indicator)), decision)
      } catch {
        throw .overflow(.init(unit: row.unit, indicator: row.indicator, row: row.place))
      }
    }
  }

  private func decide(
    _ row: borrowing Inspection,
    _ ruling: Ruling
  ) throws(ArithmeticOverflow) -> (
    decision: Decision, facts: Decision.Facts, reasons: [InadmissibleReason]
  ) {
    let severity = severities[row.severity.index]
    let reasons = admissibility.reasons(against: row)
    let facts = Decision.Facts(
      points: row.points ?? severity.points,
      isAdmissible: reasons.isEmpty,
      truth: records.truth(ruling),
      rectification: records.rectification(ruling),
      isProvisional: row.isProvisional ?? severity.isProvisional,
      due: row.due ?? severity.dueDays.map { row.date + $0 }
    )
    var decision = try table.decide(facts)
    if !deducts[row.indicator.index] { decision = Decision(decision.state, .zero) }
    return (decision, facts, reasons)
  }

  private func makeCase(
    _ position: Int,
    _ row: borrowing Inspection,
    _ ruling: Ruling
  ) throws(ArithmeticOverflow) -> Case {
    let (decision, facts, reasons) = try decide(row, ruling)
    return Case(
      inspection: position,
      state: decision.state,
      points: facts.points,
      counted: decision.counted,
      best: decision.best,
      worst: decision.worst,
      due: facts.due,
      isProvisional: facts.isProvisional,
      handling: table.handling(facts),
      isContested: isContested(ruling),
      reasons: reasons,
      rectification: ruling.rectification,
      verification: ruling.verification,
      appeal: ruling.appeal,
      recheck: ruling.recheck,
      gate: severities[row.severity.index].isNamed
        ? gate.conditions(of: decision.state, under: ruling, in: records) : nil
    )
  }

  private func isContested(_ ruling: Ruling) -> Bool {
    records.decision(ruling) == .pending || records.isRecheckInconsistent(ruling)
  }
}
