import Testing
import TongbaoModel

@testable import TongbaoRendering

/// What the gate withholds appears in no public byte.
struct GateTests {
  /// Both locales, as installed and with templates that print all that there is.
  static let looks = ["zh-Hans", "en"].flatMap { [($0, false), ($0, true)] }

  private static func templates(_ look: (locale: String, isGreedy: Bool)) throws -> Templates {
    if look.isGreedy { return try GreedyTemplates.templates(locale: look.locale) }
    return look.locale == "en" ? Sample.english : Sample.templates
  }

  @Test(arguments: looks, 1...2 as ClosedRange<UInt64>)
  func `a finding that lacks a condition is in no public byte`(
    look: (String, Bool),
    seed: UInt64
  ) throws {
    var random = SeededRandom(seed: seed)
    let input = GateTests.input(&random)
    var named = input
    for position in named.assessment.cases.indices
    where named.assessment.cases[position].gate != nil {
      named.assessment.cases[position].gate = []
    }
    let templates = try GateTests.templates(look)
    try #require(templates.isUsable)
    let renderer = Renderer(templates: templates) { $0 }
    // Also where everything was named before, and where what was named is gone altogether.
    var gone = input
    gone.assessment.cases = []
    let pages =
      renderer.issue(input).pages + renderer.summary(input).pages
      + [(input, input), (input, named), (gone, named)]
      .flatMap { now, before in
        renderer.correction(
          of: now,
          Correction(
            of: before,
            previous: .init(title: "r1", address: "../r1/circular.html"),
            current: .init(title: "r2", address: "circular.html")
          )
        )
      }
    let found = GateTests.markers(in: pages.filter { $0.audience == .public })
    #expect(!found.isEmpty)
    let withheld = input.assessment.cases.filter { Issue.isWithheld($0) }
    #expect(!withheld.isEmpty)
    for finding in withheld {
      let leaks = found.intersection(GateTests.secrets(of: finding.inspection))
      #expect(leaks.isEmpty, "public: \(leaks)")
    }
  }

  /// Everything of the form of a secret in the bytes of pages: a letter, digits, X.
  private static func markers(in pages: [Page]) -> Set<String> {
    var found: Set<[UInt8]> = []
    for page in pages {
      var marker: [UInt8] = []
      for byte in page.bytes {
        switch byte {
        case UInt8(ascii: "X") where marker.count > 1: found.insert(marker + [byte])
        case UInt8(ascii: "0")...UInt8(ascii: "9") where !marker.isEmpty:
          marker.append(byte)
          continue
        default: break
        }
        let isLetter = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        marker = isLetter ? [byte] : []
      }
    }
    return Set(found.map { String(decoding: $0, as: UTF8.self) })
  }

  @Test(arguments: ["zh-Hans", "en"])
  func `a greedy template prints what may be said`(locale: String) throws {
    var random = SeededRandom(seed: 1)
    let input = GateTests.input(&random)
    let renderer = Renderer(templates: try GreedyTemplates.templates(locale: locale)) { $0 }
    let pages = renderer.issue(input).pages.filter { $0.audience == .public }
    let found = GateTests.markers(in: pages)
    for finding in input.assessment.cases where finding.gate?.isEmpty == true {
      // All but what no page ever prints: who inspected, verified and approved, the grounds of an appeal.
      let printed = Set(GateTests.secrets(of: finding.inspection).prefix(8))
      #expect(printed.isSubset(of: found), "\(printed.subtracting(found))")
    }
  }

  @Test(arguments: [(CaseState.withdrawn, "已撤销"), (.inadmissible, "不予采信"), (.open, "核实中")])
  func `a withheld finding is called what has become of it`(state: CaseState, word: String) {
    var input = Sample.input()
    input.assessment.cases[2].state = state
    if state != .open {
      input.assessment.cases[2].handling = nil
      input.assessment.cases[2].gate = [state == .withdrawn ? .withdrawn : .inadmissible]
    }
    let pages = Renderer(templates: Sample.templates) { $0 }.issue(input).pages
    for path in ["circular.txt", "units/changan.txt", "units/changan.html"] {
      let text =
        pages.first { $0.path == path }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
      #expect(text.contains(word), "\(path)")
      #expect(text.contains("核实中") == (state == .open), "\(path)")
    }
  }

  @Test func `what was withdrawn since the period is neither named nor counted as being verified`()
  {
    var input = Sample.input()
    input.assessment.cases[0].gate = [.withdrawn]
    input.assessment.cases[2].gate = [.withdrawn]
    let pages = Renderer(templates: Sample.templates) { $0 }.issue(input).pages
    let text =
      pages.first { $0.path == "circular.txt" }.map { String(decoding: $0.bytes, as: UTF8.self) }
      ?? ""
    #expect(text.contains("其后撤销") && text.contains("没有需要实名通报的突出问题"))
    #expect(!text.contains("核实中") && !text.contains("X1"))
  }

  @Test(arguments: ["zh-Hans", "en"])
  func `the circular tells how many notices were withdrawn`(locale: String) {
    var input = Sample.input()
    input.withdrawnNotices = ["2017-0003", "2017-0007"]
    let templates = locale == "en" ? Sample.english : Sample.templates
    func circular(_ input: CircularInput) -> String {
      Renderer(templates: templates) { $0 }.issue(input).pages.first { $0.path == "circular.txt" }
        .map { String(decoding: $0.bytes, as: UTF8.self) }?
        .filter { !$0.isWhitespace } ?? ""
    }
    let sentence =
      locale == "en"
      ? "withdrawnsincethepreviouscircular:2(2017-0003,2017-0007)" : "撤销实名通报2件（2017-0003、2017-0007）"
    #expect(circular(input).contains(sentence))
    input.withdrawnNotices = []
    #expect(!circular(input).contains(locale == "en" ? "previouscircular:" : "撤销实名通报"))
    // Without a register the scores of the period before tell.
    input.withdrawnNotices = nil
    input.previous = input.assessment
    input.assessment.cases[0].state = .withdrawn
    input.assessment.cases[0].handling = nil
    input.assessment.cases[0].gate = [.withdrawn]
    #expect(circular(input).contains(locale == "en" ? "previouscircular:1;" : "撤销实名通报1件，"))
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

  @Test(arguments: Retraction.Reason.allCases, ["zh-Hans", "en"])
  func `a notice that no longer stands becomes a page without names`(
    reason: Retraction.Reason,
    locale: String
  ) {
    var input = Sample.input()
    input.retractions = [Retraction(notice: "2017-0007", reason: reason)]
    input.assessment.cases[0].state = .withdrawn
    input.assessment.cases[0].handling = nil
    input.assessment.cases[0].gate = [.withdrawn]
    let templates = locale == "en" ? Sample.english : Sample.templates
    let pages = Renderer(templates: templates) { $0 }.issue(input).pages
    let words: [Retraction.Reason: (String, String)] = [
      .unfounded: ("失实", "unfounded"), .appealUpheld: ("申诉成立", "upheld"),
      .recordGone: ("撤回或者更正", "retracted or corrected"),
      .inadmissible: ("不符合考评规定", "does not meet the rules"), .suspended: ("正在复核", "under review"),
    ]
    for path in ["notices/2017-0007.txt", "notices/2017-0007.html"] {
      let text =
        (pages.first { $0.path == path }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? "")
        .replacing("\n", with: locale == "en" ? " " : "")
      let isSuspended = reason == .suspended
      #expect(text.contains(locale == "en" ? "withdrawn" : "已撤销") != isSuspended)
      #expect(text.contains(locale == "en" ? "suspended" : "暂停公布") == isSuspended)
      #expect(text.contains(words[reason].map { locale == "en" ? $0.1 : $0.0 } ?? "?"))
      for secret in ["张海宁", "盐官", "X1", "监控有效"] { #expect(!text.contains(secret)) }
    }
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

  /// What may be read of a finding nowhere: what pages print of a named one, then what they never print.
  static func secrets(of index: Int) -> [String] {
    "RSFPDEVN".map { "\($0)\(index)X" } + "MTAYGU".map { "\($0)\(index)X" }
  }

  /// Forty findings of random severities, states and gates, each with texts, follow-ups and a sheet of its own.
  static func input(_ random: inout SeededRandom) -> CircularInput {
    var input = Sample.input(november: true)
    input.records = Records()
    input.records.files = (0..<80)
      .map { SheetFile(name: $0 < 40 ? "N\($0)X.csv" : "U\($0 - 40)X.csv") }
    input.records.teams = ["", "第1组"]
    input.texts = [:]
    var cases: [Case] = []
    for index in 0..<40 {
      let row = UInt32(index + 1000)
      let isNamed = Bool.random(using: &random)
      var inspection = Sample.inspection(
        "R\(index)X",
        "2017-1\(Int.random(in: 0...1, using: &random))-15",
        row: row,
        unit: UInt16.random(in: 0...3, using: &random),
        severity: isNamed ? 2 : 1
      )
      inspection.place.file = UInt32(index)
      input.records.inspections.append(inspection)
      let texts: RowTexts = [
        "record": "R\(index)X", "site": "S\(index)X", "finding": "F\(index)X",
        "responsible": "P\(index)X", "duty": "D\(index)X", "evidence": "E\(index)X",
        "remark": "M\(index)X", "inspectors": "T\(index)X",
      ]
      input.texts.add(texts, at: inspection.place)
      let follow = Sample.place(row, file: UInt32(index + 40))
      input.texts.add(
        [
          "reply": "V\(index)X", "approvedBy": "A\(index)X", "verifier": "Y\(index)X",
          "grounds": "G\(index)X",
        ],
        at: follow
      )
      input.records.followUps.append(
        FollowUp(
          content: .verification(.factual, hasReply: true, approval: .init(date: nil)),
          subject: .inspection(index),
          date: Sample.day("2017-10-20"),
          place: follow
        )
      )
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
      let followed = input.records.source(of: input.records.followUps[index].place)
      let inputs = [
        Explanation.Input(name: "points", value: "1", source: source),
        Explanation.Input(name: "verification", value: "factual", source: followed),
      ]
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
    finding.verification = index
    if gate.contains(.withdrawn) { (finding.state, finding.handling) = (.withdrawn, nil) }
    return finding
  }
}
