package import TongbaoModel

/// An issue as the register knows it, for the index pages.
package struct IssueEntry: Sendable, Hashable {
  /// The period.
  package var period: Period
  /// The revision, from 1.
  package var revision: Int
  /// Document number; empty where there is none.
  package var number: String
  /// Title as readers know it; empty for the locale's name of the period.
  package var title: String
  /// Day of issue.
  package var date: CalendarDate
  /// Paths of its files below its folder: nothing else is linked to.
  package var files: Set<String>
  /// Its main numbers; nil for issues of earlier versions of the program.
  package var summary: IssueSummary?

  /// An entry with every part given.
  package init(
    period: Period,
    revision: Int,
    number: String,
    title: String,
    date: CalendarDate,
    files: Set<String>,
    summary: IssueSummary?
  ) {
    self.period = period
    self.revision = revision
    self.number = number
    self.title = title
    self.date = date
    self.files = files
    self.summary = summary
  }
}

/// A named notice as the register knows it, for the index pages.
package struct NoticeEntry: Sendable, Hashable {
  /// The number, such as `2017-0012`.
  package var number: String
  /// The period of the issue with which it came out.
  package var period: Period?
  /// Day of issue.
  package var date: CalendarDate
  /// Whether it was withdrawn.
  package var isWithdrawn: Bool
  /// Whether it is suspended, and may come back.
  package var isSuspended: Bool

  /// An entry with every part given.
  package init(
    number: String,
    period: Period?,
    date: CalendarDate,
    isWithdrawn: Bool,
    isSuspended: Bool = false
  ) {
    self.number = number
    self.period = period
    self.date = date
    self.isWithdrawn = isWithdrawn
    self.isSuspended = isSuspended
  }
}

/// The page that leads to all issues.
struct SiteIndexView: View {
  let office: String
  let years: [IndexYear]
  let notices: [IndexNotice]

  static let fields: [String: Field<SiteIndexView>] = [
    "office": .text(\.office),
    "years": .list(\.years),
    "notices": .list(\.notices),
  ]
}

/// The issues of a year.
struct IndexYear: View {
  let year: Int
  let kinds: [IndexKind]

  static let fields: [String: Field<IndexYear>] = [
    "year": .number(\.year),
    "kinds": .list(\.kinds),
  ]
}

/// The issues of a kind of period.
struct IndexKind: View {
  let name: String
  let issues: [IndexRow]

  static let fields: [String: Field<IndexKind>] = [
    "kind": .text(\.name),
    "issues": .list(\.issues),
  ]
}

/// A named notice in an index.
struct IndexNotice: View {
  let entry: NoticeEntry
  let words: Words
  /// The way to the site's first page.
  let root: String
  /// Whether no other stands before it.
  var isFirst = false

  static let fields: [String: Field<IndexNotice>] = [
    "isFirst": .flag(\.isFirst),
    "notice": .text(\.entry.number),
    "date": .text { $0.words.name(of: $0.entry.date) },
    "isWithdrawn": .flag(\.entry.isWithdrawn),
    "isSuspended": .flag(\.entry.isSuspended),
    "isInForce": .flag { !$0.entry.isWithdrawn && !$0.entry.isSuspended },
    "address": .text { "\($0.root)notices/\($0.entry.number).html" },
  ]
}

/// The page that leads to the latest revision of a period.
struct PeriodIndexView: View {
  let office: String
  let latest: IndexRow

  static let fields: [String: Field<PeriodIndexView>] = own.including(IndexRow.self) { $0.latest }

  private static let own: [String: Field<PeriodIndexView>] = ["office": .text(\.office)]
}
