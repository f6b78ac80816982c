import TongbaoModel

extension IndexYear {
  /// The latest revision of every period, newest year first, by kind, the latest period first.
  static func all(
    of issues: [IssueEntry],
    notices: [NoticeEntry],
    words: Words
  ) -> [IndexYear] {
    let byPeriod = Dictionary(grouping: issues, by: \.period)
    let byYear = Dictionary(grouping: byPeriod.keys, by: \.year)
    return byYear.sorted { $0.key > $1.key }
      .map { year, periods in
        let kinds = Period.Kind.allCases.reversed()
          .compactMap { kind -> IndexKind? in
            let rows = periods.filter { $0.kind == kind }
              .sorted { $0.days.to > $1.days.to }
              .compactMap { period in
                IndexRow(
                  revisions: byPeriod[period] ?? [],
                  notices: notices,
                  words: words,
                  place: .site
                )
              }
            return rows.isEmpty ? nil : IndexKind(name: words.name(of: kind), issues: rows)
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
