import TongbaoModel

extension ComparisonWords {
  /// What a line is about.
  func subject(of line: UnitDifference.Line) -> String {
    switch line.cause {
    case .rules: Bilingual("考核办法或设置修改", "scheme or settings amended")[language]
    case .finding(let record, let indicator, let date, _):
      [name(indicator), record, "\(date)"].filter { !$0.isEmpty }.joined(separator: " ")
    case .measure(let indicator, _): name(indicator)
    case .comparison(let indicator, _):
      Bilingual("\(name(indicator))：其他单位", "\(name(indicator)): other units")[language]
    case .fold(let indicator, _):
      Bilingual("\(name(indicator))：平均", "\(name(indicator)): mean")[language]
    case .scaling: Bilingual("折算", "scaling")[language]
    case .event(let matter, let record, let date, _):
      ([name(matter)] + [record, "\(date)"].compactMap { $0 }).joined(separator: " ")
    case .limit(let limit, _): subject(of: limit)
    case .rounding: Bilingual("四舍五入", "rounding")[language]
    }
  }

  /// What it was and what it is.
  func state(of line: UnitDifference.Line) -> String {
    switch line.cause {
    case .rules:
      Bilingual("原有各表按现行办法重新计分", "the former sheets under the amended rules")[language]
    case .finding(_, _, _, let change): "\(text(change.before)) → \(text(change.after))"
    case .measure(_, let change): "\(text(change.before)) → \(text(change.after))"
    case .comparison(_, let change):
      Bilingual(
        "随其他单位的数据变化：\(points(change.before)) → \(points(change.after))",
        "moves with the data of others: \(points(change.before)) → \(points(change.after))"
      )[language]
    case .fold(let indicator, let change): fold(indicator, change)
    case .scaling(let change):
      Bilingual(
        "不计的指标有变，满分 ÷ 计分满分：\(text(change.before)) → \(text(change.after))",
        "other indicators are excluded, full ÷ applicable: \(text(change.before)) → \(text(change.after))"
      )[language]
    case .event(let matter, _, _, let change):
      "\(text(change.before, matter)) → \(text(change.after, matter))"
    case .limit(let limit, let change):
      "\(state(of: limit)) \(change.before) → \(change.after)"
    case .rounding:
      Bilingual("各步保留六位小数的尾差", "what rounding to six decimals leaves")[language]
    }
  }

  private func fold(
    _ indicator: Ordinal<Indicator>,
    _ change: UnitDifference.Change<Int>
  ) -> String {
    let isMonths = scheme.indicators[indicator].fold == .months
    let unit = isMonths ? Bilingual("个月", "months") : Bilingual("个季度", "quarters")
    return Bilingual(
      "取各\(isMonths ? "月" : "季")平均分，\(change.before) → \(change.after) \(unit.chinese)",
      "mean of \(change.before) → \(change.after) \(unit.english)"
    )[language]
  }

  private func name(_ indicator: Ordinal<Indicator>) -> String {
    scheme.indicators[indicator].name
  }

  private func name(_ matter: Event.Matter) -> String {
    switch matter {
    case .bonus(let item):
      Bilingual("加分 ", "bonus ")[language] + scheme.bonuses.items[item].name
    case .penalty(let item):
      Bilingual("扣分 ", "penalty ")[language] + scheme.penalties.items[item].name
    case .veto(let veto): Bilingual("否决 ", "veto ")[language] + scheme.vetoes[veto].name
    }
  }

  private var nothing: String { Bilingual("无", "none")[language] }

  private func points(_ score: Decimal6?) -> String {
    score.map { Bilingual("\($0)分", "\($0)")[language] } ?? Bilingual("不计", "excluded")[language]
  }

  private func text(_ finding: UnitDifference.Finding?) -> String {
    guard let finding else { return nothing }
    let state = Bilingual.state(finding.state)[language]
    return Bilingual("\(state)，计\(finding.counted)分", "\(state) −\(finding.counted)")[language]
  }

  private func text(_ result: UnitDifference.Result) -> String {
    let measure = result.measure.map { "\($0)" } ?? Bilingual("无数据", "no data")[language]
    return Bilingual(
      "\(measure)（\(points(result.score))）",
      "\(measure) (\(points(result.score)))"
    )[language]
  }

  private func text(_ scale: UnitDifference.Scale) -> String {
    "\(scale.full) ÷ \(scale.applicable)"
  }

  private func text(_ event: UnitDifference.Points?, _ matter: Event.Matter) -> String {
    guard let event else { return nothing }
    guard event.isInEffect else { return Bilingual("不成立", "not in effect")[language] }
    if case .bonus = matter { return Bilingual("加\(event.points)", "+\(event.points)")[language] }
    if case .veto = matter, event.points == .zero {
      return Bilingual("生效", "in effect")[language]
    }
    return Bilingual("扣\(event.points)", "−\(event.points)")[language]
  }

  private func subject(of limit: UnitDifference.Limit) -> String {
    switch limit {
    case .findingsCap(let indicator):
      Bilingual("\(name(indicator))：扣分上限", "\(name(indicator)): cap")[language]
    case .findingsFloor(let indicator):
      Bilingual("\(name(indicator))：扣完为止", "\(name(indicator)): floor of 0")[language]
    case .bonusItem(let item):
      Bilingual(
        "加分上限 \(scheme.bonuses.items[item].name)",
        "bonus cap \(scheme.bonuses.items[item].name)"
      )[language]
    case .bonuses: Bilingual("加分合计上限", "cap of all bonuses")[language]
    case .penaltyItem(let item):
      Bilingual(
        "扣分上限 \(scheme.penalties.items[item].name)",
        "penalty cap \(scheme.penalties.items[item].name)"
      )[language]
    case .penalties: Bilingual("扣分合计上限", "cap of all penalties")[language]
    case .total: Bilingual("总分最低为0", "floor of the total at 0")[language]
    case .zeroVeto: Bilingual("一票否决，总分为0", "zero veto")[language]
    }
  }

  private func state(of limit: UnitDifference.Limit) -> String {
    switch limit {
    case .bonusItem, .bonuses: Bilingual("超出上限不加的", "above the cap, not given")[language]
    case .findingsCap, .penaltyItem, .penalties:
      Bilingual("超出上限不扣的", "above the cap, not deducted")[language]
    case .findingsFloor, .total: Bilingual("低于0不扣的", "below 0, not deducted")[language]
    case .zeroVeto: Bilingual("因否决扣去的", "taken by the veto")[language]
    }
  }
}

extension Bilingual {
  /// The state of a finding, as the templates that are installed call it; an office may reword its pages, and
  /// what a command prints needs no templates.
  static func state(_ state: CaseState) -> Bilingual {
    switch state {
    case .inadmissible: Bilingual("不予采信", "not admitted")
    case .withdrawn: Bilingual("已撤销", "withdrawn")
    case .confirmed: Bilingual("确认扣分", "deduction confirmed")
    case .restored: Bilingual("已返还", "restored")
    case .reduced: Bilingual("已核减", "reduced")
    case .open: Bilingual("整改中", "open")
    case .overdue: Bilingual("逾期未改", "overdue")
    }
  }
}
