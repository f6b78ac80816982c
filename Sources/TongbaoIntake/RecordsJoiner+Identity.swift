import TongbaoModel

extension RecordsJoiner {
  /// Indexes the visits and inspections that anything else may bear the number of, in reading order;
  /// of several with one identity the last one stays.
  mutating func indexRecords() {
    let repeated = repeatedNumbers()
    var places: [RecordPosition] = []
    for position in sheets.indices where !withdrawn.sheets.contains(position) {
      collect(position, repeated, &places)
    }
    if !mending.isEmpty { places = inOriginalOrder(places) }
    index.reserve(places.count)
    for position in places { place(position) }
  }

  /// The numbers that stand on several records, are looked for by a follow-up or are withdrawn.
  private func repeatedNumbers() -> RepeatedNumbers {
    let visits = joined.records.visits
    var numbers = RepeatedNumbers(capacity: visits.count + inspectionNumbers.count)
    for visit in visits { numbers.insert(visit.number) }
    for number in inspectionNumbers { numbers.insert(number) }
    for number in withdrawn.numbers { numbers.mark(number) }
    for sheet in sheets {
      for followUp in sheet.followUps {
        if case .number(let number, _) = followUp.subject { numbers.mark(number) }
      }
    }
    return numbers
  }

  /// The records of a sheet that may share their number, in its order.
  private func collect(
    _ position: Int,
    _ repeated: RepeatedNumbers,
    _ places: inout [RecordPosition]
  ) {
    let visits = joined.records.visits
    let lastInspection = end(firstInspections, position, inspectionNumbers.count)
    var inspection = firstInspections[position]
    func next(before visit: Int) {
      while inspection < lastInspection, visitsBefore[inspection] <= visit {
        if repeated.contains(inspectionNumbers[inspection]) {
          places.append(.inspection(inspection))
        }
        inspection += 1
      }
    }
    for visit in firstVisits[position]..<end(firstVisits, position, visits.count)
    where repeated.contains(visits[visit].number) {
      next(before: visit)
      places.append(.visit(visit))
    }
    next(before: .max)
  }

  private func end(_ firsts: [Int], _ position: Int, _ count: Int) -> Int {
    position + 1 < firsts.count ? firsts[position + 1] : count
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
      ? inspectionNumbers[position.index]
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
