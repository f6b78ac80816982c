import TongbaoModel

/// What the circular (通报) says.
struct CircularView: View {
  let issue: Issue
  let categories: [CategoryView]
  let provisional: ProvisionalView
  let prominent: ProminentView
  let handling: [HandlingRow]
  private let ofPeriod: [Case]

  init(_ issue: Issue) {
    self.issue = issue
    categories = issue.categories
    provisional = ProvisionalView(issue)
    prominent = ProminentView(issue)
    handling = HandlingRow.all(issue)
    ofPeriod = issue.assessment.cases.filter { issue.isOfPeriod($0) }
  }

  static let fields: [String: Field<CircularView>] =
    own
    .including(Letter.self) { Letter(issue: $0.issue) }

  private static let own: [String: Field<CircularView>] = [
    "categories": .list(\.categories),
    "unitCount": .number(\.issue.scheme.units.count),
    "inspectedCount": .number { $0.visits.units },
    "visitCount": .number { $0.visits.visits },
    "recordCount": .number { $0.visits.records },
    "findingCount": .number(\.counting.count),
    "severities": .list(\.severities),
    "excludedCount": .count { $0.ofPeriod.count - $0.counting.count },
    "provisional": .record { $0.provisional },
    "prominent": .record { $0.prominent },
    "handling": .list(\.handling),
    "isAssigned": .flag { $0.assigned > 0 },
    "assignedCount": .number(\.assigned),
    "closedCount": .number { $0.handled(.closed) },
    "closedRate": .text { $0.issue.share($0.handled(.closed), of: $0.assigned) },
    "openCount": .count { $0.handled(.open) },
    "overdueCount": .count { $0.handled(.overdue) },
    "failedCount": .count { $0.handled(.failed) },
    "overdueUnits": .text { $0.overdueUnits.isFew ? $0.overdueUnits.names : "" },
    "overdueUnitCount": .number(\.overdueUnits.count),
    "overdueOthers": .text { $0.overdueUnits.isFew ? "" : $0.overdueUnits.others },
    "isOverdueInMost": .flag { !$0.overdueUnits.isFew && $0.overdueUnits.others.isEmpty },
    "carryovers": .list { view in
      view.issue.input.carryovers.map { CarryoverRow(issue: view.issue, progress: $0) }
    },
    "isCarrying": .flag { !$0.issue.input.carryovers.isEmpty },
    "carryoverCount": .number(\.issue.input.carryovers.count),
    "carryoverOpenCount": .count { $0.issue.input.carryovers.count { $0.metOn == nil } },
    "spotChecks": .list { view in
      view.issue.input.spotChecks.map { SpotCheckRow(issue: view.issue, accuracy: $0) }
    },
    "spotCheckCount": .count { $0.issue.input.spotChecks.reduce(0) { $0 + $1.checked } },
    "spotCheckConsistent": .number { $0.issue.input.spotChecks.reduce(0) { $0 + $1.consistent } },
    "spotCheckBelow": .text(\.departmentsBelow),
    "spotCheckThreshold": .text { view in
      view.issue.figures.percent(view.issue.scheme.spotCheck?.threshold, places: 1)
    },
    "findings": .list { view in
      view.issue.assessment.cases.filter { view.issue.isOfPeriod($0) }
        .map { CaseView(issue: view.issue, finding: $0) }
    },
    "units": .list { $0.categories.flatMap(\.rows) },
    "hasUnranked": .flag { $0.categories.contains(where: \.hasUnranked) },
    "hasPrevious": .flag { $0.issue.input.previous != nil },
    "changes": .list { $0.issue.input.previous == nil ? [] : $0.categories.flatMap(\.rows) },
    "redUnits": .text { $0.names { $0.warning == .red } },
    "redCount": .count { $0.issue.assessment.units.count { $0.warning == .red } },
    "yellowUnits": .text { $0.names { $0.warning == .yellow } },
    "yellowCount": .count { $0.issue.assessment.units.count { $0.warning == .yellow } },
    "vetoUnits": .text { $0.names { !$0.cumulative.vetoes.isEmpty } },
  ]

  /// The findings of the period that are neither inadmissible nor withdrawn.
  private var counting: [Case] { ofPeriod.filter { $0.handling != nil } }

  private var visits: (units: Int, visits: Int, records: Int) { issue.visits }

  private var severities: [SeverityCount] {
    let counts = issue.scheme.severities.ordinals.compactMap { severity -> SeverityCount? in
      let count = counting.count { issue.inspection($0).severity == severity }
      guard count > 0 else { return nil }
      return SeverityCount(name: issue.scheme.severities[severity].name, count: count)
    }
    return counts.enumerated()
      .map { SeverityCount(name: $1.name, count: $1.count, isFirst: $0 == 0) }
  }

  /// General findings handed over since the window's start.
  private var assigned: Int { handling.reduce(0) { $0 + $1.cases.count } }

  private func handled(_ handling: Handling) -> Int {
    self.handling.reduce(0) { $0 + $1.count(handling) }
  }

  /// The units that have overdue problems.
  private var overdueUnits: SomeUnits {
    SomeUnits(
      issue,
      Set(
        issue.assessment.cases.filter { $0.handling == .overdue }
          .map { issue.inspection($0).unit }
      )
    )
  }

  private var departmentsBelow: String {
    issue.joined(
      issue.input.spotChecks.filter(\.isBelowThreshold)
        .map { issue.scheme.departments[$0.department].name }
    )
  }

  private func names(where condition: (UnitAssessment) -> Bool) -> String {
    issue.joined(
      issue.assessment.units.filter(condition).map { issue.scheme.units[$0.unit].name }
    )
  }
}

/// Some of the units, and how to say which: a list of nearly all of them tells a reader nothing.
private struct SomeUnits {
  /// How many they are.
  let count: Int
  /// Their names.
  let names: String
  /// The names of the units that are not among them; empty unless they are one or two.
  let others: String
  /// Whether they are no more than half of the units, so that their names say most.
  let isFew: Bool

  init(_ issue: Issue, _ some: Set<Ordinal<Unit>>) {
    let all = issue.assessment.units.map(\.unit).sorted()
    let rest = all.filter { !some.contains($0) }
    count = some.count
    names = issue.joined(some.sorted().map { issue.scheme.units[$0].name })
    isFew = some.count * 2 <= max(all.count, 6)
    others = rest.count > 2 ? "" : issue.joined(rest.map { issue.scheme.units[$0].name })
  }
}

/// How many findings have a severity.
struct SeverityCount: View {
  let name: String
  let count: Int
  /// Whether no other stands before it.
  var isFirst = false

  static let fields: [String: Field<SeverityCount>] = [
    "isFirst": .flag(\.isFirst),
    "severity": .text(\.name),
    "count": .number(\.count),
  ]
}

extension Issue {
  /// The categories that have units, in scheme order.
  var categories: [CategoryView] {
    scheme.categories.ordinals.map { CategoryView(self, $0) }.filter { !$0.rows.isEmpty }
  }

  /// Units visited, visits (distinct unit, team and day) and rows in the period.
  var visits: (units: Int, visits: Int, records: Int) {
    struct Visited: Hashable {
      let unit: Ordinal<Unit>
      let team: UInt16
      let date: CalendarDate
    }
    var visited: Set<Visited> = []
    var records = 0
    for visit in self.records.visits where isInPeriod(visit.date) {
      visited.insert(Visited(unit: visit.unit, team: visit.team, date: visit.date))
      records += 1
    }
    for row in self.records.inspections where isInPeriod(row.date) {
      visited.insert(Visited(unit: row.unit, team: row.team, date: row.date))
      records += 1
    }
    return (Set(visited.map(\.unit)).count, visited.count, records)
  }

  private func isInPeriod(_ date: CalendarDate) -> Bool {
    assessment.days.contains(date) && date <= assessment.asOf
  }
}
