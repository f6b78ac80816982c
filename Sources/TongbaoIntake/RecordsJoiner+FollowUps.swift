import TongbaoModel

extension RecordsJoiner {
  /// Binds every follow-up to its record; those that find none are errors of their rows.
  mutating func bindFollowUps() {
    for position in sheets.indices where !withdrawn.sheets.contains(position) {
      var carried = sheets[position].takeCarried()
      carried.drain { bind($0, of: position) }
      for followUp in sheets[position].followUps { look(followUp, of: position) }
    }
  }

  /// Binds what a row itself carries, where the row stays.
  private mutating func bind(_ carried: FollowUp, of file: Int) {
    var followUp = carried
    followUp.place.file = UInt32(file)
    switch followUp.subject {
    case .inspection(let index):
      let own = index + firstInspections[file]
      guard !goneInspections.contains(own) else { return }
      followUp.subject = .inspection(own)
    case .visit(let index):
      let own = index + firstVisits[file]
      guard !goneVisits.contains(own) else { return }
      followUp.subject = .visit(own)
    case .event, .carryover: break
    }
    joined.records.followUps.append(followUp)
  }

  private mutating func look(_ followUp: PendingFollowUp, of file: Int) {
    let place = RowReference(file: UInt32(file), row: followUp.row)
    let (number, name) = (followUp.number, followUp.record)
    let all = candidates(number, for: followUp.content)
    let own = department(place.file)
    let near = all.filter { $0.department == own }
    let found = near.isEmpty ? all : near
    if found.count == 1, let subject = found.first {
      if let date = subject.date, followUp.date < date { warnEarly(followUp, date, place) }
      joined.records.followUps.append(
        FollowUp(
          content: followUp.content,
          subject: subject.subject,
          date: followUp.date,
          place: place
        )
      )
    } else if found.isEmpty, withdrawnNumbers.contains(number) {
      say(
        of: place,
        Diagnostic(.followUpOfWithdrawn, at: location(place), field: "record", text: name)
      )
    } else {
      let kind: DiagnosticKind = found.isEmpty ? .followUpOfNothing : .followUpOfSeveral
      let diagnostic = Diagnostic(
        kind,
        at: location(place),
        field: "record",
        text: name,
        facts: ["count": .number(found.count)]
      )
      say(of: place, diagnostic)
      joined.unbound[Int(place.file), default: []]
        .append(UnboundRow(row: Int(place.row), number: number, diagnostic: diagnostic))
    }
  }

  private mutating func warnEarly(
    _ followUp: PendingFollowUp,
    _ date: CalendarDate,
    _ place: RowReference
  ) {
    say(
      of: place,
      Diagnostic(
        .followUpBeforeRecord,
        at: location(place),
        field: "date",
        text: followUp.date.description,
        facts: ["date": .text(date.description)]
      )
    )
  }

  private struct Candidate {
    let subject: FollowUp.Subject
    let department: Int
    let date: CalendarDate?
  }

  /// Whatever bears the number and may be followed so: findings and visits by all, carried-over
  /// findings by all, events by verification and appeal.
  private func candidates(_ number: UInt64, for content: FollowUp.Content) -> [Candidate] {
    var found: [Candidate] = []
    _ = index.slot(of: number) { position in
      guard self.number(position) == number, !isGone(position) else { return false }
      found.append(candidate(position))
      return false
    }
    for index in carryoversByNumber[number] ?? [] {
      let place = joined.records.carryovers[index].place
      found.append(
        Candidate(subject: .carryover(index), department: department(place.file), date: nil)
      )
    }
    switch content {
    case .verification, .appeal:
      for index in eventsByNumber[number] ?? [] {
        let event = joined.records.events[index]
        found.append(
          Candidate(
            subject: .event(index),
            department: department(event.place.file),
            date: event.date
          )
        )
      }
    case .rectification, .recheck: break
    }
    return found
  }

  private func candidate(_ position: RecordPosition) -> Candidate {
    if position.isInspection {
      let inspection = joined.records.inspections[position.index]
      return Candidate(
        subject: .inspection(position.index),
        department: department(inspection.place.file),
        date: inspection.date
      )
    }
    let visit = joined.records.visits[position.index]
    return Candidate(
      subject: .visit(position.index),
      department: department(visit.place.file),
      date: visit.date
    )
  }

  /// Takes the replaced and withdrawn rows out of the lists and moves the follow-ups' positions
  /// along.
  mutating func dropGone() {
    guard !goneVisits.isEmpty || !goneInspections.isEmpty else { return }
    let visits = goneVisits.sorted()
    let inspections = goneInspections.sorted()
    for index in joined.records.followUps.indices {
      switch joined.records.followUps[index].subject {
      case .visit(let old):
        joined.records.followUps[index].subject = .visit(old - visits.countBelow(old))
      case .inspection(let old):
        joined.records.followUps[index].subject = .inspection(old - inspections.countBelow(old))
      case .event, .carryover: break
      }
    }
    joined.records.visits.removeAll(at: visits)
    joined.records.inspections.removeAll(at: inspections)
  }
}

extension [Int] {
  /// How many elements of the sorted list lie below `value`.
  ///
  /// O(log n).
  func countBelow(_ value: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
