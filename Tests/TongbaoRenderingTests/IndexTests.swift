import Foundation
import Testing
import TongbaoModel

@testable import TongbaoRendering

/// The pages that lead to all others.
struct IndexTests {
  private static let october = Period.month(year: 2017, month: 10)

  private static let summary = IssueSummary(
    units: [.init(id: "yanguan", name: "盐官镇"), .init(id: "changan", name: "长安镇")],
    findings: 86,
    red: 1,
    yellow: 5
  )

  private static func entry(
    _ period: Period,
    _ revision: Int = 1,
    _ extra: Set<String> = [],
    summary: IssueSummary? = summary
  ) -> IssueEntry {
    let main = period.kind == .year ? "summary.html" : "circular.html"
    let files: Set<String> = [
      main, "warning.html", "scores.json", "scores.csv", "units/yanguan.html",
      "units/yanguan.txt", "units/changan.html",
    ]
    return IssueEntry(
      period: period,
      revision: revision,
      number: "海考评通报〔2017〕\(revision)号",
      title: "",
      date: Sample.day("2017-11-0\(revision)"),
      files: files.union(extra),
      summary: summary
    )
  }

  private static let notices = [
    NoticeEntry(
      number: "2017-0001",
      period: october,
      date: Sample.day("2017-11-03"),
      isWithdrawn: true
    ),
    NoticeEntry(
      number: "2017-0002",
      period: october,
      date: Sample.day("2017-11-03"),
      isWithdrawn: false
    ),
  ]

  private static func text(_ pages: [Page]) -> String {
    pages.first.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
  }

  private static func site(
    _ issues: [IssueEntry],
    _ templates: Templates = Sample.templates
  ) -> String {
    text(
      Renderer(templates: templates) { $0 }
        .siteIndex(office: "考评室", issues: issues, notices: notices)
    )
  }

  private static func period(
    _ revisions: [IssueEntry],
    _ templates: Templates = Sample.templates
  ) -> String {
    text(
      Renderer(templates: templates) { $0 }
        .periodIndex(office: "考评室", revisions: revisions, notices: notices)
    )
  }

  private static func links(_ page: String) -> [String] {
    page.matches(of: /href="([^"#]+)"/).map { String($0.output.1) }
      .filter { !$0.hasPrefix("data:") }
  }

  @Test func `the first page leads to every revision, correction, notice and unit page`() {
    let page = Self.site([
      Self.entry(Self.october), Self.entry(Self.october, 2, ["correction.html"]),
    ])
    #expect(
      Set(Self.links(page)) == [
        "2017-10/index.html", "2017-10/r1/circular.html", "2017-10/r1/warning.html",
        "2017-10/r2/circular.html", "2017-10/r2/warning.html", "2017-10/r2/correction.html",
        "2017-10/r2/units/yanguan.html", "2017-10/r2/units/changan.html",
        "notices/2017-0001.html", "notices/2017-0002.html",
      ]
    )
    #expect(page.contains("2个单位，发现问题86个，红色预警1个、黄色预警5个"))
    #expect(page.contains(">盐官镇</a>、<a") && page.contains("2017-0001</a>（已撤销）、"))
    #expect(page.matches(of: /<details>/).count == 2 && !page.contains("<details open"))
  }

  @Test func `the page of a period tells that a notice of it was withdrawn`() {
    let page = Self.period([Self.entry(Self.october)])
    #expect(page.contains("随本期发布的实名通报中，有1件其后撤销"))
    #expect(Self.period([Self.entry(Self.october)], Sample.english).contains("withdrawn since: 1;"))
    #expect(!Self.period([Self.entry(.month(year: 2017, month: 11))]).contains("其后撤销"))
  }

  @Test func `a notice is called published, and the reader told where its rectification stands`() {
    for (page, words) in [
      (Self.site([Self.entry(Self.october)]), ["<td class=\"k\">已公布</td>", "以随后各期通报和单位得分明细为准"]),
      (Self.period([Self.entry(Self.october)]), ["<td class=\"k\">已公布</td>", "以随后各期通报和单位得分明细为准"]),
      (
        Self.period([Self.entry(Self.october)], Sample.english),
        ["<td class=\"k\">published</td>", "see later circulars"]
      ),
    ] {
      for word in words { #expect(page.components(separatedBy: word).count == 2, "\(word)") }
    }
    let none = Self.period([Self.entry(.month(year: 2017, month: 11))])
    #expect(!none.contains("以随后各期通报"))
  }

  @Test func `years, kinds and periods come latest first`() {
    let issues: [Period] = [
      .month(year: 2016, month: 12), Self.october, .month(year: 2017, month: 11),
      .week(year: 2017, week: 45), .quarter(year: 2017, quarter: 3), .year(2017),
    ]
    let page = Self.site(issues.map { Self.entry($0) })
    let order = Self.links(page).filter { $0.hasSuffix("/index.html") }
    #expect(
      order == [
        "2017/index.html", "2017-Q3/index.html", "2017-11/index.html", "2017-10/index.html",
        "2017-W45/index.html", "2016-12/index.html",
      ]
    )
    #expect(
      page.contains("href=\"2017/r1/summary.html\"") && !page.contains("2017/r1/circular.html")
    )
  }

  @Test func `the page of a period leads to its own files`() {
    let page = Self.period([
      Self.entry(Self.october), Self.entry(Self.october, 2, ["correction.html"]),
    ])
    #expect(
      Set(Self.links(page)) == [
        "../index.html", "r2/circular.html", "r2/warning.html", "r2/scores.json", "r2/scores.csv",
        "r2/correction.html", "r2/units/yanguan.html", "r2/units/changan.html", "r1/circular.html",
        "../notices/2017-0001.html", "../notices/2017-0002.html",
      ]
    )
    #expect(page.contains("第2版，2017年11月2日发布。2个单位，发现问题86个"))
    let year = Self.period([Self.entry(.year(2017))])
    #expect(Self.links(year).contains("r1/summary.html"))
    #expect(!Self.links(year).contains { $0.contains("circular") || $0.contains("notices") })
  }

  @Test(arguments: ["zh-Hans", "en"])
  func `nothing leads to a file that the register does not have`(locale: String) {
    let templates = locale == "en" ? Sample.english : Sample.templates
    var bare = Self.entry(Self.october, summary: nil)
    bare.files = ["units/yanguan.html"]
    #expect(
      Set(Self.links(Self.site([bare], templates))) == [
        "2017-10/index.html", "2017-10/r1/units/yanguan.html", "notices/2017-0001.html",
        "notices/2017-0002.html",
      ]
    )
    let page = Self.period([bare], templates)
    #expect(Self.links(page).filter { !$0.hasPrefix("../") } == ["r1/units/yanguan.html"])
    #expect(page.contains(">yanguan</a>") && !page.contains("86"))
    #expect(Self.site([], templates).contains(locale == "en" ? "Nothing has been" : "还没有发布"))
  }

  @Test func `twenty years of months stay light`() {
    let many = (0..<14).map { IssueSummary.Unit(id: "unit\($0)", name: "单位\($0)") }
    let issues = (2000..<2020)
      .flatMap { year in
        (1...12)
          .map { month in
            var entry = Self.entry(.month(year: year, month: month))
            entry.summary?.units = many
            entry.files.formUnion(many.map { "units/\($0.id).html" })
            return entry
          }
      }
    let page = Self.site(issues)
    #expect(page.matches(of: /<details>/).count == 241)
    #expect(page.utf8.count < 600_000)
  }
}
