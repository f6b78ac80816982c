package import TongbaoModel

/// What one check of `tongbao doctor` found.
package struct CheckResult: Sendable {
  /// How serious it is.
  package enum Level: String, Sendable, CaseIterable, Comparable {
    /// As it should be.
    case ok
    /// A run works, but somebody should look.
    case warning
    /// A run does not work.
    case error

    /// The less serious first.
    package static func < (left: Level, right: Level) -> Bool {
      rank(left) < rank(right)
    }

    private static func rank(_ level: Level) -> Int { allCases.firstIndex(of: level) ?? 0 }
  }

  /// What an error is about, which decides the exit code.
  package enum Concern: Sendable, Hashable {
    /// Settings, scheme or templates.
    case configuration
    /// A folder or disk that a run must write to.
    case writing
    /// A folder or file that cannot be read.
    case reading
  }

  /// Stable name for programs: `libxml2`, `public`, `templates`.
  package let name: String
  /// What was checked.
  package let title: Bilingual
  /// How it is.
  package var level: Level
  /// What was found.
  package let message: Bilingual
  /// What to do; nil where nothing is to be done.
  package var remedy: Bilingual?
  /// What the error is about.
  package var concern: Concern
  /// Findings with their places.
  package var diagnostics: [Diagnostic]

  /// A result with what every check says.
  init(
    _ name: String,
    _ title: Bilingual,
    _ level: Level,
    _ message: Bilingual,
    remedy: Bilingual? = nil,
    concern: Concern = .reading,
    diagnostics: [Diagnostic] = []
  ) {
    self.name = name
    self.title = title
    self.level = level
    self.message = message
    self.remedy = remedy
    self.concern = concern
    self.diagnostics = diagnostics
  }

  /// A result that is as it should be.
  init(_ name: String, _ title: Bilingual, _ message: Bilingual) {
    self.init(name, title, .ok, message)
  }
}

/// What the process knows of its surroundings, for `Checkup`.
package struct Surroundings: Sendable {
  /// The program's version.
  package var program: String
  /// How it was built: configuration, compiler, processor.
  package var build: String
  /// The variable that decides the language, as `LANG=zh_CN.UTF-8`; nil where none says anything.
  package var languageVariable: String?
  /// The language that follows.
  package var language: Language
  /// Seconds since 1970 by the clock, or as stated.
  package var now: Int64
  /// Whether `SOURCE_DATE_EPOCH` states the time.
  package var isTimeStated: Bool
  /// Permissions that new files do not get; nil where that is not known.
  package var umask: UInt32?
  /// Folders of templates, the workspace's overrides first.
  package var templates: [String]
  /// Whether a time zone is known, by its IANA name.
  package var knowsZone: @Sendable (String) -> Bool
  /// Today in a zone.
  package var today: @Sendable (String) -> CalendarDate

  /// Surroundings with every part given.
  package init(
    program: String,
    build: String,
    languageVariable: String?,
    language: Language,
    now: Int64,
    isTimeStated: Bool,
    umask: UInt32?,
    templates: [String],
    knowsZone: @escaping @Sendable (String) -> Bool,
    today: @escaping @Sendable (String) -> CalendarDate
  ) {
    self.program = program
    self.build = build
    self.languageVariable = languageVariable
    self.language = language
    self.now = now
    self.isTimeStated = isTimeStated
    self.umask = umask
    self.templates = templates
    self.knowsZone = knowsZone
    self.today = today
  }
}
