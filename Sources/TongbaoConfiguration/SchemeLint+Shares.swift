import TongbaoModel

// What rectification gives back, and what it must never pay for.
extension SchemeLint {
  /// Late or partial rectification that costs less than rectification in time.
  static func latePaysMore(_ scheme: Scheme) -> [LintFinding] {
    let shares = scheme.provisional
    guard let example = Example(scheme, isProvisional: true),
      let inTime = example.cost(restoring: shares.onTime)
    else { return [] }
    let rivals: [(key: String, how: Fact, share: Decimal6)] = [
      ("late", .rectifiedLate, shares.late), ("partial", .rectifiedPartly, shares.partial),
    ]
    return rivals.compactMap { key, how, share in
      guard share > shares.onTime, let cost = example.cost(restoring: share) else { return nil }
      return LintFinding(
        .schemeLatePaysMore,
        at: "provisional.\(key)",
        example.facts.adding(["inTime": .decimal(inTime), "how": how, "cost": .decimal(cost)])
      )
    }
  }

  /// A failed re-check that costs less than no rectification at all.
  static func failedBelowOne(_ scheme: Scheme) -> [LintFinding] {
    let factor = scheme.provisional.failed
    guard factor < .one, let example = Example(scheme, isProvisional: false),
      let cost = example.cost(times: factor)
    else { return [] }
    return [
      LintFinding(
        .schemeFailedBelowOne,
        at: "provisional.failed",
        example.facts.adding(["cost": .decimal(cost)])
      )
    ]
  }

  /// A finding to show what the shares do: of the first severity that is worth points.
  private struct Example {
    let severity: SeverityLevel
    let points: Decimal6

    init?(_ scheme: Scheme, isProvisional: Bool) {
      let worth = scheme.severities.filter(\.points.isPositive)
      let fitting = worth.first { $0.isProvisional || !isProvisional }
      guard let severity = fitting ?? worth.first ?? scheme.severities.first else { return nil }
      self.severity = severity
      points = severity.points.isPositive ? severity.points : .one
    }

    var facts: [String: Fact] {
      ["severity": .text(severity.name), "points": .points(points)]
    }

    func cost(restoring share: Decimal6) -> Decimal6? {
      (try? Decimal6.one.subtracting(share)).flatMap { cost(times: $0) }
    }

    func cost(times factor: Decimal6) -> Decimal6? {
      try? Ratio(points).multiplied(by: Ratio(factor)).rounded()
    }
  }
}

extension [String: Fact] {
  /// These facts and others.
  fileprivate func adding(_ others: [String: Fact]) -> [String: Fact] {
    merging(others) { _, other in other }
  }
}
