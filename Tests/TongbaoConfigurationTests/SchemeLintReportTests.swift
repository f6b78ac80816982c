import Testing
import TongbaoConfiguration
import TongbaoModel

struct SchemeLintReportTests {
  private func lint(_ text: String) -> DiagnosticLog {
    SchemeLint.log(of: SchemeReader.read(Array(text.utf8), file: "scheme.yaml"))
  }

  @Test func `a case is told with its names and numbers, in both languages`() throws {
    let text = LintCase(edits: ["平安, department: b}": "平安, department: b, to: 2017-10-31}"]).text
    let diagnostic = try #require(lint(text).kept.first)
    #expect(diagnostic.location?.line == 11)
    #expect(
      diagnostic.message(in: .chinese)
        == "“平安”准入到 2017-10-31，早于考核年度末：甲镇从 2017-11-01 起再有“巡查”的问题，一概不计。"
    )
    #expect(
      diagnostic.message(in: .english)
        == "the approval of “平安” ends on 2017-10-31, before the year does: a finding under “巡查” at 甲镇 "
        + "on 2017-11-01 or later does not count"
    )
  }

  @Test(arguments: [
    (
      LintCase(edits: [
        SchemeLintTests.completion: SchemeLintTests.brackets + "[{atLeast: 90, points: 30}]}",
        "atLeast: 90, quota": "atLeast: 104.01, quota",
      ]),
      """
      nobody can be given “优秀”: it asks for 104.01, and the best that any unit can reach is 104: 甲镇 without \
      a measure of “产值”, which is excluded, and with the best result everywhere else, scaled to the full \
      mark, and every bonus up to its cap
      """
    ),
    (
      LintCase(edits: ["quota: 1}": "quota: 2}"]),
      """
      the quota of “优秀” keeps nobody out in “乡镇”: 2 places for 1 ranked unit: the last one is inside too
      """
    ),
    (
      LintCase(edits: ["quota: 1}": "quota: 0.75}"]),
      """
      the quota of “优秀” keeps nobody out in “城区”: a share of 0.75 is 2 places for 2 ranked units: the last \
      one is inside too
      """
    ),
    (
      LintCase(edits: ["open: 2": "rankDrop: 2"]),
      """
      rankDrop never gives the yellow warning: it takes 2 places, and from first to last of 2 ranked units in \
      “城区”, the largest category, a unit loses 1 place
      """
    ),
    (
      LintCase(edits: [SchemeLintTests.completion: "method: rank, list: [40, 30, 20]}"]),
      """
      “产值” lists 3 places, but at most 2 units are compared: nobody ever comes in at place 3 for 20 points; \
      the last of them has place 2 and 30 points
      """
    ),
    (
      LintCase(edits: ["open: 2": "open: 3"]),
      "open never shows yellow: a unit with 3 open findings is red already, which takes 3"
    ),
    (
      LintCase(edits: ["overdue: 1": "overdue: 1", "open: 2": "overdue: 1"]),
      "overdue never shows yellow: a unit with 1 overdue finding is red already, which takes 1"
    ),
    (
      LintCase(edits: ["bonuses: {cap: 4": "bonuses: {cap: 0"]),
      "the cap of all bonuses is 0: “创新”, 1 point each time, counts 0"
    ),
  ])
  func `numbers are told in words that fit them`(lintCase: LintCase, english: String) throws {
    let diagnostics = lint(lintCase.text).kept.filter { $0.message(in: .english) == english }
    #expect(diagnostics.count == 1, "\(lint(lintCase.text).kept.map { $0.message(in: .english) })")
  }

  @Test func `reading alone does not say it`() {
    let text = LintCase(edits: ["failed: 2": "failed: 0"]).text
    #expect(SchemeReader.read(Array(text.utf8), file: "scheme.yaml").diagnostics.isEmpty)
  }

  @Test func `a part with an error is left alone, the others are not`() {
    let text = LintCase(
      edits: [
        "failed: 2": "failed: -1",
        "onTime: 1": "onTime: 0",
        "rate: 0.05": "rate: 0",
        "atLeast: 90": "atLeast: 900",
      ])
      .text
    #expect(
      lint(text).kept.map(\.kind.code) == ["yaml.out-of-range", "scheme.spot-check-draws-nothing"]
    )
  }

  @Test func `numbers beyond all bounds trap nothing`() {
    let huge = "9000000000000"
    let text = LintCase(
      edits: [
        "points: 60": "points: \(huge)",
        "points: 40": "points: \(huge)",
        "method: completion}":
          "method: threshold, target: 9, gainPer: {points: 0.000001, step: \(huge)}}",
        "甲镇, category: c}": "甲镇, category: c, coefficient: \(huge)}",
        "atLeast: 90": "atLeast: \(huge)",
      ])
      .text
    #expect(lint(text).kept.allSatisfy { $0.kind.severity != .error })
  }

  @Test func `thirty faults of different kinds are thirty diagnostics`() {
    let log = lint(
      """
      format: tongbao.scheme/2
      titel: 办法
      year: 2017
      display: "2"
      office: {name: 考评室, number: "号"}
      categories: [{id: C, name: 城区}, {id: d, name: 乡镇}]
      units:
        - {id: u, name: 甲镇, category: d, coefficient: 0}
        - {id: u, name: 乙镇, category: d}
        - {id: w, name: 甲镇, category: d}
        - {id: x, name: 丁镇, category: e}
        - {id: y, name: 戊镇, category: C, coefficient: 1e3}
        - {id: z, name: 己镇, category: C, from: 2017-02-30}
      departments: [{id: b, name: 部门}]
      projects: [{id: p, name: 平安, department: b, from: 2017-05-01, to: 2017-04-30}]
      severities: [{id: s, names: [], points: 1}, {id: t, names: [突出], points: 0, named: true}]
      indicators:
        - {id: i, name: 一, project: p, points: 60, method: best, cap: 3}
        - {id: j, name: 二, project: p, points: 60, method: rank}
        - {id: k, name: 三, project: p, points: 60, method: worst}
        - {id: l, name: 四, project: p, points: 1.2345678, method: findings}
        - id: m
          name: 五
          project: p
          points: 60
          method: brackets
          brackets: [{atLeast: 90, points: 5}, {atLeast: 95, points: 3}]
        - id: n
          name: 六
          project: p
          points: 60
          method: brackets
          brackets: [{atLeast: 90, points: 60}, {atLeast: 80, points: 60}]
        - id: o
          name: 七
          project: p
          points: 60
          method: brackets
          brackets: [{atLeast: 90, points: 50}, {atLeast: 80, points: 60}]
      bonuses: {cap: 2, items: [{id: f, name: 创新, points: 3, cap: 2}]}
      penalties: {cap: 5, items: [{id: g, name: 迟报, points: 1, cap: 6}]}
      vetoes: [{id: h, name: 事故, effect: {}}]
      provisional: {onTime: 0.4, late: 0.5, partial: 0.4, failed: 0}
      grades: [{name: 合格}]
      warnings: {red: {rateBelow: 0.8, open: 0}, yellow: {rateBelow: 0.8}}
      spotCheck: {rate: 0, threshold: 0.95}

      """
    )
    #expect(log.total == 30, "\(log.places)")
    #expect(log.counts.count == 30)
    #expect(log.kept.allSatisfy { ($0.location?.column ?? 0) > 0 })
    let places = log.kept.map { ($0.location?.line ?? 0, $0.location?.column ?? 0) }
    #expect(zip(places, places.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test func `everything that is legal but wrong can stand in one scheme`() {
    let lintCase = LintCase(edits: [
      "甲镇, category: c}": "甲镇, category: c, to: 2017-03-31}",
      "平安, department: b}": "平安, department: b, from: 2017-05-01, to: 2017-10-31}",
      "一般], points: 1}": "一般], points: 1, provisional: true}",
      "突出], points: 2": "突出], points: 0",
      "points: 60": "points: {u: 90}",
      "points: 40, method: completion}": "points: 40, method: rank, list: [30, 41, 5]}",
      "bonuses:": """
        - {id: k, name: 用电, project: p, points: 10, method: brackets, brackets: [{atLeast: 9, points: 8}, {atLeast: 8, points: 8}]}
        - {id: l, name: 用水, project: q, points: 10, method: threshold, target: 9, gainPer: {points: 1, step: 1}, units: [v]}
        - {id: m, name: 信访, project: p, points: 10, method: findings, cap: 0}
        - {id: n, name: 名次, project: q, points: 10, method: rank, pointStep: 0}
      bonuses:
      """,
      "创新, points: 1": "创新, points: 3",
      "现场会, points: 1, cap: 2": "现场会, points: 1, cap: 6",
      "capGrade: 良好": "deduct: 0",
      "onTime: 1": "onTime: 0.4",
      "partial: 0.5, failed: 2": "partial: 0.4, failed: 0",
      "quota: 1}": "quota: 3}",
      "{name: 合格}": "{name: 合格, atLeast: 60, quota: 0}",
      "yellow: {rateBelow: 0.9, open: 2": "yellow: {rateBelow: 0.8, open: 0, rankDrop: 9",
      "rate: 0.05": "rate: 0",
      "replyDays: 5": "replyDays: 0",
      "grades:": "rankBy: rate\ngrades:",
    ])
    let codes = Set(lint(lintCase.text).kept.map(\.kind.code))
    let all = DiagnosticKind.configurationKinds.map(\.code)
    #expect(codes.isSubset(of: all))
    #expect(codes.count == 26, "\(codes.sorted())")
  }
}
