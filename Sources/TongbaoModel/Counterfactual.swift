/// What settling one open matter now would do, all else equal.
///
/// Source: circulars.md §3.
package struct Counterfactual: Sendable, Hashable {
  /// The open matter.
  package enum Subject: Sendable, Hashable {
    /// A finding open or overdue: its position in `Assessment.cases`.
    case finding(Int)
    /// A dynamic indicator short of its target.
    case dynamic(Ordinal<Indicator>)
  }

  /// Why settling it gives nothing back.
  package enum Obstacle: String, Sendable, CaseIterable {
    /// The score or total is at its floor, or the deduction beyond its cap (已触底，整改不增分).
    case floorOrCap
    /// The indicator's method does not count points of findings.
    case notCounted
    /// The scheme restores no share of such a finding.
    case nothingRestored
  }

  /// The unit.
  package var unit: Ordinal<Unit>
  /// The open matter.
  package var subject: Subject
  /// What the cumulative total would gain.
  package var returned: Decimal6
  /// The cumulative total it would bring.
  package var total: Decimal6
  /// The rank in the category it would bring; nil for units without rank.
  package var rank: Int?
  /// Why nothing is returned; nil where something is.
  package var obstacle: Obstacle?

  /// A counterfactual with every part given.
  package init(
    unit: Ordinal<Unit>,
    subject: Subject,
    returned: Decimal6,
    total: Decimal6,
    rank: Int?,
    obstacle: Obstacle?
  ) {
    self.unit = unit
    self.subject = subject
    self.returned = returned
    self.total = total
    self.rank = rank
    self.obstacle = obstacle
  }
}
