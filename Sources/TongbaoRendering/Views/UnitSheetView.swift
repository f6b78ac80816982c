import TongbaoModel

/// What goes to one unit for a week: findings that await its word (告知核实单), issues handed over (交办单).
struct UnitSheetView: View {
  let issue: Issue
  let sheet: UnitSheet

  static let fields: [String: Field<UnitSheetView>] =
    own
    .including(Letter.self) { Letter(issue: $0.issue) }

  private static let own: [String: Field<UnitSheetView>] = [
    "unit": .text { $0.issue.scheme.units[$0.sheet.unit].name },
    "week": .text { $0.issue.words.name(of: $0.sheet.week) },
    "weekFrom": .text { $0.issue.figures.date($0.sheet.week.days.from) },
    "weekTo": .text { $0.issue.figures.date($0.sheet.week.days.to) },
    "issued": .text { $0.issue.figures.date($0.sheet.date) },
    "replyDays": .number(\.issue.scheme.notices.replyDays),
    "hasAny": .flag { !$0.sheet.items.isEmpty },
    "count": .number(\.sheet.items.count),
    "findings": .list(\.items),
    "settledCount": .count(\.sheet.settled.count),
    "settled": .text { view in
      view.issue.joined(
        view.sheet.settled.map {
          view.issue.inspection(view.issue.assessment.cases[$0.position]).record
        }
      )
    },
    "hasProvisional": .flag { $0.items.contains { $0.finding.isProvisional } },
  ]

  private var items: [SheetItemView] {
    sheet.items.enumerated()
      .map { index, item in
        SheetItemView(
          issue: issue,
          number: index + 1,
          finding: issue.assessment.cases[item.position],
          since: item.since
        )
      }
  }
}

/// A finding on a sheet to a unit.
///
/// The sheet leaves the office: numbers by which a person can be found are masked, names of persons are not.
struct SheetItemView: View {
  let issue: Issue
  let number: Int
  let finding: Case
  /// The day since which it stands on the sheet.
  let since: CalendarDate

  static let fields: [String: Field<SheetItemView>] =
    own
    .including(CaseView.self) { $0.row }

  private static let own: [String: Field<SheetItemView>] = [
    "number": .number(\.number),
    "site": .text { $0.text("site") },
    "problem": .text { $0.text("finding") },
    "fact": .text { $0.issue.sentence($0.text("finding")) },
    "evidence": .text { $0.text("evidence") },
    "team": .text { $0.issue.mask($0.issue.records.teams[Int($0.row.inspection.team)]) },
    "responsible": .text { $0.text("responsible") },
    "duty": .text { $0.text("duty") },
    "source": .text {
      $0.issue.masked(source: $0.issue.records.source(of: $0.row.inspection.place))
    },
    "isProvisional": .flag(\.finding.isProvisional),
    "isCounted": .flag(\.isCounted),
    "isFailed": .flag { $0.finding.handling == .failed },
    "isCommunicated": .flag { $0.communicated != nil },
    "communicatedOn": .text { $0.issue.figures.date($0.communicated) },
    "replyBy": .text { $0.issue.figures.date($0.replyBy) },
    "replyDay": .text { $0.issue.figures.day($0.replyBy) },
  ]

  fileprivate var row: CaseView { CaseView(issue: issue, finding: finding, isInternal: true) }

  private func text(_ field: String) -> String {
    let row = row.inspection
    return issue.mask(issue.input.texts[row.place, row.record]?[field] ?? "")
  }

  /// Whether points of findings count in the indicator.
  private var isCounted: Bool {
    if case .findings = issue.scheme.indicators[row.inspection.indicator].method {
      true
    } else {
      false
    }
  }

  /// The day of the communication, where one is recorded.
  private var communicated: CalendarDate? {
    finding.verification.map { issue.records.followUps[$0].date }
  }

  /// The last day on which the unit may answer: counted from the communication, else from the sheet.
  private var replyBy: CalendarDate {
    (communicated ?? since) + issue.scheme.notices.replyDays
  }
}
