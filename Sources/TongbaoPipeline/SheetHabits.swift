import TongbaoModel
import TongbaoPublishing

/// How departments sent the sheets with rows of a period: what came twice, what came late.
struct SheetHabits {
  /// Sheets sent twice, by department id.
  private(set) var repeated: [String: Int] = [:]
  /// Sheets that came when the circular of the period was out already, by department id.
  ///
  /// Mended rows do not count: they came in time, and were refused.
  private(set) var late: [String: Int] = [:]

  /// Nothing is known without a journal.
  init() {}

  /// Of the journal up to the position on which the book rests.
  init(
    _ book: YearBook,
    in period: Period,
    _ journal: Journal,
    _ register: Register,
    upTo position: Int
  ) {
    let sheets = book.sheets(with: period)
    let bySequence = Dictionary(
      sheets.map { ($0.archived.sequence, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    for entry in journal.entries.prefix(position) where entry.event == .duplicate {
      guard let original = entry.original, let sheet = bySequence[original],
        let department = sheet.read.input.entry.department
      else { continue }
      repeated[department, default: 0] += 1
    }
    guard let first = register.revisions(of: period).first else { return }
    for sheet in sheets
    where sheet.archived.sequence > first.basis.journal && !sheet.archived.isMended {
      guard let department = sheet.read.input.entry.department else { continue }
      late[department, default: 0] += 1
    }
  }
}

extension YearBook {
  /// The sheets that hold a record dated in the period.
  fileprivate func sheets(
    with period: Period
  ) -> [(archived: ArchivedSheet, read: Gathering.Sheet)] {
    let days = rules.scheme.days(of: period)
    let records = gathering.records
    var files: Set<UInt32> = []
    func look(_ place: RowReference, _ date: CalendarDate) {
      if days.contains(date) { files.insert(place.file) }
    }
    for row in records.visits { look(row.place, row.date) }
    for row in records.inspections { look(row.place, row.date) }
    for row in records.followUps { look(row.place, row.date) }
    for row in records.measurements { look(row.place, row.date) }
    for row in records.events { look(row.place, row.date) }
    let paths = Set(files.map { gathering.sheet(ofFile: $0).input.path })
    return zip(sheets, gathering.sheets).filter { paths.contains($0.1.input.path) }
      .map { (archived: $0.0, read: $0.1) }
  }
}
