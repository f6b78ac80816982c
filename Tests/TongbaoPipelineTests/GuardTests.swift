import Testing
import TongbaoModel

@testable import TongbaoPipeline

struct GuardTests {
  private func candidate(
    _ figures: Figures,
    change: (inout [Page]) -> Void = { _ in },
    personalData: [String: TextPlace] = [:],
    date: CalendarDate = ExampleFixture.today,
    endedUnits: [String] = []
  ) throws -> Guard.Candidate {
    var pages = figures.rules.scheme.units.map { unit in
      Page(path: "units/\(unit.id).html", bytes: Array("<a href=\"../../../index.html\">".utf8))
    }
    change(&pages)
    return Guard.Candidate(
      figures: figures,
      pages: pages,
      addresses: ["index.html"],
      folder: "2017-11/r1",
      ownSheets: figures.gathering.sheets,
      date: date,
      publishedOn: nil,
      endedUnits: endedUnits,
      personalData: personalData
    )
  }

  private func codes(_ name: String, _ candidate: Guard.Candidate) throws -> [String] {
    let rule = try #require(Guard.all.first { $0.name == name })
    return rule.problems(candidate).map(\.kind.code)
  }

  @Test func `a sound issue passes every guard`() async throws {
    let figures = try await ExampleFixture.figures("2017-10")
    let candidate = try candidate(figures)
    for rule in Guard.all { #expect(rule.problems(candidate).isEmpty, "\(rule.name)") }
  }

  @Test func `a unit without page is refused`() async throws {
    let figures = try await ExampleFixture.figures("2017-10")
    let candidate = try candidate(figures, change: { $0.removeFirst() })
    #expect(try codes("unit-missing", candidate) == ["guard.unit-missing"])
  }

  @Test func `far fewer rows than before are refused`() async throws {
    let november = try await ExampleFixture.figures("2017-11")
    #expect(try codes("shrink", candidate(november)) == ["guard.shrink"])
    let lax = try await ExampleFixture.figures(
      "2017-11",
      settings: "format: tongbao.settings/1\nguards: {shrink: 0.2}\n"
    )
    #expect(try codes("shrink", candidate(lax)) == [])
  }

  @Test func `a total that moves too far is refused`() async throws {
    let strict = "format: tongbao.settings/1\nguards: {jump: 1.5}\n"
    let figures = try await ExampleFixture.figures("2017-11", settings: strict)
    // 盐官镇 moves by 2, 长安镇 by 3.025, 海昌街道 by less than 1.5.
    #expect(try codes("jump", candidate(figures)) == ["guard.jump", "guard.jump"])
  }

  @Test func `parts that do not add up are refused`() async throws {
    var figures = try await ExampleFixture.figures("2017-10")
    figures.assessment.units[0].cumulative.base = .one
    #expect(try codes("sum", candidate(figures)) == ["guard.sum"])
    figures = try await ExampleFixture.figures("2017-10")
    figures.assessment.units[0].cumulative.total = .one
    #expect(try codes("sum", candidate(figures)) == ["guard.sum"])
  }

  @Test func `unmasked personal data is refused`() async throws {
    let figures = try await ExampleFixture.figures("2017-10")
    let telephone = "13812345678"
    let leaking = try candidate(
      figures,
      change: { $0.append(Page(path: "circular.txt", bytes: Array("电话\(telephone)。".utf8))) },
      personalData: [telephone: place]
    )
    #expect(try codes("personal-data", leaking) == ["guard.personal-data"])
    #expect(try codes("personal-data", candidate(figures, personalData: [telephone: place])) == [])
    let rule = try #require(Guard.all.first { $0.name == "personal-data" })
    let problem = try #require(rule.problems(leaking).first)
    #expect(problem.location?.description == "a.csv:7")
    #expect(
      problem.message(in: .chinese)
        == "页面 circular.txt 含未遮盖的个人信息（138****5678），与“盐官镇”“ZZ-7”的 finding 栏相同"
    )
  }

  private var place: TextPlace {
    TextPlace(
      row: RowReference(file: 0, row: 7),
      location: SourceLocation(file: "a.csv", line: 7),
      field: "finding",
      record: "ZZ-7",
      unit: "盐官镇",
      masked: "138****5678"
    )
  }

  @Test func `a number that is part of a longer one is no leak`() async throws {
    let figures = try await ExampleFixture.figures("2017-10")
    let page = Page(path: "circular.txt", bytes: Array("单号2013812345678，13812345678９".utf8))
    let candidate = try candidate(
      figures,
      change: { $0.append(page) },
      personalData: ["13812345678": place]
    )
    #expect(try codes("personal-data", candidate) == [])
  }

  @Test func `a unit that was published does not vanish`() async throws {
    let figures = try await ExampleFixture.figures("2017-10")
    #expect(try codes("unit-missing", candidate(figures)) == [])
    let gone = try candidate(figures, endedUnits: ["许村镇"])
    #expect(try codes("unit-missing", gone) == ["guard.unit-gone"])
  }

  @Test func `a link that leads nowhere is refused`() async throws {
    let figures = try await ExampleFixture.figures("2017-10")
    let page = "<a href=\"units/yanguan.html#top\"><a href=\"../r9/circular.html\"><a href=\"#x\">"
    let broken = try candidate(
      figures,
      change: { $0.append(Page(path: "circular.html", bytes: Array(page.utf8))) }
    )
    #expect(try codes("link", broken) == ["guard.link"])
  }

  @Test func `too many refused rows are refused`() async throws {
    let figures = try await ExampleFixture.figures("2017-10", sheets: ["rectifications.csv"])
    #expect(try codes("quarantine-share", candidate(figures)) == ["guard.quarantine-share"])
  }
}
