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
    for file in inbox.ready {
      switch try archive.receive(file) {
      case .finished: break
      case .waiting: report.waiting += 1
      case .unreadable(let failure): report.log.append(.unreadable(file, failure))
      case .duplicate(let sheet, of: let original):
        try archive.setAside(sheet, duplicateOf: original, at: time)
        report.duplicates += 1
        if let first = archive.journal.sheets().first(where: { $0.sequence == original }) {
          report.log.append(.duplicate(sheet.name, of: first))
        }
      case .new(let sheet): try await decide(sheet, &archive, &report)
      }
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

  /// Accepts a sheet under the year whose rules take most of its rows, or refuses it with its reasons.
  private func decide(
    _ sheet: ReceivedSheet,
    _ archive: inout Archive,
    _ report: inout RunReport
  ) async throws(PublishingFailure) {
    var best: (year: Int, outcome: SheetOutcome)?
    for rules in years {
      let entry = rules.settings.source(forFile: sheet.originalName)
        .forMendedRows(sheet.isMended)
      let input = SheetInput(path: sheet.path, name: sheet.name, entry: entry, lastDay: today)
      let outcome = await SheetAdmission(scheme: rules.scheme).admit(input)
      if best.map({ $0.outcome.acceptedRows <= outcome.acceptedRows }) ?? true {
        best = (rules.scheme.year, outcome)
      }
    }
    guard var best else { return }
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
