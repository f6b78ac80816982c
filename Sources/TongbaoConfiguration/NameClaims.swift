import TongbaoModel

/// Who claims which name in sheets, so that no name means two things on one day.
struct NameClaims {
  private struct Claim {
    let owner: Int
    let days: DateRange
    let value: Value
  }

  private var claims: [String: [Claim]] = [:]
  /// Folded names in the order of their first claim.
  private var order: [String] = []
  /// Pairs already reported: two units that share a name often share an alias too.
  private var reported: Set<[Int]> = []

  /// Claims a name for element `owner` on `days`; reports an earlier claim by another.
  mutating func claim(_ name: String, for owner: Int, on days: DateRange = .always, at value: Value)
  {
    let key = FoldedName.fold(name)
    if claims[key] == nil { order.append(key) }
    if let earlier = rival(of: owner, for: key, on: days, at: value) {
      let isDated = earlier.days != .always && days != .always
      value.report(
        isDated ? .schemeOverlappingDates : .schemeDuplicateName,
        facts: ["line": .number(earlier.value.place.line)]
      )
      reported.insert([earlier.owner, owner])
    }
    claims[key, default: []].append(Claim(owner: owner, days: days, value: value))
  }

  /// The first other owner of the name on some of the days, unless the two were reported before.
  private func rival(of owner: Int, for key: String, on days: DateRange, at value: Value) -> Claim?
  {
    let rival = claims[key, default: []]
      .first {
        $0.owner != owner && $0.days.intersection(days) != nil
      }
    guard let rival, !reported.contains([rival.owner, owner]) else { return nil }
    // Two equal ids are reported as such.
    let areIds = value.path.hasSuffix(".id") && rival.value.path.hasSuffix(".id")
    return areIds ? nil : rival
  }

  /// Reports days without an owner between two that follow each other under one name.
  mutating func reportGaps() {
    for name in order {
      let ordered = claims[name, default: []].sorted { $0.days.from < $1.days.from }
      for (earlier, later) in zip(ordered, ordered.dropFirst())
      where earlier.owner != later.owner && later.days.from - earlier.days.to > 1 {
        guard reported.insert([earlier.owner, later.owner]).inserted else { continue }
        later.value.report(
          .schemeDateGap,
          facts: [
            "line": .number(earlier.value.place.line),
            "from": .text((earlier.days.to + 1).description),
            "to": .text((later.days.from - 1).description),
          ]
        )
      }
    }
  }
}
