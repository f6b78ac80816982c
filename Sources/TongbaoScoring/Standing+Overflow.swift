import TongbaoModel

extension Standing {
  /// That an indicator of a unit is beyond exact arithmetic over a range, with the row to look at: the finding
  /// at which the sum of points runs over, else the row that the measure is read from.
  func overflow(
    _ unit: Ordinal<Unit>,
    _ indicator: Ordinal<Indicator>,
    in range: DateRange?,
    _ deductions: Deductions? = nil
  ) -> ScoringFailure {
    let finding = deductions?.overflow(unit, indicator, in: range)
      .map { records.inspections[$0].place }
    return .overflow(
      .init(
        unit: unit,
        indicator: indicator,
        row: finding ?? measuringRow(unit, indicator, in: range)
      )
    )
  }

  /// The latest row where that alone is read; of a sum or a mean the one with the largest number, which is
  /// the one mistyped.
  private func measuringRow(
    _ unit: Ordinal<Unit>,
    _ indicator: Ordinal<Indicator>,
    in range: DateRange?
  ) -> RowReference? {
    let own = rows(unit, indicator, in: range)
    guard scheme.indicators[indicator].take != .latest else {
      return own.last.map { rows[$0].place }
    }
    return own.max { rows[$0].largest < rows[$1].largest }.map { rows[$0].place }
  }
}

extension MeasurementRow {
  /// The largest magnitude of its numbers, in millionths.
  fileprivate var largest: UInt64 {
    [value, target, lastYear, sample].compactMap { $0?.millionths.magnitude }.max() ?? 0
  }
}
