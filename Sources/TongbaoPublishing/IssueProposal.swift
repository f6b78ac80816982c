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
    /// Whether it is suspended alone, and may come back.
    package var isSuspension: Bool

    /// A withdrawal.
    package init(id: String, title: String, pages: [Page], isSuspension: Bool = false) {
      self.id = id
      self.title = title
      self.pages = pages
      self.isSuspension = isSuspension
    }
  }

  /// The page with names that returns to the address of a withdrawn or suspended notice.
  package struct Restoration: Sendable, Hashable {
    /// The notice, as `2017-0012`.
    package var id: String
    /// Its title.
    package var title: String
    /// One page for each file of the notice, at the same path.
    package var pages: [Page]

    /// A restoration.
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
  /// Notices that get them back.
  package var restorations: [Restoration]

  /// A proposal.
  package init(
    issue: Issue,
    pages: [Page],
    notices: [Notice] = [],
    withdrawals: [Withdrawal] = [],
    restorations: [Restoration] = []
  ) {
    self.issue = issue
    self.pages = pages
    self.notices = notices
    self.withdrawals = withdrawals
    self.restorations = restorations
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
  /// Pages that replace those at the addresses of notices.
  let replacements: [(path: RelativePath, bytes: [UInt8])]
  /// Which of them replace pages with names, whose bytes are kept.
  let withdrawn: Set<String>

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
    withdrawn = PreparedIssue.named(proposal.withdrawals, in: register)
    replacements =
      try PreparedIssue.apply(proposal.withdrawals, of: issue, to: &register)
      + PreparedIssue.apply(proposal.restorations, of: issue, to: &register)
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
      let index = try index(of: withdrawal.id, with: pages, in: register) { before in
        before.map { $0.isSuspension && !withdrawal.isSuspension } ?? true
      }
      register.notices[index]
        .change(
          withdrawal.isSuspension ? .suspended : .withdrawn,
          to: files(pages),
          title: withdrawal.title,
          by: issue
        )
      all += pages
    }
    return all
  }

  private static func apply(
    _ restorations: [IssueProposal.Restoration],
    of issue: Issue,
    to register: inout Register
  ) throws(PublishingFailure) -> [(path: RelativePath, bytes: [UInt8])] {
    var all: [(path: RelativePath, bytes: [UInt8])] = []
    for restoration in restorations {
      let pages = try checked(restoration.pages)
      let index = try index(of: restoration.id, with: pages, in: register) { $0 != nil }
      register.notices[index]
        .change(.restored, to: files(pages), title: restoration.title, by: issue)
      all += pages
    }
    return all
  }

  /// The notice whose files such pages can replace.
  private static func index(
    of id: String,
    with pages: [(path: RelativePath, bytes: [UInt8])],
    in register: Register,
    where isFit: (PublishedNotice.Change?) -> Bool
  ) throws(PublishingFailure) -> Int {
    let paths = Set(files(pages).map(\.path))
    let index = register.notices.firstIndex {
      $0.id == id && isFit($0.withdrawal) && Set($0.files.map(\.path)) == paths
    }
    guard let index else { throw .unsafePath("notices/" + id) }
    return index
  }

  /// The files of notices that show names until now.
  private static func named(
    _ withdrawals: [IssueProposal.Withdrawal],
    in register: Register
  ) -> Set<String> {
    let ids = Set(withdrawals.map(\.id))
    let standing = register.notices.filter { ids.contains($0.id) && $0.withdrawal == nil }
    return Set(standing.flatMap(\.files).map(\.path))
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
