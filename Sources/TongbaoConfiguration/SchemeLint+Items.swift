import TongbaoModel

// Bonus and penalty items against their caps.
extension SchemeLint {
  /// Items of which a single event is above a cap.
  static func itemsAboveCap(_ scheme: Scheme) -> [LintFinding] {
    ItemList.all(of: scheme)
      .flatMap { list in
        list.group.items.enumerated()
          .compactMap { index, item -> LintFinding? in
            let exceeded: (whose: Fact, cap: Decimal6)? =
              if let cap = item.cap, item.points > cap { (.ownCap, cap) } else {
                list.exceeded(by: item.points).map { (list.capName, $0) }
              }
            // A cap of 0 is told of as such.
            guard let exceeded, exceeded.cap.isPositive else { return nil }
            return LintFinding(
              .schemeItemAboveCap,
              at: "\(list.key).items[\(index)].points",
              [
                "item": .text(item.name), "points": .points(item.points),
                "whose": exceeded.whose, "cap": .decimal(exceeded.cap),
              ]
            )
          }
      }
  }

  /// Caps of items that the cap of all items cuts off; not where that is said of a single event.
  static func capsOutOfReach(_ scheme: Scheme) -> [LintFinding] {
    ItemList.all(of: scheme)
      .flatMap { list in
        list.group.items.enumerated()
          .compactMap { index, item -> LintFinding? in
            guard let cap = item.cap, let common = list.exceeded(by: cap), common.isPositive,
              item.points <= common || item.points > cap,
              let excess = try? cap.subtracting(common)
            else { return nil }
            return LintFinding(
              .schemeItemCapOutOfReach,
              at: "\(list.key).items[\(index)].cap",
              [
                "item": .text(item.name), "cap": .decimal(cap), "whose": list.capName,
                "common": .decimal(common), "excess": .points(excess),
              ]
            )
          }
      }
  }

  /// The items of one key of the scheme.
  struct ItemList {
    let key: String
    let group: ItemGroup
    let capName: Fact

    static func all(of scheme: Scheme) -> [ItemList] {
      [
        ItemList(key: "bonuses", group: scheme.bonuses, capName: .bonusCap),
        ItemList(key: "penalties", group: scheme.penalties, capName: .penaltyCap),
      ]
    }

    /// The cap of all items where `points` are above it.
    func exceeded(by points: Decimal6) -> Decimal6? {
      group.cap.flatMap { points > $0 ? $0 : nil }
    }
  }
}
