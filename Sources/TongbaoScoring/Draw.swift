package import TongbaoModel

extension Scoring {
  /// The spot-check draw: of every department's inspection rows on `days`, visits without findings
  /// included, ceil(rate × n) with the smallest digests of `seed|record`.
  ///
  /// Anyone can check it.
  ///
  /// - Parameters:
  ///   - records: What the sheets say.
  ///   - scheme: The rules, with the rate of the draw; without spot checks nothing is drawn.
  ///   - days: The days of the inspections to draw from.
  ///   - seed: Any text; published with the draw.
  ///   - number: The record number of a visit, read again from its row.
  ///   - digest: SHA-256 of a text.
  /// - Returns: The draws of departments with rows, in scheme order.
  /// - Complexity: One digest per row; sorting by department.
  package static func draw(
    from records: Records,
    under scheme: Scheme,
    inspectedOn days: DateRange,
    seed: String,
    number: (Visit) -> String,
    digest: (String) -> [UInt8]
  ) -> [SpotCheckDraw] {
    var strata: [[Lot]] = Array(repeating: [], count: scheme.departments.count)
    func add(_ entry: SpotCheckDraw.Entry) {
      let lot = Lot(digest: digest(seed + "|" + entry.record), entry: entry)
      strata[scheme.department(of: entry.indicator).index].append(lot)
    }
    for row in records.inspections where days.contains(row.date) {
      add(
        SpotCheckDraw.Entry(
          record: row.record,
          date: row.date,
          unit: row.unit,
          indicator: row.indicator,
          place: row.place
        )
      )
    }
    for row in records.visits where days.contains(row.date) {
      add(
        SpotCheckDraw.Entry(
          record: number(row),
          date: row.date,
          unit: row.unit,
          indicator: row.indicator,
          place: row.place
        )
      )
    }
    let rate = scheme.spotCheck?.rate ?? .zero
    return scheme.departments.ordinals.compactMap { department in
      let lots = strata[department.index]
      guard !lots.isEmpty else { return nil }
      let drawn = lots.sorted(by: Lot.precedes).prefix(size(of: lots.count, at: rate))
      return SpotCheckDraw(
        department: department,
        population: lots.count,
        entries: drawn.map(\.entry)
      )
    }
  }

  private static func size(of population: Int, at rate: Decimal6) -> Int {
    let millionths = Int128(rate.millionths) * Int128(population)
    return min(population, max(0, Int(clamping: (millionths + 999_999) / 1_000_000)))
  }
}

/// A row with its digest; the same number in two sheets draws in reading order.
private struct Lot {
  var digest: [UInt8]
  var entry: SpotCheckDraw.Entry

  static func precedes(_ left: Lot, _ right: Lot) -> Bool {
    if left.digest != right.digest {
      return left.digest.lexicographicallyPrecedes(right.digest)
    }
    return left.entry.place < right.entry.place
  }
}
