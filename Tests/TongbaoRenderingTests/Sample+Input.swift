import TongbaoModel

@testable import TongbaoRendering

// Inputs.
extension Sample {
  static func input(november isNovember: Bool = false) -> CircularInput {
    var input = CircularInput(
      scheme: scheme(),
      assessment: isNovember ? november() : october(),
      previous: isNovember ? october() : nil,
      records: records(),
      date: day(isNovember ? "2017-12-04" : "2017-11-03")
    )
    input.texts = texts
    input.achievements = achievements(in: input.assessment)
    input.number = isNovember ? "海考评通报〔2017〕11号" : "海考评通报〔2017〕10号"
    input.previousIssue =
      isNovember
      ? IssueLink(title: "海考评通报〔2017〕10号", address: "../../2017-10/index.html") : nil
    if isNovember {
      input.trend = [
        TrendPoint(
          period: .month(year: 2017, month: 10),
          totals: [number("22.5"), number("25.3"), number("20"), number("15")],
          ranks: [2, 1, 3, 1]
        )
      ]
    }
    let october = [
      Counterfactual(
        unit: Ordinal(0),
        subject: .finding(0),
        returned: .one,
        total: number("23.5"),
        rank: 2,
        obstacle: nil
      ),
      Counterfactual(
        unit: Ordinal(0),
        subject: .dynamic(Ordinal(1)),
        returned: .one,
        total: number("23.5"),
        rank: 2,
        obstacle: nil
      ),
    ]
    input.counterfactuals =
      (isNovember ? [] : october) + [
        Counterfactual(
          unit: Ordinal(1),
          subject: .finding(2),
          returned: number("1.1"),
          total: number("26.4"),
          rank: 1,
          obstacle: nil
        )
      ]
    input.spotChecks = [
      SpotCheckAccuracy(
        department: Ordinal(0),
        checked: 20,
        consistent: 19,
        accuracy: 950,
        lower: 764,
        upper: 991,
        isBelowThreshold: false
      )
    ]
    input.draws = [
      SpotCheckDraw(
        department: Ordinal(0),
        population: 20,
        entries: [
          .init(
            record: "X2",
            date: day("2017-10-13"),
            unit: Ordinal(0),
            indicator: Ordinal(0),
            place: place(3)
          )
        ]
      )
    ]
    input.unitBurdens = [
      Burden(
        unit: Ordinal(0),
        year: 2017,
        month: 10,
        visits: 9,
        records: 31,
        isAboveLimit: true
      )
    ]
    input.departmentBurdens = [
      DepartmentBurden(
        department: Ordinal(0),
        unusedColumns: ["经度", "纬度"],
        repeatedSheets: 1,
        refusedAsLedger: 1,
        lateSheets: 2
      )
    ]
    input.sheets = [
      SheetQuality(
        file: "综治办-10月.csv",
        department: Ordinal(0),
        rows: 120,
        refused: 2,
        errors: 2,
        warnings: 5
      )
    ]
    input.explanations = [explanation(0, record: "X1"), explanation(1, record: "X3")]
    return input
  }

  /// What scoring would say that the units reached.
  static func achievements(in assessment: Assessment) -> [Achievement] {
    assessment.units.flatMap { unit in
      unit.cumulative.indicators.compactMap { score -> Achievement? in
        guard let measure = score.measure else { return nil }
        let isRate = score.indicator == Ordinal(1)
        return Achievement(
          unit: unit.unit,
          indicator: score.indicator,
          value: isRate ? measure : number("120.5"),
          target: isRate ? number("95") : nil,
          completion: isRate ? number("99.5") : nil,
          growth: isRate ? nil : measure,
          isMet: isRate ? measure >= number("95") : nil
        )
      }
    }
  }

  /// The year closed as of the November sample, with a target missed and a finding not closed.
  static var year: CircularInput {
    var input = input(november: true)
    input.assessment.period = .year(2017)
    input.previous = nil
    input.number = "海考评通报〔2018〕1号"
    input.unfinished = [
      Unfinished(
        record: nil,
        unit: Ordinal(0),
        indicator: Ordinal(1),
        year: 2017,
        target: number("95"),
        value: number("94"),
        handling: nil,
        place: nil
      ),
      Unfinished(
        record: "X2",
        unit: Ordinal(0),
        indicator: Ordinal(0),
        year: 2017,
        target: nil,
        value: nil,
        handling: .overdue,
        place: place(3)
      ),
    ]
    return input
  }

  static func explanation(_ unit: UInt16, record: String) -> Explanation {
    let finding = Explanation.Step(
      clause: .finding,
      subject: record,
      formula: "1",
      inputs: [
        .init(name: "points", value: "1", source: "综治办-10月.csv:\(unit == 0 ? 2 : 4)")
      ],
      result: "1"
    )
    let indicator = Explanation.Step(
      clause: .indicator,
      subject: "patrol",
      formula: "max(0, 10 − 1)",
      result: "9",
      parts: [finding]
    )
    return Explanation(
      unit: Ordinal(unit),
      isCumulative: true,
      steps: [
        .init(clause: .total, formula: "max(0, 9 × 1)", result: "9", parts: [indicator])
      ]
    )
  }

  /// Masks what looks like a mobile number, as the real masker does.
  static let mask: @Sendable (String) -> String = { text in
    text.replacing("13812345678", with: "138****5678")
  }
}
