import TongbaoModel

extension Accounting {
  /// Every event that came, went or counts otherwise, by what it counts before caps.
  func eventLines() throws(ArithmeticOverflow) -> [Line] {
    let (old, new) = (try events(of: before), try events(of: after))
    var seen: Set<EventKey> = []
    var lines: [Line] = []
    for key in old.order + new.order where seen.insert(key).inserted {
      let (first, last) = (old.values[key], new.values[key])
      guard let event = (last ?? first)?.event, first?.points != last?.points else { continue }
      let (gone, come) = (first?.rows ?? [], last?.rows ?? [])
      let isSame = Set(gone) == Set(come)
      lines.append(
        Line(
          .event(
            event.matter,
            record: event.record,
            date: event.date,
            .init(before: first?.points, after: last?.points)
          ),
          try (last?.gain ?? .zero).subtracting(first?.gain ?? .zero),
          sources: .init(
            before: gone.filter { isSame || !come.contains($0) }.map(\.source),
            after: come.filter { isSame || !gone.contains($0) }.map(\.source)
          )
        )
      )
    }
    return lines
  }

  /// What caps of items and of all items keep back.
  func capLines() throws(ArithmeticOverflow) -> [Line] {
    let (old, new) = (
      before.rangeScores.events[unit.index], after.rangeScores.events[unit.index]
    )
    let bonuses = try capLines(
      scheme.bonuses,
      from: (old.bonusItems, old.bonus),
      to: (new.bonusItems, new.bonus),
      all: .bonuses
    ) { .bonusItem($0) }
    let penalties = try capLines(
      scheme.penalties,
      from: (old.penaltyItems, old.penalty),
      to: (new.penaltyItems, new.penalty),
      all: .penalties
    ) { .penaltyItem($0) }
    // A cap on bonuses takes, one on penalties gives.
    return try bonuses.map { line throws(ArithmeticOverflow) in
      Line(line.cause, try Decimal6.zero.subtracting(line.points))
    } + penalties
  }

  private typealias ItemSums = (items: [Decimal6], total: Decimal6)

  /// How much more is kept back, cap by cap.
  private func capLines(
    _ group: ItemGroup,
    from old: ItemSums,
    to new: ItemSums,
    all: UnitDifference.Limit,
    item: (Ordinal<Item>) -> UnitDifference.Limit
  ) throws(ArithmeticOverflow) -> [Line] {
    let (first, last) = (try group.keptBack(old), try group.keptBack(new))
    var lines: [Line] = []
    for ordinal in group.items.ordinals {
      let change = UnitDifference.Change(
        before: first.items[ordinal.index],
        after: last.items[ordinal.index]
      )
      lines.append(
        Line(.limit(item(ordinal), change), try change.after.subtracting(change.before))
      )
    }
    let change = UnitDifference.Change(before: first.total, after: last.total)
    return lines + [Line(.limit(all, change), try change.after.subtracting(change.before))]
  }

  private func events(
    of side: DifferenceSide
  ) throws(ArithmeticOverflow) -> (order: [EventKey], values: [EventKey: CountedEvent]) {
    let (standing, records) = (side.standing, side.standing.records)
    var order: [EventKey] = []
    var values: [EventKey: CountedEvent] = [:]
    for entry in standing.events.entries(of: unit) {
      let event = records.events[entry.event]
      var key = EventKey(event, department: records.files[Int(event.place.file)].department)
      while values[key] != nil { key.repetition += 1 }
      order.append(key)
      values[key] = try CountedEvent(entry, standing)
    }
    return (order, values)
  }
}

extension ItemGroup {
  /// What the cap of each item, and then the cap of all, keeps back.
  fileprivate func keptBack(
    _ sums: (items: [Decimal6], total: Decimal6)
  ) throws(ArithmeticOverflow) -> (items: [Decimal6], total: Decimal6) {
    var kept: [Decimal6] = []
    for (sum, item) in zip(sums.items, items) {
      kept.append(try sum.subtracting(item.cap.map { min($0, sum) } ?? sum))
    }
    let given = try Decimal6.sum(sums.items).subtracting(.sum(kept))
    return (kept, try given.subtracting(sums.total))
  }
}

/// By what an event is known in another set of records.
private struct EventKey: Hashable {
  var matter: Event.Matter
  var department: Ordinal<Department>?
  var record: String?
  var date: CalendarDate?
  var basis: String?
  var repetition = 0

  init(_ event: Event, department: Ordinal<Department>?) {
    matter = event.matter
    record = event.record
    guard event.record == nil else {
      self.department = department
      return
    }
    date = event.date
    basis = event.basis
  }
}

/// An event with what it counts and the rows that decide it.
private struct CountedEvent {
  let event: Event
  let points: UnitDifference.Points
  /// What it adds to the total before caps.
  let gain: Decimal6
  let rows: [UsedRow]

  init(_ entry: EventBook.Entry, _ standing: Standing) throws(ArithmeticOverflow) {
    let (records, scheme) = (standing.records, standing.scheme)
    event = records.events[entry.event]
    let isInEffect = entry.truth.share(partly: scheme.partlyFactual).isPositive
    var counted = entry.points
    if case .veto(let veto) = event.matter {
      counted = isInEffect ? scheme.vetoes[veto].deduct ?? .zero : .zero
    }
    points = .init(points: counted, isInEffect: isInEffect)
    if case .bonus = event.matter {
      gain = counted
    } else {
      gain = try Decimal6.zero.subtracting(counted)
    }
    let own = UsedRow(
      source: records.source(of: event.place),
      date: event.date,
      numbers: [event.points, event.count]
    )
    rows = [own] + standing.rulings.events[entry.event].rows(deciding: records)
  }
}
