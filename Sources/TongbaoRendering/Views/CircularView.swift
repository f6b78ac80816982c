import TongbaoModel

/// What the circular (通报) says.
struct CircularView: View {
  let issue: Issue
  let categories: [CategoryView]
  let provisional: ProvisionalView
  let prominent: ProminentView
  /// What became of the general findings.
  let handling: HandlingView
  private let prominentHandling: HandlingView
  private let requirements: RequirementsView
  private let ofPeriod: [Case]

  init(_ issue: Issue) {
    self.issue = issue
    categories = issue.categories
    provisional = ProvisionalView(issue)
    prominent = ProminentView(issue)
    handling = .general(issue)
    prominentHandling = .prominent(issue)
    requirements = RequirementsView(issue, provisional)
    ofPeriod = issue.assessment.cases.filter { issue.isOfPeriod($0) }
  }

  static let fields: [String: Field<CircularView>] =
    own
    .including(HandlingView.self) { $0.handling }
    .including(RequirementsView.self) { $0.requirements }
    .including(Letter.self) { Letter(issue: $0.issue) }

  private static let own: [String: Field<CircularView>] = [
    "categories": .list(\.categories),
    "unitCount": .number(\.issue.scheme.units.count),
    "inspectedCount": .number { $0.visits.units },
    "visitCount": .number { $0.visits.visits },
    "recordCount": .number { $0.visits.records },
    "hasVisits": .flag { $0.visits.records > 0 },
    "findingCount": .number(\.counting.count),
    "hasFindings": .flag { !$0.counting.isEmpty },
    "severities": .list(\.severities),
    "excludedCount": .count { $0.ofPeriod.count - $0.counting.count },
    "provisional": .record { $0.provisional },
    "prominent": .record { $0.prominent },
    "prominentHandling": .record { $0.prominentHandling.rows.isEmpty ? nil : $0.prominentHandling },
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
