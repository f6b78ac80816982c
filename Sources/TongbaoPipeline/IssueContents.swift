import TongbaoModel
package import TongbaoRendering
import TongbaoScoring

/// Everything that the pages of an issue say, put together from figures.
package struct IssueContents: Sendable {
  /// What Rendering takes.
  package var input: CircularInput

  /// The contents of an issue dated `date`; numbers are set by who publishes it.
  init(
    _ figures: Figures,
    date: CalendarDate,
    habits: SheetHabits = SheetHabits()
  ) throws(PipelineFailure) {
    let (records, scheme) = (figures.gathering.records, figures.rules.scheme)
    let assessment = figures.assessment
    input = CircularInput(
      scheme: scheme,
      assessment: assessment,
      previous: figures.previous,
      records: records,
      date: date
    )
    input.texts = try IssueContents.texts(figures)
    let explainer = try figures.explainer()
    input.explanations = try figures.explanations(of: scheme.units.ordinals, by: explainer)
    input.spotChecks = Scoring.accuracy(
      of: records,
      under: scheme,
      inspectedOn: scheme.window,
      asOf: assessment.asOf
    )
    input.unitBurdens = Scoring.burden(of: records, under: scheme, on: assessment.days)
    input.departmentBurdens = IssueContents.departmentBurdens(figures, habits)
    input.sheets = figures.gathering.sheets.map { IssueContents.quality($0, scheme) }
    do throws(ScoringFailure) {
      input.carryovers = try Scoring.tracking(records, under: scheme, asOf: assessment.asOf)
      input.achievements = try Scoring.achievements(in: assessment, records, under: scheme)
      if assessment.period.kind == .year {
        input.unfinished = try Scoring.unfinished(in: assessment, records, under: scheme)
      }
      input.counterfactuals = try explainer.counterfactuals()
    } catch {
      throw PipelineFailure(error, records, scheme)
    }
  }

  /// Takes the numbers of named notices.
  mutating func number(_ numbering: Numbering) {
    input.noticeNumbers = numbering.notices
    input.earlierNotices = numbering.earlier
    input.retractions = numbering.retractions
    input.withdrawnNotices = numbering.withdrawn
  }

  /// Pieces of personal data in the texts that pages may print, each where it stands first.
  ///
  /// Masking must have removed them; a record's number is printed as it is, whatever it looks like.
  var personalData: [String: TextPlace] {
    var pieces: [String: TextPlace] = [:]
    var numbers: Set<String> = []
    for (place, texts) in input.texts.rows {
      let file = input.records.files[Int(place.file)]
      numbers.formUnion(texts["record"].map { [$0] } ?? [])
      for (field, text) in texts.sorted(by: { $0.key < $1.key }) where field != "record" {
        let scalars = Array(text.unicodeScalars)
        for match in PersonalData.matches(in: text) {
          let piece = String(String.UnicodeScalarView(scalars[match.range]))
          guard pieces[piece] == nil else { continue }
          pieces[piece] = TextPlace(
            row: place,
            location: SourceLocation(file: file.name, sheet: file.sheet, line: Int(place.row)),
            field: field,
            record: texts["record"] ?? "",
            unit: texts["unit"] ?? "",
            masked: match.masked
          )
        }
      }
    }
    for (index, file) in input.records.files.enumerated() {
      let text = file.rowPrefix
      let scalars = Array(text.unicodeScalars)
      for match in PersonalData.matches(in: text) {
        let piece = String(String.UnicodeScalarView(scalars[match.range]))
        guard pieces[piece] == nil else { continue }
        pieces[piece] = TextPlace(
          row: RowReference(file: UInt32(index), row: 0),
          location: SourceLocation(file: file.name, sheet: file.sheet),
          field: "source",
          record: "",
          unit: "",
          masked: match.masked
        )
      }
    }
    return pieces.filter { !numbers.contains($0.key) }
  }

  /// The texts of all findings and their verifications: pages of the office name every one.
  private static func texts(_ figures: Figures) throws(PipelineFailure) -> RowTextIndex {
    let records = figures.gathering.records
    var places: Set<RowReference> = []
    for finding in figures.assessment.cases {
      places.insert(records.inspections[finding.inspection].place)
      if let verification = finding.verification {
        places.insert(records.followUps[verification].place)
      }
    }
    // A visit without finding has no record of its own: its number stands in the row of its recheck.
    for row in records.followUps where figures.assessment.days.contains(row.date) {
      if case .recheck = row.content, case .visit = row.subject { places.insert(row.place) }
    }
    return try figures.gathering.texts(of: places)
  }

  private static func quality(_ sheet: Gathering.Sheet, _ scheme: Scheme) -> SheetQuality {
    SheetQuality(
      file: sheet.input.name,
      department: sheet.input.entry.department.flatMap { id in
        scheme.departments.ordinals.first { scheme.departments[$0].id == id }
      },
      rows: sheet.counts?.rows ?? 0,
      refused: sheet.counts?.refused ?? 0,
      errors: sheet.log.count(of: Severity.error),
      warnings: sheet.log.count(of: Severity.warning)
    )
  }

  /// What each department's sheets ask for beyond need, in scheme order.
  private static func departmentBurdens(
    _ figures: Figures,
    _ habits: SheetHabits
  ) -> [DepartmentBurden] {
    let scheme = figures.rules.scheme
    let ledgers = ledgerRows(figures)
    return scheme.departments.ordinals.map { department in
      let id = scheme.departments[department].id
      let sheets = figures.gathering.sheets.filter { $0.input.entry.department == id }
      return DepartmentBurden(
        department: department,
        unusedColumns: Set(sheets.flatMap(\.unusedColumns)).sorted(),
        repeatedSheets: habits.repeated[id, default: 0],
        refusedAsLedger: ledgers[department, default: 0],
        lateSheets: habits.late[id, default: 0]
      )
    }
  }

  /// Rows of the period whose evidence is of refused kinds alone, whatever they found, by department.
  private static func ledgerRows(_ figures: Figures) -> [Ordinal<Department>: Int] {
    let scheme = figures.rules.scheme
    let (days, asOf) = (figures.assessment.days, figures.assessment.asOf)
    var rows: [Ordinal<Department>: Int] = [:]
    func count(_ isRefused: Bool, _ date: CalendarDate, _ indicator: Ordinal<Indicator>) {
      guard isRefused, days.contains(date), date <= asOf else { return }
      rows[scheme.projects[scheme.indicators[indicator].project].department, default: 0] += 1
    }
    let records = figures.gathering.records
    for row in records.visits { count(row.isEvidenceRefused, row.date, row.indicator) }
    for row in records.inspections { count(row.isEvidenceRefused, row.date, row.indicator) }
    return rows
  }
}
