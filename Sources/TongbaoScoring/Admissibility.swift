import TongbaoModel

/// Which inspection rows count at all.
///
/// Source: scoring.md §3.
///
/// Keeps what it needs of the scheme in flat lists, for it looks at every row.
struct Admissibility {
  private let projectDays: [DateRange]
  private let unitDays: [DateRange]
  private let applies: [Bool]
  private let minimumTeam: Int

  /// The rules of `scheme`.
  init(_ scheme: Scheme) {
    projectDays = scheme.indicators.map { scheme.projects[$0.project].days }
    unitDays = scheme.units.map(\.days)
    minimumTeam = scheme.minimumTeam ?? 0
    var applies: [Bool] = []
    for unit in scheme.units.ordinals {
      for indicator in scheme.indicators { applies.append(indicator.applies(to: unit)) }
    }
    self.applies = applies
  }

  /// Why a row does not count; empty where it does.
  func reasons(against row: borrowing Inspection) -> [InadmissibleReason] {
    let (unit, indicator) = (row.unit.index, row.indicator.index)
    var reasons: [InadmissibleReason] = []
    if !projectDays[indicator].contains(row.date) { reasons.append(.projectNotApproved) }
    if row.isEvidenceRefused { reasons.append(.evidenceRefused) }
    if Int(row.inspectors) < minimumTeam { reasons.append(.teamTooSmall) }
    if !unitDays[unit].contains(row.date) { reasons.append(.unitNotExisting) }
    if !applies[unit * projectDays.count + indicator] { reasons.append(.indicatorNotApplicable) }
    return reasons
  }
}
