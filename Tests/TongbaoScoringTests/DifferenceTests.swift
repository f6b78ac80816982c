import Testing
import TongbaoModel
import TongbaoScoring

/// What changed between two assessments, line by line.
struct DifferenceTests {
  private typealias Side = (assessment: Assessment, records: Records)

  private func side(
    _ records: Records,
    _ scheme: Scheme,
    _ period: Period = .month(year: 2017, month: 10),
    asOf: CalendarDate? = nil
  ) throws -> Side {
    (try Scoring.assess(records, under: scheme, for: period, asOf: asOf), records)
  }

  /// Expects that the lines of every unit add up, and that roundings leave only roundings.
  private func expectSums(
    from before: Side,
    to after: Side,
    _ scheme: Scheme,
    _ comment: Comment,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let list = try Scoring.difference(from: before, to: after, under: scheme)
    #expect(list.map(\.unit) == Array(scheme.units.ordinals), sourceLocation: sourceLocation)
    for difference in list {
      let (old, new) = (
        before.assessment.units[difference.unit.index].cumulative,
        after.assessment.units[difference.unit.index].cumulative
      )
      let sum = difference.lines.reduce(0) { $0 + $1.points.millionths }
      #expect(
        sum == new.total.millionths - old.total.millionths,
        comment,
        sourceLocation: sourceLocation
      )
      #expect(
        difference.cumulative.before == .init(old, under: scheme),
        comment,
        sourceLocation: sourceLocation
      )
      #expect(
        difference.cumulative.after == .init(new, under: scheme),
        comment,
        sourceLocation: sourceLocation
      )
      for line in difference.lines {
        guard case .rounding = line.cause else { continue }
        // Half a millionth for each line and each rounded score, which scaling may enlarge some times.
        let most = 8 * (difference.lines.count + 2 * scheme.indicators.count)
        #expect(line.points.millionths.magnitude <= most, comment, sourceLocation: sourceLocation)
      }
    }
  }

  @Test func `the lines add up between any two days`() throws {
    for seed: UInt64 in 30_000..<30_150 {
      let sample = RandomCase(seed: seed)
      var random = SplitMix(state: seed &+ 1)
      let days = (0..<2).map { _ in random.day(after: sample.scheme.window.from, length: 380) }
      try expectSums(
        from: side(sample.records, sample.scheme, sample.period, asOf: days[0]),
        to: side(sample.records, sample.scheme, sample.period, asOf: days[1]),
        sample.scheme,
        "seed \(seed)"
      )
    }
  }

  @Test func `the lines add up between two periods`() throws {
    for seed: UInt64 in 31_000..<31_100 {
      let sample = RandomCase(seed: seed)
      var random = SplitMix(state: seed &+ 1)
      let window = sample.scheme.window
      let periods = [Period.Kind.month, .quarter, .week]
        .map { kind in
          Period(kind, holding: window.from + random.below(window.to - window.from + 1))
        }
      try expectSums(
        from: side(sample.records, sample.scheme, periods[random.below(3)]),
        to: side(sample.records, sample.scheme, periods[random.below(3)]),
        sample.scheme,
        "seed \(seed)"
      )
    }
  }

  @Test func `the lines add up between two sets of records`() throws {
    for seed: UInt64 in 32_000..<32_100 {
      let sample = RandomCase(seed: seed)
      var random = SplitMix(state: seed &+ 1)
      var other = RandomCase.records(&random, sample.scheme)
      if random.chance(50) {
        // A correction: the same sheets with a few rows gone.
        other = sample.records
        other.measurements.removeAll { _ in random.chance(20) }
        other.followUps = LongList(other.followUps.filter { _ in random.chance(70) })
      }
      try expectSums(
        from: side(sample.records, sample.scheme, sample.period, asOf: sample.asOf),
        to: side(other, sample.scheme, sample.period, asOf: sample.asOf),
        sample.scheme,
        "seed \(seed)"
      )
    }
  }

  @Test func `a side compared with itself has no lines`() throws {
    for seed: UInt64 in 33_000..<33_040 {
      let sample = RandomCase(seed: seed)
      let side = try side(sample.records, sample.scheme, sample.period, asOf: sample.asOf)
      let list = try Scoring.difference(from: side, to: side, under: sample.scheme)
      #expect(list.allSatisfy { !$0.isChanged && $0.lines.isEmpty }, "seed \(seed)")
    }
  }
}

// Which line says what.
extension DifferenceTests {
  private func lines(
    _ unit: Int,
    from before: Side,
    to after: Side,
    _ scheme: Scheme
  ) throws -> [String] {
    try Scoring.difference(from: before, to: after, under: scheme)[unit].lines
      .map { text($0, scheme) }
  }

  private func text(_ line: UnitDifference.Line, _ scheme: Scheme) -> String {
    let subject: String =
      switch line.cause {
      case .rules: "rules"
      case .finding(let record, _, _, let change):
        "\(record) \(change.before?.state.rawValue ?? "-")→\(change.after?.state.rawValue ?? "-")"
      case .measure(let indicator, let change):
        "\(scheme.indicators[indicator].id) \(text(change.before))→\(text(change.after))"
      case .comparison(let indicator, _): "\(scheme.indicators[indicator].id) others"
      case .fold(_, let change): "fold \(change.before)→\(change.after)"
      case .scaling(let change): "scaling \(change.before.applicable)→\(change.after.applicable)"
      case .event(_, let record, _, let change):
        "\(record ?? "event") \(text(change.before?.points))→\(text(change.after?.points))"
      case .limit(let limit, let change):
        "\(text(limit)) \(change.before)→\(change.after)"
      case .rounding: "rounding"
      }
    let sources = [line.sources.before, line.sources.after].map { $0.joined(separator: ",") }
    return "\(line.points) \(subject)"
      + (sources == ["", ""] ? "" : " [\(sources.joined(separator: "|"))]")
  }

  private func text(_ limit: UnitDifference.Limit) -> String {
    switch limit {
    case .findingsCap: "cap"
    case .findingsFloor: "floor"
    case .bonusItem: "bonus item cap"
    case .bonuses: "bonus cap"
    case .penaltyItem: "penalty item cap"
    case .penalties: "penalty cap"
    case .total: "floor of total"
    case .zeroVeto: "zero veto"
    }
  }

  private func text(_ result: UnitDifference.Result) -> String {
    "\(text(result.measure))=\(text(result.score))"
  }

  private func text(_ number: Decimal6?) -> String { number.map { "\($0)" } ?? "-" }

  /// One unit with one findings indicator of 10 points.
  private var small: Scheme {
    var scheme = Example.scheme
    scheme.rankBy = .total
    scheme.indicators = [
      Example.indicator(
        "patrol",
        points: Example.points("10", "10", "10"),
        method: .findings(cap: nil)
      )
    ]
    scheme.severities[2].isProvisional = false
    return scheme
  }

  private func finding(_ record: String, _ day: String, _ points: String, row: Int) -> Inspection {
    Example.inspection(
      record,
      day,
      unit: 0,
      indicator: 0,
      severity: 2,
      row: row,
      points: points
    )
  }

  private func records(_ inspections: [Inspection]) -> Records {
    var records = Records()
    records.files = Example.files
    records.inspections = LongList(inspections)
    return records
  }

  @Test func `the example from October to November`() throws {
    let (records, scheme) = (Example.records, Example.scheme)
    let (before, after) = (
      try side(records, scheme), try side(records, scheme, .month(year: 2017, month: 11))
    )
    #expect(
      try lines(0, from: before, to: after, scheme) == [
        "1 X1 open→restored [|rectifications.csv:2]",
        "1 cameras 94=4→96.5=5 [measurements.csv:2|measurements.csv:3]",
      ]
    )
    #expect(
      try lines(1, from: before, to: after, scheme) == [
        "-3.3 X8 reduced→confirmed [rectifications.csv:4|rectifications.csv:5]",
        "0.275 X3 open→reduced [|rectifications.csv:3]",
        "0 event -→0 [|events.csv:4]",
      ]
    )
  }

  @Test func `a finding is a line with its row, or with the follow-up that changed it`() throws {
    let both = records([
      finding("A", "2017-10-02", "1", row: 2), finding("B", "2017-10-01", "0.5", row: 3),
    ])
    var withdrawn = both
    withdrawn.followUps = [
      Example.followUp(.inspection(0), "2017-10-05", .appeal(.upheld), row: 7)
    ]
    let none = try side(records([]), small)
    #expect(
      try lines(0, from: none, to: side(both, small), small) == [
        "-0.5 B -→confirmed [|inspections.csv:3]", "-1 A -→confirmed [|inspections.csv:2]",
      ]
    )
    #expect(
      try lines(0, from: side(both, small), to: side(withdrawn, small), small) == [
        "1 A confirmed→withdrawn [|appeals.csv:7]"
      ]
    )
    #expect(
      try lines(0, from: side(both, small), to: none, small).first
        == "0.5 B confirmed→- [inspections.csv:3|]"
    )
  }

  @Test func `what a cap or the floor hides is a line of its own`() throws {
    var scheme = small
    let two = try side(
      records([
        finding("A", "2017-10-02", "4", row: 2), finding("B", "2017-10-03", "9", row: 3),
      ]),
      scheme
    )
    let none = try side(records([]), scheme)
    #expect(
      try lines(0, from: none, to: two, scheme).last
        == "3 floor 0→3"
    )
    scheme.indicators[0].method = .findings(cap: Example.number("6"))
    #expect(
      try lines(0, from: none, to: side(two.records, scheme), scheme) == [
        "-4 A -→confirmed [|inspections.csv:2]", "-9 B -→confirmed [|inspections.csv:3]",
        "7 cap 0→7",
      ]
    )
  }

  @Test func `a mean over one more month is a line of its own`() throws {
    var scheme = small
    scheme.indicators[0].fold = .months
    let rows = records([
      finding("A", "2017-01-02", "4", row: 2), finding("B", "2017-02-03", "1", row: 3),
    ])
    let (january, february) = (
      try side(rows, scheme, .month(year: 2017, month: 1)),
      try side(rows, scheme, .month(year: 2017, month: 2))
    )
    #expect(
      try lines(0, from: january, to: february, scheme) == [
        "-0.5 B -→confirmed [|inspections.csv:3]", "2 fold 1→2",
      ]
    )
  }

  @Test func `another full mark is a line of its own`() throws {
    var scheme = small
    scheme.indicators.append(
      Example.indicator(
        "cameras",
        points: Example.points("10", "10", "10"),
        target: Example.number("95"),
        method: .threshold(.init())
      )
    )
    let rows = records([finding("A", "2017-10-02", "4", row: 2)])
    var measured = rows
    measured.measurements = [Example.measurement(0, 1, "2017-10-31", "96", row: 5)]
    // 20 × 6 ÷ 10 = 12, then 6 + 10.
    #expect(
      try lines(0, from: side(rows, scheme), to: side(measured, scheme), scheme) == [
        "10 cameras -=-→96=10 [|measurements.csv:5]", "-6 scaling 10→20",
      ]
    )
  }

  @Test func `data of others is told apart from the unit's own`() throws {
    var scheme = small
    scheme.indicators[0].method = .best
    scheme.indicators[0].scope = .all
    var rows = records([])
    rows.measurements = [
      Example.measurement(0, 0, "2017-10-30", "50", row: 2),
      Example.measurement(1, 0, "2017-10-30", "100", row: 3),
    ]
    var later = rows
    later.measurements[0].value = Example.number("60")
    later.measurements.append(Example.measurement(1, 0, "2017-10-31", "120", row: 4))
    let (before, after) = (try side(rows, scheme), try side(later, scheme))
    #expect(
      try lines(0, from: before, to: after, scheme) == [
        "1 patrol 50=5→60=6 [measurements.csv:2|measurements.csv:2]", "-1 patrol others",
      ]
    )
    #expect(try lines(1, from: before, to: after, scheme).isEmpty)
  }

  @Test func `the mean of others in place of a measure is a line of others`() throws {
    var scheme = small
    scheme.indicators[0].method = .completion(maxRatio: .one)
    scheme.indicators[0].missing = .groupMean
    scheme.indicators[0].target = Example.points("100", "100", "100")
    var rows = records([])
    rows.measurements = [Example.measurement(1, 0, "2017-10-30", "50", row: 2)]
    var later = rows
    later.measurements.append(Example.measurement(1, 0, "2017-10-31", "70", row: 3))
    #expect(
      try lines(0, from: side(rows, scheme), to: side(later, scheme), scheme)
        == ["2 patrol others"]
    )
  }

  @Test func `events, their caps, the floor of the total and a zero veto`() throws {
    var scheme = small
    scheme.vetoes = [
      Veto(id: "deducting", name: "", deduct: Example.number("30")),
      Veto(id: "zeroing", name: "", zeroesTotal: true),
    ]
    var rows = records([])
    rows.events = [
      Example.event(0, .bonus(Ordinal(0)), "2017-10-02", count: "2", record: "E1", row: 2),
      Example.event(0, .veto(Ordinal(0)), "2017-10-03", record: "E2", row: 3),
    ]
    let (none, deducted) = (try side(records([]), scheme), try side(rows, scheme))
    #expect(
      try lines(0, from: none, to: deducted, scheme) == [
        "2 E1 -→2 [|events.csv:2]", "-30 E2 -→30 [|events.csv:3]",
        "-0.5 bonus item cap 0→0.5", "18.5 floor of total 0→18.5",
      ]
    )
    rows.events = [Example.event(0, .veto(Ordinal(1)), "2017-10-03", record: "E3", row: 4)]
    #expect(
      try lines(0, from: none, to: side(rows, scheme), scheme) == [
        "0 E3 -→0 [|events.csv:4]", "-10 zero veto 0→10",
      ]
    )
  }
}
