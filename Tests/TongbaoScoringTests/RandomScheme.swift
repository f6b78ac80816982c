import TongbaoModel

/// splitmix64: the same numbers on every machine.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  /// One of the texts as a number.
  mutating func number(_ texts: [String]) -> Decimal6 {
    Example.number(texts[below(texts.count)])
  }

  /// A day from −20 to `length` days after `day`.
  mutating func day(after day: CalendarDate, length: Int) -> CalendarDate {
    day + below(length + 20) - 20
  }
}

/// Schemes and records drawn so that ties, zeros, gaps and corners are common.
struct RandomCase {
  var scheme: Scheme
  var records: Records
  var period: Period
  var asOf: CalendarDate?
  var undecided: Int

  init(seed: UInt64) {
    var random = SplitMix(state: seed)
    let windows = [
      ("2017-01-01", "2017-12-31"), ("2016-12-01", "2017-11-30"), ("2017-02-15", "2017-08-20"),
    ]
    let (from, to) = windows[random.below(3)]
    let window = Example.range(from, to)
    scheme = RandomCase.scheme(&random, window)
    records = RandomCase.records(&random, scheme)
    let day = window.from + random.below(window.to - window.from + 1)
    let kind = Period.Kind.allCases[random.below(4)]
    period = kind == .year ? .year(2017) : Period(kind, holding: day)
    asOf = random.chance(40) ? random.day(after: window.from, length: 400) : nil
    undecided = random.chance(85) ? 0 : 1 + random.below(2)
  }

  private static func scheme(_ random: inout SplitMix, _ window: DateRange) -> Scheme {
    var scheme = Example.scheme
    scheme.window = window
    scheme.display = [0, 1, 2, 2, 3, 6][random.below(6)]
    scheme.rankBy = random.chance(50) ? .total : .rate
    scheme.categories = (0...random.below(3)).map { Category(id: "c\($0)", name: "c\($0)") }
    scheme.units = (0...random.below(6))
      .map { index in
        let start = random.chance(20) ? random.day(after: window.from, length: 200) : nil
        let end = random.chance(20) ? (start ?? window.from) + random.below(300) : nil
        return Unit(
          id: "u\(index)",
          name: "单位\(index)",
          category: Ordinal(index: random.below(scheme.categories.count)),
          coefficient: random.chance(60)
            ? .one : random.number(["1.1", "0.9", "1.35", "0.333333"]),
          isRanked: random.chance(85),
          days: DateRange(
            from: start ?? DateRange.always.from,
            to: end ?? DateRange.always.to
          ) ?? .always
        )
      }
    scheme.projects[1].days =
      random.chance(50)
      ? window : DateRange(from: window.from, to: window.from + random.below(300)) ?? window
    let count = scheme.units.count
    scheme.indicators = (0...random.below(6))
      .map { index in
        indicator(&random, index, count)
      }
    scheme.severities[1].isProvisional = random.chance(40)
    scheme.severities[1].dueDays = random.chance(30) ? nil : random.below(40)
    scheme.provisional = ProvisionalShares(
      onTime: random.number(["1", "1", "0.9"]),
      late: random.number(["0.5", "0.333333"]),
      partial: random.number(["0.5", "0.25"]),
      failed: random.number(["1", "2", "1.5"])
    )
    scheme.partlyFactual = random.number(["0.5", "0.333333", "0"])
    scheme.minimumTeam = random.chance(50) ? 3 : nil
    rules(&random, &scheme)
    return scheme
  }

  private static func rules(_ random: inout SplitMix, _ scheme: inout Scheme) {
    scheme.bonuses = ItemGroup(
      cap: random.chance(50) ? Example.number("2") : nil,
      items: [
        Item(id: "b0", name: "", points: .one, cap: Example.number("1.5")),
        Item(id: "b1", name: "", points: Example.number("0.333333")),
      ]
    )
    scheme.penalties.cap = random.chance(50) ? Example.number("0.5") : nil
    scheme.vetoes = [
      Veto(id: "v0", name: "", capGrade: Ordinal(1)),
      Veto(id: "v1", name: "", deduct: random.number(["3", "30", "0.5"]), removesRank: true),
      Veto(id: "v2", name: "", capGrade: Ordinal(2), zeroesTotal: true),
      Veto(id: "v3", name: "", deduct: .one),
    ]
    scheme.grades[0].quota =
      [
        nil, .count(1), .count(0), .share(Example.number("0.3")), .share(Example.number("0.5")),
      ][random.below(5)]
    scheme.grades[0].atLeast = random.number(["90", "30", "60", "10"])
    scheme.grades[1].atLeast = random.number(["80", "20", "50", "5"])
    scheme.grades[1].quota = random.chance(30) ? .count(2) : nil
    scheme.grades[2].atLeast = random.number(["60", "10", "40"])
    if random.chance(30) { scheme.grades[3].atLeast = Example.number("2") }
    scheme.warnings = WarningRules(
      red: random.chance(80)
        ? .init(rateBelow: random.number(["0.5", "0.8"]), rankDrop: 2) : nil,
      yellow: .init(
        rateBelow: random.chance(50) ? Example.number("0.9") : nil,
        open: 2,
        overdue: 1,
        rankDrop: random.chance(70) ? 1 : nil
      )
    )
  }

  private static func indicator(
    _ random: inout SplitMix,
    _ index: Int,
    _ units: Int
  ) -> Indicator {
    let choice = random.below(8)
    var indicator = Example.indicator(
      "i\(index)",
      project: random.below(2),
      points: (0..<units).map { _ in random.number(["10", "10", "5", "20", "7.5", "0"]) },
      method: method(&random, choice)
    )
    indicator.take = [.latest, .latest, .sum, .mean][random.below(4)]
    indicator.measure = [.value, .value, .completion, .growth][random.below(4)]
    indicator.target = (0..<units)
      .map { _ in
        random.chance(70) ? random.number(["95", "10", "3", "0", "-5"]) : nil
      }
    indicator.scope = random.chance(50) ? .category : .all
    indicator.direction = random.chance(60) ? .higher : .lower
    indicator.missing = [.exclude, .zero, .full, .groupMean][random.below(4)]
    indicator.fold = [nil, nil, .months, .quarters][random.below(4)]
    if case .threshold(let threshold) = indicator.method, threshold.isDynamic {
      indicator.take = .latest
      indicator.measure = .value
    }
    return indicator
  }

  private static func method(_ random: inout SplitMix, _ choice: Int) -> Indicator.Method {
    let tenth = Example.number("0.1")
    switch choice {
    case 0: return .findings(cap: random.chance(50) ? Example.number("3") : nil)
    case 1: return .completion(maxRatio: random.number(["1", "1.2"]))
    case 2:
      return .threshold(
        .init(
          direction: random.chance(60) ? .atLeast : .atMost,
          lossPer: random.chance(80)
            ? .init(points: random.number(["1", "0.3"]), step: random.number(["1", "0.7"])) : nil,
          gainPer: random.chance(50)
            ? .init(
              points: tenth,
              step: random.number(["1", "3"]),
              cap: random.chance(50) ? Example.number("2") : nil
            ) : nil,
          wholeSteps: random.chance(40),
          isDynamic: random.chance(60)
        )
      )
    case 3: return .best
    case 4:
      return .rank(
        [
          .percentStep(random.number(["0.02", "0.4"])), .pointStep(random.number(["0.5", "4"])),
          .list(Example.points("10", "8.5", "3")),
          .span(high: Example.number("10"), low: Example.number("4")),
        ][random.below(4)]
      )
    case 5:
      return .efficacy(
        .init(
          base: random.number(["0.6", "0.5"]),
          satisfactory: random.chance(50) ? .sample : .fixed(Example.number("95")),
          unacceptable: random.chance(50) ? .sample : .fixed(random.number(["3", "95"])),
          isClamped: random.chance(60)
        )
      )
    case 6:
      return .brackets([
        .init(atLeast: Example.number("90"), points: Example.number("12")),
        .init(atLeast: Example.number("9.5"), points: Example.number("6")),
        .init(atLeast: Example.number("-2"), points: .one),
      ])
    default: return .findings(cap: nil)
    }
  }
}
