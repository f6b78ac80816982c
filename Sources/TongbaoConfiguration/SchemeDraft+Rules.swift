import TongbaoModel

/// The rules that concern all units alike.
struct CommonRules {
  var provisional: ProvisionalShares
  var partlyFactual: Decimal6
  var refusedEvidence: [String]
  var minimumTeam: Int?
  var warnings: WarningRules
  var spotCheck: SpotCheckRules?
  var visitsPerMonth: Int?
  var notices: NoticeRules
}

// Provisional deductions, evidence, warnings, spot checks, notices.
extension SchemeDraft {
  private static let half = Decimal6(millionths: 500_000)

  func readRules() -> CommonRules {
    let evidence = root.optional("evidence")?.section(["refuse"])
    let burden = root.optional("burden")?.section(["visitsPerMonth"])
    return CommonRules(
      provisional: readProvisional(),
      partlyFactual: root.optional("partlyFactual")?.decimal(.share) ?? SchemeDraft.half,
      refusedEvidence: evidence?.optional("refuse")?.texts().map(\.text) ?? [],
      minimumTeam: root.optional("team")?.section(["min"])?.optional("min")?.integer(0...1_000),
      warnings: readWarnings(),
      spotCheck: readSpotCheck(),
      visitsPerMonth: burden?.optional("visitsPerMonth")?.integer(0...10_000),
      notices: readNotices()
    )
  }

  private func readProvisional() -> ProvisionalShares {
    let section = root.optional("provisional")?.section(["onTime", "late", "partial", "failed"])
    return ProvisionalShares(
      onTime: section?.optional("onTime")?.decimal(.share) ?? .one,
      late: section?.optional("late")?.decimal(.share) ?? SchemeDraft.half,
      partial: section?.optional("partial")?.decimal(.share) ?? SchemeDraft.half,
      failed: section?.optional("failed")?.decimal(.notNegative) ?? .one
    )
  }

  private func readWarnings() -> WarningRules {
    let section = root.optional("warnings")?.section(["red", "yellow"])
    return WarningRules(
      red: section?.optional("red").flatMap(readConditions),
      yellow: section?.optional("yellow").flatMap(readConditions)
    )
  }

  private func readConditions(_ value: Value) -> WarningRules.Conditions? {
    guard let section = value.section(["rateBelow", "open", "overdue", "rankDrop"]) else {
      return nil
    }
    return WarningRules.Conditions(
      rateBelow: section.optional("rateBelow")?.decimal(.share),
      open: section.optional("open")?.integer(0...1_000_000),
      overdue: section.optional("overdue")?.integer(0...1_000_000),
      rankDrop: section.optional("rankDrop")?.integer(0...65_000)
    )
  }

  private func readSpotCheck() -> SpotCheckRules? {
    guard let section = root.optional("spotCheck")?.section(["rate", "threshold"]) else {
      return nil
    }
    let rate = section.required("rate")?.decimal(.share)
    let threshold = section.required("threshold")?.decimal(.share)
    guard let rate, let threshold else { return nil }
    return SpotCheckRules(rate: rate, threshold: threshold)
  }

  private enum Demand: String {
    case required
    case optional
    case none
  }

  private func readNotices() -> NoticeRules {
    let section = root.optional("notices")?.section(["verification", "replyDays", "approval"])
    let demands = [Demand.required, .optional, .none]
    let verification = section?.optional("verification")?.choice(of: demands)
    let approval = section?.optional("approval")?.choice(of: demands)
    return NoticeRules(
      requiresVerification: (verification ?? .required) == .required,
      replyDays: section?.optional("replyDays")?.integer(0...3650) ?? 5,
      requiresApproval: (approval ?? .required) == .required
    )
  }

  /// Ranking totals is fair only among units that can reach the same.
  func warnOfFullMarks() {
    for category in categories.ordinals {
      let members = units.ordinals.filter { units[$0].category == category && units[$0].isRanked }
      guard let first = members.first, let expected = fullMark(of: first) else { continue }
      for unit in members.dropFirst() {
        guard let full = fullMark(of: unit), full != expected else { continue }
        categoryValues[category.index]
          .report(
            .schemeFullMarksDiffer,
            facts: [
              "category": .text(categories[category].name),
              "first": .text(units[first].name), "firstFull": .text(expected.description),
              "second": .text(units[unit].name), "secondFull": .text(full.description),
            ]
          )
        break
      }
    }
  }

  private func fullMark(of unit: Ordinal<Unit>) -> Decimal6? {
    try? indicators.reduce(Decimal6.zero) { try $0.adding($1.points[unit.index]) }
  }
}
