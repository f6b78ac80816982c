import TongbaoModel

// Grades, bonus and penalty items, vetoes.
extension SchemeDraft {
  mutating func readGrades() {
    var lines: [String: Int] = [:]
    for section in requiredList("grades", keys: ["name", "atLeast", "quota"]) {
      let value = section.required("name")
      let name = value?.text()
      if let value, let name,
        let first = lines.updateValue(value.place.line, forKey: FoldedName.fold(name))
      {
        value.report(.schemeDuplicateName, facts: ["line": .number(first)])
      }
      let grade = Grade(
        name: name ?? "",
        atLeast: section.optional("atLeast")?.decimal(.notNegative),
        quota: section.optional("quota").flatMap(readQuota)
      )
      warnOfOrder(grade, section)
      gradeNames.add(name, at: grades.count)
      grades.append(grade)
    }
  }

  /// Grades stand best first: one that asks no less than the grade before, or stands below one open
  /// to all, is never given.
  private func warnOfOrder(_ grade: Grade, _ section: Section) {
    guard let before = grades.last(where: { $0.quota == nil }) else { return }
    if let least = before.atLeast {
      guard let own = grade.atLeast, own >= least else { return }
    }
    let value = section.optional("atLeast") ?? section.value
    value.report(.schemeGradeOutOfReach, facts: ["before": .text(before.name)])
  }

  /// Written with a decimal point it is a share, written whole a number of units.
  private func readQuota(_ value: Value) -> Quota? {
    if value.written?.contains(".") == true {
      return value.decimal(.share).map { .share($0) }
    }
    return value.integer(0...65_000).map { .count($0) }
  }

  mutating func readItems(_ key: String) -> ItemGroup {
    guard let section = root.optional(key)?.section(["cap", "items"]) else { return ItemGroup() }
    let cap = section.optional("cap")?.decimal(.notNegative)
    guard let list = section.optional("items") else { return ItemGroup(cap: cap) }
    var items: [Item] = []
    for section in sections(of: list, keys: ["id", "name", "aliases", "points", "cap"]) {
      let id = itemIds.enter(section)
      let names = readNames(section, &itemClaims, owner: itemCount)
      itemCount += 1
      items.append(
        Item(
          id: id ?? "",
          name: names.name,
          aliases: names.aliases,
          points: section.required("points")?.decimal(.notNegative) ?? .zero,
          cap: section.optional("cap")?.decimal(.notNegative)
        )
      )
    }
    return ItemGroup(cap: cap, items: items)
  }

  mutating func readVetoes() -> [Veto] {
    guard let list = root.optional("vetoes") else { return [] }
    var vetoes: [Veto] = []
    for section in sections(of: list, keys: ["id", "name", "aliases", "effect"]) {
      let id = itemIds.enter(section)
      let names = readNames(section, &itemClaims, owner: itemCount)
      itemCount += 1
      var veto = Veto(id: id ?? "", name: names.name, aliases: names.aliases)
      readEffect(section, &veto)
      vetoes.append(veto)
    }
    return vetoes
  }

  private func readEffect(_ section: Section, _ veto: inout Veto) {
    guard let value = section.required("effect"),
      let effect = value.section(["capGrade", "deduct", "zero", "unranked"])
    else { return }
    if effect.members.isEmpty { value.report(.schemeVetoWithoutEffect) }
    veto.capGrade = effect.optional("capGrade").flatMap { gradeNames.resolve($0) }
    veto.deduct = effect.optional("deduct")?.decimal(.notNegative)
    veto.zeroesTotal = effect.optional("zero")?.flag() ?? false
    veto.removesRank = effect.optional("unranked")?.flag() ?? false
  }
}
