import TongbaoModel

extension RecordsJoiner {
  /// Indexes visits and inspections in reading order; of several with one identity the last one
  /// stays.
  mutating func indexRecords() {
    index.reserve(joined.records.visits.count + joined.records.inspections.count)
    for position in sheets.indices {
      let visits = firstVisits[position]..<end(firstVisits, position, joined.records.visits.count)
      let inspections =
        firstInspections[
          position
        ]..<end(
          firstInspections,
          position,
          joined.records.inspections.count
        )
      guard !withdrawn.sheets.contains(position) else { continue }
      var inspection = inspections.lowerBound
      for visit in visits {
        let row = joined.records.visits[visit].place.row
        while inspection < inspections.upperBound,
          joined.records.inspections[inspection].place.row < row
        {
          place(.inspection(inspection))
          inspection += 1
        }
        place(.visit(visit))
      }
      while inspection < inspections.upperBound {
        place(.inspection(inspection))
        inspection += 1
      }
    }
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
    remove(isSame ? position : earlier)
    if !isSame { index.put(position, number, in: slot) }
    report(isSame ? .repeatedRecord : .supersededRecord, position, earlier)
  }

  private mutating func report(
    _ kind: DiagnosticKind,
    _ later: RecordPosition,
    _ earlier: RecordPosition
  ) {
    say(
      of: place(of: later),
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
      ? Fingerprint.of(record: joined.records.inspections[position.index].record)
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
