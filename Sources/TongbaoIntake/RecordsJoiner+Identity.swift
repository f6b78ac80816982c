import TongbaoModel

extension RecordsJoiner {
  /// Indexes the visits and inspections that anything else may bear the number of, in reading order;
  /// of several with one identity the last one stays.
  mutating func indexRecords() {
    let repeated = repeatedNumbers()
    var places = LongList<RecordPosition>()
    for position in sheets.indices where !withdrawn.sheets.contains(position) {
      collect(position, repeated, &places)
    }
    if !mending.isEmpty { places = inOriginalOrder(places) }
    index.reserve(places.count)
    for position in places { place(position) }
  }

  /// The numbers that stand on several records, are looked for by a follow-up or are withdrawn.
  private func repeatedNumbers() -> RepeatedNumbers {
    let (visits, inspections) = (joined.records.visits, joined.records.inspections)
    var numbers = RepeatedNumbers(capacity: visits.count + inspections.count)
    for visit in visits { numbers.insert(visit.number) }
    for inspection in inspections { numbers.insert(inspection.number) }
    numbers.finish()
    for number in withdrawn.numbers { numbers.mark(number) }
    for sheet in sheets {
      for followUp in sheet.followUps { numbers.mark(followUp.number) }
    }
    return numbers
  }

  /// The records of a sheet that may share their number, in its order.
  private func collect(
    _ position: Int,
    _ repeated: RepeatedNumbers,
    _ places: inout LongList<RecordPosition>
  ) {
    let order = sheets[position].inspected.order
    var (visit, inspection) = (firstVisits[position], firstInspections[position])
    var visits = joined.records.visits.rows(from: visit)
    var inspections = joined.records.inspections.rows(from: inspection)
    for row in 0..<order.count {
      if order[row] {
        if let number = inspections.next()?.number, repeated.contains(number) {
          places.append(.inspection(inspection))
        }
        inspection += 1
      } else {
        if let number = visits.next()?.number, repeated.contains(number) {
          places.append(.visit(visit))
        }
        visit += 1
      }
    }
  }

  private mutating func place(_ position: RecordPosition) {
    let number = number(position)
    let file = self.place(of: position).file
    let owner = department(file)
    if !withdrawn.hasNoRecords, withdrawn.contains(number, owner, file) {
      return withdraw(position, number)
    }
    let slot = index.slot(of: number) { other in
      self.number(other) == number && department(self.place(of: other).file) == owner
    }
    guard let earlier = index[slot] else {
      index.put(position, number, in: slot)
      return
    }
    let isSame =
      earlier.isInspection == position.isInspection && content(earlier) == content(position)
    if !isSame, isUndecided(self.place(of: position), self.place(of: earlier)) {
      return refuseOne(position, earlier, number, slot)
    }
    remove(isSame ? position : earlier)
    if !isSame { index.put(position, number, in: slot) }
    report(isSame ? .repeatedRecord : .supersededRecord, position, earlier)
  }

  /// Refuses one of two records whose composed numbers are the same.
  private mutating func refuseOne(
    _ later: RecordPosition,
    _ earlier: RecordPosition,
    _ number: UInt64,
    _ slot: Int
  ) {
    let isLater = refuseOne(
      of: place(of: later),
      earlier: place(of: earlier),
      number,
      (name(later), name(earlier))
    )
    remove(isLater ? later : earlier)
    if !isLater { index.put(later, number, in: slot) }
  }

  private mutating func report(
    _ kind: DiagnosticKind,
    _ later: RecordPosition,
    _ earlier: RecordPosition
  ) {
    say(
      of: place(of: later),
      before: place(of: earlier),
      Diagnostic(
        kind,
        at: location(place(of: later)),
        field: "record",
        text: name(later),
        facts: ["first": .text(location(place(of: earlier)).sourceText)]
      )
    )
  }

  private mutating func withdraw(_ position: RecordPosition, _ number: UInt64) {
    remove(position)
    withdrawnNumbers.insert(number)
    say(
      of: place(of: position),
      Diagnostic(
        .withdrawnRecord,
        at: location(place(of: position)),
        field: "record",
        text: name(position)
      )
    )
  }

  private mutating func remove(_ position: RecordPosition) {
    if position.isInspection {
      goneInspections.insert(position.index)
    } else {
      goneVisits.insert(position.index)
    }
  }

  /// The fingerprint of a record's number.
  func number(_ position: RecordPosition) -> UInt64 {
    position.isInspection
      ? joined.records.inspections[position.index].number
      : joined.records.visits[position.index].number
  }

  /// Where a record stands.
  func place(of position: RecordPosition) -> RowReference {
    position.isInspection
      ? joined.records.inspections[position.index].place
      : joined.records.visits[position.index].place
  }

  private func content(_ position: RecordPosition) -> UInt32 {
    position.isInspection
      ? joined.records.inspections[position.index].content
      : joined.records.visits[position.index].content
  }

  /// The record's number; its place where it is a visit, which keeps only a fingerprint.
  private func name(_ position: RecordPosition) -> String {
    position.isInspection
      ? joined.records.inspections[position.index].record
      : location(place(of: position)).sourceText
  }

  func isGone(_ position: RecordPosition) -> Bool {
    position.isInspection
      ? goneInspections.contains(position.index) : goneVisits.contains(position.index)
  }
}
