package import TongbaoModel

/// The register of what was published (发文登记簿): every issue and every named notice, in the order of
/// publication.
///
/// It is the one thing that says what is public; all of it stands in `public/register.json`.
package struct Register: Sendable, Hashable {
  /// All issues, in the order in which they came out.
  package var issues: [Issue]
  /// All named notices, by year and number.
  package var notices: [PublishedNotice]

  /// A register with these entries.
  package init(issues: [Issue] = [], notices: [PublishedNotice] = []) {
    self.issues = issues
    self.notices = notices
  }

  /// The latest revision of a period; nil where none is out.
  package func latest(_ period: Period) -> Issue? {
    issues.last { $0.period == period }
  }

  /// All revisions of a period, first one first.
  package func revisions(of period: Period) -> [Issue] {
    issues.filter { $0.period == period }
  }

  /// Whether the latest revision of a period has these scores, cases and gate results: then it is
  /// not published again.
  package func holds(_ period: Period, scores: ContentDigest, content: ContentDigest) -> Bool {
    latest(period).map { $0.scores == scores && $0.content == content } ?? false
  }

  /// The notice of a finding, by its key, withdrawn or not; nil where none was published.
  package func notice(of key: String) -> PublishedNotice? {
    notices.last { $0.key == key }
  }
}

/// A file that was published.
package struct PublishedFile: Sendable, Hashable {
  /// Its path below the issue's folder, or below `notices`.
  package var path: String
  /// SHA-256 of its bytes.
  package var digest: ContentDigest

  /// A published file.
  package init(path: String, digest: ContentDigest) {
    self.path = path
    self.digest = digest
  }
}

/// One issue: a circular or summary with all its pages.
///
/// Never changed once it is out.
package struct Issue: Sendable, Hashable {
  /// Its period.
  package var period: Period
  /// 1 for the first, then one more for each correction.
  package var revision: Int
  /// Year of the document number.
  package var year: Int
  /// Number in the year, from 1.
  package var number: Int
  /// The number as printed: 海考评通报〔2017〕11号.
  package var documentNumber: String
  /// Date of issue.
  package var date: CalendarDate
  /// Title.
  package var title: String
  /// Its pages and `MANIFEST.sha256`, by path.
  package var files: [PublishedFile]
  /// What its bytes depend on.
  package var basis: Basis
  /// SHA-256 of the scores.
  package var scores: ContentDigest
  /// SHA-256 of scores, cases and gate results: what a revision must change.
  package var content: ContentDigest
  /// Guards that were waived for it, with the reason of each.
  package var waivers: [WaivedGuard]
  /// What the index says of it; nil for issues of earlier versions of the program.
  package var summary: IssueSummary?

  /// An issue with every part given.
  package init(
    period: Period,
    revision: Int,
    year: Int,
    number: Int,
    documentNumber: String,
    date: CalendarDate,
    title: String,
    files: [PublishedFile],
    basis: Basis,
    scores: ContentDigest,
    content: ContentDigest,
    waivers: [WaivedGuard] = [],
    summary: IssueSummary? = nil
  ) {
    self.period = period
    self.revision = revision
    self.year = year
    self.number = number
    self.documentNumber = documentNumber
    self.date = date
    self.title = title
    self.files = files
    self.basis = basis
    self.scores = scores
    self.content = content
    self.waivers = waivers
    self.summary = summary
  }

  /// Its folder below `public`, which also names it: `2017-11/r1`.
  package var folder: String { Issue.folder(of: period, revision) }

  /// The folder of a revision: `2017-11/r1`.
  package static func folder(of period: Period, _ revision: Int) -> String {
    "\(period)/r\(revision)"
  }
}

/// Everything that the bytes of an issue depend on, so that `verify` can compute them again.
package struct Basis: Sendable, Hashable {
  /// Last journal entry that was read.
  package var journal: Int
  /// The day that decides what exists.
  package var asOf: CalendarDate
  /// SHA-256 of the scheme.
  package var scheme: ContentDigest
  /// SHA-256 of the settings.
  package var settings: ContentDigest
  /// SHA-256 of the list of templates.
  package var templates: ContentDigest
  /// Version of the program.
  package var program: String
  /// The issue with which this one compares, as `2017-10/r1`; nil for the first.
  package var previous: String?
  /// How the year was closed over undecided provisional deductions; nil where it was not.
  package var undecided: String?

  /// A basis with every part given.
  package init(
    journal: Int,
    asOf: CalendarDate,
    scheme: ContentDigest,
    settings: ContentDigest,
    templates: ContentDigest,
    program: String,
    previous: String? = nil,
    undecided: String? = nil
  ) {
    self.journal = journal
    self.asOf = asOf
    self.scheme = scheme
    self.settings = settings
    self.templates = templates
    self.program = program
    self.previous = previous
    self.undecided = undecided
  }
}

/// A guard that was waived for an issue.
package struct WaivedGuard: Sendable, Hashable {
  /// Name of the guard.
  package var name: String
  /// Why.
  package var reason: String

  /// A waived guard.
  package init(name: String, reason: String) {
    self.name = name
    self.reason = reason
  }
}

/// A named notice at its stable address.
package struct PublishedNotice: Sendable, Hashable {
  /// Something that became of a notice after it came out.
  package struct Change: Sendable, Hashable {
    /// What became of it.
    package enum Kind: String, Sendable {
      /// It shows no names while an appeal runs, and may come back.
      case suspended
      /// It shows no names.
      case withdrawn
      /// It shows names again.
      case restored
    }

    /// What became of it.
    package var kind: Kind
    /// Date of the issue that did it.
    package var date: CalendarDate
    /// That issue, as `2017-12/r1`.
    package var issue: String
    /// The files that stood at its address until then.
    package var replaced: [PublishedFile]

    /// Whether it is suspended alone, and may come back.
    package var isSuspension: Bool { kind == .suspended }
  }

  /// Year of its number.
  package var year: Int
  /// Number in the year, from 1.
  package var number: Int
  /// What tells its finding from others, without naming anybody: a digest of department and record.
  package var key: String
  /// Its title; of a withdrawn one a title without names.
  package var title: String
  /// The issue with which it came out, as `2017-11/r1`.
  package var issue: String
  /// Date of that issue.
  package var date: CalendarDate
  /// Its files below `notices`, as they are to be.
  package var files: [PublishedFile]
  /// What became of it since, in order.
  package var changes: [Change] = []

  /// The change since which it shows no names; nil where it shows them.
  package var withdrawal: Change? { changes.last.flatMap { $0.kind == .restored ? nil : $0 } }

  /// Files with names that were replaced; their bytes are in `internal/withdrawn`.
  package var withheld: [PublishedFile] {
    changes.indices
      .filter { changes[$0].kind != .restored }
      .filter { $0 == 0 || changes[$0 - 1].kind == .restored }
      .flatMap { changes[$0].replaced }
  }

  /// Its name: `2017-0012`.
  package var id: String { PublishedNotice.id(year: year, number: number) }

  /// The name of a notice, which its files have before their ending: `2017-0012`.
  package static func id(year: Int, number: Int) -> String {
    let digits = String(number)
    return "\(year)-" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  /// Puts other files at its address because of an issue.
  mutating func change(
    _ kind: Change.Kind,
    to files: [PublishedFile],
    title: String,
    by issue: Issue
  ) {
    changes.append(
      Change(kind: kind, date: issue.date, issue: issue.folder, replaced: self.files)
    )
    self.files = files
    self.title = title
  }
}

// The register as it was.
extension Register {
  /// The register as it was when the issue `folder` was the last one, nothing where it is nil; nil where no issue has
  /// that folder.
  package func after(issue folder: String?) -> Register? {
    guard let folder else { return after(0) }
    return issues.firstIndex { $0.folder == folder }.map { after($0 + 1) }
  }

  /// The register as it was when its first `count` issues were out.
  ///
  /// Of a notice that has lost its names since the title stays without them. O(n).
  package func after(_ count: Int) -> Register {
    let folders = Set(issues.prefix(count).map(\.folder))
    let known = notices.filter { folders.contains($0.issue) }
      .map { notice in
        var notice = notice
        let later = notice.changes.firstIndex { !folders.contains($0.issue) }
        if let later {
          notice.files = notice.changes[later].replaced
          notice.changes.removeSubrange(later...)
        }
        return notice
      }
    return Register(issues: Array(issues.prefix(count)), notices: known)
  }
}
