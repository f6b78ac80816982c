package import TongbaoModel
import TongbaoPublishing

/// What is to be retracted, and why.
package struct WithdrawingRequest: Sendable {
  /// Path of the workspace.
  package var workspace: String
  /// A sheet, by its name, that of the archived file or the first digits of its SHA-256; or a record number.
  package var subject: String
  /// Whose record it is, by id, name or alias; with it `subject` is a record number.
  package var department: String?
  /// Why.
  package var reason: String
  /// Seconds since 1970 by the clock, for the journal.
  package var now: Int64
  /// Whether only to tell what would come of it.
  package var isDryRun: Bool

  /// A request with every part given.
  package init(
    workspace: String,
    subject: String,
    department: String?,
    reason: String,
    now: Int64,
    isDryRun: Bool
  ) {
    self.workspace = workspace
    self.subject = subject
    self.department = department
    self.reason = reason
    self.now = now
    self.isDryRun = isDryRun
  }
}

/// A withdrawal that was noted, or would be: an entry in the journal, nothing deleted.
package struct Withdrawing: Sendable {
  /// What is retracted.
  enum Matter: Sendable {
    case sheet(ArchivedSheet)
    case record(String, department: String?)
    /// A sheet that does not count any more, by the name that was given.
    case gone(String)
  }

  let request: WithdrawingRequest
  let matter: Matter
  /// Rows that count no more; 0 where it was withdrawn before.
  let rows: Int
  /// The days on which the rows that change are dated, earliest first.
  let days: [CalendarDate]
  /// Published periods that the next run computes anew, earliest first.
  package let restated: [Period]
  /// Periods whose drafts rest on days that it touches, in the same order.
  package let drafts: [Period]
  /// What is to be said beside: that it was withdrawn before.
  package let log: DiagnosticLog

  /// Withdraws what `request` names, under the lock; with `isDryRun` only looks, without it.
  package static func perform(
    _ request: WithdrawingRequest
  ) async throws(PipelineFailure) -> Withdrawing {
    let office = try Office(path: request.workspace)
    let journal: Journal
    var desk: Desk?
    do throws(PublishingFailure) {
      if request.isDryRun {
        journal = try office.journal()
      } else {
        let locked = try Desk(office)
        journal = locked.archive.journal
        desk = locked
      }
    } catch {
      throw PipelineFailure(error)
    }
    let withdrawal = try await Withdrawing(request, office, journal)
    do throws(PublishingFailure) {
      if var archive = desk?.archive { try withdrawal.note(in: &archive) }
    } catch {
      throw PipelineFailure(error)
    }
    return withdrawal
  }

  private init(
    _ request: WithdrawingRequest,
    _ office: Office,
    _ journal: Journal
  ) async throws(PipelineFailure) {
    self.request = request
    let subject = try WithdrawingSubject(request, office, journal)
    let change = try await WithdrawnRows(subject.named, in: office, journal)
    (matter, log) = try await subject.matter(after: change, in: office, journal)
    rows = change.lost
    days = change.days.sorted()
    restated = office.published(touchedBy: days)
    drafts = try office.drafts(touchedBy: days)
  }

  /// Adds the entry to the journal; none where it was withdrawn before.
  private func note(in archive: inout Archive) throws(PublishingFailure) {
    guard log.count(of: DiagnosticKind.withdrawAlready) == 0 else { return }
    let time = Timestamp(seconds: request.now)
    switch matter {
    case .sheet(let sheet):
      try archive.withdraw(sheet, reason: request.reason, days: days, at: time)
    case .record(let record, let department):
      try archive.withdraw(
        record: record,
        department: department,
        reason: request.reason,
        days: days,
        at: time
      )
    case .gone: break
    }
  }
}
