import TongbaoModel
import TongbaoPublishing
import TongbaoRendering
import TongbaoScoring

/// The sheets to units, one per unit and ISO week: findings that await the unit's word, issues handed over.
///
/// Source: circulars.md §1. A matter stands on its sheet from the day on which it is first seen unsettled; once settled
/// it is told in one line, and a sheet with nothing left says so.
struct WeekSheets {
  /// What stands on which sheet.
  private struct Key: Hashable {
    let week: Period
    let unit: Ordinal<Unit>
    let kind: UnitSheet.Kind
  }

  /// The sheets, by week, unit and kind.
  private(set) var sheets: [UnitSheet] = []
  /// The day of each matter on them.
  private(set) var since: [String: CalendarDate] = [:]
  private let assessment: Assessment

  /// The sheets of all findings of `assessment` that are dated on `days`; matters not yet in `known` stand on them
  /// since `day`.
  init(
    _ gathering: Gathering,
    under scheme: Scheme,
    _ assessment: Assessment,
    on days: DateRange,
    known: [String: CalendarDate],
    day: CalendarDate
  ) {
    self.assessment = assessment
    let records = gathering.records
    var sheets: [Key: UnitSheet] = [:]
    for (position, finding) in assessment.cases.enumerated() {
      let row = records.inspections[finding.inspection]
      guard days.contains(row.date) else { continue }
      for kind in UnitSheet.Kind.allCases {
        let matter = kind.rawValue + "|" + records.key(of: finding.inspection, under: scheme)
        let isOpen = kind.isAsked(of: finding)
        guard isOpen || known[matter] != nil else { continue }
        let item = UnitSheet.Item(position: position, since: known[matter] ?? day)
        since[matter] = item.since
        let key = Key(week: Period(.week, holding: row.date), unit: row.unit, kind: kind)
        var sheet = sheets[key] ?? WeekSheets.empty(key, scheme)
        if isOpen { sheet.items.append(item) } else { sheet.settled.append(item) }
        sheets[key] = sheet
      }
    }
    self.sheets = sheets.values.sorted { left, right in
      (left.week.days.from, left.unit, left.kind.rawValue)
        < (right.week.days.from, right.unit, right.kind.rawValue)
    }
  }

  /// A week that two assessment years share has a sheet of each, told apart by the year.
  private static func empty(_ key: Key, _ scheme: Scheme) -> UnitSheet {
    let (days, window) = (key.week.days, scheme.window)
    let isShared = !window.contains(days.from) || !window.contains(days.to)
    return UnitSheet(
      kind: key.kind,
      week: key.week,
      unit: key.unit,
      name: "\(scheme.units[key.unit].id)-\(key.kind.rawValue)"
        + (isShared ? "-\(scheme.year)" : ""),
      items: [],
      settled: []
    )
  }

  /// The rows whose texts the pages print.
  func places(in records: Records) -> Set<RowReference> {
    Set(
      sheets.flatMap(\.items)
        .map { records.inspections[assessment.cases[$0.position].inspection].place }
    )
  }
}

extension UnitSheet.Kind {
  /// Whether the unit has still to do something about a finding.
  fileprivate func isAsked(of finding: Case) -> Bool {
    switch self {
    case .assignment: finding.handling != nil && finding.handling != .closed
    case .communication:
      finding.handling != nil
        && (finding.gate ?? [])
          .contains {
            switch $0 {
            case .notVerified, .replyPending: true
            default: false
            }
          }
    }
  }
}

extension WeekSheets {
  /// The pages, below `internal/sheets`, of what is given to Rendering with its texts.
  static func pages(
    of book: YearBook,
    asOf day: CalendarDate,
    known: [String: CalendarDate],
    by renderer: Renderer
  ) throws(PipelineFailure) -> (pages: [Page], since: [String: CalendarDate]) {
    let (records, scheme) = (book.gathering.records, book.rules.scheme)
    let assessment: Assessment
    do throws(ScoringFailure) {
      assessment = try Scoring.assess(records, under: scheme, for: .year(scheme.year), asOf: day)
    } catch {
      throw PipelineFailure(error, records, scheme)
    }
    let sheets = WeekSheets(
      book.gathering,
      under: scheme,
      assessment,
      on: scheme.window,
      known: known,
      day: day
    )
    var input = CircularInput(
      scheme: scheme,
      assessment: assessment,
      previous: nil,
      records: records,
      date: day
    )
    input.texts = try book.gathering.texts(of: sheets.places(in: records))
    return (renderer.sheets(sheets.sheets, of: input), sheets.since)
  }
}
