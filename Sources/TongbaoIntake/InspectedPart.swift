import TongbaoModel

/// The visits and inspections of one batch: joined without a second copy of millions.
struct InspectedPart: Sendable {
  var visits: [Visit] = []
  var inspections: [Inspection] = []
  /// Fingerprint of each inspection's number.
  var numbers: [UInt64] = []
  /// How many visits of the batch stand before each inspection: rows on one line are in order too.
  var visitsBefore: [UInt32] = []
  /// Where each of the batch's teams stands among those of its sheet.
  var teams: [UInt16] = []

  /// Keeps the rows in no more memory than they need, for they wait until all sheets are read.
  mutating func dropSpareRoom() {
    visits = visits.map { $0 }
    inspections = inspections.map { $0 }
    numbers = numbers.map { $0 }
    visitsBefore = visitsBefore.map { $0 }
  }

  /// Settles file and team of every row.
  ///
  /// `names`: where each of the sheet's teams stands in the joined list.
  mutating func settle(file: UInt32, teams names: [UInt16]) {
    let teams = teams.map { names[Int($0)] }
    for index in visits.indices {
      visits[index].place.file = file
      visits[index].team = teams[Int(visits[index].team)]
    }
    for index in inspections.indices {
      inspections[index].place.file = file
      inspections[index].team = teams[Int(inspections[index].team)]
    }
  }
}
