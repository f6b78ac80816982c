import TongbaoModel

// Categories, units, departments, projects and severities.
extension SchemeDraft {
  mutating func readCategories() {
    for section in requiredList("categories", keys: ["id", "name"]) {
      let id = assessedIds.enter(section)
      categoryIds.add(id, at: categories.count)
      categoryValues.append(section.value)
      categories.append(Category(id: id ?? "", name: section.required("name")?.text() ?? ""))
    }
  }

  mutating func readUnits() {
    let keys = ["id", "name", "category", "aliases", "coefficient", "ranked", "from", "to"]
    var claims = NameClaims()
    for section in requiredList("units", keys: keys) {
      let id = assessedIds.enter(section)
      unitIds.add(id, at: units.count)
      let days = section.days(within: .always)
      if days.intersection(window) == nil { section.warnOutside(window) }
      let names = readNames(section, &claims, owner: units.count, on: days)
      let category = categoryIds.resolve(section.required("category"))
      if category == nil { knowsCategories = false }
      units.append(
        Unit(
          id: id ?? "",
          name: names.name,
          category: category ?? Ordinal(0),
          aliases: names.aliases,
          coefficient: section.optional("coefficient")?.decimal(.positive) ?? .one,
          isRanked: section.optional("ranked")?.flag() ?? true,
          days: days
        )
      )
    }
    claims.reportGaps()
  }

  mutating func readDepartments() {
    var ids = IdSpace()
    var claims = NameClaims()
    for section in requiredList("departments", keys: ["id", "name", "aliases"]) {
      let id = ids.enter(section)
      departmentIds.add(id, at: departments.count)
      let names = readNames(section, &claims, owner: departments.count)
      departments.append(Department(id: id ?? "", name: names.name, aliases: names.aliases))
    }
  }

  mutating func readProjects() {
    var ids = IdSpace()
    let keys = ["id", "name", "department", "approval", "from", "to"]
    for section in requiredList("projects", keys: keys) {
      let id = ids.enter(section)
      projectIds.add(id, at: projects.count)
      section.warnOutside(window)
      projects.append(
        Project(
          id: id ?? "",
          name: section.required("name")?.text() ?? "",
          department: departmentIds.resolve(section.required("department")) ?? Ordinal(0),
          approval: section.optional("approval")?.text(),
          days: section.days(within: window)
        )
      )
    }
  }

  mutating func readSeverities() {
    var ids = IdSpace()
    var claims = NameClaims()
    let keys = ["id", "names", "points", "dueDays", "provisional", "named"]
    for section in requiredList("severities", keys: keys) {
      let id = ids.enter(section)
      if let id, let value = section.optional("id") {
        claims.claim(id, for: severities.count, at: value)
      }
      let names = section.required("names")
      if case .list(let nodes)? = names?.node.content, nodes.isEmpty {
        names?.report(.schemeEmptyList)
      }
      severities.append(
        SeverityLevel(
          id: id ?? "",
          names: names.map { readAliases($0, &claims, owner: severities.count) } ?? [],
          points: section.required("points")?.decimal(.notNegative) ?? .zero,
          dueDays: section.optional("dueDays")?.integer(0...3650),
          isProvisional: section.optional("provisional")?.flag() ?? false,
          isNamed: section.optional("named")?.flag() ?? false
        )
      )
    }
  }

  /// Name and aliases of an element, claimed together with its id.
  func readNames(
    _ section: Section,
    _ claims: inout NameClaims,
    owner: Int,
    on days: DateRange = .always
  ) -> (name: String, aliases: [String]) {
    if let value = section.optional("id"), let id = value.written {
      claims.claim(id, for: owner, on: days, at: value)
    }
    let value = section.required("name")
    let name = value?.text()
    if let value, let name { claims.claim(name, for: owner, on: days, at: value) }
    let aliases = section.optional("aliases")
      .map {
        readAliases($0, &claims, owner: owner, on: days)
      }
    return (name ?? "", aliases ?? [])
  }

  private func readAliases(
    _ value: Value,
    _ claims: inout NameClaims,
    owner: Int,
    on days: DateRange = .always
  ) -> [String] {
    var lines: [String: Int] = [:]
    return value.texts()
      .map { text, value in
        let line = value.place.line
        if let first = lines.updateValue(line, forKey: FoldedName.fold(text)) {
          value.report(.schemeDuplicateName, facts: ["line": .number(first)])
        } else {
          claims.claim(text, for: owner, on: days, at: value)
        }
        return text
      }
  }
}
