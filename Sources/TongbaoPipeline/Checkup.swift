import TongbaoFormats
import TongbaoModel
import TongbaoPublishing
import TongbaoReading
import TongbaoRendering

/// `tongbao doctor`: whether a run would find what it needs, check by check.
///
/// Nothing is written but a file of its own that shows whether the disk does what is asked of it, and
/// goes again.
package struct Checkup: Sendable {
  /// What was found, in order.
  package private(set) var results: [CheckResult] = []

  private let path: String
  private let surroundings: Surroundings

  /// Checks the surroundings, and the workspace at `path` as far as there is one.
  package init(workspace path: String, _ surroundings: Surroundings) {
    self.path = path
    self.surroundings = surroundings
    results = Checkup.environment(surroundings)
    let root = FolderFacts.of(path)
    results += Checkup.root(root)
    guard root.state == .folder, root.isReadable, let workspace = try? Workspace(at: path) else {
      results += templates(locale: Settings().locale)
      return
    }
    let rules = configuration(of: workspace)
    results += templates(locale: rules.settings.locale)
    results += disk(root)
    results += state(of: workspace, rules)
  }

  /// The most serious level.
  package var level: CheckResult.Level { results.map(\.level).max() ?? .ok }

  /// What the errors are about: bad configuration first, for it is the office's own to mend; nil where
  /// there is none.
  package var concern: CheckResult.Concern? {
    let errors = results.filter { $0.level == .error }.map(\.concern)
    let order: [CheckResult.Concern] = [.configuration, .writing, .reading]
    return order.first { errors.contains($0) }
  }
}

// The program and what is around it.
extension Checkup {
  /// The program, its libraries, its language and its rights.
  static func environment(_ surroundings: Surroundings) -> [CheckResult] {
    [.program(surroundings.program, surroundings.build)]
      + [LibraryVersion.libxml2, LibraryVersion.icu].map { .library($0) }
      + [
        .language(surroundings.languageVariable, surroundings.language),
        .umask(surroundings.umask),
      ]
  }

  /// The templates of a locale with every problem, and what an office has changed.
  private func templates(locale: String) -> [CheckResult] {
    guard let shipped = surroundings.templates.last,
      surroundings.templates.count > 1 || FolderFacts.of(shipped).state == .folder
    else { return [.noTemplates] }
    let templates = Templates(folders: surroundings.templates, locale: locale)
    // What a new workspace gets is there to be changed: that it is not yet is no fault.
    let given = Set(Starter(folders: surroundings.templates).templates)
    let own = templates.overrides.map { (path: relative($0.path), isSame: $0.isSame) }
    return [
      .templates(locale, templates.diagnostics),
      .overrides(own.filter { !$0.isSame || !given.contains($0.path) }),
    ]
  }

  private func relative(_ file: String) -> String {
    file.hasPrefix(path + "/") ? String(file.dropFirst(path.utf8.count + 1)) : file
  }
}

// Rules.
extension Checkup {
  /// The rules as far as they can be read.
  private struct Readable {
    var settings = Settings()
    var years: [Rules] = []
  }

  private mutating func configuration(of workspace: Workspace) -> Readable {
    var readable = Readable()
    let names = (try? workspace.root.folder("schemes", followingLinks: true)?.names()) ?? nil
    let schemes = (names ?? []).map(\.description)
      .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted()
    if schemes.isEmpty { results.append(.noScheme) }
    var files: [CheckResult] = []
    for name in schemes {
      let file = path + "/schemes/" + name
      files.append(check(file, as: "schemes/" + name) { Rules.checkScheme($0) })
      if let rules = try? Rules(scheme: file, settings: nil) { readable.years.append(rules) }
    }
    readable.years.sort { $0.scheme.window.from < $1.scheme.window.from }
    results += [settings(of: workspace, &readable)] + files
    let zone = readable.settings.timeZone
    results.append(.timeZone(zone, isKnown: surroundings.knowsZone(zone)))
    results += Checkup.windows(
      readable.years.map { ($0.schemeFile.name, $0.scheme.window) },
      today: surroundings.today(zone)
    )
    return readable
  }

  private func settings(of workspace: Workspace, _ readable: inout Readable) -> CheckResult {
    guard (try? workspace.root.status(of: "tongbao.yaml")) ?? nil != nil else {
      return .noSettings
    }
    let file = path + "/tongbao.yaml"
    if let settings = try? Rules.settings(file) { readable.settings = settings }
    let scheme = readable.years.last?.scheme
    return check(file, as: "tongbao.yaml") { Rules.checkSettings($0, against: scheme) }
  }

  private func check(
    _ file: String,
    as name: String,
    _ body: (Rules.File) -> DiagnosticLog
  ) -> CheckResult {
    do throws(PipelineFailure) {
      let log = body(try Rules.File(path: file))
      return .rules(
        name,
        errors: log.count(of: Severity.error),
        warnings: log.count(of: Severity.warning),
        Array(log.kept.filter { $0.kind.severity == .error }.prefix(5))
      )
    } catch {
      return .rules(name, errors: 1, warnings: 0, error.diagnostics)
    }
  }

  /// Whether a year covers today, and none covers a day of another.
  static func windows(
    _ windows: [(file: String, window: DateRange)],
    today: CalendarDate
  ) -> [CheckResult] {
    guard !windows.isEmpty else { return [] }
    let overlaps = zip(windows, windows.dropFirst())
      .filter { $0.window.intersection($1.window) != nil }
      .map { CheckResult.overlap($0.file, $1.file) }
    let covering = windows.first { $0.window.contains(today) }
    return overlaps + [.year(covering?.file, today, latest: windows.last?.window.to)]
  }
}

// The workspace's state.
extension Checkup {
  private func state(of workspace: Workspace, _ rules: Readable) -> [CheckResult] {
    var results: [CheckResult] = []
    var last: Int64?
    do throws(PublishingFailure) {
      let hasArchive = try workspace.root.status(of: "archive") != nil
      let journal = hasArchive ? try Journal(of: workspace) : Journal()
      last = journal.entries.last?.time.seconds
      results.append(.journal(journal.entries.count, isTorn: journal.isTorn))
    } catch {
      results.append(.unreadable("journal", CheckResult.journalTitle, error.diagnostic))
    }
    results.append(register(of: workspace))
    do throws(PublishingFailure) {
      results.append(.drafts(try workspace.drafts().map(\.period)))
      results.append(.lock(isHeld: try workspace.isLocked()))
    } catch {
      results.append(.unreadable("lock", CheckResult.lockTitle, error.diagnostic))
    }
    results.append(
      Checkup.clock(
        now: surroundings.now,
        isStated: surroundings.isTimeStated,
        last: last,
        issued: (try? workspace.register())?.issues.map(\.date).max(),
        today: surroundings.today(rules.settings.timeZone)
      )
    )
    return results
  }

  private func register(of workspace: Workspace) -> CheckResult {
    do throws(PublishingFailure) {
      return .register(try workspace.register().issues.count)
    } catch {
      if case .lostRegister = error { return .lostRegister }
      return .unreadable("register", CheckResult.registerTitle, error.diagnostic)
    }
  }

  /// Whether the clock is behind what has happened already.
  static func clock(
    now: Int64,
    isStated: Bool,
    last: Int64?,
    issued: CalendarDate?,
    today: CalendarDate
  ) -> CheckResult {
    // A minute is what two machines on a share may differ by.
    if let last, now < last - 60 { return .clockBehind(today, journal: last) }
    if let issued, today < issued { return .clockBeforeIssue(today, issued) }
    return .clock(today, isStated: isStated)
  }
}
