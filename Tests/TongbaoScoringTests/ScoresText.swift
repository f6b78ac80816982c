import TongbaoModel

/// Writes scores.json as the design page lays it out, to compare with its examples character for character.
struct ScoresText {
  let records: Records
  let scheme: Scheme
  let assessment: Assessment

  private enum Value {
    case plain(String)
    case list([Value])
    case object([(String, Value)])
  }

  /// The whole file.
  var text: String {
    write(
      .object([
        ("format", quoted("tongbao.scores/1")),
        ("scheme", .object([("title", quoted(scheme.title)), ("year", .plain("\(scheme.year)"))])),
        (
          "period",
          .object([
            ("id", quoted("\(assessment.period)")), ("from", quoted("\(assessment.days.from)")),
            ("to", quoted("\(assessment.days.to)")),
          ])
        ),
        ("asOf", quoted("\(assessment.asOf)")),
        ("units", .list(assessment.units.map(unit))),
      ]),
      indent: 0
    ) + "\n"
  }

  private func quoted(_ text: String) -> Value { .plain("\"\(text)\"") }

  private func optional(_ value: Any?) -> Value { .plain(value.map { "\($0)" } ?? "null") }

  private func unit(_ unit: UnitAssessment) -> Value {
    let rule = scheme.units[unit.unit]
    return .object([
      ("id", quoted(rule.id)), ("name", quoted(rule.name)),
      ("category", quoted(scheme.categories[rule.category].id)),
      ("warning", unit.warning.map { quoted($0.rawValue) } ?? .plain("null")),
      ("period", score(unit.period)), ("cumulative", score(unit.cumulative)),
    ])
  }

  private func score(_ score: Score) -> Value {
    .object([
      ("total", optional(score.total)), ("best", optional(score.best)),
      ("worst", optional(score.worst)), ("full", optional(score.full)),
      ("applicable", optional(score.applicable)), ("base", optional(score.base)),
      ("rate", optional(score.rate)), ("bonus", optional(score.bonus)),
      ("penalty", optional(score.penalty)), ("coefficient", optional(score.coefficient)),
      ("rank", optional(score.rank)), ("overallRank", optional(score.overallRank)),
      ("grade", score.grade.map { quoted(scheme.grades[$0].name) } ?? .plain("null")),
      ("vetoes", .list(score.vetoes.map { quoted(scheme.vetoes[$0].id) })),
      ("indicators", .list(score.indicators.map(indicator))),
    ])
  }

  private func indicator(_ score: IndicatorScore) -> Value {
    .object([
      ("id", quoted(scheme.indicators[score.indicator].id)), ("full", optional(score.full)),
      ("score", optional(score.score)), ("measure", optional(score.measure)),
      ("missing", optional(score.isMissing)),
      ("dynamic", score.dynamic.map { quoted($0.rawValue) } ?? .plain("null")),
      ("findings", .list(score.cases.map { finding(assessment.cases[$0]) })),
    ])
  }

  private func finding(_ finding: Case) -> Value {
    let row = records.inspections[finding.inspection]
    return .object([
      ("record", quoted(row.record)), ("date", quoted("\(row.date)")),
      ("state", quoted(finding.state.rawValue)), ("points", optional(finding.points)),
      ("handling", finding.handling.map { quoted($0.rawValue) } ?? .plain("null")),
      ("counted", optional(finding.counted)), ("contested", optional(finding.isContested)),
      ("source", quoted(records.source(of: row.place))),
    ])
  }

  private func write(_ value: Value, indent: Int) -> String {
    let inner = String(repeating: " ", count: indent + 1)
    let outer = String(repeating: " ", count: indent)
    switch value {
    case .plain(let text): return text
    case .list(let values):
      guard !values.isEmpty else { return "[]" }
      let lines = values.map { inner + write($0, indent: indent + 1) }
      return "[\n" + lines.joined(separator: ",\n") + "\n" + outer + "]"
    case .object(let members):
      let lines = members.map { "\(inner)\"\($0)\": " + write($1, indent: indent + 1) }
      return "{\n" + lines.joined(separator: ",\n") + "\n" + outer + "}"
    }
  }
}
