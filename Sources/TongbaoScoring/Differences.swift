package import TongbaoModel

extension Scoring {
  /// What changed from `before` to `after`, both under `scheme`, for every unit, in scheme order.
  ///
  /// Findings are told apart by the department of their sheet and their number, events by number, or by
  /// item, day and basis. The lines of each unit add up to the change of its cumulative total.
  ///
  /// Linear in the records; O(units²) for an indicator that compares units.
  package static func difference(
    from before: (assessment: Assessment, records: Records),
    to after: (assessment: Assessment, records: Records),
    under scheme: Scheme
  ) throws(ScoringFailure) -> [UnitDifference] {
    let (old, new) = (
      try DifferenceSide(before, under: scheme), try DifferenceSide(after, under: scheme)
    )
    var list: [UnitDifference] = []
    for unit in scheme.units.ordinals {
      let (first, second) = (
        before.assessment.units[unit.index], after.assessment.units[unit.index]
      )
      do {
        list.append(
          UnitDifference(
            unit: unit,
            period: .init(
              before: .init(first.period, under: scheme),
              after: .init(second.period, under: scheme)
            ),
            cumulative: .init(
              before: .init(first.cumulative, under: scheme),
              after: .init(second.cumulative, under: scheme)
            ),
            lines: try Accounting(of: unit, from: old, to: new).lines()
          )
        )
      } catch {
        throw .overflow(.init(unit: unit))
      }
    }
    return list
  }
}

/// One of two assessments, with all that its cumulative scores are made of.
struct DifferenceSide {
  let standing: Standing
  let rangeScores: RangeScores

  init(
    _ side: (assessment: Assessment, records: Records),
    under scheme: Scheme
  ) throws(ScoringFailure) {
    standing = try Standing(side.records, under: scheme, for: side.assessment)
    rangeScores = try RangeScores(standing, in: standing.range, folding: true, keepingSurveys: true)
  }

  /// The result of a unit for an indicator; nil where it does not apply.
  func result(_ unit: Ordinal<Unit>, _ indicator: Ordinal<Indicator>) -> IndicatorResult? {
    rangeScores.results[indicator.index][unit.index]
  }

  /// `scaled × coefficient` of a unit.
  func counted(_ unit: Ordinal<Unit>) throws(ArithmeticOverflow) -> Decimal6 {
    let totals = rangeScores.totals[unit.index]
    return try totals.counted(
      totals.base.actual,
      times: standing.scheme.units[unit].coefficient
    )
  }

  /// The total before its floor and before a zero veto.
  func raw(_ unit: Ordinal<Unit>) throws(ArithmeticOverflow) -> Decimal6 {
    let events = rangeScores.events[unit.index]
    return try counted(unit).adding(events.bonus).subtracting(events.penalty)
      .subtracting(events.deducted)
  }
}

/// The lines of one unit, from one side to the other.
struct Accounting {
  typealias Line = UnitDifference.Line

  let unit: Ordinal<Unit>
  let before: DifferenceSide
  let after: DifferenceSide
  /// What a point of an indicator is worth in the total of after.
  private let worth: Ratio

  init(
    of unit: Ordinal<Unit>,
    from before: DifferenceSide,
    to after: DifferenceSide
  ) throws(ArithmeticOverflow) {
    self.unit = unit
    self.before = before
    self.after = after
    let coefficient = Ratio(after.standing.scheme.units[unit].coefficient)
    // With nothing applicable a point is worth what it was worth before.
    let totals = [after, before].map { $0.rangeScores.totals[unit.index] }
      .first { $0.applicable.isPositive }
    worth =
      try totals.map { totals throws(ArithmeticOverflow) -> Ratio in
        try Ratio(
          Int128(totals.full.millionths),
          Int128(totals.applicable.millionths)
        )
        .multiplied(by: coefficient)
      } ?? coefficient
  }

  var scheme: Scheme { after.standing.scheme }

  /// All lines; what roundings leave is the last one.
  func lines() throws(ArithmeticOverflow) -> [Line] {
    var lines: [Line] = []
    for indicator in scheme.indicators.ordinals { lines += try indicatorLines(indicator) }
    lines += [try scalingLine()]
    lines += try eventLines() + capLines()
    lines += [try floorLine(), try zeroVetoLine()]
    let total = try after.total(of: unit).subtracting(before.total(of: unit))
    let rest = try total.subtracting(.sum(lines.map(\.points)))
    return (lines + [Line(.rounding, rest)]).filter { $0.points != .zero || $0.cause.isTelling }
  }

  /// What points of an indicator add to the total, rounded once.
  func points(_ score: Ratio) throws(ArithmeticOverflow) -> Decimal6 {
    try score.multiplied(by: worth).rounded()
  }

  /// The scores of before, scaled as those of after.
  private func scalingLine() throws(ArithmeticOverflow) -> Line {
    let (old, new) = (before.rangeScores.totals[unit.index], after.rangeScores.totals[unit.index])
    let counted = try before.counted(unit)
    let again =
      new.applicable.isPositive
      ? try new.counted(old.base.actual, times: scheme.units[unit].coefficient) : counted
    return Line(
      .scaling(
        .init(
          before: .init(full: old.full, applicable: old.applicable),
          after: .init(full: new.full, applicable: new.applicable)
        )
      ),
      try again.subtracting(counted)
    )
  }

  private func floorLine() throws(ArithmeticOverflow) -> Line {
    let kept = UnitDifference.Change(
      before: try before.belowZero(unit),
      after: try after.belowZero(unit)
    )
    return Line(.limit(.total, kept), try kept.after.subtracting(kept.before))
  }

  private func zeroVetoLine() throws(ArithmeticOverflow) -> Line {
    let taken = UnitDifference.Change(
      before: try before.vetoed(unit),
      after: try after.vetoed(unit)
    )
    return Line(.limit(.zeroVeto, taken), try taken.before.subtracting(taken.after))
  }
}

extension DifferenceSide {
  func total(of unit: Ordinal<Unit>) -> Decimal6 {
    rangeScores.totals[unit.index].total.actual
  }

  /// How far the total would stand below 0.
  fileprivate func belowZero(_ unit: Ordinal<Unit>) throws(ArithmeticOverflow) -> Decimal6 {
    let raw = try raw(unit)
    return raw.isNegative ? try Decimal6.zero.subtracting(raw) : .zero
  }

  /// What a zero veto takes.
  fileprivate func vetoed(_ unit: Ordinal<Unit>) throws(ArithmeticOverflow) -> Decimal6 {
    rangeScores.events[unit.index].isZeroed ? max(.zero, try raw(unit)) : .zero
  }
}

extension UnitDifference.Cause {
  /// Whether the line says something even where it adds nothing.
  fileprivate var isTelling: Bool {
    switch self {
    case .finding(_, _, _, let change): change.before?.counted != change.after?.counted
    case .event(_, _, _, let change): change.isChanged
    default: false
    }
  }
}
