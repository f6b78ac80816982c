import TongbaoModel
import TongbaoPublishing
import TongbaoRendering

/// The pages that are made of the register: the index of the site and of every period.
struct DerivedPages {
  let renderer: Renderer
  /// Name of the office.
  let office: String
  /// Address of the public folder; nil where no feed is written.
  let baseURL: String?

  /// The pages of an office.
  init(_ office: Office, _ renderer: Renderer) {
    self.renderer = renderer
    self.office = office.years[0].scheme.office.name
    baseURL = office.settings.baseURL
  }

  /// Every file that is made from the register.
  func files(of register: Register) -> [Page] {
    let table = Page(path: "register.csv", bytes: register.table(in: renderer.templates.language))
    return pages(of: register) + [table]
  }

  /// All derived pages, each after those that it links to: stopped in between, no link leads nowhere.
  func pages(of register: Register) -> [Page] {
    let entries = register.issues.map(entry)
    let byPeriod = Dictionary(grouping: entries, by: \.period)
    let notices = register.notices.map(entry)
    let periods = byPeriod.sorted { $0.key.description < $1.key.description }
      .flatMap { period, revisions in
        renderer.periodIndex(office: office, revisions: revisions, notices: notices)
          .map { Page(path: "\(period)/\($0.path)", bytes: $0.bytes) }
      }
    return periods + renderer.siteIndex(office: office, issues: entries, notices: notices)
      + feed(of: register)
  }

  private func entry(_ issue: TongbaoPublishing.Issue) -> IssueEntry {
    IssueEntry(
      period: issue.period,
      revision: issue.revision,
      number: issue.documentNumber,
      title: issue.title,
      date: issue.date,
      files: Set(issue.files.map(\.path)),
      summary: issue.summary
    )
  }

  private func entry(_ notice: PublishedNotice) -> NoticeEntry {
    NoticeEntry(
      number: notice.id,
      period: notice.issue.split(separator: "/").first.flatMap { Period(String($0)) },
      date: notice.date,
      isWithdrawn: notice.withdrawal.map { !$0.isSuspension } ?? false,
      isSuspended: notice.withdrawal?.isSuspension ?? false
    )
  }
}
