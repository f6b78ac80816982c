import Testing
import TongbaoModel

@testable import TongbaoRendering

/// Tables and cells of public pages.
struct PublicPagesTests {
  private static func page(
    _ path: String,
    _ input: CircularInput,
    _ templates: Templates = Sample.templates
  ) -> String {
    let pages = Renderer(templates: templates, mask: Sample.mask).issue(input).pages
    let page = pages.first { $0.path == path }
    return String(decoding: page?.bytes ?? [], as: UTF8.self).filter { !$0.isWhitespace }
  }

  @Test func `the list of notices shows what counts now beside what was deducted`() {
    let input = Sample.input(november: true)
    let page = PublicPagesTests.page("circular.txt", input)
    #expect(page.contains("2017-0001盐官镇平安巡查2017-10-121.000.00已返还"))
    let english = PublicPagesTests.page("circular.html", input, Sample.english)
    #expect(english.contains("Date</th>") && english.contains(">0.00</td>"))
  }

  @Test func `a notice says as of which day it stands`() {
    let input = Sample.input(november: true)
    #expect(
      PublicPagesTests.page("notices/2017-0001.txt", input)
        .contains("现计扣分：0.00分（截至2017年11月30日，已返还）")
    )
    #expect(
      PublicPagesTests.page("notices/2017-0001.html", input, Sample.english)
        .contains("0.00(asof30November2017,restored)")
    )
  }

  @Test func `a matter carried over is shown with the value that closed it`() {
    var input = Sample.input(november: true)
    input.records.carryovers = [
      Carryover(
        record: nil,
        unit: Ordinal(0),
        indicator: Ordinal(1),
        year: 2016,
        target: Sample.number("95"),
        value: Sample.number("93"),
        status: "",
        place: Sample.place(20)
      )
    ]
    input.carryovers = [
      CarryoverTracking(
        carryover: 0,
        metOn: Sample.day("2017-01-31"),
        proof: .measured(Sample.number("95.5"), Sample.place(21)),
        value: Sample.number("94.2")
      )
    ]
    let closed = PublicPagesTests.page("circular.txt", input)
    #expect(closed.contains("95.50%") && !closed.contains("94.20%"))
    #expect(!closed.contains("现值"))
    input.carryovers[0].metOn = nil
    input.carryovers[0].proof = nil
    #expect(PublicPagesTests.page("circular.txt", input).contains("94.20%"))
  }

  @Test func `a score without data says how it came about`() {
    var input = Sample.input()
    input.scheme.indicators[1].missing = .full
    input.assessment.units[2].cumulative.indicators[1].score = Sample.number("5")
    #expect(PublicPagesTests.page("units/yuanhua.html", input).contains("无数据，计满分"))
    let english = PublicPagesTests.page("units/yuanhua.html", input, Sample.english)
    #expect(english.contains("nodata:fullpoints"))
    #expect(PublicPagesTests.page("units/yuanhua.html", Sample.input()).contains("缺数据（不计入满分）"))
  }

  @Test func `at the floor the total when all is settled is told`() {
    var input = Sample.input()
    input.counterfactuals[0].obstacle = .floorOrCap
    #expect(
      PublicPagesTests.page("units/yanguan.txt", input)
        .contains("已触底，单独整改不增分（全部整改后为24.50分）")
    )
    let english = PublicPagesTests.page("units/yanguan.txt", input, Sample.english)
    #expect(english.contains("settlingitalonegivesnothing(24.50onceallissettled)"))
    input.assessment.units[0].cumulative.best = input.assessment.units[0].cumulative.total
    #expect(PublicPagesTests.page("units/yanguan.txt", input).contains("已触底，整改不增分；"))
  }
}

/// Derivations speak the language of the page.
struct DerivationWordingTests {
  private static func text(
    _ step: Explanation.Step,
    _ templates: Templates = Sample.templates
  ) -> String {
    let explanation = Explanation(unit: Ordinal(0), isCumulative: true, steps: [step])
    return Renderer(templates: templates) { $0 }.text(of: explanation, in: Sample.input())
      .filter { !$0.isWhitespace }
  }

  private static func step(_ name: String, _ value: String) -> Explanation.Step {
    Explanation.Step(
      clause: .finding,
      subject: "X1",
      formula: "1",
      inputs: [.init(name: name, value: value)],
      result: "1"
    )
  }

  @Test(arguments: [
    ("appeal", "partlyUpheld 2017-10-20", "部分成立2017-10-20", "partlyupheld2017-10-20"),
    ("appeal", "pending 2017-10-20", "受理中2017-10-20", "pending2017-10-20"),
    ("recheck", "inconsistent 2017-10-20", "抽查结果不一致2017-10-20", "inconsistent2017-10-20"),
    ("missing", "zero", "计零分", "nopoints"),
    ("missing", "groupMean", "按同类平均计分", "thecategory'smean"),
    ("printed", "93.24", "通报得分93.24", "scoreascirculated93.24"),
    ("lastYear", "93.24", "上年同期93.24", "sameperiodlastyear93.24"),
  ])
  func `no code of the program is printed`(
    name: String,
    value: String,
    chinese: String,
    english: String
  ) {
    let step = DerivationWordingTests.step(name, value)
    #expect(DerivationWordingTests.text(step).contains(chinese))
    #expect(DerivationWordingTests.text(step, Sample.english).contains(english))
  }

  @Test func `a warning and an event are called by their names`() {
    let warning = Explanation.Step(clause: .warning, formula: "", result: "yellow")
    #expect(DerivationWordingTests.text(warning).contains("预警：黄色"))
    let event = Explanation.Step(clause: .event, subject: "praise", formula: "1", result: "1")
    #expect(DerivationWordingTests.text(event).contains("获省肯定"))
  }

  @Test func `every name of a value has a word in both languages`() {
    for name in ["points", "due", "inspectors", "atLeast", "lastYear", "sample"] {
      #expect(Sample.templates.words.name(ofInput: name) != name)
    }
    #expect(Sample.english.words.name(ofInput: "atLeast") == "at least")
  }

  @Test func `minus is one sign`() {
    let step = Explanation.Step(
      clause: .indicator,
      subject: "patrol",
      formula: "max(0, 10 − -2) + min(-1, 3)",
      inputs: [.init(name: "date", value: "2017-10-12"), .init(name: "value", value: "-2.5")],
      result: "-0.5"
    )
    let text = DerivationWordingTests.text(step)
    #expect(text.contains("10−−2") && text.contains("min(−1,3)=−0.5"))
    #expect(text.contains("2017-10-12") && text.contains("−2.5"))
  }
}
