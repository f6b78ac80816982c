import TongbaoModel

extension SheetPlan {
  /// Names of all that a record can hold: the sheet's fields, those of the follow-ups that its rows
  /// carry (`rectification.date`), of a wide sheet the indicator and its figures.
  package var recordFields: [String] {
    let carriedFields = carried.flatMap { part in
      part.own.map { "\(part.kind.rawValue).\($0.name)" }
    }
    let groups = WideGroup.groups(wide)
    let figures = WideGroup.figures.filter { field in
      groups.contains { $0.columns[field] != -1 }
    }
    return fields + carriedFields + (groups.isEmpty ? [] : [Field.indicator.name])
      + figures.map(\.name)
  }
}
