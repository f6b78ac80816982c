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
  private let window: DateRange
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
  ) throws(ArithmeticOverflow) {
    self.records = records
    self.asOf = asOf
    window = scheme.window
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
    table = try DecisionTable(scheme, asOf: asOf, undecided: undecided)
    gate = Gate(rules: scheme.notices, asOf: asOf)
  }

  /// All findings of the window up to the day, by date, then record.
  ///
  /// O(n) but for the order.
  func cases(under rulings: Rulings) throws(ScoringFailure) -> [Case] {
    guard let range = window.upTo(asOf) else { return [] }
    let positions = records.inspections.indices.filter { isFinding($0, in: range) }
    var cases: [Case] = []
    cases.reserveCapacity(positions.count)
    for position in CaseOrder(records.inspections).sorted(positions, in: range) {
      do {
        cases.append(try makeCase(position, rulings.inspections[position]))
      } catch {
        let row = records.inspections[position]
        throw .overflow(.init(unit: row.unit, indicator: row.indicator, row: row.place))
      }
    }
    return cases
  }

  private func isFinding(_ position: Int, in range: DateRange) -> Bool {
    guard range.contains(records.inspections[position].date) else { return false }
    let severity = records.inspections[position].severity.index
    return severities[severity].points.isPositive
      || (records.inspections[position].points?.isPositive ?? false)
  }

  private func makeCase(
    _ position: Int,
    _ ruling: Ruling
  ) throws(ArithmeticOverflow) -> Case {
    let row = records.inspections[position]
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
      gate: severity.isNamed
        ? gate.conditions(of: decision.state, under: ruling, in: records) : nil
    )
  }

  private func isContested(_ ruling: Ruling) -> Bool {
    records.decision(ruling) == .pending || records.isRecheckInconsistent(ruling)
  }
}
