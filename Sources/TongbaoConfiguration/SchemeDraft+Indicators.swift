import TongbaoModel

// Indicators: whose points, by which method.
extension SchemeDraft {
  private static let commonKeys = [
    "id", "name", "aliases", "project", "points", "unit", "units", "method", "take", "measure",
    "target", "missing", "fold",
  ]

  mutating func readIndicators() {
    guard let value = root.required("indicators") else { return }
    if case .list(let nodes) = value.node.content, nodes.isEmpty { value.report(.schemeEmptyList) }
    var ids = IdSpace()
    var claims = NameClaims()
    for section in sections(of: value, keys: nil) {
      let method = MethodName(section)
      checkKeys(section, method)
      let id = ids.enter(section)
      let names = readNames(section, &claims, owner: indicators.count)
      indicators.append(readIndicator(section, method, id: id ?? "", names))
    }
  }

  private func readIndicator(
    _ section: Section,
    _ method: MethodName?,
    id: String,
    _ names: (name: String, aliases: [String])
  ) -> Indicator {
    let take =
      section.optional("take")?.choice(of: [Indicator.Take.latest, .sum, .mean]) ?? .latest
    let measure =
      section.optional("measure")?.choice(of: [Indicator.Measure.value, .completion, .growth])
      ?? .value
    checkDynamic(section, method, take, measure)
    return Indicator(
      id: id,
      name: names.name,
      aliases: names.aliases,
      project: projectIds.resolve(section.required("project")) ?? Ordinal(0),
      points: readPoints(section),
      unit: section.optional("unit")?.textOrBlank() ?? "",
      take: take,
      measure: measure,
      target: readTarget(section),
      method: section.readMethod(method),
      scope: section.optional("scope", of: method)?.choice(of: [Indicator.Scope.category, .all])
        ?? .category,
      direction: readDirection(section, method),
      missing: section.optional("missing")?
        .choice(of: [Indicator.MissingPolicy.exclude, .zero, .full, .groupMean]) ?? .exclude,
      fold: section.optional("fold")?.choice(of: [Indicator.Fold.months, .quarters])
    )
  }

  private func readDirection(_ section: Section, _ method: MethodName?) -> Indicator.Direction {
    guard method != .threshold else { return .higher }
    return section.optional("direction", of: method)?
      .choice(of: [Indicator.Direction.higher, .lower]) ?? .higher
  }

  private func checkKeys(_ section: Section, _ method: MethodName?) {
    let parameters = MethodName.allCases.flatMap(\.parameters)
    guard let method else {
      section.allow(SchemeDraft.commonKeys + parameters)
      if section.optional("method") == nil { _ = section.required("method") }
      return
    }
    let foreign = section.members.filter {
      parameters.contains($0.key) && !method.parameters.contains($0.key)
    }
    for (key, place, value) in foreign {
      let owners = MethodName.allCases.filter { $0.parameters.contains(key) }.map(\.rawValue)
      proof.report(
        .schemeOtherMethodsParameter,
        at: place,
        field: value.path,
        text: key,
        facts: ["method": .text(method.rawValue), "owners": .text(owners.joined(separator: ", "))]
      )
    }
    section.allow(SchemeDraft.commonKeys + method.parameters, reported: foreign.map(\.key))
  }

  /// 动态指标 follow the latest value itself.
  private func checkDynamic(
    _ section: Section,
    _ method: MethodName?,
    _ take: Indicator.Take,
    _ measure: Indicator.Measure
  ) {
    guard method == .threshold, let value = section.optional("dynamic"),
      value.written?.lowercased() == "true", take != .latest || measure != .value
    else { return }
    value.report(.schemeDynamicNeedsLatest)
  }
}

// Points and targets by unit.
extension SchemeDraft {
  private func readPoints(_ section: Section) -> [Decimal6] {
    let before = proof.count
    let restriction = section.optional("units").map(readUnitList)
    guard let value = section.required("points") else { return units.map { _ in .zero } }
    guard let weights = readWeights(value, .notNegative) else { return units.map { _ in .zero } }
    let points = units.ordinals.map { unit -> Decimal6 in
      guard restriction?.contains(unit) != false else { return .zero }
      return weights.amount(for: units[unit], in: categories) ?? .zero
    }
    // After another fault of the points their reach would only repeat it.
    if !units.isEmpty, knowsCategories, proof.count == before {
      if !points.contains(where: \.isPositive) {
        value.report(.schemeUnreachablePoints)
      } else {
        reportUnreachable(weights, restriction)
      }
    }
    return points
  }

  /// Reports points of a category without units, or of a unit that the indicator leaves out.
  private func reportUnreachable(_ weights: UnitWeights, _ restriction: Set<Ordinal<Unit>>?) {
    for (id, weight) in weights.byId.sorted(by: { $0.value.value.place < $1.value.value.place })
    where weight.number.isPositive {
      let isReached = units.ordinals.contains { unit in
        restriction?.contains(unit) != false
          && (units[unit].id == id || categoryId(of: unit) == id)
      }
      if !isReached { weight.value.report(.schemeUnreachableWeight, facts: ["id": .text(id)]) }
    }
  }

  private func categoryId(of unit: Ordinal<Unit>) -> String? {
    let index = units[unit].category.index
    return categories.indices.contains(index) ? categories[index].id : nil
  }

  private func readUnitList(_ value: Value) -> Set<Ordinal<Unit>> {
    let elements = value.elements()
    if case .list = value.node.content, elements.isEmpty { value.report(.schemeEmptyList) }
    return Set(elements.compactMap { unitIds.resolve($0) })
  }

  private func readTarget(_ section: Section) -> [Decimal6?] {
    guard let value = section.optional("target"), let weights = readWeights(value, .any) else {
      return units.map { _ in nil }
    }
    return units.map { weights.amount(for: $0, in: categories) }
  }

  /// A number for all, or numbers by `default`, category and unit.
  private func readWeights(_ value: Value, _ bounds: Bounds) -> UnitWeights? {
    switch value.node.content {
    case .scalar: return value.decimal(bounds).map { UnitWeights(common: $0) }
    case .list: return value.mismatch(.numberOrMapping)
    case .map: break
    }
    guard let section = Section(value) else { return nil }
    var weights = UnitWeights()
    for (key, place, member) in section.members {
      let isKnown = key == "default" || unitIds[key] != nil || categoryIds[key] != nil
      if !isKnown { reportUnknown(key, place, member) }
      guard let number = member.decimal(bounds), isKnown else { continue }
      if key == "default" {
        weights.common = number
      } else {
        weights.byId[key] = (number, member)
      }
    }
    return weights
  }

  private func reportUnknown(_ key: String, _ place: Place, _ value: Value) {
    let names = ["default"] + categoryIds.ids + unitIds.ids
    proof.report(
      .schemeUnknownReference,
      at: place,
      field: value.path,
      text: key,
      facts: ["noun": .unitOrCategory, "hint": proof.hint(key, among: names)]
    )
  }
}

/// Numbers by unit id, else category id, else for all.
private struct UnitWeights {
  var common: Decimal6?
  var byId: [String: (number: Decimal6, value: Value)] = [:]

  func amount(for unit: Unit, in categories: [Category]) -> Decimal6? {
    if let own = byId[unit.id]?.number { return own }
    if categories.indices.contains(unit.category.index),
      let ofCategory = byId[categories[unit.category].id]?.number
    {
      return ofCategory
    }
    return common
  }
}
