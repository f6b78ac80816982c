import Testing
import TongbaoModel

@testable import TongbaoRendering

/// Pages for the office alone, and sheets to units.
struct OfficePagesTests {
  private static func page(
    _ path: String,
    _ input: CircularInput,
    _ templates: Templates = Sample.templates
  ) -> String {
    let renderer = Renderer(templates: templates, mask: Sample.mask)
    let pages = renderer.issue(input).pages + renderer.sheets(sheets, of: input)
    let page = pages.first { $0.path == path }
    return String(decoding: page?.bytes ?? [], as: UTF8.self).filter { !$0.isWhitespace }
  }

  private static let sheets = [UnitSheet.Kind.communication, .assignment]
    .map { kind in
      UnitSheet(
        kind: kind,
        week: .week(year: 2017, week: 42),
        unit: Ordinal(1),
        name: "changan-\(kind)",
        items: [.init(position: 2, since: Sample.day("2017-10-20"))],
        settled: []
      )
    }

  /// November with a recheck of October's X2, and one of a visit without finding.
  private static var rechecked: CircularInput {
    var input = Sample.input(november: true)
    input.records.visits = [
      Visit(
        number: 1,
        content: 1,
        date: Sample.day("2017-10-20"),
        place: Sample.place(9),
        unit: Ordinal(1),
        indicator: Ordinal(0),
        team: 1,
        inspectors: 3,
        isEvidenceRefused: false
      )
    ]
    for (row, subject) in [(5, FollowUp.Subject.inspection(1)), (6, .visit(0))] {
      input.records.followUps.append(
        FollowUp(
          content: .recheck(isConsistent: false),
          subject: subject,
          date: Sample.day("2017-11-10"),
          place: Sample.place(UInt32(row), file: 1)
        )
      )
    }
    input.texts.add(["record": "V7"], at: Sample.place(6, file: 1))
    return input
  }

  @Test func `a recheck counts in the month in which it was made`() {
    let page = OfficePagesTests.page("internal/discipline.txt", OfficePagesTests.rechecked)
    #expect(page.contains("市综治办00022") && page.contains("按复核日期计"))
    var october = Sample.input()
    october.records.followUps = OfficePagesTests.rechecked.records.followUps
    october.records.visits = OfficePagesTests.rechecked.records.visits
    #expect(OfficePagesTests.page("internal/discipline.txt", october).contains("市综治办01002"))
  }

  @Test func `the recheck of a visit without finding has the number of its row`() {
    let page = OfficePagesTests.page("internal/spot-check.txt", OfficePagesTests.rechecked)
    #expect(page.contains("V7") && page.contains("X2") && !page.contains("【—】"))
  }

  @Test func `what was withdrawn is not counted among what is withheld`() {
    var input = Sample.input()
    input.assessment.cases[0].gate = [.withdrawn]
    input.assessment.cases[0].state = .withdrawn
    input.assessment.cases[0].handling = nil
    let page = OfficePagesTests.page("internal/withheld.txt", input)
    #expect(page.contains("暂不公布的突出问题（1件）") && page.contains("不再公布的突出问题（1件）"))
    let english = OfficePagesTests.page("internal/withheld.txt", input, Sample.english)
    #expect(english.contains("Withheld:1") && english.contains("Nottobenamedanymore(1)"))
    #expect(!OfficePagesTests.page("internal/withheld.txt", Sample.input()).contains("不再公布"))
  }

  @Test(arguments: ["communication", "assignment"])
  func `a sheet to a unit has the same mark in both forms`(kind: String) {
    let path = "internal/sheets/2017-W42/changan-\(kind)"
    for form in [".html", ".txt"] {
      let page = OfficePagesTests.page(path + form, Sample.input())
      #expect(page.contains("工作联系单，请勿外传") && !page.contains("内部资料"))
      let english = OfficePagesTests.page(path + form, Sample.input(), Sample.english)
      #expect(english.contains("nottobepassedon") && !english.contains("Internal,"))
    }
    #expect(
      OfficePagesTests.page("internal/discipline.html", Sample.input()).contains("内部资料，不得公开")
    )
  }
}
