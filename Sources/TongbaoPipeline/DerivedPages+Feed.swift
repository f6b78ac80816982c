import TongbaoModel
import TongbaoPublishing
import TongbaoRendering

extension DerivedPages {
  /// Issues that a feed holds; a reader that comes back after years finds the rest on the index.
  private static let feedLimit = 100

  /// `feed.xml`, the newest issue first; none without a base address, or while nothing is out.
  ///
  /// What identifies feed and entries was fixed when they came out: it depends neither on the address nor on
  /// wording, so that a server that moves shows nobody old issues as new ones.
  func feed(of register: Register) -> [Page] {
    guard let baseURL, let first = register.issues.first else { return [] }
    let entries = register.issues.reversed().prefix(DerivedPages.feedLimit)
      .map { issue in
        AtomFeed.Entry(
          id: DerivedPages.identity(of: issue),
          title: mark(of: issue) + issue.documentNumber + "　" + issue.title,
          path: issue.folder + "/" + issue.period.mainPage,
          date: issue.date
        )
      }
    let feed = AtomFeed(
      id: DerivedPages.identity(of: first, as: "feed"),
      title: office,
      baseURL: baseURL,
      entries: entries
    )
    return [Page(path: "feed.xml", bytes: feed.bytes)]
  }

  /// What a correction's title begins with, so that a list of titles tells it from the issue that it replaces.
  private func mark(of issue: TongbaoPublishing.Issue) -> String {
    guard issue.revision > 1 else { return "" }
    return Bilingual("更正：", "Correction: ")[renderer.templates.language]
  }

  /// A name that no other issue of any office has: a UUID (version 8) of what was published.
  private static func identity(
    of issue: TongbaoPublishing.Issue,
    as role: String = "entry"
  ) -> String {
    let parts = [role, issue.folder, issue.documentNumber, issue.content.hex]
    var digits = Array(ContentDigest(of: Array(parts.joined(separator: "\n").utf8)).hex.prefix(32))
    digits[12] = "8"
    digits[16] = "8"
    let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
    return "urn:uuid:" + groups.joined(separator: "-")
  }
}
