import TongbaoModel

/// The visits and inspections of a sheet.
struct InspectedRows: Sendable {
  private(set) var visits = LongList<Visit>()
  private(set) var inspections = LongList<Inspection>()
  /// How visits and inspections take turns.
  private(set) var order = RowOrder()

  /// Adds the batch that follows in the file.
  ///
  /// `teams`: where each of the batch's teams stands among those of the sheet.
  mutating func append(_ part: InspectedPart, teams: [UInt16]) {
    var ordered = 0
    for before in part.visitsBefore {
      order.append(visits: Int(before) - ordered)
      order.appendInspection()
      ordered = Int(before)
    }
    order.append(visits: part.visits.count - ordered)
    var (visits, inspections) = (part.visits, part.inspections)
    for index in visits.indices { visits[index].team = teams[Int(visits[index].team)] }
    for index in inspections.indices {
      inspections[index].team = teams[Int(inspections[index].team)]
    }
    self.visits.append(contentsOf: visits)
    self.inspections.append(contentsOf: inspections)
  }

  /// Moves the rows behind those of the sheets before, so that no second copy of them stays.
  ///
  /// `teams`: where each of the sheet's teams stands among those of all sheets.
  mutating func move(to records: inout Records, file: UInt32, teams: [UInt16]) {
    settle(file: file, teams: teams)
    records.visits.append(moving: &visits)
    records.inspections.append(moving: &inspections)
  }

  /// Settles file and team of every row; those of the first sheet stand already.
  private mutating func settle(file: UInt32, teams: [UInt16]) {
    guard file > 0 || teams.indices.contains(where: { Int(teams[$0]) != $0 }) else { return }
    visits.changeEach { visit in
      visit.place.file = file
      visit.team = teams[Int(visit.team)]
    }
    inspections.changeEach { inspection in
      inspection.place.file = file
      inspection.team = teams[Int(inspection.team)]
    }
  }
}
