import TongbaoModel

/// The columns of one indicator in a wide measurement sheet.
struct WideGroup: Sendable {
  let indicator: Ordinal<Indicator>
  /// Column by field: `value`, `target`, `lastYear`, `sample`.
  var columns = ColumnMap()

  /// The fields that a column of a wide sheet can give.
  static let figures: [Field] = [.value, .target, .lastYear, .sample]

  /// The groups that have a value column, in sheet order; of repeated columns the first counts.
  static func groups(_ wide: [KindMatch.WideColumn]) -> [WideGroup] {
    var groups: [WideGroup] = []
    for column in wide {
      let known = groups.firstIndex { $0.indicator == column.indicator }
      if known == nil { groups.append(WideGroup(indicator: column.indicator)) }
      let index = known ?? groups.count - 1
      if groups[index].columns[column.field] == -1 {
        groups[index].columns[column.field] = column.column
      }
    }
    return groups.filter { $0.columns[.value] != -1 }
  }
}

extension BatchAdmission {
  /// A row of measured values: one in a long sheet, one for each indicator's column in a wide one.
  mutating func admitMeasurement(
    _ row: RowCells,
    _ bytes: borrowing Bytes,
    _ cells: borrowing Cells
  ) {
    let name = meaning(.unit, plan.columns[.unit], row, bytes, cells)
    let date = readDate(.date, plan.columns[.date], isRequired: true, row, bytes, cells)
    let unit = name.map { plan.names.unit($0, on: date) }
    let evaluator = kept(.source, plan.columns[.source], row, bytes, cells)
    let before = result.measurements.count
    if wideGroups.isEmpty {
      let indicator = meaning(.indicator, plan.columns[.indicator], row, bytes, cells)
      checkReferences(date, unit, indicator)
      appendFigures(
        plan.columns,
        unit,
        indicator,
        date,
        evaluator,
        isRequired: true,
        row,
        bytes,
        cells
      )
    } else {
      var hasValue = false
      for group in wideGroups {
        let slot = group.columns[.value]
        guard !CellWord.isAbsent(text(at: slot, row, bytes, cells), bytes) else {
          noteSpareFigures(group, row, bytes, cells)
          continue
        }
        hasValue = true
        appendFigures(
          group.columns,
          unit,
          group.indicator.index,
          date,
          evaluator,
          isRequired: false,
          row,
          bytes,
          cells
        )
      }
      checkReferences(date, unit, nil)
      guard hasValue || problems.contains(where: { $0.kind.severity == .error }) else {
        return countValueless(row, bytes, cells)
      }
    }
    guard !settle(row, bytes, cells) else { return }
    result.measurements.removeLast(result.measurements.count - before)
    result.measuredColumns.removeLast(result.measuredColumns.count - before)
  }

  /// Notes a target or the like beside a value that is not there.
  private mutating func noteSpareFigures(
    _ group: WideGroup,
    _ row: RowCells,
    _ bytes: borrowing Bytes,
    _ cells: borrowing Cells
  ) {
    for field in [Field.target, .lastYear, .sample] {
      let slot = group.columns[field]
      guard slot != -1, !CellWord.isAbsent(text(at: slot, row, bytes, cells), bytes) else {
        continue
      }
      let indicator = plan.context.scheme.indicators[group.indicator].name
      note(
        .figureWithoutValue,
        field,
        slot,
        nil,
        ["indicator": .text(indicator), "head": .text(head(of: field, slot))]
      )
      return
    }
  }

  /// A row of a wide sheet that names a unit and measures nothing is no record.
  private mutating func countValueless(
    _ row: RowCells,
    _ bytes: borrowing Bytes,
    _ cells: borrowing Cells
  ) {
    let slot = plan.columns[.unit]
    note(.rowWithoutValue, .unit, slot, text(at: slot, row, bytes, cells).string(bytes))
    guard settle(row, bytes, cells) else { return }
    result.counts.accepted -= 1
    result.counts.valueless += 1
  }

  /// Appends one measured value with what stands beside it; the row may still be refused.
  private mutating func appendFigures(
    _ columns: ColumnMap,
    _ unit: Int?,
    _ indicator: Int?,
    _ date: CalendarDate?,
    _ evaluator: String,
    isRequired: Bool,
    _ row: RowCells,
    _ bytes: borrowing Bytes,
    _ cells: borrowing Cells
  ) {
    let isPercentage = isPercentage(indicator)
    func figure(_ field: Field, _ isRequired: Bool, _ self: inout BatchAdmission) -> Decimal6? {
      let slot = columns[field]
      return self.decimal(
        field,
        slot,
        isRequired: isRequired,
        isPercentage: isPercentage && field != .sample,
        sumIndex: self.plan.summed.firstIndex { $0.column == slot },
        row,
        bytes,
        cells
      )
    }
    let value = figure(.value, isRequired, &self)
    let target = figure(.target, false, &self)
    let lastYear = figure(.lastYear, false, &self)
    let sample = figure(.sample, false, &self)
    if let sample, sample.isNegative {
      note(.negativeNumber, .sample, columns[.sample], sample.description)
    }
    guard let unit, let indicator, let date, let value else { return }
    result.measurements.append(
      Measurement(
        unit: Ordinal(index: unit),
        indicator: Ordinal(index: indicator),
        date: date,
        value: value,
        target: target,
        lastYear: lastYear,
        sample: sample,
        evaluator: evaluator,
        place: RowReference(file: 0, row: row.line)
      )
    )
    result.measuredColumns.append(UInt32(max(0, columns[.value])))
  }

  /// A bonus, penalty or veto event.
  mutating func admitEvent(_ row: RowCells, _ bytes: borrowing Bytes, _ cells: borrowing Cells) {
    let record = number(plan.columns[.record], isRequired: false, row, bytes, cells)
    let name = meaning(.unit, plan.columns[.unit], row, bytes, cells)
    let item = meaning(.item, plan.columns[.item], row, bytes, cells)
    let date = readDate(.date, plan.columns[.date], isRequired: true, row, bytes, cells)
    let unit = name.map { plan.names.unit($0, on: date) }
    let count = nonNegative(
      .count,
      plan.columns[.count],
      sumIndex: sumIndex(of: .count),
      row,
      bytes,
      cells
    )
    let points = nonNegative(
      .points,
      plan.columns[.points],
      sumIndex: sumIndex(of: .points),
      row,
      bytes,
      cells
    )
    let basis = kept(.basis, plan.columns[.basis], row, bytes, cells)
    checkReferences(date, unit, nil)
    guard settle(row, bytes, cells), let unit, let item, let date else { return }
    result.events.append(
      Event(
        record: record.isEmpty ? nil : record.string(bytes),
        unit: Ordinal(index: unit),
        matter: plan.rules.matters[item],
        date: date,
        count: count,
        points: points,
        basis: basis,
        place: RowReference(file: 0, row: row.line)
      )
    )
  }

  /// An unfinished target or finding of the year before.
  mutating func admitCarryover(
    _ row: RowCells,
    _ bytes: borrowing Bytes,
    _ cells: borrowing Cells
  ) {
    let record = number(plan.columns[.record], isRequired: false, row, bytes, cells)
    let name = meaning(.unit, plan.columns[.unit], row, bytes, cells)
    let indicator = meaning(.indicator, plan.columns[.indicator], row, bytes, cells)
    let year = year(row, bytes, cells)
    let lastDay = year.flatMap { CalendarDate(year: $0, month: 12, day: 31) }
    let unit = name.map { plan.names.unit($0, on: lastDay) }
    let target = decimal(
      .target,
      plan.columns[.target],
      isPercentage: isPercentage(indicator),
      sumIndex: sumIndex(of: .target),
      row,
      bytes,
      cells
    )
    let value = decimal(
      .value,
      plan.columns[.value],
      isPercentage: isPercentage(indicator),
      sumIndex: sumIndex(of: .value),
      row,
      bytes,
      cells
    )
    let status = kept(.status, plan.columns[.status], row, bytes, cells)
    guard settle(row, bytes, cells), let unit, let indicator, let year else { return }
    result.carryovers.append(
      Carryover(
        record: record.isEmpty ? nil : record.string(bytes),
        unit: Ordinal(index: unit),
        indicator: Ordinal(index: indicator),
        year: year,
        target: target,
        value: value,
        status: status,
        place: RowReference(file: 0, row: row.line)
      )
    )
  }

  /// 2017 or 2017年.
  private mutating func year(
    _ row: RowCells,
    _ bytes: borrowing Bytes,
    _ cells: borrowing Cells
  ) -> Int? {
    let slot = plan.columns[.year]
    let text = text(at: slot, row, bytes, cells)
    guard !text.isEmpty else {
      noteMissing(.year, slot)
      return nil
    }
    let folded = FoldedName(text, in: bytes).bytes
    let digits = folded.prefix { (48...57).contains($0) }
    let rest = folded.dropFirst(digits.count)
    guard digits.count == 4, rest.isEmpty || rest.elementsEqual("年".utf8) else {
      note(.notAYear, .year, slot, text.string(bytes))
      return nil
    }
    return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
  }

  private func sumIndex(of field: Field) -> Int? {
    plan.summed.firstIndex { $0.field == field }
  }
}
