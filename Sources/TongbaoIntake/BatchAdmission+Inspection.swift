import TongbaoModel

extension BatchAdmission {
  /// An inspection row, with every follow-up that it carries.
  mutating func admitInspection(
    _ row: RowCells,
    _ bytes: borrowing Bytes,
    _ cells: borrowing Cells
  ) {
    let record = number(plan.columns[.record], row, bytes, cells)
    let date = readDate(.date, plan.columns[.date], isRequired: true, row, bytes, cells)
    let unit = meaning(.unit, plan.columns[.unit], row, bytes, cells)
      .map { plan.names.unit($0, on: date) }
    let indicator = meaning(.indicator, plan.columns[.indicator], row, bytes, cells)
    let severity = meaning(.severity, plan.columns[.severity], row, bytes, cells)
    let points = nonNegative(
      .points,
      plan.columns[.points],
      sumIndex: plan.summed.isEmpty ? nil : 0,
      row,
      bytes,
      cells
    )
    let value = decimal(
      .value,
      plan.columns[.value],
      isPercentage: isPercentage(indicator),
      row,
      bytes,
      cells
    )
    let provisional = yesNo(.provisional, plan.columns[.provisional], row, bytes, cells)
    let due = readDate(
      .due,
      plan.columns[.due],
      isRequired: false,
      mayLieAhead: true,
      row,
      bytes,
      cells
    )
    let team = team(row, bytes, cells)
    let inspectors = inspectors(row, bytes, cells)
    let isRefused = isEvidenceRefused(row, bytes, cells)
    readTexts(severity, row, bytes, cells)
    checkReferences(date, unit, indicator)
    if let date, let due, due < date {
      note(
        .dueBeforeInspection,
        .due,
        plan.columns[.due],
        due.description,
        ["date": .text(date.description)]
      )
    }
    if !plan.carried.isEmpty { readCarried(date, row, bytes, cells) }
    guard settle(row, bytes, cells), let date, let unit, let indicator, let severity else {
      return
    }
    let place = RowReference(file: 0, row: row.line)
    let print = UInt32(truncatingIfNeeded: Fingerprint.mix(content))
    let isFinding = plan.rules.needsFinding[severity] || (points?.isPositive ?? false)
    if isFinding || value != nil {
      result.inspected.visitsBefore.append(UInt32(clamping: result.inspected.visits.count))
      result.inspected.inspections.append(
        Inspection(
          record: record.string(bytes),
          points: points,
          value: value,
          date: date,
          due: due,
          place: place,
          content: print,
          unit: Ordinal(index: unit),
          indicator: Ordinal(index: indicator),
          severity: Ordinal(index: severity),
          team: team,
          inspectors: inspectors,
          isEvidenceRefused: isRefused,
          isProvisional: provisional
        )
      )
    } else {
      result.inspected.visits.append(
        Visit(
          number: Fingerprint.ofNumber(record, bytes),
          content: print,
          date: date,
          place: place,
          unit: Ordinal(index: unit),
          indicator: Ordinal(index: indicator),
          team: team,
          inspectors: inspectors,
          isEvidenceRefused: isRefused
        )
      )
    }
    appendCarried(row, asInspection: isFinding || value != nil)
  }

  func isPercentage(_ indicator: Int?) -> Bool {
    guard let indicator else { return false }
    return plan.rules.isPercentage[indicator]
  }

  private mutating func readTexts(
    _ severity: Int?,
    _ row: RowCells,
    _ bytes: borrowing Bytes,
    _ cells: borrowing Cells
  ) {
    let hasFinding = read(.finding, plan.columns[.finding], row, bytes, cells)
    if !hasFinding, let severity, plan.rules.needsFinding[severity] {
      note(.missingFinding, .finding, plan.columns[.finding])
    }
    if hasFinding { checkFinding(row, bytes, cells) }
    _ = read(.site, plan.columns[.site], row, bytes, cells)
    _ = read(.responsible, plan.columns[.responsible], row, bytes, cells)
    _ = read(.duty, plan.columns[.duty], row, bytes, cells)
    _ = read(.remark, plan.columns[.remark], row, bytes, cells)
  }

  /// A formula's error says nothing that a unit could check.
  private mutating func checkFinding(
    _ row: RowCells,
    _ bytes: borrowing Bytes,
    _ cells: borrowing Cells
  ) {
    let slot = plan.columns[.finding]
    let text = text(at: slot, row, bytes, cells)
    guard bytes[text.start] == UInt8(ascii: "#"), CellWord.isSpreadsheetError(text, bytes) else {
      return
    }
    note(.spreadsheetError, .finding, slot, text.string(bytes))
  }

  /// Position of the team's name; beyond 65,000 teams the name is not kept.
  private mutating func team(
    _ row: RowCells,
    _ bytes: borrowing Bytes,
    _ cells: borrowing Cells
  ) -> UInt16 {
    let position = remembered(.team, plan.columns[.team], otherwise: 0, row, bytes, cells) {
      Int32($0.intern($1.string($2)))
    }
    return UInt16(truncatingIfNeeded: position)
  }

  private mutating func intern(_ team: String) -> UInt16 {
    if let position = teamPositions[team] { return position }
    guard let position = UInt16(exactly: result.teams.count) else { return 0 }
    result.teams.append(team)
    teamPositions[team] = position
    return position
  }

  /// How many inspectors the row names, at most 255.
  private mutating func inspectors(
    _ row: RowCells,
    _ bytes: borrowing Bytes,
    _ cells: borrowing Cells
  ) -> UInt8 {
    let slot = plan.columns[.inspectors]
    let count = remembered(.inspectors, slot, otherwise: 0, row, bytes, cells) {
      Int32(min(255, CellList.count($1, $2)))
    }
    return UInt8(truncatingIfNeeded: count)
  }

  /// Whether the row names evidence, and only of refused kinds.
  private mutating func isEvidenceRefused(
    _ row: RowCells,
    _ bytes: borrowing Bytes,
    _ cells: borrowing Cells
  ) -> Bool {
    let slot = plan.columns[.evidence]
    return remembered(.evidence, slot, otherwise: 0, row, bytes, cells) {
      let kinds = CellList.entries($1, $2)
      let refused = $0.plan.rules.refusedEvidence
      return !kinds.isEmpty && kinds.allSatisfy { refused.contains(FoldedName($0)) } ? 1 : 0
    } == 1
  }

  /// Notes units, projects and indicators that do not count on that day; scoring decides what
  /// follows.
  mutating func checkReferences(_ date: CalendarDate?, _ unit: Int?, _ indicator: Int?) {
    guard let date else { return }
    if let unit, !plan.rules.unitDays[unit].contains(date) {
      note(
        .unitNotExisting,
        .unit,
        plan.columns[.unit],
        plan.context.scheme.units[unit].name,
        ["date": .text(date.description)]
      )
    }
    guard let indicator else { return }
    let slot = plan.columns[.indicator]
    if !plan.rules.projectDays[indicator].contains(date) {
      note(
        .projectNotApproved,
        .indicator,
        slot,
        plan.context.scheme.indicators[indicator].name,
        [
          "date": .text(date.description),
          "effect": plan.kind == .inspection ? .findingCountsNothing : .valueCounts,
        ]
      )
    }
    if let unit, !plan.rules.applies(indicator, to: unit) {
      note(
        .indicatorNotApplicable,
        .indicator,
        slot,
        plan.context.scheme.indicators[indicator].name,
        ["unit": .text(plan.context.scheme.units[unit].name)]
      )
    }
  }
}
