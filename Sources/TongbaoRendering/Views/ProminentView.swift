import TongbaoModel

/// The findings that are circulated by name (突出问题): the named ones, and how many are withheld.
struct ProminentView: View {
  let issue: Issue
  /// All cases of the window that pass the gate.
  let named: [CaseView]
  /// All that do not, and still stand.
  let withheld: [CaseView]
  /// How many were withdrawn since the previous issue.
  private let withdrawnCount: Int
  private let new: [CaseView]
  private let newWithheld: [CaseView]

  init(_ issue: Issue) {
    self.issue = issue
    let previous = issue.previousCases
    var (named, withheld): ([CaseView], [CaseView]) = ([], [])
    var (new, newWithheld): ([CaseView], [CaseView]) = ([], [])
    var withdrawn = 0
    for finding in issue.assessment.cases {
      guard let gate = finding.gate else { continue }
      if finding.state == .withdrawn, previous[finding.inspection]?.gate?.isEmpty == true {
        withdrawn += 1
      }
      let view = CaseView(issue: issue, finding: finding)
      if gate.isEmpty {
        named.append(view)
        let wasNamed =
          previous[finding.inspection]?.gate?.isEmpty == true
          || issue.input.earlierNotices.contains(finding.inspection)
        if !wasNamed { new.append(view) }
      } else if Issue.isBeingVerified(finding) {
        withheld.append(view)
        if issue.isOfPeriod(finding) { newWithheld.append(view) }
      }
    }
    self.named = named
    self.withheld = withheld
    self.new = new
    self.newWithheld = newWithheld
    withdrawnCount = issue.input.withdrawnNotices?.count ?? withdrawn
  }

  static let fields: [String: Field<ProminentView>] = [
    "hasAny": .flag { !$0.named.isEmpty || !$0.withheld.isEmpty },
    "new": .list(\.new),
    "newCount": .count(\.new.count),
    "named": .list(\.named),
    "namedCount": .count(\.named.count),
    "withheld": .list(\.withheld),
    "withheldCount": .count(\.withheld.count),
    "newWithheldCount": .count(\.newWithheld.count),
    "areAllWithheldNew": .flag { $0.isAllNew && $0.withheld.count > 1 },
    "isOneWithheldNew": .flag { $0.isAllNew && $0.withheld.count == 1 },
    "areSomeWithheldNew": .flag { !$0.isAllNew && !$0.newWithheld.isEmpty },
    "withdrawnCount": .count(\.withdrawnCount),
    "withdrawnNotices": .text { $0.issue.joined($0.issue.input.withdrawnNotices ?? []) },
  ]

  /// Whether all that are withheld were found in the period.
  private var isAllNew: Bool { newWithheld.count == withheld.count }
}

/// An unfinished matter of the year before (上年结转).
struct CarryoverRow: View {
  let issue: Issue
  let progress: CarryoverTracking

  static let fields: [String: Field<CarryoverRow>] = [
    "unit": .text { $0.issue.scheme.units[$0.carryover.unit].name },
    "indicator": .text { $0.indicator.name },
    "year": .number(\.carryover.year),
    "matter": .text { $0.issue.words[$0.carryover.target == nil ? .finding : .target] },
    "target": .text { $0.issue.figures.target($0.carryover.target, of: $0.indicator) },
    "value": .text { $0.issue.figures.target($0.value, of: $0.indicator) },
    "state": .text { $0.issue.words[$0.progress.metOn != nil ? .carryoverClosed : .carryoverOpen] },
    "closedOn": .text { $0.issue.figures.date($0.progress.metOn) },
  ]

  /// The value that closed the matter, so that it agrees with the day; of one still tracked the latest.
  private var value: Decimal6? {
    guard case .measured(let value, _) = progress.proof else { return progress.value }
    return value
  }

  private var carryover: Carryover { issue.records.carryovers[progress.carryover] }
  private var indicator: Indicator { issue.scheme.indicators[carryover.indicator] }
}

/// The accuracy of a department (抽查准确率).
struct SpotCheckRow: View {
  let issue: Issue
  let accuracy: SpotCheckAccuracy

  static let fields: [String: Field<SpotCheckRow>] = [
    "department": .text { $0.issue.scheme.departments[$0.accuracy.department].name },
    "drawn": .number { row in
      row.issue.input.draws.filter { $0.department == row.accuracy.department }
        .reduce(0) { $0 + $1.entries.count }
    },
    "rechecked": .number(\.accuracy.checked),
    "consistent": .number(\.accuracy.consistent),
    "accuracy": .text { SpotCheckRow.percent($0.accuracy.accuracy) },
    "interval": .text(\.interval),
    "isBelow": .flag(\.accuracy.isBelowThreshold),
  ]

  private var interval: String {
    SpotCheckRow.percent(accuracy.lower) + "～" + SpotCheckRow.percent(accuracy.upper)
  }

  /// Tenths of a percent as printed: 955 is `95.5%`.
  private static func percent(_ tenths: Int) -> String {
    "\(tenths / 10).\(tenths % 10)%"
  }
}
