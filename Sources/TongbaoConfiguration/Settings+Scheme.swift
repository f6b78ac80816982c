package import TongbaoModel

extension Settings {
  /// What the settings name that the scheme does not have: the departments of sources.
  ///
  /// `positions` are those of the settings file.
  package func check(
    against scheme: Scheme,
    positions: ConfigurationPositions
  ) -> [Diagnostic] {
    let ids = scheme.departments.map(\.id)
    return sources.enumerated()
      .compactMap { index, source in
        guard let department = source.department, !ids.contains(department) else { return nil }
        let path = "sources[\(index)].department"
        return Diagnostic(
          .settingsUnknownDepartment,
          at: positions[path],
          field: path,
          text: department,
          facts: ["hint": .hint(NearestName.find(department, among: ids))],
          excerpt: positions.excerpt(of: path)
        )
      }
  }
}
