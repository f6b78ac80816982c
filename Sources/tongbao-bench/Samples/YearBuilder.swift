import TongbaoModel

/// Makes the year: ordinary visits of every department, and the cases of the story among them.
struct YearBuilder {
  private var random: SplitMix64
  private var year = SampleYear()

  /// Ordinary rows count on from here; the numbers below are the story's.
  private static let firstOrdinaryNumber = 21

  /// The year that a seed gives.
  static func build(seed: UInt64) -> SampleYear {
    var builder = YearBuilder(random: SplitMix64(seed: seed))
    for plan in InspectionPlan.all {
      for month in 1...11 { builder.addMonth(month, of: plan) }
    }
    builder.addStory()
    builder.addRechecks()
    builder.year.inspections.sort {
      ($0.department.rawValue, $0.date, $0.record) < ($1.department.rawValue, $1.date, $1.record)
    }
    return builder.year
  }

  private init(random: SplitMix64) {
    self.random = random
  }

  private mutating func addMonth(_ month: Int, of plan: InspectionPlan) {
    var rows: [Inspection] = []
    for unit in HainingUnit.all where plan.covers(unit, month: month) {
      var visits = random.within(plan.visits)
      // One unit is visited beyond burden.visitsPerMonth.
      if unit.id == "xucun" && month == 9 { visits += 2 }
      let days = random.sample(visits, of: InspectionPlan.workingDays(of: month))
      for date in days { rows += visit(to: unit, on: date, by: plan) }
    }
    rows.sort { $0.date < $1.date }
    for (index, row) in rows.enumerated() {
      var row = row
      row.record = YearBuilder.record(
        plan.department,
        month: month,
        number: YearBuilder.firstOrdinaryNumber + index
      )
      year.inspections.append(row)
      addFollowUps(of: row)
    }
  }

  /// A number such as `ZZ-10021`: month, then a running number.
  static func record(_ department: HainingDepartment, month: Int, number: Int) -> String {
    let digits = String(100_000 + month * 1000 + number).dropFirst()
    return department.recordPrefix + digits
  }

  private mutating func visit(
    to unit: HainingUnit,
    on date: CalendarDate,
    by plan: InspectionPlan
  ) -> [Inspection] {
    let team = random.pick(plan.department.teams)
    let inspectors = random.sample(3, of: plan.department.inspectors)
    return (0..<random.within(plan.rows))
      .map { _ in
        row(of: unit, on: date, by: plan, team: team, inspectors: inspectors)
      }
  }

  private mutating func row(
    of unit: HainingUnit,
    on date: CalendarDate,
    by plan: InspectionPlan,
    team: String,
    inspectors: [String]
  ) -> Inspection {
    let indicator = plan.indicator(month: date.month, with: &random)
    let texts = FindingTexts.of(indicator)
    let severity = severity(in: unit)
    let place = random.pick(unit.places)
    let finding = finding(of: severity, from: texts, place: place)
    let site = texts.site(of: finding, place: place, with: &random)
    let person = (People.name(with: &random), unit.duty(random.pick(texts.duties)))
    return Inspection(
      department: plan.department,
      record: "",
      date: date,
      unit: unit,
      indicator: indicator,
      site: site,
      finding: finding,
      severity: severity,
      team: team,
      inspectors: inspectors,
      responsible: severity == .none ? nil : person,
      evidence: random.pick(People.evidence),
      remark: severity == .none && random.chance(60) ? "现场整洁有序" : "",
      written: [:]
    )
  }

  private mutating func severity(in unit: HainingUnit) -> Severity {
    switch random.below(1_000_000) / unit.looseness {
    case ..<9: .prominent
    case ..<300: .general
    case ..<340: .minor
    default: .none
    }
  }

  private mutating func finding(
    of severity: Severity,
    from texts: FindingTexts,
    place: String
  ) -> String? {
    guard severity != .none else { return nil }
    let template = random.pick(severity.isNamed ? texts.prominent : texts.general)
    return FindingTexts.fill(template, place: place, with: &random)
  }

  /// What becomes of an ordinary finding: nearly all are put right in time.
  private mutating func addFollowUps(of row: Inspection) {
    guard row.severity != .none else { return }
    if row.severity.isNamed { addVerification(of: row) }
    let fate = random.below(1000)
    guard row.severity.isNamed || fate >= 25 else { return }
    let days =
      row.severity.isNamed
      ? random.within(9...27)
      : fate < 75 ? random.within(16...30) : random.within(3...row.severity.dueDays)
    year.rectifications.append(
      Rectification(
        department: row.department,
        record: row.record,
        date: row.date + days,
        result: "已整改",
        verifier: row.inspectors.first ?? ""
      )
    )
  }

  private mutating func addVerification(of row: Inspection) {
    let told = row.date + random.within(2...4)
    year.verifications.append(
      Verification(
        department: row.department,
        record: row.record,
        date: told,
        factual: "属实",
        reply: random.pick(People.replies),
        approvedBy: random.pick(People.approvers),
        approvedOn: told + random.within(3...6)
      )
    )
  }

  private mutating func addStory() {
    for storyCase in StoryCase.all {
      let row = storyCase.inspection(with: &random)
      year.inspections.append(row)
      year.verifications += storyCase.verifications
      year.rectifications += storyCase.rectifications
      year.appeals += storyCase.appeals
      year.rechecks += storyCase.rechecks
    }
  }

  /// Spot checks of the departments whose numbers are unique: about one row in twenty-five.
  private mutating func addRechecks() {
    let told = Set(year.rechecks.map(\.record))
    for row in year.inspections where !row.department.recordPrefix.isEmpty {
      let isWhole = row.written.isEmpty && (row.severity == .none || row.finding != nil)
      guard isWhole, !told.contains(row.record), random.chance(40) else { continue }
      let date = row.date + random.within(12...25)
      guard date <= day(12, 15) else { continue }
      year.rechecks.append(Recheck(record: row.record, date: date, isConsistent: true))
    }
    year.rechecks.sort { ($0.date, $0.record) < ($1.date, $1.record) }
  }
}
