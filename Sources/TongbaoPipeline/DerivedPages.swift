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

  /// All derived pages; none while nothing is out.
  func pages(of register: Register) -> [Page] {
    let entries = register.issues.map(entry)
    let periods = Set(register.issues.map(\.period)).sorted { $0.description < $1.description }
    let notices = register.notices.map {
      NoticeEntry(number: $0.id, date: $0.date, isWithdrawn: $0.withdrawal != nil)
    }
    return renderer.siteIndex(office: office, issues: entries, notices: notices)
      + periods.flatMap { period -> [Page] in
        renderer.periodIndex(office: office, revisions: entries.filter { $0.period == period })
          .map { Page(path: "\(period)/\($0.path)", bytes: $0.bytes) }
      } + feed(of: register)
  }

  private func entry(_ issue: TongbaoPublishing.Issue) -> IssueEntry {
    IssueEntry(
      period: issue.period,
      revision: issue.revision,
      number: issue.documentNumber,
      title: issue.title,
      date: issue.date
    )
  }
}
