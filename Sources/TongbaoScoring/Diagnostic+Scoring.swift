package import TongbaoModel

extension DiagnosticKind {
  /// Every problem that scoring names.
  package static let scoringKinds: [DiagnosticKind] = [
    .scoringPeriodOutsideWindow, .scoringOverflow, .scoringUndecided,
  ]

  /// The period has no day in the scheme's window.
  package static let scoringPeriodOutsideWindow = DiagnosticKind(
    "scoring.period-outside-window",
    .error,
    message: Bilingual(
      "期间 {period} 不在考核年度（{from} 至 {to}）之内。",
      "Period {period} is outside the assessment year ({from} to {to})."
    ),
    remedy: Bilingual(
      "请改用考核年度之内的期间，或改用该期间所属年度的考核办法。",
      """
      Name a period of the assessment year, or use the scheme of the year that the \
      period belongs to.
      """
    ),
    reason: Bilingual(
      "期间按最后一日归入考核年度；没有一日落在该年度之内的期间，按该办法无分可计。",
      """
      A period belongs to the scheme whose window holds its last day. A period without \
      a day in the window has nothing to score under that scheme.
      """
    )
  )

  /// A number grew beyond what is computed exactly.
  package static let scoringOverflow = DiagnosticKind(
    "scoring.overflow",
    .error,
    message: Bilingual(
      "{unit}{indicator}的数值过大，无法精确计算。",
      "The numbers of {unit}{indicator} are too large to be computed exactly."
    ),
    remedy: Bilingual(
      "请核对该单位、该指标的扣分、实际值、目标值和样本量。",
      "Check the points, values, targets and samples of this unit and indicator."
    ),
    reason: Bilingual(
      "得分一律精确计算，不作近似。绝对值超过 9,223,372,036,854 的结果无法精确表示，多为录入错误，故不予计算。",
      """
      Scores are computed exactly and never approximated. Results beyond \
      9,223,372,036,854 cannot be held exactly and nearly always come from a typing \
      error, so no score is made of them.
      """
    )
  )

  /// The year is closed while provisional findings are undecided.
  package static let scoringUndecided = DiagnosticKind(
    "scoring.undecided",
    .error,
    message: Bilingual(
      "单号 {record}（{unit}）的预扣分尚未作出决定。",
      "The provisional deduction of record {record} ({unit}) is not decided."
    ),
    remedy: Bilingual(
      "请补录整改反馈或复查结果；或以 --undecided confirm 按实扣分，以 --undecided restore 全部返还。",
      """
      Add its rectification or re-check, or close the year with --undecided confirm \
      (counts in full) or --undecided restore (given back).
      """
    ),
    reason: Bilingual(
      "预扣分须有最终处理结果，年度汇总才能定稿：尚在整改期限内或逾期未报的预扣分，逐条列出，不予静默处理。",
      """
      A yearly summary is final only when every provisional deduction is decided. \
      Those still open or overdue are named one by one and never settled silently.
      """
    )
  )
}

extension ScoringFailure {
  /// The failure as diagnostics, one per undecided finding.
  package func diagnostics(_ records: Records, under scheme: Scheme) -> [Diagnostic] {
    switch self {
    case .periodOutsideWindow(let period, let window):
      return [
        Diagnostic(
          .scoringPeriodOutsideWindow,
          facts: [
            "period": .text("\(period)"), "from": .text("\(window.from)"),
            "to": .text("\(window.to)"),
          ]
        )
      ]
    case .overflow(let place):
      return [
        Diagnostic(
          .scoringOverflow,
          at: place.row.map(records.location),
          facts: [
            "unit": .text(scheme.units.isEmpty ? "" : scheme.units[place.unit].name),
            "indicator": .worded(
              Bilingual(
                place.indicator.map { "“\(scheme.indicators[$0].name)”" } ?? "",
                place.indicator.map { ", \(scheme.indicators[$0].name)," } ?? ""
              )
            ),
          ]
        )
      ]
    case .undecided(let positions):
      return positions.map { position in
        let row = records.inspections[position]
        return Diagnostic(
          .scoringUndecided,
          at: records.location(of: row.place),
          text: row.record,
          facts: ["record": .text(row.record), "unit": .text(scheme.units[row.unit].name)]
        )
      }
    }
  }
}

extension Records {
  /// The place of a row, for a diagnostic.
  fileprivate func location(of place: RowReference) -> SourceLocation {
    let file = files[Int(place.file)]
    return SourceLocation(
      file: file.name,
      sheet: file.sheet,
      line: Int(place.row),
      column: file.keyColumn
    )
  }
}
