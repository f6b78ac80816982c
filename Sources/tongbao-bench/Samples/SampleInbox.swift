import TongbaoModel

/// All files of the inbox that a seed gives.
struct SampleInbox: Sendable {
  /// What the year's sheets say.
  let year: SampleYear
  /// What was measured.
  let measurements: MeasurementBook

  /// The files that a seed gives, in order of departments.
  static func files(seed: UInt64) -> [InboxFile] {
    let inbox = SampleInbox(
      year: YearBuilder.build(seed: seed),
      measurements: MeasurementBook(seed: seed)
    )
    return inbox.zongzhiFiles + inbox.jingxinFiles + inbox.huanbaoFiles + inbox.nongbanFiles
      + inbox.anjianFiles + inbox.chengguanFiles + inbox.statisticsFiles + inbox.officeFiles
  }

  /// The inspection rows of a department in some months, by date.
  func rows(of department: HainingDepartment, months: ClosedRange<Int>) -> [Inspection] {
    year.inspections.filter { $0.department == department && months.contains($0.date.month) }
  }

  /// The rectifications of a department in some months, by date.
  func rectifications(
    of department: HainingDepartment,
    months: ClosedRange<Int> = 1...12
  ) -> [Rectification] {
    year.rectifications.filter { $0.department == department && months.contains($0.date.month) }
      .sorted { ($0.date, $0.record) < ($1.date, $1.record) }
  }

  /// The verifications of some departments in some months, by date.
  func verifications(
    of departments: [HainingDepartment],
    months: ClosedRange<Int> = 1...12
  ) -> [Verification] {
    year.verifications
      .filter { departments.contains($0.department) && months.contains($0.date.month) }
      .sorted { ($0.date, $0.record) < ($1.date, $1.record) }
  }

  /// The cells of inspection rows, faults included.
  static func cells(
    of rows: [Inspection],
    _ columns: [SheetColumn<Inspection>]
  ) -> [[SheetCell]] {
    rows.map { row in
      columns.map { column in
        row.written[column.field].map { SheetCell.text($0) } ?? column.cell(row)
      }
    }
  }

  /// The cells of other rows.
  static func cells<Row>(of rows: [Row], _ columns: [SheetColumn<Row>]) -> [[SheetCell]] {
    rows.map { row in columns.map { $0.cell(row) } }
  }
}

extension SheetTable {
  /// A table of rows under columns.
  init<Row>(
    name: String,
    titles: [String] = [],
    columns: [SheetColumn<Row>],
    rows: [[SheetCell]],
    mergedColumn: Int? = nil,
    dateStyle: DateStyle = .iso
  ) {
    self.init(
      name: name,
      titles: titles,
      header: [columns.map(\.header)],
      rows: rows,
      footer: [],
      mergedColumn: mergedColumn,
      dateStyle: dateStyle
    )
  }
}
