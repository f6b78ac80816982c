import TongbaoModel

/// A scheme while it is read: every part as far as it is right, references by position.
struct SchemeDraft {
  /// The whole file.
  let root: Section
  let proof: Proofreader

  var window = DateRange.always
  var categories: [Category] = []
  var units: [Unit] = []
  var departments: [Department] = []
  var projects: [Project] = []
  var severities: [SeverityLevel] = []
  var grades: [Grade] = []
  var indicators: [Indicator] = []

  var categoryIds = References<Category>(.category)
  var unitIds = References<Unit>(.unit)
  var departmentIds = References<Department>(.department)
  var projectIds = References<Project>(.project)
  var gradeNames = References<Grade>(.grade)
  /// Units and categories share one name space.
  var assessedIds = IdSpace()
  /// Bonus items, penalty items and vetoes are matched against the same column.
  var itemIds = IdSpace()
  var itemClaims = NameClaims()
  var itemCount = 0
  /// Whether every unit's category was found.
  var knowsCategories = true
  /// Where each category stands, for what concerns it as a whole.
  var categoryValues: [Value] = []

  private static let keys = [
    "format", "title", "year", "window", "display", "office", "categories", "units", "departments",
    "projects", "severities", "indicators", "bonuses", "penalties", "vetoes", "provisional",
    "partlyFactual", "evidence", "team", "rankBy", "grades", "warnings", "spotCheck", "burden",
    "notices",
  ]

  init?(_ value: Value) {
    guard let root = value.section(SchemeDraft.keys) else { return nil }
    self.root = root
    proof = value.proof
  }

  /// Reads every part in the order in which they refer to each other; the result counts only
  /// without errors.
  mutating func read() -> Scheme? {
    root.checkFormat("tongbao.scheme/1")
    let title = root.required("title")?.text() ?? ""
    let before = proof.count
    let year = root.required("year")?.integer(Period.years) ?? Period.years.lowerBound
    let window = readWindow(of: year)
    // What lies outside a window that is wrong itself is nobody's fault.
    self.window = proof.count == before ? window : .always
    let display = root.optional("display")?.integer(0...6) ?? 2
    let office = readOffice()
    readCategories()
    readUnits()
    readDepartments()
    readProjects()
    readSeverities()
    readGrades()
    readIndicators()
    let bonuses = readItems("bonuses")
    let penalties = readItems("penalties")
    let vetoes = readVetoes()
    let rules = readRules()
    let rankBy = root.optional("rankBy")?.choice(of: [RankBasis.total, .rate]) ?? .total
    // Sums of points that are wrong themselves would only confuse.
    if rankBy == .total, !proof.hasErrors { warnOfFullMarks() }
    return Scheme(
      title: title,
      year: year,
      window: window,
      display: display,
      office: office,
      categories: categories,
      units: units,
      departments: departments,
      projects: projects,
      severities: severities,
      indicators: indicators,
      bonuses: bonuses,
      penalties: penalties,
      vetoes: vetoes,
      provisional: rules.provisional,
      partlyFactual: rules.partlyFactual,
      refusedEvidence: rules.refusedEvidence,
      minimumTeam: rules.minimumTeam,
      rankBy: rankBy,
      grades: grades,
      warnings: rules.warnings,
      spotCheck: rules.spotCheck,
      visitsPerMonth: rules.visitsPerMonth,
      notices: rules.notices
    )
  }

  /// The sections of a list that must have at least one; reports what is missing.
  func requiredList(_ key: String, keys: [String]) -> [Section] {
    guard let value = root.required(key) else { return [] }
    guard case .list(let nodes) = value.node.content else { return value.mismatch(.list) ?? [] }
    if nodes.isEmpty { value.report(.schemeEmptyList) }
    return sections(of: value, keys: keys)
  }

  /// The sections of a list, at most as many as positions reach.
  func sections(of value: Value, keys: [String]?) -> [Section] {
    let elements = value.elements()
    // Positions are two bytes.
    let limit = 65_000
    if elements.count > limit {
      value.report(
        .yamlOutOfRange,
        facts: ["text": .number(elements.count), "range": .range(1...limit)]
      )
    }
    return elements.prefix(limit)
      .compactMap { element in
        keys.map { element.section($0) } ?? Section(element)
      }
  }
}

// The head of the file.
extension SchemeDraft {
  private func readWindow(of year: Int) -> DateRange {
    let calendar = Period.year(year).days
    guard let section = root.optional("window")?.section(["from", "to"]) else { return calendar }
    return section.days(within: calendar, isStrict: true)
  }

  private func readOffice() -> Office {
    let keys = ["name", "code", "number", "sendTo", "copyTo"]
    guard let section = root.required("office")?.section(keys) else {
      return Office(name: "", code: "", number: "", sendTo: "", copyTo: "")
    }
    let code = section.required("code")?.text() ?? ""
    return Office(
      name: section.required("name")?.text() ?? "",
      code: code,
      number: readNumber(section) ?? "\(code)〔{year}〕{n}号",
      sendTo: section.optional("sendTo")?.textOrBlank() ?? "",
      copyTo: section.optional("copyTo")?.textOrBlank() ?? ""
    )
  }

  private func readNumber(_ section: Section) -> String? {
    guard let value = section.optional("number"), let number = value.text() else { return nil }
    if !number.contains("{n}") {
      value.report(.schemeNumberWithoutN)
    } else if !number.contains("{year}") {
      value.report(.schemeNumberWithoutYear)
    }
    return number
  }
}

extension Section {
  /// Checks the first line of every file: what it is and which version of its rules holds.
  func checkFormat(_ expected: String) {
    guard let value = required("format"), let format = value.text(), format != expected else {
      return
    }
    value.report(.yamlWrongFormat, facts: ["expected": .text(expected)])
  }

  /// The days `from`…`to`; an end that is absent is that of `range`.
  ///
  /// Reports reversed dates; strictly also where one of them is that of `range`.
  func days(within range: DateRange, isStrict: Bool = false) -> DateRange {
    let (first, last) = (optional("from"), optional("to"))
    let from = first?.date()
    let to = last?.date()
    if let days = DateRange(from: from ?? range.from, to: to ?? range.to) { return days }
    if isStrict || from != nil && to != nil {
      (last ?? first)?
        .report(
          .schemeReversedDates,
          facts: [
            "text": .text((to ?? range.to).description),
            "from": .text((from ?? range.from).description),
          ]
        )
    }
    let day = from ?? to ?? range.from
    return DateRange(from: day, to: day) ?? range
  }

  /// Reports each date of the section that lies outside the window.
  func warnOutside(_ window: DateRange) {
    for key in ["from", "to"] {
      guard let value = optional(key), let written = value.written,
        let date = CalendarDate(iso: written), !window.contains(date)
      else { continue }
      value.report(
        .schemeDatesOutsideWindow,
        facts: ["from": .text(window.from.description), "to": .text(window.to.description)]
      )
    }
  }
}
