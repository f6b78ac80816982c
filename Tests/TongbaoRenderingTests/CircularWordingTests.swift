import Testing
import TongbaoModel

@testable import TongbaoRendering

/// Sentences and cells of the circular that go by the figures.
struct CircularWordingTests {
  /// The circular as text, without line breaks.
  private func text(_ input: CircularInput, _ templates: Templates = Sample.templates) -> String {
    let pages = Renderer(templates: templates, mask: Sample.mask).issue(input).pages
    let page = pages.first { $0.path == "circular.txt" }
    return String(decoding: page?.bytes ?? [], as: UTF8.self)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func `how many of those being verified are new is said once`() {
    var input = Sample.input()
    let one = text(input).filter { $0 != " " }
    #expect(one.contains("另有1件正在与有关单位沟通核实，为本期发现，"))
    input.assessment.cases[0].gate = [.notApproved]
    let all = text(input).filter { $0 != " " }
    #expect(all.contains("另有2件正在与有关单位沟通核实，均为本期发现，"))
    #expect(text(input, Sample.english).contains("units: 2, all of them found in this period;"))
    input.records.inspections[0].date = Sample.day("2017-02-01")
    let some = text(input).filter { $0 != " " }
    #expect(some.contains("另有2件正在与有关单位沟通核实，其中本期发现1件，"))
    #expect(text(input, Sample.english).contains("units: 2, 1 of them found in this period;"))
  }

  @Test func `a unit without rank keeps the table and is explained below it`() {
    var input = Sample.input()
    #expect(!text(input, Sample.english).contains("n/r"))
    input.assessment.units[0].cumulative.rank = nil
    let english = text(input, Sample.english)
    #expect(english.contains("n/r 盐官镇"))
    // Below the ranks and below the early warnings.
    #expect(english.ranges(of: "n/r: not ranked.").count == 2)
    #expect(text(input).contains("不排名 盐官镇"))
  }

  @Test func `changes are those of the printed numbers`() {
    var input = Sample.input(november: true)
    let words = Sample.templates.words
    let figures = Issue(input, words: words) { $0 }.figures
    #expect(figures.change(from: Sample.number("93.244"), to: Sample.number("91.296")) == "-1.94")
    #expect(figures.change(from: Sample.number("9.996"), to: Sample.number("10.004")) == "0.00")

    #expect(text(input).filter { $0 != " " }.contains("平安巡查8.50→9.50"))
    let score = input.assessment.units[0].cumulative.indicators[0].score ?? .zero
    input.previous?.units[0].cumulative.indicators[0].score = try? score.adding(
      Sample.number("0.001")
    )
    #expect(!text(input).contains("9.50→9.50"))
  }
}
