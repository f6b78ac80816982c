import TongbaoModel

extension RecordsJoiner {
  /// What makes an event the same: its department and number, else what it is.
  private enum EventIdentity: Hashable {
    case number(Int, UInt64)
    case matter(Ordinal<Unit>, Event.Matter, CalendarDate, String)
  }

  /// What makes a measurement the same.
  private struct MeasurementIdentity: Hashable {
    let unit: Ordinal<Unit>
    let indicator: Ordinal<Indicator>
    let date: CalendarDate
    let evaluator: String
  }

  /// What makes a carried-over matter the same.
  private enum CarryoverIdentity: Hashable {
    case number(Int, UInt64)
    case target(Ordinal<Unit>, Ordinal<Indicator>, Int)
  }

  mutating func joinEvents() {
    let titles = RowTitles(scheme: sheets.first?.plan.context.scheme)
    var events: [Event] = []
    for position in sheets.indices where !withdrawn.sheets.contains(position) {
      events += sheets[position].events
        .map { event in
          var event = event
          event.place.file = UInt32(position)
          return event
        }
    }
    let departments = self.departments
    events = inOriginalOrder(events, \.place, name: \.record)
    let kept = ruling(events, \.place, name: \.record) { event in
      event.record.map {
        .number(departments[Int(event.place.file)], Fingerprint.of(record: $0))
      }
        ?? EventIdentity.matter(event.unit, event.matter, event.date, event.basis)
    } same: { left, right in
      left.unit == right.unit && left.matter == right.matter && left.date == right.date
        && left.count == right.count && left.points == right.points && left.basis == right.basis
    } title: { event in
      titles.title(event.unit, event.matter, event.date)
    }
    for event in kept {
      if let record = event.record {
        eventsByNumber[Fingerprint.of(record: record), default: []]
          .append(joined.records.events.count)
      }
      joined.records.events.append(event)
    }
  }

  mutating func joinCarryovers() {
    let titles = RowTitles(scheme: sheets.first?.plan.context.scheme)
    var carryovers: [Carryover] = []
    for position in sheets.indices where !withdrawn.sheets.contains(position) {
      carryovers += sheets[position].carryovers
        .map { carryover in
          var carryover = carryover
          carryover.place.file = UInt32(position)
          return carryover
        }
    }
    let departments = self.departments
    carryovers = inOriginalOrder(carryovers, \.place, name: \.record)
    let kept = ruling(carryovers, \.place, name: \.record) { carryover in
      carryover.record.map {
        .number(departments[Int(carryover.place.file)], Fingerprint.of(record: $0))
      }
        ?? CarryoverIdentity.target(carryover.unit, carryover.indicator, carryover.year)
    } same: { left, right in
      left.unit == right.unit && left.indicator == right.indicator && left.year == right.year
        && left.target == right.target && left.value == right.value && left.status == right.status
    } title: { carryover in
      titles.title(carryover.unit, carryover.indicator, String(carryover.year))
    }
    for carryover in kept {
      if let record = carryover.record {
        carryoversByNumber[Fingerprint.of(record: record), default: []]
          .append(joined.records.carryovers.count)
      }
      joined.records.carryovers.append(carryover)
    }
  }

  mutating func joinMeasurements() {
    let titles = RowTitles(scheme: sheets.first?.plan.context.scheme)
    var measurements: [Measurement] = []
    for position in sheets.indices where !withdrawn.sheets.contains(position) {
      measurements += sheets[position].measurements
        .map { measurement in
          var measurement = measurement
          measurement.place.file = UInt32(position)
          return measurement
        }
    }
    measurements = inOriginalOrder(measurements, \.place, name: \.name)
    joined.records.measurements = ruling(measurements, \.place, name: \.name) { measurement in
      MeasurementIdentity(
        unit: measurement.unit,
        indicator: measurement.indicator,
        date: measurement.date,
        evaluator: measurement.evaluator
      )
    } same: { left, right in
      left.value == right.value && left.target == right.target && left.lastYear == right.lastYear
        && left.sample == right.sample
    } title: { measurement in
      titles.title(measurement.unit, measurement.indicator, measurement.date.description)
    }
    warnOfJumps()
  }

  /// Of rows with one identity the last stays; repetitions of the same content are noted, others
  /// warned of.
  private mutating func ruling<Row, Identity: Hashable>(
    _ rows: [Row],
    _ place: KeyPath<Row, RowReference>,
    name: KeyPath<Row, String?>,
    identity: (Row) -> Identity,
    same: (Row, Row) -> Bool,
    title: (Row) -> String
  ) -> [Row] {
    var ruling: [Identity: Int] = [:]
    var isGone = [Bool](repeating: false, count: rows.count)
    for (index, row) in rows.enumerated() {
      if let record = row[keyPath: name], isWithdrawn(record, row[keyPath: place]) {
        isGone[index] = true
        continue
      }
      let identity = identity(row)
      guard let earlier = ruling[identity] else {
        ruling[identity] = index
        continue
      }
      let isSame = same(rows[earlier], row)
      let places = (row[keyPath: place], rows[earlier][keyPath: place])
      if !isSame, let record = row[keyPath: name], isUndecided(places.0, places.1) {
        let isLaterRefused = refuseOne(
          of: places.0,
          earlier: places.1,
          Fingerprint.of(record: record),
          (record, record)
        )
        isGone[isLaterRefused ? index : earlier] = true
        ruling[identity] = isLaterRefused ? earlier : index
        continue
      }
      isGone[isSame ? index : earlier] = true
      if !isSame { ruling[identity] = index }
      say(
        of: places.0,
        before: places.1,
        Diagnostic(
          isSame ? .repeatedRecord : .supersededRecord,
          at: location(row[keyPath: place]),
          text: row[keyPath: name] ?? title(row),
          facts: ["first": .text(location(rows[earlier][keyPath: place]).sourceText)]
        )
      )
    }
    return rows.indices.filter { !isGone[$0] }.map { rows[$0] }
  }

  /// Whether the numbered row is withdrawn; if so, it is noted.
  private mutating func isWithdrawn(_ record: String, _ place: RowReference) -> Bool {
    let number = Fingerprint.of(record: record)
    guard !withdrawn.hasNoRecords,
      withdrawn.contains(number, department(place.file), place.file)
    else { return false }
    withdrawnNumbers.insert(number)
    say(
      of: place,
      Diagnostic(.withdrawnRecord, at: location(place), field: "record", text: record)
    )
    return true
  }

  /// Warns of values ten times, or a tenth of, the same unit's previous one.
  private mutating func warnOfJumps() {
    let measurements = joined.records.measurements
    let order = measurements.indices.sorted { left, right in
      let (one, other) = (measurements[left], measurements[right])
      return (one.unit, one.indicator, one.evaluator, one.date, left)
        < (other.unit, other.indicator, other.evaluator, other.date, right)
    }
    for (before, after) in zip(order, order.dropFirst()) {
      let (previous, next) = (measurements[before], measurements[after])
      guard previous.unit == next.unit, previous.indicator == next.indicator,
        previous.evaluator == next.evaluator, previous.date < next.date,
        RecordsJoiner.isJump(previous.value, next.value)
      else { continue }
      guard let scheme = sheets.first?.plan.context.scheme else { continue }
      say(
        of: next.place,
        Diagnostic(
          .measurementJump,
          at: location(next.place),
          field: "value",
          text: next.value.description,
          facts: [
            "unit": .text(scheme.units[next.unit].name),
            "indicator": .text(scheme.indicators[next.indicator].name),
            "before": .text(previous.value.description),
          ]
        )
      )
    }
  }

  private static func isJump(_ previous: Decimal6, _ next: Decimal6) -> Bool {
    guard previous != .zero, next != .zero else { return false }
    let (one, other) = (Int128(previous.millionths.magnitude), Int128(next.millionths.magnitude))
    return other >= one * 10 || other * 10 <= one
  }
}

extension Measurement {
  /// Measurements have no number.
  fileprivate var name: String? { nil }
}

/// What rows without a number are called in messages: by what makes them the same.
private struct RowTitles {
  /// nil where there are no sheets, and so no rows.
  let scheme: Scheme?

  func title(_ unit: Ordinal<Unit>, _ indicator: Ordinal<Indicator>, _ time: String) -> String {
    guard let scheme else { return time }
    return "\(scheme.units[unit].name) \(scheme.indicators[indicator].name) \(time)"
  }

  func title(_ unit: Ordinal<Unit>, _ matter: Event.Matter, _ date: CalendarDate) -> String {
    guard let scheme else { return date.description }
    let item =
      switch matter {
      case .bonus(let item): scheme.bonuses.items[item.index].name
      case .penalty(let item): scheme.penalties.items[item.index].name
      case .veto(let veto): scheme.vetoes[veto.index].name
      }
    return "\(scheme.units[unit].name) \(item) \(date)"
  }
}
