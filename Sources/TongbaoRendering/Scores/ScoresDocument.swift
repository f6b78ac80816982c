package import TongbaoFormats
package import TongbaoModel

/// The scores of a period as data: `scores.json` and `scores.csv`.
///
/// Source: scoring.md §7.
package struct ScoresDocument: Sendable {
  private let scheme: Scheme
  private let assessment: Assessment
  private let records: Records
  private let isPublished: Bool

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
  ///
  package init(scheme: Scheme, assessment: Assessment, records: Records, isPublished: Bool) {
    self.scheme = scheme
    self.assessment = assessment
    self.records = records
    self.isPublished = isPublished
  }

  /// `scores.json`: one space of indentation, members in the order of scoring.md §7.
  package var json: [UInt8] { value.rendered(.indented) }

  /// The document as a JSON value.
  package var value: JSONValue {
    [
      "format": "tongbao.scores/1",
      "scheme": ["title": .string(scheme.title), "year": .integer(scheme.year)],
      "period": [
        "id": .string(assessment.period.description),
        "from": .string(assessment.days.from.description),
        "to": .string(assessment.days.to.description),
      ],
      "asOf": .string(assessment.asOf.description),
      "units": .array(assessment.units.map(value(of:))),
    ]
  }

  private func value(of unit: UnitAssessment) -> JSONValue {
    let element = scheme.units[unit.unit]
    return [
      "id": .string(element.id),
      "name": .string(element.name),
      "category": .string(scheme.categories[element.category].id),
      "warning": JSONValue(unit.warning?.rawValue),
      "period": value(of: unit.period),
      "cumulative": value(of: unit.cumulative),
    ]
  }

  private func value(of score: Score) -> JSONValue {
    [
      "total": .decimal(score.total),
      "best": .decimal(score.best),
      "worst": .decimal(score.worst),
      "full": .decimal(score.full),
      "applicable": .decimal(score.applicable),
      "base": .decimal(score.base),
      "rate": JSONValue(score.rate),
      "bonus": .decimal(score.bonus),
      "penalty": .decimal(score.penalty),
      "coefficient": .decimal(score.coefficient),
      "rank": JSONValue(score.rank),
      "overallRank": JSONValue(score.overallRank),
      "grade": JSONValue(score.grade.map { scheme.grades[$0].name }),
      "vetoes": .array(score.vetoes.map { .string(scheme.vetoes[$0].id) }),
      "indicators": .array(score.indicators.map(value(of:))),
    ]
  }

  private func value(of score: IndicatorScore) -> JSONValue {
    [
      "id": .string(scheme.indicators[score.indicator].id),
      "full": .decimal(score.full),
      "score": JSONValue(score.score),
      "measure": JSONValue(score.measure),
      "missing": .bool(score.isMissing),
      "dynamic": JSONValue(score.dynamic?.rawValue),
      "findings": .array(score.cases.map { value(of: assessment.cases[$0]) }),
    ]
  }

  private func value(of finding: Case) -> JSONValue {
    let inspection = records.inspections[finding.inspection]
    let isHidden = isPublished && Issue.isWithheld(finding)
    return [
      "record": isHidden ? .null : .string(inspection.record),
      "date": .string(inspection.date.description),
      "state": .string(finding.state.rawValue),
      "points": .decimal(finding.points),
      "handling": JSONValue(finding.handling?.rawValue),
      "counted": .decimal(finding.counted),
      "contested": .bool(finding.isContested),
      "source": isHidden ? .null : .string(records.source(of: inspection.place)),
    ]
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
