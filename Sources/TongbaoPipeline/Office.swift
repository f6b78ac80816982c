package import TongbaoModel
import TongbaoPublishing
import TongbaoReading

/// A workspace as it is found: its rules, its archive, its inbox.
///
/// Nothing here writes.
package struct Office: Sendable {
  /// Path of the workspace.
  package let path: String
  /// The rules of every year, earliest first; at least one.
  package let years: [Rules]
  let workspace: Workspace

  /// Opens the workspace at `path` and reads all its rules.
  package init(path: String) throws(PipelineFailure) {
    self.path = path
    do throws(PublishingFailure) {
      workspace = try Workspace(at: path)
    } catch {
      throw PipelineFailure(error)
    }
    years = try Office.years(of: workspace, at: path)
  }

  /// The settings, which are the same for every year.
  package var settings: Settings { years.first?.settings ?? Settings() }

  private static func years(
    of workspace: Workspace,
    at path: String
  ) throws(PipelineFailure) -> [Rules] {
    let names: [String]
    let hasSettings: Bool
    do throws(PublishingFailure) {
      let hasSchemes = try workspace.root.status(of: "schemes") != nil
      let folder = hasSchemes ? try workspace.root.folder("schemes", followingLinks: true) : nil
      names = try folder?.names().map(\.description) ?? []
      hasSettings = try workspace.root.status(of: "tongbao.yaml") != nil
    } catch {
      throw PipelineFailure(error)
    }
    let schemes = names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted()
    guard !schemes.isEmpty else { throw .unanswerable(Diagnostic(.runNeedsScheme, text: path)) }
    var years: [Rules] = []
    var log = DiagnosticLog()
    for name in schemes {
      do throws(PipelineFailure) {
        let settings = hasSettings ? path + "/tongbao.yaml" : nil
        years.append(try Rules(scheme: path + "/schemes/" + name, settings: settings))
      } catch {
        log.append(contentsOf: error.diagnostics)
      }
    }
    years.sort { $0.scheme.window.from < $1.scheme.window.from }
    for (earlier, later) in zip(years, years.dropFirst())
    where earlier.scheme.window.intersection(later.scheme.window) != nil {
      log.append(overlap(of: earlier, and: later))
    }
    guard log.count(of: Severity.error) == 0 else { throw .badConfiguration(log) }
    return years
  }

  private static func overlap(of earlier: Rules, and later: Rules) -> Diagnostic {
    Diagnostic(
      .runSchemesOverlap,
      text: earlier.schemeFile.name,
      facts: ["other": .text(later.schemeFile.name)]
    )
  }

  /// The rules of the year to which a period belongs: that whose window holds its last day.
  package func rules(for period: Period) throws(PipelineFailure) -> Rules {
    let found = years.first { rules in
      if case .year(let year) = period { return rules.scheme.year == year }
      return rules.scheme.window.contains(period.days.to)
    }
    guard let found else {
      throw .unanswerable(Diagnostic(.runNoScheme, text: period.description))
    }
    return found
  }

  /// The rules under which sheets are checked on a day: the year of that day, else the latest one before it.
  package func rules(near day: CalendarDate) -> Rules {
    years.last { $0.scheme.window.from <= day } ?? years[0]
  }

  /// The sheets that count, in journal order, as of a journal position.
  func archived(upTo position: Int = .max) throws(PipelineFailure) -> ArchivedSheets {
    do throws(PublishingFailure) {
      return ArchivedSheets(try journal(), upTo: position)
    } catch {
      throw PipelineFailure(error)
    }
  }

  /// What is published; nil where nothing is, or where the register cannot be read, which a run
  /// reports.
  var register: Register? { try? Publication.register(of: workspace) }

  /// What lies in the inbox, as a run would take it in today.
  func inboxInputs(today: CalendarDate) throws(PipelineFailure) -> [SheetInput] {
    do throws(PublishingFailure) {
      guard try workspace.root.status(of: "inbox") != nil else { return [] }
      let now = Timestamp(seconds: Int64(today.dayNumber) * 86_400)
      let journal = try journal()
      return try Inbox(of: workspace, now: now, settle: 0).ready
        .map { file in
          let name = file.name.description
          let input = SheetInput(
            path: path + "/inbox/" + name,
            name: name,
            entry: settings.source(forFile: name),
            lastDay: today
          )
          return mended(input, by: journal)
        }
    } catch {
      throw PipelineFailure(error)
    }
  }

  /// The journal; an empty one where nothing was ever run.
  func journal() throws(PublishingFailure) -> Journal {
    try workspace.root.status(of: "archive") == nil ? Journal() : try Journal(of: workspace)
  }

  /// A file of mended rows is read as its original is, and its rows stand where they stood there.
  func mended(_ input: SheetInput, by journal: Journal) -> SheetInput {
    let name = SheetInput.name(ofPath: input.path)
    guard let original = journal.sheet(mendedBy: name) else { return input }
    var input = input
    input.entry = settings.source(forFile: original.originalName).forMendedRows(true)
    input.original = path + "/" + original.path
    return input
  }

  /// The same for files that are named one by one.
  func mended(_ inputs: [SheetInput]) throws(PipelineFailure) -> [SheetInput] {
    do throws(PublishingFailure) {
      let journal = try journal()
      return inputs.map { mended($0, by: journal) }
    } catch {
      throw PipelineFailure(error)
    }
  }
}

/// The archive's sheets as inputs.
struct ArchivedSheets {
  let sheets: [ArchivedSheet]
  /// What was retracted, and which days that touches.
  let withdrawals: [NotedWithdrawal]
  private let records: [WithdrawnRecord]

  init(_ journal: Journal, upTo position: Int) {
    sheets = journal.sheets(upTo: position)
    records = journal.withdrawnRecords(upTo: position)
    withdrawals = journal.withdrawals()
  }

  /// The sheets to be read, in journal order.
  func inputs(under settings: Settings, at path: String) -> [SheetInput] {
    let paths = Dictionary(
      sheets.map { ($0.sequence, path + "/" + $0.path) },
      uniquingKeysWith: { first, _ in first }
    )
    return sheets.map { sheet in
      SheetInput(
        path: path + "/" + sheet.path,
        name: sheet.name,
        entry: sheet.entry(under: settings),
        lastDay: CalendarDate(dayNumber: Int32(clamping: sheet.time.seconds / 86_400)) + 1,
        original: sheet.isMended ? paths[sheet.order] : nil
      )
    }
  }

  /// What the journal retracts; withdrawn sheets do not even stand in `sheets`.
  var withdrawn: Set<WithdrawnMatter> {
    Set(
      records.map { record in
        .record(
          record.record,
          department: record.department,
          before: sheets.prefix { $0.order < record.sequence }.count
        )
      }
    )
  }
}

extension ArchivedSheet {
  /// The settings' entry for the sheet; of mended rows the original's, less what only its file's form needed.
  func entry(under settings: Settings) -> SourceEntry {
    settings.source(forFile: originalName).forMendedRows(isMended)
  }
}

extension SourceEntry {
  /// The entry as it is good for rows that we wrote ourselves: a UTF-8 CSV with canonical heads and a date column.
  func forMendedRows(_ isMended: Bool) -> SourceEntry {
    guard isMended else { return self }
    var entry = self
    entry.encoding = nil
    entry.delimiter = nil
    entry.sheet = nil
    entry.record = nil
    entry.fillDown = []
    entry.dateFrom = nil
    return entry
  }
}

extension PipelineFailure {
  init(_ failure: PublishingFailure) {
    let diagnostic = failure.diagnostic
    switch failure {
    case .locked: self = .locked(diagnostic)
    case .numberTaken: self = .unanswerable(diagnostic)
    case .disk(let disk) where !disk.operation.isChange: self = .unreadable(diagnostic)
    case .damagedJournal, .damagedRegister, .lostRegister, .digestMismatch:
      self = .unreadable(diagnostic)
    default: self = .cannotWrite(diagnostic)
    }
  }
}
