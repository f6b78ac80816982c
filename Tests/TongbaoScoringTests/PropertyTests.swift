import Testing
import TongbaoModel
import TongbaoScoring

/// Laws that every scheme and every set of records obeys.
struct PropertyTests {
  private func text(_ sample: RandomCase, _ records: Records) throws -> String {
    let assessment = try Scoring.assess(
      records,
      under: sample.scheme,
      for: sample.period,
      asOf: sample.asOf
    )
    return ScoresText(records: records, scheme: sample.scheme, assessment: assessment).text
  }

  @Test func `the order of lists does not matter, for places decide`() throws {
    for seed: UInt64 in 20_000..<20_060 {
      let sample = RandomCase(seed: seed)
      var random = SplitMix(state: seed)
      var records = sample.records
      records.measurements.shuffle(using: &random)
      records.followUps.shuffle(using: &random)
      let order = Array(records.inspections.indices).shuffled(using: &random)
      records.inspections = LongList(order.map { sample.records.inspections[$0] })
      for index in records.followUps.indices {
        guard case .inspection(let old) = records.followUps[index].subject,
          let new = order.firstIndex(of: old)
        else { continue }
        records.followUps[index].subject = .inspection(new)
      }
      #expect(try text(sample, records) == text(sample, sample.records), "seed \(seed)")
    }
  }

  @Test func `a run as of a day ignores everything later`() throws {
    for seed: UInt64 in 21_000..<21_060 {
      let sample = RandomCase(seed: seed)
      let day = sample.asOf ?? sample.scheme.days(of: sample.period).to
      var records = sample.records
      records.measurements.removeAll { $0.date > day }
      records.followUps = LongList(records.followUps.filter { $0.date <= day })
      var later = records
      for index in later.events.indices where later.events[index].date > day {
        later.events[index].points = Example.number("1000")
      }
      for index in later.inspections.indices where later.inspections[index].date > day {
        later.inspections[index].points = Example.number("1000")
        later.inspections[index].value = Example.number("1000")
      }
      #expect(try text(sample, later) == text(sample, sample.records), "seed \(seed)")
    }
  }

  @Test func `a restored finding leaves no trace in the total`() throws {
    let scheme = Example.scheme
    var with = Example.records
    with.inspections = [
      Example.inspection("X1", "2017-10-12", unit: 0, indicator: 0, severity: 2, row: 2)
    ]
    with.followUps = [
      Example.followUp(.inspection(0), "2017-11-06", .rectification(.done))
    ]
    var without = with
    without.inspections = []
    without.followUps = []
    let period = Period.month(year: 2017, month: 11)
    let (one, other) = (
      try Scoring.assess(with, under: scheme, for: period),
      try Scoring.assess(without, under: scheme, for: period)
    )
    #expect(one.cases.map(\.state) == [.restored])
    for (a, b) in zip(one.units, other.units) {
      #expect(a.cumulative.total == b.cumulative.total)
      #expect(a.cumulative.best == b.cumulative.best)
      #expect(a.cumulative.worst == b.cumulative.worst)
      #expect(a.cumulative.rank == b.cumulative.rank)
    }
  }

  @Test func `more points never raise a total`() throws {
    for seed: UInt64 in 22_000..<22_040 {
      let sample = RandomCase(seed: seed)
      var worse = sample.records
      for index in worse.inspections.indices where worse.inspections[index].points != nil {
        worse.inspections[index].points = try worse.inspections[index].points?.adding(.one)
      }
      var scheme = sample.scheme
      // Group means carry one unit's loss to another in either direction of rank, never of total.
      for index in scheme.indicators.indices { scheme.indicators[index].missing = .zero }
      let before = try Scoring.assess(
        sample.records,
        under: scheme,
        for: sample.period,
        asOf: sample.asOf
      )
      let after = try Scoring.assess(worse, under: scheme, for: sample.period, asOf: sample.asOf)
      for (a, b) in zip(before.units, after.units) {
        #expect(b.cumulative.total <= a.cumulative.total, "seed \(seed)")
        #expect(b.period.total <= a.period.total, "seed \(seed)")
      }
    }
  }

  @Test func `ten times the points are ten times the total within the last rounding`() throws {
    for seed: UInt64 in 23_000..<23_040 {
      var sample = RandomCase(seed: seed)
      sample.scheme.bonuses = ItemGroup(
        items: sample.scheme.bonuses.items.map { Item(id: $0.id, name: "", points: .zero) }
      )
      sample.scheme.penalties = ItemGroup(
        items: sample.scheme.penalties.items.map { Item(id: $0.id, name: "", points: .zero) }
      )
      sample.scheme.vetoes = sample.scheme.vetoes.map { Veto(id: $0.id, name: "") }
      sample.records.events = []
      sample.records.followUps = LongList(
        sample.records.followUps.filter { if case .event = $0.subject { false } else { true } }
      )
      sample.scheme.indicators = sample.scheme.indicators.filter {
        switch $0.method {
        case .findings(nil), .completion, .best, .efficacy: true
        default: false
        }
      }
      let kept = sample.scheme.indicators.count
      guard kept > 0 else { continue }
      sample.records.inspections = LongList(
        sample.records.inspections.filter { $0.indicator.index < kept }
      )
      sample.records.followUps = []
      sample.records.measurements.removeAll { $0.indicator.index >= kept }
      var scaled = sample
      func tenfold(_ number: Decimal6) -> Decimal6 {
        Decimal6(millionths: number.millionths * 10)
      }
      for index in scaled.scheme.indicators.indices {
        scaled.scheme.indicators[index].points = sample.scheme.indicators[index].points.map(tenfold)
      }
      for index in scaled.scheme.severities.indices {
        scaled.scheme.severities[index].points = tenfold(sample.scheme.severities[index].points)
      }
      for index in scaled.records.inspections.indices {
        scaled.records.inspections[index].points =
          sample.records.inspections[index].points.map(tenfold)
      }
      let one = try Scoring.assess(
        sample.records,
        under: sample.scheme,
        for: sample.period,
        asOf: sample.asOf
      )
      let ten = try Scoring.assess(
        scaled.records,
        under: scaled.scheme,
        for: sample.period,
        asOf: sample.asOf
      )
      for (a, b) in zip(one.units, ten.units) {
        let off = b.cumulative.total.millionths - a.cumulative.total.millionths * 10
        // Every indicator's score and group mean may be off by half a millionth, scaled with the total.
        #expect(off.magnitude <= 400, "seed \(seed)")
      }
    }
  }
}
