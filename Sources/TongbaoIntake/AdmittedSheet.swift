package import TongbaoModel

/// The records and refusals of one sheet, batch by batch in file order.
package struct AdmittedSheet: Sendable {
  /// How the rows were read.
  package let plan: SheetPlan
  /// Rows counted by what became of them.
  package private(set) var counts = RowCounts()
  /// What is wrong, odd or worth knowing in the sheet.
  package internal(set) var log = DiagnosticLog()
  /// Rows that do not count.
  private(set) var refused: [RefusedPlace] = []

  private(set) var inspected = InspectedRows()
  private(set) var followUps: [PendingFollowUp] = []
  /// What inspection rows carry: bound already, to positions in the sheet.
  private(set) var carried = LongList<FollowUp>()
  private(set) var measurements: [Measurement] = []
  private(set) var measuredColumns: [UInt32] = []
  private(set) var events: [Event] = []
  private(set) var carryovers: [Carryover] = []
  private(set) var teams: [String] = [""]
  private(set) var totals = TotalsTally()
  private(set) var swaps = SwapTally()
  private(set) var short = ShortRows()
  private(set) var open = OpenFollowUps()
  private var teamPositions: [String: UInt16] = ["": 0]
  private var lastFilled: [[UInt8]?] = []

  /// A sheet without rows yet.
  package init(_ plan: SheetPlan) {
    self.plan = plan
  }

  /// How many records the sheet gives, of every sort.
  package var recordCount: Int {
    inspected.visits.count + inspected.inspections.count + carried.count + followUps.count
      + measurements.count + events.count + carryovers.count
  }

  /// Adds the batch that follows in the file.
  ///
  /// O(records of the batch).
  package mutating func append(_ batch: AdmittedBatch) {
    var batch = batch
    if let deferred = batch.deferred {
      batch.deferred = nil
      let filled = plan.filled(deferred, carrying: lastFilled)
      merge(plan.admitFilled(filled.batch, full: log.fullKinds))
    }
    for (index, text) in batch.lastFilled.enumerated() {
      if lastFilled.count <= index { lastFilled.append(nil) }
      if let text { lastFilled[index] = text }
    }
    merge(batch)
  }

  /// Moves the visits and inspections behind those of the sheets before.
  ///
  /// `teams`: where each of the sheet's teams stands among those of all sheets.
  mutating func moveInspected(to records: inout Records, file: UInt32, teams: [UInt16]) {
    inspected.move(to: &records, file: file, teams: teams)
  }

  private mutating func merge(_ batch: AdmittedBatch) {
    counts.add(batch.counts)
    log.append(contentsOf: batch.log)
    refused += batch.refused
    appendCarried(batch.carried)
    followUps += batch.followUps
    // Whichever batch a row came in, the sheet names the same teams.
    inspected.append(batch.inspected, teams: batch.teams.map { intern($0) })
    measurements += batch.measurements
    measuredColumns += batch.measuredColumns
    events += batch.events
    carryovers += batch.carryovers
    totals.append(batch.totals)
    swaps.append(batch.swaps)
    short.append(batch.short)
    open.append(batch.open)
  }

  private mutating func appendCarried(_ batch: [FollowUp]) {
    let (visits, inspections) = (inspected.visits.count, inspected.inspections.count)
    for var followUp in batch {
      switch followUp.subject {
      case .inspection(let index): followUp.subject = .inspection(index + inspections)
      case .visit(let index): followUp.subject = .visit(index + visits)
      case .event, .carryover: break
      }
      carried.append(followUp)
    }
  }

  /// Hands over what inspection rows carry, so that it is not kept twice.
  mutating func takeCarried() -> LongList<FollowUp> {
    defer { carried = LongList() }
    return carried
  }

  private mutating func intern(_ team: String) -> UInt16 {
    if let position = teamPositions[team] { return position }
    guard let position = UInt16(exactly: teams.count) else { return 0 }
    teams.append(team)
    teamPositions[team] = position
    return position
  }

  /// Ends the sheet: checks totals, swapped columns, short rows, open follow-ups and values far from all others.
  ///
  /// Call once.
  package mutating func finish() {
    checkTotals()
    checkSwaps()
    checkShortRows()
    noteOpenFollowUps()
    checkOutliers()
    if counts.accepted == 0, counts.refused == 0 {
      log.append(
        Diagnostic(
          .noRecordRows,
          at: SourceLocation(file: plan.context.file, sheet: plan.context.worksheet)
        )
      )
    }
  }
}
