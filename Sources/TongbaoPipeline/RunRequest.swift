package import TongbaoModel

/// What a run is asked to do, and what it must be told of the world.
package struct RunRequest: Sendable {
  /// Path of the workspace.
  package var workspace: String
  /// The period to produce; nil for everything that is due.
  package var period: Period?
  /// Date of the issues.
  package var date: CalendarDate
  /// Today in the settings' zone: what the future and what is due depend on.
  package var today: CalendarDate
  /// The day by which a period must be over to come out: what is dated earlier comes out as it would have then.
  var lastDay: CalendarDate { min(today, date) }
  /// Seconds since 1970 by the clock, for the journal and `status.json`.
  package var now: Int64
  /// How a year is closed over undecided provisional findings.
  package var undecided: Undecided?
  /// Folders of templates, the workspace's overrides first.
  package var templates: [String]
  /// The program's version.
  package var program: String
  /// Whether a signed draft comes out though the settings ask for drafts.
  package var isRelease = false
  /// A document number that the office sets itself.
  package var number: Int?
  /// The check code of the draft that was signed, in lower case; nil where none is asked for.
  package var draftCode: String?

  /// A request with what every run needs.
  package init(
    workspace: String,
    period: Period?,
    date: CalendarDate,
    today: CalendarDate,
    now: Int64,
    undecided: Undecided? = nil,
    templates: [String],
    program: String
  ) {
    self.workspace = workspace
    self.period = period
    self.date = date
    self.today = today
    self.now = now
    self.undecided = undecided
    self.templates = templates
    self.program = program
  }
}

/// What a run did.
package struct RunReport: Sendable {
  /// An issue that came out, or waits as a draft.
  package struct Outcome: Sendable, Hashable {
    /// The period.
    package let period: Period
    /// Its folder below `public`, as `2017-11/r1`; of a draft below `internal`.
    package let folder: String
    /// The document number.
    package let number: String
    /// The title.
    package let title: String
    /// The check code of the draft, waiting or released; nil where there was none.
    package var code: String?
  }

  /// Issues that came out, in order.
  package internal(set) var published: [Outcome] = []
  /// Drafts that wait for a signature.
  package internal(set) var drafts: [Outcome] = []
  /// Periods whose figures are those that are out already.
  package internal(set) var unchanged: [Period] = []
  /// Periods that were refused: by a guard, or for undecided provisional findings.
  package internal(set) var refused: [Period] = []
  /// Codes of what refused them.
  var refusalCodes: [Period: [String]] = [:]
  /// Sheets taken in.
  package internal(set) var accepted = 0
  /// Sheets with bytes that another has.
  package internal(set) var duplicates = 0
  /// Sheets refused as a whole in this run.
  package internal(set) var refusedFiles = 0
  /// Files of the inbox that the system did not let be read; they stay there.
  package internal(set) var unreadable = 0
  /// Rows that this run found refused and left in quarantine.
  package internal(set) var refusedRows = 0
  /// What lies in quarantine when the run or the release is over: files refused whole, rows of other files.
  package internal(set) var quarantine = (files: 0, rows: 0)
  /// Files that are still being written.
  package internal(set) var waiting = 0
  /// Everything that is to be said.
  package internal(set) var log = DiagnosticLog()

  /// A report of nothing done yet.
  init() {}
}
