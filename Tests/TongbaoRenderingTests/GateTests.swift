import Testing
import TongbaoModel

@testable import TongbaoRendering

/// What the gate withholds appears in no public byte.
struct GateTests {
  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `a finding that lacks a condition is in no public byte`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let input = GateTests.input(&random)
    let renderer = Renderer(templates: Sample.templates) { $0 }
    let pages =
      renderer.issue(input).pages + renderer.summary(input).pages
      + renderer.correction(
        of: input,
        before: input,
        previous: .init(title: "r1", address: "../r1/circular.html"),
        current: .init(title: "r2", address: "circular.html")
      )
    let texts = pages.filter { $0.audience == .public }
      .map { String(decoding: $0.bytes, as: UTF8.self) }
    for finding in input.assessment.cases where Issue.isWithheld(finding) {
      let secrets = [
        "R\(finding.inspection)X", "S\(finding.inspection)X", "F\(finding.inspection)X",
        "P\(finding.inspection)X", "secret.csv:\(finding.inspection + 1000)",
      ]
      for secret in secrets {
        #expect(!texts.contains { $0.contains(secret) }, "\(secret) is public")
      }
    }
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `exactly the named findings have a notice and only notices name a person`(
    seed: UInt64
  ) throws {
    var random = SeededRandom(seed: seed)
    let input = GateTests.input(&random)
    let issue = Renderer(templates: Sample.templates) { $0 }.issue(input)
    let named = input.assessment.cases.filter { $0.gate?.isEmpty == true }
    let notices = issue.pages.filter { $0.path.hasPrefix("notices/") }
    #expect(notices.count == named.count * 2)
    #expect(issue.noticeNumbers.count == named.count)
    for page in issue.pages where page.audience == .public {
      let text = String(decoding: page.bytes, as: UTF8.self)
      let isNotice = page.path.hasPrefix("notices/")
      for finding in input.assessment.cases where text.contains("P\(finding.inspection)X") {
        #expect(isNotice && finding.gate?.isEmpty == true)
      }
    }
    let circular = issue.pages.first { $0.path == "circular.txt" }
    let text = String(decoding: circular?.bytes ?? [], as: UTF8.self)
      .filter { !$0.isWhitespace }
    if !named.isEmpty { #expect(text.contains("本年度累计实名通报\(named.count)件")) }
  }

  @Test func `a notice that no longer stands becomes a page without names`() {
    var input = Sample.input()
    input.noticeNumbers = [0: "2017-0007"]
    input.assessment.cases[0].state = .withdrawn
    input.assessment.cases[0].handling = nil
    input.assessment.cases[0].gate = [.withdrawn]
    let pages = Renderer(templates: Sample.templates) { $0 }.issue(input).pages
    let text =
      pages.first { $0.path == "notices/2017-0007.txt" }
      .map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    #expect(text.contains("已撤销"))
    for secret in ["张海宁", "盐官", "X1", "监控有效"] { #expect(!text.contains(secret)) }
  }

  @Test func `published scores hide record and source of what is withheld and nothing else`() {
    let input = Sample.input()
    let full = ScoresDocument(input, isPublished: false)
    let published = ScoresDocument(input, isPublished: true)
    let (all, shown) = (
      String(decoding: full.json, as: UTF8.self), String(decoding: published.json, as: UTF8.self)
    )
    #expect(all.contains("\"X3\"") && !shown.contains("\"X3\""))
    #expect(all.contains("csv:4") && !shown.contains("csv:4"))
    #expect(shown.contains("\"X1\"") && shown.contains("\"X2\"") && shown.contains("\"X4\""))
  }

  /// Forty findings of random severities, states and gates, each with texts of its own.
  private static func input(_ random: inout SeededRandom) -> CircularInput {
    var input = Sample.input(november: true)
    input.records = Records()
    input.records.files = [SheetFile(name: "secret.csv")]
    input.records.teams = ["", "第1组"]
    input.texts = [:]
    var cases: [Case] = []
    for index in 0..<40 {
      let row = UInt32(index + 1000)
      let isNamed = Bool.random(using: &random)
      input.records.inspections.append(
        Sample.inspection(
          "R\(index)X",
          "2017-1\(Int.random(in: 0...1, using: &random))-15",
          row: row,
          unit: UInt16.random(in: 0...3, using: &random),
          severity: isNamed ? 2 : 1
        )
      )
      let texts: RowTexts = [
        "site": "S\(index)X", "finding": "F\(index)X", "responsible": "P\(index)X", "duty": "站长",
        "evidence": "F\(index)X照片", "remark": "F\(index)X",
      ]
      input.texts.add(texts, at: Sample.place(row))
      cases.append(finding(index, isNamed: isNamed, &random))
    }
    input.assessment.cases = CaseList(cases)
    for unit in input.assessment.units.indices {
      let own = cases.indices.filter {
        input.records.inspections[$0].unit == input.assessment.units[unit].unit
      }
      input.assessment.units[unit].cumulative.indicators[0].cases = Positions(own)
      input.assessment.units[unit].period.indicators[0].cases = Positions(own)
    }
    input.previous = nil
    input.counterfactuals = cases.indices.map {
      Counterfactual(
        unit: input.records.inspections[$0].unit,
        subject: .finding($0),
        returned: .one,
        total: .one,
        rank: 1,
        obstacle: nil
      )
    }
    input.unfinished = cases.indices.map { index in
      let row = input.records.inspections[index]
      return Unfinished(
        record: row.record,
        unit: row.unit,
        indicator: row.indicator,
        year: 2017,
        target: nil,
        value: nil,
        handling: .open,
        place: row.place
      )
    }
    input.explanations = cases.indices.map { index in
      let row = input.records.inspections[index]
      let source = input.records.source(of: row.place)
      let inputs = [Explanation.Input(name: "points", value: "1", source: source)]
      return Explanation(
        unit: row.unit,
        isCumulative: true,
        steps: [
          .init(clause: .finding, subject: row.record, formula: "1", inputs: inputs, result: "1"),
          .init(clause: .measure, subject: "cameras", formula: "1", inputs: inputs, result: "1"),
        ]
      )
    }
    return input
  }

  private static func finding(
    _ index: Int,
    isNamed: Bool,
    _ random: inout SeededRandom
  ) -> Case {
    let conditions: [GateCondition] = [
      .inadmissible, .withdrawn, .notVerified, .replyPending(until: nil),
      .replyPending(until: Sample.day("2017-12-01")), .appealPending, .notApproved,
    ]
    let isPassed = Bool.random(using: &random)
    let missing = conditions.filter { _ in Int.random(in: 0...4, using: &random) == 0 }
    let gate = isPassed ? [] : missing.isEmpty ? [conditions[index % conditions.count]] : missing
    let states: [CaseState] = [.open, .overdue, .confirmed, .restored, .reduced]
    let handlings: [Handling] = [.open, .overdue, .closed, .failed]
    var finding = Sample.finding(
      index,
      states.randomElement(using: &random) ?? .open,
      counted: "1",
      gate: isNamed ? gate : nil,
      handling: handlings.randomElement(using: &random),
      due: "2017-11-20"
    )
    finding.verification = nil
    if gate.contains(.withdrawn) { (finding.state, finding.handling) = (.withdrawn, nil) }
    return finding
  }
}
