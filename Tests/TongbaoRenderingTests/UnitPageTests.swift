import Testing
import TongbaoModel

@testable import TongbaoRendering

/// What a unit learns from its own page.
struct UnitPageTests {
  private static func page(
    _ path: String,
    _ input: CircularInput,
    _ templates: Templates = Sample.templates
  ) -> String {
    let pages = Renderer(templates: templates, mask: Sample.mask).issue(input).pages
    let page = pages.first { $0.path == path }
    return String(decoding: page?.bytes ?? [], as: UTF8.self)
      .filter { !$0.isWhitespace }
  }

  @Test func `a unit sees how the rectification of each of its findings stands`() {
    var input = Sample.input(november: true)
    input.assessment.cases[4].handling = .failed
    #expect(
      UnitPageTests.page("units/yanguan.txt", input).contains("整改情况：逾期；整改期限：2017-10-28")
    )
    #expect(UnitPageTests.page("circular.txt", input).contains("整改情况：复查不合格。"))
    let html = UnitPageTests.page("circular.html", input, Sample.english)
    #expect(html.contains(">Rectification</th>") && html.contains("re-checkfailed</td>"))
    // A finding that does not count has nothing to be rectified.
    #expect(UnitPageTests.page("units/haichang.txt", input).contains("整改情况：—；"))
  }

  @Test func `what remains to be rectified is listed whether provisional or not`() {
    var input = Sample.input(november: true)
    // Overdue, not provisional.
    let page = UnitPageTests.page("units/yanguan.txt", input)
    #expect(page.contains("尚未办结的问题编号指标点位整改期限整改情况"))
    #expect(page.contains("X2平安巡查景区2017-10-28逾期"))
    // What the gate withholds shows its state and day alone.
    #expect(
      UnitPageTests.page("units/changan.txt", input).contains("核实中平安巡查2017-11-15逾期")
    )
    #expect(UnitPageTests.page("units/haichang.txt", input).contains("没有尚未办结的问题。"))
    input.assessment.cases[1].handling = .failed
    #expect(
      UnitPageTests.page("units/yanguan.txt", input).contains("景区2017-10-28复查不合格")
    )
    let english = UnitPageTests.page("units/haichang.txt", input, Sample.english)
    #expect(english.contains("Nothingremainstoberectified."))
  }
}
