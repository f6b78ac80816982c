package import TongbaoModel
import TongbaoPublishing

/// How an office stands on a day: the last run, what waits, what is open, what comes next.
///
/// Only reads, and takes no lock: it may be asked while a run is at work.
package struct OfficeStatus: Sendable {
  /// Findings that wait for somebody.
  struct Findings: Sendable {
    /// To be rectified, in time.
    let open: Int
    /// To be rectified, the last day gone.
    let overdue: Int
    /// Serious ones that are not named because the gate is not passed.
    let withheld: Int
  }

  /// The day as of which findings stand and periods are due.
  let day: CalendarDate
  /// What the last run said; nil where there was none.
  let lastRun: RunStatus?
  /// What is wrong with the register of what is out; nil where nothing is.
  let register: Diagnostic?
  /// That no scheme covers the day; nil where one does.
  let missingYear: Diagnostic?
  /// Names of files to be taken in.
  let ready: [String]
  /// Names of files that are still being written.
  let waiting: [String]
  /// Names of folders in the inbox, whose files no run reads.
  let folders: [String]
  /// What lies in quarantine.
  let quarantined: [QuarantinedFile]
  /// Findings; nil where no year holds the day.
  let findings: Findings?
  /// Drafts that wait to be signed.
  let drafts: [Draft]
  /// Periods that are not out yet, with the days on which a run brings them out.
  let upcoming: [(period: Period, due: CalendarDate)]

  /// Looks at the office as of `day`; `now` tells which files of the inbox are still being written.
  ///
  /// O(bytes of the archive): findings are counted afresh.
  package init(_ office: Office, on day: CalendarDate, now: Int64) async throws(PipelineFailure) {
    self.day = day
    let workspace = office.workspace
    register = try office.registerProblem()
    missingYear = office.missingYear(on: day)
    do throws(PublishingFailure) {
      lastRun = try workspace.status()
      let hasInbox = try workspace.root.status(of: "inbox") != nil
      let inbox =
        try hasInbox
        ? Inbox(of: workspace, now: Timestamp(seconds: now), settle: OfficeStatus.growing) : nil
      ready = inbox?.ready.map(\.name.description) ?? []
      waiting = inbox?.waiting.map(\.name.description) ?? []
      folders = inbox?.folders ?? []
      quarantined = try workspace.quarantined(knownTo: try office.journal())
      drafts = try workspace.drafts()
    } catch {
      throw PipelineFailure(error)
    }
    let rules = office.rules(near: day)
    let book = try await YearBook(office, rules)
    if let unreadable = book.gathering.unreadable { throw .unreadable(unreadable) }
    findings = try OfficeStatus.findings(book, on: day)
    upcoming =
      register == nil
      ? DuePeriods.upcoming(
        in: office,
        office.register ?? Register(),
        books: [rules.scheme.year: book],
        on: day
      ) : []
  }

  /// Seconds since the last write within which a file may still be growing.
  private static let growing: Int64 = 3

  /// Counts findings as the sheets in the archive have them; none before the first year begins.
  private static func findings(
    _ book: YearBook,
    on day: CalendarDate
  ) throws(PipelineFailure) -> Findings? {
    let rules = book.rules
    guard rules.scheme.window.from <= day else { return nil }
    let figures = try Figures(
      book.gathering,
      under: rules,
      for: .year(rules.scheme.year),
      asOf: day,
      compared: false
    )
    let cases = figures.assessment.cases
    return Findings(
      open: cases.count { $0.handling == .open },
      overdue: cases.count { $0.handling == .overdue },
      withheld: cases.count { $0.gate?.isEmpty == false }
    )
  }
}

extension Office {
  /// What is wrong with the register: that it is gone or damaged, and no run can go on; nil where nothing is.
  func registerProblem() throws(PipelineFailure) -> Diagnostic? {
    do throws(PublishingFailure) {
      _ = try workspace.register()
      return nil
    } catch {
      switch error {
      case .lostRegister, .damagedRegister: return error.diagnostic
      default: throw PipelineFailure(error)
      }
    }
  }
}

/// What a monitor asks: whether the register is whole, and the last run recent and ended well.
package struct RunHealth: Sendable {
  /// What the last run said; nil where there was none.
  let lastRun: RunStatus?
  /// What is wrong with the register of what is out; nil where nothing is.
  let register: Diagnostic?
  /// Seconds since it began.
  let age: Int64
  /// The greatest age that is well, in seconds.
  let limit: Int64

  /// The health of an office at `now`, seconds since 1970.
  package init(_ office: Office, now: Int64, limit: Int64) throws(PipelineFailure) {
    do throws(PublishingFailure) {
      lastRun = try office.workspace.status()
    } catch {
      throw PipelineFailure(error)
    }
    register = try office.registerProblem()
    let began = lastRun?.time.seconds ?? now
    age = max(0, now - began)
    self.limit = limit
  }

  /// Whether it is recent, and neither failed nor was refused by a guard.
  package var isWell: Bool {
    guard register == nil, let lastRun, age <= limit else { return false }
    return lastRun.outcome != .failed && lastRun.outcome != .refused
  }
}
