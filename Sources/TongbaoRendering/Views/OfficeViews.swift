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
    "dropped": .list(\.dropped),
    "droppedCount": .count(\.dropped.count),
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
    "hasDraws": .flag { !$0.issue.input.draws.isEmpty },
    "rechecks": .list { RecheckRow.all($0.issue) },
    "spotChecks": .list { view in
      view.issue.input.spotChecks.map { SpotCheckRow(issue: view.issue, accuracy: $0) }
    },
    "unitsAbove": .text(\.unitsAbove),
  ]

  /// The units that were visited more often than the scheme allows, each once.
  private var unitsAbove: String {
    let above = Set(issue.input.unitBurdens.filter(\.isAboveLimit).map(\.unit))
    return issue.joined(above.sorted().map { issue.scheme.units[$0].name })
  }

  private func cases(where condition: (Case) -> Bool) -> [CaseView] {
    issue.assessment.cases.filter(condition)
      .map { CaseView(issue: issue, finding: $0, isInternal: true) }
  }

  private var withheld: [CaseView] { cases { Issue.isBeingVerified($0) } }

  private var dropped: [CaseView] {
    cases { Issue.isWithheld($0) && !Issue.isBeingVerified($0) }
  }

  private var excluded: [CaseView] { cases { !$0.reasons.isEmpty && issue.isOfPeriod($0) } }

  private var departments: [DepartmentRow] {
    let burdens = Dictionary(
      issue.input.departmentBurdens.map { ($0.department, $0) },
      uniquingKeysWith: { $1 }
    )
    let inconsistent = Dictionary(
      grouping: RecheckRow.all(issue).filter { !$0.isConsistent },
      by: { issue.project($0.indicator).department }
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
        inconsistent: inconsistent[department]?.count ?? 0
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
  /// Rechecks dated in the period that disagree.
  let inconsistent: Int

  static let fields: [String: Field<DepartmentRow>] = [
    "department": .text { $0.issue.scheme.departments[$0.department].name },
    "unapproved": .number { $0.count(.projectNotApproved) },
    "ledger": .number { $0.count(.evidenceRefused) },
    "ledgerRows": .number { $0.burden?.refusedAsLedger ?? 0 },
    "smallTeams": .number { $0.count(.teamTooSmall) },
    "inconsistent": .number(\.inconsistent),
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

/// A recheck (抽查复核) dated in the period.
struct RecheckRow: View {
  let issue: Issue
  let recheck: FollowUp
  let isConsistent: Bool
  let date: CalendarDate
  let unit: Ordinal<Unit>
  let indicator: Ordinal<Indicator>
  /// The record number; of a visit without finding as the recheck's row has it, empty where that is not known.
  let record: String

  static let fields: [String: Field<RecheckRow>] = [
    "record": .text { $0.record.isEmpty ? "—" : $0.record },
    "day": .text { $0.issue.figures.day($0.date) },
    "recheckDay": .text { $0.issue.figures.day($0.recheck.date) },
    "department": .text { $0.issue.department($0.indicator).name },
    "unit": .text { $0.issue.scheme.units[$0.unit].name },
    "indicator": .text { $0.issue.scheme.indicators[$0.indicator].name },
    "isConsistent": .flag(\.isConsistent),
    "isInconsistent": .flag { !$0.isConsistent },
    "source": .text { $0.issue.records.source(of: $0.recheck.place) },
  ]

  /// The rechecks dated in the period, those that disagree first, then by date.
  static func all(_ issue: Issue) -> [RecheckRow] {
    let days = issue.assessment.days
    var rows: [RecheckRow] = []
    for row in issue.records.followUps
    where days.contains(row.date) && row.date <= issue.assessment.asOf {
      guard case .recheck(let isConsistent) = row.content else { continue }
      switch row.subject {
      case .inspection(let index):
        let inspection = issue.records.inspections[index]
        rows.append(
          RecheckRow(
            issue: issue,
            recheck: row,
            isConsistent: isConsistent,
            date: inspection.date,
            unit: inspection.unit,
            indicator: inspection.indicator,
            record: inspection.record
          )
        )
      case .visit(let index):
        let visit = issue.records.visits[index]
        rows.append(
          RecheckRow(
            issue: issue,
            recheck: row,
            isConsistent: isConsistent,
            date: visit.date,
            unit: visit.unit,
            indicator: visit.indicator,
            record: issue.input.texts[row.place, ""]?["record"] ?? ""
          )
        )
      case .event, .carryover: continue
      }
    }
    return rows.sorted { left, right in
      (left.isConsistent ? 1 : 0, left.recheck.date, left.recheck.place)
        < (right.isConsistent ? 1 : 0, right.recheck.date, right.recheck.place)
    }
  }
}
