import Foundation
import TongbaoModel

@testable import TongbaoPublishing

/// A workspace with a run that does everything the stage offers, over sheets whose names say what
/// they are.
///
/// `bad…` is refused whole, `rows…` has a refused row, `named…` yields a named notice for as long
/// as it counts.
struct SmallOffice {
  let folder: TemporaryFolder
  static let time = Timestamp(seconds: 1_512_000_000)

  init() throws {
    folder = try TemporaryFolder()
  }

  /// What departments send first: among others the same sheet twice.
  func dropFirstSheets() throws {
    try folder.write("甲", to: "inbox/a.csv")
    try folder.write("甲", to: "inbox/a-again.csv")
    try folder.write("x", to: "inbox/bad.xls")
    try folder.write("乙", to: "inbox/named.csv")
    try folder.write("丙", to: "inbox/rows.csv")
  }

  /// What they send later.
  func dropLateSheets() throws {
    try folder.write("丁", to: "inbox/late.csv")
  }

  /// One run: takes in, publishes what has changed, rebuilds.
  @discardableResult
  func run(
    on disk: Disk = Disk(),
    withdrawing name: String? = nil
  ) throws(PublishingFailure) -> [Diagnostic] {
    let workspace = try Workspace(at: folder.path, disk: disk)
    try workspace.prepare()
    let lock = try workspace.lock()
    var archive = try Archive(of: workspace, lock: lock)
    try takeIn(&archive, workspace)
    if let name, let sheet = archive.journal.sheets(named: name).first {
      try archive.withdraw(sheet, reason: "误报", at: SmallOffice.time)
    }
    try quarantine(archive.journal, workspace, lock)
    return try archive.diagnostics + publish(archive, workspace, lock)
  }

  private func takeIn(
    _ archive: inout Archive,
    _ workspace: Workspace
  ) throws(PublishingFailure) {
    let inbox = try Inbox(of: workspace, now: SmallOffice.time, settle: 5)
    for file in inbox.ready {
      switch try archive.receive(file) {
      case .new(let sheet) where sheet.name.hasPrefix("bad"):
        try archive.refuse(sheet, reasons: Array("坏".utf8), at: SmallOffice.time)
      case .new(let sheet): try archive.accept(sheet, year: 2017, at: SmallOffice.time)
      case .duplicate(let sheet, let original):
        try archive.setAside(sheet, duplicateOf: original, at: SmallOffice.time)
      case .finished, .waiting, .heldOpen, .unreadable: break
      }
    }
    try archive.commit()
  }

  private func quarantine(
    _ journal: Journal,
    _ workspace: Workspace,
    _ lock: WorkspaceLock
  ) throws(PublishingFailure) {
    let row = RefusedRows.Row(row: 2, cells: ["1", "=2"], diagnostics: [Diagnostic(.inboxLink)])
    let rows = RefusedRows(columns: ["record", "unit"], rows: [row])
    var quarantine = try Quarantine(of: workspace, lock: lock)
    let refused = journal.sheets().filter { $0.name.hasPrefix("rows") }.map { ($0, rows) }
    try quarantine.update(refused, in: .chinese)
  }

  private func publish(
    _ archive: Archive,
    _ workspace: Workspace,
    _ lock: WorkspaceLock
  ) throws(PublishingFailure) -> [Diagnostic] {
    var publication = try Publication(of: workspace, lock: lock)
    let sheets = archive.journal.sheets()
    let text = sheets.map { "\($0.sequence) \($0.digest.hex)\n" }.joined()
    let content = ContentDigest(of: Array(text.utf8))
    let period = Period.month(year: 2017, month: 10)
    if !publication.register.holds(period, scores: content, content: content) {
      let rules = try archive.keep(Array("rules".utf8))
      try archive.keep(files: [])
      let proposal = proposal(publication.register, sheets, text, content, rules)
      try publication.publish(proposal)
    }
    try publication.rebuild(SmallOffice.derived)
    try publication.write(
      RunStatus(time: SmallOffice.time, outcome: .published, program: "1")
    )
    return publication.diagnostics
  }

  private func proposal(
    _ register: Register,
    _ sheets: [ArchivedSheet],
    _ text: String,
    _ content: ContentDigest,
    _ rules: ContentDigest
  ) -> IssueProposal {
    let period = Period.month(year: 2017, month: 10)
    let numbers = NumberAllocation(after: register)
    let issue = Issue(
      period: period,
      revision: numbers.revision(of: register.latest(period)),
      year: 2017,
      number: numbers.document(in: 2017),
      documentNumber: "海考评〔2017〕1号",
      date: CalendarDate(dayNumber: 17_500),
      title: "通报",
      files: [],
      basis: Basis(
        journal: sheets.last?.sequence ?? 0,
        asOf: CalendarDate(dayNumber: 17_400),
        scheme: rules,
        settings: rules,
        templates: Archive.digest(of: []),
        program: "1"
      ),
      scores: content,
      content: content
    )
    var proposal = IssueProposal(
      issue: issue,
      pages: [
        Page(path: "circular.html", bytes: Array(text.utf8)),
        Page(path: "units/yanguan.html", bytes: Array("盐官".utf8)),
        Page(path: "units/a b.txt", bytes: []),
      ]
    )
    let isNamed = sheets.contains { $0.name.hasPrefix("named") }
    let notice = register.notice(of: "k1")
    if isNamed, notice == nil {
      proposal.notices = [
        IssueProposal.Notice(
          number: numbers.notices(1, in: 2017).lowerBound,
          key: "k1",
          title: "实名通报",
          pages: SmallOffice.noticePages("张三")
        )
      ]
    } else if !isNamed, let notice, notice.withdrawal == nil {
      proposal.withdrawals = [
        IssueProposal.Withdrawal(
          id: notice.id,
          title: "已撤销",
          pages: SmallOffice.noticePages("已撤销")
        )
      ]
    }
    return proposal
  }

  private static func noticePages(_ text: String) -> [Page] {
    ["2017-0001.html", "2017-0001.txt"].map { Page(path: $0, bytes: Array(text.utf8)) }
  }

  /// The table, and an index whose lines are the files that it links to.
  private static func derived(_ register: Register) -> [Page] {
    let links = register.files.map { $0.path + "\n" }.joined()
    let periods = Set(register.issues.map(\.period.description))
      .map {
        Page(path: $0 + "/index.html", bytes: Array(links.utf8))
      }
    let table = Page(path: "register.csv", bytes: register.table(in: .chinese))
    return periods + [Page(path: "index.html", bytes: Array(links.utf8)), table]
  }
}

extension SmallOffice {
  /// What a reader finds wrong in the public folder at this moment.
  func complaints() -> [String] {
    var complaints: [String] = []
    if let text = folder.text("public/register.json") {
      do {
        complaints += try wrongFiles(of: Register(json: Array(text.utf8)))
      } catch {
        complaints.append("register.json: \(error)")
      }
    }
    for page in ["public/index.html", "public/2017-10/index.html"] {
      for link in (folder.text(page) ?? "").split(separator: "\n")
      where folder.text(String(link)) == nil {
        complaints.append("\(page) links to \(link)")
      }
    }
    return complaints
  }

  private func wrongFiles(of register: Register) -> [String] {
    let replaced = Set(register.notices.flatMap { $0.withheld }.map(\.digest))
    return register.files.compactMap { path, digest in
      guard let text = folder.text(path) else { return "\(path) is missing" }
      let present = ContentDigest(of: Array(text.utf8))
      return present == digest || replaced.contains(present) ? nil : "\(path) is mixed"
    }
  }
}

extension Workspace {
  /// Everything that is not as it was written.
  func damages() throws -> [Diagnostic] {
    try Verification.damages(in: self, Journal(of: self), register())
  }
}
