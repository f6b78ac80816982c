import TongbaoModel

/// What the office alone reads: withheld notices, quality of sheets, burden, discipline, spot checks.
struct OfficeView: View {
  let issue: Issue

  static let fields: [String: Field<OfficeView>] =
    own
    .including(Letter.self) { Letter(issue: $0.issue) }

  private static let own: [String: Field<OfficeView>] = [
    "withheld": .list(\.withheld),
    "withheldCount": .number(\.withheld.count),
    "sheets": .list { view in
      view.issue.input.sheets.map { SheetRow(issue: view.issue, quality: $0) }
    },
    "unitBurdens": .list { view in
      view.issue.input.unitBurdens.map { BurdenRow(issue: view.issue, burden: $0) }
    },
    "visitsPerMonth": .text { $0.issue.scheme.visitsPerMonth.map(String.init) ?? "" },
    "departments": .list(\.departments),
    "excluded": .list(\.excluded),
    "draws": .list { view in
      view.issue.input.draws.flatMap { draw in
        draw.entries.map { DrawRow(issue: view.issue, department: draw.department, draw: $0) }
      }
    },
    "spotChecks": .list { view in
      view.issue.input.spotChecks.map { SpotCheckRow(issue: view.issue, accuracy: $0) }
    },
  ]

  private func cases(where condition: (Case) -> Bool) -> [CaseView] {
    issue.assessment.cases.filter(condition)
      .map { CaseView(issue: issue, finding: $0, isInternal: true) }
  }

  private var withheld: [CaseView] { cases { Issue.isWithheld($0) } }

  private var excluded: [CaseView] { cases { !$0.reasons.isEmpty && issue.isOfPeriod($0) } }

  private var departments: [DepartmentRow] {
    let burdens = Dictionary(
      issue.input.departmentBurdens.map { ($0.department, $0) },
      uniquingKeysWith: { $1 }
    )
    let checks = Dictionary(
      issue.input.spotChecks.map { ($0.department, $0) },
      uniquingKeysWith: { $1 }
    )
    let byDepartment = Dictionary(grouping: issue.assessment.cases.filter(issue.isOfPeriod)) {
      issue.project(issue.inspection($0).indicator).department
    }
    return issue.scheme.departments.ordinals.map { department in
      DepartmentRow(
        issue: issue,
        department: department,
        cases: byDepartment[department] ?? [],
        burden: burdens[department],
        check: checks[department]
      )
    }
  }
}

/// How good a sheet was.
struct SheetRow: View {
  let issue: Issue
  let quality: SheetQuality

  static let fields: [String: Field<SheetRow>] = [
    "file": .text(\.quality.file),
    "department": .text { row in
      row.quality.department.map { row.issue.scheme.departments[$0].name } ?? "—"
    },
    "rows": .number(\.quality.rows),
    "accepted": .number { $0.quality.rows - $0.quality.refused },
    "refused": .number(\.quality.refused),
    "errors": .number(\.quality.errors),
    "warnings": .number(\.quality.warnings),
  ]
}

/// How often a unit was visited in a month.
struct BurdenRow: View {
  let issue: Issue
  let burden: Burden

  static let fields: [String: Field<BurdenRow>] = [
    "unit": .text { $0.issue.scheme.units[$0.burden.unit].name },
    "month": .text {
      $0.issue.words.name(of: .month(year: $0.burden.year, month: $0.burden.month))
    },
    "visits": .number(\.burden.visits),
    "records": .number(\.burden.records),
    "isAbove": .flag(\.burden.isAboveLimit),
  ]
}

/// A department's discipline (考评纪律) and the burden it makes.
struct DepartmentRow: View {
  let issue: Issue
  let department: Ordinal<Department>
  let cases: [Case]
  let burden: DepartmentBurden?
  let check: SpotCheckAccuracy?

  static let fields: [String: Field<DepartmentRow>] = [
    "department": .text { $0.issue.scheme.departments[$0.department].name },
    "unapproved": .number { $0.count(.projectNotApproved) },
    "ledger": .number { max($0.count(.evidenceRefused), $0.burden?.refusedAsLedger ?? 0) },
    "smallTeams": .number { $0.count(.teamTooSmall) },
    "inconsistent": .number { row in row.check.map { $0.checked - $0.consistent } ?? 0 },
    "late": .number { $0.burden?.lateSheets ?? 0 },
    "repeated": .number { $0.burden?.repeatedSheets ?? 0 },
    "unused": .text { row in
      let columns = row.burden?.unusedColumns ?? []
      return columns.isEmpty ? "—" : row.issue.joined(columns)
    },
  ]

  private func count(_ reason: InadmissibleReason) -> Int {
    cases.count { $0.reasons.contains(reason) }
  }
}

/// A record drawn for a spot check.
struct DrawRow: View {
  let issue: Issue
  let department: Ordinal<Department>
  let draw: SpotCheckDraw.Entry

  static let fields: [String: Field<DrawRow>] = [
    "record": .text(\.draw.record),
    "department": .text { $0.issue.scheme.departments[$0.department].name },
    "unit": .text { $0.issue.scheme.units[$0.draw.unit].name },
    "source": .text { $0.issue.records.source(of: $0.draw.place) },
    "isConsistent": .flag { $0.recheck == true },
    "isInconsistent": .flag { $0.recheck == false },
    "isPending": .flag { $0.recheck == nil },
  ]

  /// What the latest recheck of the record says as of the day.
  private var recheck: Bool? {
    let records = issue.records
    var latest: FollowUp?
    for row in records.followUps where row.date <= issue.assessment.asOf {
      guard case .recheck = row.content, place(of: row.subject) == draw.place else { continue }
      if latest.map({ $0.date <= row.date }) ?? true { latest = row }
    }
    guard case .recheck(let isConsistent) = latest?.content else { return nil }
    return isConsistent
  }

  private func place(of subject: FollowUp.Subject) -> RowReference? {
    switch subject {
    case .inspection(let index): issue.records.inspections[index].place
    case .visit(let index): issue.records.visits[index].place
    case .event, .carryover: nil
    }
  }
}

/// What goes to one unit: findings that await its word (告知核实单), issues handed over (交办单).
struct UnitSheetView: View {
  let issue: Issue
  let unit: Ordinal<Unit>
  let cases: [CaseView]

  static let fields: [String: Field<UnitSheetView>] =
    own
    .including(Letter.self) { Letter(issue: $0.issue) }

  private static let own: [String: Field<UnitSheetView>] = [
    "unit": .text { $0.issue.scheme.units[$0.unit].name },
    "replyDays": .number(\.issue.scheme.notices.replyDays),
    "findings": .list(\.cases),
    "count": .number(\.cases.count),
  ]

  /// The findings of a unit that are circulated by name once its word is known.
  static func communication(_ issue: Issue, _ unit: Ordinal<Unit>) -> UnitSheetView {
    UnitSheetView(issue: issue, unit: unit) { finding in
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

  /// The findings of a unit that are to be rectified.
  static func assignment(_ issue: Issue, _ unit: Ordinal<Unit>) -> UnitSheetView {
    UnitSheetView(issue: issue, unit: unit) { $0.handling != nil && $0.handling != .closed }
  }

  private init(issue: Issue, unit: Ordinal<Unit>, where condition: (Case) -> Bool) {
    self.issue = issue
    self.unit = unit
    cases = issue.assessment.cases
      .filter { issue.inspection($0).unit == unit && condition($0) }
      .map { CaseView(issue: issue, finding: $0, isInternal: true) }
  }
}
