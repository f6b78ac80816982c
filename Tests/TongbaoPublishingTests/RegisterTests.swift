import Testing
import TongbaoModel

@testable import TongbaoPublishing

@Suite struct RegisterTests {
  private func register() throws -> Register {
    let office = try SmallOffice()
    try office.dropFirstSheets()
    try office.run()
    try office.run(withdrawing: "named.csv")
    return try Workspace(at: office.folder.path).register()
  }

  @Test func `a register reads back as it was written`() throws {
    var register = try register()
    register.issues[0].waivers = [WaivedGuard(name: "shrink", reason: "春节\n假期")]
    register.issues[0].basis.previous = "2017-09/r1"
    register.issues[1].summary = IssueSummary(
      units: [.init(id: "yanguan", name: "盐官镇"), .init(id: "b", name: "\"<乙>\"")],
      findings: 86,
      red: 1,
      yellow: 0
    )
    #expect(register.issues.map(\.folder) == ["2017-10/r1", "2017-10/r2"])
    #expect(register.notices.map(\.id) == ["2017-0001"])
    #expect(register.notices[0].withdrawal?.issue == "2017-10/r2")
    #expect(try Register(json: register.json) == register)
  }

  @Test(arguments: [
    (#""revision": 2"#, #""revision": 3"#),
    (#""number": 2"#, #""number": 1"#),
    (#""number": 1"#, #""number": 0"#),
    (#""title": "通报""#, #""title": "通报", "x": 1"#),
    (#""period": "2017-10""#, #""period": "2017-13""#),
    (#""path": "circular.html""#, #""path": "../circular.html""#),
    ("tongbao.register/1", "tongbao.register/2"),
    (#""what": "withdrawn""#, #""what": "gone""#),
    (#""notices": ["#, #""notices": [{},"#),
    ("}\n", "\n"),
  ])
  func `publish.damaged-register: what we did not write is not read`(
    _ part: String,
    _ other: String
  ) throws {
    let text = String(decoding: try register().json, as: UTF8.self)
    let changed = text.replacing(part, with: other)
    #expect(changed != text)
    #expect(throws: PublishingFailure.self) { try Register(json: Array(changed.utf8)) }
    let failure = PublishingFailure.damagedRegister(fact: "issues[0]")
    #expect(failure.diagnostic.kind == .publishDamagedRegister)
  }

  @Test func `an entry of an earlier version, without a summary, is read and stays as it was`()
    throws
  {
    let register = try register()
    let text = String(decoding: register.json, as: UTF8.self)
    #expect(!text.contains("summary"))
    #expect(register.issues.allSatisfy { $0.summary == nil })
    let damaged = text.replacing(
      #""files": ["#,
      with: #""summary": {"findings": 1, "red": 0, "yellow": 0}, "files": ["#,
      maxReplacements: 1
    )
    #expect(throws: PublishingFailure.self) { try Register(json: Array(damaged.utf8)) }
  }

  @Test func `numbers run on within a year and begin again with the next`() throws {
    let register = try register()
    let numbers = NumberAllocation(after: register)
    #expect(numbers.document(in: 2017) == 3)
    #expect(numbers.document(in: 2018) == 1)
    #expect(numbers.notices(3, in: 2017) == 2..<5)
    #expect(numbers.notices(2, in: 2018) == 1..<3)
    #expect(numbers.revision(of: register.latest(.month(year: 2017, month: 10))) == 3)
    #expect(PublishedNotice.id(year: 2017, number: 12) == "2017-0012")
    #expect(PublishedNotice.id(year: 2017, number: 12_345) == "2017-12345")
  }

  @Test func `publish.number-taken, publish.revision-taken: nothing is used twice`() throws {
    var register = try register()
    var issue = register.issues[1]
    let taken = PublishingFailure.revisionTaken(period: "2017-10", revision: 2)
    #expect(throws: taken) { try register.add(issue) }
    #expect(taken.diagnostic.kind == .publishRevisionTaken)
    issue.revision = 3
    let number = PublishingFailure.numberTaken(
      year: 2017,
      number: 2,
      by: "海考评〔2017〕1号 (2017-10/r2)",
      next: 3
    )
    #expect(throws: number) { try register.add(issue) }
    #expect(number.diagnostic.kind == .publishNumberTaken)
    #expect(number.diagnostic.message(in: .chinese).hasSuffix("已用于 海考评〔2017〕1号 (2017-10/r2)"))
    #expect(number.diagnostic.remedy(in: .english).hasPrefix("The next free number is 3,"))
    var notice = register.notices[0]
    notice.number = 3
    #expect(throws: PublishingFailure.numberTaken(year: 2017, number: 3, by: nil, next: 2)) {
      try register.add(notice)
    }
  }

  @Test func `the table is safe to open in a spreadsheet`() throws {
    var register = try register()
    register.issues[0].title = "=1+1"
    let text = String(decoding: register.table(in: .chinese).dropFirst(3), as: UTF8.self)
    let lines = text.split(separator: "\r\n")
    #expect(lines[0] == "发文字号,期间,版次,日期,标题,地址,状态")
    #expect(lines[1] == "海考评〔2017〕1号,2017-10,1,2017-11-30,'=1+1,2017-10/r1/,已由第2版取代")
    #expect(lines[2].hasSuffix(",2017-10/r2/,"))
    let english = String(decoding: register.table(in: .english), as: UTF8.self)
    #expect(english.contains(",superseded by revision 2\r\n"))
    #expect(lines[3] == "2017-0001,,,2017-11-30,已撤销,notices/2017-0001.html,已撤销 2017-11-30")
  }

  @Test func `the status reads back as it was written, and nothing else is read`() {
    let status = RunStatus(
      time: SmallOffice.time,
      outcome: .refused,
      exit: 4,
      periods: [
        .init(.month(year: 2017, month: 10), .published),
        .init(.month(year: 2017, month: 11), .refused, codes: ["guard.shrink"]),
      ],
      program: "1.0",
      issues: ["2017-10/r1"],
      reasons: [Bilingual("骤减", "shrink")],
      counts: ["open": 2, "inbox": 0]
    )
    #expect(RunStatus(json: status.json) == status)
    let text = String(decoding: status.json, as: UTF8.self)
    // An older version of the program wrote reasons in one language.
    let older = text.replacing(/\{\s*"zh": "骤减",\s*"en": "shrink"\s*\}/, with: "\"骤减\"")
    #expect(RunStatus(json: Array(older.utf8))?.reasons == [Bilingual("骤减", "骤减")])
    let changed = text.replacing("refused", with: "eaten")
    #expect(RunStatus(json: Array(changed.utf8)) == nil)
  }
}
