import Testing

/// A scheme in which nothing is wrong, some of it replaced, and what the lint says then.
struct LintCase: Sendable, CustomTestStringConvertible {
  /// `code@key` of each: the last key of the field.
  let expected: [String]
  let edits: KeyValuePairs<String, String>

  init(_ expected: String..., edits: KeyValuePairs<String, String> = [:]) {
    self.expected = expected
    self.edits = edits
  }

  var testDescription: String {
    "\(expected.joined(separator: " ")): \(edits.map(\.value).joined(separator: " | "))"
  }

  var text: String {
    edits.reduce(LintCase.base) { text, edit in
      precondition(text.contains(edit.key), edit.key)
      return text.replacing(edit.key, with: edit.value, maxReplacements: 1)
    }
  }

  static let base = """
    format: tongbao.scheme/1
    title: 办法
    year: 2017
    office: {name: 考评室, code: 海考评}
    categories: [{id: c, name: 城区}, {id: d, name: 乡镇}]
    units:
      - {id: u, name: 甲镇, category: c}
      - {id: v, name: 乙镇, category: c}
      - {id: w, name: 丙镇, category: d}
    departments: [{id: b, name: 部门}]
    projects: [{id: p, name: 平安, department: b}, {id: q, name: 工业, department: b}]
    severities: [{id: s, names: [一般], points: 1}, {id: t, names: [突出], points: 2, dueDays: 9, provisional: true, named: true}]
    indicators:
      - {id: i, name: 巡查, project: p, points: 60, method: findings}
      - {id: j, name: 产值, project: q, points: 40, method: completion}
    bonuses: {cap: 4, items: [{id: x, name: 创新, points: 1, cap: 2}, {id: y, name: 现场会, points: 1, cap: 2}]}
    penalties: {cap: 4, items: [{id: z, name: 迟报, points: 0.5}]}
    vetoes: [{id: a, name: 事故, effect: {capGrade: 良好}}]
    provisional: {onTime: 1, late: 0.5, partial: 0.5, failed: 2}
    grades: [{name: 优秀, atLeast: 90, quota: 1}, {name: 良好, atLeast: 80}, {name: 合格}]
    warnings: {red: {rateBelow: 0.8, open: 3, overdue: 1}, yellow: {rateBelow: 0.9, open: 2}}
    spotCheck: {rate: 0.05, threshold: 0.95}
    notices: {replyDays: 5}

    """
}
