import TongbaoFormats
package import TongbaoModel

/// The scores of a period as data: `scores.json` and `scores.csv`.
///
/// Source: scoring.md §7.
package struct ScoresDocument: Sendable {
  private let scheme: Scheme
  private let assessment: Assessment
  private let records: Records
  private let isPublished: Bool
  /// How many findings are fetched at a time.
  private static let fetched = 128
  /// By file: what stands before the row's number in `source`.
  private let rowPrefixes: [String]

  /// The scores of an issue.
  ///
  /// Published, a finding that the gate withholds has neither record nor
  /// source: both are null; its state, date and points stay.
  package init(_ input: CircularInput, isPublished: Bool) {
    self.init(
      scheme: input.scheme,
      assessment: input.assessment,
      records: input.records,
      isPublished: isPublished
    )
  }

  /// The scores of an assessment of `records` under `scheme`.
  package init(scheme: Scheme, assessment: Assessment, records: Records, isPublished: Bool) {
    self.scheme = scheme
    self.assessment = assessment
    self.records = records
    self.isPublished = isPublished
    rowPrefixes = records.files.map {
      isPublished ? PersonalData.masking($0.rowPrefix) : $0.rowPrefix
    }
  }

  /// `scores.json`: one space of indentation, members in the order of scoring.md §7.
  package var json: [UInt8] {
    var writer = JSONWriter(style: .indented)
    write(to: &writer)
    return writer.bytes
  }

  /// Writes `scores.json` in pieces, in little memory.
  package func write(to send: @escaping ([UInt8]) -> Void) {
    var writer = JSONWriter(style: .indented, sendingTo: send)
    write(to: &writer)
  }

  private func write(to writer: inout JSONWriter) {
    writer.write { json in
      json.member("format", "tongbao.scores/1")
      json.member("scheme", ["title": .string(scheme.title), "year": .integer(scheme.year)])
      json.object("period") { json in
        json.member("id", .string(assessment.period.description))
        json.member("from", assessment.days.from)
        json.member("to", assessment.days.to)
      }
      json.member("asOf", assessment.asOf)
      json.array("units") { units in
        for unit in assessment.units { units.element { write(unit, to: &$0) } }
      }
    }
  }

  private func write(_ unit: UnitAssessment, to json: inout JSONWriter) {
    let element = scheme.units[unit.unit]
    json.member("id", .string(element.id))
    json.member("name", .string(element.name))
    json.member("category", .string(scheme.categories[element.category].id))
    json.member("warning", JSONValue(unit.warning?.rawValue))
    json.object("period") { write(unit.period, to: &$0) }
    json.object("cumulative") { write(unit.cumulative, to: &$0) }
  }

  private func write(_ score: Score, to json: inout JSONWriter) {
    json.member("total", .decimal(score.total))
    json.member("best", .decimal(score.best))
    json.member("worst", .decimal(score.worst))
    json.member("full", .decimal(score.full))
    json.member("applicable", .decimal(score.applicable))
    json.member("base", .decimal(score.base))
    json.member("rate", JSONValue(score.rate))
    json.member("bonus", .decimal(score.bonus))
    json.member("penalty", .decimal(score.penalty))
    json.member("coefficient", .decimal(score.coefficient))
    json.member("rank", JSONValue(score.rank))
    json.member("overallRank", JSONValue(score.overallRank))
    json.member("grade", JSONValue(score.grade.map { scheme.grades[$0].name }))
    json.member("vetoes", .array(score.vetoes.map { .string(scheme.vetoes[$0].id) }))
    json.array("indicators") { write(score.indicators, to: &$0) }
  }

  func write(_ score: IndicatorScore, to json: inout JSONWriter) {
    json.member("id", .string(scheme.indicators[score.indicator].id))
    json.member("full", .decimal(score.full))
    json.member("score", JSONValue(score.score))
    json.member("measure", JSONValue(score.measure))
    json.member("missing", .bool(score.isMissing))
    json.member("dynamic", JSONValue(score.dynamic?.rawValue))
    json.array("findings") { write(score.cases, to: &$0) }
  }

  private func write(_ positions: Positions, to findings: inout JSONWriter) {
    var rest = positions[...]
    while !rest.isEmpty {
      // A unit's findings lie far apart in memory: fetched in one go, they come together.
      let part = rest.prefix(ScoresDocument.fetched)
      let inspections = part.map { records.inspections[assessment.cases.inspection(at: $0)] }
      for (position, inspection) in zip(part, inspections) {
        findings.element { write(assessment.cases[position], inspection, to: &$0) }
      }
      rest = rest.dropFirst(part.count)
    }
  }

  private func write(_ finding: Case, _ inspection: Inspection, to json: inout JSONWriter) {
    let isHidden = isPublished && Issue.isWithheld(finding)
    json.member("record", isHidden ? .null : .string(inspection.record))
    json.member("date", inspection.date)
    json.member("state", .string(finding.state.rawValue))
    json.member("points", .decimal(finding.points))
    json.member("handling", JSONValue(finding.handling?.rawValue))
    json.member("counted", .decimal(finding.counted))
    json.member("contested", .bool(finding.isContested))
    if isHidden {
      json.member("source", .null)
    } else {
      let place = inspection.place
      json.member("source", rowPrefixes[Int(place.file)], followedBy: place.row)
    }
  }
}

// Tables of one row per unit.
extension ScoresDocument {
  private static let heads = [
    "unit", "name", "category", "warning", "period_total", "period_rank", "total", "best", "worst",
    "full", "applicable", "base", "rate", "bonus", "penalty", "coefficient", "rank",
    "overall_rank", "grade",
  ]

  /// `scores.csv`: a row per unit with both scores, safe to open in a spreadsheet.
  package var csv: [UInt8] {
    var writer = CSVWriter()
    writer.write(row: ScoresDocument.heads)
    for unit in assessment.units { writer.write(row: row(of: unit).map(Sanitised.text)) }
    return writer.bytes
  }

  private func row(of unit: UnitAssessment) -> [String] {
    let element = scheme.units[unit.unit]
    let score = unit.cumulative
    return [
      element.id, element.name, scheme.categories[element.category].name,
      unit.warning?.rawValue ?? "", unit.period.total.description,
      unit.period.rank.map(String.init) ?? "", score.total.description, score.best.description,
      score.worst.description, score.full.description, score.applicable.description,
      score.base.description, score.rate?.description ?? "", score.bonus.description,
      score.penalty.description, score.coefficient.description,
      score.rank.map(String.init) ?? "", score.overallRank.map(String.init) ?? "",
      score.grade.map { scheme.grades[$0].name } ?? "",
    ]
  }

  /// The scores as lines of an aligned table for the terminal, no wider than `width`.
  package func table(in language: Language, width: Int = .max) -> [String] {
    let heads = [
      Bilingual("单位", "Unit"), Bilingual("分类", "Category"), Bilingual("本期得分", "Period"),
      Bilingual("模拟得分", "Simulated"), Bilingual("得分率", "Rate"), Bilingual("名次", "Rank"),
      Bilingual("等次", "Grade"), Bilingual("预警", "Warning"),
    ]
    var table = AlignedTable(
      columns: heads.enumerated()
        .map { index, head in
          .init(head[language], (2...5).contains(index) ? .right : .left)
        }
    )
    for unit in assessment.units { table.append(cells(of: unit, language)) }
    return table.lines(width: width)
  }

  private func cells(of unit: UnitAssessment, _ language: Language) -> [String] {
    let element = scheme.units[unit.unit]
    let score = unit.cumulative
    var total = score.total.formatted(places: scheme.display)
    if score.best != score.worst {
      total += " (\(score.worst.formatted(places: scheme.display))"
      total += "～\(score.best.formatted(places: scheme.display)))"
    }
    let rate = score.rate.flatMap { try? Ratio($0).multiplied(by: Ratio(100)).rounded() }
    let warning =
      switch unit.warning {
      case .red: Bilingual("红色", "red")
      case .yellow: Bilingual("黄色", "yellow")
      case nil: Bilingual("", "")
      }
    return [
      element.name, scheme.categories[element.category].name,
      unit.period.total.formatted(places: scheme.display), total,
      rate.map { $0.formatted(places: scheme.display) + "%" } ?? "—",
      score.rank.map(String.init) ?? "—", score.grade.map { scheme.grades[$0].name } ?? "",
      warning[language],
    ]
  }
}
