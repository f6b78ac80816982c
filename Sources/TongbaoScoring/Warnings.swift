import TongbaoModel

/// What early warnings look at.
///
/// Source: scoring.md §6.
struct WarningFacts {
  var rate: Decimal6?
  var open: Int
  var overdue: Int
  /// Places lost since the previous period; nil where either has no rank.
  var lost: Int?
}

/// How many findings are open and overdue, by unit.
struct PendingCounts {
  private(set) var open: [Int]
  private(set) var overdue: [Int]

  init(_ standing: Standing) {
    var (open, overdue) = (
      Array(repeating: 0, count: standing.scheme.units.count),
      Array(repeating: 0, count: standing.scheme.units.count)
    )
    let cases = standing.book.cases
    standing.book.forEach(in: standing.range) { position, cell in
      switch cases.state(at: position) {
      case .open: open[standing.grid.unit(of: cell)] += 1
      case .overdue: overdue[standing.grid.unit(of: cell)] += 1
      default: break
      }
    }
    self.open = open
    self.overdue = overdue
  }
}

extension WarningRules {
  /// Red where any red condition holds, else yellow where any yellow one does.
  func colour(of facts: WarningFacts) -> WarningColour? {
    if red?.holds(for: facts) ?? false { return .red }
    return yellow?.holds(for: facts) ?? false ? .yellow : nil
  }

  /// Whether any condition looks at ranks.
  var looksAtRanks: Bool {
    red?.rankDrop != nil || yellow?.rankDrop != nil
  }
}

extension WarningRules.Conditions {
  fileprivate func holds(for facts: WarningFacts) -> Bool {
    if let rateBelow, let rate = facts.rate, rate < rateBelow { return true }
    if let open, facts.open >= open { return true }
    if let overdue, facts.overdue >= overdue { return true }
    if let rankDrop, let lost = facts.lost, lost >= rankDrop { return true }
    return false
  }
}
