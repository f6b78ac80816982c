import TongbaoIntake
import TongbaoModel
import TongbaoPublishing

/// Takes the inbox into the archive: every sheet checked, then accepted, refused or set aside.
struct TakingIn {
  let years: [Rules]
  let today: CalendarDate
  let time: Timestamp
  let language: Language

  /// Seconds since the last write within which a file may still be growing.
  private static let growing: Int64 = 3
  /// How long such a file is watched.
  private static let watched = Duration.milliseconds(600)

  /// Takes in what is ready; counts and messages go to `report`.
  func run(
    _ workspace: Workspace,
    into archive: inout Archive,
    _ report: inout RunReport
  ) async throws(PublishingFailure) {
    let inbox = try await settled(workspace)
    report.log.append(contentsOf: inbox.diagnostics)
    report.waiting = inbox.waiting.count
    var group: [ReceivedSheet] = []
    for file in inbox.ready {
      // Of mended rows the original must have been decided about.
      if Archive.mayMend(file) { try await decide(&group, &archive, &report) }
      let reception = try archive.receive(file)
      if case .new(let sheet) = reception {
        group.append(sheet)
        if TakingIn.isFull(group) { try await decide(&group, &archive, &report) }
        continue
      }
      // What is told and journalled stands in the order of the files.
      try await decide(&group, &archive, &report)
      switch reception {
      case .new, .finished: break
      case .waiting, .heldOpen:
        report.waiting += 1
        let kind: DiagnosticKind = reception == .heldOpen ? .inboxHeldOpen : .inboxWaiting
        report.log.append(Diagnostic(kind, at: SourceLocation(file: file.name.description)))
      case .unreadable(let failure):
        report.unreadable += 1
        report.log.append(.unreadable(file, failure))
      case .duplicate(let sheet, of: let original):
        try setAside(sheet, original, &archive, &report)
      }
    }
    try await decide(&group, &archive, &report)
    try archive.commit()
  }

  /// Whether so many sheets wait that they should be read: enough for all cores, no more than fit into memory.
  private static func isFull(_ group: [ReceivedSheet]) -> Bool {
    group.count >= 64 || group.reduce(0) { $0 + $1.file.status.size } >= 4 << 20
  }

  private func setAside(
    _ sheet: ReceivedSheet,
    _ original: Int,
    _ archive: inout Archive,
    _ report: inout RunReport
  ) throws(PublishingFailure) {
    try archive.setAside(sheet, duplicateOf: original, at: time)
    report.duplicates += 1
    if let first = archive.journal.sheet(original) {
      report.log.append(.duplicate(sheet.name, of: first))
    }
  }

  /// The inbox; files written a moment ago are looked at twice, and wait where they have changed.
  private func settled(_ workspace: Workspace) async throws(PublishingFailure) -> Inbox {
    let first = try Inbox(of: workspace, now: time, settle: 0)
    let fresh = first.ready.contains {
      abs(time.seconds - $0.status.modified.seconds) < TakingIn.growing
    }
    guard fresh else { return first }
    do {
      try await Task.sleep(for: TakingIn.watched)
    } catch {
      // Cancelled: whatever has changed since the first look waits all the same.
      return try first.keepingUnchanged(in: workspace, now: time)
    }
    return try first.keepingUnchanged(in: workspace, now: time)
  }

  /// Decides about sheets that were received, in their order; they are read beforehand, several at a time.
  private func decide(
    _ group: inout [ReceivedSheet],
    _ archive: inout Archive,
    _ report: inout RunReport
  ) async throws(PublishingFailure) {
    var best: [(year: Int, outcome: SheetOutcome)] = []
    for rules in years {
      let inputs = group.map { sheet in
        let entry = rules.settings.source(forFile: sheet.originalName)
          .forMendedRows(sheet.isMended)
        return SheetInput(path: sheet.path, name: sheet.name, entry: entry, lastDay: today)
      }
      let outcomes = await SheetAdmission(scheme: rules.scheme).admit(inputs)
      let year = rules.scheme.year
      if best.isEmpty {
        best = outcomes.map { (year, $0) }
        continue
      }
      for (index, outcome) in outcomes.enumerated()
      where best[index].outcome.acceptedRows <= outcome.acceptedRows {
        best[index] = (year, outcome)
      }
    }
    for (sheet, best) in zip(group, best) {
      if let original = archive.sheet(with: sheet.digest) {
        // The one before it in the group had the same bytes.
        try setAside(sheet, original, &archive, &report)
      } else {
        try decide(sheet, best, &archive, &report)
      }
    }
    group = []
  }

  /// Accepts a sheet under the year whose rules take most of its rows, or refuses it with its reasons.
  private func decide(
    _ sheet: ReceivedSheet,
    _ best: (year: Int, outcome: SheetOutcome),
    _ archive: inout Archive,
    _ report: inout RunReport
  ) throws(PublishingFailure) {
    var best = best
    if let plan = best.outcome.sheet?.plan, plan.holdsRefusals, !sheet.isNamedByQuarantine {
      // Its department, and what it mends, would be unknown: its rows would count beside the mended ones.
      best.outcome.sheet = nil
      best.outcome.log.append(
        Diagnostic(.runMendedRenamed, at: SourceLocation(file: sheet.name))
      )
    }
    guard best.outcome.sheet != nil else {
      try archive.refuse(sheet, because: best.outcome.log, in: language, at: time)
      report.refusedFiles += 1
      report.log.append(contentsOf: best.outcome.log)
      return
    }
    try archive.accept(sheet, year: best.year, at: time)
    report.accepted += 1
  }
}

extension SheetOutcome {
  /// Rows that count, -1 where the sheet is refused as a whole.
  fileprivate var acceptedRows: Int { sheet?.counts.accepted ?? -1 }
}
