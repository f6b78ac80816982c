import TongbaoModel

extension Comparison {
  /// A unit that only one of two schemes has, with its cumulative score there.
  struct LoneUnit: Sendable, Equatable {
    let unit: Unit
    let standing: UnitDifference.Standing

    init(_ ordinal: Ordinal<Unit>, _ figures: Figures) {
      let scheme = figures.rules.scheme
      unit = scheme.units[ordinal]
      standing = .init(figures.assessment.units[ordinal.index].cumulative, under: scheme)
    }
  }

  /// A unit of the later scheme whose id was another one in the earlier scheme.
  struct RenamedUnit: Sendable {
    let unit: Ordinal<Unit>
    let former: Unit
    /// The name or alias by which the two are one.
    let name: String
  }
}

/// Which unit of an earlier scheme each unit of a later one was.
///
/// The same id is the same unit. Of the others those are one that share an id, a name or an alias with each
/// other and with no third one; what is not as clear as that is left apart.
struct UnitSuccession {
  /// By unit of the later scheme; nil where it has no predecessor.
  let former: [Ordinal<Unit>?]
  /// Units of the earlier scheme without successor.
  let ended: [Ordinal<Unit>]
  /// Those that have another id now.
  let renamed: [Comparison.RenamedUnit]

  /// Units of the later scheme without predecessor.
  var begun: [Ordinal<Unit>] {
    former.indices.filter { former[$0] == nil }.map { Ordinal(index: $0) }
  }

  init(from earlier: Scheme, to later: Scheme) {
    var former = later.units.map { unit in
      earlier.units.ordinals.first { earlier.units[$0].id == unit.id }
    }
    let taken = Set(former.compactMap { $0 })
    let old = earlier.units.ordinals.filter { !taken.contains($0) }
    let new = later.units.ordinals.filter { former[$0.index] == nil }
    var renamed: [Comparison.RenamedUnit] = []
    for unit in new {
      let kin = old.filter { earlier.units[$0].sharedName(with: later.units[unit]) != nil }
      guard kin.count == 1, let only = kin.first,
        new.count(where: { earlier.units[only].sharedName(with: later.units[$0]) != nil }) == 1,
        let name = earlier.units[only].sharedName(with: later.units[unit])
      else { continue }
      former[unit.index] = only
      renamed.append(.init(unit: unit, former: earlier.units[only], name: name))
    }
    self.former = former
    self.renamed = renamed
    let known = Set(former.compactMap { $0 })
    ended = earlier.units.ordinals.filter { !known.contains($0) }
  }
}

extension Unit {
  /// Whether the unit is meant by an id, a name or an alias.
  func isCalled(_ name: String) -> Bool { names.contains(name) }

  private var names: [String] { [name, id] + aliases }

  /// The first name of this unit that the other one has too: names before ids, ids before aliases.
  fileprivate func sharedName(with other: Unit) -> String? {
    names.first(where: other.isCalled)
  }
}
