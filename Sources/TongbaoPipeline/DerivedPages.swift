import TongbaoModel
import TongbaoPublishing
import TongbaoRendering

/// The pages that are made of the register: the index of the site and of every period.
struct DerivedPages {
  let renderer: Renderer
  /// Name of the office.
  let office: String

  /// All derived pages; none while nothing is out.
  func pages(of register: Register) -> [Page] {
    let entries = register.issues.map(entry)
    let periods = Set(register.issues.map(\.period)).sorted { $0.description < $1.description }
    let notices = register.notices.map { notice in
      NoticeEntry(
        number: notice.id,
        date: notice.date,
        isWithdrawn: notice.withdrawal.map { !$0.isSuspension } ?? false,
        isSuspended: notice.withdrawal?.isSuspension ?? false
      )
    }
    return renderer.siteIndex(office: office, issues: entries, notices: notices)
      + periods.flatMap { period -> [Page] in
        renderer.periodIndex(office: office, revisions: entries.filter { $0.period == period })
          .map { Page(path: "\(period)/\($0.path)", bytes: $0.bytes) }
      }
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
