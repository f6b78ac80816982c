import TongbaoModel

// Severities, spot checks and notices: what becomes of findings.
extension SchemeLint {
  /// Severities to be circulated by name whose findings are none.
  static func namedWithoutPoints(_ scheme: Scheme) -> [LintFinding] {
    scheme.severities.enumerated()
      .compactMap { index, severity in
        guard severity.isNamed, !severity.points.isPositive else { return nil }
        return LintFinding(
          .schemeNamedWithoutPoints,
          at: "severities[\(index)].points",
          ["severity": .text(severity.name)]
        )
      }
  }

  /// Provisional severities whose findings may stay open for ever.
  static func neverOverdue(_ scheme: Scheme) -> [LintFinding] {
    scheme.severities.enumerated()
      .compactMap { index, severity in
        guard severity.isProvisional, severity.dueDays == nil else { return nil }
        return LintFinding(
          .schemeNeverOverdue,
          at: "severities[\(index)].dueDays",
          [
            "severity": .text(severity.name),
            "first": .text(scheme.window.from.description),
            "last": .text(scheme.window.to.description),
          ]
        )
      }
  }

  /// Spot checks that draw no row, so that nothing is ever compared with their threshold.
  static func emptyDraw(_ scheme: Scheme) -> [LintFinding] {
    guard let rules = scheme.spotCheck, !rules.rate.isPositive else { return [] }
    let facts: [String: Fact] = ["threshold": .decimal(rules.threshold)]
    return [LintFinding(.schemeSpotCheckDrawsNothing, at: "spotCheck.rate", facts)]
  }

  /// Notices that may name a unit on the day after it is told.
  static func noTimeToReply(_ scheme: Scheme) -> [LintFinding] {
    guard scheme.notices.requiresVerification, scheme.notices.replyDays == 0 else { return [] }
    let day = scheme.window.from
    return [
      LintFinding(
        .schemeNoTimeToReply,
        at: "notices.replyDays",
        ["day": .text(day.description), "next": .text((day + 1).description)]
      )
    ]
  }
}
