import TongbaoModel

extension YearBook {
  /// What was expected for a period and did not come: sheets of sources with `expected`, and units
  /// without any row.
  func absences(in period: Period) -> [Diagnostic] {
    let days = rules.scheme.days(of: period)
    return absentSheets(in: period, days) + absentUnits(in: days)
  }

  private func absentSheets(in period: Period, _ days: DateRange) -> [Diagnostic] {
    let expected = rules.settings.sources.filter { $0.expected == period.kind }
    guard !expected.isEmpty else { return [] }
    let records = gathering.records
    var filesWithRows: Set<UInt32> = []
    for row in records.visits where days.contains(row.date) { filesWithRows.insert(row.place.file) }
    for row in records.inspections where days.contains(row.date) {
      filesWithRows.insert(row.place.file)
    }
    for row in records.measurements where days.contains(row.date) {
      filesWithRows.insert(row.place.file)
    }
    for row in records.followUps where days.contains(row.date) {
      filesWithRows.insert(row.place.file)
    }
    let names = filesWithRows.map { records.files[Int($0)].name }
    return expected.filter { source in !names.contains { source.matches($0) } }
      .map { Diagnostic(.runSheetAbsent, text: $0.files, facts: ["period": .text("\(period)")]) }
  }

  /// Units that exist in the period and have no row at all: mostly a sheet that was cut.
  private func absentUnits(in days: DateRange) -> [Diagnostic] {
    let records = gathering.records
    var seen: Set<Ordinal<Unit>> = []
    for row in records.visits where days.contains(row.date) { seen.insert(row.unit) }
    for row in records.inspections where days.contains(row.date) { seen.insert(row.unit) }
    for row in records.measurements where days.contains(row.date) { seen.insert(row.unit) }
    return rules.scheme.units.ordinals
      .filter { !seen.contains($0) && rules.scheme.units[$0].days.intersection(days) != nil }
      .map { Diagnostic(.runUnitAbsent, text: rules.scheme.units[$0].name) }
  }
}
