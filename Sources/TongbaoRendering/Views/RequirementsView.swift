import TongbaoModel

/// What the circular can ask of the units (工作要求), by what was found.
///
/// It rests on the findings that the part on rectification counts, so that nobody is asked to mend what that part
/// does not show.
struct RequirementsView: View {
  let issue: Issue
  private let overdue: [Case]
  private let failed: [Case]
  private let hasOpen: Bool
  private let handedOver: [Case]
  private let hasProvisional: Bool

  init(_ issue: Issue, _ provisional: ProvisionalView) {
    self.issue = issue
    handedOver = issue.assessment.cases.filter { issue.isHandedOver($0) }
    overdue = handedOver.filter { $0.handling == .overdue }
    failed = handedOver.filter { $0.handling == .failed }
    hasOpen = handedOver.contains { $0.handling == .open }
    hasProvisional = !provisional.all.isEmpty
  }

  static let fields: [String: Field<RequirementsView>] = [
    "hasOverdue": .flag { !$0.overdue.isEmpty },
    "overdueUnits": .text(\.overdueUnits.listed),
    "overdueUnitCount": .number(\.overdueUnits.count),
    "overdueOthers": .text(\.overdueUnits.excepted),
    "isOverdueInMost": .flag(\.overdueUnits.areMost),
    "isOverdueUndecided": .flag { $0.overdue.contains { !$0.isDecided } },
    "isOverdueDecided": .flag { $0.overdue.contains(where: \.isDecided) },
    "hasFailed": .flag { !$0.failed.isEmpty },
    "failedUnits": .text(\.failedUnits.listed),
    "failedUnitCount": .number(\.failedUnits.count),
    "failedOthers": .text(\.failedUnits.excepted),
    "isFailedInMost": .flag(\.failedUnits.areMost),
    "hasOpen": .flag(\.hasOpen),
    "areAllClosed": .flag(\.areAllClosed),
    "hasDeductions": .flag { !$0.handedOver.isEmpty || $0.hasProvisional },
  ]

  /// Whether there was something to rectify, and all of it is closed.
  private var areAllClosed: Bool {
    !handedOver.isEmpty && handedOver.allSatisfy { $0.handling == .closed }
  }

  private var overdueUnits: SomeUnits { units(of: overdue) }
  private var failedUnits: SomeUnits { units(of: failed) }

  private func units(of cases: [Case]) -> SomeUnits {
    SomeUnits(issue, Set(cases.map { issue.inspection($0).unit }))
  }
}

extension Case {
  /// Whether its deduction is no longer provisional, or never was one.
  fileprivate var isDecided: Bool { state != .overdue && state != .open }
}

/// Some of the units, and how to say which: a list of nearly all of them tells a reader nothing.
private struct SomeUnits {
  /// How many they are.
  let count: Int
  private let names: String
  private let others: String
  /// Whether they are no more than half of the units, so that their names say most.
  private let areFew: Bool

  init(_ issue: Issue, _ some: Set<Ordinal<Unit>>) {
    let all = issue.assessment.units.map(\.unit).sorted()
    let rest = all.filter { !some.contains($0) }
    count = some.count
    names = issue.joined(some.sorted().map { issue.scheme.units[$0].name })
    areFew = some.count * 2 <= max(all.count, 6)
    others = rest.count > 2 ? "" : issue.joined(rest.map { issue.scheme.units[$0].name })
  }

  /// Their names; empty where they are too many.
  var listed: String { areFew ? names : "" }

  /// The one or two units that are not among them, where that says it shorter; else empty.
  var excepted: String { areFew ? "" : others }

  /// Whether neither list is short.
  var areMost: Bool { !areFew && others.isEmpty }
}
