import TongbaoModel
import TongbaoPublishing

/// A locked workspace at work: archive, quarantine, publication and office pages under one lock.
struct Desk {
  let office: Office
  let workspace: Workspace
  let lock: WorkspaceLock
  var archive: Archive
  var quarantine: Quarantine
  var publication: Publication
  let pages: OfficePages

  /// Locks the workspace and puts right what a stopped run left behind.
  init(_ office: Office) throws(PublishingFailure) {
    self.office = office
    workspace = office.workspace
    try workspace.prepare()
    lock = try workspace.lock()
    archive = try Archive(of: workspace, lock: lock)
    quarantine = try Quarantine(of: workspace, lock: lock)
    publication = try Publication(of: workspace, lock: lock)
    pages = try OfficePages(of: workspace, lock: lock)
  }

  /// What was found and put right on opening, and what could not be removed or replaced since.
  var diagnostics: [Diagnostic] {
    archive.diagnostics + quarantine.diagnostics + publication.diagnostics
  }
}

/// All sheets of the archive under the rules of one year.
struct YearBook {
  let rules: Rules
  let sheets: [ArchivedSheet]
  let withdrawals: [NotedWithdrawal]
  let gathering: Gathering

  /// Gathers the archive up to a journal position; what joining finds in sheets that were there at `known` is
  /// not said again.
  init(
    _ office: Office,
    _ rules: Rules,
    upTo position: Int = .max,
    known: Int = .max
  ) async throws(PipelineFailure) {
    let archived = try office.archived(upTo: position)
    self.rules = rules
    sheets = archived.sheets
    withdrawals = archived.withdrawals
    gathering = try await Gathering(
      archived.inputs(under: rules.settings, at: office.path),
      under: rules.scheme,
      withdrawn: archived.withdrawn,
      silent: Set(archived.sheets.indices.filter { archived.sheets[$0].sequence <= known })
    )
  }

  /// The sheets that were taken in under this year, with what became of their rows.
  ///
  /// Rows that a mended sheet has settled are left out.
  var ownSheets: [(archived: ArchivedSheet, read: Gathering.Sheet)] {
    let prefix = "archive/\(rules.scheme.year)/"
    let mended = Set(sheets.compactMap { $0.isMended ? $0.original : nil })
    return zip(sheets, gathering.sheets)
      .filter { $0.0.path.hasPrefix(prefix) && !mended.contains($0.0.sequence) }
      .map { (archived: $0.0, read: $0.1) }
  }
}
