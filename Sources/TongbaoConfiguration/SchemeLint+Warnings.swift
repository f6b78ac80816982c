import TongbaoModel

// Early warnings (预警).
extension SchemeLint {
  /// Yellow conditions that hold only where a red one holds already.
  static func hiddenYellow(_ scheme: Scheme) -> [LintFinding] {
    guard let red = scheme.warnings.red, let yellow = scheme.warnings.yellow else { return [] }
    var findings: [LintFinding] = []
    if let least = yellow.rateBelow, let most = red.rateBelow, least <= most {
      findings.append(
        LintFinding(
          .schemeYellowNeverShows,
          at: "warnings.yellow.rateBelow",
          ["condition": "rateBelow", "why": .rateAlreadyRed(least, red: most)]
        )
      )
    }
    for count in WarningCount.allCases {
      guard let least = yellow[count], let enough = red[count], least >= enough else { continue }
      findings.append(
        LintFinding(
          .schemeYellowNeverShows,
          at: "warnings.yellow.\(count.rawValue)",
          [
            "condition": .text(count.rawValue),
            "why": .countAlreadyRed(count, least, red: enough),
          ]
        )
      )
    }
    return findings
  }

  /// Conditions that hold for everybody: at least 0 of something.
  static func unconditionalWarnings(_ scheme: Scheme) -> [LintFinding] {
    colours(of: scheme)
      .flatMap { key, word, conditions in
        WarningCount.allCases.compactMap { count in
          guard conditions?[count] == 0 else { return nil }
          return LintFinding(
            .schemeWarningAlways,
            at: "warnings.\(key).\(count.rawValue)",
            ["colour": word, "who": .without(count), "unit": .text(scheme.units.first?.name ?? "")]
          )
        }
      }
  }

  /// More places lost than any category has below its first.
  static func rankDropsOutOfReach(_ scheme: Scheme) -> [LintFinding] {
    let ranked = scheme.countsOfRanked
    guard let largest = ranked.indices.max(by: { ranked[$0] < ranked[$1] }) else { return [] }
    return colours(of: scheme)
      .compactMap { key, word, conditions in
        guard let places = conditions?.rankDrop, places > max(0, ranked[largest] - 1) else {
          return nil
        }
        return LintFinding(
          .schemeRankDropOutOfReach,
          at: "warnings.\(key).rankDrop",
          [
            "colour": word, "places": .places(places),
            "category": .text(scheme.categories[largest].name),
            "ranked": .rankedUnits(ranked[largest]),
            "most": .places(max(0, ranked[largest] - 1)),
          ]
        )
      }
  }

  private static func colours(
    of scheme: Scheme
  ) -> [(key: String, word: Fact, conditions: WarningRules.Conditions?)] {
    [("red", .red, scheme.warnings.red), ("yellow", .yellow, scheme.warnings.yellow)]
  }
}

/// The conditions of a warning that count something.
enum WarningCount: String, CaseIterable {
  case open
  case overdue
  case rankDrop
}

extension WarningRules.Conditions {
  fileprivate subscript(count: WarningCount) -> Int? {
    switch count {
    case .open: open
    case .overdue: overdue
    case .rankDrop: rankDrop
    }
  }
}
