import Testing
import TongbaoModel

@testable import TongbaoRendering

/// What the circular asks of the units goes by what was found, and by the part on rectification.
struct RequirementsTests {
  private static func circular(
    _ input: CircularInput,
    _ templates: Templates = Sample.templates
  ) -> String {
    let renderer = Renderer(templates: templates, mask: Sample.mask)
    let view = CircularView(Issue(input, words: templates.words, mask: Sample.mask))
    let text = TextWriter.text(of: renderer.outline("circular", view), marks: renderer.marks)
    return text.split(whereSeparator: \.isWhitespace)
      .joined(separator: templates.language == .chinese ? "" : " ")
  }

  private static func requirements(_ text: String) -> String {
    let start = text.ranges(of: "八、工作要求").first?.upperBound
    let end = text.ranges(of: "附件：").last?.lowerBound
    guard let start, let end, start < end else { return "" }
    return String(text[start..<end])
  }

  @Test func `a unit whose finding failed its re-check is asked to rectify anew`() {
    var input = Sample.input(november: true)
    #expect(!RequirementsTests.circular(input).contains("重新整改"))
    input.assessment.cases[4].handling = .failed
    let asked = RequirementsTests.requirements(RequirementsTests.circular(input))
    #expect(asked.contains("袁花镇对复查不合格的问题要重新整改"))
    let english = RequirementsTests.circular(input, Sample.english)
    #expect(english.contains("袁花镇 must rectify anew what failed its re-check"))
  }

  @Test func `what is asked of a unit is shown in the part on rectification`() {
    var input = Sample.input(november: true)
    input.assessment.cases[1].handling = .closed
    // A prominent finding, partly rectified in time: nothing else of its unit is overdue.
    input.assessment.cases[2].state = .reduced
    let text = RequirementsTests.circular(input)
    let asked = RequirementsTests.requirements(text)
    #expect(asked.contains("长安镇要立即整改逾期问题"))
    #expect(text.contains("突出问题（含核实中的）2个，已销号1个，销号率50.00%；逾期1个。"))
    #expect(text.contains("盐官镇11000100.00%") && text.contains("长安镇100100.00%"))
    #expect(!asked.contains("确认扣分；") && !asked.contains("按规定确认扣分"))
    #expect(asked.contains("已经确认或者核减扣分的，仍要整改到位"))
    let english = RequirementsTests.circular(input, Sample.english)
    #expect(english.contains("there are 2 prominent problems this year, with those being verified"))
    #expect(english.contains("deductions are confirmed or reduced must still be rectified"))
  }

  @Test func `a finding cleared since the period is asked of nobody`() {
    var input = Sample.input(november: true)
    input.assessment.cases[1].handling = .closed
    input.assessment.cases[2].gate = [.withdrawn]
    let text = RequirementsTests.circular(input)
    #expect(!RequirementsTests.requirements(text).contains("长安镇要"))
    #expect(text.contains("本年度突出问题1个，已销号1个"))
  }

  @Test func `only provisional deductions that are open are threatened with`() {
    let both = RequirementsTests.requirements(
      RequirementsTests.circular(Sample.input(november: true))
    )
    #expect(both.contains("；预扣分的问题逾期仍不整改的，按规定确认扣分；已经确认或者核减扣分的，仍要整改到位。"))
    var input = Sample.input(november: true)
    input.assessment.cases[1].handling = .closed
    let provisional = RequirementsTests.requirements(RequirementsTests.circular(input))
    #expect(provisional.contains("按规定确认扣分。") && !provisional.contains("仍要整改到位"))
  }

  @Test func `where all is closed or nothing was found nothing is to be rectified`() {
    var input = Sample.input(november: true)
    for index in input.assessment.cases.indices where input.assessment.cases[index].handling != nil
    {
      input.assessment.cases[index].handling = .closed
    }
    let closed = RequirementsTests.requirements(RequirementsTests.circular(input))
    #expect(closed.contains("（一）各单位要巩固整改成果") && closed.contains("所列扣分有异议"))
    #expect(!closed.contains("按期完成整改"))

    let quiet = EmptySectionTests.input
    let text = RequirementsTests.circular(quiet)
    let asked = RequirementsTests.requirements(text)
    #expect(asked.contains("（一）各单位要坚持自查自纠"))
    #expect(!asked.contains("按期完成整改") && !asked.contains("扣分有异议"))
    #expect(asked.contains("对本通报所列得分有异议的"))
    #expect(RequirementsTests.circular(quiet, Sample.english).contains("disagrees with a score in"))
  }

  @Test func `a period without visits or findings is told in words`() {
    var input = EmptySectionTests.input
    let none = RequirementsTests.circular(input)
    #expect(none.contains("本期未安排现场督查。") && !none.contains("督查记录0条"))
    #expect(RequirementsTests.circular(input, Sample.english).contains("no on-site inspections"))
    input.records.inspections = [
      Sample.inspection("X9", "2017-10-12", row: 2, unit: 0, severity: 0)
    ]
    let clean = RequirementsTests.circular(input)
    #expect(clean.contains("形成督查记录1条，未发现问题。"))
    #expect(RequirementsTests.circular(input, Sample.english).contains("Nothing was found."))
    input.assessment.cases = [
      Sample.finding(0, .inadmissible, counted: "0", reasons: [.evidenceRefused])
    ]
    let refused = RequirementsTests.circular(input)
    #expect(refused.contains("形成督查记录1条。发现的1个问题因不符合"))
  }
}
