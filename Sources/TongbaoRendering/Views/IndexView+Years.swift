import TongbaoModel

extension IndexYear {
  /// The latest revision of every period, newest year first, by kind.
  static func all(of issues: [IssueEntry], words: Words) -> [IndexYear] {
    let byPeriod = Dictionary(grouping: issues, by: \.period)
    let latest = byPeriod.values.compactMap { $0.max { $0.revision < $1.revision } }
    let byYear = Dictionary(grouping: latest, by: \.period.year)
    return byYear.keys.sorted(by: >)
      .map { year in
        let kinds = Period.Kind.allCases.reversed()
          .compactMap { kind -> IndexKind? in
            let entries = (byYear[year] ?? []).filter { $0.period.kind == kind }
              .sorted { $0.period.days.to > $1.period.days.to }
            guard !entries.isEmpty else { return nil }
            return IndexKind(
              name: words.name(of: kind),
              issues: entries.map { IndexRow(entry: $0, words: words) }
            )
          }
        return IndexYear(year: year, kinds: kinds)
      }
  }
}

extension Period {
  /// The year in the period's name.
  fileprivate var year: Int {
    switch self {
    case .week(let year, _), .month(let year, _), .quarter(let year, _), .year(let year): year
    }
  }
}
