import Testing
import TongbaoModel

@testable import TongbaoRendering

/// The documents beside the circular.
struct DocumentsTests {
  private let renderer = Renderer(templates: Sample.templates, mask: Sample.mask)

  private func text(_ pages: [Page], _ path: String) -> String {
    pages.first { $0.path == path }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
  }

  @Test func `a correction shows before and after with causes and both links`() {
    let before = Sample.input()
    var now = before
    now.assessment.units[0].cumulative.total = Sample.number("23")
    now.assessment.cases[1].counted = Sample.number("0.25")
    let pages = renderer.correction(
      of: now,
      Correction(
        of: before,
        previous: .init(title: "原通报", address: "../r1/circular.html"),
        current: .init(title: "更正后的通报", address: "circular.html")
      )
    )
    let html = text(pages, "correction.html")
    #expect(html.contains("22.50") && html.contains("23.00"))
    #expect(html.contains("X2") && html.contains("确认扣分 0.25"))
    #expect(
      html.contains("href=\"../r1/circular.html\"") && html.contains("href=\"circular.html\"")
    )
    #expect(!html.contains("长安镇"))
  }

  @Test func `a correction says that rules were amended, and what they alone changed`() throws {
    let published = Sample.input()
    var correction = Correction(
      of: published,
      previous: .init(title: "原通报", address: "../r1/circular.html"),
      current: .init(title: "更正后的通报", address: "circular.html")
    )
    func page() -> String {
      text(renderer.correction(of: correction.reassessed, correction), "correction.html")
    }
    #expect(!page().contains("作了修改") && page().contains("只涉及名次"))
    correction.reassessed.assessment.units[0].cumulative.total = Sample.number("23")
    correction.reassessed.assessment.units[1].warning = .yellow
    let amended = page()
    for part in ["作了修改", "考核办法修改", "22.50", "23.00", "现预警", "黄色"] {
      #expect(amended.contains(part), "\(part)")
    }
    #expect(!amended.contains("没有变化"))

    // A unit that the amended scheme does not have any more.
    correction = Correction(
      of: published,
      previous: correction.previous,
      current: correction.current
    )
    correction.reassessed.assessment.units.removeLast()
    correction.former.removeLast()
    let ended = try #require(published.assessment.units.last?.unit)
    correction.ended = [ended]
    let name = published.scheme.units[ended].name
    #expect(page().contains(name) && page().contains("作了修改"))
    correction.isClosedOtherwise = true
    #expect(page().contains("未决预扣分的处理方式"))
  }

  @Test func `an explanation is numbered in both languages`() {
    let input = Sample.input()
    let chinese = renderer.text(of: input.explanations[0], in: input)
    #expect(chinese.contains("1.1.1 问题扣分（X1）") && chinese.contains("综治办-10月.csv:2"))
    let english = Renderer(templates: Sample.english) { $0 }
      .text(of: input.explanations[0], in: input)
    #expect(english.contains("1.1.1 Finding (X1)"))
  }

  @Test func `the office sees what is withheld and what it lacks`() {
    let withheld = text(renderer.issue(Sample.input()).pages, "internal/withheld.txt")
      .filter { !$0.isWhitespace }
    for part in ["X3", "李长安", "尚未核实属实", "尚未与单位沟通核实"] { #expect(withheld.contains(part)) }
  }

  @Test func `the same input gives the same bytes`() {
    let input = Sample.input(november: true)
    #expect(renderer.issue(input).pages == renderer.issue(input).pages)
  }

  @Test func `a circular longer than the rules allow is reported`() {
    var input = Sample.input()
    #expect(!renderer.issue(input).diagnostics.contains { $0.kind == .circularTooLong })
    input.scheme.title = String(repeating: "目标责任制考核办法", count: 500)
    #expect(renderer.issue(input).diagnostics.contains { $0.kind == .circularTooLong })
  }
}
