import TongbaoModel

extension DiagnosticKind {
  /// What is legal in a scheme but cannot be meant.
  static let schemeLintKinds = schemeGradeLintKinds + schemePointLintKinds + schemeFindingLintKinds
}

// Words for grades and vetoes.
extension Fact {
  static let noPlaces = Fact.worded(Bilingual("名额是 0", "its quota is 0"))
  static let nobodyRanked = Fact.worded(
    Bilingual("名额按名次给，而没有单位参加排名", "its quota goes by rank, and no unit is ranked")
  )

  /// What is printed: points, or a percentage.
  static func number(_ number: Decimal6, by basis: RankBasis) -> Fact {
    switch basis {
    case .total: .worded(Bilingual("\(number) 分", "\(English.points(number))"))
    case .rate: .worded(Bilingual("得分率 \(number)%", "a rate of \(number)%"))
    }
  }

  /// A grade above what anybody can reach.
  static func beyond(
    _ least: Decimal6,
    _ best: BestTotals.Best,
    of unit: String,
    in scheme: Scheme
  ) -> Fact {
    let how = without(best.excluded.map { scheme.indicators[$0].name })
    return switch scheme.rankBy {
    case .total:
      .worded(
        Bilingual(
          "要求 \(least) 分，而最高的\(unit)\(how.chinese)、加分加到封顶，也只有 \(best.number) 分",
          "it asks for \(least), and the best that any unit can reach is \(best.number): \(unit) "
            + "\(how.english), and every bonus up to its cap"
        )
      )
    case .rate:
      .worded(
        Bilingual(
          "要求得分率 \(least)%，而最高的\(unit)\(how.chinese)，也只有 \(best.number)%",
          "it asks for a rate of \(least)%, and the best that any unit can reach is "
            + "\(best.number)%: \(unit) \(how.english)"
        )
      )
    }
  }

  /// The best results, and what has no measure beside them.
  private static func without(_ names: [String]) -> Bilingual {
    guard !names.isEmpty else {
      return Bilingual("各项都得最好分", "with the best result everywhere")
    }
    let chinese = names.map { "“\($0)”" }.joined(separator: "、")
    let english = names.map { "“\($0)”" }.joined(separator: ", ")
    return Bilingual(
      "\(chinese)缺数据不计、其余各项都得最好分再折算",
      "without a measure of \(english), which is excluded, and with the best result everywhere else, "
        + "scaled to the full mark"
    )
  }

  /// A whole number of places above that of the units.
  static func placesForAll(_ places: Int, _ ranked: Int) -> Fact {
    .worded(
      Bilingual(
        "\(places) 个名额，参加排名的有 \(ranked) 个单位，最后一名也在名额之内",
        "\(English.counted(places, "place")) for \(English.counted(ranked, "ranked unit")): the "
          + "last one is inside too"
      )
    )
  }

  /// A share that is all of them.
  static func shareOfAll(_ share: Decimal6, _ places: Int, _ ranked: Int) -> Fact {
    .worded(
      Bilingual(
        "比例 \(share) 即 \(places) 个名额，参加排名的有 \(ranked) 个单位，最后一名也在名额之内",
        "a share of \(share) is \(English.counted(places, "place")) for "
          + "\(English.counted(ranked, "ranked unit")): the last one is inside too"
      )
    )
  }

  /// Several reasons in one sentence.
  static func reasons(_ reasons: [Bilingual]) -> Fact {
    .worded(
      Bilingual(
        reasons.map(\.chinese).joined(separator: "；"),
        reasons.map(\.english).joined(separator: "; ")
      )
    )
  }
}

// Why a veto takes no effect.
extension Bilingual {
  static func capsNothing(_ grade: String, _ unit: String) -> Bilingual {
    Bilingual(
      "“\(grade)”之上没有等次，\(unit)本来得“\(grade)”，封顶后还是“\(grade)”",
      "no grade stands above “\(grade)”: \(unit) has it before and after"
    )
  }

  static func deductsNothing(_ unit: String) -> Bilingual {
    Bilingual("\(unit)扣 0 分", "\(unit) loses 0 points")
  }

  static let ranksNobody = Bilingual("取消排名，而没有单位参加排名", "no unit has a rank to lose")
  static let setToFalse = Bilingual("效果写的都是 false", "its effects are set to false")
}

// Words for days.
extension Fact {
  /// From when to when; an end that is not set is left out.
  static func days(_ days: DateRange) -> Fact {
    let (isOpen, isEndless) = (days.from == DateRange.always.from, days.to == DateRange.always.to)
    return switch (isOpen, isEndless) {
    case (true, true): .worded(Bilingual("全年", "all year"))
    case (true, false): .worded(Bilingual("\(days.to) 及以前", "until \(days.to)"))
    case (false, true): .worded(Bilingual("\(days.from) 及以后", "from \(days.from)"))
    case (false, false):
      .worded(Bilingual("\(days.from) 至 \(days.to)", "\(days.from) to \(days.to)"))
    }
  }
}

// Words for steps.
extension Fact {
  static func value(_ value: Decimal6) -> Fact {
    .worded(Bilingual("达到 \(value) ", "a value of \(value)"))
  }

  static func place(_ place: Int) -> Fact {
    .worded(Bilingual("第 \(place) 名", "place \(place)"))
  }

  static let lastPlace = Fact.worded(Bilingual("最后一名", "the last place"))
}

// Words for steps and places.
extension Fact {
  static func places(_ number: Int) -> Fact {
    .worded(Bilingual("\(number)", English.counted(number, "place")))
  }

  static func units(_ number: Int) -> Fact {
    .worded(Bilingual("\(number)", English.counted(number, "unit")))
  }

  static func rankedUnits(_ number: Int) -> Fact {
    .worded(Bilingual("\(number)", English.counted(number, "ranked unit")))
  }

  static func lastAsFirst(_ full: Decimal6) -> Fact {
    .worded(
      Bilingual(
        "最后一名和第 1 名同得 \(full) 分",
        "the last place gets \(English.points(full)), as the first does"
      )
    )
  }

  static func noLoss(_ unit: String, _ step: Decimal6, _ full: Decimal6) -> Fact {
    .worded(
      Bilingual(
        "\(unit)差目标 \(step) 也得满分 \(full) 分",
        "\(unit) misses the target by \(step) and still gets all \(full)"
      )
    )
  }

  static func noGain(_ unit: String, _ step: Decimal6, _ full: Decimal6) -> Fact {
    .worded(
      Bilingual(
        "\(unit)优于目标 \(step)，仍得 \(full) 分，不加分",
        "\(unit) is \(step) beyond the target and still gets \(full)"
      )
    )
  }
}

// Words for caps and rectification.
extension Fact {
  static func capOf(_ name: String) -> Fact {
    .worded(Bilingual("“\(name)”", "the cap of “\(name)”"))
  }

  static func eventUnderZeroCap(_ item: Item) -> Fact {
    .worded(
      Bilingual(
        "“\(item.name)”一次 \(item.points) 分，实计 0 分",
        "“\(item.name)”, \(English.points(item.points)) each time, counts 0"
      )
    )
  }

  static func findingsUnderZeroCap(_ unit: String, _ full: Decimal6) -> Fact {
    .worded(
      Bilingual(
        "\(unit)的问题再多也不扣分，总得满分 \(full) 分",
        "whatever is found at \(unit), it gets all \(full)"
      )
    )
  }

  static func gainUnderZeroCap(_ unit: String, _ full: Decimal6) -> Fact {
    .worded(
      Bilingual(
        "\(unit)超出目标再多也不加分，最多得 \(full) 分",
        "however far beyond the target \(unit) is, it gets \(full)"
      )
    )
  }

  /// What each item comes to at its cap.
  static func itemCaps(_ items: [Item]) -> Fact {
    let caps = items.compactMap { item in item.cap.map { (item.name, $0) } }
    return .worded(
      Bilingual(
        caps.map { "“\($0)”\($1) 分" }.joined(separator: "、"),
        caps.map { "“\($0)” \($1)" }.joined(separator: ", ")
      )
    )
  }

  static let ownCap = Fact.worded(Bilingual("本项", "its own cap"))
  static let bonusCap = Fact.worded(Bilingual("加分合计", "the cap of all bonuses"))
  static let penaltyCap = Fact.worded(Bilingual("扣分合计", "the cap of all penalties"))
  static let rectifiedLate = Fact.worded(Bilingual("逾期整改", "rectified late"))
  static let rectifiedPartly = Fact.worded(Bilingual("部分整改", "rectified in part"))
}

// Words for warnings.
extension Fact {
  static let red = Fact.worded(Bilingual("红色", "red"))
  static let yellow = Fact.worded(Bilingual("黄色", "yellow"))

  static func rateAlreadyRed(_ yellow: Decimal6, red: Decimal6) -> Fact {
    .worded(
      Bilingual(
        "得分率低于 \(yellow) 的单位，必低于红色的 \(red)，已经是红色",
        "a unit whose rate is below \(yellow) is below \(red) too, and red already"
      )
    )
  }

  static func countAlreadyRed(_ count: WarningCount, _ yellow: Int, red: Int) -> Fact {
    .worded(
      Bilingual(
        "单位\(count.of(yellow).chinese)时，已满足红色的“\(count.of(red).chinese)”",
        "a unit with \(count.of(yellow).english) is red already, which takes \(red)"
      )
    )
  }

  /// Nothing of what a condition counts.
  static func without(_ count: WarningCount) -> Fact { .worded(count.of(0)) }
}

extension WarningCount {
  /// So many of what is counted.
  fileprivate func of(_ number: Int) -> Bilingual {
    switch self {
    case .open:
      Bilingual("有 \(number) 个未整改问题", English.counted(number, "open finding"))
    case .overdue:
      Bilingual("有 \(number) 个逾期问题", English.counted(number, "overdue finding"))
    case .rankDrop:
      Bilingual("名次下降 \(number) 位", English.counted(number, "place") + " lost")
    }
  }
}
