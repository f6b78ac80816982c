package import TongbaoModel

/// An issue as the pipeline hands it over: all bytes made, every guard passed, nothing written yet.
package struct IssueProposal: Sendable {
  /// A named notice that comes out with the issue.
  package struct Notice: Sendable, Hashable {
    /// Number in the issue's year, the next ones of `NumberAllocation`.
    package var number: Int
    /// What tells its finding from others, without naming anybody.
    package var key: String
    /// Its title.
    package var title: String
    /// Its pages, whose paths are file names such as `2017-0012.html`.
    package var pages: [Page]

    /// A notice.
    package init(number: Int, key: String, title: String, pages: [Page]) {
      self.number = number
      self.key = key
      self.title = title
      self.pages = pages
    }
  }

  /// The page without names that takes the place of a published notice.
  package struct Withdrawal: Sendable, Hashable {
    /// The notice, as `2017-0012`.
    package var id: String
    /// Title without names.
    package var title: String
    /// One page for each file of the notice, at the same path.
    package var pages: [Page]

    /// A withdrawal.
    package init(id: String, title: String, pages: [Page]) {
      self.id = id
      self.title = title
      self.pages = pages
    }
  }

  /// The entry that the register gets; its `files` are filled in here.
  package var issue: Issue
  /// The public pages, by path below the issue's folder; `MANIFEST.sha256` is added here.
  package var pages: [Page]
  /// New named notices.
  package var notices: [Notice]
  /// Notices that lose their names.
  package var withdrawals: [Withdrawal]

  /// A proposal.
  package init(
    issue: Issue,
    pages: [Page],
    notices: [Notice] = [],
    withdrawals: [Withdrawal] = []
  ) {
    self.issue = issue
    self.pages = pages
    self.notices = notices
    self.withdrawals = withdrawals
  }
}

/// A proposal checked against the register, with everything that is to be written.
struct PreparedIssue {
  static let manifestName = "MANIFEST.sha256"

  let register: Register
  let issue: Issue
  /// Pages and manifest, by path below the issue's folder.
  let pages: [(path: RelativePath, bytes: [UInt8])]
  /// Pages of new notices, by name in `notices`.
  let notices: [(path: RelativePath, bytes: [UInt8])]
  /// Pages that replace those of withdrawn notices.
  let replacements: [(path: RelativePath, bytes: [UInt8])]

  /// Checks names, numbers and paths; throws before anything is written.
  init(_ proposal: IssueProposal, after old: Register) throws(PublishingFailure) {
    var register = old
    var issue = proposal.issue
    var pages = try PreparedIssue.checked(proposal.pages)
    var files = PreparedIssue.files(pages)
    let manifest = Manifest(files.map { ($0.path, $0.digest) }).bytes
    let manifestPath = try RelativePath(PreparedIssue.manifestName)
    pages.append((manifestPath, manifest))
    files.append(
      PublishedFile(path: PreparedIssue.manifestName, digest: ContentDigest(of: manifest))
    )
    issue.files = files
    try register.add(issue)
    notices = try PreparedIssue.add(proposal.notices, of: issue, to: &register)
    replacements = try PreparedIssue.apply(proposal.withdrawals, of: issue, to: &register)
    self.register = register
    self.issue = issue
    self.pages = pages
  }

  private static func add(
    _ notices: [IssueProposal.Notice],
    of issue: Issue,
    to register: inout Register
  ) throws(PublishingFailure) -> [(path: RelativePath, bytes: [UInt8])] {
    var all: [(path: RelativePath, bytes: [UInt8])] = []
    for notice in notices {
      let pages = try checked(notice.pages)
      let id = PublishedNotice.id(year: issue.year, number: notice.number)
      for page in pages { try requireNoticePath(page.path, id) }
      try register.add(
        PublishedNotice(
          year: issue.year,
          number: notice.number,
          key: notice.key,
          title: notice.title,
          issue: issue.folder,
          date: issue.date,
          files: files(pages)
        )
      )
      all += pages
    }
    return all
  }

  private static func apply(
    _ withdrawals: [IssueProposal.Withdrawal],
    of issue: Issue,
    to register: inout Register
  ) throws(PublishingFailure) -> [(path: RelativePath, bytes: [UInt8])] {
    var all: [(path: RelativePath, bytes: [UInt8])] = []
    for withdrawal in withdrawals {
      let pages = try checked(withdrawal.pages)
      guard
        let index = register.notices.firstIndex(where: {
          $0.id == withdrawal.id && $0.withdrawal == nil
        }), Set(register.notices[index].files.map(\.path)) == Set(files(pages).map(\.path))
      else { throw .unsafePath("notices/" + withdrawal.id) }
      register.notices[index].withdrawal = PublishedNotice.Withdrawal(
        date: issue.date,
        issue: issue.folder,
        replaced: register.notices[index].files
      )
      register.notices[index].files = files(pages)
      register.notices[index].title = withdrawal.title
      all += pages
    }
    return all
  }

  private static func requireNoticePath(
    _ path: RelativePath,
    _ id: String
  ) throws(PublishingFailure) {
    let name = path.description
    guard path.names.count == 1, name == id + ".html" || name == id + ".txt" else {
      throw .unsafePath("notices/" + name)
    }
  }

  private static func files(
    _ pages: [(path: RelativePath, bytes: [UInt8])]
  ) -> [PublishedFile] {
    pages.map { PublishedFile(path: $0.path.description, digest: ContentDigest(of: $0.bytes)) }
  }

  /// The pages by path; two that a share without letter case would take for one are refused.
  private static func checked(
    _ pages: [Page]
  ) throws(PublishingFailure) -> [(path: RelativePath, bytes: [UInt8])] {
    var seen: Set<String> = [manifestName.lowercased()]
    var checked: [(path: RelativePath, bytes: [UInt8])] = []
    for page in pages {
      precondition(page.audience == .public, "internal pages never go to the public folder")
      guard seen.insert(page.path.lowercased()).inserted else { throw .unsafePath(page.path) }
      checked.append((try RelativePath(page.path), page.bytes))
    }
    return checked.sorted { FileName($0.path.description) < FileName($1.path.description) }
  }
}
