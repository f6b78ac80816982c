import Testing
import TongbaoConfiguration
import TongbaoModel

struct SchemeLintTests {
  static let completion = "method: completion}"
  static let brackets = "method: brackets, brackets: "

  private func places(_ log: DiagnosticLog) -> [String] {
    log.kept.map { diagnostic in
      let field = diagnostic.field ?? ""
      return "\(diagnostic.kind.code.dropFirst(7))@\(field.split(separator: ".").last ?? "")"
    }
  }

  private func lint(_ text: String) -> DiagnosticLog {
    SchemeLint.log(of: SchemeReader.read(Array(text.utf8), file: "scheme.yaml"))
  }

  private func check(_ lintCase: LintCase) {
    let log = lint(lintCase.text)
    #expect(places(log).sorted() == lintCase.expected.sorted())
    for diagnostic in log.kept {
      #expect(diagnostic.location?.line != nil)
      for language in Language.allCases {
        let text = diagnostic.message(in: language) + diagnostic.remedy(in: language)
        #expect(!text.contains("{"), "\(text)")
      }
    }
  }

  @Test(arguments: [
    LintCase(),
    LintCase("idle-veto@effect", edits: ["capGrade: 良好": "capGrade: 优秀"]),
    LintCase("idle-veto@effect", edits: ["capGrade: 良好": "deduct: 0"]),
    LintCase("idle-veto@effect", edits: ["capGrade: 良好": "zero: false, unranked: false"]),
    LintCase(edits: ["capGrade: 良好": "capGrade: 优秀, deduct: 0.1"]),
    LintCase(edits: ["capGrade: 良好": "capGrade: 优秀, unranked: true"]),
    LintCase(edits: ["capGrade: 良好": "zero: true, deduct: 0"]),
    LintCase(edits: ["quota: 1}": "quota: 0.5}"]),
    // 2 × 0.74 is one place, 2 × 0.75 both; of a single unit any share is its one place.
    LintCase(edits: ["quota: 1}": "quota: 0.74}"]),
    LintCase("quota-too-large@quota", edits: ["quota: 1}": "quota: 0.75}"]),
    LintCase("quota-too-large@quota", edits: ["quota: 1}": "quota: 2}"]),
    LintCase("quota-too-large@quota", edits: ["quota: 1}": "quota: 1.0}"]),
    LintCase(edits: ["quota: 1}": "quota: 2}", "丙镇, category: d}": "丙镇, category: c}"]),
    LintCase(
      "quota-too-large@quota",
      edits: ["quota: 1}": "quota: 3}", "丙镇, category: d}": "丙镇, category: c}"]
    ),
    // Units without rank have no place anyway.
    LintCase(
      edits: [
        "quota: 1}": "quota: 2}",
        "丙镇, category: d}": "丙镇, category: c}\n  - {id: x, name: 丁镇, category: d, ranked: false}",
      ]),
    LintCase(
      "quota-too-large@quota",
      edits: [
        "quota: 1}": "quota: 2}",
        "丙镇, category: d}": "丙镇, category: d, ranked: false}",
      ]
    ),
    LintCase("grade-unreachable@quota", edits: ["quota: 1}": "quota: 0}"]),
    LintCase(
      "grade-out-of-reach@atLeast",
      edits: [
        "{name: 良好, atLeast: 80}": "{name: 良好, atLeast: 90, quota: 1}",
        "capGrade: 良好": "capGrade: 合格",
      ]
    ),
    // A veto puts units down there.
    LintCase(edits: ["{name: 良好, atLeast: 80}": "{name: 良好, atLeast: 90, quota: 1}"]),
    LintCase(edits: ["{name: 良好, atLeast: 80}": "{name: 良好, quota: 0}"]),
    LintCase(
      "grade-unreachable@quota",
      edits: ["{name: 良好, atLeast: 80}": "{name: 良好, quota: 0}", "capGrade: 良好": "capGrade: 合格"]
    ),
    LintCase(edits: ["{name: 良好, atLeast: 80}": "{name: 良好, atLeast: 89.99, quota: 1}"]),
    LintCase(
      edits: [
        "quota: 1}": "quota: 0.2}",
        "{name: 良好, atLeast: 80}": "{name: 良好, atLeast: 90, quota: 0.3}",
      ]
    ),
    LintCase(
      "grade-out-of-reach@atLeast",
      edits: ["atLeast: 80": "atLeast: 500", "{name: 良好": "{name: 中}, {name: 良好"]
    ),
    LintCase("no-grade-below@atLeast", edits: ["{name: 合格}": "{name: 合格, atLeast: 0.01}"]),
    LintCase(edits: ["{name: 合格}": "{name: 合格, atLeast: 0}"]),
    LintCase(edits: ["{name: 合格}": "{name: 合格, atLeast: 60}, {name: 末等, quota: 1}"]),
  ])
  func `vetoes and quotas`(lintCase: LintCase) {
    check(lintCase)
  }

  @Test(arguments: [
    // 100 × 1 + min(4, 2 + 2) is within reach, and not a cent more.
    LintCase(edits: ["atLeast: 90, quota: 1": "atLeast: 104"]),
    LintCase("grade-unreachable@atLeast", edits: ["atLeast: 90, quota: 1": "atLeast: 104.01"]),
    LintCase(edits: ["bonuses: {cap: 4": "bonuses: {cap: 3", "atLeast: 90": "atLeast: 103"]),
    LintCase(
      "grade-unreachable@atLeast",
      edits: [
        "bonuses: {cap: 4": "bonuses: {cap: 3",
        "atLeast: 90": "atLeast: 103.000001",
      ]
    ),
    // A coefficient is multiplied before the bonus is added.
    LintCase(
      edits: [
        "甲镇, category: c}": "甲镇, category: c, coefficient: 1.1}",
        "atLeast: 90": "atLeast: 114",
      ]),
    LintCase(
      "grade-unreachable@atLeast",
      edits: [
        "甲镇, category: c}": "甲镇, category: c, coefficient: 1.1}",
        "atLeast: 90": "atLeast: 114.01",
      ]
    ),
    // A quota is only for ranked units.
    LintCase(
      "grade-unreachable@atLeast",
      edits: [
        "甲镇, category: c}": "甲镇, category: c, coefficient: 1.1, ranked: false}",
        "atLeast: 90": "atLeast: 114",
      ]
    ),
    // What is printed counts: 104 × 0.99999 ≈ 104.00.
    LintCase(
      edits: [
        "甲镇, category: c}": "甲镇, category: c, coefficient: 1.00004}",
        "atLeast: 90": "atLeast: 104.004",
        "year: 2017\n": "year: 2017\ndisplay: 3\n",
      ]),
    LintCase(
      "grade-unreachable@atLeast",
      edits: [
        "甲镇, category: c}": "甲镇, category: c, coefficient: 1.00004}",
        "atLeast: 90": "atLeast: 104.004",
      ]
    ),
    LintCase(edits: ["cap: 4, items": "items", "atLeast: 90": "atLeast: 104"]),
    LintCase(
      "grade-unreachable@atLeast",
      edits: [
        "cap: 4, items": "items",
        "atLeast: 90": "atLeast: 104.01",
      ]
    ),
    LintCase(
      edits: [
        "bonuses: {cap: 4": "bonuses: {",
        "{, items": "{items",
        "创新, points: 1, cap: 2}": "创新, points: 1}",
        "atLeast: 90": "atLeast: 100000",
      ]),
    // By rate neither bonus nor coefficient help.
    LintCase(
      "grade-unreachable@atLeast",
      edits: [
        "grades:": "rankBy: rate\ngrades:",
        "atLeast: 90": "atLeast: 100.01",
      ]
    ),
    LintCase(edits: ["grades:": "rankBy: rate\ngrades:", "atLeast: 90": "atLeast: 100"]),
  ])
  func `a grade is within reach exactly up to the best total`(lintCase: LintCase) {
    check(lintCase)
  }

  @Test(arguments: [
    // 60 + 40 × 1.1 + 4.
    LintCase(
      edits: [
        completion: "method: completion, maxRatio: 1.1}",
        "atLeast: 90": "atLeast: 108",
      ]),
    LintCase(
      "grade-unreachable@atLeast",
      edits: [
        completion: "method: completion, maxRatio: 1.1}",
        "atLeast: 90": "atLeast: 108.01",
      ]
    ),
    LintCase(
      edits: [
        completion: "method: threshold, target: 9, gainPer: {points: 1, step: 1, cap: 3}}",
        "atLeast: 90": "atLeast: 107",
      ]),
    LintCase(
      "grade-unreachable@atLeast",
      edits: [
        completion: "method: threshold, target: 9, gainPer: {points: 1, step: 1, cap: 3}}",
        "atLeast: 90": "atLeast: 107.01",
      ]
    ),
    LintCase(
      edits: [
        completion: "method: efficacy, satisfactory: 9, unacceptable: 1, clamp: false}",
        "atLeast: 90": "atLeast: 900",
      ]),
    LintCase(
      "grade-unreachable@atLeast",
      edits: [
        completion: "method: efficacy, satisfactory: sample, unacceptable: sample, clamp: false}",
        "atLeast: 90": "atLeast: 104.01",
      ]
    ),
    // Excluding a poor indicator scales the rest up: (60 + 30) falls to 60 ÷ 60 of 100.
    LintCase(
      "full-points-out-of-reach@points",
      edits: [
        completion: brackets + "[{atLeast: 90, points: 30}]}",
        "atLeast: 90, quota": "atLeast: 104, quota",
      ]
    ),
    LintCase(
      "full-points-out-of-reach@points",
      "grade-unreachable@atLeast",
      edits: [
        completion: "missing: zero, " + brackets + "[{atLeast: 90, points: 30}]}",
        "atLeast: 90, quota": "atLeast: 94.01, quota",
      ]
    ),
    LintCase(
      "full-points-out-of-reach@points",
      edits: [
        completion: "missing: zero, " + brackets + "[{atLeast: 90, points: 30}]}",
        "atLeast: 90, quota": "atLeast: 94, quota",
      ]
    ),
    LintCase(
      "full-points-out-of-reach@points",
      edits: [
        completion: "missing: full, " + brackets + "[{atLeast: 90, points: 30}]}",
        "atLeast: 90, quota": "atLeast: 104, quota",
      ]
    ),
    // Only the findings indicator cannot be excluded: a rich one alone gives 100 × 2.
    LintCase(
      "points-above-full@list[0]",
      edits: [
        completion: "method: rank, list: [80, 0]}",
        "method: findings": "method: best",
        "atLeast: 90": "atLeast: 204",
      ]
    ),
    LintCase(
      "points-above-full@list[0]",
      "grade-unreachable@atLeast",
      edits: [
        completion: "method: rank, list: [80, 0]}",
        "method: findings": "method: best",
        "atLeast: 90": "atLeast: 204.01",
      ]
    ),
    // The fifth place is not to be had among three units.
    LintCase(
      "pays-more-for-less@list[4]",
      "full-points-out-of-reach@points",
      "places-beyond-group@list[3]",
      edits: [completion: "method: rank, scope: all, list: [9, 8, 7, 6, 40]}"]
    ),
  ])
  func `the best of each method counts`(lintCase: LintCase) {
    check(lintCase)
  }

  @Test(arguments: [
    LintCase(
      edits: [completion: brackets + "[{atLeast: 9, points: 40}, {atLeast: 8, points: 39}]}"]),
    LintCase(
      "bracket-same-points@points",
      edits: [completion: brackets + "[{atLeast: 9, points: 40}, {atLeast: 8, points: 40}]}"]
    ),
    LintCase(
      "pays-more-for-less@points",
      edits: [completion: brackets + "[{atLeast: 9, points: 39}, {atLeast: 8, points: 40}]}"]
    ),
    // Of accidents the fewer the better, down to none.
    LintCase(
      edits: [
        completion: brackets
          + "[{atLeast: 3, points: 0}, {atLeast: 1, points: 20}, {atLeast: 0, points: 40}]}"
      ]),
    LintCase(
      "pays-more-for-less@points",
      "pays-more-for-less@points",
      edits: [
        completion: brackets
          + "[{atLeast: 3, points: 0}, {atLeast: 2, points: 20}, {atLeast: 1, points: 40}]}"
      ]
    ),
    LintCase(
      "points-above-full@points",
      edits: [completion: brackets + "[{atLeast: 9, points: 40.1}, {atLeast: 8, points: 39}]}"]
    ),
    LintCase(
      "points-above-full@high",
      edits: [completion: "method: rank, span: {high: 41, low: 2}}"]
    ),
    LintCase(edits: [completion: "method: rank, span: {high: 40, low: 40}}"]),
    LintCase(
      "full-points-out-of-reach@points",
      edits: [completion: "method: completion, maxRatio: 0.9}"]
    ),
    LintCase(
      "unlimited-gain@gainPer",
      edits: [completion: "method: threshold, target: 9, gainPer: {points: 1, step: 1}}"]
    ),
    LintCase(edits: ["points: 60": "points: 960"]),
    LintCase(
      "unusual-full-marks@categories[0]",
      "unusual-full-marks@categories[1]",
      edits: ["points: 60": "points: 60.5"]
    ),
    LintCase(
      "unusual-full-marks@categories[1]",
      edits: ["points: 60": "points: {default: 60, d: 59}"]
    ),
    // Units of one category that differ are told of by themselves.
    LintCase(
      "full-marks-differ@categories[0]",
      edits: ["points: 60": "points: {default: 60, v: 59}"]
    ),
    LintCase(
      "unusual-full-marks@categories[0]",
      edits: [
        "points: 60": "points: {default: 60, v: 59}",
        "grades:": "rankBy: rate\ngrades:",
      ]
    ),
  ])
  func `steps and full marks`(lintCase: LintCase) {
    check(lintCase)
  }

  @Test(arguments: [
    LintCase(
      "approval-ends-early@to",
      edits: ["平安, department: b}": "平安, department: b, to: 2017-12-30}"]
    ),
    LintCase(edits: ["平安, department: b}": "平安, department: b, to: 2017-12-31}"]),
    LintCase(
      edits: [
        "平安, department: b}": "平安, department: b, to: 2017-11-30}",
        "year: 2017\n": "year: 2017\nwindow: {to: 2017-11-30}\n",
      ]),
    // Nothing belongs to it.
    LintCase(
      edits: [
        "平安, department: b}": "平安, department: b}, {id: r, name: 旧, department: b, to: 2017-06-30}"
      ]),
    // What is measured counts whatever the dates of its project.
    LintCase(edits: ["工业, department: b}": "工业, department: b, to: 2017-06-30}"]),
    LintCase(
      edits: [
        "points: 60, method: findings": "points: 60, method: best",
        "平安, department: b}": "平安, department: b, to: 2017-06-30}",
      ]
    ),
    LintCase(
      edits: [
        "工业, department: b}": "工业, department: b, from: 2017-07-01}",
        "丙镇, category: d}": "丙镇, category: d, to: 2017-06-30}",
        "points: 60": "points: {default: 100, d: 60}",
        "points: 40": "points: {w: 40}",
      ]),
    // Its only unit is gone by then.
    LintCase(
      edits: [
        "平安, department: b}": "平安, department: b, to: 2017-06-30}",
        "points: 60": "units: [w], points: 60",
        "丙镇, category: d}": "丙镇, category: d, to: 2017-06-30}",
        "units: [w], points: 60": "points: {w: 60}",
        "points: 40": "points: {default: 100, d: 40}",
      ]),
    LintCase(
      "indicator-never-counts@project",
      edits: [
        "平安, department: b}": "平安, department: b, from: 2017-07-01}",
        "丙镇, category: d}": "丙镇, category: d, to: 2017-06-30}",
        "points: 60": "points: {w: 60}",
        "points: 40": "points: {default: 100, d: 40}",
      ]
    ),
    LintCase(
      edits: [
        "平安, department: b}": "平安, department: b, from: 2017-06-30}",
        "丙镇, category: d}": "丙镇, category: d, to: 2017-06-30}",
        "points: 60": "points: {w: 60}",
        "points: 40": "points: {default: 100, d: 40}",
      ]),
    // Dates outside the year are told of as such.
    LintCase(
      "dates-outside-window@from",
      "dates-outside-window@to",
      edits: ["平安, department: b}": "平安, department: b, from: 2016-01-01, to: 2016-12-31}"]
    ),
  ])
  func `days of approval`(lintCase: LintCase) {
    check(lintCase)
  }

  @Test(arguments: [
    LintCase(
      "late-pays-more@late",
      edits: [
        "onTime: 1": "onTime: 0.49",
        "partial: 0.5": "partial: 0.4",
      ]
    ),
    LintCase(
      "late-pays-more@partial",
      edits: [
        "onTime: 1": "onTime: 0.5",
        "partial: 0.5": "partial: 0.6",
      ]
    ),
    LintCase(edits: ["onTime: 1": "onTime: 0.5"]),
    LintCase("failed-below-one@failed", edits: ["failed: 2": "failed: 0.999999"]),
    LintCase(edits: ["failed: 2": "failed: 1"]),
    LintCase("item-above-cap@points", edits: ["创新, points: 1": "创新, points: 2.1"]),
    LintCase(edits: ["创新, points: 1": "创新, points: 2"]),
    LintCase("item-above-cap@points", edits: ["迟报, points: 0.5": "迟报, points: 4.1"]),
    LintCase(edits: ["迟报, points: 0.5": "迟报, points: 4"]),
    // Said once where both the points and their cap are above the cap of all.
    LintCase("item-above-cap@points", edits: ["创新, points: 1, cap: 2": "创新, points: 6, cap: 6"]),
    LintCase(
      "item-cap-out-of-reach@cap",
      edits: ["创新, points: 1, cap: 2": "创新, points: 1, cap: 4.1"]
    ),
    LintCase(edits: ["创新, points: 1, cap: 2": "创新, points: 1, cap: 4"]),
    LintCase(
      "yellow-never-shows@rateBelow",
      edits: ["yellow: {rateBelow: 0.9": "yellow: {rateBelow: 0.8"]
    ),
    LintCase(edits: ["yellow: {rateBelow: 0.9": "yellow: {rateBelow: 0.800001"]),
    LintCase("yellow-never-shows@open", edits: ["open: 2": "open: 3"]),
    LintCase("yellow-never-shows@overdue", edits: ["open: 2": "overdue: 1"]),
    LintCase("warning-always@open", edits: ["open: 2": "open: 0"]),
    LintCase("warning-always@rankDrop", edits: ["open: 2": "rankDrop: 0"]),
    LintCase("named-without-points@points", edits: ["突出], points: 2": "突出], points: 0"]),
    LintCase("never-overdue@dueDays", edits: ["dueDays: 9, ": ""]),
    LintCase(edits: ["dueDays: 9, provisional: true, ": ""]),
    LintCase("spot-check-draws-nothing@rate", edits: ["rate: 0.05": "rate: 0"]),
    LintCase("no-time-to-reply@replyDays", edits: ["replyDays: 5": "replyDays: 0"]),
    LintCase(edits: ["replyDays: 5": "replyDays: 0, verification: none"]),
    LintCase(edits: ["replyDays: 5": "replyDays: 1"]),
  ])
  func `what becomes of findings`(lintCase: LintCase) {
    check(lintCase)
  }

  @Test(arguments: [
    LintCase("zero-cap@cap", edits: ["bonuses: {cap: 4": "bonuses: {cap: 0"]),
    LintCase("zero-cap@cap", edits: ["penalties: {cap: 4": "penalties: {cap: 0"]),
    LintCase(
      "zero-cap@cap",
      "cap-never-reached@cap",
      edits: ["创新, points: 1, cap: 2": "创新, points: 1, cap: 0"]
    ),
    LintCase(
      "zero-cap@cap",
      edits: [
        "创新, points: 1, cap: 2": "创新, points: 1, cap: 0",
        "bonuses: {cap: 4": "bonuses: {cap: 2",
      ]
    ),
    LintCase(edits: [
      "bonuses: {cap: 4, items: [{id: x, name: 创新, points: 1, cap: 2}, {id: y, name: 现场会, points: 1, cap: 2}]}":
        "bonuses: {cap: 0}"
    ]),
    LintCase(
      "item-above-cap@points",
      "item-above-cap@points",
      edits: ["bonuses: {cap: 4": "bonuses: {cap: 0.000001"]
    ),
    LintCase("zero-cap@cap", edits: ["method: findings": "cap: 0, method: findings"]),
    LintCase(edits: ["method: findings": "cap: 0.1, method: findings"]),
    LintCase(
      "zero-cap@cap",
      edits: [completion: "method: threshold, target: 9, gainPer: {points: 1, step: 1, cap: 0}}"]
    ),
    LintCase("cap-never-reached@cap", edits: ["bonuses: {cap: 4": "bonuses: {cap: 4.000001"]),
    LintCase(edits: ["bonuses: {cap: 4": "bonuses: {cap: 3.999999"]),
    // An item without a cap may reach any.
    LintCase(
      edits: ["bonuses: {cap: 4": "bonuses: {cap: 40", "创新, points: 1, cap: 2": "创新, points: 1"]
    ),
    LintCase(
      "cap-never-reached@cap",
      edits: ["迟报, points: 0.5": "迟报, points: 0.5, cap: 3.9"]
    ),
    LintCase(edits: ["迟报, points: 0.5": "迟报, points: 0.5, cap: 4"]),
  ])
  func `caps that let nothing through or that nothing reaches`(lintCase: LintCase) {
    check(lintCase)
  }

  @Test(arguments: [
    LintCase(
      "zero-step@points",
      edits: [completion: "method: threshold, target: 9, gainPer: {points: 0, step: 1}}"]
    ),
    LintCase(
      "zero-step@points",
      edits: [completion: "method: threshold, target: 9, lossPer: {points: 0, step: 1}}"]
    ),
    LintCase(
      edits: [completion: "method: threshold, target: 9, lossPer: {points: 0.000001, step: 1}}"]),
    LintCase("zero-step@percentStep", edits: [completion: "method: rank, percentStep: 0}"]),
    LintCase("zero-step@pointStep", edits: [completion: "method: rank, pointStep: 0}"]),
    LintCase(edits: [completion: "method: rank, percentStep: 0.000001}"]),
    LintCase(edits: [completion: "method: rank, pointStep: 0.000001}"]),
    // Two units in the larger category, three in all.
    LintCase(edits: [completion: "method: rank, list: [40, 30]}"]),
    LintCase(
      "places-beyond-group@list[2]",
      edits: [completion: "method: rank, list: [40, 30, 20]}"]
    ),
    LintCase(edits: [completion: "method: rank, scope: all, list: [40, 30, 20]}"]),
    LintCase(
      "places-beyond-group@list[3]",
      edits: [completion: "method: rank, scope: all, list: [40, 30, 20, 10]}"]
    ),
    // One place may be lost among two.
    LintCase(edits: ["open: 2": "rankDrop: 1"]),
    LintCase("rank-drop-out-of-reach@rankDrop", edits: ["open: 2": "rankDrop: 2"]),
    LintCase(
      "rank-drop-out-of-reach@rankDrop",
      edits: ["overdue: 1": "overdue: 1, rankDrop: 2"]
    ),
    LintCase(
      "rank-drop-out-of-reach@rankDrop",
      edits: [
        "open: 2": "rankDrop: 1",
        "quota: 1}": "quota: 0.3}",
        "甲镇, category: c}": "甲镇, category: c, ranked: false}",
      ]
    ),
  ])
  func `steps, places and drops that make no difference`(lintCase: LintCase) {
    check(lintCase)
  }
}
