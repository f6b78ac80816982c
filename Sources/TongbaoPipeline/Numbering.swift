import TongbaoModel
import TongbaoPublishing

/// The numbers of an issue: its own, and those of the named notices that it brings or withdraws.
struct Numbering {
  /// The next document number.
  let document: Int
  /// Notice numbers by position in `Records.inspections`: those given before, and the next free ones.
  let notices: [Int: String]
  /// New notices: position of the inspection and number in the year.
  private let added: [(inspection: Int, number: Int, key: String)]
  /// Published notices that lose their names: id by position of the inspection.
  private let withdrawn: [Int: String]

  init(_ figures: Figures, _ register: Register, year: Int) {
    let allocation = NumberAllocation(after: register)
    document = allocation.document(in: year)
    var notices: [Int: String] = [:]
    var withdrawn: [Int: String] = [:]
    var new: [(inspection: Int, key: String)] = []
    for finding in figures.assessment.cases where finding.gate != nil {
      let key = figures.noticeKey(of: finding.inspection)
      let published = register.notice(of: key)
      if finding.gate?.isEmpty == true {
        if let published {
          notices[finding.inspection] = published.id
        } else {
          new.append((finding.inspection, key))
        }
      } else if finding.state == .withdrawn, let published {
        notices[finding.inspection] = published.id
        if published.withdrawal == nil { withdrawn[finding.inspection] = published.id }
      }
    }
    let numbers = Array(allocation.notices(new.count, in: year))
    added = zip(new, numbers).map { (inspection: $0.inspection, number: $1, key: $0.key) }
    for notice in added {
      notices[notice.inspection] = PublishedNotice.id(year: year, number: notice.number)
    }
    self.notices = notices
    self.withdrawn = withdrawn
  }

  /// What is handed to the publication: the issue's pages, the new notices, the withdrawals.
  func proposal(
    _ issue: TongbaoPublishing.Issue,
    _ pages: [Page],
    year: Int,
    _ figures: Figures
  ) -> IssueProposal {
    let all = pages.publicPages
    let prefix = "notices/"
    let ofNotices = all.filter { $0.path.hasPrefix(prefix) }
      .map { Page(path: String($0.path.dropFirst(prefix.count)), bytes: $0.bytes) }
    func named(_ id: String) -> [Page] {
      ofNotices.filter { $0.path == id + ".html" || $0.path == id + ".txt" }
    }
    let notices = added.map { notice in
      IssueProposal.Notice(
        number: notice.number,
        key: notice.key,
        title: figures.noticeTitle(of: notice.inspection),
        pages: named(PublishedNotice.id(year: year, number: notice.number))
      )
    }
    let withdrawals = withdrawn.values.sorted()
      .map { IssueProposal.Withdrawal(id: $0, title: "", pages: named($0)) }
    return IssueProposal(
      issue: issue,
      pages: all.filter { !$0.path.hasPrefix(prefix) },
      notices: notices,
      withdrawals: withdrawals
    )
  }
}

extension Figures {
  /// What tells a finding from all others without naming anybody: a digest of department and record.
  func noticeKey(of inspection: Int) -> String {
    let row = gathering.records.inspections[inspection]
    let department = gathering.records.files[Int(row.place.file)].department
      .map { rules.scheme.departments[$0].id }
    return ContentDigest(of: Array("\(department ?? "")|\(row.record)".utf8)).hex
  }

  /// A notice's title for the register: the unit and the indicator.
  func noticeTitle(of inspection: Int) -> String {
    let row = gathering.records.inspections[inspection]
    return rules.scheme.units[row.unit].name + " " + rules.scheme.indicators[row.indicator].name
  }
}
