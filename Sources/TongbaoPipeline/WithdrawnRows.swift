import TongbaoIntake
import TongbaoModel
import TongbaoPublishing

/// What a withdrawal changes, found by joining the sheets with it and without it.
///
/// Rows that it takes away are lost; a row that a withdrawn one had corrected comes back. Both touch the periods
/// that hold their days. O(bytes of the archive), twice.
struct WithdrawnRows {
  /// Rows that count no more.
  private(set) var lost = 0
  /// Days of the rows that are lost or come back.
  private(set) var days: Set<CalendarDate> = []
  /// Names by id of the departments whose inspections are lost; the empty id where a sheet names none.
  private(set) var departments: [String: String] = [:]
  /// Record numbers of all findings.
  private(set) var numbers: Set<String> = []

  init(
    _ matter: Withdrawing.Matter,
    in office: Office,
    _ journal: Journal
  ) async throws(PipelineFailure) {
    if case .gone = matter { return }
    for rules in office.years {
      let archived = ArchivedSheets(journal, upTo: .max)
      let inputs = archived.inputs(under: rules.settings, at: office.path)
      let withdrawn: WithdrawnMatter
      switch matter {
      case .sheet(let sheet):
        guard let place = archived.sheets.firstIndex(where: { $0.sequence == sheet.sequence })
        else { continue }
        withdrawn = .sheet(place)
      case .record(let number, let department):
        withdrawn = .record(number, department: department, before: inputs.count)
      case .gone: continue
      }
      let before = try await Gathering(
        inputs,
        under: rules.scheme,
        withdrawn: archived.withdrawn
      )
      if let unreadable = before.unreadable { throw .unreadable(unreadable) }
      let after = try await Gathering(
        inputs,
        under: rules.scheme,
        withdrawn: archived.withdrawn.union([withdrawn])
      )
      compare(before.records, after.records, rules.scheme)
    }
  }

  private mutating func compare(_ before: Records, _ after: Records, _ scheme: Scheme) {
    let (old, new) = (DatedRow.all(in: before), DatedRow.all(in: after))
    let gone = old.subtracting(new)
    lost = max(lost, Set(gone.map(\.place)).count)
    days.formUnion(gone.union(new.subtracting(old)).compactMap(\.date))
    for row in gone where row.isInspected {
      let department = before.files[Int(row.place.file)].department
      let name = department.map { scheme.departments[$0].name } ?? "—"
      departments[department.map { scheme.departments[$0].id } ?? ""] = name
    }
    for inspection in before.inspections { numbers.insert(inspection.record) }
  }
}

/// A row that counts, with the day that decides where.
private struct DatedRow: Hashable {
  let place: RowReference
  let date: CalendarDate?
  /// Whether it is an inspection's own row: only those are withdrawn by number.
  let isInspected: Bool

  static func all(in records: Records) -> Set<DatedRow> {
    var rows: Set<DatedRow> = []
    for row in records.visits { rows.insert(DatedRow(row.place, row.date, true)) }
    for row in records.inspections { rows.insert(DatedRow(row.place, row.date, true)) }
    for row in records.followUps { rows.insert(DatedRow(row.place, row.date, false)) }
    for row in records.measurements { rows.insert(DatedRow(row.place, row.date, false)) }
    for row in records.events { rows.insert(DatedRow(row.place, row.date, false)) }
    for row in records.carryovers { rows.insert(DatedRow(row.place, nil, false)) }
    return rows
  }

  private init(_ place: RowReference, _ date: CalendarDate?, _ isInspected: Bool) {
    self.place = place
    self.date = date
    self.isInspected = isInspected
  }
}

extension Office {
  /// Published periods that hold one of the days, in the order in which a run takes them.
  func published(touchedBy days: [CalendarDate]) -> [Period] {
    periods(Set((register?.issues ?? []).map(\.period)), touchedBy: days) { $0.days(of: $1) }
  }

  /// Periods with drafts whose cumulative scores hold one of the days, in the same order.
  func drafts(touchedBy days: [CalendarDate]) throws(PipelineFailure) -> [Period] {
    do throws(PublishingFailure) {
      let drafts = try workspace.drafts().map(\.period)
      return periods(drafts, touchedBy: days) { $0.scored(by: $1) }
    } catch {
      throw PipelineFailure(error)
    }
  }

  private func periods(
    _ periods: some Collection<Period>,
    touchedBy days: [CalendarDate],
    _ range: (Scheme, Period) -> DateRange?
  ) -> [Period] {
    periods.filter { period in
      guard let rules = try? rules(for: period), let held = range(rules.scheme, period) else {
        return false
      }
      return days.contains(where: held.contains)
    }
    .sorted { DuePeriods.order(of: $0) < DuePeriods.order(of: $1) }
  }
}
