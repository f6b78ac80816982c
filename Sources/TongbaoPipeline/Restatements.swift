import TongbaoModel
import TongbaoPublishing

/// What came after the issues of the periods in which it is dated: those are computed anew and
/// corrected.
struct Restatements {
  private let published: [(period: Period, days: DateRange)]

  /// Measured against what `register` holds of the year of `rules`.
  init(_ register: Register, _ rules: Rules) {
    let periods = Set(register.issues.map(\.period))
      .filter { period in
        if case .year(let year) = period { return year == rules.scheme.year }
        return rules.scheme.window.contains(period.days.to)
      }
    published =
      periods.map { (period: $0, days: rules.scheme.days(of: $0)) }
      .sorted { ($0.days.from, $0.days.to) < ($1.days.from, $1.days.to) }
  }

  /// One warning for each of `files` that holds such records, at the first of them.
  func warnings(of files: Set<UInt32>, in records: Records) -> [Diagnostic] {
    guard !published.isEmpty, !files.isEmpty else { return [] }
    var found: [UInt32: (first: RowReference, count: Int, periods: Set<Int>)] = [:]
    for (place, date) in dated(in: records, files) {
      let periods = published.indices.filter { published[$0].days.contains(date) }
      guard !periods.isEmpty else { continue }
      var entry = found[place.file] ?? (place, 0, [])
      entry.first = min(entry.first, place)
      entry.count += 1
      entry.periods.formUnion(periods)
      found[place.file] = entry
    }
    return found.sorted { $0.key < $1.key }
      .map { file, entry in
        let names = entry.periods.sorted().map { published[$0].period.description }
        return Diagnostic(
          .runRestatement,
          at: SourceLocation(
            file: records.files[Int(file)].name,
            sheet: records.files[Int(file)].sheet,
            line: Int(entry.first.row)
          ),
          facts: [
            "rows": .number(entry.count),
            "periods": .worded(
              Bilingual(names.joined(separator: "、"), names.joined(separator: ", "))
            ),
          ]
        )
      }
  }

  /// The rows of `files` that say something new, with their days.
  private func dated(
    in records: Records,
    _ files: Set<UInt32>
  ) -> [(place: RowReference, date: CalendarDate)] {
    let inspected = records.inspections.map { ($0.place, $0.date) }
    let visited = records.visits.lazy.filter { files.contains($0.place.file) }
      .map { ($0.place, $0.date) }
    let measured = records.measurements.map { ($0.place, $0.date) }
    let events = records.events.map { ($0.place, $0.date) }
    return (inspected + measured + events).filter { files.contains($0.0.file) } + visited
      + newFollowUps(in: records, files)
  }

  /// A cumulative sheet says again what older ones said: that restates nothing.
  private func newFollowUps(
    in records: Records,
    _ files: Set<UInt32>
  ) -> [(place: RowReference, date: CalendarDate)] {
    struct Said: Hashable {
      let content: FollowUp.Content
      let subject: FollowUp.Subject
      let date: CalendarDate
    }
    var said: Set<Said> = []
    return records.followUps.compactMap { followUp in
      let isNew =
        said.insert(
          Said(content: followUp.content, subject: followUp.subject, date: followUp.date)
        )
        .inserted
      return isNew && files.contains(followUp.place.file) ? (followUp.place, followUp.date) : nil
    }
  }
}
