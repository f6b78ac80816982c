package import TongbaoModel
package import TongbaoRendering
import TongbaoScoring

/// Everything that the pages of an issue say, put together from figures.
package struct IssueContents: Sendable {
  /// What Rendering takes.
  package var input: CircularInput

  /// The contents of an issue dated `date`; numbers are set by who publishes it.
  package init(_ figures: Figures, date: CalendarDate) throws(PipelineFailure) {
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
    input.departmentBurdens = IssueContents.departmentBurdens(figures)
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
  private static func departmentBurdens(_ figures: Figures) -> [DepartmentBurden] {
    let scheme = figures.rules.scheme
    let records = figures.gathering.records
    var ledgers: [Ordinal<Department>: Int] = [:]
    for finding in figures.assessment.cases where finding.reasons.contains(.evidenceRefused) {
      let indicator = records.inspections[finding.inspection].indicator
      ledgers[scheme.projects[scheme.indicators[indicator].project].department, default: 0] += 1
    }
    return scheme.departments.ordinals.map { department in
      let sheets = figures.gathering.sheets.filter {
        $0.input.entry.department == scheme.departments[department].id
      }
      return DepartmentBurden(
        department: department,
        unusedColumns: Set(sheets.flatMap(\.unusedColumns)).sorted(),
        refusedAsLedger: ledgers[department, default: 0]
      )
    }
  }
}
