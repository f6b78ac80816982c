import TongbaoModel

@testable import TongbaoRendering

// Assessments, as the scoring stage would give them.
extension Sample {
  static func october() -> Assessment {
    assessment(
      .month(year: 2017, month: 10),
      "2017-10-01",
      "2017-10-31",
      cases: [
        finding(0, .open, counted: "1", gate: [], handling: .open, due: "2017-11-11"),
        finding(
          1,
          .confirmed,
          counted: "0.5",
          handling: .open,
          due: "2017-10-28",
          isContested: true
        ),
        finding(
          2,
          .open,
          counted: "1",
          gate: [.notVerified, .replyPending(until: nil), .notApproved],
          handling: .open,
          due: "2017-11-15"
        ),
        finding(3, .inadmissible, counted: "0", reasons: [.evidenceRefused]),
      ],
      units: [
        unit(
          0,
          "22.5",
          "24.5",
          "20.5",
          rank: 2,
          overall: 2,
          grade: 0,
          warning: .yellow,
          scores: [("8.5", nil, nil), ("4", "94", .open), ("10", "18.953603", nil)],
          cases: [[0, 1], [], []]
        ),
        unit(
          1,
          "25.3",
          "26.4",
          "24.2",
          rank: 1,
          overall: 1,
          grade: 1,
          warning: nil,
          scores: [("9", nil, nil), ("5", "95", nil), ("9", "13.707317", nil)],
          cases: [[2], [], []]
        ),
        unit(
          2,
          "20",
          "20",
          "20",
          rank: 3,
          overall: 3,
          grade: 1,
          warning: .red,
          scores: [("10", nil, nil), (nil, nil, nil), ("8", "2.5", nil)],
          cases: [[], [], []]
        ),
        unit(
          3,
          "15",
          "15",
          "15",
          rank: 1,
          overall: 4,
          grade: 0,
          warning: nil,
          scores: [("10", nil, nil), ("5", "98.25", nil)],
          cases: [[3], []]
        ),
      ]
    )
  }

  static func november() -> Assessment {
    var cases = Array(october().cases)
    cases[0] = finding(0, .restored, counted: "0", gate: [], handling: .closed, due: "2017-11-11")
    cases[0].rectification = 1
    cases[1].handling = .overdue
    cases[2].state = .overdue
    cases[2].handling = .overdue
    cases.append(finding(4, .confirmed, counted: "0.5", handling: .open, due: "2017-11-23"))
    return assessment(
      .month(year: 2017, month: 11),
      "2017-11-01",
      "2017-11-30",
      cases: cases,
      units: [
        unit(
          0,
          "25.5",
          "25.5",
          "25.5",
          rank: 1,
          overall: 1,
          grade: 0,
          warning: nil,
          scores: [("9.5", nil, nil), ("5", "96.5", .restored), ("10", "18.953603", nil)],
          cases: [[0, 1], [], []]
        ),
        unit(
          1,
          "25.3",
          "26.4",
          "24.2",
          rank: 2,
          overall: 2,
          grade: 1,
          warning: .red,
          scores: [("9", nil, nil), ("5", "95", nil), ("9", "13.707317", nil)],
          cases: [[2], [], []]
        ),
        unit(
          2,
          "19.5",
          "19.5",
          "19.5",
          rank: 3,
          overall: 3,
          grade: 1,
          warning: .red,
          scores: [("9.5", nil, nil), (nil, nil, nil), ("8", "2.5", nil)],
          cases: [[4], [], []]
        ),
        unit(
          3,
          "15",
          "15",
          "15",
          rank: 1,
          overall: 4,
          grade: 0,
          warning: nil,
          scores: [("10", nil, nil), ("5", "98.25", nil)],
          cases: [[3], []]
        ),
      ]
    )
  }

  static func assessment(
    _ period: Period,
    _ from: String,
    _ to: String,
    cases: [Case],
    units: [UnitAssessment]
  ) -> Assessment {
    Assessment(
      period: period,
      days: DateRange(from: day(from), to: day(to)) ?? .always,
      asOf: day(to),
      units: units,
      cases: CaseList(cases)
    )
  }

  static func finding(
    _ inspection: Int,
    _ state: CaseState,
    counted: String,
    gate: [GateCondition]? = nil,
    handling: Handling? = nil,
    due: String? = nil,
    isContested: Bool = false,
    reasons: [InadmissibleReason] = []
  ) -> Case {
    let isProvisional = gate != nil
    let points = isProvisional ? Decimal6.one : number("0.5")
    return Case(
      inspection: inspection,
      state: state,
      points: points,
      counted: number(counted),
      best: number(counted),
      worst: number(counted),
      due: due.map(day),
      isProvisional: isProvisional,
      handling: handling,
      isContested: isContested,
      reasons: reasons,
      rectification: nil,
      verification: inspection == 0 ? 0 : nil,
      appeal: nil,
      recheck: nil,
      gate: gate
    )
  }

  static func unit(
    _ ordinal: UInt16,
    _ total: String,
    _ best: String,
    _ worst: String,
    rank: Int,
    overall: Int,
    grade: UInt16,
    warning: WarningColour?,
    scores: [(score: String?, measure: String?, dynamic: CaseState?)],
    cases: [[Int]]
  ) -> UnitAssessment {
    func score(dynamic: Bool) -> Score {
      let fulls = ["10", "5", "10"]
      let indicators = scores.enumerated()
        .map { index, score in
          IndicatorScore(
            indicator: Ordinal(index: index),
            full: number(fulls[index]),
            score: score.score.map(number),
            measure: score.measure.map(number),
            isMissing: score.score == nil,
            dynamic: dynamic ? score.dynamic : nil,
            cases: Positions(cases[index])
          )
        }
      let full = number(scores.count == 3 ? "25" : "15")
      return Score(
        total: number(total),
        best: number(best),
        worst: number(worst),
        full: full,
        applicable: scores.contains { $0.score == nil } ? number("20") : full,
        base: number(total),
        rate: number("0.912345"),
        bonus: .zero,
        penalty: .zero,
        coefficient: ordinal == 1 ? number("1.1") : .one,
        rank: rank,
        overallRank: overall,
        grade: Ordinal(grade),
        vetoes: [],
        indicators: indicators
      )
    }
    return UnitAssessment(
      unit: Ordinal(ordinal),
      warning: warning,
      period: score(dynamic: false),
      cumulative: score(dynamic: true)
    )
  }
}
