import TongbaoModel

// Caps that let nothing through, and caps that nothing reaches.
extension SchemeLint {
  /// Caps of 0 on bonuses and penalties, of all of them or of an item.
  static func zeroItemCaps(_ scheme: Scheme) -> [LintFinding] {
    ItemList.all(of: scheme)
      .flatMap { list -> [LintFinding] in
        var findings: [LintFinding] = []
        if list.group.cap == .zero, let first = list.group.items.first {
          findings.append(
            LintFinding(
              .schemeZeroCap,
              at: "\(list.key).cap",
              ["what": list.capName, "example": .eventUnderZeroCap(first)]
            )
          )
        }
        for (index, item) in list.group.items.enumerated() where item.cap == .zero {
          findings.append(
            LintFinding(
              .schemeZeroCap,
              at: "\(list.key).items[\(index)].cap",
              ["what": .capOf(item.name), "example": .eventUnderZeroCap(item)]
            )
          )
        }
        return findings
      }
  }

  /// Caps of 0 on what findings deduct, and on gains beyond a target.
  static func zeroIndicatorCaps(_ scheme: Scheme) -> [LintFinding] {
    scheme.indicators.enumerated()
      .compactMap { position, indicator in
        guard let unit = scheme.units.ordinals.first(where: indicator.applies) else { return nil }
        let (name, full) = (scheme.units[unit].name, indicator.points[unit.index])
        let (key, example): (String, Fact)
        switch indicator.method {
        case .findings(cap: .zero): (key, example) = ("cap", .findingsUnderZeroCap(name, full))
        case .threshold(let threshold) where threshold.gainPer?.cap == .zero:
          (key, example) = ("gainPer.cap", .gainUnderZeroCap(name, full))
        default: return nil
        }
        return LintFinding(
          .schemeZeroCap,
          at: "indicators[\(position)].\(key)",
          ["what": .capOf(indicator.name), "example": example]
        )
      }
  }

  /// Caps of all bonuses or penalties above the sum of the caps of their items.
  static func capsNeverReached(_ scheme: Scheme) -> [LintFinding] {
    ItemList.all(of: scheme)
      .compactMap { list in
        let caps = list.group.items.compactMap(\.cap)
        guard let cap = list.group.cap, !caps.isEmpty, caps.count == list.group.items.count,
          let sum = try? caps.reduce(Decimal6.zero, { try $0.adding($1) }), sum < cap
        else { return nil }
        return LintFinding(
          .schemeCapNeverReached,
          at: "\(list.key).cap",
          [
            "whose": list.capName, "cap": .decimal(cap), "sum": .decimal(sum),
            "items": .itemCaps(list.group.items),
          ]
        )
      }
  }
}
