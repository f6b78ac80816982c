import TongbaoModel

/// A row that measures an indicator: of a measurement sheet, or an admissible inspection's 实测值.
struct MeasurementRow {
  var unit: Ordinal<Unit>
  var indicator: Ordinal<Indicator>
  var date: CalendarDate
  var place: RowReference
  var value: Decimal6
  var target: Decimal6?
  var lastYear: Decimal6?
  var sample: Decimal6?
}

extension MeasurementRow {
  init(_ measurement: Measurement) {
    self.init(
      unit: measurement.unit,
      indicator: measurement.indicator,
      date: measurement.date,
      place: measurement.place,
      value: measurement.value,
      target: measurement.target,
      lastYear: measurement.lastYear,
      sample: measurement.sample
    )
  }

  /// The measured value of an inspection row; nil where it has none.
  init?(_ inspection: Inspection) {
    guard let value = inspection.value else { return nil }
    self.init(
      unit: inspection.unit,
      indicator: inspection.indicator,
      date: inspection.date,
      place: inspection.place,
      value: value
    )
  }

  /// All rows dated in `range`, by date, then place.
  static func rows(
    of records: Records,
    in range: DateRange,
    admitting admissibility: Admissibility
  ) -> [MeasurementRow] {
    var rows: [MeasurementRow] = []
    for measurement in records.measurements where range.contains(measurement.date) {
      rows.append(MeasurementRow(measurement))
    }
    for position in records.inspections.indices
    where records.inspections[position].value != nil {
      let inspection = records.inspections[position]
      guard range.contains(inspection.date), admissibility.reasons(against: inspection).isEmpty,
        let row = MeasurementRow(inspection)
      else { continue }
      rows.append(row)
    }
    let order = rows.indices.sorted {
      (rows[$0].date, rows[$0].place, $0) < (rows[$1].date, rows[$1].place, $1)
    }
    return order.map { rows[$0] }
  }
}
