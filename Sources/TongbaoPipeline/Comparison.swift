package import TongbaoModel
import TongbaoPublishing
import TongbaoScoring

/// Two sets of figures of one year, compared unit by unit: what changed and which records caused it.
package struct Comparison: Sendable {
  /// One of the two sets, as it is asked for.
  package enum Subject: Sendable, Hashable {
    /// A period by the sheets as they lie here now.
    case current(Period)
    /// A period as it was published: its latest revision where none is named.
    case published(Period, revision: Int?)

    /// The period.
    package var period: Period {
      switch self {
      case .current(let period), .published(let period, _): period
      }
    }
  }

  /// One of the two sets, as it was computed.
  struct Side: Sendable {
    let period: Period
    let asOf: CalendarDate
    /// The revision that was published; nil for the sheets as they lie here now.
    let revision: Int?
  }

  let scheme: Scheme
  let before: Side
  let after: Side
  /// By unit, in scheme order; of units that both schemes have.
  private(set) var differences: [UnitDifference]
  /// Units that only one of the two schemes has, in its order.
  private(set) var lone: UnitDifference.Change<[LoneUnit]>
  /// Units whose id was another one under the rules of before, in scheme order.
  private(set) var renamed: [RenamedUnit]
  /// Whether a published set, computed again, is not what was published.
  package let log: DiagnosticLog

  /// Compares periods of a workspace or published revisions of it; rows may be dated up to `today`.
  ///
  /// Throws `unanswerable` where a revision does not exist or the two are of different years.
  package init(
    _ first: Subject,
    _ second: Subject,
    in office: Office,
    today: CalendarDate
  ) async throws(PipelineFailure) {
    let (old, new) = (
      try Ground(first, in: office, today: today), try Ground(second, in: office, today: today)
    )
    guard old.rules.scheme.year == new.rules.scheme.year else {
      throw Comparison.years(first.period, second.period)
    }
    let before = try await old.figures()
    let isSameSheets = old.issue == nil && new.issue == nil
    let after =
      isSameSheets
      ? try new.figures(of: before.figures.gathering)
      // A year that was closed is compared with the year closed in the same way.
      : try await new.figures(closing: old.period == new.period ? before.undecided : nil)
    try await self.init(old, before, new, after)
  }

  /// Compares two periods by sheets named one by one.
  package init(
    _ first: Period,
    _ second: Period,
    _ gathering: Gathering,
    under rules: Rules
  ) throws(PipelineFailure) {
    let before = try Figures(gathering, under: rules, for: first, compared: false)
    let after = try Figures(gathering, under: rules, for: second, compared: false)
    scheme = rules.scheme
    self.before = Side(period: first, asOf: before.assessment.asOf, revision: nil)
    self.after = Side(period: second, asOf: after.assessment.asOf, revision: nil)
    differences = try Comparison.differences(from: before, to: after)
    (lone, renamed) = (.init(before: [], after: []), [])
    log = DiagnosticLog()
  }

  /// Leaves the units called `name`, which is an id, a name or an alias: one may succeed another.
  package mutating func select(unit name: String) throws(PipelineFailure) {
    differences.removeAll { !scheme.units[$0.unit].isCalled(name) }
    renamed.removeAll { !scheme.units[$0.unit].isCalled(name) }
    lone.before.removeAll { !$0.unit.isCalled(name) }
    lone.after.removeAll { !$0.unit.isCalled(name) }
    // Names what there is where nothing is left.
    if differences.isEmpty, lone.before.isEmpty, lone.after.isEmpty {
      _ = try scheme.unit(called: name)
    }
  }

  private init(
    _ old: Ground,
    _ before: Ground.Result,
    _ new: Ground,
    _ after: Ground.Result
  ) async throws(PipelineFailure) {
    scheme = new.rules.scheme
    self.before = old.side(before)
    self.after = new.side(after)
    var log = DiagnosticLog()
    for diagnostic in [before, after].compactMap(\.mismatch) { log.append(diagnostic) }
    self.log = log
    guard !old.rules.isSame(as: new.rules) else {
      differences = try Comparison.differences(from: before.figures, to: after.figures)
      (lone, renamed) = (.init(before: [], after: []), [])
      return
    }
    let succession = UnitSuccession(from: old.rules.scheme, to: scheme)
    lone = .init(
      before: succession.ended.map { .init($0, before.figures) },
      after: succession.begun.map { .init($0, after.figures) }
    )
    renamed = succession.renamed
    // The records of before under the rules of after tell amended rules apart from records.
    let between = try await old.figures(under: new.rules, undecided: before.undecided)
    var list: [UnitDifference] = []
    for difference in try Comparison.differences(from: between, to: after.figures) {
      guard let former = succession.former[difference.unit.index] else { continue }
      list.append(try Comparison.amended(difference, from: former, of: before.figures, scheme))
    }
    differences = list
  }

  private static func differences(
    from before: Figures,
    to after: Figures
  ) throws(PipelineFailure) -> [UnitDifference] {
    do throws(ScoringFailure) {
      return try Scoring.difference(
        from: (before.assessment, before.gathering.records),
        to: (after.assessment, after.gathering.records),
        under: after.rules.scheme
      )
    } catch {
      throw PipelineFailure(error, after.gathering.records, after.rules.scheme)
    }
  }

  /// Begins a difference with what the unit had under the rules of before, as `former`.
  private static func amended(
    _ difference: UnitDifference,
    from former: Ordinal<Unit>,
    of before: Figures,
    _ scheme: Scheme
  ) throws(PipelineFailure) -> UnitDifference {
    let scores = before.assessment.units[former.index]
    var difference = difference
    difference.period.before = .init(scores.period, under: before.rules.scheme)
    difference.cumulative.before = .init(scores.cumulative, under: before.rules.scheme)
    do throws(ArithmeticOverflow) {
      let known = try difference.lines.total
      let points = try difference.gain.subtracting(known)
      if points != .zero { difference.lines.insert(.init(.rules, points), at: 0) }
    } catch {
      throw PipelineFailure(
        .overflow(.init(unit: difference.unit)),
        before.gathering.records,
        scheme
      )
    }
    return difference
  }

  private static func years(_ first: Period, _ second: Period) -> PipelineFailure {
    .unanswerable(
      Diagnostic(
        .runYearsDiffer,
        text: first.description,
        facts: ["other": .text(second.description)]
      )
    )
  }
}

extension [UnitDifference.Line] {
  /// The sum of the points.
  fileprivate var total: Decimal6 {
    get throws(ArithmeticOverflow) {
      var total = Decimal6.zero
      for line in self { total = try total.adding(line.points) }
      return total
    }
  }
}
