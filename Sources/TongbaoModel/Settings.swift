/// The settings of a workspace (`tongbao.yaml`), checked.
///
/// Source: product.md §2.
package struct Settings: Sendable {
  /// Locale of the pages, a folder of `templates/`.
  package var locale: String
  /// IANA name of the zone in which "today" is meant.
  package var timeZone: String
  /// What a plain `tongbao run` produces.
  package var publish: [Period.Kind]
  /// Days to wait for late sheets after a period's end.
  package var closeAfter: Int
  /// Whether `run` publishes or stops at a draft.
  package var release: Release
  /// Address of the public folder on the intranet; nil where no feed is written.
  package var baseURL: String?
  /// Entries for exports that need help, first match by file name.
  package var sources: [SourceEntry]
  /// Limits beyond which nothing is published.
  package var guards: Guards
  /// Guards that somebody has waived, each with a reason.
  package var waivers: [Waiver]

  /// How a finished issue comes out.
  package enum Release: String, Sendable {
    case auto
    case manual
  }

  /// Settings; the defaults are those of product.md §2.
  package init(
    locale: String = "zh-Hans",
    timeZone: String = "Asia/Shanghai",
    publish: [Period.Kind] = [.month, .quarter, .year],
    closeAfter: Int = 3,
    release: Release = .auto,
    baseURL: String? = nil,
    sources: [SourceEntry] = [],
    guards: Guards = Guards(),
    waivers: [Waiver] = []
  ) {
    self.locale = locale
    self.timeZone = timeZone
    self.publish = publish
    self.closeAfter = closeAfter
    self.release = release
    self.baseURL = baseURL
    self.sources = sources
    self.guards = guards
    self.waivers = waivers
  }

  /// The entry for a file name: the first whose pattern fits, else one that sets nothing.
  package func source(forFile name: String) -> SourceEntry {
    sources.first { $0.matches(name) } ?? SourceEntry()
  }
}

/// What must be known of an export beyond what it says itself.
package struct SourceEntry: Sendable {
  /// File name pattern with `*` and `?`; nil matches nothing by itself.
  package var files: String?
  /// Id of the department that sent it.
  package var department: String?
  /// Kind of its records.
  package var kind: SheetKind?
  /// Forced encoding.
  package var encoding: TextEncoding?
  /// Forced delimiter, one ASCII byte.
  package var delimiter: UInt8?
  /// Worksheet of a workbook.
  package var sheet: String?
  /// Record element of record XML.
  package var record: String?
  /// Columns whose texts together are the number of a row, in sheets without a column of numbers.
  package var numberFrom: [String]
  /// Canonical field by extra header name.
  package var headers: [String: String]
  /// Canonical value by extra value, by field.
  package var values: [String: [String: String]]
  /// Fields that the export leaves out, with their value.
  package var constants: [String: String]
  /// Fields whose blanks take the value above.
  package var fillDown: [String]
  /// Where the date stands when no column holds it.
  package var dateFrom: DateOrigin?
  /// How often a sheet must come.
  package var expected: Period.Kind?

  /// Where a sheet without a date column has its date.
  package enum DateOrigin: String, Sendable {
    case title
    case name
  }

  /// An entry; whatever is left out is found from the file.
  package init(
    files: String? = nil,
    department: String? = nil,
    kind: SheetKind? = nil,
    encoding: TextEncoding? = nil,
    delimiter: UInt8? = nil,
    sheet: String? = nil,
    record: String? = nil,
    numberFrom: [String] = [],
    headers: [String: String] = [:],
    values: [String: [String: String]] = [:],
    constants: [String: String] = [:],
    fillDown: [String] = [],
    dateFrom: DateOrigin? = nil,
    expected: Period.Kind? = nil
  ) {
    self.files = files
    self.department = department
    self.kind = kind
    self.encoding = encoding
    self.delimiter = delimiter
    self.sheet = sheet
    self.record = record
    self.numberFrom = numberFrom
    self.headers = headers
    self.values = values
    self.constants = constants
    self.fillDown = fillDown
    self.dateFrom = dateFrom
    self.expected = expected
  }

  /// Whether a file name fits the pattern: `*` any run, `?` one character.
  ///
  /// O(name × pattern).
  package func matches(_ name: String) -> Bool {
    guard let files else { return false }
    let pattern = Array(files)
    var reachable = [Bool](repeating: false, count: pattern.count + 1)
    reachable[0] = true
    for index in pattern.indices where pattern[index] == "*" {
      reachable[index + 1] = reachable[index]
    }
    for character in name {
      var next = [Bool](repeating: false, count: pattern.count + 1)
      for index in pattern.indices {
        switch pattern[index] {
        case "*": next[index + 1] = next[index] || reachable[index + 1]
        case "?": next[index + 1] = reachable[index]
        default: next[index + 1] = reachable[index] && pattern[index] == character
        }
      }
      reachable = next
      // Most patterns differ from most names in the first characters.
      guard reachable.contains(true) else { return false }
    }
    return reachable[pattern.count]
  }
}

/// The kinds of sheet.
///
/// Source: sheets.md §1.
package enum SheetKind: String, Sendable, CaseIterable {
  case inspection
  case rectification
  case verification
  case appeal
  case measurement
  case event
  case recheck
  case carryover
}

/// Encodings that text files may be forced to.
package enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case gb18030
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"

  /// The encoding with a name as people write it (`GBK`, `UTF8`, `utf-16`); nil for others.
  package init?(named name: some StringProtocol) {
    switch name.lowercased() {
    case "utf-8", "utf8", "utf-8-sig": self = .utf8
    case "gb18030", "gbk", "gb2312", "cp936": self = .gb18030
    case "utf-16le", "utf-16", "utf16", "utf16le": self = .utf16LittleEndian
    case "utf-16be", "utf16be": self = .utf16BigEndian
    default: return nil
    }
  }
}

/// Limits beyond which nothing is published.
package struct Guards: Sendable, Hashable {
  /// Least share of the previous period's rows.
  package var shrink: Decimal6
  /// Most points that a total may move.
  package var jump: Decimal6
  /// Most share of rows in quarantine.
  package var quarantineShare: Decimal6

  /// Guards; the defaults are those of product.md §2.
  package init(
    shrink: Decimal6 = Decimal6(millionths: 500_000),
    jump: Decimal6 = Decimal6(millionths: 10_000_000),
    quarantineShare: Decimal6 = Decimal6(millionths: 100_000)
  ) {
    self.shrink = shrink
    self.jump = jump
    self.quarantineShare = quarantineShare
  }
}

/// A guard that somebody has waived for a period.
package struct Waiver: Sendable, Hashable {
  /// Name of the guard.
  package var guardName: String
  /// The period for which it is waived.
  package var period: Period
  /// Why.
  package var reason: String

  /// A waiver.
  package init(guardName: String, period: Period, reason: String) {
    self.guardName = guardName
    self.period = period
    self.reason = reason
  }
}
