package import TongbaoModel
import TongbaoPublishing
import TongbaoRendering

/// A workspace to be made: its folder, and what its files say of this machine and this day.
package struct NewOffice: Sendable {
  /// Path of the folder, absolute.
  package var path: String
  /// Today.
  package var today: CalendarDate
  /// The program's own path, for cron and systemd.
  package var program: String
  /// The account that is to run it; nil for the system's own, under which nothing should run.
  package var user: String?
  /// Folders of templates.
  package var templates: [String]

  /// A workspace with every part given.
  package init(
    path: String,
    today: CalendarDate,
    program: String,
    user: String?,
    templates: [String]
  ) {
    self.path = path
    self.today = today
    self.program = program
    self.user = user
    self.templates = templates
  }

  /// The paths of folders (with `/` at the end) and files, below the folder; makes them unless `isDryRun`.
  ///
  /// A folder that holds anything is refused either way.
  package func make(isDryRun: Bool) throws(PipelineFailure) -> [String] {
    let starter = Starter(folders: templates)
    guard !starter.isEmpty else {
      var log = DiagnosticLog()
      log.append(Diagnostic(.initNoTemplates))
      throw .badConfiguration(log)
    }
    let pages = starter.pages(filledWith: values)
    do throws(PublishingFailure) {
      if isDryRun {
        try NewWorkspace.require(emptyAt: path)
      } else {
        try NewWorkspace.make(at: path, files: pages)
      }
    } catch {
      throw PipelineFailure(error)
    }
    return Workspace.Part.allCases.map { $0.rawValue + "/" } + pages.map(\.path)
  }

  /// The month of the example: the last one that is over in this year, else the one that has begun.
  private var month: Period {
    let current = Period(.month, holding: today)
    return today.month > 1 ? current.previous : current
  }

  private var values: [String: String] {
    var values = [
      "year": "\(today.year)",
      "period": "\(month)",
      "month": "\(month.days.from.month)",
      "cron-workspace": CommandText.cron(path),
      "cron-program": CommandText.cron(program),
      "unit-workspace": CommandText.unit(path),
      "exec-workspace": CommandText.execution(path),
      "exec-program": CommandText.execution(program),
      "unit-user": user ?? "kaoping",
    ]
    // Days of the month, none after today: a new user in January sees an example too.
    let last = min(month.days.to, today)
    for day in 1...31 {
      let date = min(month.days.from + (day - 1), last)
      values["day" + (day < 10 ? "0" : "") + "\(day)"] = "\(date)"
    }
    return values
  }
}

/// Paths as other programs' files take them.
enum CommandText {
  /// A word of a shell command in a crontab, where `%` would end the command.
  static func cron(_ path: String) -> String {
    let isPlain = path.utf8.allSatisfy { byte in
      (48...57).contains(byte) || (64...90).contains(byte) || (97...122).contains(byte)
        || byte >= 0x80 || "/._-+,:".utf8.contains(byte)
    }
    if isPlain { return path }
    return "'" + path.replacing("'", with: "'\\''").replacing("%", with: "\\%") + "'"
  }

  /// A word of a command in a systemd unit, where `$` begins a variable.
  static func execution(_ path: String) -> String {
    unit(path).replacing("$", with: "$$")
  }

  /// A path in a systemd unit, where `%` begins a specifier.
  static func unit(_ path: String) -> String {
    let text = path.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("%", with: "%%")
    return text.contains(where: { " '\"\\".contains($0) }) ? "\"" + text + "\"" : text
  }
}
