import TongbaoModel

/// The events of a day's window, with what each counts.
///
/// Source: scoring.md §§3, 6.
struct EventBook {
  /// An event that exists.
  struct Entry {
    /// Position in `Records.events`.
    var event: Int
    /// What it counts by itself, before caps; of a veto 0.
    var points: Decimal6
    /// How much of it stands.
    var truth: Truth
  }

  /// The entries by unit, in reading order.
  private let entries: [[Entry]]

  init(
    of records: Records,
    under scheme: Scheme,
    _ rulings: Rulings,
    range: DateRange?
  ) throws(ScoringFailure) {
    var entries: [[Entry]] = Array(repeating: [], count: scheme.units.count)
    for position in records.events.indices {
      let event = records.events[position]
      guard let range, range.contains(event.date) else { continue }
      let truth = records.truth(rulings.events[position])
      do {
        let points = try EventBook.points(of: event, truth, under: scheme)
        entries[event.unit.index].append(Entry(event: position, points: points, truth: truth))
      } catch {
        throw .overflow(.init(unit: event.unit, row: event.place))
      }
    }
    self.entries = entries
  }

  /// All events of a unit up to the day.
  func entries(of unit: Ordinal<Unit>) -> [Entry] {
    entries[unit.index]
  }

  /// Own points if given, else item points × count; times the share that stands, rounded once.
  private static func points(
    of event: Event,
    _ truth: Truth,
    under scheme: Scheme
  ) throws(ArithmeticOverflow) -> Decimal6 {
    let item: Item
    switch event.matter {
    case .bonus(let ordinal): item = scheme.bonuses.items[ordinal]
    case .penalty(let ordinal): item = scheme.penalties.items[ordinal]
    case .veto: return .zero
    }
    let share = truth.share(partly: scheme.partlyFactual)
    let whole = event.points ?? item.points
    let count = event.points == nil ? event.count ?? .one : .one
    let product = try Int128(whole.millionths)
      .times(Int128(count.millionths)).times(Int128(share.millionths))
    return try .rounding(product, over: 1_000_000_000_000)
  }
}

extension Truth {
  /// The share of its points that a record keeps.
  func share(partly: Decimal6) -> Decimal6 {
    switch self {
    case .none: .zero
    case .partly: partly
    case .whole: .one
    }
  }
}

/// What a unit's events of a range add up to.
struct EventTotals {
  /// Bonus points after caps.
  var bonus = Decimal6.zero
  /// Penalty points after caps.
  var penalty = Decimal6.zero
  /// What vetoes deduct.
  var deducted = Decimal6.zero
  /// Vetoes in effect, once each, in scheme order.
  var vetoes: [Ordinal<Veto>] = []
  /// Whether a veto makes the total 0.
  var isZeroed = false
  /// Σ events by bonus item, before caps.
  var bonusItems: [Decimal6]
  /// Σ events by penalty item, before caps.
  var penaltyItems: [Decimal6]

  init(
    _ entries: [EventBook.Entry],
    of records: Records,
    under scheme: Scheme,
    in range: DateRange?
  ) throws(ArithmeticOverflow) {
    bonusItems = Array(repeating: .zero, count: scheme.bonuses.items.count)
    penaltyItems = Array(repeating: .zero, count: scheme.penalties.items.count)
    var vetoes: Set<Ordinal<Veto>> = []
    for entry in entries {
      let event = records.events[entry.event]
      guard let range, range.contains(event.date) else { continue }
      switch event.matter {
      case .bonus(let item):
        bonusItems[item.index] = try bonusItems[item.index].adding(entry.points)
      case .penalty(let item):
        penaltyItems[item.index] = try penaltyItems[item.index].adding(entry.points)
      case .veto(let veto):
        guard entry.truth.share(partly: scheme.partlyFactual).isPositive else { continue }
        vetoes.insert(veto)
        deducted = try deducted.adding(scheme.vetoes[veto].deduct ?? .zero)
      }
    }
    bonus = try EventTotals.capped(bonusItems, by: scheme.bonuses)
    penalty = try EventTotals.capped(penaltyItems, by: scheme.penalties)
    self.vetoes = vetoes.sorted()
    isZeroed = vetoes.contains { scheme.vetoes[$0].zeroesTotal }
  }

  private static func capped(
    _ sums: [Decimal6],
    by group: ItemGroup
  ) throws(ArithmeticOverflow) -> Decimal6 {
    let capped = zip(sums, group.items).map { sum, item in item.cap.map { min($0, sum) } ?? sum }
    let total = try Decimal6.sum(capped)
    return group.cap.map { min($0, total) } ?? total
  }
}
