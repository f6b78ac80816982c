import TongbaoModel

/// What a totals row states in one column.
struct StatedSum: Sendable {
  let index: Int
  let value: Decimal6
  let field: Field
  let location: SourceLocation
  let excerpt: Excerpt?
}

/// The sums of a sheet's rows so far, and what its totals rows state.
struct TotalsTally: Sendable {
  /// A totals row, with the sums of all rows above it.
  struct Row: Sendable {
    let kind: RowMark.Total
    let stated: [StatedSum]
    var sums: [Int128]
    var count: Int
  }

  private(set) var sums: [Int128]
  private(set) var rows: [Row] = []
  /// Columns in which percentages stand: their total is no sum.
  private(set) var isMixed: [Bool]
  private(set) var count = 0
  private var last: [(index: Int, value: Int128)] = []

  /// No rows yet.
  init(columns: Int = 0) {
    sums = [Int128](repeating: 0, count: columns)
    isMixed = [Bool](repeating: false, count: columns)
  }

  /// A new row begins: what the last one added stays.
  mutating func beginRow() {
    if !last.isEmpty { last.removeAll(keepingCapacity: true) }
    count += 1
  }

  /// Adds a cell of the row at hand.
  mutating func add(_ value: Decimal6, to index: Int, isPercentage: Bool) {
    sums[index] += Int128(value.millionths)
    last.append((index, Int128(value.millionths)))
    if isPercentage { isMixed[index] = true }
  }

  /// The row at hand was no record: takes back what it added.
  mutating func forget() {
    for (index, value) in last { sums[index] -= value }
    last.removeAll(keepingCapacity: true)
    count -= 1
  }

  /// Keeps a totals row.
  mutating func close(_ kind: RowMark.Total, _ stated: [StatedSum]) {
    rows.append(Row(kind: kind, stated: stated, sums: sums, count: count))
  }

  /// Adds the rows of the next batch.
  mutating func append(_ other: TotalsTally) {
    if sums.isEmpty, !other.sums.isEmpty { self = TotalsTally(columns: other.sums.count) }
    for row in other.rows {
      var row = row
      for index in sums.indices { row.sums[index] += sums[index] }
      row.count += count
      rows.append(row)
    }
    for index in other.sums.indices {
      sums[index] += other.sums[index]
      isMixed[index] = isMixed[index] || other.isMixed[index]
    }
    count += other.count
  }
}

extension TotalsTally {
  /// Every stated sum that no reading of its reach bears out, with the sum of the rows.
  ///
  /// 小计 reaches back to the last sum; 合计 and 总计 over all rows above, or those since the last sum or
  /// the last 合计; a sum above all rows over the whole sheet.
  var mismatches: [(stated: StatedSum, sum: Int128)] {
    var result: [(stated: StatedSum, sum: Int128)] = []
    let zero = [Int128](repeating: 0, count: sums.count)
    var sinceAny = zero
    var sinceAll = zero
    for row in rows where row.kind != .mean {
      for stated in row.stated where !isMixed[stated.index] {
        let index = stated.index
        let all = row.count == 0 ? sums[index] : row.sums[index]
        let group = row.sums[index] - sinceAny[index]
        let readings = [group, all, row.sums[index] - sinceAll[index]]
        guard !readings.contains(Int128(stated.value.millionths)) else { continue }
        result.append((stated, row.kind == .group ? group : all))
      }
      sinceAny = row.sums
      if row.kind == .all { sinceAll = row.sums }
    }
    return result
  }
}
