import TongbaoModel
import TongbaoPublishing
import TongbaoRendering

/// The numbers of an issue: its own, and those of the named notices that it brings, withdraws or restores.
struct Numbering {
  /// The next document number.
  let document: Int
  /// Notice numbers by position in `Records.inspections`: those given before, and the next free ones.
  private(set) var notices: [Int: String] = [:]
  /// Cases whose notices came out with earlier periods, by position in `Records.inspections`.
  private(set) var earlier: Set<Int> = []
  /// Published notices that no longer stand, by number.
  let retractions: [Retraction]
  /// Numbers of the notices withdrawn since the previous issue of the kind, with this one.
  let withdrawn: [String]
  /// New notices: position of the inspection and number in the year.
  private var added: [(inspection: Int, number: Int, key: String)] = []
  /// Notices that stand again: position of the inspection and id.
  private var restored: [(inspection: Int, id: String)] = []

  /// Of `figures`, whose gates hold as of the issue's day; `journal` is the last entry that they rest on.
  init(_ figures: Figures, _ naming: Naming, _ register: Register, year: Int, journal: Int) {
    let allocation = NumberAllocation(after: register)
    let period = figures.assessment.period
    document = allocation.document(in: year)
    var new: [(inspection: Int, key: String)] = []
    for finding in figures.assessment.cases where finding.gate?.isEmpty == true {
      guard let published = naming.notice(of: finding.inspection) else {
        new.append((finding.inspection, figures.noticeKey(of: finding.inspection)))
        continue
      }
      notices[finding.inspection] = published.id
      if published.withdrawal != nil { restored.append((finding.inspection, published.id)) }
      let days = published.period?.days
      if let days, days.to < period.days.from { earlier.insert(finding.inspection) }
    }
    let numbers = Array(allocation.notices(new.count, in: year))
    added = zip(new, numbers).map { (inspection: $0.inspection, number: $1, key: $0.key) }
    for notice in added {
      notices[notice.inspection] = PublishedNotice.id(year: year, number: notice.number)
    }
    retractions = Numbering.retractions(figures, naming, register, journal: journal)
    let now = retractions.filter { $0.reason != .suspended }.map(\.notice)
    withdrawn = (Numbering.withdrawn(before: period, register) + now).sorted()
  }

  /// The published notices of the figures' year that may no longer stand.
  private static func retractions(
    _ figures: Figures,
    _ naming: Naming,
    _ register: Register,
    journal: Int
  ) -> [Retraction] {
    let scheme = figures.rules.scheme
    var retractions: [Retraction] = []
    /// A suspended notice may yet be withdrawn; one that is withdrawn is done with.
    func retract(_ notice: PublishedNotice, because reason: Retraction.Reason?) {
      guard let reason, notice.withdrawal.map({ $0.isSuspension && reason != .suspended }) ?? true
      else { return }
      retractions.append(Retraction(notice: notice.id, reason: reason))
    }
    for finding in figures.assessment.cases {
      guard let notice = naming.notice(of: finding.inspection) else { continue }
      retract(notice, because: naming.reason(against: finding, in: figures.gathering.records))
    }
    let existing = naming.keys
    for notice in register.notices where !existing.contains(notice.key) {
      guard let issue = register.issues.first(where: { $0.folder == notice.issue }),
        scheme.window.contains(scheme.days(of: issue.period).to),
        // Figures that rest on less than the notice did do not know its record yet.
        issue.basis.journal <= journal
      else { continue }
      retract(notice, because: .recordGone)
    }
    return retractions.sorted { $0.notice < $1.notice }
  }

  /// The notices withdrawn by issues that came out after the previous one of the kind; without that one by earlier
  /// revisions of the period.
  private static func withdrawn(before period: Period, _ register: Register) -> [String] {
    let previous = register.issues.lastIndex { $0.period == period.previous }
    let issues = previous.map { Array(register.issues[($0 + 1)...]) }
    let later = Set((issues ?? register.revisions(of: period)).map(\.folder))
    return register.notices
      .filter { notice in
        notice.withdrawal.map { !$0.isSuspension && later.contains($0.issue) } ?? false
      }
      .map(\.id)
  }

  /// What is handed to the publication: the issue's pages, the new notices, withdrawals and restorations.
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
    return IssueProposal(
      issue: issue,
      pages: all.filter { !$0.path.hasPrefix(prefix) },
      notices: notices,
      withdrawals: retractions.map { retraction in
        IssueProposal.Withdrawal(
          id: retraction.notice,
          title: "",
          pages: named(retraction.notice),
          isSuspension: retraction.reason == .suspended
        )
      },
      restorations: restored.map { notice in
        IssueProposal.Restoration(
          id: notice.id,
          title: figures.noticeTitle(of: notice.inspection),
          pages: named(notice.id)
        )
      }
    )
  }
}

extension PublishedNotice {
  /// The period with whose issue it came out.
  fileprivate var period: Period? { Period(issue.prefix { $0 != "/" }) }
}

extension Figures {
  /// What tells a finding from all others without naming anybody.
  func noticeKey(of inspection: Int) -> String {
    gathering.records.key(of: inspection, under: rules.scheme)
  }

  /// A notice's title for the register: the unit and the indicator.
  func noticeTitle(of inspection: Int) -> String {
    let row = gathering.records.inspections[inspection]
    return rules.scheme.units[row.unit].name + " " + rules.scheme.indicators[row.indicator].name
  }
}

extension Records {
  /// What tells a finding from all others without naming anybody: a digest of department and record.
  func key(of inspection: Int, under scheme: Scheme) -> String {
    let row = inspections[inspection]
    let department = files[Int(row.place.file)].department.map { scheme.departments[$0].id }
    return ContentDigest(of: Array("\(department ?? "")|\(row.record)".utf8)).hex
  }
}
